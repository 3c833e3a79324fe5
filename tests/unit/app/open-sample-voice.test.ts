import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSampleVoice } from '../../../src/app/open-sample-voice';
import { wavesOf } from '../../../src/app/report-sources';
import { kpiOf } from '../../../src/domain/kpi/catalogue';
import { seriesOf, type IndicatorValue } from '../../../src/domain/kpi/indicator';
import { draftReport } from '../../../src/domain/report/draft';
import { addQuarters, quarterOf } from '../../../src/domain/scorecard/quarters';
import { readAnswer, readSurvey } from '../../../src/domain/survey/survey';
import { monthIndexOf } from '../../../src/kernel/dates';
import { ok } from '../../../src/kernel/result';
import type { Change } from '../../../src/store/types';
import type { Workbench } from '../../../src/app/workbench.svelte';
import { dayOfDate, inputOf, noon } from '../domain/report/support';

type Fields = Readonly<Record<string, { readonly value: never }>>;

/** What opening the sample on a date writes, by kind. */
async function openOn(date: string, locale: 'zh-CN' | 'en') {
  vi.useFakeTimers({ now: noon(date) });
  const written: Change[] = [];
  const commit = (changes: readonly Change[]) => {
    written.push(...changes);
    return Promise.resolve(ok(null));
  };
  await openSampleVoice({ commit } as unknown as Workbench, { locale });
  const byKind = (kind: string): readonly (readonly [string, Fields])[] => {
    const records = new Map<string, Fields>();
    for (const { id, field, value } of written.filter((change) => change.kind === kind)) {
      records.set(id, { ...records.get(id), [field]: { value: value as never } });
    }
    return [...records];
  };
  return {
    surveys: byKind('survey').map(([id, fields]) => readSurvey(id, fields)),
    answers: byKind('surveyAnswer').flatMap(([id, fields]) => readAnswer(id, fields) ?? []),
    values: byKind('indicator').map(
      ([, fields]) =>
        Object.fromEntries(Object.entries(fields).map(([key, { value }]) => [key, value])) as unknown as IndicatorValue,
    ),
    days: byKind('monitoring').map(([, { day }]) => day.value as number),
  };
}

describe('the sample opened on a date', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['2026-11-22', 'zh-CN', '2026 年第三季度客户满意度调查'],
    ['2028-01-02', 'en', 'Customer survey, fourth quarter 2027'],
  ] as const)('holds what the report of the quarter before needs, on %s', async (date, locale, title) => {
    const today = dayOfDate(date);
    const { surveys, answers, values } = await openOn(date, locale);
    const quarter = addQuarters(quarterOf(today), -1);
    const waves = wavesOf(surveys, answers, quarter);
    expect(waves.map(({ survey, answers: own }) => [survey.title, survey.status, own.length])).toEqual([
      [title, 'closed', 180],
    ]);
    const draft = draftReport(inputOf([], { quarter, now: noon(date), waves }));
    const found = draft.sections
      .flatMap(({ blocks }) => blocks)
      .find((block) => block.kind === 'picture' && block.id === `servqual-${waves[0].survey.id}`);
    if (found?.kind !== 'picture' || found.picture.form !== 'intervals') throw new Error('no gaps of the survey');
    const gaps = found.picture.marks.map(({ value }) => value ?? NaN);
    // Tangibles, reliability, responsiveness, assurance, empathy: the third falls short most, by what it was made with.
    expect(gaps).toHaveLength(5);
    expect(Math.min(...gaps)).toBe(gaps[2]);
    expect(Math.abs(gaps[2] + 1.6)).toBeLessThan(0.3);
    const kpi = kpiOf('firstContact');
    if (!kpi) throw new Error('no such indicator');
    const { months } = seriesOf(kpi, values);
    expect([months.length, months.at(-1)]).toEqual([24, monthIndexOf(today) - 1]);
  });

  it('holds the survey of the current quarter as far as it has come, and nothing that is still to happen', async () => {
    const today = dayOfDate('2026-11-22');
    const { surveys, answers, days } = await openOn('2026-11-22', 'zh-CN');
    const running = surveys.find(({ quarter }) => quarter === '2026-Q4');
    const own = answers.filter(({ survey }) => survey === running?.id);
    expect([running?.status, own.length]).toEqual(['open', 3 * (today - dayOfDate('2026-10-08'))]);
    // No outlet's quarter is judged by the few sheets that came back so far.
    expect(own.every(({ outlet }) => outlet === null)).toBe(true);
    expect(Math.max(...answers.map(({ day }) => day ?? 0))).toBe(today - 1);
    expect(days.filter((day) => day > today).length).toBeLessThan(days.length / 4);
  });

  it('has asked nobody yet on the first day of a quarter', async () => {
    const { surveys, answers } = await openOn('2027-04-01', 'en');
    const running = surveys.find(({ quarter }) => quarter === '2027-Q2');
    expect([running?.status, answers.filter(({ survey }) => survey === running?.id).length]).toEqual(['open', 0]);
  });
});
