import { plainMeasure } from '../values/plain-forms';
import { CellDictionary } from './cell-dictionary';

const heldRows = 1024;

/**
 * A column while it is read: per row the number of its value, or of its cell where values hardly repeat.
 *
 * Cells are held back and numbered a thousand at a time: going through one column's table and then the next keeps
 * each in the processor's cache, where going cell by cell through all tables would not.
 */
export class ScannedColumn {
  readonly dictionary: CellDictionary;
  codes: Uint32Array;
  /** Start and end of each cell held back. */
  private readonly held = new Int32Array(heldRows * 2);
  private heldCount = 0;
  /** Row of the first cell held back. */
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

  /** The next row's cell lies at `file[start..end)`. */
  add(start: number, end: number): void {
    const at = this.heldCount * 2;
    this.held[at] = start;
    this.held[at + 1] = end;
    if (++this.heldCount === heldRows) this.flush();
  }

  /** Whether every cell is an entry of its own, equal ones included, whose bytes are copied while they are at hand. */
  get holdsMeasures(): boolean {
    return this.isNumbered === false;
  }

  /** The next row's cell is empty. */
  addEmpty(): void {
    this.add(0, 0);
  }

  /** The next row's cell lies in a buffer that will be used again. */
  addCopy(source: DataView, start: number, end: number): void {
    this.flush();
    const { dictionary } = this;
    this.codes[this.row++] = this.holdsMeasures
      ? dictionary.append(start, end, source)
      : dictionary.internCopy(source, start, end);
  }

  /** Numbers the cells held back. */
  flush(): void {
    const { held, dictionary, codes, row } = this;
    const count = this.heldCount;
    if (this.holdsMeasures) {
      for (let i = 0; i < count; i++) codes[row + i] = dictionary.append(held[i * 2], held[i * 2 + 1]);
    } else {
      for (let i = 0; i < count; i++) codes[row + i] = dictionary.intern(held[i * 2], held[i * 2 + 1]);
    }
    this.row = row + count;
    this.heldCount = 0;
    if (this.isNumbered === null && this.row >= heldRows) this.settle();
  }

  /** Decides by the first rows whether cells are numbered, and for how many different ones there should be room. */
  private settle(): void {
    const { dictionary, row, codes } = this;
    this.isNumbered = !areMeasures(dictionary, codes.subarray(0, row));
    if (!this.isNumbered) dictionary.copyAll();
    else if (dictionary.size * 2 > row) dictionary.reserve((dictionary.size / row) * codes.length);
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
