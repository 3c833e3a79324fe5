import { describe, expect, it } from 'vitest';
import { missingSenders, startOfRound } from '../../../src/app/missing-senders';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Peer } from '../../../src/store/types';

const peer = (name: string, sentAt: number): Peer => ({
  replica: `r-${name}`,
  name,
  sentAt,
  receivedAt: sentAt + 5,
  exports: [],
  ancestors: [],
  seen: {},
});

describe('who is missing', () => {
  it('is asked anew for every round: a file of the round before does not count', () => {
    const peers = [peer('A', 99), peer('B', 100), peer('C', 300)];
    expect(missingSenders(['C', 'A', 'B', 'D'], peers, 100)).toEqual(['A', 'D']);
    expect(missingSenders(['A', 'B'], peers, 0)).toEqual([]);
  });

  it('begins with the quarter', () => {
    expect(startOfRound(toEpochDay(2026, 8, 15))).toBe(toEpochDay(2026, 7, 1));
  });
});
