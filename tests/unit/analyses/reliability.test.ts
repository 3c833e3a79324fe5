import { describe, expect, it } from 'vitest';
import { reliabilitySlice } from '../../../src/analyses/reliability/slice';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(reliabilitySlice);

interface CronbachInput {
  readonly rows: readonly (readonly (number | null)[])[];
}
interface CronbachExpected {
  readonly n: number;
  readonly alpha: number;
  readonly standardizedAlpha: number;
  readonly itemRestCorrelation: readonly number[];
}

function sheet(columns: readonly (readonly (number | null)[])[]): ReturnType<typeof tableOf> {
  return tableOf(...columns.map((values, i) => numeric(`c${i}`, 'number', values, `题${i + 1}`)));
}

/** Five questions, 40 respondents who agree well; the last question is reversed. */
const level = Array.from({ length: 40 }, (_, i) => 1 + (i % 5));
const alike = [
  level,
  level.map((x, i) => Math.min(5, Math.max(1, x + (i % 3) - 1))),
  level.map((x, i) => Math.min(5, Math.max(1, x + (i % 4 === 0 ? 1 : 0)))),
  level.map((x, i) => Math.min(5, Math.max(1, x - (i % 7 === 0 ? 1 : 0)))),
];
const reversed = level.map((x) => 6 - x);

describe('reliability: against the reference cases', () => {
  it.each(['cronbach-01-attitude', 'cronbach-02-missing', 'cronbach-53-two-items'])('%s', (id) => {
    const { input, expected } = referenceCase<CronbachInput, CronbachExpected>(id);
    const columns = input.rows[0].map((_, item) => input.rows.map((row) => row[item]));
    const outcome = run(sheet(columns), { items: columns.map((_, i) => `c${i}`) });
    expect(outcome.n).toBe(expected.n);
    expect(outcome.alpha).toBeCloseTo(expected.alpha, 9);
    expect(outcome.standardizedAlpha).toBeCloseTo(expected.standardizedAlpha, 9);
    outcome.items.forEach(({ itemRest, low, high }, item) => {
      expect(itemRest).toBeCloseTo(expected.itemRestCorrelation[item], 9);
      expect(low ?? NaN).toBeLessThan(itemRest ?? NaN);
      expect(high ?? NaN).toBeGreaterThan(itemRest ?? NaN);
    });
    const k = columns.length;
    expect((k / (k - 1)) * (1 - outcome.itemVariance / outcome.totalVariance)).toBeCloseTo(expected.alpha, 9);
  });
});

describe('reliability: questions that do not belong', () => {
  const items = ['c0', 'c1', 'c2', 'c3', 'c4'];
  it('finds a reversed question, and is right once it is marked', () => {
    const table = sheet([...alike, reversed]);
    const wrong = run(table, { items });
    expect(wrong.items[4].itemRest).toBeLessThan(0);
    expect(textsOf(reliabilitySlice, wrong, 'zh-CN').join('\n')).toMatch(/与其余题项负相关：题5/);
    const right = run(table, { items, reversed: ['c4'] });
    const mirrored = run(sheet([...alike, reversed.map((x) => 6 - x)]), { items });
    expect(right.alpha).toBeCloseTo(mirrored.alpha ?? NaN, 12);
    expect(right.items[4].mean).toBeCloseTo(wrong.items[4].mean, 12);
    expect(right.alpha ?? 0).toBeGreaterThan(0.9);
  });
  it('calls no alpha good while a third of the questions points the other way', () => {
    // Hardly alike, but pointing down where the others point up.
    const against = [3, 4].map((step) => level.map((x, i) => 3 + (i % step === 0 ? 1 : 0) - (x === 5 ? 1 : 0)));
    const third = run(sheet([...alike, ...against]), { items: [...items, 'c5'] });
    expect(third.items.filter(({ itemRest }) => (itemRest ?? 0) < 0)).toHaveLength(2);
    expect(third.alpha ?? -1).toBeGreaterThan(0);
    expect(textsOf(reliabilitySlice, third, 'en').join('\n')).toMatch(/Turn questions first/);
    expectCleanTexts(reliabilitySlice, third);
  });
  it('names a question of another kind and what alpha would be without it', () => {
    const noise = level.map((_, i) => 1 + ((i * 7 + (i >> 3)) % 5));
    const outcome = run(sheet([...alike, noise]), { items });
    const without = run(sheet(alike), { items: items.slice(0, 4) });
    expect(outcome.items[4].alphaIfDropped).toBeCloseTo(without.alpha ?? NaN, 10);
    expect(textsOf(reliabilitySlice, outcome, 'zh-CN').join('\n')).toMatch(/删除“题5”后 α 会升到/);
    expectCleanTexts(reliabilitySlice, outcome);
    expectPlainData(outcome);
    expect(optionOf(reliabilitySlice, outcome)['series']).toHaveLength(2);
  });
});

describe('reliability: sheets', () => {
  it('leaves out and counts what is incomplete, blank or answered alike throughout', () => {
    const columns = [...alike, alike[0]].map((values, item) => [
      ...values,
      // Two respondents leave out one or two questions, one answers nothing, one gives 3 throughout.
      item === 1 ? null : 4,
      item > 2 ? null : 2,
      null,
      3,
    ]);
    const table = sheet(columns);
    const outcome = run(table, { items: ['c0', 'c1', 'c2', 'c3', 'c4'] });
    expect(outcome.n).toBe(41);
    expect(outcome.quality).toMatchObject({ respondents: 43, complete: 41, blank: 1, sparse: 1 });
    expect(outcome.quality.straight).toBeGreaterThanOrEqual(1);
    expect(outcome.items.map(({ missing }) => missing)).toEqual([1, 2, 1, 2, 2]);
    expect(rowsBehind(table, outcome.filters)).toHaveLength(41);
    expectCleanTexts(reliabilitySlice, outcome);
  });
  it('stands questions that nobody answers differently', () => {
    const outcome = run(
      sheet([
        [3, 3, 3, 3],
        [2, 2, 2, 2],
      ]),
      { items: ['c0', 'c1'] },
    );
    expect(outcome.alpha).toBeNull();
    expectCleanTexts(reliabilitySlice, outcome);
    expectPlainData(outcome);
  });
});

describe('reliability: choices', () => {
  it('refuses what cannot be', () => {
    const table = tableOf(
      numeric('c0', 'number', [1, 2, null]),
      numeric('c1', 'number', [1, null, 2]),
      words('c2', ['a', 'b', 'c']),
    );
    expect(failureCodeOf(() => run(table, { items: ['c0'] }))).toBe('reliability-choose-items');
    expect(failureCodeOf(() => run(table, { items: ['c0', 'c1'] }))).toBe('reliability-too-few');
    expect(failureCodeOf(() => run(table, { items: ['c0', 'c2'] }))).toBe('measure-not-numbers');
  });
  it('proposes the columns of the commonest scale', () => {
    const table = tableOf(
      numeric('c0', 'number', [1, 5, 3], '题1'),
      numeric('c1', 'number', [0, 10, 8], '推荐'),
      numeric('c2', 'number', [2, 5, 4], '题2'),
      numeric('c3', 'number', [20, 50, 44], '金额'),
    );
    expect(proposalOf(reliabilitySlice, table)).toMatchObject({ items: ['c0', 'c2'] });
    expect(proposalOf(reliabilitySlice, tableOf(words('c0', ['a'])))).toBe('reliability-no-items');
  });
});
