import { asciiText } from '../ascii-text';
import type { CellBytes, RawColumn } from '../raw-table';
import type { PlainReader } from '../values/plain-forms';
import type { CellDictionary } from './cell-dictionary';

/** A column of measures that hardly repeat: its cells stay bytes until somebody asks for their texts. */
export class MeasureColumn implements RawColumn, CellBytes {
  readonly hints = null;
  readonly codes: Uint32Array;
  private readonly entries: CellDictionary;
  private texts: readonly string[] | null = null;

  /** `entries` must be ASCII. */
  constructor(codes: Uint32Array, entries: CellDictionary) {
    this.codes = codes;
    this.entries = entries;
  }

  get cells(): CellBytes {
    return this;
  }

  get dictionary(): readonly string[] {
    return (this.texts ??= this.entries.decode(new TextDecoder()).texts);
  }

  get count(): number {
    return this.entries.size;
  }

  textOf(entry: number): string {
    // Nearly every text that is asked for is that of an empty cell.
    if (this.entries.lengthOf(entry) === 0) return '';
    const bytes = this.entries.bytesOf(entry);
    return asciiText(bytes, 0, bytes.length);
  }

  readAll(read: PlainReader): Float64Array {
    return this.entries.readAll(read);
  }
}
