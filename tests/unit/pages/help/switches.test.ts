import { describe, expect, it } from 'vitest';
import { slices } from '../../../../src/analyses/registry';
import { createTranslator } from '../../../../src/i18n/translator';
import { switches, type Switch } from '../../../../src/pages/help/switches';

const all = Object.entries(switches).flatMap(([row, options]) =>
  options.map((option): readonly [string, Switch] => [row, option]),
);

describe('where our numbers differ', () => {
  it.each(all)('%s: the option exists in the form of its analysis', (_row, { analysis, field, choice }) => {
    const slice = slices.find(({ id }) => id === analysis);
    const found = slice?.schema.fields.find(({ key }) => key === field);
    expect(found).toBeDefined();
    if (choice !== undefined) expect(found?.input === 'choice' ? found.choices : []).toContain(choice);
  });

  it.each(all)('%s: the option has its words in both languages', (_row, { analysis, field, choice }) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { phrase } = createTranslator(locale);
      const keys = [`name`, `field.${field}`, ...(choice === undefined ? [] : [`choice.${field}.${choice}`])];
      for (const key of keys.map((tail) => `analyses.${analysis}.${tail}`)) {
        expect(phrase({ code: key, params: {} })).not.toBe(key);
      }
    }
  });
});
