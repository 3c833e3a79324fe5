import type { Snippet } from 'svelte';
import type { GetRows } from './grid-pages.svelte';
import type { Sort } from './table-types';

export interface GridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Below the label, such as the type of a column. */
  readonly hint?: string;
  readonly text: (row: Row, index: number) => string;
  readonly align?: 'start' | 'end';
  /** Initial width in rem. */
  readonly width?: number;
  readonly sortable?: boolean;
  /** Shown as missing: muted. */
  readonly muted?: (row: Row) => boolean;
}

export interface DataGridProps<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  rowCount: number;
  /** Called for pages of 100 rows. A new function means new data: everything is fetched again. */
  getRows: GetRows<Row>;
  sort?: Sort | null;
  /** Sorting is the caller's work: it changes `sort` and hands in a new `getRows`. */
  onsort?: (sort: Sort | null) => void;
  /** Click or Enter on a row. */
  onrow?: (row: Row, index: number) => void;
  /** In rem; the grid scrolls inside. */
  height?: number;
  /** Numbers the rows, beginning with 1. */
  numbered?: boolean;
  isMarked?: (row: Row, index: number) => boolean;
  /** With `onselect`, rows can be chosen: by their box, Space, Shift and Ctrl+A. */
  isSelected?: (row: Row, index: number) => boolean;
  /** Rows from the first to the last, both included, are to be chosen or not. */
  onselect?: (first: number, last: number, on: boolean) => void;
  empty?: Snippet;
}
