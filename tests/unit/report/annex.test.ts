import { describe, expect, it } from 'vitest';
import { toCaseRow } from '../../../src/domain/report/rows';
import { createTranslator } from '../../../src/i18n/translator';
import { eventAnnex, figureAnnex } from '../../../src/report/annex';
import { toCsv } from '../../../src/ui/export-csv';
import { event, inputOf, noon } from '../domain/report/support';
import { documentOf, hostile } from './support';

const { clockwork } = inputOf([]);

describe('the annex of events', () => {
  it.each(['zh-CN', 'en'] as const)('has words for every cell in %s', (locale) => {
    const row = toCaseRow(event('2026-05-04', '2026-05-10', { liability: 'liable' }), clockwork, noon('2026-07-15'));
    const { header, rows } = eventAnnex([row], createTranslator(locale));
    expect(rows[0]).toHaveLength(header.length);
    expect([...header, ...rows[0]].map(String).filter((cell) => /^(report|events)\./.test(cell))).toEqual([]);
    expect(rows[0]).toContain('2026-05-04');
  });

  it('holds no text that a person wrote', () => {
    const told = event('2026-05-04', null, { title: '张三13800138000', narrative: '秘密', contact: '13800138000' });
    const { rows } = eventAnnex([toCaseRow(told, clockwork, noon('2026-07-15'))], createTranslator('zh-CN'));
    expect(rows.flat().join(' ')).not.toMatch(/张三|秘密|13800138000/);
  });

  it.each(hostile)('gives a spreadsheet nothing to run: %j', (text) => {
    const row = toCaseRow(event('2026-05-04', null, { outlet: text, number: text }), clockwork, noon('2026-07-15'));
    const csv = toCsv(['a'], eventAnnex([row], createTranslator('en')).rows);
    expect(csv.split(/","|^"|\r\n"/m).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });
});

describe('the list of figures', () => {
  it('numbers them as the sources of a document do', () => {
    expect(figureAnnex(documentOf('')).rows).toEqual([
      [1, '30', '服务事件', '30'],
      [2, '24', '', '24 / 30'],
    ]);
  });
});
