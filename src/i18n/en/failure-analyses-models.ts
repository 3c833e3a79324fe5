import type { Shape } from '../shape';
import type { failureAnalysesModels as zh } from '../zh-CN/failure-analyses-models';

export const failureAnalysesModels = {
  'regression-one-number':
    'Regression needs two number columns and this dataset has one. Check the column types of the import, or choose another analysis.',
  'regression-choose-predictor': 'Choose at least one column that may explain the number.',
  'regression-too-many': 'You chose {n} predictors; {most} are the most. Keep those the business gives a reason for.',
  'regression-same-column': 'Column “{column}” cannot be both response and predictor. Leave it out of one of them.',
  'survival-needs-dates':
    'Time to close needs a start and an end date column. Check the column types of the import, or choose another analysis.',
  'survival-choose-dates': 'Choose the start column and the end column.',
  'survival-same-column': 'Start and end cannot be the same column. Choose another for one of them.',
  'survival-not-a-date': 'Column “{column}” holds neither dates nor times of a day. Choose another.',
  'survival-no-cases':
    'No case has a time: starts are missing, lie after the day the data were drawn, or after the end. Check the columns and that day.',
  'satisfaction-no-rating':
    'This dataset has no column of ratings (whole numbers 0–10, 1–5 or 1–7). Check the column types of the import, or choose another analysis.',
  'satisfaction-choose-rating': 'Choose the rating column.',
  'satisfaction-no-answers':
    'The chosen records have no whole rating from {low} to {high} in “{column}”. Choose another column or scale.',
  'reliability-no-items':
    'This data has no two columns of answers on one scale (whole numbers 1–5, 1–7 or 0–10). Check the column types of the import, or choose another analysis.',
  'reliability-choose-items': 'Choose at least two questions.',
  'reliability-too-many': '{n} questions are chosen, {most} at most. Compute each dimension on its own.',
  'reliability-too-few':
    'At least {needed} complete questionnaires are needed; there {n|is|are} {n}. Widen the filters, or leave out questions that few answer.',
  'sample-size-above-population':
    'The sample at hand, {n}, is larger than the population of {population}. Check both numbers.',
  'index-choose-columns': 'Add at least one measure and choose its column.',
  'index-column-twice': 'Column “{column}” is there twice. Remove one of them.',
  'index-ends-equal': 'The values worth 0 and 100 of “{column}” are both {value}. Enter two different ones.',
  'index-no-values': 'None of the chosen records has a value of any measure. Check the columns and the filters.',
  'servqual-no-items':
    'This data has no two columns of whole answers from 1 to 5 or 1 to 7. Check the column types of the import, or choose another analysis.',
  'servqual-choose-items': 'Add at least one question and choose the column of its perception.',
  'servqual-column-twice':
    'One column is used twice. Each can be the perception or the expectation of one question only.',
  'servqual-unpaired': '{n} {n|question has|questions have} no expectation. Give every question one, or none of them.',
  'servqual-no-answers':
    'The chosen questionnaires have no answers from {low} to {high}. Check the columns, the scale and the filters.',
} satisfies Shape<typeof zh>;
