/** Specification limits; null = none. A value on a limit conforms. */
export interface SpecLimits {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target?: number | null;
}

/** Nonconforming per million, below the lower and above the upper limit; 0 at a side without limit. */
export interface PerMillion {
  readonly below: number | null;
  readonly above: number | null;
  readonly total: number | null;
}

/** Capability indices; null where the limit they need, or a spread above 0, is missing. */
export interface Indices {
  /** Cp or Pp: needs both limits. */
  readonly both: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cpk or Ppk: the smaller of the two there are; may be negative. */
  readonly least: number | null;
}

/** Why a capability cannot be computed; codes are keys of the `failure` catalogue. */
export type CapabilityFailureCode =
  | 'spec-limits-reversed'
  | 'no-values'
  | 'no-variation'
  | 'data-not-positive'
  | 'power-overflows'
  | 'confidence-outside-unit'
  | 'successes-outside-trials'
  | 'trials-not-positive';
