import type { PhraseValue } from '../../kernel/result';
import type { SubgroupChart } from '../../stats/control/subgroup-chart';
import type { WithinEstimator } from '../../stats/control/limits/subgroups';
import type { Filter } from '../../table/filter';
import type { Coverage } from '../coverage';
import type { DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import type { Placement } from '../stages';
import type { XbarSpec } from './spec';

export interface XbarOutcome {
  readonly spec: XbarSpec;
  readonly estimator: WithinEstimator;
  readonly labels: readonly string[];
  readonly source: PointSource;
  /** Conditions that hold for every subgroup's rows. */
  readonly filters: readonly Filter[];
  readonly rowsPerPoint: readonly number[];
  readonly chart: SubgroupChart;
  readonly stages: Placement['stages'];
  readonly excluded: Placement['excluded'];
  readonly unmatched: Placement['unmatched'];
  readonly scale: DisplayScale;
  readonly measureName: PhraseValue;
  readonly coverage: Coverage;
}
