import type { Shape } from '../../shape';
import type * as zh from '../../zh-CN/analyses/series';

export const series = {
  unit: { second: 'seconds', minute: 'minutes', hour: 'hours', day: 'days' },
  statistic: { mean: 'mean', median: 'median', p90: 'P90', sum: 'total' },
  word: {
    upper: 'UCL',
    center: 'CL',
    lower: 'LCL',
    before: 'Start',
    allPoints: 'All data',
    per: 'per {per} units',
    perUnits: '{value} per {per} units',
    withUnit: '{value} {unit}',
    points: {
      plain: '{points} {points|point|points}',
      gaps: '{points} {points|point|points} (and {gaps} {gaps|place|places} without data)',
      leftOut: '{points} {points|point|points} (and {left} left out)',
      leftOutAndGaps: '{points} {points|point|points} (and {left} left out, {gaps} without data)',
    },
  },
  axis: {
    share: 'Share of “{measure}”',
    shareOf: 'Share with “{column}” = {values}',
    count: 'Number of “{measure}”',
    countOf: 'Number with “{column}” = {values}',
    rate: 'Events per {per} {size}',
    statistic: '{measure} ({statistic})',
    inUnit: '{measure} ({unit})',
    statisticInUnit: '{measure} ({statistic}, {unit})',
  },
  tooltip: {
    point: '{label}: {value}',
    counts: '{count} ÷ {size}',
    limits: 'Limits {lower} to {upper}, centre line {center}',
    center: 'Centre line {center}',
    signal: 'Signal: {rule}',
    excluded: 'Left out: {reason}',
  },
  table: {
    point: 'Group',
    row: 'Record',
    lower: 'Lower limit',
    center: 'Centre line',
    upper: 'Upper limit',
    stage: 'Phase',
    note: 'Signals and notes',
    excluded: 'Left out: {reason}',
  },
  headline: {
    last: 'Latest point ({label})',
    fromRows: 'from {rows} {rows|record|records}',
    signals: '{n} {n|signal|signals}',
  },
  check: {
    enough: 'Enough points: {points}.',
    trial: 'Only {points} {points|point|points}: the result is provisional until there are {needed}.',
    stageShort: '“{name}” has only {points} {points|point|points} to compute from, fewer than {needed}: provisional.',
    emptyGap:
      '{n} {n|period has|periods have} no records ({labels}) and {n|is a gap|are gaps}. If truly nothing happened, choose “count as 0”.',
    emptyZero:
      '{n} {n|period has|periods have} no records ({labels}) and {n|counts|count} as 0. If data are missing, choose “leave a gap”.',
    withoutSize: '{n} {n|point has|points have} no denominator ({labels}) and {n|is a gap|are gaps}.',
    partialFirst: 'The first period, {label}, has data only from {day} on and may be incomplete.',
    partialLast: 'The last period, {label}, has data only up to {day} and may not be over: do not judge it yet.',
    unplaced: '{rows} {rows|record has|records have} no date or group and {rows|is|are} left out.',
    blank: '{rows} {rows|record has|records have} an empty cell where one is needed and {rows|is|are} left out.',
    notInTime:
      'The groups have no order in time and follow their first appearance; what depends on the order may mean nothing.',
    unmatched: 'Not on this chart and therefore ignored: {labels}.',
    excluded: '{n} {n|point is|points are} left out for the reasons given.',
    exclusionWithoutReason: '{n} {n|point|points} left out without a reason: please add it.',
    phaseWithoutReason: 'A phase has no reason: please add it.',
    independent: 'Neighbouring points show no clear relation (autocorrelation r = {r}, bound ±{bound}).',
    correlated:
      'Neighbouring points resemble each other (autocorrelation r = {r}, bound ±{bound}): expect more false alarms than stated. Take longer periods, or find the cyclic cause first.',
    alternates:
      'Neighbouring points alternate (autocorrelation r = {r}, bound ±{bound}): check whether two sources, such as two shifts, are mixed.',
  },
  how: {
    gaps: 'Points without data are gaps; each phase is computed on its own.',
    baseline: 'Where the centre line is dashed, it and the limits were frozen from the baseline.',
    excluded: 'Hollow points take no part in the calculation.',
  },
} satisfies Shape<typeof zh.series>;

export const countFieldWords = {
  numerator: 'What counts',
  countedColumn: 'Column that tells',
  countedValues: 'Values that count',
  countColumn: 'Column with the number of events',
} satisfies Shape<typeof zh.countFieldWords>;
export const sizeFieldWords = {
  denominator: 'Divided by',
  sizeColumn: 'Column with the denominator',
  second: 'Another dataset',
  secondNumber: 'Denominator column there',
} satisfies Shape<typeof zh.sizeFieldWords>;
export const plotFieldWords = {
  plot: 'What is plotted',
  subgroup: 'One point per',
  dateColumn: 'Date column',
  subgroupColumn: 'Column to group by',
  ...countFieldWords,
  ...sizeFieldWords,
  secondKey: 'Date or group column there',
  per: 'Per so many units',
  measure: 'Number column',
  statistic: 'Figure per group',
  emptyPeriods: 'Periods without records',
} satisfies Shape<typeof zh.plotFieldWords>;
export const stageFieldWords = {
  phases: 'Phases',
  baseline: 'Centre line and limits come from',
  baselinePoints: 'First points of each phase',
  baselineRange: 'Baseline period',
  exclusions: 'Points left out',
} satisfies Shape<typeof zh.stageFieldWords>;
export const scopeFieldWords = { period: 'Period', filters: 'Filters' } satisfies Shape<typeof zh.scopeFieldWords>;

export const countHelpWords = {
  numerator: 'Records with certain values, every record, or the total of a column of counts.',
  countedColumn: 'For instance “Late?”.',
  countedValues: 'For instance “Yes”. Records where this column is empty are left out.',
  countColumn: 'Counts that the file has already added up.',
} satisfies Shape<typeof zh.countHelpWords>;
export const sizeHelpWords = {
  denominator: 'Without a volume, a rise in the number says little.',
  sizeColumn: 'Volume, transactions or customers of each record; added up within the group.',
  second: 'For instance a table of volumes.',
  secondNumber: 'Volume, transactions, customers; added up as the denominator.',
} satisfies Shape<typeof zh.sizeHelpWords>;
export const plotHelpWords = {
  plot: 'Share: the defective part of a sample; rate: events per so many units; count; number: a measurement such as waiting time.',
  subgroup: 'Each group is one point. “Each record” is for numbers only.',
  dateColumn: 'Decides which period a record belongs to, and the order of the points.',
  subgroupColumn: 'For instance a batch number; points follow the order of first appearance.',
  ...countHelpWords,
  ...sizeHelpWords,
  secondKey: 'Matches the periods (or the group names) of this dataset.',
  per: 'For instance per 10,000 transactions; empty chooses a round number.',
  measure: 'For instance waiting time, or days to close.',
  statistic: 'Waiting times are skewed: the median or the P90 says more than the mean.',
  emptyPeriods:
    'No records may mean that nothing happened, or that data are missing: you decide. A share without a denominator stays a gap.',
} satisfies Shape<typeof zh.plotHelpWords>;
export const stageHelpWords = {
  phases: 'A new centre line and limits after the process has truly changed; give the reason.',
  baseline: 'Take a stable stretch as the baseline and freeze it: later points no longer move it.',
  baselinePoints: 'Usually 12 to 24.',
  baselineRange: 'The points of each phase that lie in this period.',
  exclusions: 'Points with a known special cause; they stay on the chart but take no part. Give the reason.',
} satisfies Shape<typeof zh.stageHelpWords>;
export const scopeHelpWords = {
  period: 'Only this period.',
  filters: 'For instance one outlet only.',
} satisfies Shape<typeof zh.scopeHelpWords>;

export const countChoiceWords = {
  values: 'Records with certain values',
  rows: 'Every record',
  column: 'Total of a column',
} satisfies Shape<typeof zh.countChoiceWords>;
export const sizeChoiceWords = {
  rows: 'Number of records',
  column: 'Total of a column',
  second: 'Another dataset',
} satisfies Shape<typeof zh.sizeChoiceWords>;
export const plotChoiceWords = {
  plot: { share: 'Share', rate: 'Rate', count: 'Count', measure: 'Number' },
  subgroup: {
    day: 'Day',
    week: 'Week',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    column: 'A column',
    row: 'Each record',
  },
  numerator: countChoiceWords,
  denominator: sizeChoiceWords,
  statistic: { mean: 'Mean', median: 'Median', p90: 'P90 (nine in ten are below)', sum: 'Total' },
  emptyPeriods: { gap: 'Leave a gap', zero: 'Count as 0' },
} satisfies Shape<typeof zh.plotChoiceWords>;
export const baselineChoiceWords = {
  all: 'All points of the phase',
  first: 'The first points of each phase',
  range: 'A chosen period',
} satisfies Shape<typeof zh.baselineChoiceWords>;
export const directionChoiceWords = {
  lower: 'Lower is better',
  higher: 'Higher is better',
  none: 'Neither',
} satisfies Shape<typeof zh.directionChoiceWords>;
export const ruleSetWords = {
  default: 'Default (limits, and 8 on one side)',
  'limits-only': 'Limits only',
  'western-electric': 'Western Electric (4)',
  nelson: 'Nelson (8)',
  minitab: 'Minitab (8 tests)',
  aiag: 'AIAG',
  montgomery: 'Montgomery',
  nhs: 'NHS',
};
