import { describe, expect, it } from 'vitest';
import type { ControlOutcome } from '../../../src/analyses/control-chart/outcome';
import { judge, mergeSignals } from '../../../src/analyses/signals';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, noCodes, optionOf, textsOf, theme } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(controlChartSlice);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

const monthDay = (index: number, day = 15): number => toEpochDay(2024 + Math.floor(index / 12), (index % 12) + 1, day);

/** One row per case: month i has `sizes[i]` rows, `bad[i]` of them late; the first and last day of each month are there. */
function cases(bad: readonly number[], sizes: readonly number[]): Table {
  const rows = sizes.flatMap((size, month) =>
    Array.from({ length: size }, (_, i) => ({
      day: i === 0 ? monthDay(month, 1) : i === 1 ? monthDay(month, 28) : monthDay(month),
      late: i < bad[month] ? '是' : '否',
    })),
  );
  return tableOf(
    numeric(
      'c0',
      'date',
      rows.map(({ day }) => day),
      '受理日期',
    ),
    words(
      'c1',
      rows.map(({ late }) => late),
      '是否超时',
    ),
  );
}

const lateByMonth = { chart: 'p', subgroup: 'month', dateColumn: 'c0', countedColumn: 'c1', countedValues: ['是'] };
const steady = [12, 10, 14, 11, 13, 12, 11, 13, 12, 12, 14, 10];
const hundredFifty = steady.map(() => 150);

describe('control chart: p from raw rows', () => {
  it('p̄ = 0.08 with n = 150 gives 0.0135 to 0.1465 (DOMAIN golden value)', () => {
    const { chart, labels } = run(cases(steady, hundredFifty), lateByMonth);
    expect(labels).toEqual(Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`));
    expect(chart.stages[0].center).toBeCloseTo(0.08, 12);
    expect(chart.main.lower[0]).toBeCloseTo(0.0135, 4);
    expect(chart.main.upper[0]).toBeCloseTo(0.1465, 4);
    expect(chart.main.values[2]).toBeCloseTo(14 / 150, 12);
    expect(chart.main.signals).toEqual([]);
  });
  it('limits follow the size of each month', () => {
    const sizes = [100, 400, ...steady.slice(2).map(() => 150)];
    const outcome = run(cases(steady, sizes), lateByMonth);
    const p = 144 / 2000;
    expect(outcome.chart.stages[0].center).toBeCloseTo(p, 12);
    expect(outcome.chart.main.upper[1]).toBeCloseTo(p + 3 * Math.sqrt((p * (1 - p)) / 400), 12);
    expect(outcome.chart.main.lower[0]).toBe(0);
    expectCleanTexts(controlChartSlice, outcome);
    expectPlainData(outcome);
  });
  it('a month without rows is a gap on a complete calendar', () => {
    const outcome = run(cases([12, 0, 14, 11], [150, 0, 150, 150]), lateByMonth);
    expect(outcome.labels).toEqual(['2024-01', '2024-02', '2024-03', '2024-04']);
    expect(outcome.chart.main.values[1]).toBeNull();
    expect(outcome.coverage.empty).toEqual([1]);
    expect(
      run(cases([12, 0, 14, 11], [150, 0, 150, 150]), { ...lateByMonth, emptyPeriods: 'zero' }).chart.main.values[1],
    ).toBeNull();
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('shows the whole of a chosen period, also where it has no rows', () => {
    const period = { from: monthDay(0, 1), before: monthDay(6, 1) };
    const outcome = run(cases([12, 9, 14, 11], [150, 150, 150, 150]), { ...lateByMonth, period });
    expect(outcome.labels).toHaveLength(6);
    expect(outcome.coverage.empty).toEqual([4, 5]);
  });
  it('leaves rows with an empty flag out of the sample and says so', () => {
    const table = tableOf(numeric('c0', 'date', [0, 1, 2, 40, 41]), words('c1', ['是', '否', null, '否', '是']));
    const outcome = run(table, lateByMonth);
    expect(outcome.sizes).toEqual([2, 2]);
    expect(outcome.coverage.blank).toBe(1);
  });
  it('opens the late cases of a point, or all of them where none was late', () => {
    const table = cases([3, 0, 2], [50, 60, 70]);
    const outcome = run(table, lateByMonth);
    const picture = controlChartSlice.picture(outcome, { phrase: () => '', value: () => '', theme });
    const rowsAt = (index: number): number | undefined => {
      const rows = applyFilters(table, picture.drill('points', index) ?? []);
      return rows.ok ? rows.value?.length : undefined;
    };
    expect([0, 1, 2].map(rowsAt)).toEqual([3, 60, 2]);
  });
  it('takes yes/no columns', () => {
    const table = tableOf(numeric('c0', 'date', [0, 1, 40, 41, 42]), numeric('c1', 'boolean', [1, 0, 1, 1, 0]));
    expect(run(table, { ...lateByMonth, countedValues: ['1'] }).numerators).toEqual([1, 2]);
  });
  it('refuses more defectives than cases and names the month', () => {
    const table = tableOf(
      numeric('c0', 'month', [24_288, 24_289]),
      numeric('c1', 'number', [5, 12]),
      numeric('c2', 'number', [10, 10]),
    );
    const spec = {
      chart: 'p',
      dateColumn: 'c0',
      numerator: 'column',
      countColumn: 'c1',
      denominator: 'column',
      sizeColumn: 'c2',
    };
    const result = controlChartSlice.run({ table, codes: noCodes }, parse(spec));
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'control-defectives-exceed-size', params: { label: '2024-02', defectives: 12, size: 10 } },
    });
  });
});

function parse(spec: Record<string, unknown>) {
  const parsed = controlChartSlice.parse(spec);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

describe('control chart: u with denominators', () => {
  const complaints = tableOf(
    numeric(
      'c0',
      'date',
      [235, 172, 0, 60].flatMap((n, month) => Array.from({ length: n }, () => monthDay(month))),
    ),
  );
  const volumes = tableOf(
    numeric(
      'c0',
      'month',
      [0, 1, 2, 3, 3].map((i) => 2024 * 12 + i),
    ),
    numeric('c1', 'number', [100_000, 100_000, 50_000, 20_000, 20_000], '业务笔数'),
  );
  const spec = {
    chart: 'u',
    subgroup: 'month',
    dateColumn: 'c0',
    numerator: 'rows',
    denominator: 'second',
    second: 'd2',
    secondKey: 'c0',
    secondNumber: 'c1',
  };
  it('joins a second dataset by month and adds up its lines', () => {
    const outcome = run(complaints, { ...spec, emptyPeriods: 'zero' }, volumes);
    expect(outcome.sizes).toEqual([100_000, 100_000, 50_000, 40_000]);
    expect(outcome.numerators).toEqual([235, 172, 0, 60]);
    const u = 467 / 290_000;
    expect(outcome.chart.stages[0].center).toBeCloseTo(u, 15);
    expect(outcome.chart.main.upper[3]).toBeCloseTo(u + 3 * Math.sqrt(u / 40_000), 15);
    expect(outcome.scale).toEqual({ kind: 'rate', factor: 1000, unit: null });
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('a month without complaints is a gap until the person says zero', () => {
    expect(run(complaints, spec, volumes).chart.main.values[2]).toBeNull();
    expect(run(complaints, { ...spec, emptyPeriods: 'zero' }, volumes).chart.main.values[2]).toBe(0);
  });
  it('a month without a denominator cannot be measured', () => {
    const partial = tableOf(
      numeric('c0', 'month', [2024 * 12, 2024 * 12 + 1]),
      numeric('c1', 'number', [100_000, 100_000]),
    );
    const outcome = run(complaints, spec, partial);
    expect(outcome.chart.main.values[3]).toBeNull();
    expect(outcome.coverage.withoutSize).toEqual([3]);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('a count may exceed its denominator', () => {
    const table = tableOf(
      words('c0', ['A', 'B', 'C']),
      numeric('c1', 'number', [7, 9, 8]),
      numeric('c2', 'number', [2, 3, 2.5]),
    );
    const outcome = run(table, {
      chart: 'u',
      subgroup: 'column',
      subgroupColumn: 'c0',
      numerator: 'column',
      countColumn: 'c1',
      denominator: 'column',
      sizeColumn: 'c2',
    });
    expect(outcome.chart.stages[0].center).toBeCloseTo(24 / 7.5, 12);
    expect(outcome.labels).toEqual(['A', 'B', 'C']);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('joins by name when points are groups', () => {
    const table = tableOf(words('c0', ['东', '东', '西', '北']));
    const sizes = tableOf(words('c0', ['西', '东', '南']), numeric('c1', 'number', [30, 10, 5]));
    const outcome = run(
      table,
      {
        chart: 'u',
        subgroup: 'column',
        subgroupColumn: 'c0',
        numerator: 'rows',
        denominator: 'second',
        secondKey: 'c0',
        secondNumber: 'c1',
      },
      sizes,
    );
    expect(outcome.sizes).toEqual([10, 30, null]);
  });
  it('says what the second dataset lacks', () => {
    expect(failureOf(complaints, spec)).toBe('choose-second');
    expect(failureOf(complaints, { ...spec, secondKey: null }, volumes)).toBe('choose-second-columns');
    expect(failureOf(complaints, { ...spec, subgroup: 'week' }, volumes)).toBe('second-too-coarse');
    const negative = tableOf(numeric('c0', 'month', [2024 * 12]), numeric('c1', 'number', [-5]));
    expect(failureOf(complaints, spec, negative)).toBe('size-negative');
  });
});

describe('control chart: individuals', () => {
  const waits = [12, 15, 11, 14, 13, 16, 12, 14];
  it('I-MR of single rows: 5.775 / 13.375 / 20.975 within the rounding of 2.66', () => {
    const outcome = run(tableOf(numeric('c0', 'number', waits)), { chart: 'i', subgroup: 'row', measure: 'c0' });
    const sigma = 20 / 7 / (2 / Math.sqrt(Math.PI));
    expect(outcome.chart.stages[0]).toMatchObject({ center: 13.375, pointsUsed: 8 });
    expect(outcome.chart.main.upper[0]).toBeCloseTo(13.375 + 3 * sigma, 10);
    expect(outcome.chart.main.upper[0]).toBeCloseTo(20.975, 2);
    expect(outcome.chart.main.lower[0]).toBeCloseTo(5.775, 2);
    expect(outcome.chart.movingRange?.values.slice(0, 3)).toEqual([null, 3, 4]);
    expect(outcome.labels[0]).toBe('1');
    expectCleanTexts(controlChartSlice, outcome);
    expectPlainData(outcome);
  });
  it('rows follow their date, and are still called by their number', () => {
    const table = tableOf(numeric('c0', 'number', [1, 2, 3]), numeric('c1', 'date', [9, null, 4]));
    const outcome = run(table, { chart: 'i', subgroup: 'row', measure: 'c0', dateColumn: 'c1' });
    expect(outcome.labels).toEqual(['1970-01-05 #3', '1970-01-10 #1', '2']);
    expect(outcome.chart.main.values).toEqual([3, 1, 2]);
  });
  it('takes mean, median, P90 or total of each period', () => {
    const table = tableOf(numeric('c0', 'date', [0, 0, 0, 0, 1, 1]), numeric('c1', 'number', [1, 2, 3, 10, 5, null]));
    const of = (statistic: string): unknown =>
      run(table, { chart: 'i', subgroup: 'day', dateColumn: 'c0', measure: 'c1', statistic }).chart.main.values;
    expect(of('mean')).toEqual([4, 5]);
    expect(of('median')).toEqual([2.5, 5]);
    expect(of('p90')).toEqual([expect.closeTo(7.9, 10), 5]);
    expect(of('sum')).toEqual([16, 5]);
  });
  it('shows durations in a unit that people use', () => {
    const table = tableOf(
      numeric(
        'c0',
        'duration',
        waits.map((minutes) => minutes * 60),
        '等候时间',
      ),
    );
    const outcome = run(table, { chart: 'i', subgroup: 'row', measure: 'c0' });
    expect(outcome.scale).toEqual({ kind: 'value', factor: 1 / 60, unit: 'minute' });
    const first = controlChartSlice.rows(outcome).rows[0].cells;
    expect(first[1]).toBeCloseTo(12, 10);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('a missing value breaks the moving range', () => {
    const outcome = run(tableOf(numeric('c0', 'number', [1, null, 5, 6])), {
      chart: 'i',
      subgroup: 'row',
      measure: 'c0',
    });
    expect(outcome.chart.movingRange?.values).toEqual([null, null, null, 1]);
  });
});

describe('control chart: phases, baselines and exclusions', () => {
  // Twelve months near 8 %, then twelve near 4 %.
  const better = steady.map((count) => Math.round(count / 2));
  const table = cases([...steady, ...better], [...hundredFifty, ...hundredFifty]);
  it('a new phase has its own limits and judges afresh', () => {
    const one = run(table, lateByMonth);
    expect(one.chart.main.signals.length).toBeGreaterThan(0);
    const phases = [{ label: '2025-01', name: '弹性排班', reason: '第三窗口午间开放' }];
    const two = run(table, { ...lateByMonth, phases });
    expect(two.chart.stages.map(({ start, end }) => [start, end])).toEqual([
      [0, 12],
      [12, 24],
    ]);
    expect(two.chart.main.signals).toEqual([]);
    expect(two.chart.stages[1].center).toBeCloseTo(better.reduce((a, b) => a + b) / 1800, 12);
    expect(controlChartSlice.findings(two).sentences.map(({ code }) => code)).toContain(
      'analyses.controlChart.finding.stageChange',
    );
    expectCleanTexts(controlChartSlice, two);
    expectPlainData(two);
  });
  it('a frozen baseline sees the improvement as a good signal', () => {
    const outcome = run(table, { ...lateByMonth, baseline: 'first', baselinePoints: 12 });
    expect(outcome.chart.stages[0]).toMatchObject({ baseline: { start: 0, end: 12 }, pointsUsed: 12 });
    const [signal] = mergeSignals(outcome.chart.main.signals);
    expect(signal.signal).toMatchObject({ rule: 'run-one-side', side: 'below' });
    expect(judge(signal.signal, 'lower')).toBe('good');
    expect(judge(signal.signal, 'higher')).toBe('concern');
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('phases and baselines work together: each phase freezes its own first points', () => {
    const phases = [{ label: '2025-01', name: 'new', reason: 'r' }];
    const outcome = run(table, { ...lateByMonth, phases, baseline: 'first', baselinePoints: 6 });
    expect(outcome.chart.stages.map(({ baseline }) => baseline)).toEqual([
      { start: 0, end: 6 },
      { start: 12, end: 18 },
    ]);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('a baseline can be a stretch of time', () => {
    const baselineRange = { from: monthDay(2, 1), before: monthDay(8, 1) };
    const outcome = run(table, { ...lateByMonth, baseline: 'range', baselineRange });
    expect(outcome.chart.stages[0].baseline).toEqual({ start: 2, end: 8 });
  });
  it('an excluded point stays on the chart and out of the limits', () => {
    const spiked = cases([...steady.slice(0, 5), 60, ...steady.slice(6)], hundredFifty);
    const exclusions = [{ label: '2024-06', reason: '系统切换' }];
    const outcome = run(spiked, { ...lateByMonth, exclusions });
    expect(outcome.chart.main.values[5]).toBeCloseTo(0.4, 12);
    expect(outcome.chart.stages[0].center).toBeCloseTo((144 - 12) / (11 * 150), 12);
    expect(outcome.chart.main.signals).toEqual([]);
    const points = (
      optionOf(controlChartSlice, outcome)['series'] as { id: string; data: { itemStyle?: object }[] }[]
    ).find(({ id }) => id === 'points');
    expect(points?.data[5].itemStyle).toMatchObject({ color: theme.surface, borderColor: theme.muted });
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('names what is not on the chart, and starts an older phase at its first point', () => {
    const phases = [
      { label: '2023-06', name: 'old', reason: 'r' },
      { label: '2030-01', name: 'x', reason: '' },
    ];
    const outcome = run(table, { ...lateByMonth, phases, exclusions: [{ label: 'nonsense', reason: '' }] });
    expect(outcome.stages).toEqual([{ name: 'old', reason: 'r' }]);
    expect(outcome.unmatched).toEqual(['2030-01', 'nonsense']);
    expectCleanTexts(controlChartSlice, outcome);
  });
});

describe('control chart: trust', () => {
  const codesOf = (outcome: ControlOutcome): string[] =>
    controlChartSlice
      .findings(outcome)
      .reportCard.map(({ sentence }) => sentence.code.replace('analyses.controlChart.check.', ''));
  it('one high month is a concern when lower is better, with shape and colour', () => {
    const limits = { ...lateByMonth, rules: 'limits-only' };
    const outcome = run(cases([...steady.slice(0, 11), 40], hundredFifty), limits);
    expect(outcome.chart.main.signals).toMatchObject([{ rule: 'beyond-limits', members: [11], side: 'above' }]);
    const mark = (direction: string): unknown => {
      const option = optionOf(
        controlChartSlice,
        run(cases([...steady.slice(0, 11), 40], hundredFifty), { ...limits, direction }),
      );
      return (option['series'] as { id: string; data: unknown[] }[]).find(({ id }) => id === 'points')?.data[11];
    };
    expect(mark('lower')).toMatchObject({ symbol: 'diamond', itemStyle: { color: theme.concern } });
    expect(mark('higher')).toMatchObject({ symbol: 'triangle', itemStyle: { color: theme.good } });
    expect(controlChartSlice.rows(outcome).rows[11].emphasis).toBe('signal');
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('few points are trial limits', () =>
    expect(codesOf(run(cases([8, 9, 7], [150, 150, 150]), lateByMonth))).toContain('trial'));
  it('fewer than two points are refused', () => {
    expect(failureOf(cases([8], [150]), lateByMonth)).toBe('control-too-few-points');
    expect(
      failureOf(cases(steady, hundredFifty), {
        ...lateByMonth,
        baseline: 'range',
        baselineRange: { from: monthDay(3, 1), before: monthDay(4, 1) },
      }),
    ).toBe('control-baseline-too-small');
  });
  it('warns of small expected counts and of counts without a volume', () => {
    expect(codesOf(run(cases([1, 2, 1], [20, 20, 20]), lateByMonth))).toContain('expectedSmall');
    expect(codesOf(run(cases(steady, hundredFifty), { chart: 'c', dateColumn: 'c0', numerator: 'rows' }))).toContain(
      'noExposure',
    );
  });
  it('calls a month that is not over incomplete', () => {
    const table = tableOf(
      numeric('c0', 'date', [
        monthDay(0, 1),
        monthDay(0, 30),
        monthDay(1, 3),
        monthDay(1, 28),
        monthDay(2, 2),
        monthDay(2, 12),
      ]),
      words('c1', ['是', '否', '否', '是', '否', '是']),
    );
    const outcome = run(table, lateByMonth);
    expect(outcome.coverage.partialFirst).toBeNull();
    expect(outcome.coverage.partialLast).toEqual({ index: 2, day: monthDay(2, 12) });
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('offers Laney when the points scatter too much, and applies it on request', () => {
    const sizes = Array.from({ length: 24 }, () => 20_000);
    const wild = sizes.map((size, i) => Math.round(size * (i % 2 === 0 ? 0.022 : 0.018)));
    const sums = tableOf(
      numeric(
        'c0',
        'month',
        sizes.map((_, i) => 2024 * 12 + i),
      ),
      numeric('c1', 'number', wild),
      numeric('c2', 'number', sizes),
    );
    const spec = {
      chart: 'p',
      dateColumn: 'c0',
      numerator: 'column',
      countColumn: 'c1',
      denominator: 'column',
      sizeColumn: 'c2',
    };
    const plain = run(sums, spec);
    expect(plain.dispersion?.suggestion).toBe('laney');
    expect(codesOf(plain)).toContain('overdispersed');
    const laney = run(sums, { ...spec, laney: true });
    expect(laney.kind).toBe('laney-p');
    expect(laney.chart.stages[0].sigmaZ).toBeGreaterThan(2);
    expect(codesOf(laney)).toContain('laneyOn');
    expectCleanTexts(controlChartSlice, plain);
    expectCleanTexts(controlChartSlice, laney);
  });
  it('says that limits are not credible when most points signal', () => {
    const outcome = run(
      cases([...steady.map(() => 2), ...steady.map(() => 60)], [...hundredFifty, ...hundredFifty]),
      lateByMonth,
    );
    expect(codesOf(outcome)).toContain('notCredible');
    expect(controlChartSlice.findings(outcome).sentences[0].code).toBe('analyses.controlChart.finding.notCredible');
  });
  it('refuses what is not chosen yet, by name', () => {
    const table = cases([8, 9, 7], [150, 150, 150]);
    expect(failureOf(table, { ...lateByMonth, countedValues: [] })).toBe('choose-values');
    expect(failureOf(table, { ...lateByMonth, dateColumn: null })).toBe('choose-date');
    expect(failureOf(table, { ...lateByMonth, subgroup: 'column' })).toBe('choose-subgroup');
    expect(failureOf(table, { ...lateByMonth, subgroup: 'row' })).toBe('control-row-needs-individuals');
    expect(failureOf(table, { chart: 'i', dateColumn: 'c0' })).toBe('choose-measure');
    expect(failureOf(table, { chart: 'u', dateColumn: 'c0', numerator: 'rows' })).toBe('numerator-is-denominator');
    expect(failureOf(table, { ...lateByMonth, denominator: 'column' })).toBe('choose-size');
    expect(failureOf(table, { ...lateByMonth, numerator: 'column' })).toBe('choose-count');
    const months = tableOf(numeric('c0', 'month', [24_288]), words('c1', ['是']));
    expect(failureOf(months, { ...lateByMonth, subgroup: 'week' })).toBe('date-too-coarse');
  });
});

describe('control chart: defaults', () => {
  const propose = (table: Table): unknown => {
    const result = controlChartSlice.defaults({ table, codes: noCodes });
    return result.ok ? result.value : result.failure.code;
  };
  it('charts the rarer answer of a two-valued column by month', () => {
    expect(propose(cases(steady, hundredFifty))).toMatchObject({
      chart: 'p',
      subgroup: 'month',
      dateColumn: 'c0',
      countedColumn: 'c1',
      countedValues: ['是'],
    });
  });
  it('counts rows where nothing tells defects, and takes numbers row by row where nothing tells time', () => {
    expect(propose(tableOf(numeric('c0', 'date', [0, 100])))).toMatchObject({
      chart: 'c',
      subgroup: 'week',
      numerator: 'rows',
    });
    expect(propose(tableOf(numeric('c0', 'number', [1, 2])))).toMatchObject({
      chart: 'i',
      subgroup: 'row',
      measure: 'c0',
    });
    expect(propose(tableOf(words('c0', ['x'])))).toBe('control-no-column');
  });
});

describe('mergeSignals', () => {
  it('takes a run that goes on for one signal, and neighbours beyond the limits for two', () => {
    const run = (completesAt: number) => ({
      rule: 'run-one-side' as const,
      completesAt,
      members: Array.from({ length: 8 }, (_, i) => completesAt - 7 + i),
      side: 'above' as const,
    });
    expect(mergeSignals([run(7), run(8), run(20)]).map(({ members }) => members.length)).toEqual([9, 8]);
    const out = (at: number) => ({
      rule: 'beyond-limits' as const,
      completesAt: at,
      members: [at],
      side: 'above' as const,
    });
    expect(mergeSignals([out(3), out(4)])).toHaveLength(2);
  });
});

describe('control chart: sigma of single values', () => {
  const table = tableOf(numeric('c0', 'number', [12, 15, 11, 14, 13, 16, 12, 14, 13, 40], '时长'));
  const single = { chart: 'i', subgroup: 'row', measure: 'c0' };
  // Moving ranges 3 4 3 1 3 4 2 1 27: mean 48/9, median 3; above 3.267 × mean lies 27 alone, without it 21/8.
  it('comes from the mean moving range, unscreened, by default', () => {
    expect(run(table, single).chart.stages[0].sigma).toBeCloseTo(48 / 9 / (2 / Math.sqrt(Math.PI)), 10);
  });
  it('comes from the median with the constant of the median, not of the mean', () => {
    const outcome = run(table, { ...single, sigmaFrom: 'median-range' });
    expect(outcome.chart.stages[0].sigma).toBeCloseTo(3 / 0.9538725524, 8);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('leaves out a moving range above its limit once, where screening is asked for', () => {
    const outcome = run(table, { ...single, screenRanges: true });
    expect(outcome.chart.stages[0].sigma).toBeCloseTo(21 / 8 / (2 / Math.sqrt(Math.PI)), 10);
    expect(outcome.chart.stages[0].rangesScreened).toBe(1);
    expectCleanTexts(controlChartSlice, outcome);
  });
});

describe('control chart: a list of rules of one’s own', () => {
  /** Ten values on one side of the mean, then ten on the other, in zigzag. */
  const values = Array.from({ length: 20 }, (_, i) => (i < 10 ? 11 : 9) + (i % 2 === 0 ? 0.4 : -0.4));
  const table = tableOf(numeric('c0', 'number', values));
  const spec = { chart: 'i', subgroup: 'row', measure: 'c0', limitWidth: 6 };
  const rulesIn = (customRules: unknown): string[] => {
    const outcome = run(table, { ...spec, rules: 'custom', customRules });
    return outcome.chart.main.signals.map(({ rule, completesAt }) => `${rule} ${completesAt}`);
  };
  it('signals by the rules chosen, at the length chosen', () => {
    const runOf = (length: number | null): string[] => rulesIn([{ rule: 'run-one-side', length }]);
    expect(runOf(10)).toEqual(['run-one-side 9', 'run-one-side 19']);
    expect(runOf(11)).toEqual([]);
    // Without a length it is Nelson's 9.
    expect(runOf(null)).toEqual(runOf(9));
    expect(rulesIn([{ rule: 'alternating', length: 10 }]).length).toBeGreaterThan(0);
  });
  it('names them in the words of the chart', () => {
    const outcome = run(table, { ...spec, rules: 'custom', customRules: [{ rule: 'run-one-side', length: 10 }] });
    expect(textsOf(controlChartSlice, outcome, 'zh-CN').join('\n')).toMatch(/连续 10 点在中心线同一侧/);
    expectCleanTexts(controlChartSlice, outcome);
  });
  it('refuses an empty list and lengths that mean nothing', () => {
    const refused = (customRules: unknown): string => failureOf(table, { ...spec, rules: 'custom', customRules });
    expect(refused([])).toBe('rules-none');
    expect(refused([{ rule: 'trend', length: 1 }])).toBe('rule-length-outside');
    expect(refused([{ rule: 'four-of-five', length: 33 }])).toBe('rule-length-outside');
  });
});
