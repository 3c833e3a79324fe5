import type { Shape } from '../../shape';
import type { pareto as zh } from '../../zh-CN/analyses/pareto';

export const pareto = {
  name: 'Pareto chart',
  purpose: 'Finds the few categories that cause most of the complaints.',
  field: {
    column: 'Classify by',
    contributing: 'Count contributing links, weighted',
    weight: 'Measure by',
    weightColumn: 'Column to add up',
    dateColumn: 'Date column',
    period: 'Period',
    compare: 'Period to compare with',
    maxBars: 'Bars at most',
    otherAbove: 'Fold into “Other” beyond this cumulative share (%)',
    filters: 'Filters',
  },
  help: {
    column:
      'Any category column of the file, or the gap category, aspect or link; click a bar to go deeper, down to the records.',
    contributing:
      'The primary link counts 1, each contributing link 0.5. The total is a weighted one and larger than the number of records. Off: primary links only.',
    weight:
      'The most frequent category is not always the most costly: add up an amount or a time instead, or weight by severity.',
    weightColumn: 'An amount, a duration or another number of each record; never negative.',
    dateColumn: 'Needed only for a period or a comparison.',
    period: 'Only records of this period are counted.',
    compare: 'Shows the shares of both periods side by side, and how they changed.',
    maxBars: 'Where there are more categories, the rest becomes “Other”.',
    otherAbove: '100 folds nothing; up to 7 categories are never folded.',
    filters: 'For instance one outlet or one channel only.',
  },
  choice: { weight: { count: 'Number of records', sum: 'Total of a column', severity: 'Severity' } },
  word: { other: 'Other', whole: 'All', weighted: 'weighted count' },
  series: {
    count: 'Records',
    sum: 'Total {column}',
    share: 'Share',
    cumulative: 'Cumulative share',
    compare: 'Share in the compared period',
  },
  tooltip: {
    bar: '{name}\n{value} ({rows} {rows|record|records})\nShare {share} (95% CI {low} to {high})\nCumulative {cumulative}',
    compared:
      '{name}\nThis period {value}, {share} ({low} to {high})\nCompared period {beforeValue}, {before}\nChange {difference} percentage points ({differenceLow} to {differenceHigh})',
  },
  summary: {
    bars: 'Pareto chart: {rows} {rows|record|records} by {column} in {bars} {bars|bar|bars}; the tallest is {name} with {share}.',
    uncoded: 'Pareto chart: none of the {rows} {rows|record|records} has a value for {column}.',
  },
  table: {
    caption: '{rows} {rows|record|records} by {column}',
    code: 'Code',
    count: 'Records',
    named: 'Records that name it',
    value: 'Total',
    share: 'Share',
    low: 'Share, lower (95%)',
    high: 'Share, upper (95%)',
    cumulative: 'Cumulative share',
    compareCount: 'Records, compared period',
    compareValue: 'Total, compared period',
    compareShare: 'Share, compared period',
    difference: 'Change of share (percentage points)',
    differenceLow: 'Change, lower (95%)',
    differenceHigh: 'Change, upper (95%)',
    total: 'Total',
    other: 'Other ({n} categories)',
  },
  headline: {
    rows: 'Records',
    sum: 'Total {column}',
    rowsNote: 'from {rows} {rows|record|records}',
    placesNote: '{rows} {rows|record|records} × 1 + {links} contributing {links|link|links} × 0.5',
    lead: 'Largest',
    shareNote: '{share} of the total',
    vital: 'Vital few',
    vitalNote: 'of {of} categories make {share} of the classified records',
    uncoded: 'Uncoded',
    blank: 'Blank',
    uncodedNote: '{rows} of {of} {of|record|records}',
  },
  finding: {
    nothingCoded:
      'None of the {rows} {rows|record|records} is coded yet. Code them on the Data page first, then look again.',
    lead: '“{name}” comes first with {share} (95% CI {low} to {high}).',
    leadUnclear:
      'The gap between “{first}” and “{second}” is within chance: which one is larger is open, so treat them alike.',
    vitalFew: '{n} of {of} categories make up {share}: {names}. Start the improvement there.',
    vitalFewOfCoded:
      '{n} of {of} categories make up {share} of the classified records ({all} of all): {names}. Start the improvement there.',
    vitalFewMany: '{n} of {of} categories make up {share} of the classified records; the first are {names}.',
    flat: 'The distribution is flat: it takes {n} of {of} categories to reach 80%, so there are no vital few. Try another dimension (outlet, channel, product, time), or weight by amount or severity.',
    volume:
      'A high count may only mean a high volume of business. Before comparing values of {column}, divide by volume (a u chart, or DPMO).',
    contributing:
      'Contributing links are counted too: {links} of them, half each, make a weighted total of {total} from only {rows} {rows|record|records}. One record may stand in several bars.',
    noContributing: 'None of these records has a contributing link: the result is that of primary links only.',
    compareTotals: 'The total went from {before} in the compared period to {now}.',
    noChange: 'No share changed by more than chance explains.',
    shareRose: 'The share of “{name}” rose by {points} percentage points (95% CI {low} to {high}).',
    shareFell: 'The share of “{name}” fell by {points} percentage points (95% CI {low} to {high}).',
    manyComparisons:
      '{n} categories were compared at once: about one in 20 seems to change by chance alone, so judge with knowledge of the business. Shares trade against each other: a larger share need not be a larger number.',
  },
  check: {
    amount: {
      good: 'Enough data: {rows} {rows|record|records}.',
      caution: 'Only {rows} records: the intervals are wide and ranks may change.',
      bad: 'Only {rows} {rows|record|records}: too few to rank; take it as an indication.',
    },
    coding: {
      good: 'Coding is complete: {rows} of {of} {of|record is|records are} uncoded ({share}).',
      caution: '{rows} of {of} records are uncoded ({share}); that may change the order.',
      bad: '{rows} of {of} {of|record is|records are} uncoded ({share}); that is enough to change the ranks. Code them first.',
    },
    blank: {
      good: 'The column is well filled: {rows} of {of} {of|record is|records are} blank ({share}).',
      caution: '{rows} of {of} records are blank ({share}); that may change the order.',
      bad: '{rows} of {of} {of|record is|records are} blank ({share}); that is enough to change the ranks. Fill them in first.',
    },
    concentrated: 'Concentrated: {n} of {of} categories reach 80%.',
    flat: 'Flat: it takes {n} of {of} categories to reach 80%.',
    undated: '{rows} {rows|record has|records have} no date and {rows|is|are} left out because a period is chosen.',
    unweighted: '{rows} {rows|record has|records have} no value in “{column}” and {rows|weighs|weigh} nothing.',
    compareSmall: 'The compared period has only {rows} {rows|record|records}; the change is known only roughly.',
  },
  how: {
    share:
      'Share = records of the category ÷ all records, uncoded ones included. For {name}: {value} ÷ {total} = {share}.',
    weightedShare:
      'Share = {column} of the category ÷ {column} of all records, uncoded ones included. For {name}: {value} ÷ {total} = {share}.',
    wilson: 'The 95% confidence interval is Wilson’s: {low} to {high} for {name}, n = {total}.',
    ratio:
      'The 95% confidence interval uses the variance of a ratio (s ± 1.96 × √var, the records taken as a sample): {low} to {high} for {name}, {rows} {rows|record|records}.',
    contributing:
      'The primary link of a record counts 1, each of up to two contributing links 0.5; an amount, a time or a severity is multiplied by the same weights. Links of one category add up, so that the bars below a category sum to it.',
    order: 'Largest first; ties follow the taxonomy, or the order in which the file names them.',
    uncoded:
      'Uncoded (or blank) records are a bar of their own after the categories. They count in the denominator, so the shares add up to 100%.',
    other:
      'Categories beyond {percent}% cumulative, or beyond {bars} bars, are folded into “Other”: {n} of them, always last.',
    vitalFew: 'The “vital few” are the fewest leading categories that reach 80% of the classified records.',
    difference:
      'The 95% interval of a change is Newcombe’s, made from the intervals of both periods; one without 0 is a clear change.',
  },
} satisfies Shape<typeof zh>;
