import { describe, expect, it } from 'vitest';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { emptyItem } from '../../../../src/domain/rectification/item';
import { ledgerEffect } from '../../../../src/domain/rectification/ledger-effect';
import { day, noon } from './support';

const item = {
  ...emptyItem('i'),
  test: 'rate' as const,
  links: ['G2.2.1'],
  outlets: ['A01'],
  baselineFrom: day('2026-01-01'),
  baselineTo: day('2026-01-31'),
  afterFrom: day('2026-03-01'),
};
const event = (id: string, date: string, more: Partial<ServiceEvent> = {}): ServiceEvent => ({
  ...emptyEvent(id),
  status: 'accepted',
  primaryLink: 'G2.2.1',
  outlet: 'A01',
  receivedAt: noon(date),
  ...more,
});

describe('the effect of an item as the ledger shows it', () => {
  it('counts its events in both windows, both ends included', () => {
    const events = [
      event('a', '2026-01-01'),
      event('b', '2026-01-31'),
      event('c', '2026-02-15'),
      event('d', '2026-03-01'),
      event('e', '2026-03-31', { status: 'merged' }),
      event('f', '2026-03-05', { outlet: 'B02' }),
      event('g', '2026-03-05', { primaryLink: 'G2.2.2' }),
    ];
    expect(ledgerEffect(item, events, day('2026-03-31'))).toEqual({
      test: 'rate',
      per: 30,
      before: { count: 2, size: 31 },
      after: { count: 1, size: 31 },
    });
  });

  it('says nothing of items that are judged otherwise', () => {
    expect(ledgerEffect({ ...item, test: 'share' }, [], 0)).toBeNull();
    expect(ledgerEffect({ ...item, afterFrom: null }, [], 0)).toBeNull();
    expect(ledgerEffect({ ...item, links: [] }, [], 0)).toBeNull();
  });
});
