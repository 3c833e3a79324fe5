import { fail, ok, type Failure, type Result } from '../kernel/result';
import { blocksIdOf } from '../store/blocks';
import type { BlockStore } from '../store/types';
import type { Column, Table } from '../table/column';
import type { DatasetRef } from './protocol';

/** Datasets whose columns stay in memory: the one in hand, its denominators, and the one looked at before. */
const keptDatasets = 3;

/**
 * Columns read from the store, kept while their dataset is in use.
 *
 * Blocks never change, so a column once read and verified stays valid; another edition is kept under another id.
 */
export class DatasetCache {
  readonly #blocks: BlockStore;
  readonly #columns = new Map<string, Map<string, Column>>();

  constructor(blocks: BlockStore) {
    this.#blocks = blocks;
  }

  /** The dataset with at least these columns, in the dataset's own order. */
  async read(dataset: DatasetRef, columnIds: readonly string[]): Promise<Result<Table, Failure>> {
    const known = this.#touch(blocksIdOf(dataset.id, dataset));
    const wanted = new Set(columnIds);
    const listed = dataset.columns.filter((column) => wanted.has(column.id));
    if (listed.length < wanted.size) {
      return fail('column-unknown', {});
    }
    const absent = listed.filter((column) => !known.has(column.id)).map((column) => column.id);
    if (absent.length > 0) {
      const read = await this.#blocks.read(blocksIdOf(dataset.id, dataset), dataset, absent);
      if (!read.ok) return read;
      for (const column of read.value.columns) known.set(column.id, column);
    }
    return ok({
      ...(dataset.without === undefined ? {} : { without: dataset.without }),
      rows: dataset.rows,
      columns: listed.flatMap((column) => known.get(column.id) ?? []),
    });
  }

  /** Keeps the columns of a dataset that was just written: what is looked at next need not be read back. */
  keep(datasetId: string, columns: readonly Column[]): void {
    const known = this.#touch(datasetId);
    for (const column of columns) known.set(column.id, column);
  }

  #touch(id: string): Map<string, Column> {
    const known = this.#columns.get(id) ?? new Map<string, Column>();
    this.#columns.delete(id);
    this.#columns.set(id, known);
    for (const oldest of this.#columns.keys()) {
      if (this.#columns.size <= keptDatasets) break;
      this.#columns.delete(oldest);
    }
    return known;
  }
}
