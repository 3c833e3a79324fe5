import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../../src/i18n/translator';
import { fail, ok } from '../../src/kernel/result';
import StartNotice from '../../src/pages/start/StartNotice.svelte';
import { setup } from './support/setup';

const snapshot = { name: '', installId: '', at: Date.UTC(2026, 5, 1), records: 900, order: 3 };
const problem = { state: 'wiped', failure: null, savedAt: null, acts: 0, counts: [], datasets: [], snapshot };
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
