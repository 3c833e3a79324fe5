import type { Shape } from '../../shape';
import type { timeWeighted as zh } from '../../zh-CN/analyses/time-weighted';
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

export const timeWeighted = {
  name: 'EWMA and CUSUM',
  purpose: 'Finds small lasting shifts early, which an ordinary control chart finds late.',
  field: {
    chart: 'Kind of chart',
    ...plotFieldWords,
    lambda: 'Weight λ',
    width: 'Width of the limits L (sigma)',
    limits: 'Limits',
    k: 'Reference value k (sigma)',
    h: 'Decision interval h (sigma)',
    fastStart: 'Fast initial response (FIR)',
    target: 'Target and sigma from',
    targetValue: 'Target',
    sigmaValue: 'Standard deviation',
    direction: 'Which way is better',
    ...stageFieldWords,
    ...scopeFieldWords,
  },
  help: {
    chart: 'EWMA: a moving average in which new points weigh more; CUSUM: adds up what departs from the target.',
    ...plotHelpWords,
    lambda: 'The smaller, the smaller the shifts it finds; usually 0.05 to 0.25.',
    width: 'With λ = 0.2 and L = 2.86 a stable process raises one false alarm in about 371 points.',
    limits: 'Exact: narrower over the first points, then wider; asymptotic: the final width throughout.',
    k: 'Half the shift to be found; 0.5 looks for a shift of 1 sigma.',
    h: 'With k = 0.5 and h = 5 a stable process raises one false alarm in about 465 points; h = 4 is quicker and less calm.',
    fastStart: 'Both sums start at h ÷ 2, which answers faster when the process is off from the beginning.',
    target: 'Estimated from the baseline, or typed in.',
    targetValue: 'In the unit of the axis (shares as percentages); empty estimates it from the data.',
    sigmaValue: 'Of a single point, in the unit of the axis; empty estimates it from moving ranges.',
    direction: 'Shifts this way are improvements (blue), the other way concerns (orange).',
    ...stageHelpWords,
    ...scopeHelpWords,
  },
  choice: {
    chart: { ewma: 'EWMA (weighted average)', cusum: 'CUSUM (cumulative sums)' },
    ...plotChoiceWords,
    limits: { exact: 'Exact', asymptotic: 'Asymptotic' },
    target: { baseline: 'Data', typed: 'Typed in' },
    direction: directionChoiceWords,
    baseline: baselineChoiceWords,
  },
  word: {
    limit: 'limit',
    zero: 'target',
    noShift: 'No shift',
    shift: 'Shifted',
    above: 'high',
    below: 'low',
    aboveLimit: 'weighted average above the upper limit',
    belowLimit: 'weighted average below the lower limit',
    aboveSum: 'C⁺ above h = {h}; high since about {began}',
    belowSum: 'C⁻ above h = {h}; low since about {began}',
  },
  verdict: { good: 'Improvement', concern: 'Concern', plain: 'Signal' },
  axis: {
    ewma: 'Weighted average of {measure}',
    cusum: 'Cumulative sums (sigma): C⁺ upwards, C⁻ downwards',
    upper: 'C⁺',
    lower: 'C⁻',
  },
  tooltip: { own: 'The point itself: {value}' },
  summary: {
    none: '{kind} of {points} from {first} to {last}, without a shift.',
    shifts: '{kind} of {points} from {first} to {last}, with {shifts} {shifts|shift|shifts}.',
  },
  table: {
    caption: '{kind}, {points}',
    ewma: 'Weighted average',
    target: 'Target',
    upperSum: 'C⁺',
    lowerSum: 'C⁻',
    upperRun: 'Points in a row with C⁺ above 0',
    lowerRun: 'Points in a row with C⁻ above 0',
  },
  headline: {
    verdict: 'Any shift?',
    target: 'Target',
    sigma: 'Sigma',
    average: 'Latest average ({label})',
    sums: 'Latest sum ({label})',
    sumsNote: 'C⁺ = {upper}, C⁻ = {lower}, interval {h}',
  },
  finding: {
    none: {
      ewma: 'The weighted average stays within its limits: no lasting shift is seen.',
      cusum: 'Neither sum exceeds the decision interval: no lasting shift is seen.',
    },
    some: '{n} lasting {n|shift is|shifts are} seen.',
    more: '{n} more {n|shift|shifts} in the table below.',
    ewma: '{kind}: from {first} to {last} ({n} {n|point|points}) the weighted average is {side}, beyond its limit.',
    cusum:
      '{kind}: from {first} to {last} ({n} {n|point|points}) the sum exceeds {h}: the level is {side}, since about {began}.',
    next: 'A signal comes later than the change: look where the shift began, check the data first, then what was different in the process.',
    chooseDirection: 'Choose which way is better to tell improvements from concerns.',
  },
  check: {
    typed: 'Target and sigma were typed in: if they are wrong, so are the signals.',
    ownBaseline:
      'Target and sigma come from all points, shifts included, which hides them. Take a stable stretch as the baseline.',
    normal: 'The departures from the target are close to normal (Anderson-Darling p = {p}).',
    skewedForgiven: 'The points are not normal (Anderson-Darling p = {p}), which an EWMA with a small λ forgives.',
    skewed:
      'The points are not normal (Anderson-Darling p = {p}): expect more false alarms than stated. Take longer periods, or an EWMA with a small λ.',
    unequal:
      'Sample sizes differ widely ({least} to {most}) while sigma takes them for alike; use periods of similar size.',
    noExposure:
      'No volume to divide by: a change in the number may only be a change in business. With volumes at hand, plot the rate.',
  },
  how: {
    estimated: '{name}: target = mean = {target}, sigma = mean moving range ÷ 1.1284 = {sigma} ({first} to {last}).',
    typed:
      '{name}: target = {target}, sigma = {sigma}; what was not typed in is estimated from the points from {first} to {last}.',
    ewma: 'Weighted average z = {lambda} × point + {rest} × previous z, starting at the target. {label}: z = {value}.',
    limits: {
      exact:
        'Limits = target ± {width} sigma √(λ ÷ (2 − λ) × (1 − (1 − λ)²ⁱ)), i counting within the phase. {label}: {lower} to {upper}.',
      asymptotic: 'Limits = target ± {width} sigma √(λ ÷ (2 − λ)): {lower} to {upper} ({label}).',
    },
    cusum:
      'z = (point − target) ÷ sigma; C⁺ = max(0, previous C⁺ + z − {k}), C⁻ = max(0, previous C⁻ − z − {k}); above h = {h} is a signal. Sums go on after a signal; the points in a row above 0, counted back, tell when the shift began.',
    fastStart: 'Fast initial response: both sums start at {start}.',
    missing: 'Missing points and points left out change neither average nor sums; each phase starts anew.',
  },
} satisfies Shape<typeof zh>;
