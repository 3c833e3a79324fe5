import { KeyIndex } from '../ingest/key-index';
import { rowKeys } from '../ingest/row-keys';
import { tellingColumns, type TellingColumn } from '../ingest/telling-columns';
import { ok, type Failure, type Result } from '../kernel/result';
import { blocksIdOf } from '../store/blocks';
import type { BlockStore } from '../store/types';
import type { Column, Table } from '../table/column';
import type { DatasetRef, Overlap } from './protocol';

/** Rows of a table by their numbers, in order. */
export interface FoundRows {
  readonly overlaps: readonly Overlap[];
  readonly knownRows: Uint32Array;
  readonly newRows: Uint32Array;
}

/** Tells which rows of a table are stored already. A row of other columns is another row. */
export class StoredRows {
  readonly #table: Table;
  readonly #names: string;
  /** Both made when first needed: most files are the first of their shape. */
  #telling: readonly TellingColumn[] | null = null;
  #index: KeyIndex | null = null;
  /** Row keys by where the blocks are, which never change; null where no row can be one of the table. */
  readonly #keys = new Map<string, Float64Array | null>();

  constructor(table: Table) {
    this.#table = table;
    this.#names = namesOf(table.columns);
  }

  /** Fails  those of BlockStore.read */
  async findIn(blocks: BlockStore, stored: readonly DatasetRef[]): Promise<Result<FoundRows, Failure>> {
    const { rows: all } = this.#table;
    const known = new Uint8Array(all);
    const overlaps: Overlap[] = [];
    for (const dataset of stored) {
      if (all === 0 || namesOf(dataset.columns) !== this.#names) continue;
      const keys = await this.#keysOf(blocks, dataset);
      if (!keys.ok) return keys;
      if (keys.value === null) continue;
      this.#index ??= new KeyIndex(rowKeys(this.#table));
      const rows = this.#index.mark(keys.value, known);
      if (rows > 0) overlaps.push({ datasetId: dataset.id, rows });
    }
    const newRows = new Uint32Array(all);
    let next = 0;
    for (let row = 0; row < all; row++) if (known[row] === 0) newRows[next++] = row;
    const knownRows = new Uint32Array(all - next);
    if (next < all) for (let row = 0, at = 0; row < all; row++) if (known[row] === 1) knownRows[at++] = row;
    return ok({ overlaps, knownRows, newRows: newRows.subarray(0, next) });
  }

  async #keysOf(blocks: BlockStore, dataset: DatasetRef): Promise<Result<Float64Array | null, Failure>> {
    const id = blocksIdOf(dataset.id, dataset);
    const known = this.#keys.get(id);
    if (known !== undefined) return ok(known);
    const read = await this.#readKeys(blocks, id, dataset);
    if (read.ok) this.#keys.set(id, read.value);
    return read;
  }

  /** Few files are imported twice: one column or two tell that, and the others are not read. */
  async #readKeys(blocks: BlockStore, id: string, dataset: DatasetRef): Promise<Result<Float64Array | null, Failure>> {
    const read: Column[] = [];
    const readNext = async (ids: readonly string[]): Promise<Result<readonly Column[], Failure>> => {
      const part = await blocks.read(id, dataset, ids);
      if (!part.ok) return part;
      read.push(...part.value.columns);
      return ok(part.value.columns);
    };
    for (const { name, mayShareCells } of (this.#telling ??= tellingColumns(this.#table.columns))) {
      const part = await readNext(idsOf(dataset.columns.filter((column) => column.name === name)));
      if (!part.ok) return part;
      if (!part.value.some(mayShareCells)) return ok(null);
    }
    const others = await readNext(
      idsOf(dataset.columns).filter((other) => !read.some((column) => column.id === other)),
    );
    return others.ok ? ok(rowKeys({ rows: dataset.rows, columns: read })) : others;
  }
}

function idsOf(columns: readonly { readonly id: string }[]): readonly string[] {
  return columns.map(({ id }) => id);
}

/** Column names in one text, whatever their order. */
function namesOf(columns: readonly { readonly name: string }[]): string {
  return JSON.stringify(columns.map(({ name }) => name).sort());
}
