import type { PhraseValue } from '../../kernel/result';
import type { IndexInterval, NormalCapability } from '../../stats/capability/normal';
import type { Indices, PerMillion } from '../../stats/capability/types';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { CapabilityMethod, CapabilitySpec } from './spec';

type Maybe = number | null;

/** A test of how well the chosen distribution fits: of the values, their logarithms or their powers. */
export interface FitTest {
  readonly aSquared: number;
  readonly pValue: number;
}

/** What the chosen method says about the process as a whole. */
export interface ProcessFigures {
  readonly indices: Indices;
  /** Normal method only: for the others no exact interval is known. */
  readonly bothInterval: IndexInterval | null;
  readonly leastInterval: IndexInterval | null;
  readonly expected: PerMillion | null;
  /** Φ⁻¹ of the share expected to conform. */
  readonly zBench: Maybe;
  /** Of the fitted distribution, or λ with mean and standard deviation on its scale. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What ±3 sigma are to a normal process; null where the method does not go by percentiles. */
  readonly percentiles: { readonly p00135: number; readonly p50: number; readonly p99865: number } | null;
}

/** A point of the chart that judges stability. */
export interface StabilityPoint {
  readonly label: string;
  readonly value: number;
  readonly center: Maybe;
  readonly upper: Maybe;
  readonly lower: Maybe;
  readonly isSignal: boolean;
  readonly filters: readonly Filter[];
}

export interface Stability {
  /** `logarithms`: single values judged by their logarithms, because they are skewed. */
  readonly kind: 'individuals' | 'logarithms' | 'means';
  /** Points judged; `shown` may be fewer. */
  readonly points: number;
  readonly signals: number;
  readonly firstSignals: readonly string[];
  readonly shown: readonly StabilityPoint[];
}

export interface BeyondSide {
  readonly count: number;
  readonly filters: readonly Filter[];
}

/** All figures in the shown unit. */
export interface CapabilityOutcome {
  readonly spec: CapabilitySpec;
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  readonly method: CapabilityMethod;
  /** Whether the method was chosen by the tests of fit. */
  readonly isAutomatic: boolean;
  readonly n: number;
  readonly missing: number;
  readonly rows: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly distinct: number;
  /** Spread within and overall under a normal distribution, whatever the method. */
  readonly normal: NormalCapability;
  readonly overall: ProcessFigures;
  /** Null with too few values, or without variation. */
  readonly normality: FitTest | null;
  /** Fit of the chosen method, where it can be tested. */
  readonly fit: FitTest | null;
  /** Values outside the limits with the exact interval of their share; null without limits. */
  readonly beyond: {
    readonly below: BeyondSide;
    readonly above: BeyondSide;
    readonly share: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly classes: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly filters: readonly Filter[];
  }[];
  readonly classWidth: number;
  readonly stability: Stability;
  /** Rows without a date, where time decides the order or the period. */
  readonly undated: number;
  readonly filters: readonly Filter[];
}
