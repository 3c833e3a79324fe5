import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { formatStamp } from '../../../src/store/clock';
import { isDeleted, view } from '../../../src/store/store';
import type { IncomingFile } from '../../../src/store/merge-types';
import type { Json, RecordKind, StoredRecord } from '../../../src/store/types';
import { digestOf, everything, exportFrom, mergeInto, openComputer, read, succeed } from './support/bundles';
import type { Computer } from './support/bundles';
import { change, freshFactory } from './support/open';

/** A store of the fake database, whose requests can be made to fail. */
type FakeStore = IDBObjectStore & {
  readonly transaction: {
    _execRequestAsync(request: { operation: () => unknown; source: unknown }): IDBRequest<IDBValidKey>;
  };
};

const label = { code: 'rename' };
const day = 86_400_000;
const start = Date.UTC(2026, 5, 1);

/** A computer whose clock is set by hand. */
async function computerAt(replica: string, clock: { now: number }, factory?: IDBFactory): Promise<Computer> {
  return openComputer({ replica, now: () => clock.now }, factory);
}

async function set(
  computer: Computer,
  id: string,
  field: string,
  value: Json,
  kind: RecordKind = 'project',
): Promise<void> {
  succeed(await computer.store.commit([change(kind, id, field, value)], label));
}

async function fileOf(computer: Computer, fileName = 'a.dmaic', now = start): Promise<IncomingFile> {
  return read((await exportFrom(computer, undefined, now)).bytes, fileName);
}

async function valueOf(computer: Computer, id: string, field: string): Promise<Json | undefined> {
  const record = succeed(await computer.store.get('project', id));
  return record ? view(record)[field] : undefined;
}

/** Two computers that hold the same project, made on the first. */
async function pair(): Promise<{ a: Computer; b: Computer; clockA: { now: number }; clockB: { now: number } }> {
  const [clockA, clockB] = [{ now: start }, { now: start }];
  const a = await computerAt('aaa', clockA);
  const b = await computerAt('bbb', clockB);
  await set(a, 'p', 'name', 'first');
  await mergeInto(b, [await fileOf(a)]);
  return { a, b, clockA, clockB };
}

describe('merging', () => {
  it('keeps what both entered, field by field, and tells what was added, updated and the same', async () => {
    const { a, b } = await pair();
    await set(a, 'p', 'goal', 'by a');
    await set(b, 'p', 'owner', 'by b');
    await set(b, 'q', 'name', 'new');
    const { lines, conflicts } = await mergeInto(a, [await fileOf(b, '城关.dmaic')]);
    expect(lines).toMatchObject([{ fileName: '城关.dmaic', added: 1, updated: 1, same: 0, conflicts: 0 }]);
    expect(conflicts).toEqual([]);
    expect(await valueOf(a, 'p', 'goal')).toBe('by a');
    expect(await valueOf(a, 'p', 'owner')).toBe('by b');
  });

  it('changes nothing when a file comes twice', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'second');
    const file = await fileOf(b);
    await mergeInto(a, [file]);
    const before = await digestOf(a);
    const { lines, plan } = await mergeInto(a, [file, file]);
    expect(lines.map(({ same, added, updated }) => [same, added, updated])).toEqual([
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(plan.after).toEqual([]);
    expect(await digestOf(a)).toBe(before);
  });

  it('lists a field that two people changed unseen, keeps the later value, and gives the other back', async () => {
    const { a, b, clockB } = await pair();
    clockB.now += day;
    await set(a, 'p', 'name', 'earlier');
    await set(b, 'p', 'name', 'later');
    const { conflicts } = await mergeInto(a, [await fileOf(b)]);
    expect(conflicts).toMatchObject([
      { kind: 'project', id: 'p', field: 'name', kept: { value: 'later' }, other: { value: 'earlier' } },
    ]);
    expect(await valueOf(a, 'p', 'name')).toBe('later');
    await set(a, 'p', 'name', conflicts[0].other.value);
    expect(await valueOf(a, 'p', 'name')).toBe('earlier');
    await mergeInto(b, [await fileOf(a)]);
    expect(await valueOf(b, 'p', 'name')).toBe('earlier');
    await mergeInto(a, [await fileOf(b)]);
    expect(await digestOf(a)).toBe(await digestOf(b));
  });

  it('does not list what was replaced knowingly', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'second');
    expect((await mergeInto(a, [await fileOf(b)])).conflicts).toEqual([]);
    await set(a, 'p', 'name', 'third');
    expect((await mergeInto(b, [await fileOf(a)])).conflicts).toEqual([]);
    expect(await valueOf(b, 'p', 'name')).toBe('third');
  });

  it('puts fields that a person has to decide first', async () => {
    const { a, b, clockB } = await pair();
    clockB.now += day;
    for (const field of ['name', 'status']) await set(a, 'p', field, 'a');
    for (const field of ['name', 'status']) await set(b, 'p', field, 'b');
    const { conflicts } = await mergeInto(a, [await fileOf(b)]);
    expect(conflicts.map(({ field }) => field)).toEqual(['status', 'name']);
  });

  it('B05 keeps what somebody went on editing while another deleted it', async () => {
    const { a, b, clockB } = await pair();
    clockB.now += day;
    await set(a, 'p', 'deleted', true);
    await set(b, 'p', 'name', 'still at work');
    const { conflicts } = await mergeInto(a, [await fileOf(b)]);
    expect(conflicts).toMatchObject([{ field: 'deleted', kept: { value: false }, other: { value: true } }]);
    expect(await valueOf(a, 'p', 'name')).toBe('still at work');
    await mergeInto(b, [await fileOf(a)]);
    expect(await digestOf(a)).toBe(await digestOf(b));
    await set(a, 'p', 'deleted', true);
    expect(succeed(await a.store.get('project', 'p'))).toBeNull();
  });

  it('B05 lists an edit from before a deletion that did not know of it', async () => {
    const { a, b, clockA } = await pair();
    clockA.now += day;
    await set(b, 'p', 'name', 'before');
    await set(a, 'p', 'deleted', true);
    const { conflicts } = await mergeInto(a, [await fileOf(b)]);
    expect(conflicts.map(({ field, kept }) => [field, kept.value])).toEqual([['deleted', true]]);
    expect(isDeleted(succeed(await a.store.all('project', { deleted: true }))[0])).toBe(true);
  });

  it('B05 has nothing to tell when both deleted', async () => {
    const { a, b } = await pair();
    await set(a, 'p', 'deleted', true);
    await set(b, 'p', 'deleted', true);
    expect((await mergeInto(a, [await fileOf(b)])).conflicts).toEqual([]);
    expect(succeed(await a.store.get('project', 'p'))).toBeNull();
  });

  it('B05 brings back what was made again after both knew of the deletion', async () => {
    const { a, b } = await pair();
    await set(a, 'p', 'deleted', true);
    await mergeInto(b, [await fileOf(a)]);
    await set(b, 'p', 'deleted', false);
    expect((await mergeInto(a, [await fileOf(b)])).conflicts).toEqual([]);
    expect(await valueOf(a, 'p', 'name')).toBe('first');
  });

  it('leaves the settings of this computer alone, unless a backup comes back', async () => {
    const { a, b } = await pair();
    await set(b, 'workbench', 'taxonomyId', 'other', 'setting');
    await mergeInto(a, [await fileOf(b)]);
    expect(succeed(await a.store.all('setting'))).toEqual([]);
    await mergeInto(a, [await read((await exportFrom(b, everything)).bytes)]);
    expect(succeed(await a.store.all('setting'))).toHaveLength(1);
  });

  it('refuses a plan that an act has overtaken', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'b');
    const plan = succeed(await a.store.planMerge([await fileOf(b)]));
    await set(a, 'p', 'goal', 'meanwhile');
    const result = await a.store.applyMerge(plan);
    expect(result.ok || result.failure.code).toBe('merge-outdated');
  });

  it('changes nothing when it is cancelled', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'b');
    const plan = succeed(await a.store.planMerge([await fileOf(b)]));
    const before = await digestOf(a);
    const signal = AbortSignal.abort();
    await expect(a.store.applyMerge(plan, { signal })).rejects.toThrow();
    expect(await digestOf(a)).toBe(before);
    expect(succeed(await a.store.merges())).toEqual([]);
  });
});

describe('taking a merge back', () => {
  it('B11 restores what was there before', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'b');
    await set(b, 'q', 'name', 'b');
    const before = await digestOf(a);
    const counts = succeed(await a.store.state())?.counts;
    await mergeInto(a, [await fileOf(b)]);
    expect(await digestOf(a)).not.toBe(before);
    expect(await a.store.canUndoMerge()).toBe(true);
    expect(succeed(await a.store.undoMerge()).undone).toBe(true);
    expect(await digestOf(a)).toBe(before);
    expect(succeed(await a.store.state())?.counts).toEqual(counts);
    expect(await a.store.canUndoMerge()).toBe(false);
    const again = await a.store.undoMerge();
    expect(again.ok || again.failure.code).toBe('merge-unknown');
  });

  it('B11 knows of the senders what it knew before', async () => {
    const { a, b } = await pair();
    const known = succeed(await a.store.peers());
    await set(b, 'p', 'name', 'b');
    await mergeInto(a, [await fileOf(b, 'branch', start + day)]);
    expect(succeed(await a.store.peers())).not.toEqual(known);
    succeed(await a.store.undoMerge());
    expect(succeed(await a.store.peers())).toEqual(known);
  });

  it('of many records is heard by who watches them, and is taken back whole', async () => {
    const { a, b } = await pair();
    const before = await digestOf(a);
    const changes = Array.from({ length: 150 }, (_, n) => change('event', `e${n}`, 'text', `t${n}`));
    succeed(await b.store.commit(changes, { code: 'rename' }));
    const counts: number[] = [];
    const stop = a.store.observe(['event'], (records) => counts.push(records.length));
    await vi.waitFor(() => expect(counts).toEqual([0]));
    await mergeInto(a, [await fileOf(b)]);
    await vi.waitFor(() => expect(counts.at(-1)).toBe(150));
    succeed(await a.store.undoMerge());
    await vi.waitFor(() => expect(counts.at(-1)).toBe(0));
    expect(await digestOf(a)).toBe(before);
    stop();
  });

  it('that the disk breaks off leaves nothing, and says why', async () => {
    const { a, b } = await pair();
    const changes = Array.from({ length: 150 }, (_, n) => change('event', `e${n}`, 'text', `t${n}`));
    succeed(await b.store.commit(changes, { code: 'rename' }));
    const plan = succeed(await a.store.planMerge([await fileOf(b)]));
    const before = await digestOf(a);
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
      this: unknown,
      ...row: unknown[]
    ) => IDBRequest<IDBValidKey>;
    let puts = 0;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: FakeStore, ...row) {
      if (this.name !== 'event' || ++puts !== 120) return put.apply(this, row);
      const operation = (): never => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      return this.transaction._execRequestAsync({ operation, source: this });
    });
    const result = await a.store.applyMerge(plan);
    full.mockRestore();
    expect(result.ok || result.failure.code).toBe('storage-full');
    expect(await digestOf(a)).toBe(before);
  });

  it('writes what belongs to it in its own transaction', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'name', 'b');
    const plan = succeed(await a.store.planMerge([await fileOf(b)]));
    const changes = [{ kind: 'setting' as const, id: 's', field: 'held', value: ['X'] }];
    const states: number[] = [];
    a.store.onSaved(({ generation }) => states.push(generation));
    succeed(await a.store.applyMerge(plan, {}, { changes }));
    expect(states).toHaveLength(1);
    expect(succeed(await a.store.get('setting', 's'))?.fields['held'].value).toEqual(['X']);
    expect(succeed(await a.store.state())?.counts['setting']).toBe(1);
    succeed(await a.store.undoMerge());
    expect(succeed(await a.store.get('setting', 's'))?.fields['held'].value).toEqual(['X']);
  });

  it('B11 keeps what was edited here since', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'owner', 'b');
    await mergeInto(a, [await fileOf(b)]);
    await set(a, 'p', 'goal', 'after');
    succeed(await a.store.undoMerge());
    expect(await valueOf(a, 'p', 'owner')).toBeUndefined();
    expect(await valueOf(a, 'p', 'goal')).toBe('after');
    expect(await valueOf(a, 'p', 'name')).toBe('first');
  });

  it('merges the same file again afterwards', async () => {
    const { a, b } = await pair();
    await set(b, 'p', 'owner', 'b');
    const file = await fileOf(b);
    await mergeInto(a, [file]);
    const merged = await digestOf(a);
    succeed(await a.store.undoMerge());
    await mergeInto(a, [file]);
    expect(await digestOf(a)).toBe(merged);
  });
});

describe('clocks', () => {
  it('B03 tells that a clock is ahead; a person here can still overrule it', async () => {
    const { a, b, clockB } = await pair();
    clockB.now = start + 3 * day;
    await set(b, 'p', 'name', 'from the future');
    const { lines } = await mergeInto(a, [await fileOf(b, 'b', clockB.now)]);
    expect(lines[0].notices).toEqual([{ code: 'clock-ahead', params: { hours: 72, fields: 1 } }]);
    await set(a, 'p', 'name', 'now');
    expect(await valueOf(a, 'p', 'name')).toBe('now');
    await mergeInto(a, [await fileOf(b, 'b', clockB.now)]);
    expect(await valueOf(a, 'p', 'name')).toBe('now');
  });

  it.each([
    ['1970', 0],
    ['9999', Date.UTC(9999, 0, 1)],
  ])('B03 refuses a file of a clock that shows %s, whole', async (_, now) => {
    const { a, b, clockB } = await pair();
    const other = await computerAt('ccc', { now });
    await set(other, 'x', 'name', 'x');
    clockB.now += 1;
    await set(b, 'p', 'name', 'fine');
    const before = succeed(await a.store.countRecords());
    const { lines } = await mergeInto(a, [await fileOf(other, 'bad', now), await fileOf(b)]);
    expect(lines.map(({ failure }) => failure?.code)).toEqual(['bundle-clock', undefined]);
    expect(succeed(await a.store.countRecords())).toEqual(before);
    expect(await valueOf(a, 'p', 'name')).toBe('fine');
  });
});

/** The whole database under another name, as a copied profile holds it. */
async function cloneOf(computer: Computer, clock: { now: number }): Promise<Computer> {
  const { state, records } = succeed(await computer.store.readEverything());
  const clone = await computerAt(state.replica, clock, freshFactory());
  const changes = records.flatMap(({ kind, id, fields }) =>
    Object.entries(fields).map(([field, { value }]) => change(kind, id, field, value)),
  );
  if (changes.length > 0) succeed(await clone.store.commit(changes, label));
  const { replica, clock: known, exports } = state;
  succeed(await clone.store.updateState((own) => ({ ...own, replica, clock: known, exports })));
  return clone;
}

describe('cloned laptops', () => {
  it('B04 are told apart by the head office, take new names, and lose nothing', async () => {
    const clock = { now: start };
    const a = await computerAt('same', clock);
    await set(a, 'p', 'name', 'image');
    await fileOf(a);
    clock.now += 1_000;
    const b = await cloneOf(a, clock);
    await set(a, 'p', 'goal', 'by a');
    await set(b, 'p', 'owner', 'by b');
    const office = await computerAt('office', clock);
    const [fileA, fileB] = [await fileOf(a, 'A', clock.now), await fileOf(b, 'B', clock.now)];

    await mergeInto(office, [fileA]);
    const { lines } = await mergeInto(office, [fileB]);
    expect(lines[0].notices.map(({ code }) => code)).toEqual(['identity-shared']);
    expect(await valueOf(office, 'p', 'goal')).toBe('by a');
    expect(await valueOf(office, 'p', 'owner')).toBe('by b');

    const back = await fileOf(office, 'office', clock.now);
    await mergeInto(a, [back]);
    await mergeInto(b, [back]);
    const replicas = [a, b].map(async ({ store }) => succeed(await store.state())?.replica);
    const [ra, rb] = await Promise.all(replicas);
    expect(new Set([ra, rb, 'same']).size).toBe(3);
    expect(await valueOf(a, 'p', 'owner')).toBe('by b');
    expect(await digestOf(a)).toBe(await digestOf(b));
  });

  it('B04 have a field that both edited listed, whichever file comes first, and lose neither value', async () => {
    for (const order of ['AB', 'BA', 'together']) {
      const clock = { now: start };
      const a = await computerAt('same', clock);
      await set(a, 'p', 'name', 'image');
      await fileOf(a);
      clock.now += 1_000;
      const b = await cloneOf(a, clock);
      await set(a, 'p', 'status', 'closed');
      clock.now += 1_000;
      await set(b, 'p', 'status', 'open');
      const office = await computerAt('office', clock);
      const files = [await fileOf(a, 'A', clock.now), await fileOf(b, 'B', clock.now)];
      if (order === 'BA') files.reverse();
      const merges = order === 'together' ? [await mergeInto(office, files)] : [];
      if (order !== 'together') for (const file of files) merges.push(await mergeInto(office, [file]));
      const conflicts = merges.flatMap((merge) => merge.conflicts);
      expect(conflicts.map(({ field, kept, other }) => [field, kept.value, other.value])).toEqual([
        ['status', 'open', 'closed'],
      ]);
    }
  });

  it('B04 are noticed within one delivery too', async () => {
    const clock = { now: start };
    const a = await computerAt('same', clock);
    const b = await computerAt('same', clock);
    for (const computer of [a, b]) await set(computer, 'p', 'name', 'x');
    const office = await computerAt('office', clock);
    const { lines } = await mergeInto(office, [await fileOf(a, 'A'), await fileOf(b, 'B')]);
    expect(lines.map(({ notices }) => notices.map(({ code }) => code))).toEqual([
      ['identity-shared'],
      ['identity-shared'],
    ]);
  });

  it('B04 are noticed by the clone itself', async () => {
    const clock = { now: start };
    const a = await computerAt('same', clock);
    await set(a, 'p', 'name', 'a');
    const b = await computerAt('same', clock);
    const { lines } = await mergeInto(b, [await fileOf(a)]);
    expect(lines[0].notices.map(({ code }) => code)).toEqual(['identity-renewed']);
    expect(succeed(await b.store.state())?.replica).not.toBe('same');
  });

  it('are not suspected when one computer sends file after file, in any order', async () => {
    const { a, b } = await pair();
    const files = [await fileOf(b), await fileOf(b), await fileOf(b)];
    await set(b, 'p', 'name', 'n');
    files.push(await fileOf(b));
    for (const index of [1, 3, 0, 2, 1]) {
      expect((await mergeInto(a, [files[index]])).lines[0].notices).toEqual([]);
    }
    expect((await mergeInto(b, [files[2]])).lines[0].notices).toEqual([]);
  });
});

describe('notices', () => {
  it('tells of kinds that this build does not know', async () => {
    const { a, b } = await pair();
    const file = await fileOf(b);
    const stamp = formatStamp({ ms: start, counter: 0, replica: 'bbb' });
    const foreign = { id: 'z', kind: 'novelty', fields: { x: { value: 1, stamp } } } as unknown as StoredRecord;
    const { lines } = await mergeInto(a, [{ ...file, records: [...file.records, foreign] }]);
    expect(lines[0].notices).toEqual([{ code: 'kinds-unknown', params: { n: 1 } }]);
  });

  it('tells of codes that nobody here knows', async () => {
    const { a, b } = await pair();
    const plan = succeed(
      await a.store.planMerge([await fileOf(b)], { findUnknownCodes: (records) => records.map(({ id }) => id) }),
    );
    expect(plan.lines[0].notices).toEqual([
      { code: 'codes-unknown', params: { n: 1, codes: { as: 'list', items: ['p'] } } },
    ]);
  });
});
