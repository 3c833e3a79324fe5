/** Analyses of imported datasets as a report takes them: figures that were computed elsewhere, as plain data. */

import type { PhraseValue } from '../../kernel/result';
import type { AnalysisRow } from './rows';

/** A fraction with its 95 % interval. */
export interface SourceShare {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ParetoSource {
  readonly source: AnalysisRow;
  readonly columnName: PhraseValue;
  /** Bars in their order; what is not coded or folded together comes last and is muted. */
  readonly bars: readonly {
    readonly key: string;
    readonly name: PhraseValue;
    readonly rows: number;
    /** What the bar weighs; the rows where every row weighs 1. */
    readonly value: number;
    readonly share: SourceShare;
    /** As a fraction. */
    readonly cumulative: number;
    readonly muted: boolean;
    /** Conditions of its rows. */
    readonly filters: readonly object[];
  }[];
  /** So many leading bars make up most of it. */
  readonly vitalFew: number;
  /** Conditions of all rows looked at. */
  readonly scope: readonly object[];
}

export interface RateSource {
  readonly source: AnalysisRow;
  readonly defects: number;
  readonly opportunities: number;
  readonly dpmo: SourceShare;
  /** Short-term sigma level; null where no opportunity failed. */
  readonly sigma: number | null;
  /** Conditions of the rows with a defect, and of all rows looked at. */
  readonly filters: readonly object[];
  readonly scope: readonly object[];
}

export interface AnalysisSources {
  readonly paretos: readonly ParetoSource[];
  readonly rates: readonly RateSource[];
  /** Kept analyses that cannot be narrowed to the quarter. */
  readonly leftOut: number;
}

export const noAnalyses: AnalysisSources = { paretos: [], rates: [], leftOut: 0 };
