import type { HeadRow, RawTable } from '../../../../src/ingest/raw-table';
import { openWorkbook } from '../../../../src/ingest/workbook/open-workbook';
import type { Failure, Result } from '../../../../src/kernel/result';

function unwrap<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}

/** The rows of a sheet (the first by default) as texts, with what the reader noticed. */
export async function readSheet(
  bytes: Uint8Array,
  name?: string,
  afterRow = 0,
): Promise<RawTable & { readonly cells: readonly (readonly string[])[] }> {
  const workbook = unwrap(await openWorkbook(bytes));
  const source = unwrap(await workbook.open(name ?? workbook.sheets[0].name));
  const table = unwrap(await source.read(afterRow, {}));
  const cells = Array.from({ length: table.rows }, (_, row) =>
    table.columns.map(({ codes, dictionary }) => dictionary[codes[row]]),
  );
  return { ...table, cells };
}

/** Text and hint of the cells of the first column. */
export async function firstColumn(bytes: Uint8Array): Promise<readonly (readonly [string, number])[]> {
  const { columns, rows } = await readSheet(bytes);
  const { codes, dictionary, hints } = columns[0];
  return Array.from({ length: rows }, (_, row) => [dictionary[codes[row]], hints?.[codes[row]] ?? 0] as const);
}

export async function readHead(bytes: Uint8Array, rows: number): Promise<readonly HeadRow[]> {
  const workbook = unwrap(await openWorkbook(bytes));
  return unwrap(await unwrap(await workbook.open(workbook.sheets[0].name)).head(rows));
}

/** The code with which a workbook is refused, wherever on the way to its rows that happens. */
export async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const workbook = await openWorkbook(bytes);
  if (!workbook.ok) return workbook.failure.code;
  for (const { name } of workbook.value.sheets) {
    const source = await workbook.value.open(name);
    if (!source.ok) return source.failure.code;
    const table = await source.value.read(0, {});
    if (!table.ok) return table.failure.code;
  }
  return null;
}
