import { createBitmap, setBit } from '../kernel/bitmap';
import type { DictionaryColumn } from '../table/column';
import { entryCount, entryText, type RawColumn } from './raw-table';
import { hintOf } from './read-dictionary';
import { hasWord } from './values/create-reader';
import type { ColumnPlan, ColumnProposal, CustomerPlan } from './types';

/** Id of the column of customer keys in every dataset that has one. */
export const customerColumnId = 'customer';

/** Added to the name of the column, in the language of the file's own headers. Data, not interface text. */
const words = { zh: '（客户标识）', en: ' (customer key)' } as const;

/** The plan to keep of a column of the file only keys; throws if the file has no such column. */
export function planCustomer(columns: readonly Pick<ColumnProposal, 'id' | 'name'>[], id: string): CustomerPlan {
  const column = columns.find((one) => one.id === id);
  if (!column) throw new RangeError(`planCustomer requires a column of the file: ${id}`);
  const language = columns.some(({ name }) => /\p{Script=Han}/u.test(name)) ? 'zh' : 'en';
  const base = column.name + words[language];
  const taken = new Set(columns.map(({ name }) => name));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base} (${number})`;
  return { column: id, name };
}

/** The column that stands in place of the numbers. */
export function customerColumn({ name }: CustomerPlan): ColumnPlan {
  return { id: customerColumnId, name, type: 'identifier', reading: {}, include: true };
}

/**
 * The numbers of a column as keys, before anything of them is masked; a cell without a number is missing.
 *
 * Shape  one row per row of `kept` (null = all rows of the file), one key per distinct number
 */
export function toCustomerColumn(
  raw: RawColumn,
  { name }: CustomerPlan,
  kept: Uint32Array | null,
  keyOf: (text: string) => string | null,
): DictionaryColumn {
  const rows = kept?.length ?? raw.codes.length;
  const codes = new Uint32Array(rows);
  const missing = createBitmap(rows);
  const dictionary: string[] = [];
  const known = new Map<string, number>();
  /** Per entry: its place in the dictionary plus 1, 0 = not looked at yet, -1 = none. */
  const places = new Int32Array(entryCount(raw));
  for (let row = 0; row < rows; row++) {
    const entry = raw.codes[kept ? kept[row] : row];
    if (places[entry] === 0) {
      const text = entryText(raw, entry);
      const key = hasWord(text, hintOf(raw, entry)) ? keyOf(text) : null;
      if (key !== null && !known.has(key)) known.set(key, dictionary.push(key));
      places[entry] = key === null ? -1 : (known.get(key) ?? -1);
    }
    if (places[entry] < 0) setBit(missing, row);
    else codes[row] = places[entry] - 1;
  }
  return { id: customerColumnId, name, layout: 'dictionary', type: 'identifier', codes, dictionary, missing };
}
