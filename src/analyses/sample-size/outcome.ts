import type { SampleSizeSpec } from './spec';

/** What a sample of some size achieves: its margin, or its power. */
export interface PlannedSize {
  readonly n: number;
  /** Half the width of the interval (a fraction for shares), or the power 0 … 1. */
  readonly value: number;
}

export interface SampleSizeOutcome {
  readonly spec: SampleSizeSpec;
  /** 2 where two groups are compared; n is then per group. */
  readonly groups: 1 | 2;
  /** Before rounding up. */
  readonly raw: number;
  readonly plan: PlannedSize;
  /** Of the sample at hand, where one was named. */
  readonly given: PlannedSize | null;
  /** To be invited or collected in all, so that enough remain. */
  readonly invited: number;
  /** In order of n. */
  readonly curve: readonly PlannedSize[];
}
