import type { Shape } from '../../shape';
import type { chartRanking as zh } from '../../zh-CN/analyses/chart-ranking';
import {
  directionChoiceWords,
  plotChoiceWords,
  plotFieldWords,
  plotHelpWords,
  ruleSetWords,
  scopeFieldWords,
  scopeHelpWords,
  sizeChoiceWords,
  sizeFieldWords,
  sizeHelpWords,
} from './series';

export const chartRanking = {
  name: 'Ranked control charts',
  purpose: 'A control chart for every link (or outlet, or channel), those that signal now first.',
  field: {
    groupColumn: 'One chart for each value of',
    dateColumn: 'Date column',
    subgroup: 'One point per',
    plot: 'What is plotted',
    ...sizeFieldWords,
    secondKey: plotFieldWords.secondKey,
    per: 'Per so many units',
    direction: 'Which way is better',
    recent: 'Last periods that count as now',
    rules: 'Rules',
    width: 'Charts that scatter too much',
    ...scopeFieldWords,
  },
  help: {
    groupColumn: 'For instance link, outlet or channel.',
    dateColumn: 'Says to which period a record belongs.',
    subgroup: 'One point for each period; the shorter it is, the fewer the events and the rougher the limits.',
    plot: 'Count: events per period; share: of all events of the period; rate: events per so many units.',
    ...sizeHelpWords,
    secondKey: plotHelpWords.secondKey,
    per: 'For instance per 10,000 transactions; empty chooses a round number.',
    direction: 'A signal this way is an improvement, the other way a concern.',
    recent: 'A signal that completes within these periods is one of now.',
    rules: 'The more charts, the more false alarms: a short list of rules serves best.',
    width:
      'Automatic: limits of charts that scatter more than counts should are widened by Laney’s method, and marked.',
    ...scopeHelpWords,
  },
  choice: {
    plot: { count: 'Count', share: 'Share', rate: 'Rate' },
    denominator: { column: sizeChoiceWords.column, second: sizeChoiceWords.second },
    subgroup: {
      day: plotChoiceWords.subgroup.day,
      week: plotChoiceWords.subgroup.week,
      month: plotChoiceWords.subgroup.month,
      quarter: plotChoiceWords.subgroup.quarter,
      year: plotChoiceWords.subgroup.year,
    },
    direction: directionChoiceWords,
    rules: ruleSetWords,
    width: { auto: 'Widen automatically (Laney)', plain: 'Leave as they are' },
  },
  axis: { count: 'events per period', share: 'share of the period' },
  now: {
    none: 'no recent signal',
    rare: 'too few: use the rare events chart',
    above: '{label} high: {rule}',
    below: '{label} low: {rule}',
    both: '{label}: {rule}',
  },
  tooltip: '{group}\n{label}: {value} ({count} {count|event|events})\ncentre line {center}, limits {lower} to {upper}',
  summary:
    'The first {drawn} of {charts} control {charts|chart|charts}, {first} to {last}; {concerns} {concerns|is|are} a concern now. One line for each {group}; colour says how many sigma from the centre line, and framed cells signal.',
  table: {
    caption: 'Ranked control charts, {charts} {charts|chart|charts}',
    total: 'Events',
    last: 'Last ({label})',
    lower: 'Lower limit',
    upper: 'Upper limit',
    now: 'Recent signal',
    points: 'Points that signal',
    sigmaZ: 'Widened by σz',
    adjustedP: 'p of change (BH)',
  },
  headline: {
    concerns: 'Concerns',
    recent: 'worse within the last {recent} {recent|period|periods}',
    better: 'Better lately',
    charts: 'Charts',
    periods: '{periods} periods each; {rare} too rare to chart',
    changed: 'Changed over time',
    discovery: 'false discoveries below 5%',
    first: 'First in line',
  },
  finding: {
    none: 'Of {charts} {charts|chart|charts}, none has turned worse within the last {recent} {recent|period|periods}.',
    some: 'Of {charts} {charts|chart|charts}, {n} {n|has|have} turned worse within the last {recent} {recent|period|periods}:',
    chart: '{group}: {now}; {last} in {label}, centre line {center}.',
    more: '{n} more in the table below.',
    better:
      '{n} {n|chart shows|charts show} an improvement lately: {names}. Find out why; what works should become the standard.',
    changed:
      'With the share of false alarms among all charts kept below 5% (Benjamini–Hochberg), {n} {n|level has|levels have} changed over time: {names}.',
    unchanged:
      'With the share of false alarms among all charts kept below 5% (Benjamini–Hochberg), no level has surely changed over time.',
    next: 'Begin with the first: open its records in the table, check definitions and coding, then give it a control chart of its own with phases, a denominator and rules.',
  },
  check: {
    manyCharts:
      'Among {charts} charts looked at together, some signal by chance alone: take signals as the order in which to look, not as conclusions.',
    fewEvents:
      '{n} {n|chart has|charts have} fewer than {needed} events per period on average ({names}): their limits are rough. Longer periods help.',
    rare: '{n} {n|has|have} less than one event per period ({names}), which a chart of counts cannot judge; they stand at the end of the table. Use the rare events chart.',
    scattered:
      '{n} {n|chart scatters|charts scatter} more than counts should ({names}), so there are too many signals; for shares and rates the limits can be widened automatically.',
    widened:
      '{n} {n|chart scatters|charts scatter} more than counts should; Laney’s method has widened the limits ({names}).',
    withoutSize:
      'These are counts: a rise in business looks like a fall in quality. Plot rates where there is a volume to divide by.',
    drawn: 'The picture shows the first {drawn}; all {charts} are in the table.',
    ungrouped:
      '{rows} {rows|record|records} without a value to group by, for instance not yet coded, {rows|is|are} left out.',
  },
  how: {
    chart: {
      count:
        'c chart: {group} has {total} events in {periods} periods, centre line = {total} ÷ {periods} = {center}; periods without records count as 0.',
      share: 'p chart: {group} has {total} events, centre line = {total} ÷ all events of {periods} periods = {center}.',
      rate: 'u chart: {group} has {total} events, centre line = {total} ÷ the denominators of {periods} periods = {center}.',
    },
    limits:
      'Limits = centre line ± 3σ, with σ of each period from the law of counts (binomial or Poisson); for {group} in {label} {lower} to {upper}.',
    widened: 'It scatters more than counts should, so σ is multiplied by Laney’s σz = {sigmaZ}.',
    rules: 'Rules: {rules}.',
    order:
      'Order: first what has turned worse within the last {recent} {recent|period|periods}, then what has improved, then the rest; within each, the strongest evidence of change over time first.',
    discovery:
      'Change over time: dispersion test χ² = Σz² with one degree of freedom fewer than periods; p-values corrected by Benjamini–Hochberg, so that no more than 5% of the charts found are false alarms.',
  },
} satisfies Shape<typeof zh>;
