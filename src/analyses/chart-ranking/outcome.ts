import type { PhraseValue } from '../../kernel/result';
import type { DispersionDiagnostic } from '../../stats/control/overdispersion';
import type { ChartPanel, Maybe, Signal } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { Coverage } from '../coverage';
import type { DisplayScale } from '../display';
import type { PointSource } from '../point-source';
import type { ChartRankingSpec } from './spec';

/** One chart of the ranking. */
export interface RankedChart {
  readonly label: PhraseValue;
  /** Events in all periods. */
  readonly total: number;
  readonly counts: readonly number[];
  readonly panel: ChartPanel;
  readonly center: number;
  /** Laney's σ_z where the limits are widened by it. */
  readonly widenedBy: Maybe;
  /** The latest signal among the last periods. */
  readonly now: Signal | null;
  /** How likely chance alone scatters the points so much, and the same with the false discovery rate of all controlled. */
  readonly pValue: Maybe;
  readonly adjustedP: Maybe;
  readonly dispersion: DispersionDiagnostic['suggestion'];
  /** Its rows. */
  readonly filters: readonly Filter[];
}

export interface ChartRankingOutcome {
  readonly spec: ChartRankingSpec;
  readonly labels: readonly string[];
  readonly source: PointSource;
  /** Signals of now first, then by evidence. */
  readonly charts: readonly RankedChart[];
  /** Too rare for a chart of counts: fewer events than periods. */
  readonly rare: readonly {
    readonly label: PhraseValue;
    readonly total: number;
    readonly filters: readonly Filter[];
  }[];
  readonly scale: DisplayScale;
  readonly groupName: PhraseValue;
  readonly sizeName: PhraseValue | null;
  /** Rows without a value to group by. */
  readonly ungrouped: number;
  readonly coverage: Coverage;
}
