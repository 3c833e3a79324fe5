import type { Shape } from '../shape';
import type { sample as zh } from '../zh-CN/sample';

export const sample = {
  name: 'Sample project: better service quality (invented data)',
  eventsName: 'Sample: service-event ledger',
  volumesName: 'Sample: monthly volumes',
  pareto: 'Sample: where complaints concentrate',
  rate: 'Sample: complaints per 10,000 calls by month',
  late: 'Sample: share closed late by month',
  phaseName: 'New phone menu',
  phaseReason: 'New phone menu and call-backs, live since January 2025',
  dpmo: 'Sample: sigma level of timely replies',
} satisfies Shape<typeof zh>;
