import { CellDictionary } from './cell-dictionary';
import { hashSeed } from './quoted-cell';

const heldRows = 1024;

/**
 * A column while it is read: per row the number of its value.
 *
 * Cells are held back and numbered a thousand at a time: going through one column's table and then the next keeps
 * each in the processor's cache, where going cell by cell through all tables would not.
 */
export class ScannedColumn {
  readonly dictionary: CellDictionary;
  codes: Uint32Array;
  private readonly file: Uint8Array;
  /** Start, end and hash of each cell held back. */
  private readonly held = new Int32Array(heldRows * 3);
  private heldCount = 0;
  /** Row of the first cell held back. */
  private row: number;

  /** Rows before `row` have the empty text. */
  constructor(file: Uint8Array, capacity: number, row: number) {
    this.dictionary = new CellDictionary(file);
    this.codes = new Uint32Array(capacity);
    this.file = file;
    this.row = row;
    // Rows already read have no such cell: their code 0 must mean the empty text.
    if (row > 0) this.dictionary.intern(file, 0, 0, hashSeed);
  }

  /** The next row's cell lies at `file[start..end)`. */
  add(start: number, end: number, hash: number): void {
    const at = this.heldCount * 3;
    this.held[at] = start;
    this.held[at + 1] = end;
    this.held[at + 2] = hash;
    if (++this.heldCount === heldRows) this.flush();
  }

  /** The next row's cell is empty. */
  addEmpty(): void {
    this.add(0, 0, hashSeed);
  }

  /** The next row's cell lies in a buffer that will be used again. */
  addCopy(source: Uint8Array, start: number, end: number, hash: number): void {
    this.flush();
    this.codes[this.row++] = this.dictionary.intern(source, start, end, hash);
  }

  /** Numbers the cells held back. */
  flush(): void {
    const { held, dictionary, file, codes, row } = this;
    const count = this.heldCount;
    for (let i = 0, at = 0; i < count; i++, at += 3) {
      codes[row + i] = dictionary.intern(file, held[at], held[at + 1], held[at + 2]);
    }
    this.row = row + count;
    this.heldCount = 0;
  }
}
