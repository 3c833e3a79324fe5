import { describe, expect, it } from 'vitest';
import { emptyItem, type RectificationItem } from '../../../../src/domain/rectification/item';
import { portfolioOf } from '../../../../src/domain/rectification/portfolio';
import { overdueDays, ragOf } from '../../../../src/domain/rectification/rag';
import { findRecurrence } from '../../../../src/domain/rectification/recurrence';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { day, itemIn, noon, only } from './support';

/** An item of 100 days from 1 March 2026 on, so that a day is a percent. */
const item = (changes: Partial<RectificationItem>): RectificationItem => ({
  ...emptyItem('i'),
  title: 't',
  status: 'inProgress',
  start: day('2026-03-01'),
  due: day('2026-03-01') + 100,
  originalDue: day('2026-03-01') + 100,
  progress: 0,
  reopenedCount: 0,
  ...changes,
});
const after = (days: number): number => noon('2026-03-01') + days * 86_400_000;
const extension = [{ id: 'x', at: 0, by: 'a', from: 1, to: 2, approver: 'b', reason: 'c' }];
const blocker = (days: number, resolvedAt: number | null = null) => [
  { id: 'b', at: after(50 - days), by: 'a', text: 'x', resolvedAt },
];

describe('the written rule of colours', () => {
  it.each([
    [{ progress: 99 }, 101, 'red', 'overdue'],
    [{ progress: 99, status: 'submitted' as const }, 101, 'blue', 'awaiting'],
    [{ progress: 49 }, 80, 'red', 'far-behind'],
    [{ progress: 50 }, 80, 'amber', 'behind'],
    [{ progress: 0 }, 79, 'amber', 'behind'],
    [{ progress: 50, blocker: blocker(8) }, 50, 'red', 'blocked'],
    [{ progress: 50, blocker: blocker(7) }, 50, 'green', 'on-track'],
    [{ progress: 50, blocker: blocker(8, after(49)) }, 50, 'green', 'on-track'],
    [{ progress: 79 }, 93, 'amber', 'due-soon'],
    [{ progress: 80 }, 93, 'green', 'on-track'],
    [{ progress: 34 }, 50, 'amber', 'behind'],
    [{ progress: 35 }, 50, 'green', 'on-track'],
    [{ progress: 50, extension }, 50, 'amber', 'extended'],
    [{ status: 'verifying' as const }, 500, 'blue', 'awaiting'],
    [{ status: 'onHold' as const, heldSince: after(20) }, 50, 'grey', 'held'],
    [{ status: 'onHold' as const, heldSince: after(19) }, 50, 'amber', 'held-long'],
    [{ status: 'draft' as const }, 50, 'grey', 'not-started'],
    [{ status: 'closed' as const }, 50, 'grey', 'over'],
    [{ status: 'cancelled' as const }, 500, 'grey', 'over'],
  ])('%o after %i days is %s: %s', (changes, days, rag, reason) => {
    expect(ragOf(item(changes), after(days))).toMatchObject({ rag, reason });
  });
});

describe('overdue days', () => {
  it('count from the date in force and from the first one', () => {
    const extended = item({ due: day('2026-06-09'), originalDue: day('2026-05-01') });
    expect(overdueDays(extended, noon('2026-06-14'))).toEqual({ current: 5, original: 44 });
    expect(overdueDays(item({ status: 'closed', submittedAt: after(103) }), after(900))).toEqual({
      current: 3,
      original: 3,
    });
    expect(overdueDays(item({ status: 'cancelled' }), after(900))).toEqual({ current: 0, original: 0 });
  });
});

describe('the portfolio', () => {
  it('judges items whose end is known, and confirmed benefit only of proven ones', () => {
    const items = [
      item({
        id: 'a',
        status: 'closed',
        verdict: 'effective',
        submittedAt: after(90),
        openedAt: after(0),
        closedAt: after(120),
        benefit: 100,
        benefitConfirmed: true,
        links: ['G2.2.1'],
      }),
      item({
        id: 'b',
        status: 'closed',
        verdict: 'partial',
        submittedAt: after(110),
        openedAt: after(0),
        closedAt: after(140),
        benefit: 50,
        benefitConfirmed: true,
        links: ['G2.2.1', 'G1.1.1'],
      }),
      item({ id: 'c', status: 'returned', verdict: 'noChange', openedAt: after(0) }),
      item({
        id: 'd',
        status: 'inProgress',
        openedAt: after(100),
        originalDue: day('2027-01-01'),
        due: day('2027-01-01'),
      }),
      item({ id: 'e', status: 'cancelled', benefit: 1000 }),
    ];
    expect(portfolioOf(items, after(150))).toMatchObject({
      total: 4,
      live: 2,
      overdue: 1,
      onTime: { cases: 1, of: 3 },
      effective: { cases: 1, of: 3 },
      benefitConfirmed: 100,
      benefitExpected: 50,
      // Closed after 120 and 140 days, two still open after 150 and 50: median at the second closing.
      cycleDays: { time: 140 },
      perLink: [
        { code: 'G2.2.1', items: 2 },
        { code: 'G1.1.1', items: 1 },
      ],
    });
  });
});

describe('a recurrence', () => {
  const closed = only(itemIn('closed'));
  const event = (id: string, date: string, changes: Partial<ServiceEvent> = {}): ServiceEvent => ({
    ...emptyEvent(id),
    status: 'accepted',
    receivedAt: noon(date),
    primaryLink: 'G2.2.1',
    severity: 3,
    ...changes,
  });

  it('is a severe event on the same link within the watch', () => {
    expect(findRecurrence(closed, [event('a', '2026-05-02', { severity: 5 })], noon('2026-05-20'))).toMatchObject({
      reason: 'severe-event',
      events: ['a'],
    });
    expect(findRecurrence(closed, [event('a', '2026-04-20', { severity: 5 })], noon('2026-05-20'))).toBeNull();
    expect(
      findRecurrence(closed, [event('a', '2026-05-02', { severity: 5, primaryLink: 'G1.1.1' })], noon('2026-05-20')),
    ).toBeNull();
    expect(findRecurrence(closed, [event('a', '2026-08-02', { severity: 5 })], noon('2026-09-20'))).toBeNull();
  });

  it('is a month as bad as the mean month of the baseline', () => {
    const watched = { ...closed, baselineFrom: day('2026-01-01'), baselineTo: day('2026-02-28') };
    const before = ['2026-01-05', '2026-01-20', '2026-02-03', '2026-02-20'].map((date, i) => event(`b${i}`, date));
    const two = [event('x', '2026-05-05'), event('y', '2026-05-06')];
    expect(findRecurrence(watched, [...before, ...two], noon('2026-05-30'))).toBeNull();
    expect(findRecurrence(watched, [...before, ...two, event('z', '2026-05-07')], noon('2026-05-30'))).toMatchObject({
      reason: 'monthly-count',
      count: 3,
    });
  });

  it('is not seen against a baseline that the ledger does not reach back to', () => {
    const watched = { ...closed, baselineFrom: day('2026-01-01'), baselineTo: day('2026-02-28') };
    const three = ['2026-05-05', '2026-05-06', '2026-05-07'].map((date, i) => event(`a${i}`, date));
    const late = [event('b', '2026-02-20')];
    expect(findRecurrence(watched, [...late, ...three], noon('2026-05-30'))).toBeNull();
    // From the first event of the whole ledger on: 31 days with one event on the link.
    const elsewhere = event('c', '2026-01-29', { primaryLink: 'G1.1.1' });
    const found = findRecurrence(watched, [elsewhere, ...late, ...three], noon('2026-05-30'));
    expect(found?.baseline).toBeCloseTo(1 / (31 / 30.4375), 10);
  });
});
