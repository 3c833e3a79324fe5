import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { ImportanceQuadrant } from '../../stats/service/importance-performance';
import type { GapScore } from '../../stats/service/servqual-gaps';
import type { Filter } from '../../table/filter';
import type { AnswerQuality } from '../answers';
import type { Dimension, ServqualSpec } from './spec';

/** A question with its place among the priorities. */
export interface ItemGap extends GapScore {
  readonly name: PhraseValue;
  readonly dimension: Dimension;
  /** Mean expectation, or the weight of its dimension in percent where expectations were not asked. */
  readonly importance: Maybe;
  readonly quadrant: ImportanceQuadrant | null;
  readonly priority: Maybe;
  readonly filters: readonly Filter[];
}

/** A dimension that has questions. */
export interface DimensionGap extends GapScore {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly alpha: Maybe;
  readonly items: number;
}

export interface ServqualOutcome {
  readonly spec: ServqualSpec;
  readonly hasExpectations: boolean;
  readonly items: readonly ItemGap[];
  readonly dimensions: readonly DimensionGap[];
  readonly overall: GapScore;
  readonly cross: { readonly importance: number; readonly performance: number };
  readonly quality: AnswerQuality;
  /** Answers that are not on the scale, left out. */
  readonly outside: number;
  readonly undated: number;
  readonly filters: readonly Filter[];
}
