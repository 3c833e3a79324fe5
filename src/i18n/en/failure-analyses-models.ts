import type { Shape } from '../shape';
import type { failureAnalysesModels as zh } from '../zh-CN/failure-analyses-models';

export const failureAnalysesModels = {
  'regression-one-number':
    'Regression needs two number columns and this dataset has one. Check the column types of the import, or choose another analysis.',
  'regression-choose-predictor': 'Choose at least one column that may explain the number.',
  'regression-too-many': 'You chose {n} predictors; {most} are the most. Keep those the business gives a reason for.',
  'regression-same-column': 'Column “{column}” cannot be both response and predictor. Leave it out of one of them.',
} satisfies Shape<typeof zh>;
