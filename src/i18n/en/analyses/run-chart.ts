import type { Shape } from '../../shape';
import type { runChart as zh } from '../../zh-CN/analyses/run-chart';
import {
  baselineChoiceWords,
  directionChoiceWords,
  plotChoiceWords,
  plotFieldWords,
  plotHelpWords,
  scopeFieldWords,
  scopeHelpWords,
  stageFieldWords,
  stageHelpWords,
} from './series';

export const runChart = {
  name: 'Run chart',
  purpose: 'Tells chance from real change, even with few points.',
  field: {
    ...plotFieldWords,
    center: 'Middle line',
    direction: 'Which way is better',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    ...plotHelpWords,
    center: 'Usually the median: half of the points lie above, half below, and single extremes do not matter.',
    direction: 'A lasting shift this way is an improvement (blue), the other way a concern (orange).',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    ...plotChoiceWords,
    center: { median: 'Median', mean: 'Mean' },
    direction: directionChoiceWords,
    baseline: baselineChoiceWords,
  },
  word: {
    median: 'median',
    mean: 'mean',
    above: 'above',
    below: 'below',
    on: 'on the line',
    changed: 'Changed',
    chance: 'Chance only',
    tooFew: 'Too few points',
    longRun: '{n} points in a row on one side of the middle line',
  },
  summary: {
    none: 'Run chart of {points} from {first} to {last}, without signs of more than chance.',
    signals: 'Run chart of {points} from {first} to {last}, with change beyond chance.',
  },
  table: { caption: 'Run chart, {points}', side: 'Side' },
  headline: {
    verdict: 'Any change?',
    runs: 'longest run {run}, {crossings} {crossings|crossing|crossings}',
    useful: 'Useful points',
  },
  finding: {
    tooFew:
      '{name}: only {useful} {useful|point lies|points lie} off the middle line; below {needed} nothing is claimed.',
    chance:
      '{name}: the longest run has {run} points (chance allows {mostRun}), the {center} is crossed {crossings} times (chance gives at least {fewest}): nothing beyond chance.',
    shift: {
      good: 'Improvement: from {first} to {last}, {run} points in a row lie {side} the {center}; chance allows {mostRun}. The level has truly changed.',
      concern:
        'Concern: from {first} to {last}, {run} points in a row lie {side} the {center}; chance allows {mostRun}. The level has truly changed.',
      plain:
        'Signal: from {first} to {last}, {run} points in a row lie {side} the {center}; chance allows {mostRun}. The level has truly changed.',
    },
    fewCrossings:
      '{name}: the line crosses the {center} only {crossings} {crossings|time|times}, where chance gives at least {fewest}: points keep high or low together, which is more than chance.',
    stageChange: 'With “{name}” the middle line went from {from} to {to} ({change}).',
    next: 'Check the data first, then what happened when the change began; if something was changed, start a new phase there and give the reason.',
    leaveAlone:
      'Explaining single ups and downs is pointless; to improve, change the process. Once stable and with enough points, use a control chart.',
    chooseDirection: 'Choose which way is better to tell improvements from concerns.',
  },
  check: {
    enough: 'Enough useful points: {useful}.',
    tooFew: '“{name}” has only {useful} useful {useful|point|points}, fewer than {needed}: no verdict.',
    onLine:
      '{points} of {of} points lie exactly on the middle line and say nothing: the values are rounded too coarsely. Use finer units or longer periods.',
    mean: 'The middle line is the mean: with skewed values the two sides are not equally likely, and the tests lean. Usually take the median.',
    noExposure:
      'No volume to divide by: a change in the number may only be a change in business. With volumes at hand, plot the rate.',
  },
  how: {
    median: '{name}: the middle line is the median of the points from {first} to {last}, {center}.',
    mean: '{name}: the middle line is the mean of the points from {first} to {last}, {center}.',
    tests:
      '{name}: n = {useful} useful points. The longest run may reach log₂ n, rounded, plus 3 = {mostRun} (seen: {run}); crossings must reach the 5% quantile of the binomial B(n − 1, ½) = {fewest} (seen: {crossings}). More than the first or fewer than the second is a signal (Anhøj rules).',
    onLine:
      'Points exactly on the middle line are not useful: they neither break nor lengthen a run. Both rules together raise a false alarm on about 3% of stable charts.',
  },
} satisfies Shape<typeof zh>;
