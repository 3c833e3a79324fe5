import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText, issuesOf } from '../unit/ingest/support/import-fixture';
import { cellsOf, sumOf } from '../unit/ingest/support/read-column';

const months = ['1月', '2月', '3月', '4月', '5月', '6月'];
const cell = fc.option(fc.integer({ min: -10_000, max: 10_000 }), { nil: null });
const crossTable = fc
  .integer({ min: 2, max: months.length })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 15 }))
  .filter((rows) => rows.flat().some((value) => value !== null));

describe('a cross-table of numbers', () => {
  it('keeps its sum, its order and every filled cell, and says how many were empty', async () => {
    await fc.assert(
      fc.asyncProperty(crossTable, async (rows) => {
        const header = months.slice(0, rows[0].length);
        const lines = rows.map(
          (cells, i) => `类别${'甲乙丙'[i % 3]}${i},${cells.map((value) => value ?? '').join(',')}`,
        );
        const { table, issues } = await importText(`类别,${header.join(',')}\n${lines.join('\n')}\n`);
        const filled = rows.flatMap((cells, i) =>
          cells.flatMap((value, j) => (value === null ? [] : [[`类别${'甲乙丙'[i % 3]}${i}`, header[j], value]])),
        );
        const [names, periods, values] = ['类别', '月份', '数值'].map((name) => cellsOf(table, name));
        expect(names.map((name, row) => [name, periods[row], values[row]])).toEqual(filled);
        expect(sumOf(table, '数值')).toBe(rows.flat().reduce<number>((sum, value) => sum + (value ?? 0), 0));
        const cells = rows.length * header.length;
        const said = issuesOf(issues, filled.length === cells ? 'unpivoted' : 'unpivotedWithGaps');
        expect(said).toMatchObject([{ params: { cells, empty: cells - filled.length, filled: filled.length } }]);
      }),
    );
  });
});
