import { describe, expect, it } from 'vitest';
import type { AnalysisSlice } from '../../../src/analyses/contract';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { runChartSlice } from '../../../src/analyses/run-chart/slice';
import { timeWeightedSlice } from '../../../src/analyses/time-weighted/slice';
import { locales } from '../../../src/i18n/locale';
import { createTranslator } from '../../../src/i18n/translator';
import { toEpochDay } from '../../../src/kernel/dates';
import { numeric, tableOf } from '../table/build-table';
import { runnerOf } from './spec-runner';

const months = Array.from({ length: 12 }, (_, month) => toEpochDay(2024, month + 1, 9));
const table = tableOf(
  numeric('c0', 'date', months, '日期'),
  numeric('c1', 'number', [12, 9, 14, 11, 13, 8, 12, 10, 9, 15, 11, 12], '投诉'),
  numeric(
    'c2',
    'number',
    [9800, 10_050, 9900, 10_020, 9700, 10_300, 9950, 10_010, 9890, 10_100, 9990, 10_000],
    '业务量',
  ),
  numeric('c3', 'duration', [610, 640, 590, 655, 620, 605, 633, 648, 599, 611, 640, 622], '等候时间'),
);
const monthly = { subgroup: 'month', dateColumn: 'c0' };
const rate = { ...monthly, numerator: 'column', countColumn: 'c1', denominator: 'column', sizeColumn: 'c2' };
const wait = { ...monthly, plot: 'measure', measure: 'c3' };

describe('a headline says its value once, and its unit below', () => {
  it.each([
    ['u chart', controlChartSlice, { ...rate, chart: 'u' }, '每 1,000 单位'],
    ['I-MR chart of times', controlChartSlice, { ...wait, chart: 'i' }, '分钟'],
    ['run chart of rates', runChartSlice, { ...rate, plot: 'rate' }, '每 1,000 单位'],
    ['EWMA of times', timeWeightedSlice, wait, '分钟'],
  ] as const)('%s', (_, slice, spec, unit) => {
    const typed = slice as unknown as AnalysisSlice<unknown, unknown>;
    const { headline } = typed.findings(runnerOf(typed)(table, spec));
    const zh = createTranslator('zh-CN');
    expect(headline.filter(({ note }) => note && zh.phrase(note) === unit).length).toBeGreaterThan(1);
    for (const { phrase, value } of locales.map(createTranslator)) {
      for (const item of headline) {
        const isCount = item.note !== undefined && 'rows' in item.note.params;
        if (item.note && !isCount) expect(phrase(item.note).split(/\s/)).not.toContain(value(item.value));
      }
    }
  });
});
