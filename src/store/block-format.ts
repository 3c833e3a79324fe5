/**
 * The bytes of a block: one column of one chunk of rows.
 *
 * A header of eight 32-bit words, then the values, the missing bitmap, the lengths of the dictionary entries and
 * their text, each beginning at a multiple of 8. Values are stored in the narrowest integers that hold them exactly.
 * A dictionary block carries the entries that no earlier block of its column carried.
 */

import type { Bitmap } from '../kernel/bitmap';
import type { NumericValues } from '../table/column';

export interface NumericPart {
  readonly layout: 'numeric';
  readonly values: NumericValues;
  readonly missing: Bitmap;
}

export interface DictionaryPart {
  readonly layout: 'dictionary';
  readonly codes: Uint32Array;
  /** Entries whose codes follow those of the earlier parts. */
  readonly entries: readonly string[];
  readonly missing: Bitmap;
}

export type ColumnPart = NumericPart | DictionaryPart;

type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

const formatVersion = 1;
const headerWords = 8;

/** Positions are stored: entries may be added, never moved. */
const numberKinds = [Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float64Array] as const;
const layouts = ['float64', 'int32', 'uint8', 'dictionary'] as const;
const textKinds = ['utf-8', 'utf-16'] as const;

/** The bytes of a part. */
export function encodePart(part: ColumnPart): Uint8Array<ArrayBuffer> {
  const isDictionary = part.layout === 'dictionary';
  const values = isDictionary ? part.codes : part.values;
  const entries = isDictionary ? part.entries : [];
  const missing = part.missing.some((byte) => byte !== 0) ? part.missing : new Uint8Array(0);
  const lengths = lengthsOf(entries);
  const text = encodeEntries(entries, lengths);
  const stored = { kind: narrowest(values), numbers: values };
  const storedLengths = { kind: narrowest(lengths), numbers: lengths };
  const header = Uint32Array.of(
    formatVersion,
    layouts.indexOf(isDictionary ? 'dictionary' : layoutOf(part.values)),
    numberKinds.indexOf(stored.kind),
    missing.length,
    values.length,
    entries.length,
    numberKinds.indexOf(storedLengths.kind),
    textKinds.indexOf(text.kind),
  );
  return concatenate([asStored(header), stored, asStored(missing), storedLengths, asStored(text.bytes)]);
}

/** The part of bytes that `encodePart` wrote; `null` if they were written by a format unknown here. */
export function decodePart(bytes: Uint8Array<ArrayBuffer>): ColumnPart | null {
  const [version, layoutIndex, valueKind, missingBytes, rows, entryCount, lengthKind, textKind] = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    headerWords,
  );
  if (version !== formatVersion) return null;
  const sections = sectionReader(bytes, headerWords * 4);
  const stored = sections(numberKinds[valueKind], rows);
  const flagged = sections(Uint8Array, missingBytes);
  const missing = missingBytes > 0 ? new Uint8Array(flagged) : new Uint8Array((rows + 7) >>> 3);
  const layout = layouts[layoutIndex];
  if (layout !== 'dictionary') return { layout: 'numeric', values: widen(stored, layout), missing };
  const lengths = sections(numberKinds[lengthKind], entryCount);
  const text = decodeText(sections(Uint8Array, null), textKinds[textKind]);
  return { layout: 'dictionary', codes: new Uint32Array(stored), entries: split(text, lengths), missing };
}

function layoutOf(values: NumericValues): 'float64' | 'int32' | 'uint8' {
  return values instanceof Float64Array ? 'float64' : values instanceof Int32Array ? 'int32' : 'uint8';
}

function widen(stored: Numbers, layout: 'float64' | 'int32' | 'uint8'): NumericValues {
  switch (layout) {
    case 'float64':
      return new Float64Array(stored);
    case 'int32':
      return new Int32Array(stored);
    case 'uint8':
      return new Uint8Array(stored);
  }
}

function lengthsOf(entries: readonly string[]): Uint32Array {
  const lengths = new Uint32Array(entries.length);
  for (let i = 0; i < lengths.length; i++) lengths[i] = entries[i].length;
  return lengths;
}

/** The narrowest kind that holds all values exactly. */
function narrowest(values: Numbers): NumberKind {
  if (values instanceof Uint32Array) return narrowestForCodes(values);
  if (values instanceof Float64Array) return narrowestForDoubles(values);
  let min = 0;
  let max = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  return narrowestWithin(min, max) ?? kindOf(values);
}

function narrowestForDoubles(values: Float64Array): NumberKind {
  let min = 0;
  let max = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    // Minus zero is not an integer here: an integer array would lose its sign.
    if (value !== Math.floor(value) || Object.is(value, -0)) return Float64Array;
    if (value < min) min = value;
    else if (value > max) max = value;
    if (max > 0xffff_ffff || min < -0x8000_0000) return Float64Array;
  }
  return narrowestWithin(min, max) ?? Float64Array;
}

/** The narrowest kind of integers from `min`, at most 0, to `max`; null if none holds both. */
function narrowestWithin(min: number, max: number): NumberKind | null {
  if (min >= 0) return max <= 0xff ? Uint8Array : max <= 0xffff ? Uint16Array : Uint32Array;
  if (min >= -0x80 && max <= 0x7f) return Int8Array;
  if (min >= -0x8000 && max <= 0x7fff) return Int16Array;
  return max <= 0x7fff_ffff ? Int32Array : null;
}

/** As `narrowest`, of numbers that need no looking at: most columns are codes. */
function narrowestForCodes(values: Uint32Array): NumberKind {
  let bits = 0;
  for (let i = 0; i < values.length; i++) bits |= values[i];
  if ((bits & ~0xff) === 0) return Uint8Array;
  return (bits & ~0xffff) === 0 ? Uint16Array : Uint32Array;
}

function kindOf(values: Numbers): NumberKind {
  const kind = numberKinds.find((known) => values instanceof known);
  if (!kind) throw new RangeError('blocks hold no such numbers');
  return kind;
}

interface EncodedText {
  readonly kind: (typeof textKinds)[number];
  readonly bytes: Uint8Array;
}

/** The bytes of all entries, one behind the other. */
function encodeEntries(entries: readonly string[], lengths: Uint32Array): EncodedText {
  const ascii = encodeAscii(entries, lengths);
  return ascii ? { kind: 'utf-8', bytes: ascii } : encodeText(entries.join(''));
}

/** Codes, of which there may be as many as rows, are ASCII: put together letter by letter they need no text of their own. */
function encodeAscii(entries: readonly string[], lengths: Uint32Array): Uint8Array | null {
  let total = 0;
  for (let i = 0; i < lengths.length; i++) total += lengths[i];
  const bytes = new Uint8Array(total);
  let at = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    const length = lengths[i];
    for (let c = 0; c < length; c++) {
      const code = entry.charCodeAt(c);
      if (code > 127) return null;
      bytes[at++] = code;
    }
  }
  return bytes;
}

/**
 * UTF-8, unless half of a surrogate pair stands alone, which UTF-8 cannot hold.
 *
 * The entries are encoded as one text and cut again by their lengths in UTF-16 units: a pair that a cut divides
 * comes back whole from the text and is divided again.
 */
function encodeText(text: string): EncodedText {
  if (isWellFormed(text)) return { kind: 'utf-8', bytes: new TextEncoder().encode(text) };
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return { kind: 'utf-16', bytes: new Uint8Array(units.buffer) };
}

/** Whether every half of a surrogate pair has its other half. Engines of 2023 and later say so themselves. */
function isWellFormed(text: string): boolean {
  const { isWellFormed: say } = text as { readonly isWellFormed?: () => boolean };
  return say ? say.call(text) : !/\p{Surrogate}/u.test(text);
}

function decodeText(bytes: Uint8Array, kind: 'utf-8' | 'utf-16'): string {
  // A leading byte-order mark is part of the first entry, not of the encoding.
  if (kind === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const units = new Uint16Array(bytes.slice().buffer);
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return text;
}

function split(text: string, lengths: Numbers): string[] {
  const entries: string[] = [];
  let start = 0;
  for (const length of lengths) {
    entries.push(text.slice(start, start + length));
    start += length;
  }
  return entries;
}

/** Numbers, and the kind in which they are stored. */
interface Section {
  readonly kind: NumberKind;
  readonly numbers: Numbers;
}

function asStored(numbers: Numbers): Section {
  return { kind: kindOf(numbers), numbers };
}

/** The sections one behind the other, each written where it belongs: a narrow copy of each would cost as much again. */
function concatenate(sections: readonly Section[]): Uint8Array<ArrayBuffer> {
  const last = sections.length - 1;
  const sizes = sections.map(({ kind, numbers }, i) => {
    const size = numbers.length * kind.BYTES_PER_ELEMENT;
    return i < last ? align(size) : size;
  });
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  let offset = 0;
  sections.forEach(({ kind, numbers }, i) => {
    new kind(bytes.buffer, offset, numbers.length).set(numbers);
    offset += sizes[i];
  });
  return bytes;
}

type NumberKind = (typeof numberKinds)[number];

/** Reads one section after the other; `null` as length reads the rest. */
function sectionReader(bytes: Uint8Array<ArrayBuffer>, start: number) {
  let offset = bytes.byteOffset + start;
  return <K extends NumberKind>(kind: K, length: number | null): InstanceType<K> => {
    const count = length ?? bytes.byteOffset + bytes.byteLength - offset;
    const section = new kind(bytes.buffer, offset, count);
    offset += align(section.byteLength);
    return section as InstanceType<K>;
  };
}

function align(size: number): number {
  return (size + 7) & ~7;
}
