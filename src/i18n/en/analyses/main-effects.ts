import type { Shape } from '../../shape';
import type { mainEffects as zh } from '../../zh-CN/analyses/main-effects';

export const mainEffects = {
  name: 'Main effects',
  purpose:
    'Puts several factors into one picture: with which of them does the mean of a measure change most? Screens for the factors worth a closer look.',
  field: {
    measure: 'Number column',
    factors: 'Factors',
    dateColumn: 'Date column',
    period: 'Period',
    filters: 'Filters',
  },
  help: {
    measure: 'For instance handling time, waiting time, score.',
    factors: 'For instance channel, business type, peak hours: 1 to 6 columns with 2 to 12 levels each.',
    dateColumn: 'Needed only for a period.',
    period: 'Only records of this period are counted.',
    filters: 'For instance one business type only.',
  },
  word: {
    grandMean: 'Overall mean',
    factorRange: '{factor} ({range})',
    levelOf: '{factor} “{level}” ({n})',
  },
  tooltip: '{factor}: {level} ({n} {n|value|values})\nMean {mean} (95% CI {low} to {high})\nStandard deviation {sd}',
  summary:
    'Main effects on {measure}: {factors} {factors|factor|factors} with {levels} levels, {values} values in all; each level with its mean and 95% interval.',
  table: {
    caption: 'Means of “{measure}” at each level of each factor',
    captionInUnit: 'Means of “{measure}” at each level of each factor, unit: {unit}',
    factor: 'Factor',
    level: 'Level',
    n: 'Values',
    mean: 'Mean',
    low: 'Mean, lower (95%)',
    high: 'Mean, upper (95%)',
    sd: 'Standard deviation',
    fromGrand: 'From the overall mean',
    range: 'Range of the factor',
    share: 'Variation explained by the factor (ω²)',
    adjustedP: 'Adjusted p of the factor',
  },
  headline: {
    largest: 'Factor with the largest range',
    largestNote: 'its highest and lowest mean differ by {range}',
    clear: 'Factors beyond chance',
    clearNote: 'of {n}, corrected for their number',
    grandMean: 'Overall mean',
    grandMeanNote: '{n} {n|value|values}',
  },
  finding: {
    order: 'Ranges of the mean {measure} by factor, largest first: {factors}.',
    factor: {
      clear:
        '{factor}: the mean {measure} is highest for {highest} ({high}) and lowest for {lowest} ({low}), {range} apart and beyond chance (adjusted p {p}). Taken alone, this factor explains about {share} of the variation.',
      unclear:
        '{factor}: the mean {measure} runs from {low} for {lowest} to {high} for {highest}, {range} apart, no more than chance explains (adjusted p {p}); it is no ranking.',
      untested:
        '{factor}: the mean {measure} runs from {low} for {lowest} to {high} for {highest}, {range} apart; the values do not vary, so nothing can be tested.',
    },
    tooFew: '{names}: fewer than two levels have at least {enough} values; drawn, but not compared.',
    nextNone:
      'No factor differs by more than chance, so the order of ranges is no ranking; try other factors or more data.',
    next: 'Look first into factors with a large range beyond chance: “Compare means” tells which levels differ, “Regression” takes several factors together; then check the cause in the process.',
  },
  check: {
    enough: 'Every level has enough values (at least {n}).',
    few: '{n} {n|level has|levels have} fewer than {enough} values and {n|takes|take} no part in ranges and tests; drawn hollow and without an interval: {names}.',
    some: '{n} {n|level has|levels have} fewer than {steady} values, so their means are unsteady and their intervals wide: {names}.',
    levels:
      'Factors have different numbers of levels ({least} to {most}): more levels have a larger range by chance alone, so read p and the variation explained as well.',
    derived:
      '“{factor}” alone explains {share} of the variation: make sure that it is not computed from the measure (such as “on time” from a duration), for then it is no cause.',
    confounded:
      'Each factor is looked at by itself. Where factors go together (a channel that mostly serves one business type), the difference of one may come from the other; interactions do not show either.',
    alone: 'Only one factor was looked at: its differences may come from others that were not chosen.',
    missing:
      '{n} {n|record has|records have} no value ({share}) and {n|is|are} left out; make sure that this does not depend on the value.',
    unplaced:
      '{n} {n|value has|values have} an empty “{factor}” and {n|belongs|belong} to no level of it, but {n|counts|count} in the overall mean.',
    undated: '{n} {n|record has|records have} no date and {n|is|are} outside the period chosen.',
    stable:
      'The tests take records to be independent and the process to be stable; for data in order of time, look at a control chart first.',
  },
  how: {
    grandMean: 'Overall mean = sum of {n} values ÷ {n} = {mean}, the dashed line.',
    interval:
      'Each interval uses the standard deviation of its own level only (not pooled): mean ± t·s ÷ √n. For instance {level} of {factor}: {mean} ± t({df})·{sd} ÷ √{n} = {low} to {high}.',
    range: 'Range = mean of the highest level − mean of the lowest; {factor}: {high} − {low} = {range}.',
    welch:
      '{factor}: Welch’s ANOVA, F = {f} with {df1} and {df2} degrees of freedom, p {p}, adjusted p {adjusted}; ω² = {share}.',
    classic:
      '{factor}: one-way ANOVA, F = {f} with {df1} and {df2} degrees of freedom, p {p}, adjusted p {adjusted}; ω² = {share}. A level has only equal values, which rules out Welch’s test.',
    correction:
      'p-values are corrected for the number of factors by Holm’s method; levels with fewer than {enough} values are drawn only.',
  },
} satisfies Shape<typeof zh>;
