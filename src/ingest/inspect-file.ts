import { fail, ok, type Failure, type Result } from '../kernel/result';
import { columnNames } from './column-names';
import { findTable } from './find-table';
import { findTotals, type TotalsFound } from './find-totals';
import { fitColumns, fitWidth } from './fit-columns';
import { IssueLog, nameRows } from './issue-log';
import { holdsPersonalNumbers, looksPersonal } from './mask/looks-personal';
import { openSource } from './open-source';
import { proposeUnpivot } from './plan-unpivot';
import { proposeColumn } from './propose-columns';
import { entryCount, entryText, type RawColumn, type RawTable, type ReadHooks, type RowSource } from './raw-table';
import type { ReadDictionary } from './read-dictionary';
import { pause } from './text/text-source';
import type { ColumnProposal, Inspection, InspectOptions, Issue } from './types';
import { crossTableIssue } from './unpivot-issues';
import { noteValueIssues } from './value-issues';

const headRows = 60;
const previewRows = 30;
const readingShare = 0.7;

/** A file that has been read and understood once: what was found, and the cells for turning them into a table. */
export interface OpenedFile {
  readonly inspection: Inspection;
  /** Columns of the file, as many as `inspection.columns`, in the same order. */
  readonly raw: RawTable;
  /** Rows of `raw` that are neither totals nor notes; null = all. */
  readonly dataRows: Uint32Array | null;
  /** Each column's distinct cells, read as proposed. */
  readonly reads: readonly ReadDictionary[];
  /** What was reported about the rows, without what depends on how columns are read. */
  readonly rowIssues: readonly Issue[];
}

/**
 * Reads a file and proposes how to understand it.
 *
 * `fileName` plays no part in finding the format. Every row of the file is a data row or named in an issue.
 *
 * Fails  cancelled, and those of openSource, findTable and the readers
 */
export async function inspectFile(
  bytes: Uint8Array,
  fileName: string,
  options: InspectOptions = {},
  hooks: ReadHooks = {},
): Promise<Result<OpenedFile, Failure>> {
  if (hooks.signal?.aborted) return fail('cancelled');
  const opened = await openSource(bytes, options);
  if (!opened.ok) return withFileName(opened, fileName);
  const { source, issues: sourceIssues, ...file } = opened.value;
  const issues = new IssueLog();
  issues.addAll(sourceIssues);
  const table = await readTable(source, options, issues, hooks);
  if (!table.ok) return table;
  const { raw, names, leftOut, headerRow, preview } = table.value;
  const dataRows = leftOut.length === 0 ? null : without(raw.rows, leftOut);
  const rows = dataRows?.length ?? raw.rows;
  if (rows === 0) issues.note('noDataRows', 'error');
  const rowIssues = issues.list();
  const columns = await proposeColumns(raw, names, dataRows, issues, hooks);
  if (!columns.ok) return columns;
  const proposals = columns.value.map(({ proposal }) => proposal);
  const unpivot = proposeUnpivot(proposals);
  if (unpivot) issues.add(crossTableIssue(proposals, unpivot));
  const inspection = {
    ...file,
    headerRow,
    rows,
    totalRows: leftOut.map((row) => raw.sourceRows[row]),
    columns: proposals,
    unpivot,
    preview,
    issues: issues.list(),
  };
  return ok({ inspection, raw, dataRows, reads: columns.value.map(({ read }) => read), rowIssues });
}

interface ReadTable {
  readonly raw: RawTable;
  readonly names: readonly string[];
  /** Indices of rows that are totals or notes, ascending. */
  readonly leftOut: readonly number[];
  readonly headerRow: number;
  readonly preview: Inspection['preview'];
}

/** Finds the header, reads all rows below it and names the columns. */
async function readTable(
  source: RowSource,
  options: InspectOptions,
  issues: IssueLog,
  hooks: ReadHooks,
): Promise<Result<ReadTable, Failure>> {
  const head = await source.head(headRows);
  if (!head.ok) return head;
  if (head.value.length === 0) return fail('no-rows');
  const frame = findTable(head.value, options.headerRow, issues);
  if (!frame.ok) return frame;
  const { header, headerRow, afterRow, width: promised } = frame.value;
  const onProgress = (fraction: number): void => hooks.onProgress?.(fraction * readingShare);
  const read = await source.read(afterRow, { ...hooks, onProgress, width: promised });
  if (!read.ok) return read;
  issues.addAll(read.value.issues);
  const width = fitWidth(read.value, header, promised);
  const raw = fitColumns(read.value, width, issues);
  const names = columnNames(header, width, issues);
  const totals = findTotals(raw, names, width);
  noteTotals(raw, names, totals, issues);
  const leftOut = [...totals.totals, ...totals.notes].sort((a, b) => a - b);
  const preview = head.value.slice(0, previewRows).map(({ row, cells }) => ({ row, cells }));
  return ok({ raw, names, leftOut, headerRow, preview });
}

function withFileName(
  failed: { readonly ok: false; readonly failure: Failure },
  fileName: string,
): Result<never, Failure> {
  return { ok: false, failure: { ...failed.failure, params: { ...failed.failure.params, file: fileName } } };
}

function noteTotals(raw: RawTable, names: readonly string[], totals: TotalsFound, issues: IssueLog): void {
  for (const [code, rows] of [
    ['totalRows', totals.totals],
    ['noteRows', totals.notes],
  ] as const) {
    if (rows.length === 0) continue;
    const numbers = rows.map((row) => raw.sourceRows[row]);
    const { named, ...all } = nameRows(numbers);
    issues.note(code, 'info', { n: rows.length, rows: named }, { row: numbers[0], count: rows.length, ...all });
  }
  for (const column of totals.columns) {
    issues.note('totalColumn', 'warning', { name: names[column], column: column + 1 }, { column: column + 1 });
  }
}

/** Row indices below `rows` that are not in `leftOut` (ascending). */
function without(rows: number, leftOut: readonly number[]): Uint32Array {
  const kept = new Uint32Array(rows - leftOut.length);
  let next = 0;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    if (row === leftOut[next]) next++;
    else kept[at++] = row;
  }
  return kept;
}

interface Proposed {
  readonly proposal: ColumnProposal;
  readonly read: ReadDictionary;
}

async function proposeColumns(
  raw: RawTable,
  names: readonly string[],
  dataRows: Uint32Array | null,
  issues: IssueLog,
  hooks: ReadHooks,
): Promise<Result<readonly Proposed[], Failure>> {
  const proposed: Proposed[] = [];
  for (let c = 0; c < raw.columns.length; c++) {
    if (hooks.signal?.aborted) return fail('cancelled');
    const column = raw.columns[c];
    const name = names[c];
    const sample = firstTexts(column, 300);
    const kind = looksPersonal(sample, name);
    const item = proposeColumn(column, { id: `c${c}`, name }, dataRows, () => holdsPersonalNumbers(sample, name, kind));
    proposed.push(item);
    if (kind)
      issues.note(
        'looksPersonal',
        'warning',
        { name, kind: { as: 'term', key: `privacy.kind.${kind}` } },
        { column: c + 1 },
      );
    noteValueIssues(
      { raw: column, read: item.read, name, position: c + 1, sourceRows: raw.sourceRows, kept: dataRows },
      issues,
    );
    hooks.onProgress?.(readingShare + (1 - readingShare) * ((c + 1) / raw.columns.length));
    if (entryCount(column) > 10_000) await pause();
  }
  return ok(proposed);
}

function firstTexts(column: RawColumn, most: number): readonly string[] {
  return Array.from({ length: Math.min(most, entryCount(column)) }, (_, entry) => entryText(column, entry));
}
