import { describe, expect, it } from 'vitest';
import { follow, formatStamp, parseStamp, tick, timeBounds, usableTimes } from '../../../src/store/clock';

const now = Date.UTC(2026, 10, 1);
const day = 86_400_000;
const at = (ms: number, counter = 0, replica = 'r'): string => formatStamp({ ms, counter, replica });

describe('stamps', () => {
  it('are 11 digits of time, 4 of count, and the replica', () => {
    expect(at(1_700_000_000_000, 35, 'abc')).toBe('000loyw3v28000zabc');
    expect(parseStamp('000loyw3v28000zabc')).toEqual({ ms: 1_700_000_000_000, counter: 35, replica: 'abc' });
  });

  it('sort as text in the order of time, count and replica', () => {
    const stamps = [at(5), at(5, 1), at(5, 1, 's'), at(36), at(36 ** 5), at(now), at(now, 36), at(now + 1)];
    expect([...stamps].sort()).toEqual(stamps);
  });

  it('refuse what does not fit', () => {
    expect(() => at(-1)).toThrow(RangeError);
    expect(() => at(1.5)).toThrow(RangeError);
    expect(() => at(1, 36 ** 4)).toThrow(RangeError);
    expect(() => parseStamp('ABC')).toThrow(RangeError);
  });
});

describe('tick', () => {
  it('counts within a millisecond and when the clock goes back', () => {
    const first = tick(null, now, 'r');
    expect(first.stamp).toBe(at(now));
    const second = tick(first.clock, now, 'r');
    expect(second.stamp).toBe(at(now, 1));
    const back = tick(second.clock, now - day, 'r');
    expect(back.stamp).toBe(at(now, 2));
    expect(tick(back.clock, now + 1, 'r').stamp).toBe(at(now + 1));
  });

  it('carries over when the count is full', () => {
    expect(tick(at(now, 36 ** 4 - 1), now, 'r').stamp).toBe(at(now + 1));
  });

  it('overrules a field written by a clock three days ahead, without following that clock', () => {
    const foreign = at(now + 3 * day, 7, 'z');
    const { stamp, clock } = tick(at(now), now, 'r', foreign);
    expect(stamp).toBe(at(now + 3 * day, 8));
    expect(stamp > foreign).toBe(true);
    expect(clock).toBe(at(now, 1));
  });

  it('follows a clock that is a minute ahead', () => {
    const { stamp, clock } = tick(at(now), now, 'r', at(now + 60_000, 0, 'z'));
    expect(stamp).toBe(at(now + 60_000, 1));
    expect(clock).toBe(stamp);
  });
});

describe('follow', () => {
  it('keeps up with others, but no more than five minutes ahead of now', () => {
    expect(follow(at(now), now, 'r', at(now + 299_000, 3, 'z'))).toBe(at(now + 299_000, 3));
    expect(follow(at(now), now, 'r', at(now + 301_000, 3, 'z'))).toBe(at(now));
    expect(follow(at(now, 5), now, 'r', at(now - day, 9, 'z'))).toBe(at(now, 5));
    expect(follow(null, now, 'r', at(now - day, 9, 'z'))).toBe(at(now));
  });
});

describe('the bounds of time', () => {
  const { first, last } = usableTimes(now);
  const isUsable = (stamp: string): boolean => stamp >= first && stamp <= last;

  it('hold what somebody can have made, and leave out what nobody can', () => {
    for (const ms of [now - day, now + 3 * day, now + 365 * day, Date.UTC(2020, 0, 1)])
      expect(isUsable(at(ms))).toBe(true);
    for (const ms of [now + 367 * day, Date.UTC(9999, 0, 1), 0, Date.UTC(2019, 11, 31)]) {
      expect(isUsable(at(ms)), String(ms)).toBe(false);
    }
  });

  it('hold every stamp of a millisecond and none of its neighbours', () => {
    const bounds = timeBounds(now);
    for (const stamp of [at(now, 0, '-'), at(now, 36 ** 4 - 1, 'zzz')]) {
      expect(stamp >= bounds.first && stamp <= bounds.last).toBe(true);
    }
    expect(at(now - 1, 36 ** 4 - 1, 'zzz') < bounds.first).toBe(true);
    expect(at(now + 1, 0, '-') > bounds.last).toBe(true);
  });
});
