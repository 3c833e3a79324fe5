import type { Shape } from '../shape';
import type { coding as zh } from '../zh-CN/coding';

export const coding = {
  title: 'Coding',
  lead: 'Every row gets one service link at most. The workbench suggests and never codes by itself.',
  progress: '{coded} of {total} rows coded ({share}), {uncoded} uncoded.',
  taxonomyVersion: 'Taxonomy version {version}',
  byValue: 'Map your categories',
  byText: 'Code the customer’s words, row by row',
  column: 'Column with your categories',
  textColumn: 'Column with the customer’s words',
  none: 'Do not use',
  save: 'Save the mapping',
  saved: 'The mapping is saved and will be used for later columns of this name.',
  noText: 'Choose a column with the customer’s words.',
  done: 'No row of this column is uncoded any more.',
  remaining: '{n} {n|row is|rows are} uncoded',
  row: 'Row {row}',
  matched: 'Matched: {words}',
  noMatch: 'No word matched; suggested by similar wording',
  keys: 'Keys 1, 2, 3 confirm a suggestion, 0 chooses from all links, S skips.',
  other: 'Choose from all links',
  skip: 'Skip',
  hitRate: '{share} of the last {of} {of|confirmation was|confirmations were} among the three suggestions.',
  hitRateNone: 'After a few confirmations the hit rate of the suggestions is shown here.',
  warning:
    'The suggestions are right only part of the time; let two people code independently to see whether the codes agree.',
  chooseLink: 'Choose a service link',
  stale: 'This dataset is coded with taxonomy version {version}; the current one is {current}.',
  migrate: 'Move to the current version',
  migrated: 'Moved to version {version}; {n} {n|code needs|codes need} a new decision.',
} satisfies Shape<typeof zh>;
