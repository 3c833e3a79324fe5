import { toEpochDay } from '../kernel/dates';

/** Epoch day by this computer's calendar. */
export function todayEpochDay(now: Date = new Date()): number {
  return toEpochDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** When an epoch day began on this computer, in milliseconds since 1970 UTC. */
export function localMidnight(epochDay: number): number {
  const utc = epochDay * 86_400_000;
  return utc + new Date(utc).getTimezoneOffset() * 60_000;
}
