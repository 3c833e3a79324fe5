import { fromEpochDay, toEpochDay } from '../../kernel/dates';

/** A quarter as it is written: `2026-Q3`. Such words sort by time. */
export type Quarter = string;

const pattern = /^(\d{4})-Q([1-4])$/;

/** Whether a word names a quarter. */
export function isQuarter(word: string): boolean {
  return pattern.test(word);
}

/** The quarter in which an epoch day lies. */
export function quarterOf(epochDay: number): Quarter {
  const { year, month } = fromEpochDay(epochDay);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** The quarter so many quarters later; negative = earlier. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  const index = indexOf(quarter) + count;
  return `${Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`;
}

/** Epoch days of a quarter: the first, and the first after it. */
export function daysOfQuarter(quarter: Quarter): { readonly from: number; readonly before: number } {
  const start = (index: number): number => toEpochDay(Math.floor(index / 4), (index % 4) * 3 + 1, 1);
  const index = indexOf(quarter);
  return { from: start(index), before: start(index + 1) };
}

function indexOf(quarter: Quarter): number {
  const [, year, part] = pattern.exec(quarter) ?? [];
  if (year === undefined || part === undefined) throw new RangeError(`a quarter is written 2026-Q3: ${quarter}`);
  return Number(year) * 4 + Number(part) - 1;
}
