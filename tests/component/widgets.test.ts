import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import Button from '../../src/ui/Button.svelte';
import CommandPalette from '../../src/ui/CommandPalette.svelte';
import Dialog from '../../src/ui/Dialog.svelte';
import FileDrop from '../../src/ui/FileDrop.svelte';
import Menu from '../../src/ui/Menu.svelte';
import Progress from '../../src/ui/Progress.svelte';
import SimpleTable from '../../src/ui/SimpleTable.svelte';
import Tabs from '../../src/ui/Tabs.svelte';
import { act, press, setup } from './support/setup';

const text = (words: string) => createRawSnippet(() => ({ render: () => `<p>${words}</p>` }));

describe('Dialog', () => {
  it('is modal, named by its title, and reports its closing', () => {
    const onclose = vi.fn();
    const { find } = setup(Dialog, { open: true, title: 'Rename', children: text('body'), onclose });
    const dialog = find<HTMLDialogElement>('dialog');
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Rename');
    act(() => find('dialog header button').click());
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('Button', () => {
  const doubleClick = (button: HTMLButtonElement): void =>
    act(() => [1, 2].forEach((detail) => button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true }))));

  it.each([
    ['counts a double click as one where it decides', { variant: 'primary' }, 1],
    ['counts it as one where its user says so', { once: true }, 1],
    ['counts both where it moves on', {}, 2],
  ])('%s', (_name, props, clicks) => {
    const onclick = vi.fn();
    const { find } = setup(Button, { children: text('Save'), onclick, ...props });
    doubleClick(find<HTMLButtonElement>('button'));
    expect(onclick).toHaveBeenCalledTimes(clicks);
  });
});

describe('Menu', () => {
  const items = () => [
    { id: 'a', label: 'Rename', run: vi.fn() },
    { id: 'b', label: 'Copy', run: vi.fn(), disabled: true },
    { id: 'c', label: 'Delete', run: vi.fn() },
  ];

  it('is opened, walked and closed by keyboard, and gives the focus back', () => {
    const { find } = setup(Menu, { label: 'More', items: items() });
    const opener = find<HTMLButtonElement>('button');
    act(() => opener.click());
    const menu = find('[role=menu]');
    expect(document.activeElement?.textContent).toContain('Rename');
    press(menu, 'ArrowDown');
    expect(document.activeElement?.textContent).toContain('Delete');
    press(menu, 'ArrowDown');
    expect(document.activeElement?.textContent).toContain('Rename');
    press(menu, 'Escape');
    expect(document.activeElement).toBe(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('false');
  });

  it('runs an item after it has closed', () => {
    const list = items();
    const { find, all } = setup(Menu, { label: 'More', items: list });
    act(() => find('button').click());
    act(() => all('[role=menuitem]')[2].click());
    expect(list[2].run).toHaveBeenCalledOnce();
    expect(all('[role=menu]')).toEqual([]);
  });
});

describe('Tabs', () => {
  it('moves with the arrow keys, round its ends', () => {
    const onsave = vi.fn();
    const { find } = setup(Tabs, {
      label: 'Views',
      value: 'rows',
      tabs: [
        { value: 'rows', label: 'Rows' },
        { value: 'columns', label: 'Columns' },
      ],
      panel: text('panel'),
      onsave,
    });
    press(find('[role=tablist]'), 'ArrowLeft');
    expect(onsave).toHaveBeenCalledWith('columns');
    expect(find('[role=tabpanel]').getAttribute('aria-labelledby')).toMatch(/columns$/);
  });
});

describe('FileDrop', () => {
  const drop = (target: Element, items: readonly { readonly directory: boolean }[]): void => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const files = items.map((_, i) => new File(['x'], `f${i}.csv`));
    Object.assign(event, {
      dataTransfer: {
        files,
        items: items.map(({ directory }) => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: directory }) })),
      },
    });
    act(() => target.dispatchEvent(event));
  };

  it('hands on a dropped file', () => {
    const onfiles = vi.fn();
    const { find } = setup(FileDrop, { label: 'Drop a file', onfiles });
    drop(find('.drop'), [{ directory: false }]);
    expect(onfiles).toHaveBeenCalledOnce();
  });

  it.each([
    ['a folder', [{ directory: true }], 'This is a folder.'],
    ['several files', [{ directory: false }, { directory: false }], 'Only one file'],
    ['no file at all', [], 'not a file'],
  ])('refuses %s and says what to do', (_, items, sentence) => {
    const onfiles = vi.fn();
    const { find } = setup(FileDrop, { label: 'Drop a file', onfiles });
    drop(find('.drop'), items);
    expect(onfiles).not.toHaveBeenCalled();
    expect(find('[role=alert]').textContent).toContain(sentence);
  });
});

describe('Progress', () => {
  it('can be cancelled and says how far it is', () => {
    const oncancel = vi.fn();
    const { find } = setup(Progress, { label: 'Importing', fraction: 0.42, oncancel });
    expect(find('.progress').textContent).toContain('42%');
    act(() => find('button').click());
    expect(oncancel).toHaveBeenCalledOnce();
  });
});

describe('CommandPalette', () => {
  it('finds by word and group, and runs on Enter', () => {
    const run = vi.fn();
    const commands = [
      { id: 'home', label: 'Home', group: 'Pages', run: vi.fn() },
      { id: 'dark', label: 'Dark', group: 'Actions', keywords: 'appearance', run },
    ];
    const { find, all } = setup(CommandPalette, { open: true, commands });
    const input = find<HTMLInputElement>('input');
    act(() => {
      input.value = 'APPEAR';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(all('[role=option]').map((item) => item.textContent?.trim())).toEqual(['Dark']);
    press(input, 'Enter');
    expect(run).toHaveBeenCalledOnce();
    expect(all('dialog')).toEqual([]);
  });
});

describe('SimpleTable', () => {
  const columns = [
    { key: 'name', label: 'Link' },
    { key: 'n', label: 'Count', align: 'end' },
  ];
  const row = (name: string, n: number | null, emphasis?: string) => ({
    cells: [
      { value: name, text: name },
      { value: n, text: n === null ? '–' : String(n) },
    ],
    emphasis,
    drillable: true,
  });
  const rows = [row('b', 10), row('a', 9), row('none', null), row('c', 100), row('All', 119, 'total')];

  it('sorts numbers as numbers, with empty cells and totals at the end in both directions', () => {
    const { all } = setup(SimpleTable, { caption: 'Counts', columns, rows });
    const names = (): (string | undefined)[] => all('tbody tr').map((line) => line.children[0].textContent?.trim());
    const header = all('th button')[1];
    act(() => header.click());
    expect(names()).toEqual(['a', 'b', 'c', 'none', 'All']);
    act(() => header.click());
    expect(names()).toEqual(['c', 'b', 'a', 'none', 'All']);
    act(() => header.click());
    expect(names()).toEqual(['b', 'a', 'none', 'c', 'All']);
  });

  it('drills with the index of the row as it was given, however it is sorted', () => {
    const ondrill = vi.fn();
    const { all } = setup(SimpleTable, { caption: 'Counts', columns, rows, ondrill });
    act(() => all('th button')[0].click());
    act(() => all('.drill')[0].click());
    expect(ondrill).toHaveBeenCalledWith(1);
  });

  it('shows long tables in part until asked', () => {
    const many = Array.from({ length: 250 }, (_, i) => row(`r${i}`, i));
    const { all, find } = setup(SimpleTable, { caption: 'Counts', columns, rows: many });
    expect(all('tbody tr')).toHaveLength(200);
    act(() => find('.foot button').click());
    expect(all('tbody tr')).toHaveLength(250);
  });
});
