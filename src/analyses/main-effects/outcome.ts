import type { PhraseValue } from '../../kernel/result';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { MainEffectsSpec } from './spec';

/** One level of a factor; figures in the shown unit. */
export interface EffectLevel {
  readonly label: PhraseValue;
  readonly n: number;
  readonly mean: number;
  /** Null for a single value. */
  readonly sd: number | null;
  /** From the values of this level alone, 95% by Student's t; null for a single value. */
  readonly interval: Interval | null;
  readonly filters: readonly Filter[];
}

/** One factor, looked at by itself. */
export interface FactorEffect {
  readonly name: PhraseValue;
  /** Words highest mean first; yes/no and numbers in their own order. */
  readonly levels: readonly EffectLevel[];
  /** Values whose row names no level. */
  readonly unplaced: number;
  /** Highest minus lowest mean of the levels with enough values; null with fewer than two such levels. */
  readonly range: { readonly size: number; readonly highest: number; readonly lowest: number } | null;
  /** Whether the means of those levels differ by more than chance; null where no test can be made. */
  readonly test: {
    readonly method: 'welch' | 'classic';
    readonly f: number | null;
    readonly df1: number;
    readonly df2: number;
    readonly pValue: number;
    /** Holm's, for the number of factors. */
    readonly adjustedP: number;
    readonly omegaSquared: number;
  } | null;
}

export interface MainEffectsOutcome {
  readonly spec: MainEffectsSpec;
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  /** Mean of all values, also of those without a level. */
  readonly grandMean: number;
  readonly total: number;
  /** Largest range first; factors without a range last. */
  readonly factors: readonly FactorEffect[];
  readonly coverage: { readonly rows: number; readonly missing: number; readonly undated: number };
}
