import { describe, expect, it } from 'vitest';
import { satisfactionSlice } from '../../../src/analyses/satisfaction/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(satisfactionSlice);

function repeat(counts: Readonly<Record<number, number>>): number[] {
  return Object.entries(counts).flatMap(([score, n]) => Array.from({ length: n }, () => Number(score)));
}

/** 100 answers: 50 promoters, 30 passives, 20 detractors. */
const recommend = repeat({ 10: 30, 9: 20, 8: 20, 7: 10, 6: 5, 3: 10, 0: 5 });

describe('satisfaction: net promoter score', () => {
  const table = tableOf(numeric('c0', 'number', [...recommend, null, 11, 7.5], '推荐意愿'));
  const outcome = run(table, { rating: 'c0', scale: 'nps' });
  it('is promoters less detractors, with the interval of a multinomial', () => {
    expect(outcome.whole).toMatchObject({ n: 100, positive: 50, neutral: 30, negative: 20 });
    expect(outcome.whole.value).toBeCloseTo(30, 10);
    const half = 1.959963984540054 * 100 * Math.sqrt((0.7 - 0.09) / 100);
    expect(outcome.whole.low).toBeCloseTo(30 - half, 8);
    expect(outcome.whole.high).toBeCloseTo(30 + half, 8);
  });
  it('leaves out and counts what is missing or no answer', () => {
    expect(outcome.coverage).toMatchObject({ missing: 1, outside: 2 });
    expect(textsOf(satisfactionSlice, outcome, 'zh-CN').join('\n')).toMatch(/有 2 个值不是 0～10 的整数/);
  });
  it('counts every answer of the scale, and opens its rows', () => {
    expect(outcome.answers).toHaveLength(11);
    for (const { count, filters } of outcome.answers) expect(rowsBehind(table, filters)).toHaveLength(count);
    const detractors = satisfactionSlice.findings(outcome).headline[2];
    expect(rowsBehind(table, detractors.drill)).toHaveLength(20);
    expect(rowsBehind(table, outcome.whole.filters)).toHaveLength(100);
  });
  it('speaks both languages and is plain data', () => {
    expectCleanTexts(satisfactionSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('satisfaction: share satisfied', () => {
  it('has Wilson’s interval of the upper two answers', () => {
    const five = run(tableOf(numeric('c0', 'number', repeat({ 5: 60, 4: 21, 3: 10, 2: 5, 1: 4 }))), {
      rating: 'c0',
      scale: 'five',
    });
    expect(five.whole).toMatchObject({ n: 100, positive: 81, negative: 9, value: 0.81 });
    expect(five.whole.low).toBeCloseTo(0.7222, 4);
    expect(five.whole.high).toBeCloseTo(0.8749, 4);
    expect(five.whole.mean).toBeCloseTo(4.28, 10);
    expect(textsOf(satisfactionSlice, five, 'en').join('\n')).toMatch(/on a scale of 100 .* = 82\.0/);
    const seven = run(tableOf(numeric('c0', 'number', [7, 6, 5, 4, 3, 1])), { rating: 'c0', scale: 'seven' });
    expect(seven.whole).toMatchObject({ positive: 2, neutral: 2, negative: 2 });
  });
  it('puts groups best first and periods in order of time, and marks those apart from the whole', () => {
    const good = repeat({ 5: 90, 2: 10 });
    const poor = repeat({ 5: 40, 1: 60 });
    const table = tableOf(
      numeric('c0', 'number', [...poor, ...good, 5], '评分'),
      words('c1', [...poor.map(() => '甲网点'), ...good.map(() => '乙网点'), null], '网点'),
      numeric('c2', 'date', [
        ...poor.map(() => toEpochDay(2024, 1, 5)),
        ...good.map(() => toEpochDay(2024, 2, 5)),
        null,
      ]),
    );
    const byOutlet = run(table, { rating: 'c0', scale: 'five', groupBy: 'column', groupColumn: 'c1' });
    expect(byOutlet.groups.map(({ label, value }) => [label, value])).toEqual([
      ['乙网点', 0.9],
      ['甲网点', 0.4],
    ]);
    expect(byOutlet.coverage.unplaced).toBe(1);
    for (const { n, filters } of byOutlet.groups) expect(rowsBehind(table, filters)).toHaveLength(n);
    expect(textsOf(satisfactionSlice, byOutlet, 'zh-CN').join('\n')).toMatch(/整个低于总体：甲网点/);
    expectCleanTexts(satisfactionSlice, byOutlet);
    expectPlainData(byOutlet);
    const byMonth = run(table, { rating: 'c0', scale: 'nps', groupBy: 'month', dateColumn: 'c2' });
    expect(byMonth.groups.map(({ label }) => label)).toEqual(['2024-01', '2024-02']);
    expect((optionOf(satisfactionSlice, byMonth)['series'] as unknown[]).length).toBe(2);
    expectCleanTexts(satisfactionSlice, byMonth);
  });
  it('warns where nearly all answers are the highest', () => {
    const outcome = run(tableOf(numeric('c0', 'number', repeat({ 5: 199, 1: 1 }))), { rating: 'c0', scale: 'five' });
    expect(textsOf(satisfactionSlice, outcome, 'en').join('\n')).toMatch(/close to the ceiling/);
  });
  it('stands a single answer and answers all alike', () => {
    for (const values of [[5], [1, 1, 1], [10]])
      for (const scale of ['nps', 'five']) {
        if (scale === 'five' && values[0] > 5) continue;
        const outcome = run(tableOf(numeric('c0', 'number', values)), { rating: 'c0', scale });
        expectCleanTexts(satisfactionSlice, outcome);
        expectPlainData(outcome);
      }
  });
});

describe('satisfaction: choices', () => {
  it('refuses what cannot be', () => {
    const table = tableOf(numeric('c0', 'number', [0.5, null]), words('c1', ['a', 'b']));
    expect(failureCodeOf(() => run(table, {}))).toBe('satisfaction-choose-rating');
    expect(failureCodeOf(() => run(table, { rating: 'c0' }))).toBe('satisfaction-no-answers');
    expect(failureCodeOf(() => run(table, { rating: 'c1' }))).toBe('measure-not-numbers');
  });
  it('proposes a rating by its name and values, with the scale that holds them', () => {
    const counts = numeric('c0', 'number', [1, 2, 3, 4], '件数');
    const rating = (values: number[]): ReturnType<typeof numeric> => numeric('c1', 'number', values, '满意度评分');
    const propose = (values: number[]): unknown => proposalOf(satisfactionSlice, tableOf(counts, rating(values)));
    expect(propose([1, 5, 4, 3])).toMatchObject({ rating: 'c1', scale: 'five' });
    expect(propose([1, 7, 4, 3])).toMatchObject({ rating: 'c1', scale: 'seven' });
    expect(propose([2, 9, 4, 3])).toMatchObject({ rating: 'c1', scale: 'nps' });
    expect(propose([20, 90, 4, 3])).toMatchObject({ rating: 'c0', scale: 'five' });
    expect(proposalOf(satisfactionSlice, tableOf(words('c0', ['a'])))).toBe('satisfaction-no-rating');
  });
});
