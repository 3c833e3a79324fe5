import type { PhraseValue } from '../../kernel/result';
import type { RunChart } from '../../stats/control/run-chart';
import type { Maybe } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { Coverage } from '../coverage';
import type { DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import type { Placement } from '../stages';
import type { RunChartSpec } from './spec';

export interface RunOutcome {
  readonly spec: RunChartSpec;
  readonly labels: readonly string[];
  readonly source: PointSource;
  /** Conditions that hold for every point's rows. */
  readonly filters: readonly Filter[];
  readonly numerators: readonly Maybe[] | null;
  readonly sizes: readonly Maybe[] | null;
  readonly rowsPerPoint: readonly number[];
  readonly chart: RunChart;
  readonly stages: Placement['stages'];
  readonly excluded: Placement['excluded'];
  readonly unmatched: Placement['unmatched'];
  readonly scale: DisplayScale;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  readonly coverage: Coverage;
}
