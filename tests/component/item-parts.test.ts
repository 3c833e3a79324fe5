import { describe, expect, it } from 'vitest';
import { decideItem, type ItemCommand, type ItemState } from '../../src/domain/rectification/commands';
import { hindranceOf } from '../../src/domain/rectification/guards';
import { itemStatuses } from '../../src/domain/rectification/item';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { ok } from '../../src/kernel/result';
import { by, day, itemIn, noon, only, run } from '../unit/domain/rectification/support';
import ItemParts from './support/ItemParts.svelte';
import { act, enter, press, setup } from './support/setup';

const today = '2026-05-01';
const blocked: readonly Parameters<typeof run>[1][number][] = [
  [{ kind: 'addMilestone', id: 'i', title: '排班试行', due: day('2026-03-15') }, by('王芳', '2026-03-03')],
  [{ kind: 'addBlocker', id: 'i', text: '等系统改造' }, by('王芳', '2026-03-04')],
];
/** Refusals that say "not in this status" or "no longer": what a control must not lead to. */
const shut = new Set(['item-wrong-status', 'item-closed', 'item-plan-locked', 'item-due-locked', 'item-watch-over']);

function show(state: ItemState, date = today) {
  const item = only(state);
  const refused: string[] = [];
  const asked: ItemCommand[] = [];
  const take = (command: ItemCommand) => {
    asked.push(command);
    const decided = decideItem(state, command, by('王芳', date));
    if (!decided.ok) refused.push(`${command.kind}: ${decided.failure.code}`);
    return Promise.resolve(decided.ok ? ok(null) : decided);
  };
  const quality = { doItem: take, today: day(date), now: noon(date), eventList: [] };
  const view = setup(ItemParts, { item, quality, workbench: { taxonomy: defaultTaxonomy } });
  const part = (name: string): HTMLElement => view.target.querySelector(`[data-part=${name}]`) as HTMLElement;
  /** What can be used, by its label. */
  const open = (name: string): string[] =>
    [...part(name).querySelectorAll<HTMLInputElement>('input:not([type=file]), select, textarea, button')]
      .filter((control) => !control.disabled)
      .map((control) => (control.labels?.[0]?.textContent ?? control.textContent).trim().replace(/\s+/g, ' '));
  return { ...view, part, open, refused, asked };
}

describe('the page of a rectification item', () => {
  it('leaves nothing open on a closed item but its benefit and the way back', () => {
    const closed = show(itemIn('closed'));
    expect(closed.open('steps')).toEqual(['Reopen']);
    expect(closed.open('plan')).toEqual([
      expect.stringMatching(/^Benefit \(yuan a year\)/),
      expect.stringMatching(/^Benefit confirmed/),
    ]);
    expect([closed.open('work'), closed.open('verdict')]).toEqual([[], []]);
  });

  it('offers no way back once the watch is over, and none from a cancelled item', () => {
    expect(hindranceOf(only(itemIn('closed')), day('2026-07-24'))).toBe('closed');
    expect(hindranceOf(only(itemIn('closed')), day('2026-07-25'))).toBe('watchOver');
    expect(show(itemIn('closed'), '2026-07-25').open('steps')).toEqual([]);
    const cancelled = show(itemIn('cancelled'));
    expect(['steps', 'plan', 'work', 'verdict'].flatMap(cancelled.open)).toEqual([]);
  });

  it('shows every link of an item in order, changes one and leaves the others, and says which are counted', async () => {
    const links = ['G2.2.1', 'G3.2.1', 'G2.3.7'];
    const rate = { test: 'rate', direction: 'lower', baselineValue: 9, target: 6 } as const;
    const windows = { baselineFrom: day('2026-01-01'), baselineTo: day('2026-02-28') };
    const drawn = run(itemIn('draft'), [
      [{ kind: 'edit', id: 'i', details: { links, ...rate, ...windows } }, by('王芳', '2026-03-01')],
    ]).state;
    const { part, asked } = show(drawn);
    const chips = [...part('plan').querySelectorAll('li')];
    expect(chips.map(({ textContent }) => textContent.trim().split(' ')[0])).toEqual(links);
    act(() => chips[1].querySelector('button')?.click());
    const picker = part('plan').querySelector<HTMLInputElement>('input[role=combobox]');
    if (!picker) throw new Error('no picker');
    act(() => {
      picker.value = 'G1.1.1';
      picker.dispatchEvent(new Event('input', { bubbles: true }));
    });
    press(picker, 'Enter');
    await Promise.resolve();
    expect(asked.map((command) => (command.kind === 'edit' ? command.details.links : null))).toEqual([
      ['G2.2.1', 'G2.3.7'],
      ['G2.2.1', 'G2.3.7', 'G1.1.1'],
    ]);
    const counted = { ...only(drawn), afterFrom: day('2026-03-20') };
    const said = show({ ...drawn, items: new Map([['i', counted]]) }).part('verdict').textContent;
    for (const link of links) expect(said).toContain(link);
    expect(said).toContain('all outlets');
  });

  it.each(itemStatuses)('offers nothing in "%s" that the guards refuse for the status', (status) => {
    const state = status === 'inProgress' ? run(itemIn(status), blocked).state : itemIn(status);
    const { part, asked, refused } = show(state);
    for (const name of ['plan', 'work', 'steps']) {
      for (const field of part(name).querySelectorAll<HTMLInputElement>(
        'input:not([type=file]):not([role=combobox])',
      )) {
        if (field.disabled) continue;
        if (field.type === 'checkbox') act(() => field.click());
        else enter(field, field.value === '' ? '2026-06-01' : `${field.value}1`);
      }
      for (const select of part(name).querySelectorAll<HTMLSelectElement>('select:not([disabled])')) {
        act(() => {
          select.selectedIndex = select.options.length - 1;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        });
      }
    }
    for (let index = 0; ; index++) {
      const buttons = part('steps').querySelectorAll<HTMLButtonElement>('.row:first-of-type > button:not([disabled])');
      if (index >= buttons.length) break;
      act(() => buttons[index].click());
      const form = part('steps').querySelector('form');
      if (form) act(() => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    }
    for (const form of part('work').querySelectorAll('form')) {
      act(() => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    }
    expect(asked.length > 0).toBe(status !== 'cancelled');
    expect(refused.filter((line) => shut.has(line.split(': ')[1]))).toEqual([]);
  });
});
