const shortCell = 48;
const joinBytes = 1 << 20;

/**
 * Numbers the distinct byte strings of a column.
 *
 * An entry points into the file's own bytes; only cells whose quotes had to be undone are copied. Nothing is
 * decoded until the end, when every distinct value is decoded once.
 */
export class CellDictionary {
  size = 0;
  private readonly file: Uint8Array;
  /** Three numbers per entry: hash, start and length. A negative start −1−n is place n of `copies`. */
  private entries = new Int32Array(3 * 16);
  /** Open addressing: entry + 1, or 0 where free. */
  private slots = new Int32Array(32);
  private copies = new Uint8Array(0);
  private copied = 0;

  constructor(file: Uint8Array) {
    this.file = file;
  }

  /** The number of the bytes `source[start..end)`, whose FNV-1a hash is `hash`; new bytes get the next number. */
  intern(source: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, entries, file } = this;
    const length = end - start;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
      const at = (entry - 1) * 3;
      if (entries[at] === hash && entries[at + 2] === length) {
        const from = entries[at + 1];
        const own = from >= 0 ? file : this.copies;
        const offset = from >= 0 ? from : -1 - from;
        let i = 0;
        while (i < length && own[offset + i] === source[start + i]) i++;
        if (i === length) return entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return this.add(slot, source, start, length, hash);
  }

  private add(slot: number, source: Uint8Array, start: number, length: number, hash: number): number {
    const index = this.size++;
    const at = index * 3;
    if (at === this.entries.length) this.growEntries();
    this.entries[at] = hash;
    this.entries[at + 1] = source === this.file ? start : this.copy(source, start, length);
    this.entries[at + 2] = length;
    this.slots[slot] = index + 1;
    if (this.size * 2 > this.slots.length) this.growSlots();
    return index;
  }

  private copy(source: Uint8Array, start: number, length: number): number {
    const at = this.copied;
    if (at + length > this.copies.length) {
      const larger = new Uint8Array(Math.max(256, (at + length) * 2));
      larger.set(this.copies.subarray(0, at));
      this.copies = larger;
    }
    for (let i = 0; i < length; i++) this.copies[at + i] = source[start + i];
    this.copied = at + length;
    return -1 - at;
  }

  private growEntries(): void {
    const entries = new Int32Array(this.entries.length * 2);
    entries.set(this.entries);
    this.entries = entries;
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      const hash = this.entries[index * 3];
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }

  /** The bytes of an entry. */
  bytesOf(index: number): Uint8Array {
    const from = this.entries[index * 3 + 1];
    const own = from >= 0 ? this.file : this.copies;
    const offset = from >= 0 ? from : -1 - from;
    return own.subarray(offset, offset + this.entries[index * 3 + 2]);
  }

  /**
   * Every entry as text, and the entries in which the decoder put U+FFFD.
   *
   * Entries are joined by NUL, which the reader has removed from the file, decoded together and split again: one
   * decoder call for some thousands of values.
   */
  decode(decoder: TextDecoder): { readonly texts: string[]; readonly replaced: readonly number[] } {
    const texts: string[] = [];
    const replaced: number[] = [];
    for (let first = 0; first < this.size;) {
      const text = decoder.decode(this.join(first));
      const parts = text.split('\0');
      if (text.includes('\uFFFD')) parts.forEach((part, i) => part.includes('\uFFFD') && replaced.push(first + i));
      for (const part of parts) texts.push(part);
      first += parts.length;
    }
    return { texts, replaced };
  }

  /** Entries from `first` on, as many as fit into one piece, with NUL between them. */
  private join(first: number): Uint8Array {
    let last = first;
    let total = 0;
    while (last < this.size && (last === first || total + this.entries[last * 3 + 2] < joinBytes)) {
      total += this.entries[last * 3 + 2] + 1;
      last++;
    }
    const joined = new Uint8Array(total - 1);
    let at = 0;
    for (let i = first; i < last; i++) {
      const from = this.entries[i * 3 + 1];
      const length = this.entries[i * 3 + 2];
      const own = from >= 0 ? this.file : this.copies;
      const offset = from >= 0 ? from : -1 - from;
      if (length > shortCell) joined.set(own.subarray(offset, offset + length), at);
      else for (let k = 0; k < length; k++) joined[at + k] = own[offset + k];
      at += length + 1;
    }
    return joined;
  }
}
