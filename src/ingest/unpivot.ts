import { createBitmap, setBit } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericType, Table } from '../table/column';
import { takeRows } from '../table/take-rows';
import type { OpenedFile } from './inspect-file';
import type { IssueLog } from './issue-log';
import type { RawColumn } from './raw-table';
import { CellState, isReadAs, readDictionary, type ReadDictionary } from './read-dictionary';
import type { ColumnPlan, MaskFinding, UnpivotPlan } from './types';
import { unpivotedIssue } from './unpivot-issues';
import { noteValueIssues } from './value-issues';
import { withholdPersonal } from './withhold-personal';

export interface UnpivotInput {
  readonly opened: OpenedFile;
  readonly plan: UnpivotPlan;
  /** The columns that become rows. */
  readonly turned: readonly ColumnPlan[];
  /** The rows of the file that take part; null = all. */
  readonly kept: Uint32Array | null;
  /** The other columns, as many rows as take part. */
  readonly labels: Table;
  /** Takes what was found of personal numbers among the values, which are left out; null = masking is off. */
  readonly masked: MaskFinding[] | null;
}

export interface Unpivoted {
  readonly table: Table;
  /** For each row of `table`, the row of `labels` that it came from. */
  readonly rows: Uint32Array;
}

/** One column that becomes rows: its cells, read as values. */
interface Turned {
  readonly raw: RawColumn;
  readonly read: ReadDictionary;
}

/**
 * A cross-table as a list: row by row, a row for every cell that is filled, with its header and its value.
 *
 * An empty cell makes no row, which is said in an issue; one that cannot be read makes a row without a value, and is
 * reported where it stands in the file.
 *
 * Shape  rows = rows of `labels` × columns turned − empty cells; columns = those of `labels`, period, value
 */
export function unpivot(input: UnpivotInput, issues: IssueLog): Unpivoted {
  const { plan, turned, kept, labels } = input;
  const columns = turned.map((column) => readTurned(input, column, issues));
  const most = labels.rows * columns.length;
  const from = new Uint32Array(most);
  const headers = new Uint32Array(most);
  const values = plan.value.type === 'duration' || plan.value.type === 'number' ? new Float64Array(most) : null;
  if (values === null) throw new RangeError(`unpivot requires a column of numbers or durations: ${plan.value.type}`);
  const unread: number[] = [];
  let filled = 0;
  for (let row = 0; row < labels.rows; row++) {
    for (let c = 0; c < columns.length; c++) {
      const { raw, read } = columns[c];
      const entry = raw.codes[kept ? kept[row] : row];
      if (read.states[entry] === CellState.missing) continue;
      from[filled] = row;
      headers[filled] = c;
      if (read.states[entry] === CellState.present) values[filled] = read.values[entry];
      else unread.push(filled);
      filled++;
    }
  }
  issues.add(unpivotedIssue({ rows: labels.rows, columns: columns.length, filled }, plan));
  const rows = from.slice(0, filled);
  const missing = createBitmap(filled);
  for (const row of unread) setBit(missing, row);
  const { id, name, type } = plan.value;
  const value: Column = {
    id,
    name,
    layout: 'numeric',
    type: type as NumericType,
    values: values.slice(0, filled),
    missing,
  };
  const period = periodColumn(input, headers.subarray(0, filled), issues);
  return { table: { rows: filled, columns: [...takeRows(labels, rows).columns, period, value] }, rows };
}

function readTurned({ opened, plan, kept, masked }: UnpivotInput, { id, name }: ColumnPlan, issues: IssueLog): Turned {
  const index = opened.inspection.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new RangeError(`unpivot requires columns of the file: ${id}`);
  const { type, reading } = plan.value;
  const raw = opened.raw.columns[index];
  const before = opened.reads[index];
  const asPlanned = isReadAs(before, type, reading) ? before : readDictionary(raw, { type, reading, name });
  const read = masked ? withholdPersonal(raw, asPlanned, { type, name }, kept, masked) : asPlanned;
  noteValueIssues({ raw, read, name, position: index + 1, sourceRows: opened.raw.sourceRows, kept }, issues);
  return { raw, read };
}

/** The headers as a column: words in the order of the file, or the calendar that they name. */
function periodColumn({ opened, plan, turned }: UnpivotInput, codes: Uint32Array, issues: IssueLog): Column {
  const { id, name, type, reading } = plan.period;
  const dictionary = turned.map((column) => column.name);
  const missing = createBitmap(codes.length);
  if (type !== 'month' && type !== 'date') {
    return { id, name, layout: 'dictionary', type: 'category', missing, ...wordsInOrder(dictionary, codes) };
  }
  const raw: RawColumn = { codes: Uint32Array.from(dictionary, (_, at) => at), dictionary, hints: null };
  const read = readDictionary(raw, { type, reading, name });
  const sourceRows = new Uint32Array(dictionary.length).fill(opened.inspection.headerRow);
  const position = opened.inspection.columns.findIndex((column) => column.id === turned[0].id) + 1;
  noteValueIssues({ raw, read, name, position, sourceRows, kept: null }, issues);
  const values = new Int32Array(codes.length);
  codes.forEach((header, row) => {
    if (read.states[header] === CellState.present) values[row] = read.values[header];
    else setBit(missing, row);
  });
  return { id, name, layout: 'numeric', type, values, missing };
}

/** The headers that occur, each once, in the order of the file; a person may have given two columns one name. */
function wordsInOrder(headers: readonly string[], rows: Uint32Array): Pick<DictionaryColumn, 'codes' | 'dictionary'> {
  const used = new Uint8Array(headers.length);
  for (const header of rows) used[header] = 1;
  const dictionary = [...new Set(headers.filter((_, header) => used[header] === 1))];
  const codeOf = headers.map((header) => dictionary.indexOf(header));
  return { codes: rows.map((header) => codeOf[header]), dictionary };
}
