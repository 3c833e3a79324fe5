import type { CellHint } from '../raw-table';
import type { OpenQuestion, ReadingOptions } from '../types';
import type { ColumnType } from '../../table/column';

/** A distinct cell text of a column with how often it occurs. */
export interface DistinctValue {
  readonly text: string;
  readonly hint: CellHint;
  readonly count: number;
}

export interface ColumnInference {
  readonly type: ColumnType;
  readonly reading: ReadingOptions;
  readonly questions: readonly OpenQuestion[];
}

/** One cell text read as a type. `code` is a key below `issue` in the catalogues. */
export type CellReading =
  | { readonly kind: 'number'; readonly value: number; readonly warning?: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly code: string };
