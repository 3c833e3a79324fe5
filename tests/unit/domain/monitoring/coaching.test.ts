import { describe, expect, it } from 'vitest';
import { emptyCheck, readCheck, type MonitoringCheck } from '../../../../src/domain/monitoring/check';
import {
  checkCoaching,
  dueState,
  emptyCoaching,
  keptShare,
  readCoaching,
  scoresAround,
} from '../../../../src/domain/monitoring/coaching';
import { criteria } from '../../../../src/domain/monitoring/criteria';
import { checkSelfCheck, emptySelfCheck, followingCheck, nextDate } from '../../../../src/domain/monitoring/self-check';
import { formatIsoDate, toEpochDay } from '../../../../src/kernel/dates';

/** A recording in which everything is met but the listed criteria. */
const recording = (person: string, day: number, missed: readonly string[] = []): MonitoringCheck => ({
  ...emptyCheck(`${person} ${day}`),
  type: 'recording',
  person,
  day,
  result: criteria.recording.map(({ id }) => ({ id, verdict: missed.includes(id) ? 'not' : 'met', note: null })),
});

describe('a coaching', () => {
  const talk = { ...emptyCoaching('c'), title: '倾听', person: '李强', day: 100, followUp: 114 };

  it('needs a reason, a person, a day and a day to follow up, in their order', () => {
    expect(checkCoaching(talk)).toEqual([]);
    expect(checkCoaching(emptyCoaching('c'))).toEqual(['title', 'person', 'day', 'followUp']);
    expect(checkCoaching({ ...talk, followUp: 99 })).toEqual(['followUp']);
    expect(checkCoaching({ ...talk, followedUp: 112 })).toEqual(['outcome']);
    expect(checkCoaching({ ...talk, outcome: 'improved' })).toEqual(['followedUp']);
    expect(checkCoaching({ ...talk, followedUp: 112, outcome: 'improved' })).toEqual([]);
  });

  // Listening weighs 15 of 100, closing 10.
  it('stands beside the scores of the person before and after', () => {
    const checks = [
      recording('李强', 90, ['listening', 'closing']),
      recording('李强', 100, ['listening']),
      recording('李强', 101),
      recording('李强', 120, ['closing']),
      recording('王芳', 110, ['greeting']),
      { ...recording('李强', 121), result: [] },
    ];
    expect(scoresAround(talk, checks)).toEqual({ before: { n: 2, mean: 80 }, after: { n: 2, mean: 95 } });
    expect(scoresAround({ ...talk, person: '赵敏' }, checks).after).toEqual({ n: 0, mean: null });
  });

  it('is told from a recording by its type', () => {
    const registers = { type: { value: 'coaching' }, title: { value: '倾听' }, followUp: { value: 114 } };
    expect(readCoaching('c', registers)).toMatchObject({ type: 'coaching', title: '倾听', followUp: 114 });
    expect(readCheck('c', registers).type).toBeNull();
  });
});

describe('what was to be done by a day', () => {
  it('is kept on the day itself and late after it', () => {
    expect([
      dueState(10, 10, 20),
      dueState(10, 11, 20),
      dueState(10, null, 10),
      dueState(10, null, 11),
      dueState(null, 5, 5),
    ]).toEqual(['kept', 'late', 'due', 'overdue', 'none']);
    expect(keptShare(['kept', 'late', 'overdue', 'due', 'none', 'kept'])).toEqual({ cases: 2, of: 4 });
  });
});

describe('the calendar of self-checks', () => {
  const day = (year: number, month: number, date: number): number => toEpochDay(year, month, date);
  const next = (from: number, every: 'weekly' | 'monthly' | 'quarterly'): string =>
    formatIsoDate(nextDate(from, every) ?? 0);

  it('goes on in its rhythm, the end of a month staying the end of a month', () => {
    expect(next(day(2026, 12, 28), 'weekly')).toBe('2027-01-04');
    expect(next(day(2026, 1, 15), 'monthly')).toBe('2026-02-15');
    expect(next(day(2026, 1, 31), 'monthly')).toBe('2026-02-28');
    expect(next(day(2026, 2, 28), 'monthly')).toBe('2026-03-31');
    expect(next(day(2028, 1, 30), 'monthly')).toBe('2028-02-29');
    expect(next(day(2026, 11, 30), 'quarterly')).toBe('2027-02-28');
    expect(nextDate(day(2026, 1, 1), 'once')).toBeNull();
  });

  const one = {
    ...emptySelfCheck('s'),
    title: '电话端自查',
    outlet: 'A01',
    person: '李强',
    day: 100,
    every: 'weekly' as const,
  };

  it('makes the following date once', () => {
    const made = followingCheck({ ...one, doneDay: 99, finding: 'clear' }, [one]);
    expect(made).toEqual({
      type: 'selfCheck',
      title: '电话端自查',
      outlet: 'A01',
      person: '李强',
      day: 107,
      every: 'weekly',
    });
    expect(followingCheck(one, [one, { ...one, id: 't', day: 107 }])).toBeNull();
    expect(followingCheck({ ...one, every: 'once' }, [one])).toBeNull();
  });

  it('says what a record lacks', () => {
    expect(checkSelfCheck(one)).toEqual([]);
    expect(checkSelfCheck(emptySelfCheck('s'))).toEqual(['title', 'day', 'every']);
    expect(checkSelfCheck({ ...one, doneDay: 100 })).toEqual(['finding']);
    expect(checkSelfCheck({ ...one, finding: 'clear' })).toEqual(['doneDay']);
    expect(checkSelfCheck({ ...one, doneDay: 100, finding: 'problem' })).toEqual(['note']);
  });
});
