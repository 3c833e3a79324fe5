import type { Shape } from '../shape';
import type { failureStatsTests as zh } from '../zh-CN/failure-stats-tests';

export const failureStatsTests = {
  'sample-too-few-values': 'This needs at least {needed} values; there {n|is|are} only {n}.',
  'sample-too-few-pairs': 'This needs at least {needed} complete pairs; there {n|is|are} only {n}.',
  'sample-all-equal': 'All values equal {value}. Without variation this method has nothing to compute.',
  'sample-differences-equal': 'The difference is {value} in every pair. Without variation there is nothing to test.',
  'groups-too-few':
    'This needs at least {needed} groups; there {groups|is|are} only {groups}. Check the grouping column and the filters.',
  'group-too-few-values':
    'Group “{group}” needs at least {needed} {needed|value|values} and has {n}. Merge it with another or leave it out.',
  'groups-leave-no-residual':
    '{values} values in {groups} groups are one each, so the variation within groups cannot be estimated.',
  'table-too-small': 'The table needs at least two rows and two columns; it has {rows} × {columns}.',
  'table-count-invalid': 'A count must be a number of at least 0 and cannot be missing; {count} is not.',
  'table-too-large':
    'The table counts {observations} observations; the exact test works up to {limit}. Check whether a column of amounts was taken for counts.',
  'table-margin-empty': 'A row or a column adds up to 0. Leave the empty category out and test again.',
  'shares-not-one': 'The expected shares must add up to 1; they add up to {sum}.',
  'share-outside-unit': 'A share must lie between 0 and 1; it is {share}.',
  'model-too-few-rows':
    'This model needs at least {needed} complete rows; there {rows|is|are} only {rows}. Use fewer predictors or more data.',
  'model-predictors-dependent':
    'Predictor “{predictor}” does not vary or follows from the others, so its effect cannot be told apart. Leave it out.',
  'gage-unbalanced': 'Every operator must measure every part equally often, without missing readings.',
  'gage-unreplicated': 'Every operator must measure every part at least twice, or repeatability cannot be estimated.',
  'gage-too-few-parts': 'This needs at least {needed} parts; there {parts|is|are} only {parts}.',
  'gage-multiplier-not-positive':
    'The multiplier of the study variation must be above 0; it is {multiplier}. The usual value is 6.',
  'ratings-unequal':
    'Every subject needs the same number of ratings: subject {subject} has {ratings} instead of {expected}.',
  'ratings-too-few': 'This needs at least {needed} ratings; there {ratings|is|are} only {ratings}.',
  'rating-category-unknown': 'The rating “{rating}” is not one of the categories given.',
  'items-too-few': 'A scale needs at least {needed} items; this one has {items}.',
  'plan-effect-zero': 'Give a difference other than 0: no sample is large enough to find a difference of 0.',
  'plan-sd-not-positive':
    'The standard deviation must be above 0; it is {sd}. Past data or a pilot can give an estimate.',
  'plan-power-outside':
    'The power must be above the significance level {alpha} and below 1; it is {power}. Usual values are 0.8 and 0.9.',
  'plan-sample-too-small': 'The sample size must be at least {needed}; it is {n}.',
  'plan-margin-outside': 'The margin of error must be above 0; it is {margin}.',
  'plan-population-not-positive': 'The population must be at least 1; it is {population}.',
  'plan-out-of-reach':
    'The difference is so small next to the standard deviation that more than a billion would be needed. Aim for a larger one.',
  'duration-negative': 'A duration cannot be negative; one is {duration}. Check whether start and end are swapped.',
  'queue-input-invalid':
    'Arrivals and the target seconds cannot be negative, the handling time must be above 0, and agents a whole number from 1 to {most}.',
  'queue-target-outside-unit': 'The service level aimed for must lie between 0 and 1; it is {level}.',
  'queue-out-of-reach': 'Even {most} agents do not reach the target. Check the units of arrivals and handling time.',
  'score-outside-scale': 'The score {score} is outside the scale from {low} to {high}. Check the scale and the entry.',
  'weights-not-positive': 'Weights cannot be negative, and their sum must be above 0.',
} satisfies Shape<typeof zh>;
