import type { Shape } from '../../shape';
import type { weightedIndex as zh } from '../../zh-CN/analyses/weighted-index';

export const weightedIndex = {
  name: 'Weighted index (QSI)',
  purpose:
    'Puts several measures on a scale of 0 to 100 and weighs them into one index, compared by outlet or period; shows which of them pulls it down.',
  field: {
    parts: 'Measures and weights',
    groupBy: 'Group by',
    groupColumn: 'Column to group by',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  cell: { column: 'Column', weight: 'Weight', worst: 'Value worth 0', best: 'Value worth 100' },
  help: {
    parts: 'Where less is better, as with waiting times, the value worth 0 is the larger one.',
    groupBy: 'Computes and compares each group or period.',
    groupColumn: 'For instance outlet or channel.',
    dateColumn: 'For a period, or to group by time.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: { groupBy: { all: 'No grouping', column: 'A column', month: 'Month', quarter: 'Quarter', year: 'Year' } },
  word: { whole: 'All', reference: 'Overall' },
  axis: { index: 'Index (0–100)', score: 'Score (0–100)' },
  tooltip: {
    group: '{label} ({n} {n|record|records})\nIndex {index}\n95% CI {low} to {high}',
    line: '{part} {score}',
    part: '{name}\nMean {mean}, score {score}\nWeight {share}, adds {contribution} points',
  },
  summary: {
    groups: 'Index of {groups} groups; overall it is {index}.',
    parts: 'Scores of {parts} measures; their index is {index}.',
  },
  table: {
    parts: 'Score and contribution of each measure',
    groups: 'Index and scores by group',
    part: 'Measure',
    share: 'Weight',
    worst: 'Worth 0',
    best: 'Worth 100',
    mean: 'Mean',
    score: 'Score',
    contribution: 'Points added',
    missing: 'Missing',
    time: 'Period',
    n: 'Records',
    index: 'Index',
    low: 'Lower (95%)',
    high: 'Upper (95%)',
  },
  headline: {
    index: 'Index',
    interval: '95% CI {low} to {high}',
    loss: 'Most points lost',
    best: 'Highest',
    worst: 'Lowest',
    n: 'Records',
  },
  finding: {
    index: 'The index of {parts} {parts|measure|measures} is {index} ({n} {n|record|records}).',
    loss: 'Most points are lost by “{name}”: at its best, the index would be {loss} points higher.',
    better: 'The interval of {n} {n|group|groups} lies wholly above the overall level: {names}.',
    worse:
      'The interval of {n} {n|group|groups} lies wholly below the overall level: {names}. The table shows which measure pulls it down.',
    alike: 'The intervals of all {n} groups include the overall level: no difference beyond chance is seen.',
    single:
      'With one record per group, nobody can tell whether they differ beyond chance; use the single cases or a control chart.',
    time: 'Whether the index changes over time, a control chart tells.',
  },
  check: {
    whole: 'All {n} records have every measure.',
    blank: '{n} {n|record has|records have} none of the measures and {n|is|are} left out.',
    partial: '{n} {n|record lacks|records lack} some measures ({share}); the others stand in for their weight.',
    clipped:
      '{n} {n|value|values} of “{name}” lie beyond the ends and count as 0 or 100; check the ends and which of them is better.',
    heavy: '“{name}” has {share} of the weight: the index is mostly that measure; look at it alone.',
    unplaced: '{n} {n|record has|records have} no date or group and {n|is|are} in no group.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the chosen period.',
    empty: '{n} {n|group has|groups have} no usable value: {names}.',
    small: '{n} {n|group has|groups have} fewer than 30 records: too uncertain to rank.',
    weights:
      'Weights and ends are set by people, and others may rank differently. Agree on them beforehand and publish them with the result.',
  },
  how: {
    part: '{name}: {worst} counts as 0, {best} as 100, in proportion between; mean {mean}, mean score {score}, weight {share}.',
    index: 'Index of a record = Σ(weight × score) ÷ Σ weight; mean of {n} {n|record|records} = {index}.',
    interval: '95% interval {low} to {high}: mean ± t × s ÷ √n.',
  },
} satisfies Shape<typeof zh>;
