import { textOf } from './shared-strings';
import type { XmlCursor } from './xml-cursor';
import { decodeXml, isPlainText } from './xml-text';

/** How a cell stores its value (attribute `t`). */
export type StoredAs = 'number' | 'shared' | 'text' | 'boolean' | 'error' | 'isoDate';

const longestPlain = 64;

/**
 * One cell with something in it; the object is used again for the next cell.
 *
 * Nearly all stored texts are short and arrive in one piece: they stay bytes, so that equal ones need no string.
 */
export class StoredCell {
  row = 0;
  /** From 1. */
  column = 0;
  stored: StoredAs = 'number';
  style = 0;
  /** A formula without a stored result. */
  unsolved = false;
  /** While `isPlain`, the stored text is `bytes[0..length)` in UTF-8. */
  readonly bytes = new Uint8Array(longestPlain);
  readonly view = new DataView(this.bytes.buffer);
  length = 0;
  private joined: string | null = null;

  /** A new cell at the same row. */
  begin(column: number, stored: StoredAs, style: number): void {
    this.column = column;
    this.stored = stored;
    this.style = style;
    this.length = 0;
    this.joined = null;
  }

  /** Adds the text at the cursor. */
  add(cursor: XmlCursor): void {
    const { bytes, textStart, textEnd } = cursor;
    const size = textEnd - textStart;
    const isFirst = this.length === 0 && this.joined === null;
    if (isFirst && size <= longestPlain && !cursor.isCdata && isPlainText(bytes, textStart, textEnd)) {
      for (let i = 0; i < size; i++) this.bytes[i] = bytes[textStart + i];
      this.length = size;
    } else this.joined = this.text + textOf(cursor);
  }

  setText(text: string): void {
    this.joined = text;
  }

  get isPlain(): boolean {
    return this.joined === null;
  }

  get isEmpty(): boolean {
    return this.joined === null ? this.length === 0 : this.joined === '';
  }

  /** The stored text; an index for `shared`. */
  get text(): string {
    return this.joined ?? decodeXml(this.bytes, 0, this.length);
  }
}
