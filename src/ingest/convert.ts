import { createBitmap, setBit } from '../kernel/bitmap';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import {
  isDictionaryType,
  type Column,
  type DictionaryType,
  type NumericType,
  type NumericValues,
} from '../table/column';
import { toCustomerColumn } from './customer-column';
import type { OpenedFile } from './inspect-file';
import { IssueLog } from './issue-log';
import { createMasker } from './mask/create-masker';
import { looksPersonal } from './mask/looks-personal';
import { MaskTally } from './mask-tally';
import { unpivotedColumns } from './plan-unpivot';
import { countEntries } from './propose-columns';
import type { RawColumn, ReadHooks } from './raw-table';
import { CellState, changeTexts, isReadAs, readDictionary, type ReadDictionary } from './read-dictionary';
import { pause } from './text/text-source';
import type { ColumnPlan, Conversion, ImportPlan, MaskFinding } from './types';
import { unpivot } from './unpivot';
import { crossTableIssue } from './unpivot-issues';
import { noteValueIssues } from './value-issues';
import { withholdPersonal } from './withhold-personal';

/** So many distinct cells tell what most of a column are. */
const looked = 300;

/** The rows and cells of one column, and how to read them. */
interface ColumnInput {
  readonly raw: RawColumn;
  readonly read: ReadDictionary;
  readonly plan: ColumnPlan;
  readonly kept: Uint32Array | null;
}

export interface ConvertHooks extends ReadHooks {
  /** Makes the keys of customers; required by a plan that names their column. */
  readonly keyOf?: ((text: string) => string | null) | null;
}

/**
 * Turns an opened file into typed and masked columns, as planned.
 *
 * Cells that cannot be read as planned become missing and are reported, and so do personal numbers among measures while
 * masking is on; nothing is invented. Work is done per distinct value: reading, masking; rows only move numbers. Of the
 * column of customers only keys are taken, after the other columns. Columns that the plan turns into rows come last, as two.
 *
 * Fails  cancelled, no-data-rows, no-columns
 */
export async function convert(
  opened: OpenedFile,
  plan: ImportPlan,
  hooks: ConvertHooks = {},
): Promise<Result<Conversion, Failure>> {
  const { raw } = opened;
  const turned = unpivotedColumns(plan);
  const { customer = null } = plan;
  const included = plan.columns.filter(
    ({ id, include }) => include && id !== customer?.column && !turned.some((column) => column.id === id),
  );
  if (included.length + turned.length + (customer ? 1 : 0) === 0) return fail('no-columns');
  const kept = plan.keepTotals ? null : opened.dataRows;
  const rows = kept?.length ?? raw.rows;
  if (rows === 0) return fail('no-data-rows');
  const issues = new IssueLog();
  issues.addAll(opened.rowIssues);
  const columns: Column[] = [];
  const masked: MaskFinding[] = [];
  for (const column of included) {
    if (hooks.signal?.aborted) return fail('cancelled');
    const index = opened.inspection.columns.findIndex(({ id }) => id === column.id);
    if (index < 0) throw new RangeError('convert requires a plan whose columns are in the file: ' + column.id);
    const before = opened.reads[index];
    const asPlanned = isReadAs(before, column.type, column.reading)
      ? before
      : readDictionary(raw.columns[index], column);
    const read = plan.mask ? withholdPersonal(raw.columns[index], asPlanned, column, kept, masked) : asPlanned;
    const input = { raw: raw.columns[index], read, plan: column, kept };
    noteValueIssues({ ...input, name: column.name, position: index + 1, sourceRows: raw.sourceRows }, issues);
    columns.push(
      isDictionaryType(column.type)
        ? toDictionaryColumn(input, column.type, rows, plan.mask, masked)
        : toNumericColumn(input, column.type, rows),
    );
    hooks.onProgress?.(columns.length / included.length);
    if (rows > 50_000) await pause();
  }
  if (customer) {
    const index = opened.inspection.columns.findIndex(({ id }) => id === customer.column);
    if (index < 0 || !hooks.keyOf) throw new RangeError('convert requires the column of customers and a secret');
    columns.push(toCustomerColumn(raw.columns[index], customer, kept, hooks.keyOf));
  }
  const sourceRows = kept ? Uint32Array.from(kept, (row) => raw.sourceRows[row]) : raw.sourceRows;
  const table = { rows, columns };
  if (plan.unpivot && turned.length > 0) {
    const list = unpivot(
      { opened, plan: plan.unpivot, turned, kept, labels: table, masked: plan.mask ? masked : null },
      issues,
    );
    if (list.table.rows === 0) return fail('no-data-rows');
    const rowsOfFile = list.rows.map((row) => sourceRows[row]);
    return ok({ table: list.table, sourceRows: rowsOfFile, issues: issues.list(), masked });
  }
  const { unpivot: proposal, columns: proposals } = opened.inspection;
  if (proposal) issues.add(crossTableIssue(proposals, proposal));
  return ok({ table, sourceRows, issues: issues.list(), masked });
}

function createValues(type: NumericType, rows: number): NumericValues {
  if (type === 'boolean') return new Uint8Array(rows);
  return type === 'date' || type === 'month' ? new Int32Array(rows) : new Float64Array(rows);
}

function toNumericColumn({ raw, read, plan, kept }: ColumnInput, type: NumericType, rows: number): Column {
  const values = createValues(type, rows);
  const missing = createBitmap(rows);
  const { codes } = raw;
  for (let i = 0; i < rows; i++) {
    const code = codes[kept ? kept[i] : i];
    if (read.states[code] === CellState.present) values[i] = read.values[code];
    else setBit(missing, i);
  }
  return { id: plan.id, name: plan.name, layout: 'numeric', type, values, missing };
}

function toDictionaryColumn(
  { raw, read, plan, kept }: ColumnInput,
  type: DictionaryType,
  rows: number,
  mask: boolean,
  masked: MaskFinding[],
): Column {
  const counts = countEntries(raw, kept);
  const texts = mask ? maskTexts({ read, plan, counts }, type, masked) : read.texts;
  const missing = createBitmap(rows);
  const isAsRead = areAsRead(texts, raw);
  if (isAsRead && !kept && counts.every((count, entry) => count > 0 && read.states[entry] === CellState.present))
    return { id: plan.id, name: plan.name, layout: 'dictionary', type, codes: raw.codes, dictionary: texts, missing };
  const codes = new Uint32Array(rows);
  const dictionary: string[] = [];
  const codeOf = createCoder(texts, isAsRead, dictionary);
  const newCode = new Int32Array(raw.dictionary.length).fill(-1);
  for (let i = 0; i < rows; i++) {
    const entry = raw.codes[kept ? kept[i] : i];
    if (read.states[entry] !== CellState.present) {
      setBit(missing, i);
      continue;
    }
    if (newCode[entry] < 0) newCode[entry] = codeOf(entry);
    codes[i] = newCode[entry];
  }
  return { id: plan.id, name: plan.name, layout: 'dictionary', type, codes, dictionary, missing };
}

/** Whether texts still differ as the entries of the file do: neither trimming nor masking changed any. */
function areAsRead(texts: readonly string[], raw: RawColumn): boolean {
  if (raw.hints || raw.cells) return false;
  return texts === raw.dictionary || texts.every((text, entry) => text === '' || text === raw.dictionary[entry]);
}

/** Gives entries their place in `dictionary`; entries that are equal, or became so by trimming or masking, share one. */
function createCoder(texts: readonly string[], isAsRead: boolean, dictionary: string[]): (entry: number) => number {
  if (isAsRead) return (entry) => dictionary.push(texts[entry]) - 1;
  const numbers = new Map<string, number>();
  return (entry) => {
    const text = texts[entry];
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, dictionary.length);
    return dictionary.push(text) - 1;
  };
}

/** Every distinct text masked; what was found is added to `masked`, counted in cells. */
function maskTexts(
  { read, plan, counts }: Pick<ColumnInput, 'read' | 'plan'> & { readonly counts: Uint32Array },
  type: DictionaryType,
  masked: MaskFinding[],
): readonly string[] {
  const like = type === 'text' ? null : looksPersonal(read.texts.slice(0, looked), plan.name);
  const mask = createMasker({ column: plan.name, type, like });
  const tally = new MaskTally();
  const texts = changeTexts(read.texts, (text, entry) => {
    if (counts[entry] === 0 || read.states[entry] !== CellState.present) return text;
    const result = mask(text);
    if (result.hits.length > 0) tally.add(result.hits, counts[entry]);
    return result.text;
  });
  masked.push(...tally.list(plan.name));
  return texts;
}
