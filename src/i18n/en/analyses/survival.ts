import type { Shape } from '../../shape';
import type { survival as zh } from '../../zh-CN/analyses/survival';

export const survival = {
  name: 'Time to close, open cases included',
  purpose:
    'How long cases take, those still open counted (Kaplan-Meier): median, 90th percentile, share closed in time, and the overdue ones.',
  field: {
    startColumn: 'Start column',
    endColumn: 'End column',
    asOf: 'Data drawn on',
    unit: 'Unit of time',
    limit: 'Time limit',
    groupBy: 'Group by',
    groupColumn: 'Column to group by',
    period: 'Period (of the start)',
    filters: 'Filters',
  },
  help: {
    startColumn: 'For instance the day received or the time of the call.',
    endColumn: 'For instance the day closed; empty means still open.',
    asOf: 'The day on which the data were extracted. Left empty, the last day found in the two columns.',
    unit: 'Of picture, table and limit.',
    limit: 'In the unit above, for instance 15 days. Exactly on the limit is in time.',
    groupBy: 'A curve for each value of a column, with a test of the difference.',
    groupColumn: 'For instance outlet, channel or complaint category.',
    period: 'Only cases that began in this period are counted.',
    filters: 'For instance one channel only.',
  },
  choice: {
    unit: { day: 'Days', hour: 'Hours', minute: 'Minutes' },
    groupBy: { all: 'No grouping', column: 'A column' },
  },
  word: {
    whole: 'All',
    notReached: 'not reached',
    band: '95% confidence band',
    limit: 'Limit {value} {unit}',
  },
  axis: { time: 'Time since the start ({unit})', open: 'Share still open' },
  tooltip:
    '{label}\n{open} still open after {time} ({unit})\n95% CI {low} to {high}\n{n} {n|case|cases} open just before',
  summary:
    'Curve of the share still open over time: {n} cases, {open} of them open; median {median}, 90th percentile {p90} ({unit}).',
  table: {
    caption: 'Time to close, unit: {unit} (as of {asOf}; open cases are censored)',
    scope: 'Scope',
    n: 'Cases',
    closed: 'Closed',
    open: 'Open',
    median: 'Median',
    medianLow: 'Median, lower (95%)',
    medianHigh: 'Median, upper (95%)',
    p75: '75th percentile',
    p90: '90th percentile',
    p90Low: '90th, lower (95%)',
    p90High: '90th, upper (95%)',
    within: 'Closed within limit',
    withinLow: 'Lower (95%)',
    withinHigh: 'Upper (95%)',
    p: 'p against the other groups',
  },
  headline: {
    median: 'Median time to close ({unit})',
    p90: '90% closed within ({unit})',
    interval: '95% CI {low} to {high}',
    within: 'Closed within the limit',
    open: 'Still open',
    of: 'of {n} {n|case|cases}',
    overdue: 'Open and overdue',
    ofOpen: 'of {n} open',
  },
  finding: {
    times:
      '{open} of {n} cases {open|is|are} still open. Half of all cases are estimated to close within {median}, 75% within {p75} and 90% within {p90} ({unit}).',
    closedOnly:
      'Closed cases alone have mean {mean} and median {median} ({unit}), which leaves out those that drag on; with open cases the median is {km}.',
    within: 'The share closed within {limit} ({unit}) is estimated at {share} (95% CI {low} to {high}).',
    overdue: '{n} open {n|case is|cases are} beyond the limit; open the list and deal with {n|it|them} first.',
    notReached:
      'Fewer than half of the cases have closed, so the median cannot be estimated yet; look at earlier percentiles or wait for more closings.',
    pairDiffers:
      'The two groups differ by more than chance (log-rank p {p}): median {slowTime} for {slow}, {fastTime} for {fast}.',
    pairAlike: 'No evidence that {slow} (median {slowTime}) and {fast} ({fastTime}) differ in speed (log-rank p {p}).',
    groupsDiffer:
      '{n} of {of} groups differ from the rest by more than chance (p < 0.05 after Holm’s correction): {names}.',
    groupsAlike: 'No evidence that any of the {n} groups differs from the rest (after Holm’s correction).',
    groupsUntested: 'There are too many groups to test; filter or merge them first.',
  },
  check: {
    amount: {
      good: 'Enough data: {n} closed cases.',
      caution: 'Only {n} closed cases: the tail of the curve is uncertain.',
      bad: 'Only {n} closed {n|case|cases}: no more than an impression.',
    },
    asOfGuessed:
      'The data are taken to end on {day}, the last day that occurs. If they were drawn later, say so, or open cases look too young.',
    asOfGiven: 'Open cases are counted up to {day}.',
    allClosed: 'All cases are closed (last day {day}); if only closed cases were exported, the result is too fast.',
    openShare: '{share} of the cases are open and count as lasting at least that long.',
    reversed: '{n} {n|case ends|cases end} before the start and {n|is|are} left out; check the dates and the columns.',
    withoutStart: '{n} {n|record has|records have} no start and {n|is|are} left out.',
    future: '{n} {n|case begins|cases begin} after the data were drawn and {n|is|are} left out.',
    closedLater: '{n} {n|case closes|cases close} after that day and {n|counts|count} as open.',
    undated: '{n} {n|record has|records have} no start and {n|is|are} outside the chosen period.',
    ungrouped: '{n} {n|case has|cases have} no group and {n|counts|count} in the whole only.',
    groupsLeft: 'Too many groups: the {n} smallest are not listed.',
    limitBeyond: 'No case was watched as long as the limit, so the share within it cannot be estimated.',
    wholeDays: 'The dates have no time of day: whole days are counted, then converted.',
    curvesDrawn: 'The picture shows the {n} largest groups, the table all {of}.',
    smallGroups: '{n} {n|group has|groups have} fewer than 10 closed cases; their percentiles are unreliable.',
    censoring:
      'Assumed: whether a case is seen open has nothing to do with how hard it is. If hard cases leave the system or are parked, the result is too fast.',
  },
  how: {
    time: 'Time = “{end}” − “{start}”; without an end, up to {asOf}, as censored.',
    estimate:
      'Kaplan-Meier: {n} cases ({closed} closed, {open} open); at each closing the share open is multiplied by (1 − closings ÷ cases open just before).',
    first: 'For instance, {n} cases were open just before {time} ({unit}), and {open} after it.',
    quantile:
      'A percentile is the first time at which the share open falls to its level; the median is {median}. What curve or band does not reach is “not reached”.',
    interval:
      'Intervals use Greenwood’s variance and the log(−log) transformation; those of percentiles are read off the band.',
    within: 'Share closed within the limit = 1 − share open at {limit}.',
    logRank: 'The two groups are compared by the log-rank test.',
    logRankHolm: 'Each group is compared with all others by the log-rank test, p corrected by Holm.',
  },
} satisfies Shape<typeof zh>;
