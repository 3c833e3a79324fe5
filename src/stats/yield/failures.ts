/** Why a yield or a defect rate cannot be computed; codes are keys of the `failure` catalogue. */
export type YieldFailureCode =
  | 'units-not-positive'
  | 'opportunities-not-positive'
  | 'defects-negative'
  | 'defects-exceed-opportunities'
  | 'confidence-outside-unit'
  | 'yield-outside-unit'
  | 'step-counts-invalid'
  | 'no-values';
