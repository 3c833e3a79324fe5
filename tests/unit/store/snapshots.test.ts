import { describe, expect, it } from 'vitest';
import { openBlockStore } from '../../../src/store/blocks';
import type { BlockRow } from '../../../src/store/block-connection';
import { databaseName, settle, settleTransaction } from '../../../src/store/database';
import { readManifest } from '../../../src/store/datasets';
import { listSnapshots, repairBlocks, restoreSnapshot, takeSnapshot, type Shelf } from '../../../src/store/snapshots';
import type { DatasetManifest, Json } from '../../../src/store/types';
import { digestOf, openComputer, succeed, type Computer } from './support/bundles';
import { change, IDBKeyRange } from './support/open';
import { tableOfEveryType } from './support/tables';

const label = { code: 'rename' };
const day = 86_400_000;
const start = Date.UTC(2026, 5, 1);

function memoryShelf(): Shelf & { readonly files: Map<string, Uint8Array<ArrayBuffer>> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    list: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? null,
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
  };
}

async function fill({ store, blocks }: Computer): Promise<void> {
  const table = tableOfEveryType(500);
  const written = succeed(await blocks.write('d', table));
  const source = { fileName: 'a', fileDigest: 'x', bytes: 1, importedAt: 1, plan: null, issues: [], masked: [] };
  const manifest: DatasetManifest = { rows: table.rows, ...written, source: { ...source, invented: false } };
  const changes = ['p', 'q', 'r', 's', 't'].map((id) => change('project', id, 'name', id));
  succeed(await store.commit([...changes, change('dataset', 'd', 'manifest', manifest as unknown as Json)], label));
}

/** Turns the last bit of every block over. */
async function spoilBlocks(factory: IDBFactory): Promise<void> {
  const database = await settle(factory.open(databaseName));
  const transaction = database.transaction('blocks', 'readwrite');
  const rows = await settle(transaction.objectStore('blocks').getAll() as IDBRequest<BlockRow[]>);
  for (const row of rows) {
    const bytes = new Uint8Array(row.bytes);
    bytes[bytes.length - 1] ^= 1;
    transaction.objectStore('blocks').put({ ...row, bytes: bytes.buffer });
  }
  await settleTransaction(transaction);
  database.close();
}

describe('snapshots', () => {
  it('S13 bring everything back into an emptied browser, rows included', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    expect(succeed(await takeSnapshot(computer.store, computer.blocks, shelf))?.records).toBe(6);
    const emptied = await openComputer();
    expect(succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf))?.records).toBe(6);
    expect(await digestOf(emptied)).toBe(await digestOf(computer));
    const manifest = succeed(await readManifest(emptied.store, 'd'));
    expect(succeed(await emptied.blocks.verify('d', manifest))).toEqual([]);
  });

  it('S08 give back blocks that were lost, and acts that were', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf));
    const blocks = await openBlockStore({ indexedDB: computer.factory, IDBKeyRange });
    succeed(await blocks.remove('d'));
    const replica = succeed(await computer.store.state())?.replica;
    succeed(await restoreSnapshot(computer.store, blocks, shelf));
    expect(succeed(await blocks.verify('d', succeed(await readManifest(computer.store, 'd'))))).toEqual([]);
    expect(succeed(await computer.store.state())?.replica).toBe(replica);
  });

  it('S08 write damaged blocks again, and only what they themselves hold', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf));
    const manifest = succeed(await readManifest(computer.store, 'd'));
    await spoilBlocks(computer.factory);
    expect(succeed(await computer.blocks.verify('d', manifest)).length).toBeGreaterThan(0);
    expect(succeed(await repairBlocks('d', manifest, computer.blocks, shelf))).toBe(true);
    expect(succeed(await computer.blocks.verify('d', manifest))).toEqual([]);
    expect(succeed(await repairBlocks('other', manifest, computer.blocks, shelf))).toBe(false);
  });

  it('S15 are not pushed out by an emptied store', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    const emptied = await openComputer();
    expect(succeed(await takeSnapshot(emptied.store, emptied.blocks, shelf, start + 1))).toBeNull();
    succeed(await emptied.store.commit([change('project', 'new', 'name', 'n')], label));
    expect(succeed(await takeSnapshot(emptied.store, emptied.blocks, shelf, start + 2))).toBeNull();
    expect((await listSnapshots(shelf)).map(({ at }) => at)).toEqual([start]);
    expect([...shelf.files.keys()]).toContain('blocks-d');
  });

  it('S16 are read from the newest that is whole; leavings of a killed write are no snapshots', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    const first = succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    succeed(await computer.store.commit([change('project', 'p', 'name', 'later')], label));
    const second = succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + 1_000));
    const bytes = shelf.files.get(second?.name ?? '') ?? new Uint8Array();
    shelf.files.set(second?.name ?? '', bytes.slice(0, bytes.length - 100));
    shelf.files.set(`${second?.name}.crswap`, bytes);
    const emptied = await openComputer();
    expect(succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf))?.name).toBe(first?.name);
  });

  it('keep the latest three and one a day, ten in all', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    for (let n = 0; n < 40; n++) {
      succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + (n * day) / 2));
    }
    const ring = await listSnapshots(shelf);
    expect(ring.length).toBeLessThanOrEqual(10);
    expect(ring.length).toBeGreaterThanOrEqual(6);
    expect(ring[0].at).toBe(start + (39 * day) / 2);
    const days = ring.slice(3).map(({ at }) => Math.floor(at / day));
    expect(new Set(days).size).toBe(days.length);
  });

  it('are none where there is nothing', async () => {
    const computer = await openComputer();
    expect(succeed(await restoreSnapshot(computer.store, computer.blocks, memoryShelf()))).toBeNull();
  });
});
