import { describe, expect, it, vi } from 'vitest';
import Checkbox from '../../src/ui/Checkbox.svelte';
import CheckList from '../../src/ui/CheckList.svelte';
import DateInput from '../../src/ui/DateInput.svelte';
import NumberInput from '../../src/ui/NumberInput.svelte';
import Segmented from '../../src/ui/Segmented.svelte';
import Select from '../../src/ui/Select.svelte';
import TextInput from '../../src/ui/TextInput.svelte';
import { toEpochDay } from '../../src/kernel/dates';
import { act, enter, press, setup } from './support/setup';

describe('TextInput', () => {
  it('ties label, help and error to the field', () => {
    const { find } = setup(TextInput, { label: 'Name', value: 'a', help: 'At most 80', error: 'Too long' });
    const input = find<HTMLInputElement>('input');
    expect(find<HTMLLabelElement>('label').htmlFor).toBe(input.id);
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent?.trim())).toEqual(['At most 80', 'Too long']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('D09 keeps what is being typed when a stored value arrives', () => {
    const onsave = vi.fn();
    const { find, set } = setup(TextInput, { label: 'x', value: 'stored', onsave });
    const input = find<HTMLInputElement>('input');
    input.value = 'half a sen';
    act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    set({ value: 'from another tab' });
    expect(input.value).toBe('half a sen');
    act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(onsave).toHaveBeenLastCalledWith('half a sen');
    set({ value: 'later' });
    expect(input.value).toBe('later');
  });

  it('follows the stored value again after typing that came to nothing', () => {
    const { find, set } = setup(TextInput, { label: 'x', value: 'stored', onsave: vi.fn() });
    const input = find<HTMLInputElement>('input');
    for (const text of ['stored!', 'stored']) {
      input.value = text;
      act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    }
    act(() => void input.dispatchEvent(new Event('blur')));
    set({ value: 'undone' });
    expect(input.value).toBe('undone');
  });

  it('that grows holds one line of text, which Enter ends', () => {
    const onsave = vi.fn();
    const { find } = setup(TextInput, { label: 'x', value: '', grow: true, onsave });
    const input = find<HTMLTextAreaElement>('textarea');
    input.value = 'pasted\r\n  from a letter';
    act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    expect(input.value).toBe('pasted from a letter');
    act(
      () => void input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })),
    );
    expect(onsave).not.toHaveBeenCalled();
    act(
      () => void input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    );
    expect(onsave).toHaveBeenLastCalledWith('pasted from a letter');
  });

  it('follows a change of language', () => {
    const { find, speak } = setup(TextInput, { label: 'x', optional: true });
    expect(find('label').textContent).toContain('optional');
    speak('zh-CN');
    expect(find('label').textContent).toContain('选填');
  });
});

describe('NumberInput', () => {
  it.each([
    ['1,200', 1200],
    ['１２．５', 12.5],
    ['-3e2', -300],
    [' 7 ', 7],
  ])('reads %s as %d', (text, value) => {
    const onsave = vi.fn();
    const { find } = setup(NumberInput, { label: 'n', value: 1, onsave });
    enter(find('input'), text);
    expect(onsave).toHaveBeenLastCalledWith(value);
  });

  it.each([
    ['abc', 'This is not a number. Check it and try again.'],
    ['', 'Enter a number.'],
    ['0', 'It cannot be less than 1.'],
    ['11', 'It cannot be more than 10.'],
  ])('refuses %j, says why and keeps what was typed', (text, sentence) => {
    const onsave = vi.fn();
    const { find } = setup(NumberInput, { label: 'n', value: 3, min: 1, max: 10, onsave });
    enter(find('input'), text);
    expect(onsave).not.toHaveBeenCalled();
    expect(find('.error').textContent?.trim()).toBe(sentence);
    expect(find<HTMLInputElement>('input').value).toBe(text);
  });

  it('steps by arrow keys, inside its bounds and without binary dust', () => {
    const onsave = vi.fn();
    const { find } = setup(NumberInput, { label: 'n', value: 0.2, step: 0.1, max: 0.4, onsave });
    for (let i = 0; i < 3; i++) press(find('input'), 'ArrowUp');
    expect(onsave.mock.calls.map(([value]) => value as number)).toEqual([0.3, 0.4, 0.4]);
  });
});

describe('DateInput', () => {
  it('shows and reads dates year first', () => {
    const onsave = vi.fn();
    const { find } = setup(DateInput, { label: 'd', value: toEpochDay(2024, 3, 5), onsave });
    expect(find<HTMLInputElement>('input.control').value).toBe('2024-03-05');
    enter(find('input.control'), '2024/4/30');
    expect(onsave).toHaveBeenLastCalledWith(toEpochDay(2024, 4, 30));
  });

  it.each(['03/04/2024', '2024-02-30', '2024-13-01', 'soon'])('refuses %s', (text) => {
    const onsave = vi.fn();
    const { find } = setup(DateInput, { label: 'd', value: null, onsave });
    enter(find('input.control'), text);
    expect(onsave).not.toHaveBeenCalled();
    expect(find('.error').textContent).toContain('year first');
  });
});

describe('choices', () => {
  it('keeps the order of the options in a checklist, whatever the order of clicks', () => {
    const onsave = vi.fn();
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
    const { all } = setup(CheckList, { label: 'v', options, values: ['c'], onsave });
    act(() => all('input[type=checkbox]')[0].click());
    expect(onsave).toHaveBeenLastCalledWith(['a', 'c']);
  });

  it('selects only what the search has found', () => {
    const onsave = vi.fn();
    const options = Array.from({ length: 12 }, (_, i) => ({ value: `v${i}`, label: `Value ${i}` }));
    const { find, all } = setup(CheckList, { label: 'v', options, values: [], onsave });
    enter(find('input[type=search]'), 'value 1');
    act(() => all('button')[0].click());
    expect(onsave).toHaveBeenLastCalledWith(['v1', 'v10', 'v11']);
  });

  it('reports the chosen segment and select option', () => {
    const onsegment = vi.fn();
    const segments = setup(Segmented, {
      label: 's',
      options: [
        { value: 'day', label: 'Day' },
        { value: 'week', label: 'Week' },
      ],
      value: 'day',
      onsave: onsegment,
    });
    act(() => segments.all('input[type=radio]')[1].click());
    expect(onsegment).toHaveBeenCalledWith('week');
  });

  it('groups select options under their headings', () => {
    const { all } = setup(Select, {
      label: 's',
      value: 'a',
      options: [
        { value: 'a', label: 'A', group: 'One' },
        { value: 'b', label: 'B', group: 'One' },
        { value: 'c', label: 'C', group: 'Two' },
      ],
    });
    expect(all('optgroup').map((group) => [group.getAttribute('label'), group.children.length])).toEqual([
      ['One', 2],
      ['Two', 1],
    ]);
  });

  it('has a spoken label on a checkbox', () => {
    const onsave = vi.fn();
    const { find } = setup(Checkbox, { label: 'Keep totals', onsave });
    act(() => find<HTMLInputElement>('label input').click());
    expect(onsave).toHaveBeenCalledWith(true);
    expect(find('label').textContent?.trim()).toBe('Keep totals');
  });
});
