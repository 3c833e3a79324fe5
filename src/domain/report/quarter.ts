import { daysOfQuarter, type Quarter } from '../scorecard/quarters';

/** Epoch days, both included. */
export interface DayWindow {
  readonly from: number;
  readonly to: number;
}

/** First and last day of a quarter. */
export function daysOf(quarter: Quarter): DayWindow {
  const { from, before } = daysOfQuarter(quarter);
  return { from, to: before - 1 };
}
