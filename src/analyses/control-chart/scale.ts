import type { ChartData, ControlChart, Maybe } from '../../stats/control/types';
import type { NumericColumn } from '../../table/column';
import type { DisplayScale } from './outcome';
import type { ControlChartSpec } from './spec';

/** How the plotted numbers are shown: shares as per cent, rates per a round number, times in a unit people use. */
export function chooseScale(spec: ControlChartSpec, chart: ControlChart, unit: DisplayScale['unit']): DisplayScale {
  switch (spec.chart) {
    case 'p':
      return { kind: 'percent', factor: 1, unit: null };
    case 'u':
      return { kind: 'rate', factor: spec.per ?? roundRate(chart), unit: null };
    case 'np':
    case 'c':
      return { kind: 'count', factor: 1, unit: null };
    case 'i':
      return { kind: 'value', factor: unit === null ? 1 : 1 / secondsIn[unit], unit };
  }
}

/** The smallest power of ten that brings the rate to 1 or more, so that nobody reads 0.00023. */
function roundRate(chart: ControlChart): number {
  const rate = Math.max(0, ...chart.stages.map(({ center }) => center ?? 0));
  if (rate === 0 || rate >= 1) return 1;
  return 10 ** Math.min(9, Math.ceil(-Math.log10(rate) - 1e-9));
}

const secondsIn: Readonly<Record<NonNullable<DisplayScale['unit']>, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
};

/** The largest unit in which a typical value is at least 2; null for columns that are not times. */
export function timeUnit(column: Pick<NumericColumn, 'type'>, values: readonly Maybe[]): DisplayScale['unit'] {
  if (column.type !== 'duration' && column.type !== 'time') return null;
  const present = values.filter((value) => value !== null).map(Math.abs);
  const typical = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
  if (typical >= 2 * secondsIn.day) return 'day';
  if (typical >= 2 * secondsIn.hour) return 'hour';
  return typical >= 2 * secondsIn.minute ? 'minute' : 'second';
}

/** Whether a chart of this kind divides by a size. */
export function isDivided(kind: ChartData['kind']): boolean {
  return kind !== 'individuals' && kind !== 'c';
}
