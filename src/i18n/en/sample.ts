import type { Shape } from '../shape';
import type { sample as zh } from '../zh-CN/sample';

export const sample = {
  name: 'Sample project: better service quality (invented data)',
  eventsName: 'Sample: service-event ledger',
  volumesName: 'Sample: monthly volumes',
  pareto: 'Sample: where complaints concentrate',
  controlChart: 'Sample: late replies by month',
  dpmo: 'Sample: sigma level of timely replies',
  banner: 'Sample data, all of it invented; delete it whenever you like.',
  opening: 'Making the sample data',
} satisfies Shape<typeof zh>;
