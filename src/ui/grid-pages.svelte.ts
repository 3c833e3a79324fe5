import { SvelteMap } from 'svelte/reactivity';

export type GetRows<Row> = (offset: number, limit: number) => Promise<readonly Row[]> | readonly Row[];

const pageRows = 100;
const keptPages = 40;

/** The rows of a grid, fetched page by page as they come into view and forgotten as they leave it. */
export class GridPages<Row> {
  #pages = new SvelteMap<number, readonly Row[]>();
  #asked: readonly number[] = [];
  #source: GetRows<Row> | null = null;
  failed = $state(false);

  /** The row, or undefined while it is on its way. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageRows))?.[index % pageRows];
  }

  /** Fetches what is missing of [first, last). A new source makes everything fetched, and every answer under way, void. */
  async load(first: number, last: number, rowCount: number, getRows: GetRows<Row>): Promise<void> {
    if (getRows !== this.#source) {
      this.#source = getRows;
      this.#pages.clear();
      this.#asked = [];
      this.failed = false;
    }
    const from = Math.floor(first / pageRows);
    const to = Math.floor(Math.max(first, last - 1) / pageRows);
    for (let page = from; page <= to; page++) {
      if (this.#asked.includes(page) || page * pageRows >= rowCount) continue;
      this.#asked = [...this.#asked, page];
      try {
        const answer = getRows(page * pageRows, Math.min(pageRows, rowCount - page * pageRows));
        // What is at hand is there at once: a printer does not wait.
        const rows = answer instanceof Promise ? await answer : answer;
        if (getRows !== this.#source) return;
        this.#pages.set(page, rows);
      } catch {
        if (getRows !== this.#source) return;
        this.#asked = this.#asked.filter((asked) => asked !== page);
        this.failed = true;
        return;
      }
    }
    this.#forget((from + to) / 2);
  }

  #forget(centre: number): void {
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - centre) - Math.abs(a - centre));
    const gone = far.slice(0, Math.max(0, far.length - keptPages));
    for (const page of gone) this.#pages.delete(page);
    this.#asked = this.#asked.filter((page) => !gone.includes(page));
  }
}
