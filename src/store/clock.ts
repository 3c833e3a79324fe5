/**
 * Hybrid logical clock: stamps that order edits of several computers without a server.
 *
 * A stamp is `milliseconds` (11 base-36 digits), `counter` (4) and the replica's id, so plain string comparison is
 * the order of time, then of count, then of replica.
 */

import type { Stamp } from './types';

/** A clock that is ahead by more is merged but no longer followed: one wrong clock must not drag all others along. */
export const followedSkewMs = 5 * 60_000;
/** A stamp further ahead, or before `earliestStampMs`, is no edit anyone made. */
export const refusedSkewMs = 366 * 86_400_000;
/** 2020-01-01, before this product existed. */
export const earliestStampMs = 1_577_836_800_000;

const timeDigits = 11;
const counterDigits = 4;
const counterLimit = 36 ** counterDigits;

export interface StampParts {
  readonly ms: number;
  readonly counter: number;
  readonly replica: string;
}

/** The stamp of its parts. */
export function formatStamp({ ms, counter, replica }: StampParts): Stamp {
  const fits =
    Number.isSafeInteger(ms) && ms >= 0 && Number.isInteger(counter) && counter >= 0 && counter < counterLimit;
  if (!fits) throw new RangeError(`a stamp requires whole milliseconds and a counter of 4 digits: ${ms}, ${counter}`);
  return ms.toString(36).padStart(timeDigits, '0') + counter.toString(36).padStart(counterDigits, '0') + replica;
}

/** The parts of a stamp. */
export function parseStamp(stamp: Stamp): StampParts {
  if (!/^[0-9a-z]{15}/.test(stamp)) throw new RangeError(`a stamp begins with 15 base-36 digits: ${stamp}`);
  return {
    ms: parseInt(stamp.slice(0, timeDigits), 36),
    counter: parseInt(stamp.slice(timeDigits, timeDigits + counterDigits), 36),
    replica: stamp.slice(timeDigits + counterDigits),
  };
}

export interface ClockTick {
  /** Greater than the clock, than every stamp it replaces, and not before now. */
  readonly stamp: Stamp;
  /** The clock to keep for the next tick. */
  readonly clock: Stamp;
}

/**
 * The stamp of a local edit.
 *
 * A person can always overrule what they see, so the stamp exceeds that of the edited field even when a wrong clock
 * wrote it; but only up to five minutes ahead of now does this computer's own clock follow.
 */
export function tick(clock: Stamp | null, now: number, replica: string, replaced: Stamp | null = null): ClockTick {
  const own = clock === null ? null : parseStamp(clock);
  const wall = Math.max(Math.floor(now), own?.ms ?? 0);
  const base = after(own?.ms === wall ? own : null, wall);
  const seen = replaced === null ? null : parseStamp(replaced);
  const overruled = seen && !isBefore(seen, base) ? after(seen, seen.ms) : base;
  const stamp = formatStamp({ ...overruled, replica });
  const follows = overruled.ms <= Math.max(base.ms, now + followedSkewMs);
  return { stamp, clock: follows ? stamp : formatStamp({ ...base, replica }) };
}

/** The clock after stamps of other computers were seen: never behind them, unless they are too far ahead. */
export function follow(clock: Stamp | null, now: number, replica: string, seen: Stamp): Stamp {
  const { ms, counter } = parseStamp(seen);
  const own = clock ?? formatStamp({ ms: Math.max(0, Math.floor(now)), counter: 0, replica });
  if (ms > now + followedSkewMs || seen <= own) return own;
  return formatStamp({ ms, counter, replica });
}

/** All stamps of one millisecond lie between these, as text. */
export function timeBounds(ms: number): { readonly first: string; readonly last: string } {
  const digits = Math.max(0, Math.floor(ms)).toString(36).padStart(timeDigits, '0');
  // After every digit and letter that a counter or a replica may have.
  return { first: digits, last: `${digits}~` };
}

/** Stamps outside these bounds, as text, are no edits anyone made: nothing of a file that has one is taken. */
export function usableTimes(now: number): { readonly first: string; readonly last: string } {
  return { first: timeBounds(earliestStampMs).first, last: timeBounds(now + refusedSkewMs).last };
}

function after(previous: { readonly counter: number } | null, ms: number): { ms: number; counter: number } {
  const counter = previous ? previous.counter + 1 : 0;
  return counter < counterLimit ? { ms, counter } : { ms: ms + 1, counter: 0 };
}

function isBefore(a: { ms: number; counter: number }, b: { ms: number; counter: number }): boolean {
  return a.ms < b.ms || (a.ms === b.ms && a.counter < b.counter);
}
