import { describe, expect, it, vi } from 'vitest';
import Combobox from '../../src/ui/Combobox.svelte';
import { act, press, setup } from './support/setup';

const options = Array.from({ length: 300 }, (_, i) => ({
  value: `c${i}`,
  label: `${['受理时间', '投诉渠道', 'Amount'][i % 3]} ${i}`,
  hint: ['date', 'category', 'number'][i % 3],
}));

function open(props: Record<string, unknown> = {}) {
  const onsave = vi.fn();
  const page = setup(Combobox, { label: 'Column', options, value: '', onsave, ...props });
  const input = page.find<HTMLInputElement>('input');
  const type = (text: string): void =>
    act(() => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  return { ...page, input, type, onsave };
}

describe('Combobox', () => {
  it('finds by every word, in label and hint, whatever the width and case of the letters', () => {
    const { type, all } = open();
    type('ＡＭＯＵＮＴ 29');
    expect(all('[role=option] .name').map((item) => item.textContent)).toEqual([
      'Amount 29',
      'Amount 290',
      'Amount 293',
      'Amount 296',
      'Amount 299',
    ]);
    type('category 10');
    expect(all('[role=option]').length).toBeGreaterThan(0);
  });

  it('is worked by keyboard alone', () => {
    const { input, onsave, find } = open();
    press(input, 'ArrowDown');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    press(input, 'ArrowDown');
    press(input, 'ArrowDown');
    const active = input.getAttribute('aria-activedescendant');
    expect(document.getElementById(active ?? '')?.textContent).toContain('Amount 2');
    press(input, 'Enter');
    expect(onsave).toHaveBeenCalledWith('c2');
    expect(input.value).toBe('Amount 2');
    expect(() => find('[role=listbox]')).toThrow();
  });

  it('leaves the choice alone on Escape', () => {
    const { input, type, onsave } = open({ value: 'c4' });
    type('Amount');
    press(input, 'Escape');
    expect(onsave).not.toHaveBeenCalled();
    expect(input.value).toBe('投诉渠道 4');
  });

  it('chooses nothing when emptied, only where that is allowed', () => {
    const strict = open({ value: 'c4' });
    strict.type('');
    expect(strict.onsave).not.toHaveBeenCalled();
  });

  it('can be emptied where the choice is optional', () => {
    const { type, onsave } = open({ value: 'c4', optional: true });
    type('');
    expect(onsave).toHaveBeenCalledWith('');
  });

  it('says so when nothing fits', () => {
    const { type, find } = open();
    type('zzz');
    expect(find('[role=listbox]').textContent).toContain('Nothing found');
  });
});
