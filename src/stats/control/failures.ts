/** Why a control chart cannot be computed; codes are keys of the `failure` catalogue. */
export type ControlFailureCode =
  | 'limit-width-not-positive'
  | 'moving-range-span'
  | 'stages-not-contiguous'
  | 'baseline-outside-stage'
  | 'count-negative'
  | 'defectives-exceed-size'
  | 'value-not-positive'
  | 'sigma-not-positive'
  | 'weight-outside-unit'
  | 'decision-interval-negative'
  | 'subgroup-too-large'
  | 'too-few-rows'
  | 'covariance-singular'
  | 'alpha-outside-unit';
