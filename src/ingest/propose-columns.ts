import { entryCount, entryText, type RawColumn } from './raw-table';
import { CellState, hintOf, readDictionary, type ReadDictionary } from './read-dictionary';
import type { ColumnProposal } from './types';
import { inferColumn } from './values/infer-column';
import { identifier } from './values/infer-words';
import type { DistinctValue } from './values/types';

const shownExamples = 5;
const mostWeighed = 2_000;

/** How often each dictionary entry occurs in the rows `kept` (null = all). */
export function countEntries(column: RawColumn, kept: Uint32Array | null): Uint32Array {
  const { codes } = column;
  const counts = new Uint32Array(entryCount(column));
  if (kept) for (const row of kept) counts[codes[row]]++;
  else for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
  return counts;
}

/**
 * What a column seems to be, and its cells read so. Personal numbers are kept as they are written, whatever their
 * lengths: as identifiers they can be masked.
 */
export function proposeColumn(
  column: RawColumn,
  identity: { readonly id: string; readonly name: string },
  kept: Uint32Array | null,
  isPersonal: () => boolean,
): { readonly proposal: ColumnProposal; readonly read: ReadDictionary } {
  const counts = countEntries(column, kept);
  const inferred = inferColumn(identity.name, distinctValues(column, counts));
  const inference = inferred.type === 'number' && isPersonal() ? identifier : inferred;
  const read = readDictionary(column, { ...inference, name: identity.name });
  let missing = 0;
  let present = 0;
  let unreadable = 0;
  const examples: string[] = [];
  for (let entry = 0; entry < counts.length; entry++) {
    if (counts[entry] === 0) continue;
    if (read.states[entry] === CellState.missing) missing += counts[entry];
    else {
      if (read.states[entry] === CellState.unreadable) unreadable += counts[entry];
      else present += counts[entry];
      if (examples.length < shownExamples) addExample(examples, entryText(column, entry));
    }
  }
  const proposal = {
    ...identity,
    ...inference,
    missing,
    present,
    unreadable,
    examples,
  };
  return { proposal, read };
}

function addExample(examples: string[], text: string): void {
  if (!examples.includes(text)) examples.push(text);
}

/** The distinct cells for inference; of very many an even selection, which tells as much. */
function distinctValues(column: RawColumn, counts: Uint32Array): readonly DistinctValue[] {
  const values: DistinctValue[] = [];
  const step = Math.max(1, counts.length / mostWeighed);
  for (let at = 0; at < counts.length; at += step) {
    const entry = Math.floor(at);
    const count = counts[entry];
    if (count > 0) values.push({ text: entryText(column, entry), hint: hintOf(column, entry), count });
  }
  return column.cells ? joinEqual(values) : values;
}

function joinEqual(values: readonly DistinctValue[]): readonly DistinctValue[] {
  const joined = new Map<string, DistinctValue>();
  for (const value of values) {
    const count = (joined.get(value.text)?.count ?? 0) + value.count;
    joined.set(value.text, { ...value, count });
  }
  return [...joined.values()];
}
