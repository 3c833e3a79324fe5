import { createMasker, type MaskHit } from './mask/create-masker';
import { headerContext } from './mask/header-context';
import { MaskTally } from './mask-tally';
import { countEntries } from './propose-columns';
import { entryText, type RawColumn } from './raw-table';
import { CellState, type ReadDictionary } from './read-dictionary';
import type { ColumnPlan, MaskFinding } from './types';

/** The least number with an area code or a mobile prefix, and below a header of telephone numbers the least local one. */
const least = { anywhere: 1e9, ofContacts: 1e6 };

/**
 * A column of numbers or durations without the cells that are personal numbers: each becomes unreadable, with the
 * remark `personalNumber`, and what was found is added to `masked`. Columns of other types are returned as they are.
 *
 * Only whole numbers as large as a telephone number are looked at as texts, so a column of measures costs one
 * comparison for each entry.
 *
 * Shape  kept: the rows that take part; null = all
 */
export function withholdPersonal(
  raw: RawColumn,
  read: ReadDictionary,
  { name, type }: Pick<ColumnPlan, 'name' | 'type'>,
  kept: Uint32Array | null,
  masked: MaskFinding[],
): ReadDictionary {
  const found = findPersonal(raw, read, { name, type });
  if (found.size === 0) return read;
  const states = read.states.slice();
  const values = read.values.slice();
  const remarks = new Map(read.remarks);
  const tally = new MaskTally();
  const counts = countEntries(raw, kept);
  for (const [entry, hits] of found) {
    states[entry] = CellState.unreadable;
    values[entry] = 0;
    remarks.set(entry, 'personalNumber');
    if (counts[entry] > 0) tally.add(hits, counts[entry]);
  }
  masked.push(...tally.list(name));
  return { ...read, states, values, remarks };
}

/** The hits in each entry that holds any. */
function findPersonal(
  raw: RawColumn,
  { states, values }: ReadDictionary,
  { name, type }: Pick<ColumnPlan, 'name' | 'type'>,
): ReadonlyMap<number, readonly MaskHit[]> {
  const found = new Map<number, readonly MaskHit[]>();
  const { phone, amount } = headerContext(name);
  if ((type !== 'number' && type !== 'duration') || amount) return found;
  const from = phone ? least.ofContacts : least.anywhere;
  const mask = createMasker({ column: name, type });
  for (let entry = 0; entry < values.length; entry++) {
    const value = values[entry];
    if (value < from || states[entry] !== CellState.present || !Number.isInteger(value)) continue;
    const { hits } = mask(entryText(raw, entry));
    if (hits.length > 0) found.set(entry, hits);
  }
  return found;
}
