import type { PhraseValue } from '../../kernel/result';
import type { FunnelLimits } from '../../stats/control/funnel-plot';
import type { Maybe } from '../../stats/control/types';
import type { Filter } from '../../table/filter';
import type { DisplayScale } from '../display';
import type { FunnelPlotSpec } from './spec';

/** One of the units compared. */
export interface ComparedUnit {
  readonly label: PhraseValue;
  readonly count: number;
  readonly size: number;
  readonly value: number;
  readonly limits: FunnelLimits;
  /** 0 inside all limits, 1 beyond the inner, 2 beyond the outer. */
  readonly levelsBeyond: number;
  readonly side: 'above' | 'below' | 'inside';
  /**
   * How likely chance alone separates a unit so far from the target, two-sided and exact, and the same with the false
   * discovery rate of all units controlled (Benjamini-Hochberg); null for fractional sizes of shares.
   */
  readonly pValue: Maybe;
  readonly adjustedP: Maybe;
  readonly rows: number;
  /** The rows counted; all rows of the unit where none was. */
  readonly filters: readonly Filter[];
}

export interface FunnelOutcome {
  readonly spec: FunnelPlotSpec;
  /** Strongest evidence first. */
  readonly units: readonly ComparedUnit[];
  readonly curve: readonly FunnelLimits[];
  /** What all are held against, and the pooled rate; events per unit of size. */
  readonly target: number;
  readonly pooled: { readonly count: number; readonly size: number; readonly value: number };
  readonly scale: DisplayScale;
  readonly unitName: PhraseValue;
  readonly measureName: PhraseValue;
  readonly sizeName: PhraseValue;
  /** Mean squared z, and how likely so much is by chance; null with fewer than two units. */
  readonly dispersion: Maybe;
  readonly dispersionP: Maybe;
  readonly filters: readonly Filter[];
  readonly coverage: {
    readonly rows: number;
    readonly blank: number;
    readonly unplaced: number;
    /** Units that only the second dataset names. */
    readonly withoutRows: readonly string[];
    /** Units without a size. */
    readonly withoutSize: readonly PhraseValue[];
  };
}
