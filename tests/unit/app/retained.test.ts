import { describe, expect, it } from 'vitest';
import { deleteKept, readKeptThings } from '../../../src/app/retained';
import type { ErasureTools } from '../../../src/app/erase-customer';
import { toEpochDay } from '../../../src/kernel/dates';
import { openBlockStore } from '../../../src/store/blocks';
import { listSnapshots, takeSnapshot } from '../../../src/store/snapshots';
import type { Json } from '../../../src/store/types';
import { openComputer, succeed } from '../store/support/bundles';
import { change, IDBKeyRange } from '../store/support/open';
import { tableOfEveryType } from '../store/support/tables';

const label = { code: 'rename' };
const noon = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day, 4);

async function openBench() {
  const computer = await openComputer({ now: () => noon(2026, 3, 5) });
  const { store, blocks, factory } = computer;
  const written = succeed(await blocks.write('d', tableOfEveryType(20)));
  const source = { fileName: 'a', fileDigest: 'x', bytes: 1, importedAt: noon(2024, 2, 29), plan: null };
  const manifest = { rows: 20, ...written, source: { ...source, issues: [], masked: [], invented: false } };
  const closed = toEpochDay(2023, 5, 31) * 86_400_000;
  succeed(
    await store.commit(
      [
        change('dataset', 'd', 'name', 'data'),
        change('dataset', 'd', 'manifest', manifest as unknown as Json),
        change('coding', 'd', 'value:排队', 'G1'),
        change('event', 'closed', 'number', 'A01-2023-0001'),
        change('event', 'closed', 'status', 'archived'),
        change('event', 'closed', 'closedAt', closed),
        change('event', 'closed', 'retainUntil', toEpochDay(2026, 5, 31)),
        change('event', 'open', 'status', 'handling'),
        change('evidence', 'file', 'name', 'photo.png'),
        change('surveyAnswer', 'answer', 'overall', 5),
      ],
      label,
    ),
  );
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const shelf = {
    list: async () => [...files.keys()],
    read: async (name: string) => files.get(name) ?? null,
    write: async (name: string, bytes: Uint8Array<ArrayBuffer>) => void files.set(name, bytes),
    remove: async (name: string) => void files.delete(name),
  };
  const tools: ErasureTools = {
    store,
    bridge: { run: () => Promise.reject(new Error('not asked')) },
    openBlocks: () => openBlockStore({ indexedDB: factory, IDBKeyRange }),
    shelf: () => shelf,
  };
  return { ...computer, tools, shelf };
}

describe('what is kept under rules of retention', () => {
  it('counts from the import, the end of a case, and the day of entry; an open case has no time yet', async () => {
    const { store } = await openBench();
    const kept = succeed(await readKeptThings(store));
    const today = toEpochDay(2026, 3, 5);
    expect(new Map(kept.map(({ id, ...rest }) => [id, rest]))).toEqual(
      new Map<string, unknown>([
        ['d', { kind: 'datasets', name: 'data', from: toEpochDay(2024, 2, 29), keepUntil: null }],
        [
          'closed',
          {
            kind: 'events',
            name: 'A01-2023-0001',
            from: toEpochDay(2023, 5, 31),
            keepUntil: toEpochDay(2026, 5, 31),
          },
        ],
        ['open', { kind: 'events', name: 'open', from: null, keepUntil: null }],
        ['file', { kind: 'evidence', name: 'photo.png', from: today, keepUntil: null }],
        ['answer', { kind: 'answers', name: 'answer', from: today, keepUntil: null }],
      ]),
    );
  });

  it('deletes for good just what was chosen, rows and snapshots included', async () => {
    const { store, blocks, tools, shelf } = await openBench();
    succeed(await takeSnapshot(store, blocks, shelf, 1));
    const chosen = [
      { kind: 'datasets', id: 'd' },
      { kind: 'evidence', id: 'file' },
    ] as const;
    expect(succeed(await deleteKept(tools, chosen))).toBe(2);
    expect(succeed(await blocks.datasets())).toEqual([]);
    expect(succeed(await readKeptThings(store)).map(({ id }) => id)).toEqual(['closed', 'open', 'answer']);
    expect(succeed(await store.all('coding'))).toEqual([]);
    expect((await listSnapshots(shelf)).map(({ at }) => at === 1)).toEqual([false]);
    expect((await shelf.list()).filter((name) => name.startsWith('blocks-'))).toEqual([]);
    for (;;) if (succeed(await store.undo()) === null) break;
    expect(succeed(await store.get('dataset', 'd'))).toBeNull();
    const [act] = succeed(await store.history());
    expect(act).toMatchObject({ label: { code: 'eraseDue', params: { n: 2 } }, undoable: false });
  });
});
