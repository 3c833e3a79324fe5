import { plainMeasure } from '../values/plain-forms';
import { CellDictionary } from './cell-dictionary';

/** After so many rows it can be told whether values repeat. */
const judgedRows = 1024;

/** A column while it is read: per row the number of its value, or of its cell where values hardly repeat. */
export class ScannedColumn {
  readonly dictionary: CellDictionary;
  codes: Uint32Array;
  /** The next row. */
  private row: number;
  /** Null until enough cells have been seen to tell. */
  private isNumbered: boolean | null = null;

  /** Rows before `row` have the empty text. */
  constructor(file: DataView, capacity: number, row: number) {
    this.dictionary = new CellDictionary(file);
    this.codes = new Uint32Array(capacity);
    this.row = row;
    // Rows already read have no such cell: their code 0 must mean the empty text.
    if (row > 0) this.dictionary.intern(0, 0);
  }

  /** Whether every cell is an entry of its own, equal ones included, whose bytes are copied while they are at hand. */
  get holdsMeasures(): boolean {
    return this.isNumbered === false;
  }

  /**
   * Adds the cells of `count` rows, whose starts and ends stand in `held`, the first at `at`, the others `stride` numbers
   * apart. A negative start −1−n, with an end of the same kind, is place n of `copies`, which will be used again.
   */
  addRows(held: Int32Array, at: number, stride: number, count: number, copies: DataView): void {
    const { dictionary, codes, row, holdsMeasures } = this;
    for (let i = 0, place = at; i < count; i++, place += stride) {
      const start = held[place];
      const end = held[place + 1];
      if (start < 0) codes[row + i] = this.addCopy(copies, -1 - start, -1 - end);
      else codes[row + i] = holdsMeasures ? dictionary.append(start, end) : dictionary.intern(start, end);
    }
    this.row = row + count;
    if (this.isNumbered === null && this.row >= judgedRows) this.settle();
  }

  private addCopy(copies: DataView, start: number, end: number): number {
    const { dictionary } = this;
    return this.holdsMeasures ? dictionary.append(start, end, copies) : dictionary.internCopy(copies, start, end);
  }

  /** Decides by the first rows whether cells are numbered, and for how many different ones there should be room. */
  private settle(): void {
    const { dictionary, row, codes } = this;
    this.isNumbered = !areMeasures(dictionary, codes.subarray(0, row));
    if (this.isNumbered) {
      if (dictionary.size === row) dictionary.reserve(codes.length);
      return;
    }
    dictionary.copyAll();
    dictionary.reserve(codes.length);
    dictionary.reserveCopies(codes.length);
  }
}

/**
 * Whether the cells of the first rows are measures, nearly each another one: numbering them would be in vain. Empty ones
 * are no evidence, unless most are empty: these are better numbered.
 */
function areMeasures(dictionary: CellDictionary, codes: Uint32Array): boolean {
  let filled = 0;
  for (const code of codes) if (dictionary.lengthOf(code) > 0) filled++;
  if (filled * 2 < codes.length || dictionary.size * 4 < filled * 3) return false;
  let others = 0;
  const values = dictionary.readAll(plainMeasure);
  for (let entry = 0; entry < values.length; entry++) {
    if (Number.isNaN(values[entry]) && dictionary.lengthOf(entry) > 0) others++;
  }
  return others * 20 <= dictionary.size;
}
