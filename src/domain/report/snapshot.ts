/** What is frozen: the words of a document and the rows behind its figures, as one text with one digest. */

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { DayWindow } from './quarter';
import type { CaseRow, ReportRows } from './rows';

/** Rows column by column: a ledger of tens of thousands of events names its fields once. */
interface PackedRows {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** A frozen document. `Document` is what the report layer makes; here it is only kept. */
export interface Snapshot<Document> {
  readonly format: 1;
  readonly document: Document;
  readonly rows: ReportRows;
  readonly frozen: {
    readonly at: number;
    readonly by: string;
    /** How many acts the workbench had seen. */
    readonly dataVersion: number;
    readonly taxonomyVersion: string;
  };
}

const kinds = ['events', 'items', 'outlets', 'projects'] as const;
/** Snapshots of earlier builds do not have these. */
const laterKinds = ['answers', 'analyses'] as const;
const noRows: PackedRows = { count: 0, columns: {} };
const noLaterRows = { answers: noRows, analyses: noRows };

export type SnapshotFailureCode = 'snapshot-unreadable';

function pack(rows: readonly object[]): PackedRows {
  const columns: Record<string, unknown[]> = {};
  for (const key of Object.keys(rows[0] ?? {})) {
    columns[key] = rows.map((row) => (row as Readonly<Record<string, unknown>>)[key]);
  }
  return { count: rows.length, columns };
}

function unpack(packed: PackedRows): readonly object[] {
  const columns = Object.entries(packed.columns);
  return Array.from({ length: packed.count }, (_, i) =>
    Object.fromEntries(columns.map(([key, values]) => [key, values[i]])),
  );
}

/** The rows that figures of these windows can count: received within them, or still open, or without a date. */
export function rowsToFreeze(rows: ReportRows, windows: readonly DayWindow[]): ReportRows {
  const distinct = [...new Map(windows.map((one) => [`${one.from} ${one.to}`, one])).values()];
  const isWanted = ({ day, open }: CaseRow): boolean =>
    open || day === null || distinct.some(({ from, to }) => day >= from && day <= to);
  return { ...rows, events: rows.events.filter(isWanted) };
}

/** A snapshot as the text that is kept and digested. */
export function writeSnapshot<Document>({ rows, ...rest }: Snapshot<Document>): string {
  const packed = Object.fromEntries(
    (Object.entries(rows) as [string, readonly object[]][]).map(([kind, list]) => [kind, pack(list)]),
  );
  return JSON.stringify({ ...rest, rows: packed });
}

/**
 * The snapshot that a text holds.
 *
 * Fails  snapshot-unreadable
 */
export function readSnapshot<Document>(text: string): Result<Snapshot<Document>, Failure<SnapshotFailureCode>> {
  try {
    const value = JSON.parse(text) as Snapshot<Document> & { readonly rows: Record<keyof ReportRows, PackedRows> };
    if (value.format !== 1 || kinds.some((kind) => typeof value.rows[kind].count !== 'number')) {
      return fail('snapshot-unreadable');
    }
    const found = { ...noLaterRows, ...value.rows };
    const rows = Object.fromEntries(
      [...kinds, ...laterKinds].map((kind) => [kind, unpack(found[kind])]),
    ) as unknown as ReportRows;
    return ok({ ...value, rows });
  } catch {
    return fail('snapshot-unreadable');
  }
}
