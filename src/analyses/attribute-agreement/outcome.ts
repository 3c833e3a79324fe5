import type { PhraseValue } from '../../kernel/result';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { AgreementLevel, AgreementSpec } from './spec';

/** Agreement of some raters: how often, and how far beyond chance. */
export interface Agreement {
  readonly n: number;
  readonly agreed: number;
  readonly share: number;
  /** Exact (Clopper and Pearson). */
  readonly interval: Interval;
  /** Null where chance alone would agree completely, or where no kappa belongs to the comparison. */
  readonly kappa: number | null;
  readonly kappaInterval: Interval | null;
  /** The cases they do not agree on. */
  readonly disagreements: readonly Filter[];
}

export interface PairAgreement extends Agreement {
  readonly first: PhraseValue;
  readonly second: PhraseValue;
}

export interface CategoryAgreement {
  readonly label: PhraseValue;
  /** Share of all ratings. */
  readonly share: number;
  readonly kappa: number | null;
}

/** Two categories that stand for the same case with different raters. */
export interface Confusion {
  readonly first: PhraseValue;
  readonly second: PhraseValue;
  readonly count: number;
  readonly filters: readonly Filter[];
}

export interface MatrixCell {
  /** Places of the categories: row and column of the picture. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly filters: readonly Filter[];
}

export interface AgreementOutcome {
  readonly spec: AgreementSpec;
  readonly raters: readonly PhraseValue[];
  readonly referenceName: PhraseValue | null;
  readonly rows: number;
  /** Rows that someone left without a rating. */
  readonly incomplete: number;
  /** All raters among themselves, with Fleiss' kappa. */
  readonly whole: Agreement;
  readonly wholePValue: number | null;
  readonly pairs: readonly PairAgreement[];
  /** Each rater against the reference, and all of them at once; empty without reference. */
  readonly againstReference: readonly PairAgreement[];
  readonly allAgainstReference: Agreement | null;
  readonly kendall: {
    readonly w: number;
    readonly chiSquared: number;
    readonly df: number;
    readonly pValue: number;
  } | null;
  readonly categories: readonly CategoryAgreement[];
  /** Worst first. */
  readonly confusions: readonly Confusion[];
  readonly matrix: readonly MatrixCell[];
  /** Taxonomy codes only: the same cases at every level. */
  readonly levels: readonly {
    readonly level: Exclude<AgreementLevel, 'asWritten'>;
    readonly categories: number;
    readonly share: number;
    readonly kappa: number | null;
  }[];
}
