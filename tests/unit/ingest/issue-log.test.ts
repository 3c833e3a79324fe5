import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/i18n/translator';
import { unpackRows } from '../../../src/kernel/row-list';
import { issueLines } from '../../../src/pages/parts/issue-lines';
import { importText, issuesOf } from './support/import-fixture';

describe('a long list of issues', () => {
  const rows = 3_000;
  const isWord = (i: number): boolean => i % 7 === 3;
  const text = `量,甲\n${Array.from({ length: rows }, (_, i) => `${isWord(i) ? '不详情' : i},a\n`).join('')}`;
  const expected = Array.from({ length: rows }, (_, i) => i + 2).filter((row) => isWord(row - 2));

  it('names the row of every cell that was not read, in the screen and in the file', async () => {
    const { issues } = await importText(text, { columns: { 量: { type: 'number', reading: {} } } });
    const listed = issuesOf(issues, 'numberExpected').map(({ row }) => row);
    const [more] = issuesOf(issues, 'moreInRows');
    expect([...listed, ...unpackRows(more.rows ?? '')]).toEqual(expected);
    expect(listed.length + (more.count ?? 0)).toBe(expected.length);
    const translator = createTranslator('zh-CN');
    expect(translator.phrase(more, 'issue')).toContain(`另有 ${more.count ?? 0} 处，在第 ${expected[100]}、`);
    const lines = issueLines(issues, translator);
    expect(lines.map(([, row]) => row)).toEqual(expected);
    expect(lines.at(-1)).toEqual(['注意', expected.at(-1), 1, '同类问题，见上。', 1]);
  });

  it('keeps every row of totals, of which a sentence names the first twenty', async () => {
    const groups = Array.from({ length: 30 }, (_, i) => `网点${i},1\n网点${i}乙,2\n小计,3\n`);
    const { issues } = await importText(`网点,量\n${groups.join('')}`);
    const [totals] = issuesOf(issues, 'totalRows');
    expect(unpackRows(totals.rows ?? '')).toEqual(Array.from({ length: 30 }, (_, i) => 4 + 3 * i));
    expect(createTranslator('zh-CN').phrase(totals, 'issue')).toContain('…');
  });
});
