import { describe, expect, it } from 'vitest';
import { failureText } from '../../../src/app/show-failure';
import { createTranslator } from '../../../src/i18n/translator';

const zh = createTranslator('zh-CN');
const en = createTranslator('en');

describe('failureText', () => {
  it('is a sentence in the language of the reader', () => {
    const failure = { code: 'empty-file', params: {} };
    expect(failureText(zh, failure)).toBe(zh.t('failure.empty-file'));
    expect(failureText(en, failure)).toBe(en.t('failure.empty-file'));
    expect(failureText(en, failure)).not.toBe(failureText(zh, failure));
  });

  it('begins with the row, and with the column where it is known', () => {
    const failure = { code: 'empty-file', params: {} };
    const sentence = zh.t('failure.empty-file');
    expect(failureText(zh, { ...failure, at: { row: 7 } })).toBe(`第 7 行：${sentence}`);
    expect(failureText(zh, { ...failure, at: { row: 7, column: 3 } })).toBe(`第 7 行第 3 列：${sentence}`);
    expect(failureText(en, { ...failure, at: { row: 7, column: 3 } })).toMatch(/7.*3/);
  });

  it('puts words of the catalogue into the sentence', () => {
    const failure = { code: 'not-a-table', params: { kind: { as: 'term', key: 'failure.fileKind.image' } } } as const;
    expect(failureText(zh, failure)).toContain('图片');
    expect(failureText(en, failure)).not.toContain('{kind}');
  });
});
