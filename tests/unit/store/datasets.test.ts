import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBlockStore } from '../../../src/store/blocks';
import type { WritableBlockStore } from '../../../src/store/blocks';
import { keptDeletedMs, readManifest, tidyStorage } from '../../../src/store/datasets';
import type { Store } from '../../../src/store/open-store';
import type { Json } from '../../../src/store/types';
import { change, freshFactory, IDBKeyRange, openTestStore, valueOf } from './support/open';
import { idsOf, tableOfEveryType } from './support/tables';

const start = Date.UTC(2026, 0, 1);
const table = tableOfEveryType(20);
let now = start;
let factory: IDBFactory;
let store: Store;
let blocks: WritableBlockStore;

beforeEach(async () => {
  now = start;
  factory = freshFactory();
  store = await openTestStore(factory, { now: () => now });
  blocks = await openBlockStore({ indexedDB: factory, IDBKeyRange, now: () => now });
});

afterEach(() => {
  blocks.close();
  store.close();
});

async function importDataset(id: string): Promise<void> {
  const written = { rows: table.rows, ...valueOf(await blocks.write(id, table)) };
  valueOf(
    await store.commit(
      [change('dataset', id, 'name', id), change('dataset', id, 'manifest', written as unknown as Json)],
      { code: 'import' },
    ),
  );
}

async function deleteDataset(id: string): Promise<void> {
  valueOf(await store.commit([change('dataset', id, 'deleted', true)], { code: 'delete' }));
}

async function isReadable(id: string): Promise<boolean> {
  const record = valueOf(await store.get('dataset', id, { deleted: true }));
  const manifest = record?.fields.manifest.value as never;
  return (await blocks.read(id, manifest, idsOf(table))).ok;
}

describe('a dataset', () => {
  it('is there when its manifest is, and only then', async () => {
    valueOf(await blocks.write('d', table));
    expect(await readManifest(store, 'd')).toMatchObject({ ok: false, failure: { code: 'dataset-unknown' } });
    await importDataset('d');
    const manifest = valueOf(await readManifest(store, 'd'));
    expect(valueOf(await blocks.read('d', manifest, idsOf(table)))).toEqual(table);
    await deleteDataset('d');
    expect(await readManifest(store, 'd')).toMatchObject({ ok: false, failure: { code: 'dataset-unknown' } });
  });

  it('comes back whole when its deletion is undone, also after a tidy start', async () => {
    await importDataset('d');
    await deleteDataset('d');
    now += 86_400_000;
    expect(valueOf(await tidyStorage(store, blocks, { now }))).toEqual({ orphans: [], released: [] });
    valueOf(await store.undo());
    expect(valueOf(await readManifest(store, 'd')).rows).toBe(20);
    expect(await isReadable('d')).toBe(true);
  });

  it('loses its blocks a week after its deletion, and the undo with them', async () => {
    await importDataset('d');
    await importDataset('kept');
    await deleteDataset('d');
    now += keptDeletedMs;
    expect(valueOf(await tidyStorage(store, blocks, { now }))).toEqual({ orphans: [], released: ['d'] });
    expect(await isReadable('d')).toBe(false);
    expect(await isReadable('kept')).toBe(true);
    expect(valueOf(await tidyStorage(store, blocks, { now })).released).toEqual([]);
    expect((await store.nextUndo()).undo).toEqual({ code: 'import' });
    valueOf(await store.undo());
    expect(valueOf(await store.get('dataset', 'kept'))).toBeNull();
    expect(valueOf(await store.get('dataset', 'd'))).toBeNull();
    expect(valueOf(await store.undo())).toBeNull();
  });

  it('loses its blocks at once when the person asks for the room', async () => {
    await importDataset('d');
    await deleteDataset('d');
    expect(valueOf(await tidyStorage(store, blocks, { now, everythingDeleted: true })).released).toEqual(['d']);
    expect(await isReadable('d')).toBe(false);
    expect(valueOf(await store.undo())).toBeNull();
  });

  it('loses its blocks early when nothing can undo the deletion', async () => {
    await importDataset('d');
    await deleteDataset('d');
    valueOf(await store.forgetUndo('dataset', 'd', 'deleted'));
    expect(valueOf(await tidyStorage(store, blocks, { now })).released).toEqual(['d']);
  });

  it('whose import was killed leaves no blocks', async () => {
    await importDataset('d');
    valueOf(await blocks.write('killed', table));
    now += 11 * 60_000;
    expect(valueOf(await tidyStorage(store, blocks, { now }))).toEqual({ orphans: ['killed'], released: [] });
    expect(await isReadable('d')).toBe(true);
  });
});
