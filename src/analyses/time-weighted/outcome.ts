import type { PhraseValue } from '../../kernel/result';
import type { CusumChart } from '../../stats/control/cusum-chart';
import type { EwmaChart } from '../../stats/control/ewma-chart';
import type { ProcessTarget } from '../../stats/control/time-weighted';
import type { Maybe } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { Coverage } from '../coverage';
import type { DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import type { Placement } from '../stages';
import type { TimeWeightedSpec } from './spec';

/** A stretch of signals on one side, from where the sum or average began to move. */
export interface ShiftSignal {
  readonly side: 'above' | 'below';
  /** First and last point beyond the limit. */
  readonly first: number;
  readonly last: number;
  /** CUSUM: the point from which the sum has been above 0; null for EWMA. */
  readonly began: number | null;
}

export interface TimeWeightedOutcome {
  readonly spec: TimeWeightedSpec;
  readonly labels: readonly string[];
  readonly source: PointSource;
  readonly filters: readonly Filter[];
  readonly numerators: readonly Maybe[] | null;
  readonly sizes: readonly Maybe[] | null;
  readonly rowsPerPoint: readonly number[];
  /** The points themselves, before weighing. */
  readonly values: readonly Maybe[];
  /** Exactly one of the two. */
  readonly ewma: EwmaChart | null;
  readonly cusum: CusumChart | null;
  readonly targets: readonly ProcessTarget[];
  readonly shifts: readonly ShiftSignal[];
  readonly stages: Placement['stages'];
  readonly excluded: Placement['excluded'];
  readonly unmatched: Placement['unmatched'];
  readonly scale: DisplayScale;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  readonly coverage: Coverage;
}
