import type { Shape } from '../shape';
import type { failureAnalysesTime as zh } from '../zh-CN/failure-analyses-time';

export const failureAnalysesTime = {
  'point-needs-measure': 'One point per record is for number columns only. Plot a number, or group by period.',
  'series-no-column':
    'This dataset has neither a date nor a number column, so nothing can be shown over time. Check the column types of the import.',
} satisfies Shape<typeof zh>;
