import type { RawColumn } from './raw-table';
import { CellState, hintOf, readDictionary, type ReadDictionary } from './read-dictionary';
import type { ColumnProposal } from './types';
import { inferColumn } from './values/infer-column';
import type { DistinctValue } from './values/types';

const shownExamples = 5;

/** How often each dictionary entry occurs in the rows `kept` (null = all). */
export function countEntries(column: RawColumn, kept: Uint32Array | null): Uint32Array {
  const { codes } = column;
  const counts = new Uint32Array(column.dictionary.length);
  if (kept) for (const row of kept) counts[codes[row]]++;
  else for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
  return counts;
}

/** What a column seems to be, and its cells read so. */
export function proposeColumn(
  column: RawColumn,
  identity: { readonly id: string; readonly name: string },
  kept: Uint32Array | null,
): { readonly proposal: ColumnProposal; readonly read: ReadDictionary } {
  const counts = countEntries(column, kept);
  const inference = inferColumn(identity.name, distinctValues(column, counts));
  const read = readDictionary(column, { ...inference, name: identity.name });
  let missing = 0;
  let unreadable = 0;
  const examples: string[] = [];
  const seen = new Set<string | number>();
  const isText = read.texts.length > 0;
  for (let entry = 0; entry < counts.length; entry++) {
    if (counts[entry] === 0) continue;
    if (read.states[entry] === CellState.missing) missing += counts[entry];
    else {
      if (read.states[entry] === CellState.unreadable) unreadable += counts[entry];
      else seen.add(isText ? read.texts[entry] : read.values[entry]);
      if (examples.length < shownExamples) examples.push(column.dictionary[entry]);
    }
  }
  const proposal = { ...identity, ...inference, missing, distinct: seen.size, unreadable, examples };
  return { proposal, read };
}

function distinctValues(column: RawColumn, counts: Uint32Array): readonly DistinctValue[] {
  const values: DistinctValue[] = [];
  for (let entry = 0; entry < counts.length; entry++) {
    if (counts[entry] > 0)
      values.push({ text: column.dictionary[entry], hint: hintOf(column, entry), count: counts[entry] });
  }
  return values;
}
