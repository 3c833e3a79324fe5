import { beforeEach, describe, expect, it } from 'vitest';
import { keepLastWords, localPlace, speakLastWords } from '../../src/app/last-words';
import { fail } from '../../src/kernel/result';
import type { Store } from '../../src/store/store';
import type { Change } from '../../src/store/types';
import { exportFrom, mergeInto, openComputer, read, succeed } from '../unit/store/support/bundles';
import { change, freshFactory, openTestStore } from '../unit/store/support/open';

type Workbench = Parameters<typeof keepLastWords>[0];

/** A tab whose commits are under way and never end, such as one that is closed. */
function tabOn(store: Store, underWay: readonly Change[]): Workbench {
  const commit: Workbench['commit'] = async (changes, label) => {
    const saved = await store.commit(changes, label);
    return saved.ok ? { ok: true, value: null } : saved;
  };
  return { store, underWay, commit, onSettled: () => undefined };
}

function leave(workbench: Workbench): void {
  const stop = keepLastWords(workbench, window, localPlace(localStorage));
  window.dispatchEvent(new Event('pagehide'));
  stop();
}

async function valueOf(store: Store, id: string, field: string): Promise<unknown> {
  return succeed(await store.get('project', id))?.fields[field]?.value ?? null;
}

/** The clock goes on by more than a millisecond. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('S20 what was being saved when tabs were closed', () => {
  let store: Store;
  beforeEach(async () => {
    localStorage.clear();
    store = await openTestStore(freshFactory());
  });

  it('is done for every tab that was closed, and once', async () => {
    leave(tabOn(store, [change('project', 'p', 'name', 'of one tab')]));
    leave(tabOn(store, [change('project', 'p', 'goal', 'of another'), change('project', 'q', 'name', 'new')]));
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBe('of one tab');
    expect(await valueOf(store, 'p', 'goal')).toBe('of another');
    expect(await valueOf(store, 'q', 'name')).toBe('new');
    expect(localStorage.length).toBe(0);
    const { generation } = succeed(await store.state()) ?? {};
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(succeed(await store.state())?.generation).toBe(generation);
  });

  it('of one field, is that of the tab closed last; what was changed since stays', async () => {
    const note = (at: number, value: string): string =>
      JSON.stringify({ installId: store.installId, at, changes: [change('project', 'p', 'name', value)] });
    const now = Date.now();
    localStorage.setItem('service-quality-workbench.last-words.z', note(now + 50, 'earlier'));
    localStorage.setItem('service-quality-workbench.last-words.a', note(now + 100, 'later'));
    // An older build had one key for all tabs.
    localStorage.setItem('service-quality-workbench.last-words', note(now - 9_000, 'long ago'));
    localStorage.setItem('service-quality-workbench.other', 'kept');
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBe('later');
    expect(Object.keys(localStorage)).toEqual(['service-quality-workbench.other']);
    localStorage.setItem('service-quality-workbench.last-words.b', note(now - 9_000, 'overtaken'));
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBe('later');
  });

  it('of another database, or not readable, is dropped', async () => {
    localStorage.setItem('service-quality-workbench.last-words.a', '{');
    localStorage.setItem(
      'service-quality-workbench.last-words.b',
      JSON.stringify({ installId: 'another', at: 0, changes: [change('project', 'p', 'name', 'x')] }),
    );
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  describe('where stamps are ahead of the clock', () => {
    const hour = 3_600_000;
    const ahead = { now: () => Date.now() + 3 * hour };

    /** A computer that merged a field from one whose clock is three hours ahead. */
    async function merged(): Promise<Store> {
      const fast = await openComputer(ahead);
      succeed(await fast.store.commit([change('project', 'p', 'name', 'of the fast clock')], { code: 'rename' }));
      const file = await read((await exportFrom(fast)).bytes);
      const own = await openComputer();
      await mergeInto(own, [file]);
      return own.store;
    }

    it('is done though the field bears a merged stamp of later', async () => {
      const own = await merged();
      expect(await valueOf(own, 'p', 'name')).toBe('of the fast clock');
      await pause();
      leave(tabOn(own, [change('project', 'p', 'name', 'typed last')]));
      await speakLastWords(tabOn(own, []), localPlace(localStorage));
      expect(await valueOf(own, 'p', 'name')).toBe('typed last');
      expect(localStorage.length).toBe(0);
    });

    it('is done though this computer was ahead itself when the field was set', async () => {
      const factory = freshFactory();
      const early = await openTestStore(factory, ahead);
      succeed(await early.commit([change('project', 'p', 'name', 'set while ahead')], { code: 'rename' }));
      const own = await openTestStore(factory);
      const stop = keepLastWords(
        tabOn(own, [change('project', 'p', 'name', 'typed last')]),
        window,
        localPlace(localStorage),
      );
      await pause();
      window.dispatchEvent(new Event('pagehide'));
      stop();
      await speakLastWords(tabOn(own, []), localPlace(localStorage));
      expect(await valueOf(own, 'p', 'name')).toBe('typed last');
    });

    it('gives way to what was done since, here or by a merge', async () => {
      const own = await merged();
      leave(tabOn(own, [change('project', 'p', 'name', 'typed'), change('project', 'p', 'goal', 'typed too')]));
      await pause();
      succeed(await own.commit([change('project', 'p', 'name', 'of another tab')], { code: 'rename' }));
      await speakLastWords(tabOn(own, []), localPlace(localStorage));
      expect(await valueOf(own, 'p', 'name')).toBe('of another tab');
      expect(await valueOf(own, 'p', 'goal')).toBe('typed too');
      leave(tabOn(own, [change('project', 'p', 'name', 'typed')]));
      await pause();
      const fast = await openComputer(ahead);
      succeed(await fast.store.commit([change('project', 'p', 'name', 'later')], { code: 'rename' }));
      await mergeInto({ store: own } as Parameters<typeof mergeInto>[0], [await read((await exportFrom(fast)).bytes)]);
      await speakLastWords(tabOn(own, []), localPlace(localStorage));
      expect(await valueOf(own, 'p', 'name')).toBe('later');
    });
  });

  it('is not lost where the first of two changes under way was done just after the page went', async () => {
    const both = ['one', 'two'].map((value) => change('project', 'p', 'name', value));
    leave(tabOn(store, both));
    await pause();
    succeed(await store.commit([both[0]], { code: 'rename' }));
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBe('two');
  });

  it('does not come back where the record was erased since', async () => {
    succeed(await store.commit([change('event', 'e', 'title', 'complaint')], { code: 'rename' }));
    leave(tabOn(store, [change('event', 'e', 'title', 'complaint of Wang')]));
    const records = [{ kind: 'event', id: 'e' }] as const;
    succeed(await store.erase({ records, changes: [], label: { code: 'erase' } }));
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    const record = succeed(await store.get('event', 'e', { deleted: true }));
    expect(Object.keys(record?.fields ?? {})).not.toContain('title');
    expect(localStorage.length).toBe(0);
  });

  it('is kept until it has been done, and not tried again if it cannot be', async () => {
    leave(tabOn(store, [change('project', 'p', 'name', 'typed')]));
    const full: Workbench = { ...tabOn(store, []), commit: async () => fail('storage-full') };
    await speakLastWords(full, localPlace(localStorage));
    expect(localStorage.length).toBe(1);
    const broken: Workbench = { ...tabOn(store, []), commit: () => Promise.reject(new RangeError('a mistake')) };
    await speakLastWords(tabOn(store, []), localPlace(localStorage));
    expect(await valueOf(store, 'p', 'name')).toBe('typed');
    leave(tabOn(store, [change('project', 'p', 'name', 'other')]));
    await expect(speakLastWords(broken, localPlace(localStorage))).rejects.toThrow('a mistake');
    expect(localStorage.length).toBe(0);
  });
});
