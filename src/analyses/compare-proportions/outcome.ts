import type { PhraseValue } from '../../kernel/result';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { ProportionChange } from '../change';
import type { CompareProportionsSpec } from './spec';

type Maybe = number | null;

/** Events among a size, in one group or period. */
export interface ProportionGroup {
  readonly label: PhraseValue;
  readonly events: number;
  readonly size: number;
  /** Share, or events per unit of exposure. */
  readonly value: number;
  readonly interval: Interval;
  /** Whether the whole interval lies above or below the value of all groups together. */
  readonly against: 'above' | 'below' | 'within';
  /** The rows that were counted. */
  readonly filters: readonly Filter[];
}

export interface ProportionPair {
  /** Places in `groups`; b is −1 for all other groups together. */
  readonly a: number;
  readonly b: number;
  readonly change: ProportionChange;
  /** Of this pair alone, and corrected by Holm for all pairs. */
  readonly pValue: number;
  readonly adjustedP: number;
}

export interface CompareProportionsOutcome {
  readonly spec: CompareProportionsSpec;
  readonly eventName: PhraseValue;
  readonly sizeName: PhraseValue;
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  /** Periods in order of time, other groups worst first. */
  readonly groups: readonly ProportionGroup[];
  readonly overall: {
    readonly events: number;
    readonly size: number;
    readonly value: number;
    readonly interval: Interval;
  };
  /** Rates are shown per so many units. */
  readonly per: number;
  readonly test: {
    readonly used: 'pooledZ' | 'fisher' | 'chiSquare' | 'poisson' | 'poissonMany' | 'none';
    readonly statistic: Maybe;
    readonly df: Maybe;
    readonly pValue: Maybe;
    /** Smallest expected count, and the share of those below 5. */
    readonly minExpected: Maybe;
    readonly shareBelowFive: Maybe;
  };
  /** Two groups: one pair, from the first to the second. */
  readonly pairs: readonly ProportionPair[];
  readonly pairing: 'all' | 'rest';
  readonly coverage: {
    readonly rows: number;
    readonly blank: number;
    readonly unplaced: number;
    readonly undated: number;
    /** Groups with nothing to divide by. */
    readonly withoutSize: readonly PhraseValue[];
    /** The two periods overlap, or are of very different length. */
    readonly periods: 'overlap' | 'lengths' | null;
  };
}
