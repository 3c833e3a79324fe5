import { describe, expect, it } from 'vitest';
import { firstOf } from '../../../src/analyses/phrases';
import { createTranslator } from '../../../src/i18n/translator';

const zh = createTranslator('zh-CN');
const en = createTranslator('en');

describe('lists in sentences', () => {
  it.each([
    [['甲'], '甲', '甲'],
    [['甲', '乙'], '甲和乙', '甲 and 乙'],
    [['甲', '乙', '丙'], '甲、乙和丙', '甲, 乙, and 丙'],
  ])('names all of %j', (items, chinese, english) => {
    expect(zh.value(firstOf(items, 3))).toBe(chinese);
    expect(en.value(firstOf(items, 3))).toBe(english);
  });
  it.each([
    [1, '甲、…', '甲, …'],
    [2, '甲、乙、…', '甲, 乙, …'],
  ])('says “and” before nothing that is left out: the first %i of three', (most, chinese, english) => {
    expect(zh.value(firstOf(['甲', '乙', '丙'], most))).toBe(chinese);
    expect(en.value(firstOf(['甲', '乙', '丙'], most))).toBe(english);
  });
  it('brings no full stop after the dots of an open list at the end of a sentence', () => {
    const names = { as: 'list', items: ['a', 'b'], open: true } as const;
    const said = createTranslator('en').phrase({
      code: 'analyses.mainEffects.check.some',
      params: { n: 7, steady: 30, names },
    });
    expect(said).toMatch(/wide: a, b, …$/);
  });
});
