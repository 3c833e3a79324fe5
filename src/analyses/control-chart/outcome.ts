import type { PhraseValue } from '../../kernel/result';
import type { DispersionDiagnostic } from '../../stats/control/overdispersion';
import type { ChartData, ControlChart, Maybe } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { PointSource } from '../point-source';
import type { ControlChartSpec } from './spec';

export interface StageName {
  /** Null for the stretch before the first phase that a person has named. */
  readonly name: string | null;
  readonly reason: string;
}

/** How plotted numbers are shown: `shown = plotted × factor`. */
export interface DisplayScale {
  readonly kind: 'percent' | 'rate' | 'count' | 'value';
  readonly factor: number;
  /** Catalogue key of the unit, for times. */
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | null;
}

/** A period that the data covers only in part. */
export interface PartialPeriod {
  readonly index: number;
  /** First or last day with data. */
  readonly day: number;
}

export interface ControlOutcome {
  readonly spec: ControlChartSpec;
  readonly kind: ChartData['kind'];
  readonly labels: readonly string[];
  readonly source: PointSource;
  /** Conditions that hold for every point's rows. */
  readonly filters: readonly Filter[];
  /** Counted events or summed counts; null for individuals. */
  readonly numerators: readonly Maybe[] | null;
  /** Sample sizes or areas of opportunity; null for individuals and c. */
  readonly sizes: readonly Maybe[] | null;
  readonly rowsPerPoint: readonly number[];
  readonly chart: ControlChart;
  readonly stages: readonly StageName[];
  readonly excluded: readonly { readonly index: number; readonly reason: string }[];
  /** Phase starts and exclusions whose point is not on this chart. */
  readonly unmatched: readonly string[];
  readonly scale: DisplayScale;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  readonly dispersion: DispersionDiagnostic | null;
  readonly coverage: Coverage;
}

/** What the data could and could not fill. */
export interface Coverage {
  readonly rows: number;
  /** Rows without a date or subgroup. */
  readonly unplaced: number;
  /** Rows whose cell to count, sum or measure is empty. */
  readonly blank: number;
  /** Points without any row. */
  readonly empty: readonly number[];
  /** Points with rows but no usable denominator. */
  readonly withoutSize: readonly number[];
  readonly partialFirst: PartialPeriod | null;
  readonly partialLast: PartialPeriod | null;
}
