import { describe, expect, it } from 'vitest';
import { compareMeansSlice } from '../../../src/analyses/compare-means/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { referenceCase } from './reference-case';
import { codes, expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(compareMeansSlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

interface Group {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Groups as a ledger holds them: one line per value, the group beside it. */
function ledger(groups: readonly Group[]): Table {
  return tableOf(
    numeric(
      'c0',
      'number',
      groups.flatMap(({ values }) => [...values]),
      '时长',
    ),
    words(
      'c1',
      groups.flatMap(({ name, values }) => values.map(() => name)),
      '渠道',
    ),
  );
}

const byGroup = { measure: 'c0', groupColumn: 'c1' };

interface TTruth {
  readonly estimate: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly ci: readonly [number, number];
}

describe('compareMeans: two groups', () => {
  const { input, expected } = referenceCase<{ x: number[]; y: number[] }, TTruth>('ttest-02-welch-sleep');
  const table = ledger([
    { name: '甲', values: input.x },
    { name: '乙', values: input.y },
  ]);
  const outcome = run(table, byGroup);
  it('uses Welch’s t for the sleep data, the higher group first', () => {
    expect(outcome.method).toEqual({ used: 'welchT', reason: 'welchDefault' });
    expect(outcome.groups.map(({ label }) => label)).toEqual(['乙', '甲']);
    expect(outcome.test.statistic).toBeCloseTo(-expected.t, 9);
    expect(outcome.test.df1).toBeCloseTo(expected.df, 9);
    expect(outcome.test.pValue).toBeCloseTo(expected.p, 9);
    expect(outcome.pairs[0].difference).toBeCloseTo(-expected.estimate, 9);
    expect(outcome.pairs[0].interval?.low).toBeCloseTo(-expected.ci[1], 9);
    expect(outcome.pairs[0].interval?.high).toBeCloseTo(-expected.ci[0], 9);
  });
  it('does not call a p of 0.079 a difference, nor the groups equal', () => {
    const text = textsOf(compareMeansSlice, outcome, 'en').join('\n');
    expect(text).toMatch(/no more than chance explains \(95% CI of the difference -0\.2055 to 3\.365, p = 0\.0794\)/);
    expect(text).toMatch(/not equality/);
    expect(text).toMatch(/Only|smallest group has only 10 values/);
  });
  it('can be asked for the pooled test', () => {
    const pooled = referenceCase<{ x: number[]; y: number[] }, TTruth>('ttest-03-pooled-sleep');
    const chosen = run(
      ledger([
        { name: '甲', values: pooled.input.x },
        { name: '乙', values: pooled.input.y },
      ]),
      { ...byGroup, method: 'equal' },
    );
    expect(chosen.method).toEqual({ used: 'pooledT', reason: 'chosen' });
    expect(Math.abs(chosen.test.statistic ?? 0)).toBeCloseTo(Math.abs(pooled.expected.t), 9);
    expect(chosen.test.pValue).toBeCloseTo(pooled.expected.p, 9);
    expectCleanTexts(compareMeansSlice, chosen);
  });
  it('compares ranks exactly where it can', () => {
    const perm = referenceCase<{ x: number[]; y: number[] }, { u1: number; u2: number; exact: { p: number } }>(
      'mannwhitney-01-hollander-perm',
    );
    const ranked = run(
      ledger([
        { name: '甲', values: perm.input.x },
        { name: '乙', values: perm.input.y },
      ]),
      { ...byGroup, method: 'ranks' },
    );
    expect(ranked.method.used).toBe('mannWhitney');
    expect(ranked.test.isExact).toBe(true);
    expect(ranked.test.pValue).toBeCloseTo(perm.expected.exact.p, 9);
    expect([perm.expected.u1, perm.expected.u2]).toContain(ranked.test.statistic);
    expectCleanTexts(compareMeansSlice, ranked);
    expectPlainData(ranked);
  });
  it('opens the values of a group, not its missing cells', () => {
    const gaps = ledger([
      { name: '甲', values: [1, 2, null, 3] },
      { name: '乙', values: [4, 5, 6] },
    ]);
    const compared = run(gaps, byGroup);
    const rows = applyFilters(gaps, compared.groups[1].filters);
    expect(rows.ok && Array.from(rows.value ?? [])).toEqual([0, 1, 3]);
    expect(compared.coverage.missing).toBe(1);
  });
});

describe('compareMeans: more groups', () => {
  const { input, expected } = referenceCase<
    { groups: Group[] },
    { f: number; p: number; tukey: { a: string; b: string; diff: number; lower: number; upper: number; p: number }[] }
  >('anova1-01-plantgrowth');
  const table = ledger(input.groups);
  it('uses ANOVA with Tukey where spreads agree, with the reference figures', () => {
    const outcome = run(table, byGroup);
    expect(outcome.method).toEqual({ used: 'anova', reason: 'equalSpread' });
    expect(outcome.test.statistic).toBeCloseTo(expected.f, 8);
    expect(outcome.test.pValue).toBeCloseTo(expected.p, 8);
    for (const truth of expected.tukey) {
      const pair = outcome.pairs.find(({ a, b }) =>
        [truth.a, truth.b].every((name) => [outcome.groups[a].label, outcome.groups[b].label].includes(name)),
      );
      expect(Math.abs(pair?.difference ?? 0)).toBeCloseTo(Math.abs(truth.diff), 9);
      expect(pair?.pValue).toBeCloseTo(truth.p, 5);
    }
  });
  it('draws groups, boxes and differences, each with its own table', () => {
    for (const picture of ['intervals', 'boxes', 'differences'])
      for (const method of ['auto', 'welch', 'equal', 'ranks']) {
        const outcome = run(table, { ...byGroup, picture, method });
        expectCleanTexts(compareMeansSlice, outcome);
        expectPlainData(outcome);
        expect(compareMeansSlice.rows(outcome).rows).toHaveLength(picture === 'differences' ? outcome.pairs.length : 3);
      }
    const axis = optionOf(compareMeansSlice, run(table, byGroup))['xAxis'] as { min?: number; scale?: boolean };
    expect(axis).toMatchObject({ scale: true });
    expect(axis.min).toBeUndefined();
  });
  it('turns to Games-Howell where spreads differ', () => {
    const rise = (scale: number, by: number): number[] =>
      Array.from({ length: 30 }, (_, i) => by + scale * Math.sin(i * 1.7));
    const outcome = run(
      ledger([
        { name: 'a', values: rise(1, 10) },
        { name: 'b', values: rise(1, 10) },
        { name: 'c', values: rise(12, 12) },
      ]),
      byGroup,
    );
    expect(outcome.method).toEqual({ used: 'welchAnova', reason: 'unequalSpread' });
    expectCleanTexts(compareMeansSlice, outcome);
  });
  it('turns to ranks where a small group is not normal', () => {
    const outcome = run(
      ledger([
        { name: 'a', values: [1, 1, 1, 1, 1, 1, 1, 40] },
        { name: 'b', values: [2, 3, 4, 5, 6, 7, 8, 9] },
        { name: 'c', values: [2, 3, 4, 5, 6, 7, 8, 10] },
      ]),
      byGroup,
    );
    expect(outcome.method).toEqual({ used: 'kruskalWallis', reason: 'smallNotNormal' });
  });
  it('has the reference H for Hollander’s three groups', () => {
    const kruskal = referenceCase<{ groups: Group[] }, { h: number; p: number }>('kruskal-01-hollander');
    const outcome = run(ledger(kruskal.input.groups), { ...byGroup, method: 'ranks' });
    expect(outcome.test.statistic).toBeCloseTo(kruskal.expected.h, 9);
    expect(outcome.test.pValue).toBeCloseTo(kruskal.expected.p, 9);
  });
  it('leaves groups of one value out and says so', () => {
    const outcome = run(ledger([...input.groups, { name: '独', values: [5] }]), byGroup);
    expect(outcome.groups).toHaveLength(3);
    expect(outcome.coverage.small).toEqual(['独']);
    expect(textsOf(compareMeansSlice, outcome, 'zh-CN').join('\n')).toMatch(/不足 2 个数值，未参加比较：独/);
  });
  it('keeps periods in order of time', () => {
    const dates = numeric(
      'c2',
      'date',
      [3, 3, 1, 1, 2, 2].map((month) => toEpochDay(2024, month, 9)),
    );
    const outcome = run(tableOf(numeric('c0', 'number', [9, 8, 1, 2, 5, 4]), dates), {
      measure: 'c0',
      groupBy: 'month',
      dateColumn: 'c2',
    });
    expect(outcome.groups.map(({ label }) => label)).toEqual(['2024-01', '2024-02', '2024-03']);
    expectCleanTexts(compareMeansSlice, outcome);
  });
});

describe('compareMeans: two columns of the same rows', () => {
  const { input, expected } = referenceCase<{ x: (number | null)[]; y: (number | null)[] }, TTruth>(
    'ttest-04-paired-sleep',
  );
  const table = tableOf(numeric('c0', 'number', input.x, '前'), numeric('c1', 'number', input.y, '后'));
  const paired = { layout: 'columns', firstColumn: 'c0', secondColumn: 'c1' };
  it('has the reference paired t', () => {
    const outcome = run(table, { ...paired, method: 'welch' });
    expect(outcome.method.used).toBe('pairedT');
    expect(outcome.test.statistic).toBeCloseTo(expected.t, 9);
    expect(outcome.test.pValue).toBeCloseTo(expected.p, 9);
    expect(outcome.pairs[0].interval?.low).toBeCloseTo(expected.ci[0], 9);
    for (const picture of ['intervals', 'boxes', 'differences']) {
      const drawn = run(table, { ...paired, picture });
      expectCleanTexts(compareMeansSlice, drawn);
      expectPlainData(drawn);
    }
  });
  it('compares signed ranks when asked and drops incomplete rows', () => {
    const truth = referenceCase<
      { before: (number | null)[]; after: (number | null)[] },
      { wilcoxon: { v: number; normalCorrectedP: number } }
    >('before_after-03-missing-zeros');
    const outcome = run(
      tableOf(numeric('c0', 'number', truth.input.after), numeric('c1', 'number', truth.input.before)),
      { ...paired, method: 'ranks' },
    );
    expect(outcome.method.used).toBe('signedRank');
    expect(outcome.test.statistic).toBe(truth.expected.wilcoxon.v);
    expect(outcome.test.pValue).toBeCloseTo(truth.expected.wilcoxon.normalCorrectedP, 9);
    expect(outcome.coverage.incomplete).toBeGreaterThan(0);
    expectCleanTexts(compareMeansSlice, outcome);
  });
});

describe('compareMeans: what cannot be, and what is proposed', () => {
  const table = ledger([
    { name: 'a', values: [1, 2, 3] },
    { name: 'b', values: [4, 5, 6] },
  ]);
  it('refuses', () => {
    expect(failureOf(table, { groupColumn: 'c1' })).toBe('choose-measure');
    expect(failureOf(table, { measure: 'c0' })).toBe('choose-subgroup');
    expect(failureOf(table, { layout: 'columns', firstColumn: 'c0' })).toBe('compare-choose-columns');
    expect(failureOf(table, { layout: 'columns', firstColumn: 'c0', secondColumn: 'c0' })).toBe('compare-same-column');
    expect(failureOf(ledger([{ name: 'a', values: [1, 2] }]), byGroup)).toBe('compare-too-few-groups');
    expect(
      failureOf(
        ledger([
          { name: 'a', values: [1, 1] },
          { name: 'b', values: [1, 1] },
        ]),
        byGroup,
      ),
    ).toBe('sample-all-equal');
    const many = Array.from({ length: 21 }, (_, i) => ({ name: `g${i}`, values: [i, i + 1] }));
    expect(failureOf(ledger(many), byGroup)).toBe('groups-too-many');
  });
  it('proposes groups, else quarters, else two columns', () => {
    const propose = (of: Table): unknown => {
      const result = compareMeansSlice.defaults({ table: of, codes });
      return result.ok ? result.value : result.failure.code;
    };
    expect(propose(table)).toMatchObject({ measure: 'c0', groupColumn: 'c1', method: 'auto' });
    const values = Array.from({ length: 12 }, (_, i) => i);
    expect(propose(tableOf(numeric('c0', 'number', values), numeric('c1', 'date', values)))).toMatchObject({
      groupBy: 'quarter',
      dateColumn: 'c1',
    });
    expect(propose(tableOf(numeric('c0', 'number', values), numeric('c1', 'number', values)))).toMatchObject({
      layout: 'columns',
      secondColumn: 'c1',
    });
    expect(propose(tableOf(numeric('c0', 'number', values)))).toBe('compare-no-groups');
  });
});
