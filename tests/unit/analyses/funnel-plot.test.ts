import { describe, expect, it } from 'vitest';
import { funnelPlotSlice } from '../../../src/analyses/funnel-plot/slice';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, theme } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(funnelPlotSlice);

/** Rows of outlets: `bad` of `size` rows are late. */
function ledger(outlets: Readonly<Record<string, readonly [bad: number, size: number]>>): Table {
  const rows = Object.entries(outlets).flatMap(([name, [bad, size]]) =>
    Array.from({ length: size }, (_, i) => ({ name, late: i < bad ? '是' : '否' })),
  );
  return tableOf(
    words(
      'c0',
      rows.map(({ name }) => name),
      '网点',
    ),
    words(
      'c1',
      rows.map(({ late }) => late),
      '是否超时',
    ),
  );
}

const share = { unitColumn: 'c0', countedColumn: 'c1', countedValues: ['是'] };
const steady = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`支行${i}`, [11 + (i % 3), 200] as const]));

describe('funnel plot: limits', () => {
  it('p₀ = 0.06 and n = 200 give 2.71–9.29 % and 0.81–11.19 % (DOMAIN golden value)', () => {
    const outcome = run(ledger(steady), { ...share, target: 'typed', targetValue: 6 });
    const { lower, upper } = outcome.units[0].limits;
    expect([lower[0], upper[0], lower[1], upper[1]].map((limit) => Math.round(limit * 10_000) / 100)).toEqual([
      2.71, 9.29, 0.81, 11.19,
    ]);
    expectCleanTexts(funnelPlotSlice, outcome);
    expectPlainData(outcome);
  });
  it('pools the level over all outlets and finds those outside, the furthest first', () => {
    const table = ledger({ ...steady, 东门: [40, 200], 西门: [0, 200] });
    const outcome = run(table, share);
    expect(outcome.pooled).toMatchObject({ count: 40 + 119, size: 2400 });
    expect(outcome.units[0]).toMatchObject({ label: '东门', levelsBeyond: 2, side: 'above' });
    expect(outcome.units.find(({ label }) => label === '西门')).toMatchObject({ levelsBeyond: 2, side: 'below' });
    const marks = (optionOf(funnelPlotSlice, outcome)['series'] as { id: string; data: object[] }[]).find(
      ({ id }) => id === 'points',
    );
    expect(marks?.data[0]).toMatchObject({ symbol: 'diamond', itemStyle: { color: theme.concern } });
    expect(marks?.data[1]).toMatchObject({ symbol: 'triangle', itemStyle: { color: theme.good } });
    expectCleanTexts(funnelPlotSlice, outcome);
  });
  it('opens the late rows of an outlet, or all of its rows where none was late', () => {
    const table = ledger({ 甲: [2, 30], 乙: [0, 20], 丙: [3, 25] });
    const outcome = run(table, share);
    const behind = (name: string): number =>
      rowsBehind(table, outcome.units.find(({ label }) => label === name)?.filters).length;
    expect([behind('甲'), behind('乙'), behind('丙')]).toEqual([2, 20, 3]);
  });
  it('small outlets have exact limits, which the normal approximation would put below 0', () => {
    const small = ledger({ 甲: [1, 20], 乙: [0, 25], 丙: [2, 30], 丁: [1, 900] });
    const auto = run(small, share);
    const normal = run(small, { ...share, method: 'normal' });
    const upper = (outcome: typeof auto): number =>
      outcome.units.find(({ label }) => label === '甲')?.limits.upper[1] ?? 0;
    expect(upper(auto)).toBeGreaterThan(upper(normal));
    expect(auto.units.every(({ limits }) => limits.lower.every((limit) => limit >= 0))).toBe(true);
    expectCleanTexts(funnelPlotSlice, auto);
    expectCleanTexts(funnelPlotSlice, normal);
  });
});

describe('funnel plot: rates and second datasets', () => {
  const complaints = tableOf(
    words('c0', [...Array.from({ length: 30 }, () => '东'), ...Array.from({ length: 5 }, () => '西')]),
  );
  const volumes = tableOf(words('c0', ['西', '东', '南']), numeric('c1', 'number', [10_000, 10_000, 500], '业务笔数'));
  const rate = {
    kind: 'rate',
    unitColumn: 'c0',
    numerator: 'rows',
    denominator: 'second',
    secondKey: 'c0',
    secondNumber: 'c1',
  };
  it('divides complaints by volumes of another dataset, matched by name', () => {
    const outcome = run(complaints, rate, volumes);
    expect(outcome.pooled).toEqual({ count: 35, size: 20_500, value: 35 / 20_500 });
    expect(outcome.scale.factor).toBe(1000);
    expect(outcome.units.map(({ label, side }) => [label, side])).toEqual([
      ['东', 'above'],
      ['西', 'below'],
      ['南', 'inside'],
    ]);
    expectCleanTexts(funnelPlotSlice, outcome);
    expectPlainData(outcome);
  });
  it('a typed target of a rate is in the unit of the axis', () => {
    const outcome = run(complaints, { ...rate, per: 1000, target: 'typed', targetValue: 2 }, volumes);
    expect(outcome.target).toBeCloseTo(0.002, 12);
    expectCleanTexts(funnelPlotSlice, outcome);
  });
  it('an outlet that only the volumes name had no complaints, and counts', () => {
    expect(run(complaints, rate, volumes).units.find(({ label }) => label === '南')).toMatchObject({
      count: 0,
      size: 500,
    });
    const without = run(complaints, { ...rate, zeroUnits: false }, volumes);
    expect(without.units).toHaveLength(2);
    expect(without.pooled.size).toBe(20_000);
    expect(without.coverage.withoutRows).toEqual(['南']);
    expectCleanTexts(funnelPlotSlice, without);
  });
  it('names outlets without a denominator', () => {
    const third = tableOf(words('c0', ['东', '西', '北', '北']));
    const outcome = run(third, rate, volumes);
    expect(outcome.coverage.withoutSize).toEqual(['北']);
    expectCleanTexts(funnelPlotSlice, outcome);
  });
});

describe('funnel plot: trust and refusals', () => {
  const codes = (outcome: ReturnType<typeof run>): string[] =>
    funnelPlotSlice
      .findings(outcome)
      .reportCard.map(({ sentence }) => sentence.code.replace('analyses.funnelPlot.check.', ''));
  it('warns where all outlets differ by more than chance', () => {
    const wild = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`n${i}`, [i % 2 === 0 ? 200 : 300, 2000] as const]),
    );
    const outcome = run(ledger(wild), share);
    expect(outcome.dispersion).toBeGreaterThan(5);
    expect(codes(outcome)).toContain('dispersed');
    expect(codes(run(ledger(steady), share))).toContain('dispersionFits');
    expectCleanTexts(funnelPlotSlice, outcome);
  });
  it('says that few outlets and typed targets need care', () => {
    const outcome = run(ledger({ 甲: [2, 30], 乙: [1, 20] }), {
      ...share,
      target: 'typed',
      targetValue: 5,
      direction: 'none',
    });
    expect(codes(outcome)).toEqual(expect.arrayContaining(['fewUnits', 'typedTarget', 'smallExact']));
    expectCleanTexts(funnelPlotSlice, outcome);
  });
  it('refuses what cannot be compared', () => {
    const table = ledger({ 甲: [2, 30], 乙: [1, 20] });
    const code = (spec: Record<string, unknown>, of = table): string => failureCodeOf(() => run(of, spec));
    expect(code({ ...share, unitColumn: null })).toBe('funnel-choose-unit');
    expect(code(share, ledger({ 甲: [2, 30] }))).toBe('funnel-too-few-units');
    expect(code(share, ledger({ 甲: [0, 30], 乙: [0, 5] }))).toBe('funnel-no-events');
    expect(code(share, ledger({ 甲: [3, 3], 乙: [5, 5] }))).toBe('funnel-all-events');
    expect(code({ ...share, target: 'typed' })).toBe('funnel-choose-target');
    expect(code({ ...share, target: 'typed', targetValue: 120 })).toBe('funnel-target-outside');
    expect(code({ ...share, countedValues: [] })).toBe('choose-values');
  });
  it('proposes outlets by their name and the rarer answer', () => {
    const table = ledger({ 甲: [2, 30], 乙: [1, 20], 丙: [1, 20] });
    expect(proposalOf(funnelPlotSlice, table)).toMatchObject({
      unitColumn: 'c0',
      countedColumn: 'c1',
      countedValues: ['是'],
    });
    expect(proposalOf(funnelPlotSlice, tableOf(numeric('c0', 'number', [1])))).toBe('funnel-no-column');
  });
});

describe('funnel plot: many units at once', () => {
  const table = ledger({ ...steady, 东门: [26, 200], 西门: [21, 200] });
  const outcome = run(table, { ...share, target: 'typed', targetValue: 6 });
  const of = (name: string): (typeof outcome.units)[number] | undefined =>
    outcome.units.find(({ label }) => label === name);
  it('gives each twice its smaller tail, summed term by term', () => {
    let term = 0.94 ** 200;
    let below = 0;
    for (let k = 0; k < 26; k++) {
      below += term;
      term *= ((200 - k) / (k + 1)) * (0.06 / 0.94);
    }
    expect(of('东门')?.pValue).toBeCloseTo(2 * (1 - below), 10);
    expect(outcome.units.every(({ pValue }) => pValue !== null && pValue > 0 && pValue <= 1)).toBe(true);
  });
  it('keeps the share of false alarms among them: 1.7 % of 12 units is no discovery', () => {
    const [first, second] = outcome.units.map(({ pValue }) => pValue ?? 1).sort((a, b) => a - b);
    expect(of('东门')?.adjustedP).toBeCloseTo(Math.min(12 * first, 6 * second), 10);
    expect(second).toBeLessThan(0.05);
    expect(of('西门')?.adjustedP).toBeCloseTo(6 * second, 10);
    expect(of('西门')?.adjustedP).toBeGreaterThan(0.05);
    expectCleanTexts(funnelPlotSlice, outcome);
  });
});
