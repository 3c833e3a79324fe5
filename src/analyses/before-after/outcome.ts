import type { PhraseValue } from '../../kernel/result';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { PeriodUnit } from '../../table/period';
import type { DisplayScale } from '../display';
import type { BeforeAfterSpec } from './spec';

export type Maybe = number | null;

/** One side of the change, of the changed records or of the control. */
export interface Side {
  /** Values of a mean, denominator of a share or rate. */
  readonly size: number;
  /** Null for a mean. */
  readonly events: Maybe;
  readonly value: number;
  readonly interval: Interval | null;
  /** Null for shares and rates. */
  readonly sd: Maybe;
  /** Rows that could not say: an empty cell. */
  readonly blank: number;
  /** The rows that were counted or measured. */
  readonly filters: readonly Filter[];
}

/** The change of one group of records; differences are after − before. */
export interface SideChange {
  readonly difference: number;
  /** Of the difference; null for rates. */
  readonly interval: Interval | null;
  readonly relative: Maybe;
  /** Of the relative change of rates; `high` null where there was nothing before. */
  readonly relativeInterval: { readonly low: number; readonly high: Maybe } | null;
  /** Relative change of what fails; null for means and rates. */
  readonly failures: Maybe;
  readonly pValue: number;
  /** Of means. */
  readonly statistic: Maybe;
  readonly df: Maybe;
  readonly hedgesG: Maybe;
}

/** What is left of the change once that of the control is taken off. */
export interface ControlledChange {
  readonly estimate: number;
  readonly controlChange: number;
  readonly interval: Interval;
  readonly pValue: Maybe;
  readonly se: number;
  readonly df: Maybe;
}

/** What the data say of the measure taken; a person decides. */
export type Verdict = 'effective' | 'partial' | 'notEffective' | 'unproven';

/** Why that word. */
export type VerdictReason =
  'better' | 'reached' | 'missed' | 'worse' | 'open' | 'openMissed' | 'openControl' | 'assumed';

export interface TrendPoint {
  readonly label: string;
  readonly treated: Maybe;
  readonly control: Maybe;
  readonly filters: readonly Filter[];
}

export interface BeforeAfterOutcome {
  readonly spec: BeforeAfterSpec;
  readonly metricName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  readonly unit: DisplayScale['unit'];
  /** Rates are shown per so many units. */
  readonly per: number;
  /** First day of the new way, and whether a person gave it. */
  readonly changeDay: number;
  readonly isAssumed: boolean;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly before: Side;
  readonly after: Side;
  readonly control: { readonly before: Side; readonly after: Side; readonly name: PhraseValue } | null;
  readonly change: SideChange;
  readonly controlled: ControlledChange | null;
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  readonly trend: {
    readonly unit: PeriodUnit;
    readonly points: readonly TrendPoint[];
    /** Points before and after; what lies between holds the switch. */
    readonly before: readonly [first: number, last: number] | null;
    readonly after: readonly [first: number, last: number] | null;
    readonly changeAt: number;
  };
  /** Slope of the points before the change; null with fewer than six. */
  readonly preTrend: { readonly perPoint: number; readonly pValue: number; readonly n: number } | null;
  readonly coverage: {
    readonly rows: number;
    readonly undated: number;
    /** Rows in the days of the switch. */
    readonly inGap: number;
    /** Rows without a value in the control column. */
    readonly noArm: number;
    /** The two sides cover different months of the year. */
    readonly seasons: boolean;
  };
}
