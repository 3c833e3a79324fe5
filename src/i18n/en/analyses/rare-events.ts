import type { Shape } from '../../shape';
import type { rareEvents as zh } from '../../zh-CN/analyses/rare-events';
import {
  baselineChoiceWords,
  directionChoiceWords,
  scopeFieldWords,
  scopeHelpWords,
  stageFieldWords,
  stageHelpWords,
} from './series';

export const rareEvents = {
  name: 'Rare events',
  purpose:
    'For events that seldom happen, such as losses or data leaks: how long, or how much business, lies between two.',
  field: {
    chart: 'Kind of chart',
    from: 'Gaps come from',
    dateColumn: 'Date and time column',
    countedColumn: 'Column that tells events',
    countedValues: 'Values that are events',
    measure: 'Column with the gaps',
    countMethod: 'Limits of the g chart',
    timeMethod: 'Limits of the t chart',
    direction: 'Which way is better',
    rules: 'Rules',
    limitWidth: 'Width of the limits (sigma)',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    chart: 'g: opportunities (such as transactions) between two events; t: time between two events.',
    from: 'Records: the gaps are worked out in order of time; a column: the file has one row per event, with its gap.',
    dateColumn: 'Gives the order; for a t chart the gaps too, better with the time of day than with the date alone.',
    countedColumn: 'For instance “Error?”. For a t chart, none means that every record is an event.',
    countedValues: 'For instance “Yes”. Records where this column is empty are left out.',
    measure: 'For instance “Days since the last one” or “Cases between”.',
    countMethod:
      'Percentiles: by the probabilities of the geometric law, with the false alarms of 3 sigma; Provost/NHS: mean ± 3 sigma, with many more.',
    timeMethod:
      'Exponential: for events that come at random, gaps of 0 allowed; Weibull: for events in bunches or in rhythm; power: an individuals chart of x^(1/3.6). The last two allow no gap of 0.',
    direction: 'Longer gaps are usually good (blue), shorter ones a concern (orange).',
    rules: 'Gaps are skewed, so rules with zones are not used.',
    limitWidth: 'Usually 3, a probability of 0.135% on each side.',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    chart: { g: 'g (opportunities between)', t: 't (time between)' },
    from: { rows: 'Records', column: 'A column' },
    countMethod: { percentiles: 'Percentiles', moments: 'Provost/NHS' },
    timeMethod: { exponential: 'Exponential', weibull: 'Weibull', power: 'Power' },
    direction: directionChoiceWords,
    rules: { default: 'Limits, and 8 on one side', 'limits-only': 'Limits only' },
    baseline: baselineChoiceWords,
  },
  axis: {
    between: 'Records between two with “{column}” = {values}',
    time: 'Time between events ({unit})',
    timeOf: 'Time between two with “{column}” = {values} ({unit})',
  },
  word: { zeroRun: '{n} gaps of 0 in a row' },
  summary:
    '{kind} chart of {points} {points|gap|gaps} from {first} to {last}, with {signals} {signals|signal|signals}.',
  table: { caption: '{kind}, {points} {points|gap|gaps}', event: 'Event' },
  headline: {
    verdict: 'Stable?',
    center: 'Typical gap (CL)',
    last: 'Latest gap ({label})',
    open: 'Since the last event',
    events: 'Events',
  },
  finding: {
    zeroRun:
      'Concern: from {first} to {last}, {n} gaps of 0 in a row: events one upon another, which chance hardly explains (Benneyan’s rule).',
    reading:
      'How to read: the higher a point, the longer since the event before, the rarer the events; low points are events close together.',
    open: {
      g: '{open} records have passed since the last event; only beyond {upper} would they tell that events have become rarer.',
      t: '{open} {unit} have passed since the last event; only beyond {upper} {unit} would they tell that events have become rarer.',
    },
    openGood: {
      g: 'Improvement: {open} records have passed since the last event, beyond the upper limit of {upper}: events have become rarer.',
      t: 'Improvement: {open} {unit} have passed since the last event, beyond the upper limit of {upper} {unit}: events have become rarer.',
    },
    openBeyond: {
      g: '{open} records have passed since the last event, beyond the upper limit of {upper}.',
      t: '{open} {unit} have passed since the last event, beyond the upper limit of {upper} {unit}.',
    },
  },
  check: {
    rare: 'Rare enough: on average {mean} opportunities between events (about {share}), which suits a g chart.',
    notRare: 'Only {mean} opportunities between events on average, which is not rare: a p chart by period is quicker.',
    moments:
      'Provost/NHS limits are mean ± 3 sigma: about 1.8% false alarms per point, over ten times what 3 sigma promise; and with the mean as centre, runs on one side are more likely too.',
    manyZeros:
      '{n} of {of} gaps are 0: events are too dense or dates too coarse. Use a column with times, a g chart, or a c or u chart by period.',
    sameDay:
      '{n} {n|event falls|events fall} on the day of the one before and {n|counts|count} as a gap of 0. With times at hand, use them.',
    exponential: 'The gaps are close to exponential (Weibull shape {shape}; 1 means purely at random).',
    bunched:
      'Events come in bunches (Weibull shape {shape}, below 1): exponential limits raise more false alarms. Use Weibull.',
    spaced:
      'Events are more regular than chance (Weibull shape {shape}, above 1): exponential limits are too wide. Use Weibull.',
    noExposure: 'A t chart sees time only: where business volumes vary, use a g chart of the business between.',
    fileOrder: 'No date column is chosen, so the order is that of the file; make sure it is in order of time.',
    undated: '{rows} {rows|record has|records have} no date, hence no place in the order, and {rows|is|are} left out.',
    blank: '{rows} {rows|record has|records have} an empty cell where one is needed and {rows|is|are} left out.',
  },
  how: {
    gap: {
      g: 'Each point is the number of records without event between the event before and this one; what lay before the first is unknown and not drawn.',
      t: 'Each point is the time from the event before to this one; the first event has none before it and is not drawn.',
      column: 'Each point is one value of the chosen column.',
    },
    lines: {
      percentiles:
        '{name}: {points} gaps, mean ḡ = {mean}; the chance per opportunity is p̂ = ((N − 1) ÷ N) ÷ (ḡ + 1). Lines are percentiles of the geometric law (the probabilities of {k} sigma, linear between whole numbers): lower {lower}, centre {center}, upper {upper}.',
      moments: '{name}: {points} gaps, centre ḡ = {mean}, limits ḡ ± {k}√(ḡ(ḡ + 1)), not below 0: {lower} to {upper}.',
      exponential:
        '{name}: {points} gaps, mean {mean}. Lines are percentiles of the exponential law (the probabilities of {k} sigma): lower {lower}, centre (median) {center}, upper {upper}.',
      weibull:
        '{name}: {points} gaps, mean {mean}. A Weibull law is fitted by maximum likelihood; lines are its percentiles at the probabilities of {k} sigma: lower {lower}, centre {center}, upper {upper}.',
      power:
        '{name}: {points} gaps, mean {mean}. An individuals chart of x^(1/3.6) (± {k} sigma), carried back: lower {lower}, centre {center}, upper {upper}.',
    },
    zeroRun:
      'The lower limit is 0 and cannot tell of events that come closer; so {n} gaps of 0 in a row are a signal too, less likely than a point beyond the limits (Benneyan).',
    rules: 'Rules: {set}. A point on the limit is in; each phase is judged on its own.',
  },
} satisfies Shape<typeof zh>;
