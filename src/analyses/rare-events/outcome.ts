import type { PhraseValue } from '../../kernel/result';
import type { RareEventChart } from '../../stats/control/rare-event-chart';
import type { Maybe } from '../../stats/control/types';
import type { DisplayScale } from '../display';
import type { Placement } from '../stages';
import type { RareEventsSpec } from './spec';

export interface RareEventsOutcome {
  readonly spec: RareEventsSpec;
  readonly labels: readonly string[];
  /** The row of the event that ends each gap. */
  readonly rows: readonly number[];
  readonly chart: RareEventChart;
  readonly stages: Placement['stages'];
  readonly excluded: Placement['excluded'];
  readonly unmatched: Placement['unmatched'];
  readonly scale: DisplayScale;
  /** Column of the values that make a row an event, or of the gaps; null where every row is one. */
  readonly measureName: PhraseValue | null;
  readonly events: number;
  /** What has passed since the last event, where it is known. */
  readonly open: Maybe;
  /** Shape of a Weibull law through the gaps above 0: 1 where events come at random; null where it has none. */
  readonly shape: Maybe;
  /** Whether dates order the events, and whether they know the time of day. */
  readonly dated: 'no' | 'day' | 'time';
  readonly coverage: { readonly rows: number; readonly undated: number; readonly blank: number };
}
