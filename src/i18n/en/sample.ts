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
  fill: 'Fill in sample records (invented)',
  problem:
    'In 2024 the hotline drew {before} complaints per 10,000 calls, most about the phone menu and the wait for an answer.',
  goal: 'Lower the complaints per 10,000 calls from {before} to {after} by the end of 2025.',
  metric: 'Complaints per 10,000 calls',
  mechanism: 'In a deep menu callers choose wrongly, call again or ask for an agent, and queue once more',
  action: 'Redesign the phone menu and offer call-backs',
  owner: 'W. Wang (sample)',
  specialCause:
    'The cut-over of the core system in September 2024 brought a burst of complaints; the cause is known and no part of the ordinary level.',
} satisfies Shape<typeof zh>;
