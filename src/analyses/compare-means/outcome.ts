import type { PhraseValue } from '../../kernel/result';
import type { BoxFigure } from '../../stats/descriptive/box-figure';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { CompareMeansSpec } from './spec';

export type Maybe = number | null;

/** The test that was used. */
export type MethodUsed =
  'welchT' | 'pooledT' | 'welchAnova' | 'anova' | 'mannWhitney' | 'kruskalWallis' | 'pairedT' | 'signedRank';

/** Why that test. */
export type MethodReason =
  | 'chosen'
  | 'welchDefault'
  | 'equalSpread'
  | 'unequalSpread'
  | 'smallNotNormal'
  | 'strongSkew'
  | 'noSpread'
  | 'pairsFit'
  | 'pairsNotNormal';

/** One group, or one of two columns; figures in the shown unit. */
export interface ComparedGroup {
  readonly label: PhraseValue;
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly interval: Interval | null;
  readonly box: BoxFigure;
  /** Adjusted skewness. */
  readonly skewness: Maybe;
  /** Of the Anderson-Darling test; null where it cannot be made. */
  readonly normalP: Maybe;
  readonly filters: readonly Filter[];
}

export interface ComparedPair {
  /** Places in `groups`. */
  readonly a: number;
  readonly b: number;
  /** a − b: of the means, or of the medians where ranks were compared. */
  readonly difference: number;
  readonly interval: Interval | null;
  /** Corrected for the number of pairs. */
  readonly pValue: Maybe;
}

/** How large a difference is, apart from how sure it is. */
export interface Effect {
  readonly kind: 'hedgesG' | 'omegaSquared' | 'epsilonSquared' | 'probability' | 'standardized' | 'rankBiserial';
  readonly value: number;
}

export interface CompareMeansOutcome {
  readonly spec: CompareMeansSpec;
  readonly design: 'groups' | 'pairs';
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  /** Periods in order of time, other groups by mean (by median where ranks are compared), highest first. */
  readonly groups: readonly ComparedGroup[];
  readonly total: number;
  readonly method: { readonly used: MethodUsed; readonly reason: MethodReason };
  readonly test: {
    readonly statistic: Maybe;
    readonly df1: Maybe;
    readonly df2: Maybe;
    readonly pValue: Maybe;
    readonly isExact: boolean;
  };
  /** Two groups: one pair. All pairs of more groups. */
  readonly pairs: readonly ComparedPair[];
  readonly effect: Effect | null;
  /** Brown-Forsythe and Bartlett; null for pairs and where they cannot be made. */
  readonly spread: { readonly leveneF: Maybe; readonly leveneP: Maybe; readonly bartlettP: Maybe } | null;
  /** Of the differences within pairs. */
  readonly differences: {
    readonly n: number;
    readonly sd: number;
    readonly normalP: Maybe;
    readonly skewness: Maybe;
  } | null;
  readonly coverage: {
    readonly rows: number;
    readonly missing: number;
    readonly unplaced: number;
    readonly undated: number;
    /** Groups with fewer than two values, left out. */
    readonly small: readonly PhraseValue[];
    /** Rows in which one of two columns is empty. */
    readonly incomplete: number;
  };
}
