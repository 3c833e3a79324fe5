import type { Shape } from '../../shape';
import type { beforeAfter as zh } from '../../zh-CN/analyses/before-after';

export const beforeAfter = {
  name: 'Before and after',
  purpose:
    'How much a metric changed when a measure was taken, and how sure that is; with a control group (difference in differences) and a target if wanted. Proposes effective, partly effective, not effective or not proven.',
  field: {
    metric: 'Kind of metric',
    measure: 'Number column',
    numerator: 'What is counted',
    countedColumn: 'Column that tells',
    countedValues: 'Values that count',
    countColumn: 'Column with the number of events',
    denominator: 'Divided by',
    sizeColumn: 'Column with the denominator',
    second: 'Another dataset',
    secondKey: 'Date column there',
    secondNumber: 'Column of the denominator there',
    dateColumn: 'Date column',
    change: 'Day of the change',
    gapDays: 'Days of transition',
    direction: 'Direction',
    target: 'Target',
    controlColumn: 'Column of the control group',
    controlValues: 'Values of the control group',
    per: 'Rates per so many units',
    picture: 'Picture',
    unit: 'Periods of the trend',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    metric: 'Mean: handling time. Share: on time. Rate: complaints per 10,000.',
    measure: 'For instance handling time, score.',
    numerator: 'Every record, records with certain values, or the total of a column.',
    countedColumn: 'For instance “On time?”. Not needed to count every record.',
    countedValues: 'For instance “No”. Records where this column is empty are left out.',
    countColumn: 'Events that the file has already added up.',
    denominator: 'Volumes where there are any; days where there are only complaints.',
    sizeColumn: 'For instance transactions; added up within the period.',
    second: 'For instance a table of monthly volumes.',
    secondKey: 'Divides its lines into before and after.',
    secondNumber: 'Transactions, calls, customers.',
    dateColumn: 'When the event happened.',
    change: 'First day of the new way. Empty = the start of the month in the middle, to try out only.',
    gapDays: 'Records of these days from the change on count on neither side.',
    direction: 'Whether lower is better (times, errors, complaints) or higher (on time, solved, scores).',
    target: 'The level agreed beforehand, in the unit of the picture; shares in per cent, such as 95.',
    controlColumn: 'For instance “Outlet”: outlets without the measure are the control.',
    controlValues: 'Values without the measure; all others had it, and an empty cell counts for neither.',
    per: 'For instance 10,000. Empty = a round number.',
    picture: 'The trend shows when the change came, intervals show levels.',
    unit: 'Automatic: months for long data, weeks or days for short.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one business type only.',
  },
  choice: {
    metric: { mean: 'Mean', share: 'Share', rate: 'Rate' },
    numerator: { values: 'Records with certain values', rows: 'Every record', column: 'Total of a column' },
    denominator: { days: 'Days', column: 'Total of a column', second: 'Another dataset' },
    direction: { lower: 'Lower is better', higher: 'Higher is better' },
    picture: { trend: 'Trend', intervals: 'Intervals' },
    unit: { auto: 'Automatic', day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' },
  },
  verdict: {
    effective: 'Effective',
    partial: 'Partly effective',
    notEffective: 'Not effective',
    unproven: 'Not proven yet',
  },
  reason: {
    better: 'Proposed: {verdict}. The whole interval of the change is an improvement.',
    reached: 'Proposed: {verdict}. The whole interval of the change is an improvement, and the target is reached.',
    missed: 'Proposed: {verdict}. The improvement is clear, but the target is not reached yet.',
    worse: 'Proposed: {verdict}. The whole interval of the change is a decline.',
    open: 'Proposed: {verdict}. The interval holds improvement as well as none: the data cannot tell yet.',
    openMissed:
      'Proposed: {verdict}. No improvement is proven, and the level after the change clearly misses the target.',
    assumed:
      'Proposed: {verdict}. No day of change was given; the data were divided in the middle to try out, which supports no verdict.',
    openControl:
      'Proposed: {verdict}. The changed records improved, but no longer clearly once the change of the control group is taken off.',
  },
  word: {
    days: 'days',
    before: 'Before',
    after: 'After',
    switch: 'Transition',
    treated: 'With the measure',
    control: 'Control',
    controlNamed: 'Control: {name}',
    treatedBefore: 'With the measure, before',
    treatedAfter: 'With the measure, after',
    controlBefore: 'Control, before',
    controlAfter: 'Control, after',
    changeOn: 'Change on {day}',
    periods: {
      plain: '{periods} {periods|period|periods}',
      gaps: '{periods} {periods|period|periods} (and {gaps} without data)',
    },
    target: 'Target',
  },
  axis: {
    share: 'Share with “{measure}” = {values}',
    rate: '{measure} ÷ {size}',
    ratePer: '{measure} per {per} {size}',
  },
  tooltip: {
    point: '{label}\n{arm}: {value}',
    mean: '{label}\nMean {value} (95% CI {low} to {high})\n{size} values',
    side: '{label}\n{value} (95% CI {low} to {high})\n{events} ÷ {size}',
  },
  summary: {
    trend: '{measure} over {periods}: {before} before the change, {after} after.',
    intervals: '{measure}: {before} before the change, {after} after, with 95% intervals.',
  },
  table: {
    caption: '“{measure}” before and after',
    captionPer: '“{measure}” before and after (per {per})',
    captionTrend: '“{measure}” period by period: {periods}',
    captionTrendPer: '“{measure}” period by period: {periods} (per {per})',
    time: 'Period',
    side: 'Side',
    treated: 'With the measure',
    control: 'Control',
    events: 'Events',
    n: 'Values',
    size: 'Denominator',
    value: 'Level',
    low: 'Lower (95%)',
    high: 'Upper (95%)',
    sd: 'Standard deviation',
    change: 'Change (after − before)',
    controlled: 'Difference in differences',
  },
  headline: {
    verdict: 'Proposed verdict',
    verdictNote: 'from interval, direction and target; a person decides',
    nNote: '{n} values',
    countNote: '{events} ÷ {size}',
    change: { mean: 'Change of the mean', share: 'Change (percentage points)', rate: 'Relative change' },
    controlled: {
      mean: 'Difference in differences',
      share: 'Difference in differences (points)',
      rate: 'Difference in differences',
    },
    interval: '95% CI {low} to {high}',
    hedgesG: 'Effect size, Hedges g',
    relative: 'Relative change',
    relativeNote: 'relative change {value}',
    difference: 'Difference of rates',
    failures: 'failures {value}',
    noFailures: 'there were no failures to begin with',
    p: 'p {p}',
  },
  finding: {
    mean: {
      higher:
        'The mean rose from {before} (n = {n1}) to {after} (n = {n2}), a change of {difference} (95% CI {low} to {high}, p {p}).',
      lower:
        'The mean fell from {before} (n = {n1}) to {after} (n = {n2}), a change of {difference} (95% CI {low} to {high}, p {p}).',
      open: 'The mean went from {before} (n = {n1}) to {after} (n = {n2}), a change of {difference} that chance explains (95% CI {low} to {high}, p {p}).',
    },
    share: {
      higher:
        'The share rose from {before} (n = {n1}) to {after} (n = {n2}): {difference} percentage points (95% CI {low} to {high}, p {p}).',
      lower:
        'The share fell from {before} (n = {n1}) to {after} (n = {n2}): {difference} percentage points (95% CI {low} to {high}, p {p}).',
      open: 'The share went from {before} (n = {n1}) to {after} (n = {n2}): {difference} percentage points, which chance explains (95% CI {low} to {high}, p {p}).',
    },
    rate: {
      higher:
        'The rate rose from {before} to {after}, a relative change of {relative} (95% CI {low} to {high}, p {p}).',
      lower: 'The rate fell from {before} to {after}, a relative change of {relative} (95% CI {low} to {high}, p {p}).',
      open: 'The rate went from {before} to {after}, a relative change of {relative} that chance explains (95% CI {low} to {high}, p {p}).',
    },
    effect: 'That is a relative change of {relative}, or {g} standard deviations (Hedges g).',
    fewerFailures: 'Relative change {relative}; {value} fewer failures.',
    moreFailures: 'Relative change {relative}; {value} more failures.',
    controlled: {
      points: {
        clear:
          'Meanwhile the control group ({name}) went from {before} to {after}; taken off, {estimate} percentage points remain (difference in differences, 95% CI {low} to {high}, p {p}).',
        open: 'Meanwhile the control group ({name}) went from {before} to {after}; taken off, {estimate} percentage points remain, which chance explains (difference in differences, 95% CI {low} to {high}, p {p}).',
      },
      plain: {
        clear:
          'Meanwhile the control group ({name}) went from {before} to {after}; taken off, {estimate} remain (difference in differences, 95% CI {low} to {high}, p {p}).',
        open: 'Meanwhile the control group ({name}) went from {before} to {after}; taken off, {estimate} remain, which chance explains (difference in differences, 95% CI {low} to {high}, p {p}).',
      },
    },
    targetReached: 'After the change: {after}; the target of {target} is reached.',
    targetMissed: 'After the change: {after}; the target of {target} is missed.',
    decide:
      'This is what the data propose, no proof of cause: weigh other measures of the time, changed definitions and mix of business; the process owner decides.',
  },
  check: {
    assumed:
      'No day of change was given; {day}, in the middle of the data, stands in. Give the real one before you conclude.',
    gap: '{n} {n|record|records} of the transition {n|counts|count} on neither side.',
    values: {
      good: 'Enough values on both sides (at least {n}).',
      caution: 'One side has only {n} values: the interval is wide.',
      bad: 'One side has only {n} values: too few.',
    },
    counts: {
      good: 'Enough counts on both sides (at least {n}).',
      caution: 'One side has only {n}: the interval is wide.',
      bad: 'One side has only {n}: the result is very uncertain.',
    },
    long: '{before} whole periods before the change and {after} after it (unit: {unit}).',
    short:
      'Only {before} whole periods before the change and {after} after it (unit: {unit}): whether it lasts is not seen yet.',
    emptyPeriods:
      '{n} {n|period|periods} of the trend {n|has|have} no data ({labels}): left open in the picture, and not counted as periods.',
    preTrend:
      'The metric was moving before the change already ({slope} per period, unit: {unit}, p {p}, {n} periods): not all of the difference is due to the measure.',
    noPreTrend: 'No clear trend before the change ({slope} per period, unit: {unit}, p {p}, {n} periods).',
    unknownPreTrend: 'Too few periods before the change to see whether it was moving already.',
    blank:
      '{n} {n|record has|records have} no value of “{name}” ({share}) and {n|is|are} left out; make sure that this does not depend on the result.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} left out.',
    noArm: '{n} {n|record has|records have} no value in the control column and {n|counts|count} for neither group.',
    perDay: 'The denominator is days: a change of volume would look like an effect. Divide by volume where you can.',
    exposure: 'The denominator is “{name}”: make sure it covers the same time and scope as the events.',
    parallel:
      'Difference in differences assumes that without the measure both would have changed alike (control: {name}). See in the trend whether they run in parallel before.',
    noControl: 'No control group: whatever else changed (season, rules, mix of business) is included.',
    seasons: 'The two sides cover different months of the year: seasons may make the difference.',
    stability:
      'The comparison takes each side as stable and records as independent: check with a control chart in phases.',
  },
  how: {
    windows:
      'Before: {first} to the day before {changeDay}. After: from {changeDay} (less {gap} days of transition) to {last}.',
    mean: 'Welch’s t = (after − before) ÷ √({s1}² ÷ {n1} + {s2}² ÷ {n2}) = {t} with {df} degrees of freedom, p {p}; change {difference} ({low} to {high}).',
    share:
      '{x1} ÷ {n1} = {before}, {x2} ÷ {n2} = {after}; difference {difference} percentage points, Newcombe’s interval {low} to {high}; p {p} (pooled z, Fisher where fewer than 5 are expected).',
    rate: '{x1} ÷ {n1} × {per} = {before}, {x2} ÷ {n2} × {per} = {after}; exact interval of the relative change {low} to {high}, p {p} (binomial, given the total).',
    hedgesG:
      'Hedges g = difference of means ÷ pooled standard deviation, corrected for small samples = {g}; 0.2, 0.5, 0.8 are small, medium, large.',
    failures:
      'Failures are what is counted where lower is better, and the others where higher is; their change is that of the failure share, relative.',
    controlled: {
      mean: 'Difference in differences = {treated} − change of the control {control} = {estimate}; variances of the four cells may differ ({df} degrees of freedom), interval {low} to {high}.',
      share:
        'Difference in differences = {treated} − change of the control {control} = {estimate} percentage points; interval by the normal distribution {low} to {high}.',
      rate: 'Difference in differences = {treated} − change of the control {control} = {estimate}; interval by Poisson variances and the normal distribution {low} to {high}.',
    },
    verdict:
      'Rule: an interval (with a control that of the difference in differences) wholly on the better side is effective, or partly where a target is missed; wholly on the worse side, or unproven with a level clearly short of the target, is not effective; all else is not proven.',
  },
} satisfies Shape<typeof zh>;
