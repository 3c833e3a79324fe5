import { describe, expect, it } from 'vitest';
import type { AssociationOutcome } from '../../../src/analyses/association/outcome';
import { associationSlice } from '../../../src/analyses/association/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { codes, expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(associationSlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

/** One line per record behind a table of counts. */
function ledger(counts: readonly (readonly number[])[]): Table {
  const lines = counts.flatMap((line, row) =>
    line.flatMap((count, column) => Array.from({ length: count }, () => [`r${row}`, `c${column}`])),
  );
  return tableOf(
    words(
      'c0',
      lines.map(([row]) => row),
      '网点',
    ),
    words(
      'c1',
      lines.map(([, column]) => column),
      '类别',
    ),
  );
}

const crossed = { rowColumn: 'c0', columnColumn: 'c1' };

describe('association: Agresti’s party identification', () => {
  const { input, expected } = referenceCase<
    { table: number[][] },
    {
      chi2: number;
      df: number;
      p: number;
      expectedCounts: number[][];
      minExpected: number;
      extra: { cramersV: number };
    }
  >('chisq-01-agresti-party');
  const table = ledger(input.table);
  const outcome = run(table, crossed);
  const labelAt = (margins: AssociationOutcome['rows'], index: number): string =>
    JSON.stringify(margins[index].label).slice(1, -1);
  it('has the reference χ², V and expected counts', () => {
    expect(outcome.test).toMatchObject({ used: 'chiSquare', df: expected.df });
    expect(outcome.test.chiSquared).toBeCloseTo(expected.chi2, 8);
    expect(outcome.test.pValue).toBeCloseTo(expected.p, 9);
    expect(outcome.cramerV).toBeCloseTo(expected.extra.cramersV, 9);
    for (const cell of outcome.cells) {
      const row = Number(labelAt(outcome.rows, cell.row).slice(1));
      const column = Number(labelAt(outcome.columns, cell.column).slice(1));
      expect(cell.count).toBe(input.table[row][column]);
      expect(cell.expected).toBeCloseTo(expected.expectedCounts[row][column], 8);
    }
  });
  it('marks the cells that Agresti marks: residuals ±4.5 and ±5.3', () => {
    const sizes = outcome.cells.map(({ residual }) => Math.abs(residual)).sort((a, b) => b - a);
    expect(sizes[0]).toBeCloseTo(5.32, 2);
    expect(sizes[2]).toBeCloseTo(4.5, 2);
    expect(outcome.cells.filter(({ against }) => against === 'above')).toHaveLength(2);
    expect(outcome.cells.filter(({ against }) => against === 'below')).toHaveLength(2);
  });
  it('opens exactly the records of a cell', () => {
    const picture = associationSlice.rows(outcome);
    for (const row of picture.rows) {
      const rows = applyFilters(table, row.drill ?? []);
      expect(rows.ok && rows.value?.length).toBe(row.cells[2]);
    }
  });
  it('draws counts, shares and residuals in both languages', () => {
    for (const show of ['counts', 'rowShare', 'columnShare', 'residuals']) {
      const drawn = run(table, { ...crossed, show });
      expectCleanTexts(associationSlice, drawn);
      expectPlainData(drawn);
      const [series] = optionOf(associationSlice, drawn)['series'] as {
        data: unknown[];
        renderItem: (mark: object, api: object) => { children: unknown[] };
      }[];
      expect(series.data).toHaveLength(6);
      const api = { value: () => 0, coord: () => [50, 50], size: () => [80, 40] };
      expect(series.renderItem({ dataIndex: 0 }, api).children).toHaveLength(3);
      expect(series.renderItem({ dataIndex: 0 }, { ...api, size: () => [8, 8] }).children).toHaveLength(2);
    }
  });
});

describe('association: tables of other shapes', () => {
  it('reads Fisher in a small 2×2 table', () => {
    const tea = run(
      ledger([
        [3, 1],
        [1, 3],
      ]),
      crossed,
    );
    expect(tea.test.used).toBe('fisher');
    expect(tea.test.pValue).toBeCloseTo(0.485714, 6);
    expectCleanTexts(associationSlice, tea);
  });
  it('joins small values as Other and opens them all', () => {
    const counts = Array.from({ length: 8 }, (_, i) => [20 - i, 10 + i]);
    const table = ledger(counts);
    const outcome = run(table, { ...crossed, most: 4 });
    expect(outcome.rows).toHaveLength(4);
    expect(outcome.rows[3]).toMatchObject({ joined: 5, total: 150 });
    const line = associationSlice.rows(outcome).rows.find(({ cells }) => typeof cells[0] === 'object');
    const rows = applyFilters(table, line?.drill ?? []);
    expect(rows.ok && rows.value?.length).toBe(line?.cells[2]);
    expectCleanTexts(associationSlice, outcome);
  });
  it('counts a category over quarters in order of time', () => {
    const day = (month: number): number => toEpochDay(2024, month, 3);
    const table = tableOf(
      words('c0', ['a', 'b', 'a', 'b', 'a', null]),
      numeric('c1', 'date', [day(7), day(1), day(2), day(8), day(1), day(1)]),
    );
    const outcome = run(table, { rowColumn: 'c0', across: 'quarter', dateColumn: 'c1' });
    expect(outcome.columns.map(({ label }) => label)).toEqual(['2024-Q1', '2024-Q3']);
    expect(outcome.coverage.blank).toBe(1);
    expectCleanTexts(associationSlice, outcome);
    expectPlainData(outcome);
  });
  it('says yes and no in words, and codes by their names', () => {
    const table = tableOf(words('category', ['G1', 'G1', 'G2', 'G2']), numeric('c1', 'boolean', [1, 0, 1, 0], '按时'));
    const outcome = run(table, { rowColumn: 'category', columnColumn: 'c1' });
    expect(textsOf(associationSlice, outcome, 'en')).toEqual(expect.arrayContaining(['Name G1', 'yes', 'no']));
  });
  it('refuses what cannot be', () => {
    const table = ledger([
      [1, 2],
      [3, 4],
    ]);
    expect(failureOf(table, {})).toBe('association-choose-columns');
    expect(failureOf(table, { rowColumn: 'c0' })).toBe('association-choose-columns');
    expect(failureOf(table, { rowColumn: 'c0', columnColumn: 'c0' })).toBe('association-same-column');
    expect(failureOf(ledger([[5, 5]]), crossed)).toBe('association-too-small');
    expect(failureOf(table, { ...crossed, columnColumn: 'c7' })).toBe('column-unknown');
  });
  it('proposes coded categories by outlet, else the finest classification', () => {
    const propose = (table: Table): unknown => {
      const result = associationSlice.defaults({ table, codes });
      return result.ok ? result.value : result.failure.code;
    };
    const outlets = words('c0', ['甲', '乙', '甲']);
    expect(propose(tableOf(outlets, words('category', ['G1', null, 'G2'])))).toMatchObject({
      rowColumn: 'category',
      columnColumn: 'c0',
    });
    expect(propose(tableOf(outlets, words('c1', ['x', 'y', 'z'])))).toMatchObject({
      rowColumn: 'c1',
      columnColumn: 'c0',
    });
    expect(propose(tableOf(numeric('c0', 'number', [1])))).toBe('association-no-columns');
  });
});
