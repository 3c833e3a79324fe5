import { getBit } from '../kernel/bitmap';
import type { Column, DictionaryColumn, NumericColumn, Table } from '../table/column';

const seedA = 0x9e3779b9 | 0;
const seedB = 0x85ebca6b | 0;
const missingHash = 0x2545f491 | 0;
/** FNV-1a. */
const hashSeed = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;
const numbersAtATime = 1024;

/**
 * A 53-bit key per row, equal for equal rows, for noticing rows that were imported before.
 *
 * Columns count by name, whatever their order; the second of two equal rows in a table has a key of its own, so
 * that files which share rows share as many keys. Two different rows get the same key with probability 2⁻⁵³.
 */
export function rowKeys(table: Table): Float64Array {
  const columns = [...table.columns].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const a = new Int32Array(table.rows).fill(seedA);
  const b = new Int32Array(table.rows).fill(seedB);
  for (const column of columns) mixColumn(column, a, b);
  return toKeys(a, b);
}

/** The keys of rows whose columns are mixed, told apart where they are equal. */
function toKeys(a: Int32Array, b: Int32Array): Float64Array {
  const rows = a.length;
  const keys = new Float64Array(rows);
  let capacity = 16;
  while (capacity < rows * 2) capacity *= 2;
  const mask = capacity - 1;
  /** Open addressing: the first row that has a key, counted from 1; 0 where free. */
  const firsts = new Int32Array(capacity);
  const repeats = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    const high = finish(a[row]);
    const key = toKey(high, finish(b[row]));
    let slot = high & mask;
    while (firsts[slot] !== 0 && keys[firsts[slot] - 1] !== key) slot = (slot + 1) & mask;
    const first = firsts[slot];
    if (first === 0) {
      firsts[slot] = row + 1;
      keys[row] = key;
      continue;
    }
    const before = (repeats.get(first) ?? 0) + 1;
    repeats.set(first, before);
    keys[row] = toKey(finish(mix(a[row], before)), finish(mix(b[row], ~before)));
  }
  return keys;
}

function mixColumn(column: Column, a: Int32Array, b: Int32Array): void {
  const name = hashText(column.name, seedA);
  if (column.layout === 'dictionary') mixTexts(column, name, a, b);
  else mixNumbers(column, name, a, b);
}

function mixTexts({ dictionary, codes, missing }: DictionaryColumn, name: number, a: Int32Array, b: Int32Array): void {
  const one = new Int32Array(dictionary.length);
  const two = new Int32Array(dictionary.length);
  for (let entry = 0; entry < dictionary.length; entry++) {
    const text = dictionary[entry];
    let first = name ^ hashSeed;
    let second = ~name ^ hashSeed;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      first = Math.imul(first ^ unit, hashPrime);
      second = Math.imul(second ^ unit, hashPrime);
    }
    one[entry] = finish(first ^ text.length);
    two[entry] = finish(second ^ text.length);
  }
  for (let row = 0; row < a.length; row++) {
    const none = getBit(missing, row);
    a[row] = mix(a[row], none ? missingHash ^ name : one[codes[row]]);
    b[row] = mix(b[row], none ? missingHash ^ name : two[codes[row]]);
  }
}

function mixNumbers({ values, missing }: NumericColumn, name: number, a: Int32Array, b: Int32Array): void {
  // Many at a time: a number that is read as two words right after it was written makes the processor wait.
  const doubles = new Float64Array(numbersAtATime);
  const words = new Int32Array(doubles.buffer);
  for (let from = 0; from < a.length; from += numbersAtATime) {
    const end = Math.min(a.length, from + numbersAtATime);
    // Adding 0 turns −0 into 0.
    for (let row = from; row < end; row++) doubles[row - from] = values[row] + 0;
    for (let row = from, word = 0; row < end; row++, word += 2) {
      const none = getBit(missing, row);
      const low = none ? missingHash : words[word];
      const high = none ? missingHash : words[word + 1];
      a[row] = mix(mix(a[row], low ^ name), high);
      b[row] = mix(mix(b[row], high ^ ~name), low);
    }
  }
}

function hashText(text: string, seed: number): number {
  let hash = seed ^ hashSeed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime);
  return finish(hash ^ text.length);
}

/** One round of MurmurHash3. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  let h = hash ^ Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function toKey(a: number, b: number): number {
  return (a >>> 0) * 0x200000 + (b & 0x1fffff);
}
