import { beforeEach, describe, expect, it } from 'vitest';
import { keepLastWords, localPlace, speakLastWords } from '../../src/app/last-words';
import type { Store } from '../../src/store/store';
import type { Change } from '../../src/store/types';
import { succeed } from '../unit/store/support/bundles';
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
});
