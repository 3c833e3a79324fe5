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
  'control-no-column':
    'This dataset has neither a date nor a number column, so there is nothing to chart. Check the column types of the import.',
  'choose-date': 'Choose the date column, or group by a column or by record.',
  'no-dates': 'The chosen records have no date in “{column}”. Choose another column or widen the filters.',
  'date-too-coarse':
    'Column “{column}” knows months only and cannot be divided into days or weeks. Group by month, quarter or year.',
  'choose-subgroup': 'Choose the column to group by.',
  'too-many-points': 'That makes {points} points; {most} are the most. Use longer periods or a filter.',
  'control-row-needs-individuals':
    'One point per record is for I-MR charts only. Choose the I-MR chart, or group by period.',
  'choose-values': 'Choose the column that tells defects, and which of its values are defects.',
  'choose-count': 'Choose the column with the number of events.',
  'choose-size': 'Choose the column with the denominator.',
  'numerator-is-denominator':
    'Numerator and denominator are both the number of records, so the share is always 100%. Tell defects by the values of a column, or choose another denominator.',
  'choose-second': 'Choose the other dataset that gives the denominator.',
  'choose-second-columns': 'Choose the date (or group) column and the denominator column of the other dataset.',
  'second-too-coarse':
    'Column “{column}” of the other dataset cannot be divided into such short periods. Group by month, quarter or year.',
  'second-needs-words': 'To match groups by name, choose a text column of the other dataset; “{column}” is none.',
  'size-negative': 'The denominator of “{label}” is negative ({size}). Correct the data or choose another column.',
  'choose-measure': 'Choose the number column to chart.',
  'control-too-few-points':
    'Only {points} usable {points|point|points}; at least 2 are needed (12 for reliable limits). Use shorter periods or more data.',
  'control-baseline-too-small':
    'The baseline has only {points} usable {points|point|points}; at least 2 are needed (12 for reliable limits). Widen it.',
  'control-defectives-exceed-size':
    '“{label}” has {defectives} defectives in a sample of {size}. Check the denominator; if one unit can fail several times, use a u chart.',
  'dpmo-no-column':
    'This dataset has no column with two answers that could tell defects, and is not coded. Choose “every record” or a column of defects, and say how many units there were.',
  'dpmo-not-coded': 'This dataset is not coded to gap links yet. Code it first, or tell defects in another way.',
  'dpmo-choose-units': 'Type the number of units, for instance the transactions of the same period.',
  'dpmo-number-needs-whole':
    'A number typed in cannot be divided among groups. Switch grouping off, or take the units from data.',
  'dpmo-group-exceeds':
    '“{label}” has {defects} defects but only {opportunities} opportunities. Check its units, or raise the opportunities per unit.',
  'analysis-unknown': 'There is no analysis called “{analysis}”. There are {known}.',
  'analysis-needs-file': 'The analysis “{analysis}” needs a file: engine analyse FILE --spec SPEC.json.',
  'spec-not-json': 'The file “{file}” is not valid JSON. Check brackets, quotes and commas.',
} satisfies Shape<typeof zh>;
