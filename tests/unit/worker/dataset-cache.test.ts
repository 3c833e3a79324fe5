import { describe, expect, it } from 'vitest';
import { createBitmap } from '../../../src/kernel/bitmap';
import { ok } from '../../../src/kernel/result';
import type { BlockStore } from '../../../src/store/types';
import type { Column } from '../../../src/table/column';
import { DatasetCache } from '../../../src/worker/dataset-cache';
import type { DatasetRef } from '../../../src/worker/protocol';

const column = (id: string): Column => ({
  layout: 'numeric',
  type: 'number',
  id,
  name: id,
  values: Float64Array.of(1, 2),
  missing: createBitmap(2),
});

const dataset = (id: string): DatasetRef => ({
  id,
  rows: 2,
  chunkRows: 65_536,
  columns: ['c0', 'c1', 'c2'].map((name) => ({ id: name, name, type: 'number' as const })),
  blocks: [],
  coding: null,
});

/** Blocks that note which columns are read. */
function countingBlocks(): { readonly blocks: BlockStore; readonly reads: string[] } {
  const reads: string[] = [];
  const blocks = {
    read: (id: string, _: unknown, columns: readonly string[]) => {
      reads.push(`${id} ${columns.join(' ')}`);
      return Promise.resolve(ok({ rows: 2, columns: columns.map(column) }));
    },
  } as unknown as BlockStore;
  return { blocks, reads };
}

describe('dataset cache', () => {
  it('reads a column once and hands columns out in the order of the dataset', async () => {
    const { blocks, reads } = countingBlocks();
    const cache = new DatasetCache(blocks);
    await cache.read(dataset('d'), ['c1']);
    const table = await cache.read(dataset('d'), ['c2', 'c1']);
    expect(table.ok && table.value.columns.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(reads).toEqual(['d c1', 'd c2']);
  });

  it('does not read back what was just written', async () => {
    const { blocks, reads } = countingBlocks();
    const cache = new DatasetCache(blocks);
    cache.keep('d', ['c0', 'c1', 'c2'].map(column));
    expect((await cache.read(dataset('d'), ['c0', 'c2'])).ok).toBe(true);
    expect(reads).toEqual([]);
  });

  it('forgets the dataset that was looked at longest ago', async () => {
    const { blocks, reads } = countingBlocks();
    const cache = new DatasetCache(blocks);
    for (const id of ['a', 'b', 'c', 'a', 'd']) await cache.read(dataset(id), ['c0']);
    reads.length = 0;
    for (const id of ['a', 'c', 'd', 'b']) await cache.read(dataset(id), ['c0']);
    expect(reads).toEqual(['b c0']);
  });

  it('fails for a column that the dataset has not', async () => {
    const { blocks, reads } = countingBlocks();
    const table = await new DatasetCache(blocks).read(dataset('d'), ['c9']);
    expect(table).toMatchObject({ ok: false, failure: { code: 'column-unknown' } });
    expect(reads).toEqual([]);
  });
});
