import Papa from 'papaparse';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { IssueLog } from '../issue-log';
import type { HeadRow, RawTable, ReadHooks, RowSource } from '../raw-table';
import { maxColumns } from './columnar-scanner';
import { noteBlankRows } from './text-source';

interface ParsedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The companion reader: decoded text through Papa Parse, for dialects the columnar reader does not split.
 *
 * Fails  quote-not-closed, too-many-columns, cancelled
 */
export class PapaSource implements RowSource {
  private readonly text: string;
  private readonly delimiter: string;

  constructor(text: string, delimiter: string) {
    this.text = text;
    this.delimiter = delimiter;
  }

  head(maxRows: number): Promise<Result<readonly HeadRow[], Failure>> {
    const parsed = this.parse(maxRows + 50);
    if (!parsed.ok) return Promise.resolve(parsed);
    return Promise.resolve(ok(parsed.value.filter((row) => !isBlank(row)).slice(0, maxRows)));
  }

  read(afterRow: number, hooks: ReadHooks): Promise<Result<RawTable, Failure>> {
    if (hooks.signal?.aborted) return Promise.resolve(fail('cancelled'));
    const parsed = this.parse(0);
    if (!parsed.ok) return Promise.resolve(parsed);
    hooks.onProgress?.(1);
    return Promise.resolve(
      ok(
        toRawTable(
          parsed.value.filter(({ row }) => row > afterRow),
          hooks.width ?? 0,
        ),
      ),
    );
  }

  private parse(preview: number): Result<readonly ParsedRow[], Failure> {
    const rows: ParsedRow[] = [];
    let failure: Result<never, Failure> | null = null;
    let line = 1;
    let cursor = 0;
    Papa.parse<string[]>(this.text, {
      delimiter: this.delimiter,
      preview,
      step: ({ data, errors, meta }, parser) => {
        const begins = line;
        for (const _ of this.text.slice(cursor, meta.cursor).matchAll(/\r\n|\n|\r/g)) line++;
        cursor = meta.cursor;
        const text = data.join(' ').replace(/\s+/g, ' ').slice(0, 80);
        if (errors.some((error) => error.code === 'MissingQuotes'))
          failure = fail('quote-not-closed', { row: begins, text, limit: 0 }, { row: begins });
        else if (data.length > maxColumns)
          failure = fail('too-many-columns', { row: begins, text, limit: maxColumns }, { row: begins });
        else rows.push({ row: begins, cells: data });
        if (failure) parser.abort();
      },
    });
    return failure ?? ok(rows);
  }
}

function isBlank({ cells }: ParsedRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function toRawTable(all: readonly ParsedRow[], width: number): RawTable {
  const issues = new IssueLog();
  const blank = all.filter(isBlank);
  const rows = all.filter((row) => !isBlank(row));
  const columns = Array.from(
    { length: rows.reduce((most, { cells }) => Math.max(most, cells.length), 0) },
    (_, column) => {
      const numbers = new Map<string, number>();
      const codes = Uint32Array.from(rows, ({ cells }) => {
        const text = cells[column] ?? '';
        const code = numbers.get(text) ?? numbers.size;
        numbers.set(text, code);
        return code;
      });
      return { codes, dictionary: [...numbers.keys()], hints: null };
    },
  );
  for (const { row, cells } of rows) {
    if (cells.length < width) issues.note('shortRow', 'warning', { row, cells: cells.length }, { row });
  }
  if (blank.length > 0)
    noteBlankRows(
      blank.map(({ row }) => row),
      blank.length,
      issues,
    );
  return { rows: rows.length, columns, sourceRows: Uint32Array.from(rows, ({ row }) => row), issues: issues.list() };
}
