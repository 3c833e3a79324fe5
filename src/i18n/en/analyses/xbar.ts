import type { Shape } from '../../shape';
import type { xbar as zh } from '../../zh-CN/analyses/xbar';
import {
  baselineChoiceWords,
  directionChoiceWords,
  ruleSetWords,
  scopeFieldWords,
  scopeHelpWords,
  stageFieldWords,
  stageHelpWords,
} from './series';

export const xbar = {
  name: 'X̄ chart',
  purpose: 'Looks at measurements in subgroups: is the level stable, is the spread within stable.',
  field: {
    chart: 'Kind of chart',
    measure: 'Number column',
    subgroup: 'One subgroup per',
    dateColumn: 'Date column',
    subgroupColumn: 'Column of subgroups',
    estimator: 'Sigma estimated by',
    direction: 'Which way is better',
    rules: 'Rules for the means',
    limitWidth: 'Width of the limits (sigma)',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    chart: 'X̄-R for subgroups of up to 9 values, X̄-S for larger ones.',
    measure: 'For instance waiting time or length of call.',
    subgroup: 'Values of a subgroup should arise under like conditions, so that changes show between subgroups.',
    dateColumn: 'Decides which period a record belongs to.',
    subgroupColumn: 'For instance a batch or sample number; in order of first appearance (numbers ascending).',
    estimator:
      'Usually the mean range for X̄-R and the mean standard deviation for X̄-S; with unequal sizes, weighted ranges or the pooled standard deviation.',
    direction: 'Signals this way are improvements (blue), the other way concerns (orange).',
    rules: 'Ranges and standard deviations are judged by their limits alone.',
    limitWidth: 'Usually 3.',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    chart: { 'xbar-r': 'X̄-R (range)', 'xbar-s': 'X̄-S (standard deviation)' },
    subgroup: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', column: 'A column' },
    estimator: {
      standard: 'As the chart (R̄ or S̄)',
      rbar: 'Mean range R̄',
      rbar_mvlue: 'Weighted ranges (Burr)',
      sbar: 'Mean standard deviation S̄',
      pooled: 'Pooled standard deviation',
    },
    direction: directionChoiceWords,
    rules: ruleSetWords,
    baseline: baselineChoiceWords,
  },
  word: { mean: 'subgroup mean', range: 'Range R', sd: 'Standard deviation S' },
  tooltip: { size: 'Subgroup size {size}' },
  summary:
    '{kind} of {points} from {first} to {last}, with {signals} {signals|signal|signals} of the means and {spreads} of the spread.',
  table: {
    caption: '{kind}, {points}',
    subgroup: 'Subgroup',
    size: 'Size',
    spreadLower: 'Lower limit of spread',
    spreadUpper: 'Upper limit of spread',
    spreadNote: 'Signals of spread',
  },
  headline: { verdict: 'Stable?', grandMean: 'Grand mean', sigma: 'Sigma within', subgroups: 'Subgroups' },
  finding: {
    between:
      'More than half of the means signal: subgroups differ far more than the spread within them, so limits from that spread are too narrow. Check the grouping, or chart the mean of each period as I-MR.',
    spreadFirst:
      'The spread is beyond its limits {n} {n|time|times} ({labels}): it is not stable, and the limits of the means cannot be trusted. Look at these subgroups first.',
  },
  check: {
    equalSizes: 'All subgroups have the same size: {size}.',
    raggedSizes: 'Sizes differ ({least} to {most}): limits follow them, and so does the estimate.',
    largeForRange: 'The largest subgroup has {most} values, more than {limit}: a range wastes most of them. Use X̄-S.',
    single: '{n} {n|subgroup has|subgroups have} a single value ({labels}): a mean, but no spread.',
    spreadUnstable: 'The spread is beyond its limits {n} {n|time|times}; the limits of the means cannot be trusted.',
    spreadStable: 'The spread within subgroups is stable.',
    noSpread: 'There is no spread within subgroups at all: check for coarse rounding or repeated entries.',
    between: 'More than half of the means signal; the limits are not credible. Reconsider the grouping.',
  },
  how: {
    center: {
      'xbar-r': '{name}: grand mean {mean}, mean range R̄ = {spread} ({first} to {last}, {points} subgroups).',
      'xbar-s':
        '{name}: grand mean {mean}, mean standard deviation S̄ = {spread} ({first} to {last}, {points} subgroups).',
    },
    sigma: {
      rbar: '{name}: sigma within = mean of R ÷ d₂(n) = {sigma}.',
      rbar_mvlue: '{name}: sigma within = mean of R ÷ d₂(n), weighted by (d₂ ÷ d₃)² = {sigma}.',
      sbar: '{name}: sigma within = mean of S ÷ c₄(n) = {sigma}.',
      pooled: '{name}: sigma within = pooled standard deviation ÷ c₄(degrees of freedom + 1) = {sigma}.',
    },
    limits:
      'Limits of the means = grand mean ± {k} sigma ÷ √n. For {label} (n = {n}): {center} ± {k} × {sigma} gives {lower} to {upper}.',
    spread: {
      'xbar-r':
        'Limits of the ranges = (d₂ ± {k} d₃) sigma, not below 0. For {label} (n = {n}): centre {center}, {lower} to {upper}.',
      'xbar-s':
        'Limits of the standard deviations = (c₄ ± {k}√(1 − c₄²)) sigma, not below 0. For {label} (n = {n}): centre {center}, {lower} to {upper}.',
    },
    spreadRules:
      'The spread is judged by its limits alone; the constants d₂, d₃ and c₄ are computed for the size of each subgroup.',
  },
} satisfies Shape<typeof zh>;
