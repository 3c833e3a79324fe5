import { describe, expect, it } from 'vitest';
import { ageInDays, bucketOf, dueWithin } from '../../../../src/domain/events/clocks';
import type { Doing, EventCommand, EventDetails, EventState } from '../../../../src/domain/events/commands';
import { likelyDuplicates } from '../../../../src/domain/events/duplicates';
import { ledgerFigures } from '../../../../src/domain/events/figures';
import { filterEvents, orderEvents } from '../../../../src/domain/events/filter';
import { emptyState, eventIn, intake, noon, only, run } from './support';

const at = (date: string): Doing => ({ now: noon(date), by: '李强' });
const coding = { primary: 'G2.2.1' };

/** Events received on the dates given, replied to after the days given; null = not yet. */
function ledger(
  cases: readonly (readonly [received: string, replied: string | null, details?: EventDetails])[],
): EventState {
  const steps = cases.flatMap(([received, replied, details], index): (readonly [EventCommand, Doing])[] => {
    const id = `e${index}`;
    const begin: (readonly [EventCommand, Doing])[] = [
      [{ kind: 'register', id, details: { ...intake, ...details, receivedAt: noon(received) }, coding }, at(received)],
    ];
    if (replied === null) return begin;
    return [
      ...begin,
      [{ kind: 'accept', id }, at(received)],
      [{ kind: 'recordFacts', id, verification: '属实' }, at(received)],
      [{ kind: 'reply', id, at: noon(replied), text: '答复', method: 'phone' }, at(replied)],
    ];
  });
  const done = run(emptyState, steps);
  expect(done.codes.filter(Boolean)).toEqual([]);
  return done.state;
}

describe('the ages', () => {
  it.each([
    [0, '0-3'],
    [3, '0-3'],
    [4, '4-7'],
    [8, '8-15'],
    [16, '16-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, 'over60'],
  ])('put %i days into %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });

  it('stand still in the archive', () => {
    expect(ageInDays(only(eventIn('archived')), noon('2026-09-01'))).toBe(10);
    // Ten days, then eight in the archive, then six more.
    expect(ageInDays(only(eventIn('reopened')), noon('2026-03-26'))).toBe(16);
  });
});

describe('the figures of a ledger', () => {
  const state = ledger([
    ['2026-03-01', '2026-03-05'],
    ['2026-03-01', '2026-03-10'],
    ['2026-03-01', '2026-03-20'],
    ['2026-03-01', null],
    ['2026-03-30', null],
  ]);
  const figures = ledgerFigures(state.events.values(), state, noon('2026-04-01'));

  it('judge the cases whose end is known, and leave out the one that still has time', () => {
    // Kept: 5 and 10 March. Late: 20 March, and the one open since 1 March. Not judged: 30 March.
    expect(figures.onTime).toMatchObject({ cases: 2, of: 4, share: 0.5 });
    expect(figures).toMatchObject({ total: 5, open: 5, overdue: 1, pending: 1, uncoded: 0 });
    expect(figures.ages).toMatchObject({ '0-3': 1, '31-60': 4 });
  });

  it('count open cases as long as they were seen', () => {
    // Kaplan-Meier by hand: 5 at risk before day 2 (censored), then 4 at 4 d → .75, 3 at 9 d → .5, 2 at 19 d → .25.
    expect(figures.replyDays?.median.time).toBe(9);
    expect(figures.replyDays?.p90.time).toBeNull();
  });

  it('know reopened cases among all that were ever archived', () => {
    const reopened = ledgerFigures(eventIn('reopened').events.values(), emptyState, noon('2026-04-20'));
    expect(reopened.reopened).toMatchObject({ cases: 1, of: 1, share: 1 });
    const archived = ledgerFigures(eventIn('archived').events.values(), emptyState, noon('2026-04-20'));
    expect(archived.reopened).toMatchObject({ cases: 0, of: 1, share: 0 });
  });

  it('find repeats of one customer on one link within 90 days', () => {
    const repeated = ledger([
      ['2026-01-05', null, { customerKey: 'k1' }],
      ['2026-02-05', null, { customerKey: 'k1' }],
      ['2026-06-05', null, { customerKey: 'k1' }],
      ['2026-01-05', null, { customerKey: 'k2' }],
    ]);
    expect(ledgerFigures(repeated.events.values(), repeated, noon('2026-07-01')).repeats).toMatchObject({
      cases: 1,
      of: 4,
    });
  });

  it('say nothing of an empty ledger', () => {
    const none = ledgerFigures([], emptyState, noon('2026-04-01'));
    expect(none).toMatchObject({ total: 0, onTime: { share: null }, replyDays: null, reopened: { share: null } });
  });
});

describe('the lists', () => {
  const state = ledger([
    ['2026-03-01', null, { outlet: 'A01', title: '等候过长' }],
    ['2026-03-15', null, { outlet: 'A02', title: '态度' }],
    ['2026-03-30', null, { outlet: 'A01', title: '收费' }],
  ]);
  const events = [...state.events.values()];
  const now = noon('2026-03-31');

  it('name what is due within three days or overdue, the most urgent first', () => {
    expect(dueWithin(events, state, noon('2026-03-28')).map(({ event }) => event.id)).toEqual(['e0', 'e1']);
    expect(dueWithin(events, state, noon('2026-03-26')).map(({ event }) => event.id)).toEqual(['e0']);
  });

  it.each([
    [{ outlet: 'A01' }, ['e0', 'e2']],
    [{ text: '态度' }, ['e1']],
    [{ text: 'a01 收费' }, ['e2']],
    [{ status: 'overdue' } as const, ['e0', 'e1']],
    [{ code: 'G2' }, ['e0', 'e1', 'e2']],
    [{ code: 'G2.2.1' }, ['e0', 'e1', 'e2']],
    [{ code: 'G2.2.11' }, []],
    [{ from: Math.floor(noon('2026-03-15') / 86_400_000) }, ['e1', 'e2']],
    [{ status: 'uncoded' } as const, []],
  ])('are narrowed by %o', (filter, ids) => {
    expect(filterEvents(events, filter, state, now).map(({ id }) => id)).toEqual(ids);
  });

  // What the list does with every key: fifty thousand events, each looked at once.
  it('are narrowed in one pass, however many conditions there are', () => {
    let looks = 0;
    const many = Array.from({ length: 50_000 }, (_, i) => {
      const event = { ...events[i % 3], id: `m${i}` };
      const { outlet } = event;
      return Object.defineProperty(event, 'status', {
        get: () => (looks++, outlet === 'A01' ? 'accepted' : 'archived'),
      });
    });
    const filter = { status: 'accepted', code: 'G2', from: 0, to: 100_000, text: '收费' } as const;
    expect(filterEvents(many, filter, state, now)).toHaveLength(16_666);
    expect(looks).toBe(50_000);
  });

  it('are ordered', () => {
    expect(orderEvents(events, 'received', state, now).map(({ id }) => id)).toEqual(['e2', 'e1', 'e0']);
    expect(orderEvents(events, 'due', state, now).map(({ id }) => id)).toEqual(['e0', 'e1', 'e2']);
  });
});

describe('likely duplicates', () => {
  const text = '上午九点取号，前面三十多人，排队等了两个多小时才办上。';
  it('are pairs of one outlet and three days with texts alike', () => {
    const state = ledger([
      ['2026-03-01', null, { narrative: text }],
      ['2026-03-03', null, { narrative: `${text}请核实` }],
      ['2026-03-03', null, { narrative: text, outlet: 'B' }],
      ['2026-03-09', null, { narrative: text }],
      ['2026-03-03', null, { narrative: '手机银行一打开就闪退，点哪里都是系统繁忙。' }],
    ]);
    expect(likelyDuplicates(state.events.values()).map(({ first, second }) => [first, second])).toEqual([['e0', 'e1']]);
  });

  it('are never of two customers who are known to differ', () => {
    const state = ledger([
      ['2026-03-01', null, { narrative: text, customerKey: 'k1' }],
      ['2026-03-01', null, { narrative: text, customerKey: 'k2' }],
    ]);
    expect(likelyDuplicates(state.events.values())).toEqual([]);
  });
});
