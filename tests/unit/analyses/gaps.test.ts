import { describe, expect, it } from 'vitest';
import { beforeAfterSlice } from '../../../src/analyses/before-after/slice';
import type { AnalysisSlice } from '../../../src/analyses/contract';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { runChartSlice } from '../../../src/analyses/run-chart/slice';
import { timeWeightedSlice } from '../../../src/analyses/time-weighted/slice';
import { xbarSlice } from '../../../src/analyses/xbar/slice';
import { createTranslator } from '../../../src/i18n/translator';
import { toEpochDay } from '../../../src/kernel/dates';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, textsOf, theme } from './render';
import { runnerOf } from './spec-runner';

/** Seven months with records in a span of 32: the other 25 are places without data, no points. */
const months = [0, 1, 2, 9, 18, 24, 31];
const days = months.flatMap((month) => [3, 12, 25].map((day) => toEpochDay(2022, 1 + month, day)));
const minutes = days.map((_, i) => 10 + ((i * 7) % 5));
const table = tableOf(
  numeric('c0', 'date', days, '受理日期'),
  numeric('c1', 'number', minutes, '等候分钟'),
  words(
    'c2',
    days.map((_, i) => (i % 3 === 0 ? '是' : '否')),
    '是否超时',
  ),
);
const monthly = { plot: 'measure', subgroup: 'month', dateColumn: 'c0', measure: 'c1' };
const leftOut = { exclusions: [{ label: '2022-02', reason: '系统停机' }] };

/** What a person reads below the picture and above the table. */
function counted<S, O>(slice: AnalysisSlice<S, O>, outcome: O): [string, string] {
  const { phrase, value } = createTranslator('zh-CN');
  const picture = slice.picture(outcome, { phrase: (one) => phrase(one), value, theme });
  return [phrase(picture.summary), phrase(slice.rows(outcome).caption)];
}

describe('months without records are no points', () => {
  const cases = [
    ['control chart', controlChartSlice, { ...monthly, chart: 'i' }],
    ['run chart', runChartSlice, monthly],
    ['time-weighted chart', timeWeightedSlice, { ...monthly, target: 'typed', targetValue: 12, sigmaValue: 1 }],
    ['X̄ chart', xbarSlice, { ...monthly, chart: 'xbar-s' }],
  ] as const;
  it.each(cases)('%s: seven points and 25 places without data', (_, slice, spec) => {
    const typed = slice as unknown as AnalysisSlice<unknown, { readonly labels: readonly string[] }>;
    const outcome = runnerOf(typed)(table, spec);
    expect(outcome.labels).toHaveLength(32);
    for (const text of counted(typed, outcome)) {
      expect(text).toContain('7 个点（另有 25 处没有数据）');
      expect(text).not.toContain('32');
    }
    expect(textsOf(typed, outcome, 'en').join('\n')).toContain('7 points (and 25 places without data)');
    expectCleanTexts(typed, outcome);
  });
  it.each(cases)('%s: a point left out is named apart', (_, slice, spec) => {
    const typed = slice as unknown as AnalysisSlice<unknown, unknown>;
    const outcome = runnerOf(typed)(table, { ...spec, ...leftOut });
    for (const text of counted(typed, outcome)) expect(text).toContain('6 个点（另有 1 个不计入、25 处没有数据）');
  });
  it('expects no event of a month that is not there', () => {
    const outcome = runnerOf(controlChartSlice)(table, {
      chart: 'c',
      subgroup: 'month',
      dateColumn: 'c0',
      numerator: 'rows',
    });
    const small = controlChartSlice
      .findings(outcome)
      .reportCard.find(({ sentence }) => sentence.code === 'analyses.controlChart.check.expectedSmall');
    expect(small?.sentence.params).toMatchObject({ n: 7, of: 7, least: { value: 3 } });
  });
});

describe('a shift over a gap', () => {
  it('counts its points, not the places between them', () => {
    const values = [5, 5.2, 4.9, 5.1, 5, 4.8, 5.2, 5, 9, 9, null, 9, 9];
    const outcome = runnerOf(timeWeightedSlice)(tableOf(numeric('c0', 'number', values, '等候分钟')), {
      plot: 'measure',
      subgroup: 'row',
      measure: 'c0',
      target: 'typed',
      targetValue: 5,
      sigmaValue: 0.2,
    });
    const [, shift] = timeWeightedSlice.findings(outcome).sentences;
    expect(shift.params).toMatchObject({ first: '9', last: '13', n: 4 });
  });
});

describe('before and after', () => {
  it('counts the periods that have records and names those that have none', () => {
    const outcome = runnerOf(beforeAfterSlice)(table, {
      metric: 'share',
      countedColumn: 'c2',
      countedValues: ['否'],
      dateColumn: 'c0',
      change: toEpochDay(2023, 1, 1),
      unit: 'month',
      picture: 'trend',
    });
    expect(outcome.trend.points).toHaveLength(32);
    for (const text of counted(beforeAfterSlice, outcome)) expect(text).toContain('7 个时期（另有 25 个没有数据）');
    const codes = new Map(
      beforeAfterSlice.findings(outcome).reportCard.map(({ sentence }) => [sentence.code, sentence.params]),
    );
    expect(codes.get('analyses.beforeAfter.check.long')).toMatchObject({ before: 4, after: 3 });
    expect(codes.get('analyses.beforeAfter.check.emptyPeriods')).toMatchObject({ n: 25 });
    expectCleanTexts(beforeAfterSlice, outcome);
  });
});
