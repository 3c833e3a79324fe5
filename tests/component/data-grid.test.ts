import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import DataGrid from '../../src/ui/DataGrid.svelte';
import { act, press, setup } from './support/setup';

interface Row {
  readonly n: number;
}

const columns = [
  { key: 'a', label: 'A', text: (row: Row) => `a${row.n}`, sortable: true },
  { key: 'b', label: 'B', text: (row: Row) => `b${row.n}`, align: 'end' },
];

function makeSource() {
  return vi.fn((offset: number, limit: number) =>
    Promise.resolve(Array.from({ length: limit }, (_, i): Row => ({ n: offset + i }))),
  );
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  flushSync();
}

describe('DataGrid', () => {
  it('asks for the rows in view only, and tells how many there are', async () => {
    const getRows = makeSource();
    const { find, all } = setup(DataGrid, { label: 'Rows', columns, rowCount: 1_000_000, getRows, numbered: true });
    await settle();
    expect(getRows.mock.calls).toEqual([[0, 100]]);
    expect(find('[role=grid]').getAttribute('aria-rowcount')).toBe('1000001');
    expect(all('[role=row]').length).toBeLessThan(80);
    expect(find('[aria-rowindex="2"]').textContent).toContain('a0');
  });

  it('fetches anew when the source changes, and ignores late answers of the old one', async () => {
    let answer: (rows: readonly Row[]) => void = () => undefined;
    const slow = vi.fn(() => new Promise<readonly Row[]>((resolve) => (answer = resolve)));
    const page = setup(DataGrid, { label: 'Rows', columns, rowCount: 3, getRows: slow });
    page.set({ getRows: () => Promise.resolve([{ n: 7 }, { n: 8 }, { n: 9 }]) });
    await settle();
    answer([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await settle();
    expect(page.find('[aria-rowindex="2"]').textContent).toContain('a7');
  });

  it('A07 prints every row that is at hand, up to two hundred, and says how many that are', () => {
    const getRows = (offset: number, limit: number) =>
      Array.from({ length: limit }, (_, i): Row => ({ n: offset + i }));
    const page = setup(DataGrid, { label: 'Rows', columns, rowCount: 150, getRows });
    const rows = (): number => page.all('.rows [role=row]').length;
    const before = rows();
    expect(before).toBeLessThan(150);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toBe(150);
    expect(page.find('[aria-rowindex="151"]').textContent).toContain('a149');
    expect(page.all('.print-only')).toEqual([]);
    act(() => window.dispatchEvent(new Event('afterprint')));
    expect(rows()).toBe(before);
    page.set({ rowCount: 5_000, getRows: (offset: number, limit: number) => getRows(offset, limit) });
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toBe(200);
    expect(page.find('.print-only').textContent).toBe('200 of 5,000 rows printed.');
  });

  it('A07 prints the rows that have come where the others would have to be fetched', async () => {
    const page = setup(DataGrid, { label: 'Rows', columns, rowCount: 400, getRows: makeSource() });
    await settle();
    window.dispatchEvent(new Event('beforeprint'));
    expect(page.all('.rows [role=row]').length).toBe(100);
    expect(page.find('.print-only').textContent).toBe('100 of 400 rows printed.');
  });

  it('opens the row under the keyboard cursor', async () => {
    const onrow = vi.fn();
    const { find } = setup(DataGrid, { label: 'Rows', columns, rowCount: 50, getRows: makeSource(), onrow });
    await settle();
    const grid = find('[role=grid]');
    press(grid, 'ArrowDown');
    press(grid, 'ArrowDown');
    press(grid, 'Enter');
    expect(onrow).toHaveBeenCalledWith({ n: 2 }, 2);
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('a2');
  });

  it('sorts by keyboard from its header: up, down, as it was', async () => {
    const onsort = vi.fn();
    const page = setup(DataGrid, { label: 'Rows', columns, rowCount: 5, getRows: makeSource(), onsort, sort: null });
    await settle();
    const grid = page.find('[role=grid]');
    press(grid, 'ArrowUp');
    press(grid, 'Enter');
    expect(onsort).toHaveBeenLastCalledWith({ key: 'a', descending: false });
    page.set({ sort: { key: 'a', descending: false } });
    expect(page.find('[role=columnheader]').getAttribute('aria-sort')).toBe('ascending');
    press(grid, 'Enter');
    expect(onsort).toHaveBeenLastCalledWith({ key: 'a', descending: true });
    page.set({ sort: { key: 'a', descending: true } });
    press(grid, 'Enter');
    expect(onsort).toHaveBeenLastCalledWith(null);
  });

  it('says so when rows cannot be read', async () => {
    const { find } = setup(DataGrid, {
      label: 'Rows',
      columns,
      rowCount: 5,
      getRows: () => Promise.reject(new Error('gone')),
    });
    await settle();
    expect(find('[role=alert]').textContent).toContain('could not be read');
  });

  it('opens a row on a click', async () => {
    const onrow = vi.fn();
    const { find } = setup(DataGrid, { label: 'Rows', columns, rowCount: 5, getRows: makeSource(), onrow });
    await settle();
    act(() => find('[aria-rowindex="4"]').click());
    expect(onrow).toHaveBeenCalledWith({ n: 2 }, 2);
  });

  it('chooses rows by Space, Shift with arrows, a box with Shift, and Ctrl+A', async () => {
    const chosen: [number, number, boolean][] = [];
    const props = { label: 'Rows', columns, rowCount: 50, getRows: makeSource() };
    const { find } = setup(DataGrid, {
      ...props,
      isSelected: (row: Row) => row.n === 1,
      onselect: (first: number, last: number, on: boolean) => chosen.push([first, last, on]),
    });
    await settle();
    const grid = find('[role=grid]');
    press(grid, 'ArrowDown');
    press(grid, ' ');
    press(grid, 'ArrowDown');
    press(grid, ' ');
    press(grid, 'ArrowDown', { shiftKey: true });
    press(grid, 'a', { ctrlKey: true });
    act(() =>
      find('[aria-rowindex="8"] input').dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true })),
    );
    expect(chosen).toEqual([
      [1, 1, false],
      [2, 2, true],
      [2, 3, true],
      [0, 49, true],
      [2, 6, true],
    ]);
    expect(find('[aria-rowindex="3"]').getAttribute('aria-selected')).toBe('true');
    expect(grid.getAttribute('aria-multiselectable')).toBe('true');
  });
});
