import type { PhraseValue } from '../../kernel/result';
import type { Maybe } from '../../stats/descriptive/measured';
import type { SurvivalQuantile } from '../../stats/survival/kaplan-meier';
import type { Filter } from '../../table/filter';
import type { SurvivalSpec } from './spec';

/** A place on the curve. */
export interface CurvePoint {
  readonly time: number;
  /** Share still open after this time. */
  readonly open: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
}

/** The cases of one group; times in the chosen unit. */
export interface SurvivalFigures {
  readonly label: PhraseValue;
  readonly n: number;
  readonly closed: number;
  readonly open: number;
  readonly median: SurvivalQuantile;
  readonly p75: SurvivalQuantile;
  readonly p90: SurvivalQuantile;
  /** Longest time that was seen, closed or open. */
  readonly longest: number;
  /** Share closed within the limit; null without a limit, or where nobody was watched that long. */
  readonly within: { readonly share: number; readonly low: Maybe; readonly high: Maybe } | null;
  /** Against all other groups, corrected by Holm; null where it cannot be said. */
  readonly pValue: Maybe;
  /** Thinned where there are many steps. */
  readonly curve: readonly CurvePoint[];
  readonly filters: readonly Filter[];
}

export interface SurvivalOutcome {
  readonly spec: SurvivalSpec;
  readonly groupName: PhraseValue | null;
  readonly startName: string;
  readonly endName: string;
  /** Day on which open cases were last seen. */
  readonly asOf: number;
  /** Times to the minute, not only to the day. */
  readonly isTimed: boolean;
  readonly whole: SurvivalFigures;
  /** Slowest first; empty without grouping. */
  readonly groups: readonly SurvivalFigures[];
  /** What closed cases alone would give. */
  readonly closedOnly: { readonly mean: Maybe; readonly median: Maybe };
  /** Rows that are open beyond the limit. */
  readonly overdue: readonly number[] | null;
  /** Rows that are open. */
  readonly openRows: readonly number[];
  readonly coverage: {
    readonly rows: number;
    readonly withoutStart: number;
    /** Rows whose end lies before their start. */
    readonly reversed: readonly number[];
    /** Rows that begin after the day the data were drawn. */
    readonly future: number;
    /** Rows that close after that day: open as of then. */
    readonly closedLater: number;
    readonly ungrouped: number;
    readonly undated: number;
    /** Groups beyond those shown, left out of the table. */
    readonly groupsLeft: number;
  };
}
