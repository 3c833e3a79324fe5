import { describe, expect, it } from 'vitest';
import { runChartSlice } from '../../../src/analyses/run-chart/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, theme } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(runChartSlice);
const values = (list: readonly (number | null)[]): Table => tableOf(numeric('c0', 'number', list, '等候分钟'));
const rowByRow = { plot: 'measure', subgroup: 'row', measure: 'c0' };
const codesOf = (table: Table, spec: Record<string, unknown>): string[] => {
  const { sentences, reportCard } = runChartSlice.findings(run(table, spec));
  return [...sentences, ...reportCard.map(({ sentence }) => sentence)].map(({ code }) => code);
};

describe('run chart: the tests of Anhøj', () => {
  const alternating = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : 3));
  it('limits follow the number of useful points: 24 points allow a run of 8 and need 8 crossings', () => {
    const [stage] = run(values(alternating(24)), rowByRow).chart.stages;
    expect(stage).toMatchObject({ longestRunLimit: 8, fewestCrossingsLimit: 8, crossings: 23, longestRun: 1 });
    expect(stage.signal).toBe('none');
  });
  it('a lasting drop is a long run with few crossings, and good where lower is better', () => {
    const shifted = [
      ...Array.from({ length: 12 }, (_, i) => 20 + (i % 3)),
      ...Array.from({ length: 12 }, (_, i) => 10 + (i % 3)),
    ];
    const outcome = run(values(shifted), { ...rowByRow, direction: 'lower' });
    expect(outcome.chart.stages[0]).toMatchObject({ center: 16, longestRun: 12, crossings: 1, signal: 'both' });
    const points = (
      optionOf(runChartSlice, outcome)['series'] as { id: string; data: { itemStyle?: object }[] }[]
    ).find(({ id }) => id === 'points');
    expect(points?.data[0].itemStyle).toMatchObject({ color: theme.concern });
    expect(runChartSlice.rows(outcome).rows[0].emphasis).toBe('signal');
    expect(runChartSlice.rows(outcome).rows[23].emphasis).toBeUndefined();
    expectCleanTexts(runChartSlice, outcome);
    expectPlainData(outcome);
  });
  it('points on the median are no points: they neither break nor lengthen a run', () => {
    const outcome = run(values([1, 2, 2, 1, 3, 2, 3, 2, 2, 1, 3]), rowByRow);
    expect(outcome.chart.stages[0]).toMatchObject({ center: 2, usefulPoints: 6, longestRun: 2, crossings: 3 });
    expect(codesOf(values([1, 2, 2, 2, 3, 2, 3, 2, 2, 1, 3]), rowByRow)).toEqual(
      expect.arrayContaining(['analyses.runChart.finding.tooFew', 'analyses.runChart.check.onLine']),
    );
    expectCleanTexts(runChartSlice, outcome);
  });
  it('below ten useful points nothing is claimed, however long the run', () => {
    const outcome = run(values([1, 1, 1, 1, 9, 9, 9, 9]), rowByRow);
    expect(outcome.chart.stages[0].signal).toBe('too-few-points');
    expect(runChartSlice.findings(outcome).headline[0].value).toEqual({
      as: 'term',
      key: 'analyses.runChart.word.tooFew',
    });
    expectCleanTexts(runChartSlice, outcome);
  });
  it('every phase has its own median and its own verdict', () => {
    const shifted = [...alternating(12), ...alternating(12).map((value) => value + 10)];
    const spec = { ...rowByRow, phases: [{ label: '13', name: '弹性排班', reason: '午间加开窗口' }] };
    const outcome = run(values(shifted), spec);
    expect(outcome.chart.stages.map(({ center, signal }) => [center, signal])).toEqual([
      [2, 'none'],
      [12, 'none'],
    ]);
    expect(codesOf(values(shifted), spec)).toContain('analyses.runChart.finding.stageChange');
    expectCleanTexts(runChartSlice, outcome);
  });
});

describe('run chart: from rows', () => {
  const day = (month: number): number => toEpochDay(2024, month, 15);
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  const ledger = tableOf(
    numeric(
      'c0',
      'date',
      months.flatMap((month) => Array.from({ length: 20 }, () => day(month))),
      '受理日期',
    ),
    words(
      'c1',
      months.flatMap((month) => Array.from({ length: 20 }, (_, i) => (i < 3 + (month % 2) ? '是' : '否'))),
      '是否超时',
    ),
  );
  it('plots the share of a two-valued column by month and opens the counted rows', () => {
    const outcome = run(ledger, { dateColumn: 'c0', countedColumn: 'c1', countedValues: ['是'] });
    expect(outcome.chart.values).toEqual(months.map((month) => (3 + (month % 2)) / 20));
    expect(outcome.chart.stages[0].center).toBeCloseTo(0.175, 12);
    const drill = runChartSlice.rows(outcome).rows[1].drill;
    expect(rowsBehind(ledger, drill)).toEqual([20, 21, 22]);
    expectCleanTexts(runChartSlice, outcome);
    expectPlainData(outcome);
  });
  it('counts, rates and measures by period', () => {
    const outcome = run(ledger, { plot: 'count', numerator: 'rows', dateColumn: 'c0' });
    expect(outcome.chart.values).toEqual(months.map(() => 20));
    expect(codesOf(ledger, { plot: 'count', numerator: 'rows', dateColumn: 'c0' })).toContain(
      'analyses.runChart.check.noExposure',
    );
    const volumes = tableOf(
      numeric(
        'c0',
        'month',
        months.map((month) => 2024 * 12 + month - 1),
      ),
      numeric(
        'c1',
        'number',
        months.map(() => 40_000),
      ),
    );
    const rate = run(
      ledger,
      { plot: 'rate', numerator: 'rows', dateColumn: 'c0', denominator: 'second', secondKey: 'c0', secondNumber: 'c1' },
      volumes,
    );
    expect(rate.scale).toEqual({ kind: 'rate', factor: 10_000, unit: null });
    expectCleanTexts(runChartSlice, rate);
  });
  it('leaves out excluded points and says so', () => {
    const outcome = run(values([1, 9, 3, 4]), { ...rowByRow, exclusions: [{ label: '2', reason: '停电' }] });
    expect(outcome.chart.stages[0].center).toBe(3);
    expect(codesOf(values([1, 9, 3, 4]), { ...rowByRow, exclusions: [{ label: '2', reason: '停电' }] })).toContain(
      'analyses.series.check.excluded',
    );
    expectCleanTexts(runChartSlice, outcome);
  });
  it('refuses what makes no chart', () => {
    expect(failureCodeOf(() => run(ledger, { subgroup: 'row', countedColumn: 'c1', countedValues: ['是'] }))).toBe(
      'point-needs-measure',
    );
    expect(failureCodeOf(() => run(ledger, { dateColumn: 'c0' }))).toBe('choose-values');
    expect(failureCodeOf(() => run(values([5]), rowByRow))).toBe('control-too-few-points');
  });
  it('proposes a chart that runs', () => {
    expect(proposalOf(runChartSlice, ledger)).toMatchObject({
      plot: 'share',
      subgroup: 'month',
      countedValues: ['是'],
    });
    expect(proposalOf(runChartSlice, values([1, 2]))).toMatchObject({ plot: 'measure', subgroup: 'row' });
    expect(proposalOf(runChartSlice, tableOf(words('c0', ['x'])))).toBe('series-no-column');
  });
});
