import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepSnapshots, type SnapshotTools } from '../../../src/app/keep-snapshots';

type Saved = Parameters<Parameters<typeof keepSnapshots>[0]['onSaved']>[0];

const second = 1_000;
const minute = 60 * second;

/** A tab that saves when told, and whose snapshots are counted; another tab holds the lock while `isHeld`. */
function tab({ hasLocks = true } = {}): { save(): void; readonly taken: () => number; isHeld: boolean } {
  let listener: Saved | null = null;
  let taken = 0;
  const one = {
    isHeld: false,
    save: () => listener?.({} as Parameters<Saved>[0]),
    taken: () => taken,
  };
  const request = async (_: string, __: unknown, run: (lock: object | null) => unknown): Promise<void> => {
    await run(one.isHeld ? null : {});
  };
  const locks = hasLocks ? ({ request } as unknown as SnapshotTools['locks']) : undefined;
  const store = {
    onSaved(callback: Saved) {
      listener = callback;
      return () => undefined;
    },
  };
  keepSnapshots(store, { locks, take: async () => void taken++ });
  return one;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('snapshots are kept', () => {
  it.each([true, false])(
    'at the start, half a minute after the last edit, and every ten minutes (locks: %s)',
    async (hasLocks) => {
      const one = tab({ hasLocks });
      await vi.advanceTimersByTimeAsync(0);
      expect(one.taken()).toBe(1);
      one.save();
      await vi.advanceTimersByTimeAsync(29 * second);
      expect(one.taken()).toBe(1);
      await vi.advanceTimersByTimeAsync(second);
      expect(one.taken()).toBe(2);
      for (let t = 0; t < 21 * minute; t += 20 * second) {
        one.save();
        await vi.advanceTimersByTimeAsync(20 * second);
      }
      expect(one.taken()).toBe(4);
      await vi.advanceTimersByTimeAsync(60 * minute);
      expect(one.taken()).toBe(5);
    },
  );

  it('again soon where another tab was at it, and every ten minutes afterwards', async () => {
    const one = tab();
    await vi.advanceTimersByTimeAsync(0);
    one.save();
    one.isHeld = true;
    await vi.advanceTimersByTimeAsync(31 * second);
    expect(one.taken()).toBe(1);
    one.isHeld = false;
    // What this tab saved while the other had already read is not left out for long.
    await vi.advanceTimersByTimeAsync(30 * second);
    expect(one.taken()).toBe(2);
    for (let t = 0; t < 11 * minute; t += 20 * second) {
      one.save();
      await vi.advanceTimersByTimeAsync(20 * second);
    }
    expect(one.taken()).toBe(3);
  });
});
