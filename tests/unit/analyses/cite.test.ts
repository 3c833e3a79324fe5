import { describe, expect, it } from 'vitest';
import { attributeAgreementSlice } from '../../../src/analyses/attribute-agreement/slice';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { summarySlice } from '../../../src/analyses/summary/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { runnerOf } from './spec-runner';

const chart = runnerOf(controlChartSlice);

/** Month by month: how many cases, and how many of them late; one case on the first and one on the last day. */
function cases(bad: readonly number[], sizes: readonly number[]): Table {
  const rows = sizes.flatMap((size, month) =>
    Array.from({ length: size }, (_, i) => ({
      day: toEpochDay(2024 + Math.floor(month / 12), (month % 12) + 1, i === 0 ? 1 : 15),
      late: i < bad[month] ? '是' : '否',
    })),
  );
  return tableOf(
    numeric(
      'day',
      'date',
      rows.map(({ day }) => day),
    ),
    words(
      'late',
      rows.map(({ late }) => late),
    ),
  );
}

const p = {
  chart: 'p',
  subgroup: 'month',
  dateColumn: 'day',
  countedColumn: 'late',
  countedValues: ['是'],
};

describe('what documents take from a control chart', () => {
  const bad = [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 40, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 30];
  const sizes = bad.map(() => 100);
  const outcome = chart(cases(bad, sizes), {
    ...p,
    phases: [{ label: '2025-01', name: '新菜单', reason: '上线' }],
    direction: 'lower',
  });
  const cited = controlChartSlice.cite?.(outcome);
  const signals = cited?.signals ?? [];

  it('is the centre line of each stage with its sample and its days', () => {
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    expect(cited?.levels).toEqual([
      {
        of: '',
        name: null,
        quantity: 'share',
        value: sum(bad.slice(0, 12)) / 1200,
        n: 1200,
        from: toEpochDay(2024, 1, 1),
        to: toEpochDay(2024, 12, 31),
      },
      {
        of: '2025-01',
        name: '新菜单',
        quantity: 'share',
        value: sum(bad.slice(12)) / 1200,
        n: 1200,
        from: toEpochDay(2025, 1, 1),
        to: toEpochDay(2025, 12, 31),
      },
    ]);
  });

  it('are the signals of the last stage alone', () => {
    const points = signals.map(({ point }) => point);
    expect(points).toContain('2025-12');
    expect(points.every((point) => point.startsWith('2025'))).toBe(true);
    const last = signals.find(({ point }) => point === '2025-12');
    expect(last).toMatchObject({ good: false });
    expect(last?.rules).toContain('beyond-limits');
    // What lies below the centre line is better here.
    expect(signals.filter(({ point }) => point !== '2025-12').every(({ good }) => good)).toBe(true);
  });
});

describe('what documents take from others', () => {
  it('a mean of times in seconds, whatever unit is shown', () => {
    const waits = [600, 900, 1200, 1500];
    const outcome = runnerOf(summarySlice)(tableOf(numeric('wait', 'duration', waits)), { measure: 'wait' });
    expect(outcome.unit).toBe('minute');
    const [level] = summarySlice.cite?.(outcome).levels ?? [];
    expect(level).toMatchObject({ quantity: 'time', n: 4 });
    expect(level.value).toBeCloseTo(1050, 9);
  });

  it('the kappa that is judged, with its interval', () => {
    // 40 and 45 agreed, 7 and 8 not: kappa .6993.
    const pairs = [
      [40, 'a', 'a'],
      [45, 'b', 'b'],
      [7, 'a', 'b'],
      [8, 'b', 'a'],
    ] as const;
    const side = (at: 1 | 2): string[] => pairs.flatMap((pair) => Array.from({ length: pair[0] }, () => pair[at]));
    const outcome = runnerOf(attributeAgreementSlice)(tableOf(words('x', side(1)), words('y', side(2))), {
      raters: ['x', 'y'],
    });
    const agreement = attributeAgreementSlice.cite?.(outcome).agreement;
    expect(agreement).toMatchObject({ cases: 100, raters: 2, aspectKappa: null });
    expect(agreement?.kappa).toBeCloseTo(0.6993, 4);
    expect((agreement?.low ?? 1) < 0.6993 && (agreement?.high ?? 0) > 0.6993).toBe(true);
  });
});
