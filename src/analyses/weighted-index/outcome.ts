import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { Filter } from '../../table/filter';
import type { WeightedIndexSpec } from './spec';

/** One column of the index over the rows of a group. */
export interface PartScore {
  /** Mean of the values in the unit shown, and of their scores; null without a value. */
  readonly mean: Maybe;
  readonly score: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  /** Points that it adds to the index on average. */
  readonly contribution: Maybe;
}

/** The index of a group of rows. */
export interface GroupIndex {
  readonly label: PhraseValue;
  /** Rows with at least one part. */
  readonly n: number;
  readonly index: number;
  /** 95 % interval of the mean; null with one row. */
  readonly low: Maybe;
  readonly high: Maybe;
  readonly parts: readonly PartScore[];
  readonly filters: readonly Filter[];
}

export interface WeightedIndexOutcome {
  readonly spec: WeightedIndexSpec;
  readonly parts: readonly {
    readonly name: PhraseValue;
    /** Share of the sum of weights. */
    readonly share: number;
    readonly worst: number;
    readonly best: number;
    readonly missing: number;
    /** Values beyond the ends, held at 0 or 100. */
    readonly clipped: number;
    readonly filters: readonly Filter[];
  }[];
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  readonly whole: GroupIndex;
  /** Periods in order of time, other groups best first; empty without grouping. */
  readonly groups: readonly GroupIndex[];
  readonly coverage: {
    readonly rows: number;
    readonly blank: number;
    /** Rows with some parts only: the others stand in for what is missing. */
    readonly partial: number;
    readonly unplaced: number;
    readonly undated: number;
    readonly empty: readonly PhraseValue[];
  };
}
