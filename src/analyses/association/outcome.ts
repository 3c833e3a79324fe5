import type { PhraseValue } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import type { AssociationSpec } from './spec';

/** One line or one column of the table. */
export interface TableMargin {
  readonly label: PhraseValue;
  readonly total: number;
  /** Values that were joined; 0 for a single one. */
  readonly joined: number;
  readonly filters: readonly Filter[];
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly expected: number;
  /** Adjusted standardised residual. */
  readonly residual: number;
  /** Of the residual, corrected by Holm for all cells. */
  readonly adjustedP: number;
  readonly against: 'above' | 'below' | 'within';
}

export interface AssociationOutcome {
  readonly spec: AssociationSpec;
  readonly rowName: PhraseValue;
  readonly columnName: PhraseValue | null;
  /** Largest first, periods in order of time. */
  readonly rows: readonly TableMargin[];
  readonly columns: readonly TableMargin[];
  /** Row by row. */
  readonly cells: readonly TableCell[];
  readonly total: number;
  readonly test: {
    readonly used: 'chiSquare' | 'fisher';
    readonly chiSquared: number;
    readonly df: number;
    readonly pValue: number;
    readonly minExpected: number;
    readonly shareBelowFive: number;
  };
  readonly cramerV: number;
  readonly filters: readonly Filter[];
  readonly coverage: {
    readonly rows: number;
    /** Rows without a value in either column. */
    readonly blank: number;
    readonly undated: number;
  };
}
