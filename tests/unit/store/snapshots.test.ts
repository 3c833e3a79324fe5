import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/kernel/result';
import { openBlockStore } from '../../../src/store/blocks';
import { readManifest } from '../../../src/store/datasets';
import { findRestorePoint, restoreSnapshot } from '../../../src/store/restore-snapshot';
import { listSnapshots, renewSnapshots, repairBlocks, takeSnapshot, type Shelf } from '../../../src/store/snapshots';
import type { DatasetManifest, Json } from '../../../src/store/types';
import { digestOf, openComputer, succeed, type Computer } from './support/bundles';
import { change, IDBKeyRange } from './support/open';
import { memoryShelf } from './support/shelf';
import { spoilBlocks } from './support/spoil';
import { tableOfEveryType } from './support/tables';

const label = { code: 'rename' };
const day = 86_400_000;
const start = Date.UTC(2026, 5, 1);

async function fill({ store, blocks }: Computer): Promise<void> {
  const table = tableOfEveryType(500);
  const written = succeed(await blocks.write('d', table));
  const source = { fileName: 'a', fileDigest: 'x', bytes: 1, importedAt: 1, plan: null, issues: [], masked: [] };
  const manifest: DatasetManifest = { rows: table.rows, ...written, source: { ...source, invented: false } };
  const changes = ['p', 'q', 'r', 's', 't'].map((id) => change('project', id, 'name', id));
  succeed(await store.commit([...changes, change('dataset', 'd', 'manifest', manifest as unknown as Json)], label));
}

describe('snapshots', () => {
  it('S13 bring everything back into an emptied browser, rows included', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    expect(succeed(await takeSnapshot(computer.store, computer.blocks, shelf))?.records).toBe(6);
    const emptied = await openComputer();
    const { snapshot, ...rest } = succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf));
    expect(snapshot.records).toBe(6);
    expect(rest).toEqual({ passedOver: 0, withoutRows: [] });
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
    const restored = succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf));
    expect(restored).toMatchObject({ snapshot: { name: first?.name }, passedOver: 1 });
  });

  it('S16 killed before any of its writes leave one that brings everything back', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    const table = tableOfEveryType(40);
    const written = succeed(await computer.blocks.write('e', table));
    const source = { fileName: 'b', fileDigest: 'y', bytes: 1, importedAt: 2, plan: null, issues: [], masked: [] };
    const manifest: DatasetManifest = { rows: table.rows, ...written, source: { ...source, invented: false } };
    const acts = [
      change('project', 'p', 'name', 'later'),
      change('dataset', 'e', 'manifest', manifest as unknown as Json),
      change('dataset', 'd', 'deleted', true),
    ];
    for (const act of acts) succeed(await computer.store.commit([act], label));
    const before = new Map(shelf.files);
    let kills = 0;
    for (let left = 0; ; left++) {
      const torn = memoryShelf(before, left);
      const isWhole = await takeSnapshot(computer.store, computer.blocks, torn, start + day).then(
        () => true,
        () => false,
      );
      const after = memoryShelf(torn.files);
      const emptied = await openComputer();
      const restored = succeed(await restoreSnapshot(emptied.store, emptied.blocks, after));
      expect(restored.withoutRows).toEqual([]);
      expect([start, start + day]).toContain(restored.snapshot.at);
      expect(restored.passedOver).toBe(0);
      // The next one goes on where this one was cut off.
      succeed(await takeSnapshot(computer.store, computer.blocks, after, start + 2 * day));
      const again = await openComputer();
      succeed(await restoreSnapshot(again.store, again.blocks, after));
      expect(await digestOf(again)).toBe(await digestOf(computer));
      if (isWhole) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(2);
  });

  it('S03 say how many acts they hold, as far as they can be read', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    expect(await findRestorePoint(shelf)).toBeNull();
    await fill(computer);
    succeed(await computer.store.commit([change('project', 'p', 'name', 'again')], label));
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    succeed(await computer.store.undo());
    const later = succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + 1));
    expect(await findRestorePoint(shelf)).toMatchObject({ at: start + 1, generation: 3 });
    shelf.files.set(later?.name ?? '', new Uint8Array(64));
    expect(await findRestorePoint(shelf)).toMatchObject({ at: start, generation: 2 });
    for (const { name } of await listSnapshots(shelf)) shelf.files.set(name, new Uint8Array(64));
    expect(await findRestorePoint(shelf)).toMatchObject({ at: start + 1, generation: null });
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

  it('S15 of a database that had more are kept beside those of the one that goes on, rows included', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    const emptied = await openComputer();
    // Less than half of the six before.
    const ids = ['w', 'x', 'y', 'z'];
    succeed(
      await emptied.store.commit(
        ids.slice(0, 2).map((id) => change('project', id, 'name', id)),
        label,
      ),
    );
    expect(succeed(await takeSnapshot(emptied.store, emptied.blocks, shelf, start + 1))).toBeNull();
    succeed(
      await emptied.store.commit(
        ids.map((id) => change('project', id, 'name', `${id} 2`)),
        label,
      ),
    );
    for (let n = 2; n < 8; n++) succeed(await takeSnapshot(emptied.store, emptied.blocks, shelf, start + n));
    const ring = await listSnapshots(shelf);
    expect(ring.map(({ at }) => at)).toEqual([start + 7, start + 6, start + 5, start]);
    expect([...shelf.files.keys()]).toContain('blocks-d');
  });

  it('go on where most was taken away on purpose, and keep the last large one', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    const large = succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    const gone = ['p', 'q', 'r', 's'].map((id) => change('project', id, 'deleted', true));
    succeed(await computer.store.commit([...gone, change('dataset', 'd', 'deleted', true)], label));
    for (let n = 1; n < 8; n++) {
      expect(succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + n))?.records).toBe(1);
    }
    const ring = await listSnapshots(shelf);
    expect(ring.map(({ at }) => at)).toEqual([start + 7, start + 6, start + 5, start]);
    expect([...shelf.files.keys()]).toContain('blocks-d');
    // Its rows are there too, should all later ones be torn.
    for (const { name } of ring.slice(0, 3)) shelf.files.set(name, new Uint8Array(9));
    const emptied = await openComputer();
    const restored = succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf));
    expect(restored).toEqual({ snapshot: large, passedOver: 3, withoutRows: [] });
    expect(succeed(await emptied.blocks.verify('d', succeed(await readManifest(emptied.store, 'd'))))).toEqual([]);
  });

  it('let go of the blocks of a deleted dataset with the last snapshot that knew it, or when made anew', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    const deleted = change('dataset', 'd', 'deleted', true);
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    succeed(await computer.store.commit([deleted], label));
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + 1));
    expect([...shelf.files.keys()]).toContain('blocks-d');
    // Taken back: they are used again, however many snapshots follow.
    succeed(await computer.store.undo());
    for (let n = 2; n < 7; n++) succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + n));
    expect([...shelf.files.keys()]).toContain('blocks-d');
    succeed(await computer.store.commit([deleted], label));
    const anew = memoryShelf(shelf.files);
    for (let n = 7; n < 10; n++) succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + n));
    expect([...shelf.files.keys()].filter((name) => !name.startsWith('records-'))).toEqual([]);
    succeed(await renewSnapshots(computer.store, computer.blocks, anew, start + 10));
    expect([...anew.files.keys()].filter((name) => !name.startsWith('records-'))).toEqual([]);
  });

  it('follow each other as they were taken, whatever the clock said', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    const times = [start, start + 4_000 * day, start + 1, start + 2];
    const taken = [];
    for (const at of times) taken.push(succeed(await takeSnapshot(computer.store, computer.blocks, shelf, at)));
    expect((await listSnapshots(shelf))[0]).toEqual(taken[3]);
    // The one of the wrong clock goes as any other does.
    for (let n = 1; n < 14; n++) succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + n * day));
    expect((await listSnapshots(shelf)).map(({ at }) => at)).not.toContain(times[1]);
    // An older build wrote no order into the name; what it left comes before.
    const [{ name }] = await listSnapshots(shelf);
    const old = name.replace(/^(records-)\d+(-\d+-[0-9A-Za-z]{22})\d+/, `$1${start + 5_000 * day}$2`);
    shelf.files.set(old, shelf.files.get(name) ?? new Uint8Array());
    expect((await listSnapshots(shelf)).map((one) => one.name).indexOf(old)).toBe(
      (await listSnapshots(shelf)).length - 1,
    );
  });

  it('bring back what they can where the copy of the rows is damaged, and name what they cannot', async () => {
    const computer = await openComputer();
    const shelf = memoryShelf();
    await fill(computer);
    succeed(await computer.store.commit([change('dataset', 'd', 'name', '评价明细')], label));
    succeed(await takeSnapshot(computer.store, computer.blocks, shelf));
    const copy = shelf.files.get('blocks-d') ?? new Uint8Array();
    const damaged = copy.slice();
    damaged[damaged.length - 1] ^= 1;
    for (const file of [damaged, null]) {
      const torn = memoryShelf(shelf.files);
      if (file) torn.files.set('blocks-d', file);
      else torn.files.delete('blocks-d');
      const emptied = await openComputer();
      expect(succeed(await restoreSnapshot(emptied.store, emptied.blocks, torn)).withoutRows).toEqual(['评价明细']);
      expect(await digestOf(emptied)).toBe(await digestOf(computer));
      // The dataset is known to lack rows, so every start tells it until a file brings them.
      const manifest = succeed(await readManifest(emptied.store, 'd'));
      expect(succeed(await emptied.blocks.findMissing('d', manifest)).length).toBeGreaterThan(0);
    }
  });

  it('fail where nothing can be brought back: none there, none whole, no private files', async () => {
    const { store, blocks } = await openComputer();
    const computer = await openComputer();
    const shelf = memoryShelf();
    expect(await restoreSnapshot(store, blocks, shelf)).toEqual(fail('restore-unreadable', { n: 0 }));
    await fill(computer);
    for (let n = 0; n < 2; n++) succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start + n));
    for (const { name } of await listSnapshots(shelf)) shelf.files.set(name, new Uint8Array(40));
    expect(await restoreSnapshot(store, blocks, shelf)).toEqual(fail('restore-unreadable', { n: 2 }));
    const refused: Shelf = { ...shelf, list: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    expect(await restoreSnapshot(store, blocks, refused)).toEqual(fail('restore-unreadable', { n: 0 }));
    expect(succeed(await store.state())?.generation).toBe(0);
  });

  it('fail where their times cannot be, and give way to one before whose times can', async () => {
    const computer = await openComputer({ now: () => start });
    const shelf = memoryShelf();
    await fill(computer);
    const sound = succeed(await takeSnapshot(computer.store, computer.blocks, shelf, start));
    const ahead = await openComputer({ now: () => start + 800 * day }, computer.factory);
    succeed(await ahead.store.commit([change('project', 'p', 'name', 'ahead')], label));
    succeed(await takeSnapshot(ahead.store, ahead.blocks, shelf, start + 800 * day));
    const emptied = await openComputer({ now: () => start });
    const restored = succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf));
    expect(restored).toMatchObject({ snapshot: sound, passedOver: 1 });
    shelf.files.delete(sound?.name ?? '');
    const other = await openComputer({ now: () => start });
    expect(await restoreSnapshot(other.store, other.blocks, shelf)).toEqual(fail('restore-clock'));
    expect(succeed(await other.store.state())?.generation).toBe(0);
  });
});
