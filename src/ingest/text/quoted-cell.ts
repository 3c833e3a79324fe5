const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;

/** A cell of more bytes than this is a mistake of quotes or separators. */
export const maxCellBytes = 1 << 20;

/**
 * Reads one quoted cell at a time; the fields hold the last one read.
 *
 * A doubled quote is a quote. Blanks after the closing quote are dropped; other text there is kept and noted. A cell
 * without doubled quotes or text after them stays where it is in the file; others are put together in a buffer, one
 * behind the other.
 */
export class QuotedCell {
  /** The text of the cell is at `start..end` of the file, or of `buffer` if `isCopy`. */
  isCopy = false;
  start = 0;
  end = 0;
  /** Position after the cell: a delimiter, a line end or the end of the file. */
  next = 0;
  lineBreaks = 0;
  hasTextAfterQuote = false;
  buffer = new DataView(new ArrayBuffer(256));
  /** Bytes of the buffer in use, and those of cells read before. */
  private length = 0;
  private before = 0;
  private readonly bytes: Uint8Array;
  private readonly ends: Uint8Array;

  /** `ends` marks the delimiter and the line ends. */
  constructor(bytes: Uint8Array, ends: Uint8Array) {
    this.bytes = bytes;
    this.ends = ends;
  }

  /** Reads the cell whose opening quote is at `open`; false if it is never closed or too long. */
  read(open: number): boolean {
    this.lineBreaks = 0;
    this.hasTextAfterQuote = false;
    this.isCopy = false;
    this.start = open + 1;
    const close = this.readInside(open + 1);
    if (close < 0) return false;
    this.end = close;
    if (this.endsAt(this.skipBlanks(close + 1))) return true;
    return this.readOn(close);
  }

  /** The place of the next quote; −1 if there is none. */
  private readInside(from: number): number {
    const { bytes } = this;
    const limit = Math.min(bytes.length, from + maxCellBytes);
    for (let p = from; p < limit; p++) {
      const byte = bytes[p];
      if (byte > quote) continue;
      if (byte === quote) return p;
      if (byte === lineFeed || (byte === carriageReturn && bytes[p + 1] !== lineFeed)) this.lineBreaks++;
    }
    return -1;
  }

  private skipBlanks(from: number): number {
    let p = from;
    while (this.bytes[p] === blank) p++;
    return p;
  }

  /** Whether the cell ends at `p`; if so `next` is set. */
  private endsAt(p: number): boolean {
    if (p < this.bytes.length && this.ends[this.bytes[p]] === 0) return false;
    this.next = p;
    return true;
  }

  /** Goes on from the quote at `close` that did not end the cell. */
  private readOn(close: number): boolean {
    const { bytes } = this;
    this.before = this.length;
    this.append(this.start, close);
    let p = close;
    while (bytes[p + 1] === quote) {
      this.append(p + 1, p + 2);
      const from = p + 2;
      p = this.readInside(from);
      if (p < 0) return false;
      this.append(from, p);
      if (this.copied > maxCellBytes) return false;
    }
    if (!this.endsAt(this.skipBlanks(p + 1))) this.readAfterQuote(p + 1);
    this.isCopy = true;
    this.start = this.before;
    this.end = this.length;
    return !this.isTooLong;
  }

  /** Whether so much was put together that it should be taken out of the buffer. */
  get isFull(): boolean {
    return this.length > maxCellBytes;
  }

  /** Uses the buffer from its start again. */
  forget(): void {
    this.length = 0;
  }

  /** Bytes of the last cell in the buffer. */
  private get copied(): number {
    return this.length - this.before;
  }

  /** Whether the last cell was given up because of text after its quotes. */
  get isTooLong(): boolean {
    return this.hasTextAfterQuote && this.copied > maxCellBytes;
  }

  private readAfterQuote(from: number): void {
    let p = from;
    while (!this.endsAt(p)) p++;
    this.append(from, p);
    this.hasTextAfterQuote = true;
  }

  private append(from: number, to: number): void {
    const needed = this.length + to - from;
    const kept = new Uint8Array(this.buffer.buffer);
    if (needed > kept.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(kept.subarray(0, this.length));
      this.buffer = new DataView(larger.buffer);
    }
    new Uint8Array(this.buffer.buffer).set(this.bytes.subarray(from, to), this.length);
    this.length = needed;
  }
}
