import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseName } from '../../../src/store/database';
import { restoreSnapshot } from '../../../src/store/restore-snapshot';
import { snapshotBeforeUpgrade } from '../../../src/store/snapshot-before-upgrade';
import { listSnapshots } from '../../../src/store/snapshots';
import { stateDigest } from '../../../src/store/state-digest';
import { restoreDump, type DatabaseDump } from '../../support/database-dump';
import { digestOf, openComputer, succeed } from './support/bundles';
import { freshFactory, IDBKeyRange, openTestStore } from './support/open';
import { memoryShelf } from './support/shelf';

/** What each version of the tables brought. */
const brought: Readonly<Record<number, readonly string[]>> = {
  2: ['artefact', 'link'],
  3: ['merges', 'mergeUndo', 'peers'],
  4: ['event', 'evidence', 'item', 'outletQuarter'],
  5: [
    ...['indicator', 'meeting', 'monitoring', 'report', 'scoring', 'standardAnswer'],
    ...['survey', 'surveyAnswer', 'training'],
  ],
};
const frozen = JSON.parse(
  readFileSync(join('tests', 'fixtures', 'formats', 'database-5.json'), 'utf8'),
) as DatabaseDump;

/** A database as a build of an earlier version would have left it: without the tables that came later. */
async function databaseOf(version: number): Promise<IDBFactory> {
  const later = Object.entries(brought).flatMap(([since, names]) => (Number(since) > version ? names : []));
  const stores = frozen.stores.filter(({ name }) => !later.includes(name));
  const factory = freshFactory();
  await restoreDump(factory, databaseName, { version: version * 10, stores });
  return factory;
}

describe('D06 before an upgrade', () => {
  it.each([1, 2, 3, 4])('a snapshot is taken of database %i, which brings everything back', async (version) => {
    const indexedDB = await databaseOf(version);
    const before = await indexedDB.databases();
    const shelf = memoryShelf();
    const taken = await snapshotBeforeUpgrade(shelf, { indexedDB, IDBKeyRange });
    expect(taken?.records).toBeGreaterThan(0);
    expect(await listSnapshots(shelf)).toEqual([taken]);
    expect(await indexedDB.databases()).toEqual(before);
    const upgraded = await openTestStore(indexedDB);
    const expected = await stateDigest(succeed(await upgraded.readEverything()).records);
    upgraded.close();
    // What has been upgraded, or was never there, needs none.
    expect(await snapshotBeforeUpgrade(shelf, { indexedDB, IDBKeyRange })).toBeNull();
    const emptied = await openComputer();
    expect(await snapshotBeforeUpgrade(shelf, { indexedDB: freshFactory(), IDBKeyRange })).toBeNull();
    expect(succeed(await restoreSnapshot(emptied.store, emptied.blocks, shelf)).withoutRows).toEqual([]);
    expect(await digestOf(emptied)).toBe(expected);
  });

  it('a snapshot that holds more, or later acts, stays the latest; a shelf that fails is no hindrance', async () => {
    const indexedDB = await databaseOf(4);
    const id = 'A'.repeat(22);
    for (const name of [`records-1-9999-${id}1.dmaic`, `records-${Date.UTC(2100, 0, 1)}-1-${id}1.dmaic`]) {
      const one = memoryShelf(new Map([[name, new Uint8Array(4)]]));
      expect(await snapshotBeforeUpgrade(one, { indexedDB, IDBKeyRange })).toBeNull();
      expect([...one.files.keys()]).toEqual([name]);
    }
    const full = memoryShelf(new Map(), 0);
    expect(await snapshotBeforeUpgrade(full, { indexedDB, IDBKeyRange })).toBeNull();
  });
});
