import { describe, expect, it } from 'vitest';
import { chartRankingSlice } from '../../../src/analyses/chart-ranking/slice';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(chartRankingSlice);
const months = 24;

const uncoded = '';

/** Rows of a ledger: how many events each link has in each month. */
function ledger(links: Readonly<Record<string, (month: number) => number>>): Table {
  const rows = Object.entries(links).flatMap(([name, countIn]) =>
    Array.from({ length: months }, (_, month) =>
      Array.from({ length: countIn(month) }, (_, i) => ({
        name,
        day: toEpochDay(2024 + Math.floor(month / 12), (month % 12) + 1, 1 + (i % 28)),
      })),
    ).flat(),
  );
  return tableOf(
    numeric(
      'c0',
      'date',
      rows.map(({ day }) => day),
      '受理日期',
    ),
    words(
      'link',
      rows.map(({ name }) => (name === uncoded ? null : name)),
      '环节',
    ),
  );
}

const spec = { groupColumn: 'link', dateColumn: 'c0' };
const wobble = (mean: number) => (month: number) => mean + (month % 2);
const rising = (month: number) => (month === months - 1 ? 40 : 7 + 7 * (month % 2));
const falling = (month: number) => (month < months - 8 ? 30 + (month % 2) : 12);

describe('ranked control charts', () => {
  const table = ledger({ steady: wobble(20), falling, rising, rare: (month) => (month === 3 ? 2 : 0) });

  it('put concerns of now first, improvements next, quiet charts after them, and the rare apart', () => {
    const outcome = run(table, spec);
    expect(outcome.charts.map(({ label }) => label)).toEqual(['rising', 'falling', 'steady']);
    expect(outcome.rare.map(({ label, total }) => [label, total])).toEqual([['rare', 2]]);
    expect(outcome.charts[0].now).toMatchObject({ rule: 'beyond-limits', completesAt: months - 1, side: 'above' });
    expect(outcome.charts[1].now).toMatchObject({ rule: 'run-one-side', side: 'below' });
    expect(outcome.charts[2].now).toBeNull();
    expectCleanTexts(chartRankingSlice, outcome);
    expectPlainData(outcome);
  });

  it('turn the order round where more is better, and judge no side where neither is', () => {
    expect(run(table, { ...spec, direction: 'higher' }).charts[0].label).toBe('falling');
    const neither = run(table, { ...spec, direction: 'none' });
    expect(neither.charts.map(({ now }) => now !== null)).toEqual([true, true, false]);
    expectCleanTexts(chartRankingSlice, neither);
  });

  it('call nothing of now that completed before the last periods', () => {
    const early = ledger({ early: (month) => (month === 5 ? 60 : 8 + 9 * (month % 2)), steady: wobble(10) });
    const outcome = run(early, spec);
    expect(outcome.charts.every(({ now }) => now === null)).toBe(true);
    expect(outcome.charts[0].label).toBe('early');
    expect(outcome.charts[0].panel.signals).toHaveLength(1);
    expect(run(early, { ...spec, recent: 24 }).charts[0].now?.completesAt).toBe(5);
  });

  it('have the limits of a c chart: the mean ± three roots of it', () => {
    const [chart] = run(ledger({ even: () => 16, odd: wobble(9) }), spec).charts.filter(
      ({ label }) => label === 'even',
    );
    expect(chart.center).toBe(16);
    expect([chart.panel.lower[0], chart.panel.upper[0]]).toEqual([4, 28]);
  });

  it('are the charts that the control chart draws of the same share, point by point', () => {
    const outcome = run(table, { ...spec, plot: 'share', width: 'plain' });
    const single = runnerOf(controlChartSlice);
    for (const chart of outcome.charts) {
      const alone = single(table, {
        chart: 'p',
        subgroup: 'month',
        dateColumn: 'c0',
        countedColumn: 'link',
        countedValues: [chart.label],
      });
      expect(chart.panel).toEqual(alone.chart.main);
    }
    expectCleanTexts(chartRankingSlice, outcome);
  });

  it('divide by the volumes of another dataset', () => {
    const volumes = tableOf(
      numeric(
        'm',
        'date',
        Array.from({ length: months }, (_, i) => toEpochDay(2024 + Math.floor(i / 12), (i % 12) + 1, 1)),
        '月份',
      ),
      numeric('n', 'number', Array<number>(months).fill(10_000), '业务笔数'),
    );
    const choice = { ...spec, plot: 'rate', denominator: 'second', secondKey: 'm', secondNumber: 'n' };
    const outcome = run(table, choice, volumes);
    const steady = outcome.charts.find(({ label }) => label === 'steady');
    expect(steady?.center).toBeCloseTo(20.5 / 10_000, 15);
    expect(outcome.scale.factor).toBe(1000);
    expectCleanTexts(chartRankingSlice, outcome);
  });

  it('widen the limits of charts that scatter more than counts should, and only of those', () => {
    const jumpy = (month: number): number => [60, 140, 75, 130, 110, 55, 150, 90][month % 8];
    const rough = ledger({ jumpy, steady: wobble(900) });
    const auto = run(rough, { ...spec, plot: 'share' });
    const plain = run(rough, { ...spec, plot: 'share', width: 'plain' });
    const of = (outcome: typeof auto) => outcome.charts.find(({ label }) => label === 'jumpy');
    expect(of(auto)?.widenedBy).toBeGreaterThan(1.2);
    expect(of(plain)?.widenedBy).toBeNull();
    expect(of(plain)?.dispersion).toBe('laney');
    expect(of(auto)?.panel.upper[0]).toBeGreaterThan(of(plain)?.panel.upper[0] ?? Infinity);
    expectCleanTexts(chartRankingSlice, auto);
    expectCleanTexts(chartRankingSlice, plain);
  });

  it('correct the evidence of change for the number of charts', () => {
    const { charts } = run(table, spec);
    for (const { pValue, adjustedP } of charts) expect(adjustedP).toBeGreaterThanOrEqual(pValue ?? 1);
    expect(charts.find(({ label }) => label === 'falling')?.adjustedP).toBeLessThan(1e-4);
  });

  it('open the rows of a chart and of a cell', () => {
    const outcome = run(table, spec);
    const twin = chartRankingSlice.rows(outcome);
    expect(twin.rows.map(({ drill }) => rowsBehind(table, drill).length)).toEqual([
      ...outcome.charts.map(({ total }) => total),
      2,
    ]);
    const cells = (optionOf(chartRankingSlice, outcome)['series'] as { data: number[][] }[])[0].data;
    expect(cells).toHaveLength(3 * months);
    const picture = chartRankingSlice.picture(outcome, { phrase: () => '', value: () => '', theme: {} as never });
    expect(rowsBehind(table, picture.drill('cells', months - 1)).length).toBe(40);
  });

  it('leave uncoded rows out and say so', () => {
    const outcome = run(ledger({ steady: wobble(10), [uncoded]: wobble(5) }), spec);
    expect(outcome.ungrouped).toBe(132);
    expect(outcome.charts.map(({ label }) => label)).toEqual(['steady']);
    expectCleanTexts(chartRankingSlice, outcome);
  });

  it('are proposed for the coded links, and say what is missing', () => {
    expect(proposalOf(chartRankingSlice, table)).toMatchObject({ ...spec, subgroup: 'month' });
    expect(proposalOf(chartRankingSlice, tableOf(words('c0', ['a', 'b'])))).toBe('ranking-no-column');
    expect(failureCodeOf(() => run(table, { dateColumn: 'c0' }))).toBe('ranking-choose-group');
    expect(failureCodeOf(() => run(table, { groupColumn: 'link' }))).toBe('choose-date');
    expect(failureCodeOf(() => run(ledger({ few: (m) => (m % 3 === 0 ? 1 : 0) }), spec))).toBe('ranking-all-rare');
    const many = ledger(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`g${i}`, () => 1])));
    expect(failureCodeOf(() => run(many, spec))).toBe('ranking-too-many-groups');
  });
});
