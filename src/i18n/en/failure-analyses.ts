import type { Shape } from '../shape';
import type { failureAnalyses as zh } from '../zh-CN/failure-analyses';

export const failureAnalyses = {
  'filter-column-unknown':
    'A filter uses the column “{column}”, which this dataset does not have. Remove the filter or choose another column.',
  'filter-wrong-type': 'A filter does not suit the type of column “{column}”. Remove it and add it again.',
  'column-unknown': 'The chosen column “{column}” is not in this dataset. Choose another.',
  'spec-invalid':
    'The setting “{key}” of this analysis cannot be read. Use one of the offered values, or remove it to use the default.',
  'analysis-no-rows': 'No record fits. Widen the period or the filters.',
  'pareto-no-column':
    'This dataset has no text column to classify by. Import a file with categories, or code it first.',
  'pareto-column-not-words':
    'Column “{column}” holds numbers and cannot be a category. Choose a text column; number columns can serve as weights.',
  'pareto-weight-missing': 'Choose the column to add up.',
  'pareto-no-severity':
    'Severity comes from coding, and this dataset is not coded to gap links yet. Code it first, or measure by number of records.',
  'pareto-negative-weight':
    'Column “{column}” is negative in record {row} ({value}). Shares mean nothing with negative parts: correct the record or filter it out.',
  'pareto-zero-total':
    'The chosen measure adds up to 0, so there are no shares. Count records instead, or choose another column.',
  'pareto-compare-without-date': 'Choose a date column to compare two periods.',
  'pareto-compare-empty': 'The compared period has no records. Choose another.',
} satisfies Shape<typeof zh>;
