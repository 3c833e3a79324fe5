import { CellHint, type RawColumn } from '../raw-table';
import { CellDictionary } from '../text/cell-dictionary';
import { isBlank } from '../values/missing-words';
import type { CellText } from './serial-cell';
import type { StoredCell } from './stored-cell';

/** What was stored, as bytes, and the code of each. */
interface StoredCodes {
  readonly texts: CellDictionary;
  readonly codes: number[];
}

const noBytes = new DataView(new ArrayBuffer(0));

/** Collects one column of a sheet row by row: codes into a dictionary of texts, each text and hint once. */
export class ColumnBuilder {
  private codes = new Uint32Array(64);
  private rows = 0;
  private readonly texts: string[] = [];
  private readonly hints: CellHint[] = [];
  /** Per hint: code of a text. */
  private readonly byText: Map<string, number>[] = [];
  /** Codes of what cells store, by the kind of their storage: most cells need only this. */
  private readonly byStored = new Map<string, StoredCodes>();

  /** Sets row `row`; rows between are blank. `read` is asked for each stored text once. */
  set(row: number, kind: string, cell: StoredCell, read: (cell: StoredCell) => CellText): void {
    const code = this.codeOf(kind, cell, read);
    this.pad(row);
    this.put(row, code);
  }

  private codeOf(kind: string, cell: StoredCell, read: (cell: StoredCell) => CellText): number {
    if (!cell.isPlain) return this.intern(read(cell));
    let known = this.byStored.get(kind);
    if (known === undefined) this.byStored.set(kind, (known = { texts: new CellDictionary(noBytes), codes: [] }));
    const number = known.texts.internCopy(cell.view, 0, cell.length);
    return (known.codes[number] ??= this.intern(read(cell)));
  }

  /** Whether row `row` has a value that is more than blanks. */
  has(row: number): boolean {
    if (row >= this.rows) return false;
    const code = this.codes[row];
    return this.hints[code] !== CellHint.text || !isBlank(this.texts[code]);
  }

  /** Forgets rows from `row` on. */
  truncate(row: number): void {
    this.rows = Math.min(this.rows, row);
  }

  finish(rows: number): RawColumn {
    this.pad(rows);
    const hints = this.hints.some((hint) => hint !== CellHint.text) ? Uint8Array.from(this.hints) : null;
    return { codes: this.codes.slice(0, rows), dictionary: this.texts, hints };
  }

  private pad(rows: number): void {
    if (this.rows >= rows) return;
    const blank = this.intern({ text: '', hint: CellHint.text });
    while (this.rows < rows) this.put(this.rows, blank);
  }

  private put(row: number, code: number): void {
    if (row >= this.codes.length) {
      const larger = new Uint32Array(Math.max(row + 1, this.codes.length * 2));
      larger.set(this.codes);
      this.codes = larger;
    }
    this.codes[row] = code;
    if (row >= this.rows) this.rows = row + 1;
  }

  private intern({ text, hint }: CellText): number {
    const map = (this.byText[hint] ??= new Map<string, number>());
    let code = map.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.texts.push(text);
      this.hints.push(hint);
      map.set(text, code);
    }
    return code;
  }
}
