/** How plotted numbers are shown: shares as per cent, rates per a round number, times in a unit people use. */

import type { Maybe } from '../stats/control/types';
import type { NumericColumn } from '../table/column';

/** How plotted numbers are shown: `shown = plotted × factor`. */
export interface DisplayScale {
  readonly kind: 'percent' | 'rate' | 'count' | 'value';
  readonly factor: number;
  /** Catalogue key of the unit, for times. */
  readonly unit: 'second' | 'minute' | 'hour' | 'day' | null;
  /** Decimals that tell values apart where they lie close together; default four significant digits. */
  readonly decimals?: number;
}

/** Decimals that show a spread with two significant digits: 74.002 and 74.019, not 74.00 and 74.02. */
export function decimalsFor(spread: Maybe): { readonly decimals?: number } {
  if (spread === null || !(spread > 0) || !Number.isFinite(spread)) return {};
  return { decimals: Math.max(0, Math.min(8, 1 - Math.floor(Math.log10(spread)))) };
}

/** The smallest power of ten that brings the rate to 1 or more, so that nobody reads 0.00023. */
export function roundRate(centers: readonly Maybe[]): number {
  const rate = centers.reduce<number>((most, center) => Math.max(most, center ?? 0), 0);
  if (rate === 0 || rate >= 1) return 1;
  return 10 ** Math.min(9, Math.ceil(-Math.log10(rate) - 1e-9));
}

/** Seconds in a unit of time. */
export const secondsIn: Readonly<Record<NonNullable<DisplayScale['unit']>, number>> = {
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
