import { toEpochDay } from '../kernel/dates';

/** Epoch day by this computer's calendar. */
export function todayEpochDay(now: Date = new Date()): number {
  return toEpochDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
