/** The data that passes between the steps of an import; see src/ingest/README.md for the stream. */

import type { Phrase, SourcePlace } from '../kernel/result';
import type { ColumnType, Table } from '../table/column';

export type FileFormat = 'csv' | 'xlsx';

export type EncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'euc-kr' | 'windows-1252';

/** Something seen while reading: what, where, and (in the sentence of its code) what was done about it. */
export interface Issue extends Phrase, SourcePlace {
  readonly severity: 'info' | 'warning' | 'error';
  /** How many cells or rows it stands for, when several were folded into one. */
  readonly count?: number;
  /** The rows that it stands for, where the sentence cannot name them all; see `kernel/row-list`. */
  readonly rows?: string;
}

export interface InspectOptions {
  readonly encoding?: EncodingName;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Row of the header, counted from 1 as a spreadsheet does; 0 = the file has no header. */
  readonly headerRow?: number;
}

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** How the words of a column are to be read. Only the keys that its type needs are present. */
export interface ReadingOptions {
  readonly dateOrder?: DateOrder;
  readonly decimal?: '.' | ',';
  /** What a bare number means in a duration column, and what `3:20` means. */
  readonly durationUnit?: 's' | 'min' | 'h' | 'day';
  readonly clockStyle?: 'm:ss' | 'h:mm';
  /** Numbers are answers on the five-step scale of satisfaction, in words or digits. */
  readonly rating?: 'five';
  /** Words that stand for yes; all other words of the column stand for no. */
  readonly yesWords?: readonly string[];
}

/** A question that the file cannot answer; the person must, before anything is stored. */
export type OpenQuestion = 'dateOrder' | 'clockStyle' | 'durationUnit';

export interface ColumnProposal {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly reading: ReadingOptions;
  readonly questions: readonly OpenQuestion[];
  readonly missing: number;
  /** Cells that were read as `type`. */
  readonly present: number;
  /** Cells that could not be read as `type`; they stay visible as issues and become missing. */
  readonly unreadable: number;
  /** Up to 5 distinct raw values. */
  readonly examples: readonly string[];
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
}

/**
 * A cross-table turned into a list: columns whose headers are values, such as months, become two columns, and every
 * filled cell a row.
 */
export interface UnpivotPlan {
  /** Ids of the columns of the file, in their order. */
  readonly columns: readonly string[];
  /** The new column that holds their headers. */
  readonly period: ColumnPlan;
  /** The new column that holds their cells: numbers or durations. */
  readonly value: ColumnPlan;
}

/** What ingest makes of a file before anyone has corrected it. */
export interface Inspection {
  readonly format: FileFormat;
  readonly encoding: EncodingName | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly headerRow: number;
  /** Data rows, without title, header, blank and total rows. */
  readonly rows: number;
  /** Rows that look like totals; left out unless the person says otherwise. */
  readonly totalRows: readonly number[];
  readonly columns: readonly ColumnProposal[];
  /** How a cross-table becomes a list; null where the file is none. */
  readonly unpivot: UnpivotPlan | null;
  /** The first rows of the file as text, title rows included: row number and cells. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly issues: readonly Issue[];
}

export interface ColumnPlan {
  readonly id: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly reading: ReadingOptions;
  readonly include: boolean;
}

/** Of which column only a keyed digest is kept, and what the column of the digests is called. */
export interface CustomerPlan {
  /** Id of the column of the file. */
  readonly column: string;
  readonly name: string;
}

/** What the person decided: stored as data beside the dataset, and remembered for the next file of the same shape. */
export interface ImportPlan {
  readonly inspect: InspectOptions;
  readonly keepTotals: boolean;
  readonly columns: readonly ColumnPlan[];
  /** Columns that become rows; null = none. Absent in plans that were remembered before there was a choice. */
  readonly unpivot?: UnpivotPlan | null;
  /** The customer's number; null = the file has none, or it is of no interest. */
  readonly customer?: CustomerPlan | null;
  /** Privacy masking; on unless the person switches it off for this file. */
  readonly mask: boolean;
}

/** A remembered way to read a column that is not what this file alone would lead to. */
export interface RecallNote {
  /** Id of the column, or of the column of values of a cross-table. */
  readonly column: string;
  readonly name: string;
  readonly what: 'type' | 'reading';
  /** kept: taken over, because the file does not say; differs: the file says otherwise; open: it must be asked again. */
  readonly outcome: 'kept' | 'differs' | 'open';
  readonly before: Pick<ColumnPlan, 'type' | 'reading'>;
  readonly now: Pick<ColumnPlan, 'type' | 'reading'>;
}

export interface MaskFinding {
  /** Kind of personal data: a key below `privacy.kind` in the catalogues. */
  readonly kind: string;
  readonly column: string;
  readonly count: number;
  /** Up to 3 masked examples, never the original. */
  readonly examples: readonly string[];
}

/** A file turned into typed, masked columns. */
export interface Conversion {
  readonly table: Table;
  /** Row number in the file of each data row, from 1. */
  readonly sourceRows: Uint32Array;
  readonly issues: readonly Issue[];
  readonly masked: readonly MaskFinding[];
}
