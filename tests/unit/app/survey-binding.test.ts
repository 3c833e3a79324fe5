import { describe, expect, it } from 'vitest';
import { proposeBinding, targetsOf, toAnswer } from '../../../src/app/survey-binding';
import { runView, specOfView, surveyViews, toAnswerTable } from '../../../src/app/survey-results';
import { surveyItems } from '../../../src/domain/survey/instrument';
import { emptySurvey, type Survey, type SurveyAnswer } from '../../../src/domain/survey/survey';
import type { StoredColumn } from '../../../src/store/types';

const survey: Survey = { ...emptySurvey('s'), title: 't', mode: 'performance', quarter: '2026-Q4' };
const gap: Survey = { ...survey, mode: 'gap' };
const columns = (names: readonly string[]): readonly StoredColumn[] =>
  names.map((name, i) => ({ id: `c${i}`, name, type: 'number' }));

describe('the proposed binding', () => {
  it('reads the numbers of questions and the words of the rest', () => {
    const names = [...surveyItems.map((_, i) => `Q${i + 1}`), '总体满意度', '推荐意愿', '网点', '填写日期'];
    const bound = proposeBinding(survey, columns(names));
    expect(bound['p.q1']).toBe('c0');
    expect(bound['p.q22']).toBe('c21');
    expect(bound).toMatchObject({ overall: 'c22', recommend: 'c23', outlet: 'c24', day: 'c25' });
  });

  it('tells expectation from perception by the letter', () => {
    const bound = proposeBinding(gap, columns(['E1', 'P1', 'E2', 'P2']));
    expect(bound).toEqual({ 'e.q1': 'c0', 'p.q1': 'c1', 'e.q2': 'c2', 'p.q2': 'c3' });
  });

  it('takes number columns in order where no name has a number', () => {
    expect(proposeBinding(survey, columns(['设备', '环境']))).toEqual({ 'p.q1': 'c0', 'p.q2': 'c1' });
  });

  it('never names a target that the form does not have, nor a column twice', () => {
    const bound = proposeBinding(gap, columns(['E1', 'P1', '1', '2', '网点', '网点 2', 'age']));
    expect(Object.keys(bound).filter((target) => !targetsOf(gap).includes(target))).toEqual([]);
    expect(new Set(Object.values(bound)).size).toBe(Object.values(bound).length);
  });
});

describe('a row of a dataset', () => {
  const bound: Survey = {
    ...survey,
    column: [
      { id: 'p.q1', column: 'a' },
      { id: 'p.q2', column: 'b' },
      { id: 'overall', column: 'c' },
      { id: 'outlet', column: 'd' },
      { id: 'day', column: 'e' },
      { id: 'complained', column: 'f' },
    ],
  };
  const stored = ['a', 'b', 'c', 'd', 'e', 'f'].map((id): StoredColumn => ({ id, name: id, type: 'text' }));

  it('is a sheet', () => {
    expect(toAnswer(bound, 3, stored, ['7', '8', '10', ' 城东支行 ', '1970-01-03', '是'])).toMatchObject({
      id: 's 3',
      perceptions: { q1: 7 },
      overall: 10,
      outlet: '城东支行',
      day: 2,
      complained: true,
      source: 'dataset',
    });
    expect(toAnswer(bound, 0, stored, ['', 'x', '', '', '', ''])).toMatchObject({
      perceptions: {},
      overall: null,
      outlet: null,
      day: null,
      complained: null,
    });
  });
});

describe('the results of sheets', () => {
  const answers = Array.from({ length: 12 }, (_, n): SurveyAnswer => ({
    id: `${n}`,
    survey: 's',
    perceptions: Object.fromEntries(surveyItems.map((item, i) => [item, 1 + ((i + n) % 7)])),
    expectations: Object.fromEntries(surveyItems.map((item, i) => [item, 1 + ((i + n + 1) % 7)])),
    importance: {},
    overall: n < 9 ? 9 : 3,
    recommend: n < 6 ? 10 : 2,
    complained: null,
    outlet: n % 2 ? 'A' : 'B',
    channel: null,
    ageBand: null,
    day: 20_000,
    seconds: 200,
    setAside: null,
    source: 'typed',
  }));
  const names = {
    perceived: (item: string) => `P ${item}`,
    expected: (item: string) => `E ${item}`,
    other: (column: string) => column,
    channel: (channel: string) => channel,
    ageBand: (band: string) => band,
  };

  it.each([survey, gap])('run every view through its analysis, in either form', (form) => {
    const table = toAnswerTable(form, answers, names);
    for (const view of surveyViews) {
      expect(runView(view, table, specOfView(view, form, answers)), view).toMatchObject({ ok: true });
    }
  });

  it('agree with the sheets', () => {
    const table = toAnswerTable(survey, answers, names);
    const result = runView('gaps', table, specOfView('gaps', survey, answers));
    const items = result.ok
      ? (result.value as { items: readonly { perception: { mean: number; n: number } }[] }).items
      : [];
    const means = surveyItems.map(
      (item) => answers.reduce((sum, { perceptions }) => sum + (perceptions[item] ?? 0), 0) / answers.length,
    );
    items.forEach(({ perception }, i) => expect(perception.mean).toBeCloseTo(means[i], 12));
    expect(items).toHaveLength(22);
  });
});
