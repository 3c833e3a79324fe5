import type { Shape } from '../shape';
import type { failureAnalysesTests as zh } from '../zh-CN/failure-analyses-tests';

export const failureAnalysesTests = {
  'measure-no-column':
    'This dataset has no number column to look at. Check the column types of the import, or choose another analysis.',
  'measure-not-numbers': 'Column “{column}” holds neither numbers nor times. Choose a number column.',
  'measure-no-values': 'The chosen records have no value in “{column}”. Choose another column or widen the filters.',
  'groups-too-many': 'That makes {groups} groups; {most} are the most. Group by another column or add a filter.',
  'compare-no-groups':
    'This dataset has no column to group by and no second number column. Choose another analysis, or add groups.',
  'compare-choose-columns': 'Choose the two columns to compare.',
  'compare-same-column': 'Both choices are the same column. Choose two different number columns.',
  'compare-too-few-groups':
    'Only {groups} {groups|group has|groups have} two values or more; at least 2 such groups are needed. Group by another column or widen the filters.',
  'main-effects-no-factor':
    'This dataset has no category column with 2 to 12 values. Check the column types of the import, or choose another analysis.',
  'main-effects-choose-factors': 'Choose at least one factor (a category column).',
  'main-effects-too-many-factors': '{factors} factors are chosen; {most} are the most. Take some away.',
  'main-effects-factor-is-measure':
    '“{column}” is both the number column and a factor. Take it from the factors, or choose another number column.',
  'main-effects-one-level':
    'Only one level of “{column}” has values, so there is nothing to compare. Take this factor away or widen the filters.',
  'main-effects-too-many-levels':
    '“{column}” has {levels} levels; {most} are the most. Choose a coarser column or add a filter; to compare many outlets, use a funnel plot.',
  'proportions-no-column':
    'This dataset has no column with two answers (such as “On time?”). Choose the column and the values that count, or another analysis.',
  'proportions-choose-periods': 'Choose the two periods to compare.',
  'proportions-too-few-groups':
    'Only {groups} {groups|group has|groups have} a denominator; at least 2 are needed. Group by another column or check the denominator.',
  'proportions-count-invalid':
    '“{label}” has the count {count}, which is not a whole number of 0 or more. Check the columns of events and denominator.',
  'proportions-exceed-size':
    '“{label}” has {events} events over a denominator of {size}. Check the denominator; if a unit can count several times, choose “Rate”.',
  'association-no-columns':
    'This dataset has no two columns of categories to cross. Code it first, or check the column types of the import.',
  'association-choose-columns': 'Choose the columns for rows and columns of the table.',
  'association-same-column': 'Rows and columns are the same column. Choose two different ones.',
  'association-too-small':
    'Only {rows} {rows|row|rows} and {columns} {columns|column|columns} remain; at least two of each are needed. Choose another column or widen the filters.',
  'before-after-no-date':
    'This dataset has no date column, so there is no before and after. Check the column types of the import.',
  'before-after-one-month': 'All dates in “{column}” lie in one month. Give the day of the change.',
  'before-after-outside':
    'The day of change {change} (with its transition) does not lie between {first} and {last}; both sides need records. Correct the day or widen the period.',
  'before-after-choose-control': 'Choose which values of “{column}” are the control group, or clear that column.',
  'before-after-control-second':
    'A denominator from another dataset cannot be divided between control and changed records. Use a column of this dataset, or no control.',
  'before-after-too-few':
    'One side has only {n} {n|value|values}; at least 2 are needed. Correct the day of change, or widen period and filters.',
  'before-after-no-size':
    'One side has no denominator. Check the day of change, the denominator column and the dates of the other dataset.',
  'before-after-count-invalid':
    'The events add up to {count}, which is not a whole number of 0 or more. Check the column of events.',
} satisfies Shape<typeof zh>;
