import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Workbench } from '../../src/app/workbench.svelte';
import { ok, type Result } from '../../src/kernel/result';
import type { Store } from '../../src/store/open-store';
import type { Act } from '../../src/store/types';
import type { Bridge } from '../../src/worker/bridge';

describe('what the workbench says of saving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A store that answers a commit only when told to. */
  async function open(): Promise<{ workbench: Workbench; answer: () => void }> {
    const waiting: ((done: Result<Act>) => void)[] = [];
    const store = {
      observe: (_: unknown, listen: (records: readonly []) => void) => listen([]),
      nextUndo: () => Promise.resolve({ undo: null, redo: null }),
      state: () => Promise.resolve(ok(null)),
      commit: () => new Promise((done) => waiting.push(done)),
    };
    const workbench = await Workbench.open(store as unknown as Store, {} as Bridge);
    return { workbench, answer: () => waiting.shift()?.(ok({ seq: 1, changes: [] } as unknown as Act)) };
  }

  it('S11 tells of a database that gives no answer, and goes on when it gives one', async () => {
    const { workbench, answer } = await open();
    const first = workbench.commit([], { code: 'import' });
    const second = workbench.commit([], { code: 'import' });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(workbench.saveState).toMatchObject({ saving: true, failure: null, canRetry: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(workbench.saveState).toMatchObject({ failure: { code: 'save-unanswered' }, canRetry: false });

    answer();
    expect(await first).toEqual(ok(null));
    expect(workbench.saveState).toMatchObject({ saving: true, canRetry: false });
    answer();
    expect(await second).toEqual(ok(null));
    expect(workbench.saveState).toMatchObject({ saving: false, failure: null, canRetry: true });
  });
});
