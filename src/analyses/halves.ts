import { fromEpochDay, toEpochDay } from '../kernel/dates';
import type { NumericColumn } from '../table/column';
import { dayExtent } from '../table/period';
import type { DayRange } from './contract';

/** Two periods that meet at the start of the month in the middle; null where all dates lie in one month. */
export function halvesOf(dates: NumericColumn): { readonly before: DayRange; readonly after: DayRange } | null {
  const middle = middleMonth(dates);
  return middle === null ? null : { before: { from: null, before: middle }, after: { from: middle, before: null } };
}

/** The first day of the month nearest to the middle of a column of dates, if days lie on both sides of it. */
export function middleMonth(dates: NumericColumn): number | null {
  const extent = dayExtent(dates, null);
  if (!extent) return null;
  const { year, month } = fromEpochDay(Math.round((extent.first + extent.last) / 2));
  const starts = [
    toEpochDay(year, month, 1),
    month === 12 ? toEpochDay(year + 1, 1, 1) : toEpochDay(year, month + 1, 1),
  ];
  const inside = starts.filter((start) => start > extent.first && start <= extent.last);
  const distance = (start: number): number => Math.abs(start - (extent.first + extent.last) / 2);
  return inside.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
