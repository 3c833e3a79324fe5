import type { PhraseValue } from '../../kernel/result';
import type { DefectRates } from '../../stats/yield/dpmo';
import type { Filter } from '../../table/filter';
import type { DpmoSpec } from './spec';

export interface DpmoGroup {
  readonly label: PhraseValue;
  readonly defects: number;
  readonly units: number | null;
  readonly rows: number;
  /** Null where there are no units. */
  readonly rates: DefectRates | null;
  /** Rows with a defect. */
  readonly filters: readonly Filter[];
  /** Whether the whole interval lies above or below the overall rate. */
  readonly against: 'above' | 'below' | 'within';
}

export interface DpmoOutcome {
  readonly spec: DpmoSpec;
  readonly overall: DefectRates;
  /** Empty without grouping; periods in order of time, other groups worst first. */
  readonly groups: readonly DpmoGroup[];
  readonly groupName: PhraseValue | null;
  readonly timeOrdered: boolean;
  readonly defectName: PhraseValue;
  readonly unitName: PhraseValue;
  /** All rows looked at. */
  readonly scope: readonly Filter[];
  /** Rows with a defect. */
  readonly filters: readonly Filter[];
  readonly coverage: {
    readonly rows: number;
    /** Rows that cannot say whether they are a defect. */
    readonly blank: number;
    /** Rows without a date or group. */
    readonly unplaced: number;
    /** Groups with rows but no units; they are not in the total either. */
    readonly withoutUnits: readonly PhraseValue[];
    /** First and last day of the defects and of the units, where they differ by more than a month. */
    readonly mismatch: { readonly defects: DaySpan; readonly units: DaySpan } | null;
  };
}

export interface DaySpan {
  readonly first: number;
  readonly last: number;
}
