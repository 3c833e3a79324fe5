import type { Shape } from '../shape';
import type { failureStats as zh } from '../zh-CN/failure-stats';

export const failureStats = {
  'limit-width-not-positive':
    'The width of the limits must be a number of sigmas above 0; it is {k}. The usual value is 3.',
  'moving-range-span': 'The span of a moving range must be a whole number from 2 to {longestSpan}; it is {span}.',
  'stages-not-contiguous':
    'Stage {stage} does not join its neighbours. Stages follow one another in time and together cover all points.',
  'baseline-outside-stage': 'The baseline of stage {stage} reaches outside it. Choose a baseline within the stage.',
  'count-negative':
    'Point {point} has the count {count}, and a count cannot be negative. Check the data of that period.',
  'defectives-exceed-size':
    'Point {point} has more defectives ({defectives}) than items ({size}). Check whether the two columns are swapped; if one item can have several defects, use a u chart.',
  'value-not-positive': 'Point {point} has the value {value}. This method needs values above 0.',
  'sigma-not-positive': 'The standard deviation must be above 0; it is {sigma}.',
  'weight-outside-unit': 'The weight λ must be above 0 and at most 1; it is {lambda}. The usual value is 0.2.',
  'decision-interval-negative': 'k, h and the head start of a CUSUM chart cannot be negative, and h must be above 0.',
  'subgroup-too-large':
    'A subgroup may hold at most {most} values here; one holds {size}. For large subgroups use an X̄-S chart.',
  'too-few-rows': '{columns} variables need at least {needed} complete rows; there {rows|is|are} only {rows}.',
  'covariance-singular':
    'One variable is a combination of others, or does not vary, so the covariance has no inverse. Remove the duplicate.',
  'alpha-outside-unit': 'The significance level must lie between 0 and 1; it is {alpha}.',
  'units-not-positive': 'The number of units must be above 0; it is {units}.',
  'opportunities-not-positive': 'The number of opportunities per unit must be above 0; it is {opportunities}.',
  'defects-negative': 'The number of defects cannot be negative; it is {defects}.',
  'defects-exceed-opportunities':
    'There are more defects ({defects}) than opportunities for a defect ({opportunities}). Check the opportunities per unit.',
  'yield-outside-unit': 'Step {step} has the yield {value}; a yield lies between 0 and 1.',
  'step-counts-invalid':
    'Step {step}: the units that enter must be above 0, and scrap plus rework must lie between 0 and that number.',
  'confidence-outside-unit': 'The confidence level must lie between 0 and 1; it is {confidence}.',
  'trials-not-positive': 'The sample size must be above 0; it is {trials}.',
  'successes-outside-trials': 'The number of cases ({successes}) must lie between 0 and the sample size ({trials}).',
  'exposure-not-positive': 'The exposure must be above 0; it is {exposure}.',
  'spec-limits-reversed': 'The lower specification limit ({lower}) must be below the upper one ({upper}).',
  'power-overflows':
    '{value} to the power of {lambda} is too large to compute with. Check the value, or choose another λ.',
  'data-not-positive':
    'The data hold a value that is not above 0 ({value}); logarithm, Box-Cox and Weibull need positive values.',
  'no-values': 'There are no values to compute with.',
  'no-variation': 'All values are equal, so no distribution can be fitted.',
} satisfies Shape<typeof zh>;
