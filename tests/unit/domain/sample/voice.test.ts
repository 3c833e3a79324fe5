import { describe, expect, it } from 'vitest';
import { judgeSeries } from '../../../../src/domain/kpi/icons';
import { kpiOf } from '../../../../src/domain/kpi/catalogue';
import { seriesOf, type IndicatorValue } from '../../../../src/domain/kpi/indicator';
import { isBusinessDay } from '../../../../src/domain/calendar/calendar';
import { chinaCalendar } from '../../../../src/domain/calendar/china';
import { checkCoaching, dueState, readCoaching, scoresAround } from '../../../../src/domain/monitoring/coaching';
import { checkSelfCheck, followingCheck, readSelfCheck } from '../../../../src/domain/monitoring/self-check';
import { formatIsoDate, msPerDay, toEpochDay } from '../../../../src/kernel/dates';
import { agreementOf, readCheck, readinessOf, scoreCheck } from '../../../../src/domain/monitoring/check';
import { sampleVoice, type VoiceKind } from '../../../../src/domain/sample/voice';
import { flagsOf } from '../../../../src/domain/survey/answers';
import { itemsOf, readAnswer, readSurvey } from '../../../../src/domain/survey/survey';
import { meanScores } from '../../../../src/domain/survey/weakest';

const today = toEpochDay(2026, 11, 22);
const now = today * msPerDay + 36_000_000;
const changes = sampleVoice('zh', now, (kind, index) => `${kind} ${index}`);
const recordsOf = (kind: VoiceKind): readonly (readonly [string, Record<string, { value: unknown }>])[] => {
  const records = new Map<string, Record<string, { value: unknown }>>();
  for (const change of changes.filter((one) => one.kind === kind)) {
    records.set(change.id, { ...records.get(change.id), [change.field]: { value: change.value } });
  }
  return [...records];
};

const monitoring = (wanted: 'coaching' | 'selfCheck' | 'check') =>
  recordsOf('monitoring').filter(([, { type }]) => {
    const kind = type.value === 'coaching' || type.value === 'selfCheck' ? type.value : 'check';
    return kind === wanted;
  });
const checks = monitoring('check').map(([id, fields]) => readCheck(id, fields));

describe('the voice of the sample', () => {
  it('is the same every time', () => {
    expect(sampleVoice('zh', now, (kind, index) => `${kind} ${index}`)).toEqual(changes);
  });

  it('holds a survey whose sheets can be read, with some careless ones', () => {
    const [[id, fields]] = recordsOf('survey');
    const survey = readSurvey(id, fields);
    const all = recordsOf('surveyAnswer').flatMap(([own, registers]) => readAnswer(own, registers) ?? []);
    const answers = all.filter((answer) => answer.survey === survey.id);
    expect(answers).toHaveLength(180);
    const of = { items: itemsOf(survey), mode: survey.mode ?? 'performance' } as const;
    const flagged = answers.filter((answer) => flagsOf(answer, of).length > 0);
    expect(flagged).toHaveLength(9);
    expect(meanScores(answers, of)[0].dimension).toBe('responsiveness');
  });

  it('holds checks scored by two people, and a release that is blocked', () => {
    expect(agreementOf(checks, 'recording')).toHaveLength(1);
    expect(checks.filter(({ type }) => type !== 'readiness').every((check) => scoreCheck(check).score !== null)).toBe(
      true,
    );
    expect(checks.filter(({ type }) => type === 'readiness').map((check) => readinessOf(check).state)).toEqual([
      'blocked',
    ]);
  });

  it('holds talks in every state, with recordings of the same person on both sides', () => {
    const talks = monitoring('coaching').map(([id, fields]) => readCoaching(id, fields));
    expect(talks.flatMap(checkCoaching)).toEqual([]);
    expect(talks.map(({ followUp, followedUp }) => dueState(followUp, followedUp, today)).sort()).toEqual([
      'due',
      'kept',
      'late',
      'overdue',
    ]);
    const around = talks.map((talk) => scoresAround(talk, checks));
    expect(around.every(({ before, after }) => before.n === 5 && after.n >= 2)).toBe(true);
    const gains = around.map(({ before, after }) => (after.mean ?? NaN) - (before.mean ?? NaN));
    // The talk that is said to have helped is the one after which the scores rose.
    expect(talks[gains.indexOf(Math.max(...gains))].outcome).toBe('improved');
  });

  it('holds self-checks whose rhythm goes on, some done, one overdue, one not due yet', () => {
    const dates = monitoring('selfCheck').map(([id, fields]) => readSelfCheck(id, fields));
    expect(dates.flatMap(checkSelfCheck)).toEqual([]);
    const states = dates.map(({ day, doneDay }) => dueState(day, doneDay, today));
    for (const state of ['kept', 'late', 'overdue', 'due'] as const) expect(states).toContain(state);
    const undone = dates.filter(({ doneDay }) => doneDay === null);
    expect(new Set(undone.map(({ title }) => title)).size).toBe(undone.length);
    for (const done of dates.filter(({ doneDay }) => doneDay !== null)) expect(followingCheck(done, dates)).toBeNull();
  });

  it.each([
    ['on the day of the other tests', today],
    ['after the holidays of October', toEpochDay(2025, 10, 12)],
    ['after the Spring Festival', toEpochDay(2026, 3, 1)],
    ['on a day without a table of holidays', toEpochDay(2031, 5, 17)],
    ...Array.from({ length: 21 }, (_, i): [string, number] => [`${i * 22} days on`, toEpochDay(2025, 6, 1) + i * 22]),
  ] satisfies [string, number][])('holds self-checks on working days only: %s', (_, on) => {
    const made = sampleVoice('zh', on * msPerDay + 36_000_000, (kind, index) => `${kind} ${index}`);
    const fields = new Map<string, Record<string, { value: unknown }>>();
    for (const { kind, id, field, value } of made) {
      if (kind === 'monitoring') fields.set(id, { ...fields.get(id), [field]: { value } });
    }
    const dates = [...fields]
      .filter(([, { type }]) => type.value === 'selfCheck')
      .map(([id, registers]) => readSelfCheck(id, registers));
    expect(dates).toHaveLength(9);
    const days = dates.flatMap(({ day, doneDay }) => [day, doneDay]).filter((day) => day !== null);
    expect(days.filter((day) => !isBusinessDay(chinaCalendar, day)).map(formatIsoDate)).toEqual([]);
    const states = dates.map(({ day, doneDay }) => dueState(day, doneDay, on));
    expect(states.filter((state) => state === 'overdue')).toHaveLength(1);
    expect(states.filter((state) => state === 'due')).toHaveLength(3);
    for (const state of ['kept', 'late'] as const) expect(states).toContain(state);
    expect(dates.every(({ doneDay }) => doneDay === null || doneDay <= on)).toBe(true);
    for (const done of dates.filter(({ doneDay }) => doneDay !== null)) expect(followingCheck(done, dates)).toBeNull();
  });

  it('says the same in both languages, and nothing in Chinese in English', () => {
    const english = sampleVoice('en', now, (kind, index) => `${kind} ${index}`);
    expect(english.length).toBe(changes.length);
    expect(JSON.stringify(english)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('shows the change of first contact as an improvement on its chart', () => {
    const values = recordsOf('indicator').map(
      ([, fields]) => Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])) as never,
    ) as readonly IndicatorValue[];
    const kpi = kpiOf('firstContact');
    if (!kpi) throw new RangeError('no such indicator: firstContact');
    const series = seriesOf(kpi, values);
    expect(series.months).toHaveLength(24);
    expect(judgeSeries(series.data, { direction: 'higher', target: 0.85 })).toEqual({
      variation: 'improvement',
      assurance: 'varies',
    });
  });
});
