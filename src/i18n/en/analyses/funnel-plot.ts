import type { Shape } from '../../shape';
import type { funnelPlot as zh } from '../../zh-CN/analyses/funnel-plot';
import {
  countChoiceWords,
  countFieldWords,
  countHelpWords,
  directionChoiceWords,
  scopeFieldWords,
  scopeHelpWords,
  sizeChoiceWords,
  sizeFieldWords,
  sizeHelpWords,
} from './series';

export const funnelPlot = {
  name: 'Funnel plot',
  purpose: 'Compares outlets: which truly differ, and which are only small and volatile.',
  field: {
    kind: 'What is compared',
    unitColumn: 'Units compared',
    ...countFieldWords,
    ...sizeFieldWords,
    secondKey: 'Column with the unit names there',
    zeroUnits: 'Count units without records as 0',
    per: 'Per so many units',
    target: 'Held against',
    targetValue: 'Target',
    method: 'Limits computed by',
    direction: 'Which way is better',
    dateColumn: 'Date column',
    ...scopeFieldWords,
  },
  help: {
    kind: 'Share: the defective part of a sample; rate: events per so many units, where one unit can have several.',
    unitColumn: 'For instance outlet, branch or department.',
    ...countHelpWords,
    ...sizeHelpWords,
    secondKey: 'Matches the names of the units in this dataset.',
    zeroUnits:
      'Units that only the other dataset names: no record means that nothing happened. Switch off if a filter chooses units.',
    per: 'For instance per 10,000 transactions; empty chooses a round number.',
    target: 'Pooled: the level of all units taken together.',
    targetValue: 'In the unit of the axis; for shares a percentage, 6 for 6%.',
    method: 'Automatic: exact probabilities where few events are expected, the normal approximation elsewhere.',
    direction: 'Beyond the limits this way is better (blue), the other way a concern (orange).',
    dateColumn: 'Used to choose a period.',
    ...scopeHelpWords,
  },
  choice: {
    kind: { proportion: 'Share', rate: 'Rate' },
    numerator: countChoiceWords,
    denominator: sizeChoiceWords,
    target: { pooled: 'Pooled level', typed: 'Target' },
    method: { auto: 'Automatic', exact: 'Exact', normal: 'Normal' },
    direction: directionChoiceWords,
  },
  line: { outer: '99.8%', inner: '95%', pooled: 'Pooled', typed: 'Target' },
  place: {
    inside: 'inside the limits',
    aboveInner: 'above the 95% limit',
    belowInner: 'below the 95% limit',
    aboveOuter: 'above the 99.8% limit',
    belowOuter: 'below the 99.8% limit',
  },
  tooltip:
    '{label}: {value} ({count} ÷ {size})\n95% limits {lower} to {upper}\n99.8% limits {lowerOuter} to {upperOuter}',
  summary: 'Funnel plot of {units} {units|unit|units}, {beyond} of them beyond the 99.8% limits.',
  table: {
    caption: 'Funnel plot, {units} {units|unit|units}',
    lowerOuter: '99.8% lower',
    lowerInner: '95% lower',
    upperInner: '95% upper',
    upperOuter: '99.8% upper',
    place: 'Place',
    p: 'p (exact)',
    adjustedP: 'Adjusted p (BH)',
    total: 'Total',
  },
  headline: {
    beyond: 'Beyond 99.8%',
    sides: '{above} high, {below} low',
    verdicts: '{concerns} {concerns|concern|concerns}, {good} better',
    pooled: 'Pooled level',
    typed: 'Target',
    units: 'Units',
    inner: 'Beyond 95% only',
    expected: 'chance alone puts about {expected} beyond 95%',
  },
  unit: {
    concern: {
      above: 'Concern: {label} is {value} ({count} ÷ {size}), above the 99.8% limit of {limit}.',
      below: 'Concern: {label} is {value} ({count} ÷ {size}), below the 99.8% limit of {limit}.',
    },
    good: {
      above: 'Better: {label} is {value} ({count} ÷ {size}), above the 99.8% limit of {limit}.',
      below: 'Better: {label} is {value} ({count} ÷ {size}), below the 99.8% limit of {limit}.',
    },
    plain: {
      above: 'High: {label} is {value} ({count} ÷ {size}), above the 99.8% limit of {limit}.',
      below: 'Low: {label} is {value} ({count} ÷ {size}), below the 99.8% limit of {limit}.',
    },
  },
  finding: {
    discovered:
      'With the share of false alarms among all units kept below 5% (Benjamini–Hochberg), {n} {n|stands|stand} out, strongest evidence first: {names}.',
    undiscovered:
      'With the share of false alarms among all units kept below 5% (Benjamini–Hochberg), no unit stands out.',
    dispersed:
      'The units differ by more than chance throughout, so the limits are too narrow: lying outside need not mean poor management. See first whether business and definitions are alike.',
    none: 'All {units} units lie within the 99.8% limits: their order is mostly chance, and no ground for ranking or reward.',
    some: '{n} of {units} units {n|lies|lie} beyond the 99.8% limits, which size does not explain.',
    more: '{n} more in the table below.',
    near: '{n} {n|lies|lie} beyond the 95% limits only ({names}). Chance alone gives about {expected}: keep watching, conclude nothing.',
    inside: 'The other {n} do not differ significantly from the whole.',
    next: {
      known:
        'Check data, definitions and mix of business first, then process and people: find the cause of the orange ones, learn from the blue ones.',
      none: 'Check data, definitions and mix of business first, then process and people. Choose which way is better to tell good from bad.',
    },
  },
  check: {
    units: 'Enough units: {units}.',
    fewUnits: 'Only {units} {units|unit|units}, fewer than {needed}: each of them moves the pooled level.',
    dispersed:
      'Over-dispersed: mean z² = {dispersion} (about 1 by chance, p = {p}). Something else than the outlet differs; compare within groups of a kind.',
    dispersionFits: 'The units scatter as chance does (mean z² = {dispersion}, p = {p}).',
    smallExact: '{n} {n|unit expects|units expect} fewer than {needed} events; their limits are exact.',
    smallNormal:
      '{n} {n|unit expects|units expect} fewer than {needed} events, where the normal approximation fails: choose automatic or exact.',
    typedTarget: 'Held against a target that was typed in: with an unsuitable one, many units lie outside together.',
    mix: 'A funnel plot allows for size only, not for the mix of customers and business; compare outlets of a kind.',
    withoutSize: '{n} {n|unit has|units have} no denominator and {n|is|are} left out: {names}.',
    zeroUnits:
      '{n} {n|unit has|units have} no record at all and {n|counts|count} as 0: {names}. Switch this off if a filter or missing data is the cause.',
    unitsLeftOut:
      '{n} {n|unit|units} of the other dataset {n|has|have} no record that fits and {n|is|are} left out: {names}.',
    unplaced: '{rows} {rows|record has|records have} no unit and {rows|is|are} left out.',
    blank: '{rows} {rows|record has|records have} an empty cell where one is needed and {rows|is|are} left out.',
  },
  how: {
    pooled: 'Pooled level = events ÷ denominators = {count} ÷ {size}, shown per {per} as {pooled}.',
    typed: 'The units are held against the target typed in, {target}.',
    limits: {
      proportion:
        'Limits = target ± z√(target × (1 − target) ÷ n), z = 1.960 for 95% and 3.090 for 99.8%, held within 0 and 1. For {label} (n = {size}): 95% {lower} to {upper}, 99.8% {lowerOuter} to {upperOuter}.',
      rate: 'Limits = target ± z√(target ÷ n), z = 1.960 for 95% and 3.090 for 99.8%, not below 0. For {label} (n = {size}): 95% {lower} to {upper}, 99.8% {lowerOuter} to {upperOuter}.',
    },
    method: {
      auto: 'Where fewer than {needed} events, or opposites, are expected, limits are exact quantiles of the binomial or Poisson law, smoothed between whole numbers.',
      exact: 'All limits are exact quantiles of the binomial or Poisson law, smoothed between whole numbers.',
      normal: 'All limits use the normal approximation.',
    },
    dispersion:
      'Scatter: the mean of z² = ((seen − target) ÷ standard deviation)² over the units is {dispersion}; the chi-square distribution gives its p-value.',
  },
} satisfies Shape<typeof zh>;
