import { describe, expect, it, vi } from 'vitest';
import { autoLockLimits, watchForAbsence, type LockChannel, type LockNews } from '../../../src/app/auto-lock';

const minute = 60_000;

/** A page of which only the clock, the events and the visibility exist. */
function setup() {
  const listeners = new Map<string, () => void>();
  const told: LockNews[] = [];
  const channel: LockChannel = { postMessage: (news) => told.push(news), onmessage: null, close: () => undefined };
  const document = {
    hidden: false,
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
    removeEventListener: (name: string) => listeners.delete(name),
  };
  let check: (() => void) | null = null;
  const view = {
    document,
    setInterval: (run: () => void) => ((check = run), 1),
    clearInterval: () => (check = null),
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
    removeEventListener: (name: string) => listeners.delete(name),
  };
  let time = 1_000_000;
  const lock = vi.fn();
  watchForAbsence(view as never, channel, lock, () => time);
  return {
    lock,
    told,
    /** Timers run every five seconds, as in a page that is awake. */
    pass: (ms: number) => {
      for (const end = time + ms; time < end; check?.()) time = Math.min(end, time + 5_000);
    },
    sleep: (ms: number) => void (time += ms),
    sign: () => listeners.get('keydown')?.(),
    hear: (news: LockNews) => channel.onmessage?.({ data: news }),
    hide: (hidden: boolean) => {
      document.hidden = hidden;
      listeners.get('visibilitychange')?.();
    },
    isWatching: () => check !== null,
  };
}

describe('C02 the watch for absence', () => {
  it('locks after ten minutes without a sign, and tells the other tabs once', () => {
    const page = setup();
    page.pass(autoLockLimits.idleMs - 5_000);
    expect(page.lock).not.toHaveBeenCalled();
    page.pass(10_000);
    expect(page.lock.mock.calls).toEqual([[false]]);
    expect(page.told).toEqual(['lock']);
    page.pass(20 * minute);
    expect(page.lock).toHaveBeenCalledTimes(1);
    expect(page.isWatching()).toBe(false);
  });

  it('begins anew with every sign, here or in another tab', () => {
    const page = setup();
    page.pass(9 * minute);
    page.sign();
    page.pass(9 * minute);
    page.hear('active');
    page.pass(9 * minute);
    expect(page.lock).not.toHaveBeenCalled();
    expect(page.told).toEqual(['active']);
  });

  it('locks a hidden page after five minutes unless somebody is in another tab', () => {
    const page = setup();
    page.hide(true);
    page.pass(4 * minute);
    page.hear('active');
    page.pass(4 * minute);
    expect(page.lock).not.toHaveBeenCalled();
    page.pass(2 * minute);
    expect(page.lock).toHaveBeenCalledTimes(1);
  });

  it('does not count time in view as hidden', () => {
    const page = setup();
    page.hide(true);
    page.pass(4 * minute);
    page.hide(false);
    page.pass(4 * minute);
    page.hide(true);
    page.pass(1 * minute);
    expect(page.lock).not.toHaveBeenCalled();
  });

  it('locks a computer that slept, although a key woke it', () => {
    const page = setup();
    page.sleep(11 * minute);
    page.sign();
    expect(page.lock).toHaveBeenCalledTimes(1);
  });

  it('follows another tab without telling it back', () => {
    const page = setup();
    page.hear('lock');
    expect(page.lock.mock.calls).toEqual([[true]]);
    expect(page.told).toEqual([]);
  });
});
