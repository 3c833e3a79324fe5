import type { PlainReader } from '../values/plain-forms';

const joinBytes = 1 << 22;
const shortCell = 48;
/** So few entries are looked for by a quick key first. */
const fewEntries = 16_384;
const quickBits = 14;

/**
 * Numbers the distinct byte strings of a column.
 *
 * An entry points into the file's own bytes; only cells whose quotes had to be undone are copied. Nothing is
 * decoded until the end, when every distinct value is decoded once. Bytes are hashed and compared four at a time.
 */
export class CellDictionary {
  size = 0;
  private file: DataView;
  /** Two numbers per entry: start and length. A negative start −1−n is place n of `copies`. */
  private entries: Int32Array = new Int32Array(2 * 16);
  /** Whether each entry is greater than the one before, as numbers and days of a ledger are: then no table is needed. */
  private isAscending = true;
  /** Open addressing, two numbers per slot: entry + 1, or 0 where free; and the entry's hash. Empty while ascending. */
  private slots = new Int32Array(0);
  /** The entry that last had each quick key; empty until the first is looked for. */
  private recent = new Uint16Array(0);
  private copies = new DataView(new ArrayBuffer(0));
  private copied = 0;
  /** All bytes that were copied, four beside each other, one upon the other. */
  private copiedBits = 0;

  /** `file` is a view of the file's bytes. */
  constructor(file: DataView) {
    this.file = file;
  }

  /** The number of the bytes `file[start..end)`; new bytes get the next number. */
  intern(start: number, end: number): number {
    if (this.isAscending) {
      const order = this.size === 0 ? 1 : this.compareToLast(start, end - start);
      if (order === 0) return this.size - 1;
      if (order > 0) return this.addEntry(start, end - start);
      this.makeTable();
    }
    const length = end - start;
    return this.size <= fewEntries ? this.internQuickly(start, length) : this.internByTable(start, length);
  }

  /** Among few entries the one that last had the same quick key is nearly always the one that is looked for. */
  private internQuickly(start: number, length: number): number {
    if (this.recent.length === 0) this.recent = new Uint16Array(1 << quickBits);
    const { file, recent, entries } = this;
    const key = quickKey(file, start, length);
    const entry = recent[key];
    const from = entries[entry * 2];
    if (entries[entry * 2 + 1] === length && from >= 0 && areEqual(file, from, file, start, length)) return entry;
    return (recent[key] = this.internByTable(start, length));
  }

  private internByTable(start: number, length: number): number {
    const hash = hashBytes(this.file, start, length);
    const slot = this.find(this.file, start, length, hash);
    const known = this.slots[slot];
    return known !== 0 ? known - 1 : this.add(slot, start, length, hash);
  }

  /**
   * Copies the bytes `file[start..end)`, or those of another source, without looking whether they are known; after this
   * `intern` must not be used.
   */
  append(start: number, end: number, source: DataView = this.file): number {
    return this.addEntry(this.copy(source, start, end - start), end - start);
  }

  /** Copies every entry that still lies in the file. */
  copyAll(): void {
    for (let at = 0; at < this.size * 2; at += 2) {
      if (this.entries[at] >= 0) this.entries[at] = this.copy(this.file, this.entries[at], this.entries[at + 1]);
    }
  }

  /** Of entries that are all copied: makes that the file need not be kept, if they are ASCII; false if not. */
  leaveFile(): boolean {
    if ((this.copiedBits & 0x80808080) !== 0) return false;
    this.file = new DataView(new ArrayBuffer(0));
    return true;
  }

  /** The number of the bytes `source[start..end)`, which are copied if they are new. */
  internCopy(source: DataView, start: number, end: number): number {
    if (this.isAscending) this.makeTable();
    const hash = hashBytes(source, start, end - start);
    const slot = this.find(source, start, end - start, hash);
    const known = this.slots[slot];
    return known !== 0 ? known - 1 : this.add(slot, this.copy(source, start, end - start), end - start, hash);
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  private find(source: DataView, start: number, length: number, hash: number): number {
    const { slots, entries, file } = this;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
      const at = (entry - 1) * 2;
      if (slots[slot + 1] === hash && entries[at + 1] === length) {
        const from = entries[at];
        if (areEqual(from >= 0 ? file : this.copies, from >= 0 ? from : -1 - from, source, start, length)) break;
      }
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  private add(slot: number, start: number, length: number, hash: number): number {
    const index = this.addEntry(start, length);
    this.slots[slot] = index + 1;
    this.slots[slot + 1] = hash;
    if (this.size * 4 > this.slots.length) this.moveSlots(this.slots.length * 4);
    return index;
  }

  private addEntry(start: number, length: number): number {
    const index = this.size++;
    const at = index * 2;
    if (at === this.entries.length) this.entries = enlarged(this.entries, at * 2);
    this.entries[at] = start;
    this.entries[at + 1] = length;
    return index;
  }

  private copy(source: DataView, start: number, length: number): number {
    const at = this.copied;
    if (at + length > this.copies.byteLength) this.growCopies(Math.max(256, (at + length) * 2));
    this.copiedBits |= copyBytes(source, start, this.copies, at, length);
    this.copied = at + length;
    return -1 - at;
  }

  private growCopies(length: number): void {
    if (length <= this.copies.byteLength) return;
    const larger = new Uint8Array(length);
    larger.set(bytesIn(this.copies, 0, this.copied));
    this.copies = new DataView(larger.buffer);
  }

  /** Makes room for `expected` entries at once: growing step by step would move each of them several times. */
  reserve(expected: number): void {
    if (expected * 2 > this.entries.length) this.entries = enlarged(this.entries, expected * 2);
  }

  /** Makes room for the bytes of `expected` entries like those copied so far. */
  reserveCopies(expected: number): void {
    if (this.size > 0) this.growCopies(Math.ceil((this.copied / this.size) * expected));
  }

  /** Numbers by a table from now on: a cell came that is less than the last entry. */
  private makeTable(): void {
    this.isAscending = false;
    this.slots = new Int32Array(tableLength(this.size));
    for (let entry = 0; entry < this.size; entry++) {
      // Whatever was copied came after the table.
      const start = this.entries[entry * 2];
      const length = this.entries[entry * 2 + 1];
      const hash = hashBytes(this.file, start, length);
      const slot = this.find(this.file, start, length, hash);
      this.slots[slot] = entry + 1;
      this.slots[slot + 1] = hash;
    }
  }

  /** The sign of what lies at `file[start..start + length)` less the last entry: the longer is the greater. */
  private compareToLast(start: number, length: number): number {
    const { file, entries, size } = this;
    const longer = length - entries[size * 2 - 1];
    if (longer !== 0) return longer;
    const before = entries[size * 2 - 2];
    if (length < 4) {
      for (let i = 0; i < length; i++) {
        const order = file.getUint8(start + i) - file.getUint8(before + i);
        if (order !== 0) return order;
      }
      return 0;
    }
    const last = length - 4;
    for (let i = 0; i < last; i += 4) {
      const order = file.getUint32(start + i) - file.getUint32(before + i);
      if (order !== 0) return order;
    }
    return file.getUint32(start + last) - file.getUint32(before + last);
  }

  /** Moves every entry to a table of `length` numbers. */
  private moveSlots(length: number): void {
    const before = this.slots;
    const slots = new Int32Array(length);
    const mask = slots.length - 2;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from] === 0) continue;
      let slot = (before[from + 1] << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[from];
      slots[slot + 1] = before[from + 1];
    }
    this.slots = slots;
  }

  /** Number of bytes of an entry. */
  lengthOf(index: number): number {
    return this.entries[index * 2 + 1];
  }

  /** The bytes of an entry. */
  bytesOf(index: number): Uint8Array {
    const from = this.entries[index * 2];
    const length = this.entries[index * 2 + 1];
    return from >= 0 ? bytesIn(this.file, from, length) : bytesIn(this.copies, -1 - from, length);
  }

  /** What `read` makes of each entry's bytes. */
  readAll(read: PlainReader): Float64Array {
    const { entries } = this;
    const file = bytesIn(this.file, 0, this.file.byteLength);
    const copies = bytesIn(this.copies, 0, this.copied);
    const values = new Float64Array(this.size);
    for (let i = 0; i < values.length; i++) {
      const from = entries[i * 2];
      const length = entries[i * 2 + 1];
      values[i] = from >= 0 ? read(file, from, from + length) : read(copies, -1 - from, -1 - from + length);
    }
    return values;
  }

  /**
   * Every entry as text, and the entries in which the decoder put U+FFFD.
   *
   * Entries are joined by NUL, which the reader has removed from the file, decoded together and split again: one
   * decoder call for some thousands of values.
   */
  decode(decoder: TextDecoder): { readonly texts: string[]; readonly replaced: readonly number[] } {
    let texts: string[] = [];
    const replaced: number[] = [];
    while (texts.length < this.size) {
      const first = texts.length;
      const text = decoder.decode(this.join(first));
      const parts = text.split('\0');
      if (text.includes('\uFFFD')) parts.forEach((part, i) => part.includes('\uFFFD') && replaced.push(first + i));
      if (first === 0) texts = parts;
      else for (const part of parts) texts.push(part);
    }
    return { texts, replaced };
  }

  /** Entries from `first` on, as many as fit into one piece, with NUL between them. */
  private join(first: number): Uint8Array {
    const { entries, file, copies } = this;
    let last = first;
    let total = 0;
    while (last < this.size && (last === first || total + entries[last * 2 + 1] < joinBytes)) {
      total += entries[last * 2 + 1] + 1;
      last++;
    }
    const joined = new Uint8Array(total - 1);
    const target = new DataView(joined.buffer);
    let at = 0;
    for (let i = first; i < last; i++) {
      const from = entries[i * 2];
      const length = entries[i * 2 + 1];
      const own = from >= 0 ? file : copies;
      const offset = from >= 0 ? from : -1 - from;
      if (length > shortCell) joined.set(bytesIn(own, offset, length), at);
      else copyBytes(own, offset, target, at, length);
      at += length + 1;
    }
    return joined;
  }
}

function enlarged(numbers: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}

function bytesIn(view: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, length);
}

/** Copies a few bytes, four at a time, the last four over some of those before; returns all of them, one upon the other. */
function copyBytes(source: DataView, start: number, target: DataView, at: number, length: number): number {
  let bits = 0;
  if (length < 4) {
    for (let i = 0; i < length; i++) {
      const byte = source.getUint8(start + i);
      target.setUint8(at + i, byte);
      bits |= byte;
    }
    return bits;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) {
    const word = source.getInt32(start + i);
    target.setInt32(at + i, word);
    bits |= word;
  }
  const word = source.getInt32(start + last);
  target.setInt32(at + last, word);
  return bits | word;
}

/** Numbers of a table in which `entries` fill half of the slots at most. */
function tableLength(entries: number): number {
  let length = 2 * 32;
  while (entries * 4 > length) length *= 2;
  return length;
}

/** `quickBits` bits of a cell's length, beginning, middle and end. */
function quickKey(view: DataView, start: number, length: number): number {
  let bits = length;
  if (length >= 4) {
    const last = length - 4;
    bits ^= Math.imul(view.getInt32(start, true), 0x9e3779b1);
    bits ^= Math.imul(view.getInt32(start + (last >> 1), true), 0x85ebca6b);
    bits += view.getInt32(start + last, true);
  } else {
    for (let p = start; p < start + length; p++) bits = (bits << 8) ^ view.getUint8(p);
  }
  return Math.imul(bits ^ (bits >>> 15), 0xc2b2ae35) >>> (32 - quickBits);
}

/** A hash over words of four bytes; the last word overlaps the one before, so that no byte is left over. */
function hashBytes(view: DataView, start: number, length: number): number {
  // Numbers that spread well when multiplied: ⌊2³²/φ⌋ and the second constant of MurmurHash3's finish. In here, because a
  // bundle makes variables of a module's constants, whose type is asked at every use.
  const spread = 0x9e3779b1;
  const stir = 0x85ebca6b;
  let hash = length;
  if (length >= 8) {
    // Two words at a time, which the processor multiplies side by side.
    let other = stir;
    const last = start + length - 8;
    for (let p = start; p < last; p += 8) {
      hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getInt32(p, true), spread);
      other = Math.imul(((other << 5) | (other >>> 27)) ^ view.getInt32(p + 4, true), spread);
    }
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getInt32(last, true), spread);
    other = Math.imul(((other << 5) | (other >>> 27)) ^ view.getInt32(last + 4, true), spread);
    hash ^= (other << 13) | (other >>> 19);
  } else if (length >= 4) {
    hash = Math.imul(hash ^ view.getInt32(start, true), spread);
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getInt32(start + length - 4, true), spread);
  } else {
    for (let p = start; p < start + length; p++) hash = Math.imul((hash << 5) ^ view.getUint8(p), spread);
  }
  hash = Math.imul(hash ^ (hash >>> 15), stir);
  return hash ^ (hash >>> 13);
}

function areEqual(a: DataView, aStart: number, b: DataView, bStart: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (a.getUint8(aStart + i) !== b.getUint8(bStart + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) {
    if (a.getInt32(aStart + i, true) !== b.getInt32(bStart + i, true)) return false;
  }
  return a.getInt32(aStart + last, true) === b.getInt32(bStart + last, true);
}
