import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offerUpdate } from '../../src/app/offer-update';
import { holdUnsaved, workUnderWay, type Work, type WorkLocks } from '../../src/app/unsaved-work';
import { createTranslator } from '../../src/i18n/translator';
import { withWriterLock } from '../../src/store/writer-lock';
import { Toasts } from '../../src/ui/toasts.svelte';

const translator = createTranslator('zh-CN');
const { t } = translator;

/** A page to which a new version is offered while other tabs do what `underWay` says. */
class Page {
  readonly toasts = new Toasts();
  applied = 0;
  work: Work | null;

  constructor(work: Work | null) {
    this.work = work;
    offerUpdate({
      toasts: this.toasts,
      translator: () => translator,
      apply: () => void this.applied++,
      underWay: () => Promise.resolve(this.work),
      everyMs: 100,
    });
  }

  get texts(): readonly string[] {
    return this.toasts.list.map(({ text }) => text);
  }

  /** Presses the button of the message shown, which goes away with that. */
  async press(label: string): Promise<void> {
    const toast = this.toasts.list.find(({ action }) => action?.label === label);
    if (!toast) throw new RangeError(`no message offers: ${label}`);
    this.toasts.dismiss(toast.id);
    toast.action?.run();
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('a new version', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('P03 is let in at once where nothing is under way, and never before it is asked for', async () => {
    const page = new Page(null);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([page.applied, page.texts]).toEqual([0, [t('start.update')]]);
    await page.press(t('start.updateNow'));
    expect([page.applied, page.texts]).toEqual([1, []]);
  });

  it('P03 waits for an import with a file in hand and for what is being written, says so, and follows', async () => {
    const page = new Page('unsaved');
    await page.press(t('start.updateNow'));
    expect([page.applied, page.texts]).toEqual([0, [t('start.updateWaits.unsaved')]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([page.applied, page.texts]).toEqual([0, [t('start.updateWaits.unsaved')]]);
    page.work = 'writing';
    await vi.advanceTimersByTimeAsync(100);
    expect([page.applied, page.texts]).toEqual([0, [t('start.updateWaits.writing')]]);
    page.work = null;
    await vi.advanceTimersByTimeAsync(300);
    expect([page.applied, page.texts]).toEqual([1, []]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.applied).toBe(1);
  });

  it('P03 does not take the moment between an import and its writing for the end', async () => {
    const page = new Page('unsaved');
    await page.press(t('start.updateNow'));
    page.work = null;
    await vi.advanceTimersByTimeAsync(100);
    page.work = 'writing';
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.applied).toBe(0);
  });

  it('P03 is let in all the same by whoever asks a second time', async () => {
    const page = new Page('writing');
    await page.press(t('start.updateNow'));
    await page.press(t('start.updateAnyway'));
    expect([page.applied, page.texts]).toEqual([1, []]);
    page.work = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.applied).toBe(1);
  });

  it('P03 stays out where the message that it waits is dismissed', async () => {
    const page = new Page('unsaved');
    await page.press(t('start.updateNow'));
    for (const { id } of page.toasts.list) page.toasts.dismiss(id);
    page.work = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.applied).toBe(0);
  });
});

describe('work under way', () => {
  /** Shared locks, and exclusive ones that nobody else wants, as all tabs of a browser see them. */
  const held: { readonly name: string }[] = [];
  const locks = {
    request: async (name: string, ...[first, second]: readonly unknown[]): Promise<unknown> => {
      const lock = { name };
      held.push(lock);
      try {
        return await ((second ?? first) as (lock: { name: string }) => unknown)(lock);
      } finally {
        held.splice(held.indexOf(lock), 1);
      }
    },
    query: () => Promise.resolve({ held: [...held] }),
  } as unknown as WorkLocks;

  it('is known in every tab from when a file is in hand until it is let go', async () => {
    expect(await workUnderWay(locks)).toBeNull();
    const [one, two] = [holdUnsaved(locks), holdUnsaved(locks)];
    await vi.waitFor(async () => expect(await workUnderWay(locks)).toBe('unsaved'));
    one();
    expect(await workUnderWay(locks)).toBe('unsaved');
    two();
    await vi.waitFor(async () => expect(await workUnderWay(locks)).toBeNull());
  });

  it('is known while rows are written', async () => {
    await withWriterLock(async () => expect(await workUnderWay(locks)).toBe('writing'), { locks });
    expect(await workUnderWay(locks)).toBeNull();
  });

  it('is none where the browser has no locks', async () => {
    holdUnsaved(undefined)();
    const none = { ...locks, query: () => Promise.resolve({}) };
    expect(await workUnderWay(none)).toBeNull();
  });
});
