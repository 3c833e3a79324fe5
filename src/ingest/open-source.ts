import { fail, ok, type Failure, type Result } from '../kernel/result';
import { detectFormat } from './detect-format';
import type { RowSource } from './raw-table';
import { maskName } from './mask/mask-name';
import { openText } from './text/open-text';
import type { InspectOptions, Inspection, Issue, SheetInfo } from './types';
import { openWorkbook } from './workbook/open-workbook';

/** The table inside a file, ready to be read, and what is known about the file so far. */
export interface OpenedSource extends Pick<Inspection, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets'> {
  readonly source: RowSource;
  readonly issues: readonly Issue[];
}

/**
 * Opens a file by its content.
 *
 * Fails  those of detectFormat, openText and openWorkbook; sheet-unknown
 */
export async function openSource(bytes: Uint8Array, options: InspectOptions): Promise<Result<OpenedSource, Failure>> {
  const format = detectFormat(bytes);
  if (!format.ok) return format;
  if (format.value === 'xlsx') return openSheet(bytes, options.sheet);
  const text = openText(bytes, options);
  if (!text.ok) return text;
  return ok({ format: 'csv', sheet: null, sheets: [], ...text.value });
}

async function openSheet(bytes: Uint8Array, wanted: string | undefined): Promise<Result<OpenedSource, Failure>> {
  const workbook = await openWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const { sheets } = workbook.value;
  const sheet = wanted === undefined ? likelySheet(sheets) : sheets.find(({ name }) => name === wanted);
  if (!sheet) return wanted === undefined ? fail('no-rows') : fail('sheet-unknown', { sheet: wanted });
  const source = await workbook.value.open(sheet.name);
  if (!source.ok) return source;
  const others = sheets.filter(({ name }) => name !== sheet.name);
  const issues = others.length === 0 ? [] : [leftOutSheets(sheet, others)];
  return ok({
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    sheets,
    source: source.value,
    issues,
  });
}

/** The first visible sheet at least half as long as the longest visible one; hidden ones only when nothing else. */
function likelySheet(sheets: readonly SheetInfo[]): SheetInfo | undefined {
  const visible = sheets.filter(({ hidden, rows }) => !hidden && rows > 0);
  const pool = visible.length > 0 ? visible : sheets;
  const longest = Math.max(...pool.map(({ rows }) => rows));
  return pool.find(({ rows }) => rows * 2 >= longest);
}

function leftOutSheets(sheet: SheetInfo, others: readonly SheetInfo[]): Issue {
  const names = { as: 'list', items: others.map(({ name }) => maskName(name)) } as const;
  return {
    code: 'otherSheets',
    severity: 'info',
    params: { sheet: maskName(sheet.name), n: others.length, names },
    count: others.length,
  };
}
