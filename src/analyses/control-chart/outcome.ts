import type { PhraseValue } from '../../kernel/result';
import type { DispersionDiagnostic } from '../../stats/control/overdispersion';
import type { ChartData, ControlChart, Maybe } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { Coverage } from '../coverage';
import type { DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import type { StageName } from '../stages';
import type { ControlChartSpec } from './spec';

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
