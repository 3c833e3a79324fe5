import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from '../../src/ingest/values/missing-words';
import type { DictionaryType } from '../../src/table/column';
import { toCsv } from '../../src/ui/export-csv';
import { importText } from '../unit/ingest/support/import-fixture';
import { cellsOf } from '../unit/ingest/support/read-column';

const sign = fc.constantFrom('=', '+', '-', '@', '＝', '－', "'", '\t', '\n', ' ', '\u3000', '5', '合计', '');
const tail = fc.string({ unit: 'grapheme', maxLength: 6 });
const cell = fc
  .tuple(sign, sign, sign, tail)
  .map((parts) => parts.join(''))
  // What no text file can hold is not at stake here.
  .filter((text) => !text.includes('\0') && !isBlank(text));
const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });

async function throughCsv(
  type: DictionaryType,
  header: readonly string[],
  cells: readonly (readonly [string, string])[],
): Promise<(readonly (string | number | null)[])[]> {
  const { table } = await importText(toCsv(header, cells), {
    options: { headerRow: 1, delimiter: ',', encoding: 'utf-8' },
    plan: { keepTotals: true, mask: false },
    columns: Object.fromEntries(header.map((name) => [name, { type, reading: {}, include: true }])),
  });
  const [first, second] = header.map((name) => cellsOf(table, name));
  return first.map((text, row) => [text, second[row]]);
}

describe('export to CSV and import again', () => {
  it('gives back every text', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        expect(await throughCsv('text', ['甲', '=乙'], cells)).toEqual(cells);
      }),
    );
  });

  it('gives back every category', async () => {
    const trimmed = rows.map((list) => list.map(([a, b]) => [a.trim(), b.trim()] as const));
    await fc.assert(
      fc.asyncProperty(trimmed, async (cells) => {
        expect(await throughCsv('category', ['@甲', '乙'], cells)).toEqual(cells);
      }),
    );
  });

  it('takes off no apostrophe that the export did not put', async () => {
    const cells = [
      ["'引用'", "it's"],
      ["'-5", "''='"],
    ] as const;
    expect(await throughCsv('text', ['甲', '乙'], cells)).toEqual(cells);
  });
});
