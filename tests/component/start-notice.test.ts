import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../../src/i18n/translator';
import { fail, ok } from '../../src/kernel/result';
import StartNotice from '../../src/pages/start/StartNotice.svelte';
import { setup } from './support/setup';

const snapshot = { name: '', installId: '', at: Date.UTC(2026, 5, 1), records: 900, order: 3 };
const problem = {
  ...{ state: 'wiped', failure: null, savedAt: null, acts: 0, counts: [], datasets: [], since: null, snapshot },
  window: null,
};
const translator = createTranslator('en');
const { t } = translator;

function button(label: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label);
}

async function restore(answer: unknown): Promise<{ readonly text: string; readonly ongo: () => void }> {
  const ongo = vi.fn();
  const props = { translator, problem, onreload: vi.fn(), onfile: vi.fn(), ongo, onrestore: async () => answer };
  const { target } = setup(StartNotice, props);
  button(t('start.restore'))?.click();
  await Promise.resolve();
  await Promise.resolve();
  flushSync();
  return { text: target.textContent, ongo };
}

describe('S13 the notice of a loss', () => {
  it('says why nothing could be brought back, and leaves every way open', async () => {
    const { text } = await restore(fail('restore-unreadable', { n: 2 }));
    expect(text).toContain(t('failure.restore-unreadable', { n: 2 }));
    for (const key of ['restore', 'openFile', 'keep'] as const) expect(button(t(`start.${key}`))).toBeDefined();
  });

  it('names what is not back before it goes on', async () => {
    const { text, ongo } = await restore(ok({ snapshot, passedOver: 2, withoutRows: ['Ratings of May'] }));
    expect(text).toContain(t('start.passedOver', { n: 2 }));
    expect(text).toContain(t('start.withoutRows', { name: 'Ratings of May' }));
    expect(button(t('start.restore'))).toBeUndefined();
    expect(button(t('start.openFile'))).toBeDefined();
    expect(ongo).not.toHaveBeenCalled();
    button(t('start.keep'))?.click();
    expect(ongo).toHaveBeenCalledOnce();
  });
});

describe('S03 the notice of a loss', () => {
  function textOf(found: object): string {
    const props = { translator, problem: { ...problem, ...found }, onreload: vi.fn(), ongo: vi.fn() };
    return setup(StartNotice, { ...props, onrestore: vi.fn() }).target.textContent;
  }

  it('says before anything is decided what the snapshot does not bring back', () => {
    const since = snapshot.at;
    const when = new Intl.DateTimeFormat('en', { year: 'numeric' }).format(since);
    const said = (acts: number | null, bound: string): string => textOf({ window: { since, acts, bound } });
    expect(said(41, 'least')).toMatch(new RegExp(`${when}.* still missing, at least 41\\.`));
    expect(said(7, 'most')).toMatch(new RegExp(`${when}.* at most 7\\.`));
    expect(said(0, 'least')).toContain(t('start.window.none'));
    expect(said(null, 'least')).toContain('how many cannot be told');
    expect(textOf({})).not.toContain('missing');
  });

  it('says how many of the latest changes are gone, and since when', () => {
    const text = textOf({ state: 'partial', acts: 12, since: snapshot.at });
    expect(text).toContain(t('start.lostActs', { n: 12 }));
    expect(text).toMatch(/All of them were saved after .*2026/);
    expect(textOf({ state: 'partial' })).not.toContain('All of them');
  });
});
