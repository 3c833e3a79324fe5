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
  private hashes = new Int32Array(16);
  private starts = new Float64Array(16);
  private lengths = new Int32Array(16);
  private slots = new Int32Array(32);
  private copies = new Uint8Array(0);
  private copied = 0;

  constructor(file: Uint8Array) {
    this.file = file;
  }

  /** The number of the bytes `source[start..end)`, whose FNV-1a hash is `hash`; new bytes get the next number. */
  intern(source: Uint8Array, start: number, end: number, hash: number): number {
    const length = end - start;
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    let entry = this.slots[slot];
    while (entry !== 0) {
      const index = entry - 1;
      if (this.hashes[index] === hash && this.lengths[index] === length && this.equals(index, source, start))
        return index;
      slot = (slot + 1) & mask;
      entry = this.slots[slot];
    }
    return this.add(slot, source, start, length, hash);
  }

  private equals(index: number, source: Uint8Array, start: number): boolean {
    const from = this.starts[index];
    const own = from >= 0 ? this.file : this.copies;
    const offset = from >= 0 ? from : -from - 1;
    const length = this.lengths[index];
    for (let i = 0; i < length; i++) if (own[offset + i] !== source[start + i]) return false;
    return true;
  }

  private add(slot: number, source: Uint8Array, start: number, length: number, hash: number): number {
    const index = this.size++;
    if (index === this.hashes.length) this.growEntries();
    this.hashes[index] = hash;
    this.lengths[index] = length;
    this.starts[index] = source === this.file ? start : this.copy(source, start, length);
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
    return -at - 1;
  }

  private growEntries(): void {
    const capacity = this.hashes.length * 2;
    const hashes = new Int32Array(capacity);
    const starts = new Float64Array(capacity);
    const lengths = new Int32Array(capacity);
    hashes.set(this.hashes);
    starts.set(this.starts);
    lengths.set(this.lengths);
    this.hashes = hashes;
    this.starts = starts;
    this.lengths = lengths;
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      const hash = this.hashes[index];
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.slots = slots;
  }

  /** The bytes of an entry. */
  bytesOf(index: number): Uint8Array {
    const from = this.starts[index];
    const own = from >= 0 ? this.file : this.copies;
    const offset = from >= 0 ? from : -from - 1;
    return own.subarray(offset, offset + this.lengths[index]);
  }

  /**
   * Every entry as text.
   *
   * Entries are joined by NUL, which the reader has removed from the file, decoded together and split again: one
   * decoder call for some thousands of values.
   */
  decode(decoder: TextDecoder): string[] {
    const texts: string[] = [];
    let index = 0;
    while (index < this.size) {
      const first = index;
      let total = 0;
      while (index < this.size && (total === 0 || total + this.lengths[index] < joinBytes))
        total += this.lengths[index++] + 1;
      const joined = new Uint8Array(total - 1);
      let at = 0;
      for (let i = first; i < index; i++) {
        const from = this.starts[i];
        const own = from >= 0 ? this.file : this.copies;
        const offset = from >= 0 ? from : -from - 1;
        const length = this.lengths[i];
        if (length > shortCell) joined.set(own.subarray(offset, offset + length), at);
        else for (let k = 0; k < length; k++) joined[at + k] = own[offset + k];
        at += length + 1;
      }
      for (const text of decoder.decode(joined).split('\0')) texts.push(text);
    }
    return texts;
  }
}
