import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMasker } from '../../../../src/ingest/mask/create-masker';

const folder = join(import.meta.dirname, '../../../fixtures/core-export');
const truth = JSON.parse(readFileSync(join(folder, 'core-export.truth.json'), 'utf8')) as {
  readonly sha256: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly personal: Readonly<Record<string, number>>;
};
const bytes = readFileSync(join(folder, 'core-export.csv'));
const lines = new TextDecoder('gb18030', { fatal: true }).decode(bytes).split('\r\n');
const rows = lines.slice(truth.headerRow, truth.headerRow + truth.rows);

describe('the core system export', () => {
  it('is the file that its truths were computed from', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(truth.sha256);
    expect(rows.at(-1)?.split(',')[0]).toBe('0000020000');
  });

  it('I15 has every piece of invented personal data found, and nothing else', () => {
    // Only the amounts, behind the text, hold commas in quotes.
    const mask = createMasker({ column: '投诉内容', type: 'text' });
    const found: Record<string, number> = {};
    for (const row of rows) for (const { kind } of mask(row.split(',')[6]).hits) found[kind] = (found[kind] ?? 0) + 1;
    expect(found).toEqual(truth.personal);
  });

  it.each([
    ['工单编号', 0],
    ['机构名称', 3],
    ['投诉类别', 5],
  ])('leaves the column %s alone', (column, cell) => {
    const mask = createMasker({ column, type: cell === 0 ? 'identifier' : 'category' });
    expect(rows.filter((row) => mask(row.split(',')[cell]).hits.length > 0)).toEqual([]);
  });
});
