import type { PhraseValue } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import type { ParetoSpec } from './spec';

/** A share with its 95 % confidence interval, as fractions. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ComparedBar {
  readonly value: number;
  readonly rows: number;
  readonly share: Share;
  /** First period minus compared period, in fractions (0.01 = one percentage point). */
  readonly difference: Share;
}

export interface ParetoBar {
  /** The dictionary value; empty for Uncoded and Other. */
  readonly key: string;
  readonly kind: 'category' | 'uncoded' | 'other';
  readonly name: PhraseValue;
  /** Count, sum or severity. */
  readonly value: number;
  readonly rows: number;
  readonly share: Share;
  /** Share of this bar and all before it. */
  readonly cumulative: number;
  readonly compare: ComparedBar | null;
  /** Rows of this bar in the first period. */
  readonly filters: readonly Filter[];
}

export interface VitalFew {
  /** Smallest number of leading categories that reach `cutoff` of what is coded. */
  readonly count: number;
  readonly shareOfCoded: number;
  readonly shareOfAll: number;
  readonly names: readonly PhraseValue[];
}

export interface ParetoTotals {
  readonly rows: number;
  readonly value: number;
  readonly undated: number;
  /** Rows whose weight is missing; they weigh nothing. */
  readonly unweighted: number;
}

/** A Pareto analysis: bars in the order shown, Uncoded and Other last. */
export interface ParetoOutcome {
  readonly spec: ParetoSpec;
  readonly columnName: PhraseValue;
  readonly coded: boolean;
  readonly weightName: PhraseValue | null;
  readonly totals: ParetoTotals;
  readonly compareTotals: ParetoTotals | null;
  /** All rows looked at in the first period. */
  readonly scope: readonly Filter[];
  readonly bars: readonly ParetoBar[];
  /** Categories with at least one row, folded ones included. */
  readonly categories: number;
  readonly folded: number;
  readonly vitalFew: VitalFew | null;
  /** Rows without a category in the whole scope, before going into a branch of the taxonomy. */
  readonly uncoded: { readonly rows: number; readonly of: number };
  /** Whether the first two categories differ by more than chance; null when there is one, or when weighted. */
  readonly leadIsClear: boolean | null;
  /**
   * Rows that count by their primary link (uncoded ones included), and contributing links that count half beside them;
   * null when only primary links count.
   */
  readonly contributing: { readonly primary: number; readonly contributing: number } | null;
  /** Way down the taxonomy to `spec.within`. */
  readonly branch: readonly { readonly code: string; readonly name: PhraseValue }[];
}
