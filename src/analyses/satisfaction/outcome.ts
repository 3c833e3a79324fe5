import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { Filter } from '../../table/filter';
import type { SatisfactionSpec } from './spec';

/** The answers of one group. */
export interface RatingFigures {
  readonly label: PhraseValue;
  readonly n: number;
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  /** Net promoter score −100 … 100, or share satisfied 0 … 1, with its 95 % interval. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly meanLow: Maybe;
  readonly meanHigh: Maybe;
  readonly filters: readonly Filter[];
}

export interface SatisfactionOutcome {
  readonly spec: SatisfactionSpec;
  readonly ratingName: PhraseValue;
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  readonly whole: RatingFigures;
  /** Periods in order of time, other groups best first; empty without grouping. */
  readonly groups: readonly RatingFigures[];
  /** Every answer of the scale, lowest first. */
  readonly answers: readonly { readonly score: number; readonly count: number; readonly filters: readonly Filter[] }[];
  readonly coverage: {
    readonly rows: number;
    readonly missing: number;
    /** Values that are no answer of the scale. */
    readonly outside: number;
    readonly unplaced: number;
    readonly undated: number;
    readonly empty: readonly PhraseValue[];
  };
}
