import { describe, expect, it } from 'vitest';
import type { TwinColumn } from '../../../../src/analyses/contract';
import { createTranslator } from '../../../../src/i18n/translator';
import { twinText } from '../../../../src/pages/analyse/twin-text';

const label = { code: 'common.none', params: {} };
const column: TwinColumn = { key: 'p', label, format: 'probability' };

describe.each(['zh-CN', 'en'] as const)('a p-value in a table, %s', (locale) => {
  const translator = createTranslator(locale);
  it('is never shown as 0', () => {
    expect(twinText(3e-7, column, translator)).toBe('<0.0001');
    expect(twinText(0, column, translator)).toBe('<0.0001');
    expect(twinText(0.00009999, column, translator)).toBe('<0.0001');
  });
  it('has four decimals elsewhere', () => {
    expect(twinText(0.0001, column, translator)).toBe('0.0001');
    expect(twinText(0.04961, column, translator)).toBe('0.0496');
    expect(twinText(1, column, translator)).toBe('1.0000');
    expect(twinText(null, column, translator)).toBe('–');
  });
});
