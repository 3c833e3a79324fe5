import { beforeEach, describe, expect, it } from 'vitest';
import { beginRestartCheck, readRestartCheck, type PageLocks } from '../../../src/app/restart-check';
import type { Store } from '../../../src/store/open-store';
import { freshFactory, openTestStore } from '../store/support/open';

/** The locks of one browser: those of a page go when the page does. */
class Locks {
  readonly #held = new Set<string>();

  page(): PageLocks & { close: () => void } {
    const own = new Set<string>();
    return {
      request: async (name, _, callback) => {
        if (this.#held.has(name)) return callback(null);
        this.#held.add(name);
        own.add(name);
        const done = callback({ name, mode: 'exclusive' });
        await Promise.race([done, Promise.resolve().then(() => Promise.resolve())]);
        void done.then(() => own.delete(name) && this.#held.delete(name));
        return done;
      },
      close: () => own.forEach((name) => this.#held.delete(name)),
    };
  }
}

function session(): Pick<Storage, 'getItem' | 'setItem'> {
  const values = new Map<string, string>();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

async function begin(store: Store, places: Parameters<typeof beginRestartCheck>[1]): Promise<string> {
  const begun = await beginRestartCheck(store, places, 1_000);
  if (!begun.ok) throw new Error(begun.failure.code);
  return begun.value.token;
}

describe('S19 the check of a restart', () => {
  let store: Store;
  let browser: Locks;
  beforeEach(async () => {
    store = await openTestStore(freshFactory());
    browser = new Locks();
  });

  it('is passed by a page that finds the token when the first one is gone', async () => {
    const first = browser.page();
    const token = await begin(store, { locks: first, session: session() });
    first.close();
    const places = { locks: browser.page(), session: session() };
    expect(await readRestartCheck(store, places, token, 2_000)).toMatchObject({
      state: 'passed',
      check: { begunAt: 1_000, passedAt: 2_000 },
    });
    expect((await readRestartCheck(store, places, null, 3_000)).check?.passedAt).toBe(2_000);
  });

  it('is not passed by another tab beside the first one, nor by a reload', async () => {
    const first = browser.page();
    const kept = session();
    const token = await begin(store, { locks: first, session: kept });
    const second = { locks: browser.page(), session: session() };
    expect((await readRestartCheck(store, second, token)).state).toBe('begun');
    first.close();
    expect((await readRestartCheck(store, { locks: browser.page(), session: kept }, token)).state).toBe('begun');
    expect((await readRestartCheck(store, second, token)).state, 'the reloaded page holds it again').toBe('begun');
  });

  it('is failed where the address names a token that is gone', async () => {
    const token = await begin(store, { locks: browser.page(), session: session() });
    const emptied = await openTestStore(freshFactory());
    const places = { locks: new Locks().page(), session: session() };
    expect((await readRestartCheck(emptied, places, token)).state).toBe('lost');
    expect((await readRestartCheck(emptied, places, null)).state).toBe('none');
  });

  it('takes the word of the person where the browser has no locks', async () => {
    const token = await begin(store, { locks: undefined, session: session() });
    expect((await readRestartCheck(store, { locks: undefined, session: session() }, token)).state).toBe('passed');
  });
});
