import type { Failure, PhraseValue } from '../../kernel/result';
import type { BoxFigure } from '../../stats/descriptive/box-figure';
import type { Summary } from '../../stats/descriptive/summary';
import type { NormalityTests } from '../../stats/normality/test-normality';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { SummarySpec } from './spec';

/** One sample: the whole, or one group. All figures are in the shown unit. */
export interface SampleFigures {
  readonly label: PhraseValue;
  readonly summary: Summary;
  /** Rows of the sample whose cell has no value. */
  readonly missing: number;
  readonly box: BoxFigure | null;
  /** Values beyond the limits; null without limits. */
  readonly beyond: BeyondFigures | null;
  readonly filters: readonly Filter[];
}

export interface BeyondFigures {
  readonly below: number;
  readonly above: number;
  /** Share of values beyond either limit, with Wilson's interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly filters: { readonly below: readonly Filter[]; readonly above: readonly Filter[] };
}

export interface HistogramClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly filters: readonly Filter[];
}

/** A fitted distribution: parameters of the values, or of their logarithms. */
export interface FittedCurve {
  readonly kind: 'normal' | 'logNormal';
  readonly mean: number;
  readonly sd: number;
}

export interface SummaryOutcome {
  readonly spec: SummarySpec;
  readonly measureName: PhraseValue;
  readonly unit: DisplayScale['unit'];
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  readonly whole: SampleFigures;
  /** Empty without grouping; periods in order of time, other groups by median, highest first. */
  readonly groups: readonly SampleFigures[];
  readonly classes: readonly HistogramClass[];
  readonly classWidth: number;
  /** What was fitted; null where nothing was asked for or can be fitted. */
  readonly curve: FittedCurve | null;
  /** A log-normal curve was asked for, but a value is not above 0. */
  readonly logRefused: boolean;
  /** Ordered values with their normal scores, thinned where there are many. */
  readonly scores: readonly { readonly value: number; readonly score: number; readonly rank: number }[];
  readonly normality: NormalityTests | null;
  readonly normalityFailure: Failure | null;
  /** The same of the logarithms; null where a value is not above 0. */
  readonly logNormality: NormalityTests | null;
  readonly distinct: number;
  /** Of the values in order of time (in row order where no date is known). */
  readonly autocorrelation: { readonly value: number; readonly byTime: boolean } | null;
  readonly coverage: {
    readonly rows: number;
    /** Rows without a group. */
    readonly unplaced: number;
    /** Rows without a date, where a period was chosen. */
    readonly undated: number;
    /** Groups without any value. */
    readonly empty: readonly PhraseValue[];
  };
}
