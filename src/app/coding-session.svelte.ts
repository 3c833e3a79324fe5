import { toggleContributing } from '../domain/coding/contributing';
import { addOutcome, hitRate, type HitRate, type Outcome } from '../domain/coding/hit-rate';
import type { Failure, Result } from '../kernel/result';
import type { Change, Json } from '../store/types';
import { firstRowOf, rowOfFirst } from '../table/first-row';
import type { CodingQueueReply } from '../worker/protocol';
import { confirmedElsewhere, confirmedValues } from './confirmed-codings';
import { contributingFieldPrefix, rowFieldPrefix, toDatasetRef, valueFieldPrefix } from './entries';
import type { Workbench } from './workbench.svelte';

/** A row to be coded; `row` is its first number. */
type QueueItem = CodingQueueReply['items'][number];

/** A row coded here a moment ago, and how. */
export interface RecentRow {
  readonly row: number;
  readonly text: string;
  readonly code: string;
  readonly contributing: readonly string[];
}

const shownRecent = 3;

/** Rows fetched at once: enough to code without waiting, few enough that suggestions learn soon. */
const batchSize = 12;

/** So many rows in hand, and more are fetched: a fast typist is never without a row while they are under way. */
const lookAhead = 12;

/**
 * Coding free text row by row: three suggestions, one key confirms, nothing is coded by itself.
 */
export class CodingSession {
  readonly #workbench: Workbench;
  readonly datasetId: string;
  #skipped: readonly number[] = [];
  /** Rows decided here, that undo may give back. */
  #confirmed = $state.raw<readonly { readonly row: number; readonly text: string }[]>([]);
  /** Contributing links marked for a row that is not confirmed yet. */
  #marked = $state.raw<{ readonly row: number; readonly codes: readonly string[] } | null>(null);
  /** Rows decided here whose saving is not done yet. */
  #unsaved: readonly number[] = [];
  #lastSave: Promise<void> = Promise.resolve();
  /** Counts the fetches: what an older one brings is not used any more. */
  #fetches = 0;
  #fetching: Promise<void> | null = null;
  /** The latest fetch brought less than was asked for. */
  #isLast = false;
  /** Uncoded rows as the worker counted them, and the rows decided by then. */
  #counted: { readonly uncoded: number; readonly decided: Readonly<Record<string, string>> } | null = null;

  items = $state.raw<CodingQueueReply['items']>([]);
  uncoded = $state<number | null>(null);
  loading = $state(false);
  failure = $state.raw<Failure | null>(null);

  readonly current: QueueItem | null = $derived(this.items[0] ?? null);

  /** Contributing links of the row in hand: as marked, else as stored from an earlier coding. */
  readonly contributing: readonly string[] = $derived.by(() => {
    const row = this.current?.row;
    if (row === undefined) return [];
    return this.#marked?.row === row ? this.#marked.codes : this.#storedContributing(row);
  });

  /** The rows confirmed last, the latest first. */
  readonly recent: readonly RecentRow[] = $derived.by(() => {
    const decided = this.#workbench.coding(this.datasetId)?.byRow ?? {};
    return this.#confirmed
      .slice(-shownRecent)
      .reverse()
      .flatMap(({ row, text }) =>
        Object.hasOwn(decided, row)
          ? [{ row, text, code: decided[row], contributing: this.#storedContributing(row) }]
          : [],
      );
  });

  constructor(workbench: Workbench, datasetId: string) {
    this.#workbench = workbench;
    this.datasetId = datasetId;
  }

  /** The column whose texts are read; null = none is chosen. */
  get textColumn(): string | null {
    return this.#workbench.coding(this.datasetId)?.textColumn ?? null;
  }

  /** Changes with everything that decides which rows wait, except the rows themselves. */
  get basis(): string {
    const coding = this.#workbench.coding(this.datasetId);
    const edition = this.#workbench.dataset(this.datasetId)?.manifest.edition;
    return JSON.stringify([coding?.textColumn, coding?.column, coding?.byValue, coding?.taxonomyVersion, edition]);
  }

  /** Places of the latest confirmed links among their suggestions, oldest first; null = not among them. */
  get #outcomes(): readonly Outcome[] {
    const value = this.#workbench.record('coding', this.datasetId)?.fields.outcomes?.value;
    return Array.isArray(value) ? value.map((place) => (typeof place === 'number' ? place : null)) : [];
  }

  /** How often the confirmed link was among the three suggestions lately. */
  get hitRate(): HitRate {
    return hitRate(this.#outcomes);
  }

  #storedContributing(row: number): readonly string[] {
    const stored = this.#workbench.coding(this.datasetId)?.contributing ?? {};
    return Object.hasOwn(stored, row) ? stored[row] : [];
  }

  /** Marks a link as contributing to the row in hand, or takes the mark back. */
  toggleContributing(code: string): void {
    const item = this.current;
    if (item) this.#marked = { row: item.row, codes: toggleContributing(this.contributing, code) };
  }

  /** Takes a contributing link off a row that is coded. */
  async removeContributing(row: number, code: string): Promise<void> {
    const codes = this.#storedContributing(row).filter((other) => other !== code);
    await this.#commit([this.#change(contributingFieldPrefix + String(row), codes)], 'contributing');
  }

  /** The number that a row has in the dataset as it is now, from 1; rows are kept here by their first number. */
  numberOf(row: number): number {
    const manifest = this.#workbench.dataset(this.datasetId)?.manifest ?? {};
    return (rowOfFirst(row, manifest) ?? row) + 1;
  }

  async setTextColumn(column: string | null): Promise<void> {
    await this.#commit([this.#change('textColumn', column)], 'codingColumn');
  }

  /** Fetches the rows in hand anew, with suggestions that have learnt from every row decided so far. */
  async load(): Promise<void> {
    if (!this.#workbench.dataset(this.datasetId) || this.textColumn === null) {
      this.#fetches++;
      this.#fetching = null;
      this.items = [];
      return;
    }
    await this.#start('anew');
  }

  /** Confirms a link for the row in hand. The next row comes at once: fast typists do not wait for the store. */
  async confirm(code: string): Promise<void> {
    const item = this.current;
    if (!item) return;
    const contributing = this.contributing.filter((other) => other !== code);
    this.items = this.items.slice(1);
    this.#unsaved = [...this.#unsaved, item.row];
    this.#lastSave = this.#lastSave.then(() => this.#save(item, code, contributing));
    const refilled = this.#refill();
    await this.#lastSave;
    await refilled;
    // Nothing may have been left to fetch before this row was saved.
    await this.#refill();
  }

  async skip(): Promise<void> {
    const item = this.current;
    if (!item) return;
    this.#skipped = [...this.#skipped, item.row];
    this.items = this.items.slice(1);
    await this.#refill();
  }

  /** Fetches more rows before those in hand are used up. Only skipped rows left: they come round again. */
  async #refill(): Promise<void> {
    if (this.#fetching !== null) return this.#fetching;
    if (this.items.length > lookAhead || (this.#isLast && this.items.length > 0)) return;
    if (this.#isLast) {
      if (this.#skipped.length === 0 || this.#unsaved.length > 0) return;
      this.#skipped = [];
    }
    await this.#start('more');
  }

  #start(mode: 'anew' | 'more'): Promise<void> {
    const fetching = this.#fetch(mode, ++this.#fetches).finally(() => {
      if (this.#fetching === fetching) this.#fetching = null;
    });
    this.#fetching = fetching;
    return fetching.then(() => (this.#fetching === null && this.failure === null ? this.#refill() : undefined));
  }

  async #fetch(mode: 'anew' | 'more', turn: number): Promise<void> {
    const dataset = this.#workbench.dataset(this.datasetId);
    if (!dataset || this.textColumn === null) return;
    const { manifest } = dataset;
    const coding = this.#workbench.coding(this.datasetId);
    const ref = toDatasetRef(dataset, coding);
    const known = { ...coding?.byRow };
    const inHand = mode === 'more' ? this.items.map(({ row }) => row) : [];
    const taxonomy = this.#workbench.taxonomyOf(this.datasetId);
    this.loading = true;
    const result = await this.#workbench.bridge.run('codingQueue', {
      dataset: ref,
      textColumn: this.textColumn,
      taxonomy,
      elsewhere: confirmedElsewhere(this.#workbench, this.datasetId, taxonomy),
      confirmed: confirmedValues(this.#workbench, taxonomy),
      skip: [...this.#skipped, ...this.#unsaved, ...inHand].flatMap((row) => rowOfFirst(row, manifest) ?? []),
      limit: batchSize,
    });
    if (turn !== this.#fetches) return;
    this.loading = false;
    if (!result.ok) {
      this.failure = result.failure;
      return;
    }
    this.failure = null;
    this.#isLast = result.value.items.length < batchSize;
    // Rows that were decided or skipped while these were under way are not offered again.
    const decided = this.#workbench.coding(this.datasetId)?.byRow ?? {};
    const brought = result.value.items.map((item) => ({ ...item, row: firstRowOf(item.row, manifest) }));
    const fresh = brought.filter(
      ({ row }) => !Object.hasOwn(decided, row) && !this.#unsaved.includes(row) && !this.#skipped.includes(row),
    );
    this.items = mode === 'more' ? [...this.items, ...fresh] : fresh;
    this.#counted = { uncoded: result.value.uncoded, decided: known };
    this.#count();
  }

  /** The worker's count, less the rows saved since. */
  #count(): void {
    if (!this.#counted) return;
    const { uncoded, decided } = this.#counted;
    this.uncoded = uncoded - this.#confirmed.filter(({ row }) => !Object.hasOwn(decided, row)).length;
  }

  async #save(item: QueueItem, code: string, contributing: readonly string[]): Promise<void> {
    const isNews = contributing.length > 0 || this.#storedContributing(item.row).length > 0;
    const changes = [
      this.#change(rowFieldPrefix + String(item.row), code),
      ...(isNews ? [this.#change(contributingFieldPrefix + String(item.row), contributing)] : []),
      this.#change('outcomes', addOutcome(this.#outcomes, item.suggestions, code)),
      this.#change('taxonomyVersion', this.#workbench.taxonomyOf(this.datasetId).version),
    ];
    const saved = await this.#commit(changes, 'codeRow');
    this.#unsaved = this.#unsaved.filter((row) => row !== item.row);
    if (!saved.ok) this.items = [item, ...this.items];
    else {
      this.#confirmed = [...this.#confirmed, { row: item.row, text: item.text }];
      this.#count();
    }
  }

  /** To be called when the coding has changed: undo gives rows back, redo takes them away again. */
  follow(): void {
    const decided = this.#workbench.coding(this.datasetId)?.byRow ?? {};
    if (this.#unsaved.length > 0) return;
    const kept = this.#confirmed.filter(({ row }) => Object.hasOwn(decided, row));
    const hasReturned = kept.length < this.#confirmed.length;
    if (hasReturned) this.#confirmed = kept;
    if (hasReturned || this.items.some(({ row }) => Object.hasOwn(decided, row))) void this.load();
  }

  #change(field: string, value: Json): Change {
    return { kind: 'coding', id: this.datasetId, field, value };
  }

  async #commit(changes: readonly Change[], code: string): Promise<Result<null, Failure>> {
    const result = await this.#workbench.commit(changes, { code });
    this.failure = result.ok ? null : result.failure;
    return result;
  }
}

/** Changes that map the values of a dataset's source column to links, and remember the mapping for the next file. */
export function valueMapChanges(
  datasetId: string,
  column: { readonly id: string; readonly name: string } | null,
  map: Readonly<Record<string, string | null>>,
  rememberAs: string | null,
  taxonomyVersion: string,
): Change[] {
  const coding = (field: string, value: Json): Change => ({ kind: 'coding', id: datasetId, field, value });
  const changes = [coding('column', column?.id ?? null), coding('taxonomyVersion', taxonomyVersion)];
  for (const [value, code] of Object.entries(map)) {
    changes.push(coding(valueFieldPrefix + value, code));
    if (rememberAs !== null) {
      changes.push({ kind: 'mapping', id: rememberAs, field: valueFieldPrefix + value, value: code });
    }
  }
  return changes;
}
