import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../../src/kernel/dates';
import { addQuarters, daysOfQuarter, isQuarter, quarterOf } from '../../../../src/domain/scorecard/quarters';
import {
  draftVersion,
  openQuarters,
  readRules,
  readRulesVersion,
  rulesOf,
  type RulesVersion,
} from '../../../../src/domain/scorecard/rules-version';
import { defaultRules } from '../../../../src/domain/scorecard/scorecard';

describe('quarters', () => {
  it.each([
    [2026, 1, 1, '2026-Q1'],
    [2026, 3, 31, '2026-Q1'],
    [2026, 4, 1, '2026-Q2'],
    [2026, 12, 31, '2026-Q4'],
  ])('%i-%i-%i lies in %s', (year, month, day, quarter) => {
    expect(quarterOf(toEpochDay(year, month, day))).toBe(quarter);
  });

  it('are counted over the turn of the year', () => {
    expect(addQuarters('2026-Q4', 1)).toBe('2027-Q1');
    expect(addQuarters('2026-Q1', -1)).toBe('2025-Q4');
    expect(addQuarters('2026-Q2', -6)).toBe('2024-Q4');
    expect(isQuarter('2026-Q5')).toBe(false);
    expect(() => addQuarters('2026', 1)).toThrow(RangeError);
  });

  it('hold their own days and no others', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        const { from, before } = daysOfQuarter(quarterOf(day));
        expect(from <= day && day < before).toBe(true);
        expect([quarterOf(from - 1), quarterOf(before)]).not.toContain(quarterOf(day));
      }),
    );
  });
});

const version = (from: string, at: number, name: string): RulesVersion => ({
  id: name,
  rules: { ...defaultRules, version: name },
  from,
  note: 'n',
  by: 'b',
  at,
});

describe('versions of the rules', () => {
  const versions = [version('2026-Q4', 30, '1.2.0'), version('2026-Q2', 10, '1.1.0'), version('2026-Q4', 40, '1.3.0')];

  it.each([
    ['2026-Q1', '1.0.0'],
    ['2026-Q2', '1.1.0'],
    ['2026-Q3', '1.1.0'],
    ['2026-Q4', '1.3.0'],
    ['2027-Q1', '1.3.0'],
  ])('%s is scored by %s', (quarter, name) => {
    expect(rulesOf(quarter, versions).version).toBe(name);
  });

  const draft = (change: Partial<Parameters<typeof draftVersion>[1]>, rules = defaultRules) =>
    draftVersion(rules, {
      id: 'x',
      versions,
      from: '2026-Q4',
      today: '2026-Q4',
      note: '收紧等候标准',
      by: '王芳',
      at: 50,
      ...change,
    });

  it('count on from the highest, and leave settled quarters alone', () => {
    expect(draft({})).toMatchObject({ ok: true, value: { rules: { version: '1.4.0' }, from: '2026-Q4' } });
    expect(openQuarters('2026-Q4')).toEqual(['2026-Q3', '2026-Q4', '2027-Q1']);
    expect(draft({ from: '2026-Q2' })).toMatchObject({ ok: false, failure: { code: 'scoring-quarter-settled' } });
    expect(draft({ note: ' ' })).toMatchObject({ ok: false, failure: { code: 'scoring-note-missing' } });
    expect(draft({}, { ...defaultRules, grades: { A: 1, B: 2, C: 3 } })).toMatchObject({
      ok: false,
      failure: { code: 'scoring-rules-broken' },
    });
  });

  it('come back from their records whole, or not at all', () => {
    const rules = JSON.parse(JSON.stringify(defaultRules)) as unknown;
    expect(readRules(rules)).toEqual(defaultRules);
    expect(readRules({ ...defaultRules, cappedAt: 'x' })).toBeNull();
    expect(readRules({ ...defaultRules, weights: { satisfaction: 1 } })).toBeNull();
    expect(readRules(null)).toBeNull();
    const registers = { rules: { value: rules }, from: { value: '2026-Q4' }, at: { value: 1 }, by: { value: 'a' } };
    expect(readRulesVersion('x', registers)).toMatchObject({ from: '2026-Q4', note: '', rules: defaultRules });
    expect(readRulesVersion('x', { ...registers, from: { value: 'soon' } })).toBeNull();
  });
});
