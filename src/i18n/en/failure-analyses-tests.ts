import type { Shape } from '../shape';
import type { failureAnalysesTests as zh } from '../zh-CN/failure-analyses-tests';

export const failureAnalysesTests = {
  'measure-no-column':
    'This dataset has no number column to look at. Check the column types of the import, or choose another analysis.',
  'measure-not-numbers': 'Column “{column}” holds neither numbers nor times. Choose a number column.',
  'measure-no-values': 'The chosen records have no value in “{column}”. Choose another column or widen the filters.',
  'groups-too-many': 'That makes {groups} groups; {most} are the most. Group by another column or add a filter.',
} satisfies Shape<typeof zh>;
