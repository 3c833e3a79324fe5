import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { Filter } from '../../table/filter';
import type { AnswerQuality } from '../answers';
import type { ReliabilitySpec } from './spec';

/** One question. */
export interface ItemFigures {
  readonly name: PhraseValue;
  readonly isReversed: boolean;
  /** Of the complete sheets, as answered. */
  readonly mean: number;
  readonly sd: number;
  /** Selected rows without an answer to this question. */
  readonly missing: number;
  /** Correlation with the sum of the others, with its 95 % interval; null where an item does not vary. */
  readonly itemRest: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly alphaIfDropped: Maybe;
  readonly filters: readonly Filter[];
}

export interface ReliabilityOutcome {
  readonly spec: ReliabilitySpec;
  readonly items: readonly ItemFigures[];
  /** Complete sheets. */
  readonly n: number;
  /** Null where the sums of all sheets are equal. */
  readonly alpha: Maybe;
  readonly low: Maybe;
  readonly high: Maybe;
  readonly standardizedAlpha: Maybe;
  /** Sum of the variances of the items, and variance of the sums. */
  readonly itemVariance: number;
  readonly totalVariance: number;
  readonly quality: AnswerQuality;
  readonly undated: number;
  /** The complete sheets as conditions. */
  readonly filters: readonly Filter[];
}
