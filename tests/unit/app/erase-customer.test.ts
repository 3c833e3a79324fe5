import { describe, expect, it } from 'vitest';
import { toCoding, toDatasetRef } from '../../../src/app/entries';
import { eraseCustomer, findCustomer } from '../../../src/app/erase-customer';
import { customerKeyer } from '../../../src/kernel/customer-key';
import { readManifest, tidyStorage } from '../../../src/store/datasets';
import { listSnapshots, takeSnapshot } from '../../../src/store/snapshots';
import type { Store } from '../../../src/store/store';
import { exportFrom, handOver, mergeInto, openComputer, read, succeed, type Computer } from '../store/support/bundles';
import { change } from '../store/support/open';
import { openBench, secret, wanted } from './support/erasure-bench';

const keyOf = customerKeyer(secret);
const keys = [keyOf(wanted) ?? ''];
const label = { code: 'rename' };

async function addEvents(store: Store): Promise<void> {
  succeed(
    await store.commit(
      ['e1', 'e2', 'e3'].flatMap((id) => [
        change('event', id, 'narrative', `story of ${id}`),
        change('event', id, 'customerKey', id === 'e3' ? (keyOf('13900139000') ?? '') : keys[0]),
      ]),
      label,
    ),
  );
  succeed(await store.commit([change('event', 'e1', 'narrative', 'story told again')], label));
  const [long, past] = [1_000_000, 10];
  succeed(await store.commit([change('event', 'e1', 'retainUntil', long)], label));
  succeed(await store.commit([change('event', 'e2', 'retainUntil', past)], label));
  succeed(await store.commit([change('event', 'e2', 'deleted', true)], label));
}

/** Everything in the database, as text. */
async function everythingIn({ factory }: Computer): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open('service-quality-workbench');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  const texts: string[] = [];
  for (const name of database.objectStoreNames) {
    const request = database.transaction(name).objectStore(name).getAll() as IDBRequest<{ bytes?: ArrayBuffer }[]>;
    const rows = await new Promise<{ bytes?: ArrayBuffer }[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    for (const row of rows) {
      texts.push(JSON.stringify(row));
      if (row.bytes) texts.push(new TextDecoder('latin1').decode(row.bytes));
    }
  }
  database.close();
  return texts.join('\n');
}

describe('deleting by customer', () => {
  it('lists what there is, by dataset and kind, without changing anything', async () => {
    const bench = await openBench();
    await addEvents(bench.store);
    const before = await everythingIn(bench);
    const found = succeed(await findCustomer(bench.tools, keys));
    expect(found.datasets).toEqual([{ id: 'd', name: 'data', rows: 2, of: 6, whole: false }]);
    expect(found.events).toEqual(['e1', 'e2']);
    expect(found.retained).toBe(1);
    expect(await everythingIn(bench)).toBe(before);
    expect(succeed(await findCustomer(bench.tools, [keyOf('13700137000') ?? '']))).toEqual({
      datasets: [],
      events: [],
      retained: 0,
      foreign: { rows: 0, events: 0 },
    });
  });

  it('counts what has keys of another computer, whose customers cannot be told here', async () => {
    const bench = await openBench();
    await addEvents(bench.store);
    const elsewhere = customerKeyer('77'.repeat(32))(wanted) ?? '';
    succeed(await bench.store.commit([change('event', 'e4', 'customerKey', elsewhere)], label));
    const found = succeed(await findCustomer(bench.tools, keys));
    expect([found.events, found.foreign]).toEqual([['e1', 'e2'], { rows: 0, events: 1 }]);
    // Looked for under the other secret, it is the other way round; the rows without a key count on neither side.
    const there = succeed(await findCustomer(bench.tools, [elsewhere]));
    expect(there).toMatchObject({ datasets: [], events: ['e4'], foreign: { rows: 6, events: 3 } });
    // Where no secret is, as at a head office that only merges, all of it is foreign.
    expect(succeed(await findCustomer(bench.tools, []))).toMatchObject({ events: [], foreign: { rows: 6, events: 4 } });
  });

  it('leaves nothing of the customer in the database, the history and the snapshots', async () => {
    const bench = await openBench();
    await addEvents(bench.store);
    succeed(await takeSnapshot(bench.store, bench.blocks, bench.shelf, 1));
    const before = await everythingIn(bench);
    for (const trace of ['secret1', 'secret4', 'story of e1', 'story of e2', keys[0]]) expect(before).toContain(trace);

    expect(succeed(await eraseCustomer(bench.tools, keys))).toEqual({ rows: 2, events: 2, snapshots: 1 });
    const after = await everythingIn(bench);
    for (const trace of ['secret1', 'secret4', 'story of e1', 'story of e2', 'told again', keys[0], wanted]) {
      expect(after).not.toContain(trace);
    }
    for (const kept of ['secret0', 'secret2', 'secret3', 'secret5', 'story of e3']) expect(after).toContain(kept);
    const ring = await listSnapshots(bench.shelf);
    expect(ring.map(({ at }) => at === 1)).toEqual([false]);
    expect([...bench.shelf.files.keys()].filter((name) => name.startsWith('blocks-'))).toHaveLength(1);
  });

  it('keeps the dataset under its id, whole and with what was decided about its other rows', async () => {
    const bench = await openBench();
    succeed(await eraseCustomer(bench.tools, keys));
    const manifest = succeed(await readManifest(bench.store, 'd'));
    expect(manifest.rows).toBe(4);
    const blocksId = `d~${manifest.edition}`;
    expect(succeed(await bench.blocks.datasets())).toEqual([blocksId]);
    expect(succeed(await bench.blocks.verify(blocksId, manifest))).toEqual([]);
    expect(succeed(await bench.blocks.readSourceRows(blocksId, manifest))).toEqual(Uint32Array.of(2, 4, 5, 7));
    expect(manifest.without).toEqual([1, 4]);
    const coding = succeed(await bench.store.get('coding', 'd'));
    expect(coding?.fields['row:1'].value).toBeNull();
    const { coding: placed } = toDatasetRef({ id: 'd', name: '', manifest }, coding && toCoding(coding));
    expect(placed?.byRow).toEqual({ 1: 'G2', 3: 'G5' });
    expect(placed?.contributing).toEqual({ 3: ['G6'] });
    // A later start finds nothing to tidy.
    expect(succeed(await tidyStorage(bench.store, bench.blocks, { nobodyWrites: true }))).toEqual({
      orphans: [],
      released: [],
    });
    expect(succeed(await findCustomer(bench.tools, keys))).toMatchObject({ datasets: [], events: [], retained: 0 });
  });

  it('says in the history how many, and no undo brings anything back', async () => {
    const bench = await openBench();
    await addEvents(bench.store);
    succeed(await eraseCustomer(bench.tools, keys));
    const [act] = succeed(await bench.store.history());
    expect(act).toMatchObject({ label: { code: 'eraseCustomer', params: { rows: 2, events: 2 } }, undoable: false });
    for (;;) if (succeed(await bench.store.undo()) === null) break;
    for (;;) if (succeed(await bench.store.redo()) === null) break;
    const after = await everythingIn(bench);
    for (const trace of ['secret1', 'story of e1', 'told again', keys[0]]) expect(after).not.toContain(trace);
  });

  it('is carried on by merges: an older copy brings nothing back, and a newer one takes the deletion over', async () => {
    const bench = await openBench();
    await addEvents(bench.store);
    const other = await openComputer({ replica: 'other' });
    const old = await exportFrom(bench);
    await mergeInto(other, [await read(old.bytes)]);
    succeed(await other.store.commit([change('event', 'e1', 'title', 'edited elsewhere')], label));
    const fromOther = await exportFrom(other, { ...handOver, rows: false });
    succeed(await eraseCustomer(bench.tools, keys));

    const { conflicts } = await mergeInto(bench, [await read(old.bytes), await read(fromOther.bytes)]);
    expect(conflicts.filter(({ kind }) => kind === 'event')).toEqual([]);
    const e1 = succeed(await bench.store.get('event', 'e1', { deleted: true }));
    expect(Object.keys(e1?.fields ?? {}).sort()).toEqual(['deleted', 'erased']);
    expect(succeed(await bench.store.get('event', 'e1'))).toBeNull();
    expect(succeed(await readManifest(bench.store, 'd')).rows).toBe(4);

    await mergeInto(other, [await read((await exportFrom(bench)).bytes)]);
    expect(succeed(await other.store.get('event', 'e1', { deleted: true }))?.fields.narrative).toBeUndefined();
    expect(succeed(await readManifest(other.store, 'd')).rows).toBe(4);
  });

  it('deletes a dataset whole that has no other rows, and the blocks of one that waits for an undo', async () => {
    const bench = await openBench([wanted, wanted, wanted]);
    expect(succeed(await findCustomer(bench.tools, keys)).datasets).toMatchObject([{ rows: 3, whole: true }]);
    succeed(await eraseCustomer(bench.tools, keys));
    expect(succeed(await bench.store.all('dataset'))).toEqual([]);
    expect(succeed(await bench.blocks.datasets())).toEqual([]);

    const deleted = await openBench();
    succeed(await deleted.store.commit([change('dataset', 'd', 'deleted', true)], label));
    expect(succeed(await eraseCustomer(deleted.tools, keys))).toMatchObject({ rows: 6 });
    expect(succeed(await deleted.blocks.datasets())).toEqual([]);
    for (;;) if (succeed(await deleted.store.undo()) === null) break;
    expect(await everythingIn(deleted)).not.toContain('secret1');
  });
});
