import { fromEpochDay, toEpochDay } from '../../kernel/dates';

/** A quarter of a calendar year; written `2026-Q3`. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** Epoch days, both included. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** The quarter that a text such as `2026-Q3` names, or null. */
export function parseQuarter(text: string): Quarter | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(text);
  return match ? { year: Number(match[1]), quarter: Number(match[2]) } : null;
}

/** `2026-Q3`: sorts by time, and is what outlets are kept under. */
export function quarterName({ year, quarter }: Quarter): string {
  return `${year}-Q${quarter}`;
}

/** The quarter that a day lies in. */
export function quarterOf(epochDay: number): Quarter {
  const { year, month } = fromEpochDay(epochDay);
  return { year, quarter: Math.ceil(month / 3) };
}

/** First and last day of a quarter. */
export function daysOf({ year, quarter }: Quarter): DayWindow {
  const last = quarter === 4 ? toEpochDay(year + 1, 1, 1) : toEpochDay(year, quarter * 3 + 1, 1);
  return { from: toEpochDay(year, quarter * 3 - 2, 1), to: last - 1 };
}

/** The quarter before. */
export function quarterBefore({ year, quarter }: Quarter): Quarter {
  return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };
}

/** The same quarter of the year before. */
export function quarterLastYear({ year, quarter }: Quarter): Quarter {
  return { year: year - 1, quarter };
}
