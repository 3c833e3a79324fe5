import { daysOfQuarter, quarterOf } from '../domain/scorecard/quarters';
import type { Peer } from '../store/types';

/** The first epoch day of the round that is collected now, unless the person says another: that of the quarter. */
export function startOfRound(today: number): number {
  return daysOfQuarter(quarterOf(today)).from;
}

/** Who is expected and has sent no file that was written on or after `since` (ms since 1970 UTC), in the order given. */
export function missingSenders(expected: readonly string[], peers: readonly Peer[], since: number): readonly string[] {
  const sent = new Set(peers.filter(({ sentAt }) => sentAt >= since).map(({ name }) => name));
  return expected.filter((name) => !sent.has(name));
}
