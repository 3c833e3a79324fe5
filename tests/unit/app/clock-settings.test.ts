import { describe, expect, it } from 'vitest';
import { calendarInForce, clockRulesInForce, figureField } from '../../../src/app/clock-settings';
import { isBusinessDay, limitEnd } from '../../../src/domain/calendar/calendar';
import { clockPresets } from '../../../src/domain/calendar/regimes';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Json } from '../../../src/store/types';

const settings =
  (fields: Readonly<Record<string, Json>>) =>
  (field: string): Json | undefined =>
    fields[field];

describe('the limits in force', () => {
  it('are those of the first preset until something is set', () => {
    expect(clockRulesInForce(settings({}))).toEqual(clockPresets[0]);
    expect(clockRulesInForce(settings({ clockRules: 'uk-fca' })).decision).toEqual({ amount: 56, unit: 'day' });
    expect(clockRulesInForce(settings({ clockRules: 'unknown' }))).toEqual(clockPresets[0]);
  });

  it('take what a bank set in the place of a figure of its preset, and of no other', () => {
    const given = settings({
      [figureField('cn-2020', 'decision')]: { amount: 10, unit: 'businessDay' },
      [figureField('cn-2020', 'extension')]: 'none',
      [figureField('cn-2020', 'retentionYears')]: 5,
      [figureField('uk-fca', 'decision')]: { amount: 1, unit: 'hour' },
    });
    const rules = clockRulesInForce(given);
    expect(rules).toEqual({
      ...clockPresets[0],
      decision: { amount: 10, unit: 'businessDay' },
      extension: null,
      retentionYears: 5,
    });
    // Received at noon on a Monday before the National Day holiday of seven days and a make-up Saturday.
    const received = toEpochDay(2026, 9, 28) * 86_400_000 + 43_200_000;
    const end = limitEnd(calendarInForce(given), received, rules.decision);
    expect(Math.floor(end / 86_400_000)).toBe(toEpochDay(2026, 10, 16));
  });

  it.each([
    ['decision', 'none'],
    ['decision', { amount: 0, unit: 'day' }],
    ['decision', { amount: 1.5, unit: 'day' }],
    ['decision', { amount: 10, unit: 'week' }],
    ['decision', 10],
    ['urgentFrom', 9],
    ['retentionYears', '5'],
  ] as const)('leave the preset where what is stored makes no sense: %s %o', (figure, value) => {
    expect(clockRulesInForce(settings({ [figureField('cn-2020', figure)]: value }))).toEqual(clockPresets[0]);
  });
});

describe('the working days in force', () => {
  it('are those announced, and in place of the years that the bank names its own', () => {
    const [holiday, makeUp] = [toEpochDay(2027, 10, 1), toEpochDay(2027, 10, 9)];
    const calendar = calendarInForce(settings({ clockCalendar: { holidays: [holiday], makeUpDays: [makeUp] } }));
    expect([holiday, makeUp].map((day) => isBusinessDay(calendar, day))).toEqual([false, true]);
    expect(calendar.years.has(2027)).toBe(true);
    expect(isBusinessDay(calendar, toEpochDay(2026, 10, 1))).toBe(false);
  });

  it.each([null, 'x', { holidays: 'x' }, { holidays: [1.5] }, {}])(
    'are those announced where nothing is read: %o',
    (value) => {
      expect(calendarInForce(settings({ clockCalendar: value as Json })).years.has(2027)).toBe(false);
    },
  );
});
