import { describe, expect, it } from 'vitest';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { assembleQuarter, countEvents, type OutletEvidence } from '../../../../src/domain/scorecard/assemble';
import { shareTrend } from '../../../../src/domain/scorecard/ranking';
import { defaultRules, scoreOutlet, type OutletQuarter } from '../../../../src/domain/scorecard/scorecard';
import { emptyState, noon } from '../events/support';

const now = noon('2026-06-30');
const event = (id: string, changes: Partial<ServiceEvent> = {}): ServiceEvent => ({
  ...emptyEvent(id),
  status: 'archived',
  receivedAt: noon('2026-04-01'),
  firstReplyAt: noon('2026-04-05'),
  replyAt: noon('2026-04-05'),
  closedAt: noon('2026-04-10'),
  ...changes,
});

const events = [
  event('a', { resolvedFirstTime: true, callBackScore: 5 }),
  event('b', { resolvedFirstTime: false, callBackScore: 3 }),
  // Replied on the 30th day: late by the limit of 15 days.
  event('c', { firstReplyAt: noon('2026-05-01'), replyAt: noon('2026-05-01'), callBackScore: 4 }),
  event('d', { severity: 5, liability: 'liable' }),
  event('e', { severity: 5, liability: 'notLiable' }),
  event('f', { status: 'withdrawn', severity: 5, liability: 'liable', callBackScore: 1 }),
];

const table: OutletQuarter = {
  id: '城东支行',
  name: '城东支行',
  group: '大型',
  satisfaction: { cases: 86, of: 100 },
  wait: { cases: 78, of: 100 },
  waitP90: null,
  onTime: null,
  firstTime: null,
  callBack: null,
  reopened: null,
  inspections: [{ score: 88, weight: 1 }],
  severeEvents: 0,
  falsified: false,
};

const evidence = (changes: Partial<OutletEvidence> = {}): OutletEvidence => ({
  id: '城东支行',
  table: null,
  group: '大型',
  falsified: null,
  survey: null,
  events: [],
  inspections: [],
  ...changes,
});

describe('what the ledger says of an outlet', () => {
  it('counts cases, and never those withdrawn', () => {
    expect(countEvents(events, emptyState, now)).toEqual({
      onTime: { cases: 4, of: 5 },
      firstTime: { cases: 1, of: 2 },
      callBack: { cases: 2, of: 3 },
      reopened: { cases: 0, of: 5 },
      severe: 1,
    });
    expect(countEvents([], emptyState, now)).toEqual({
      onTime: null,
      firstTime: null,
      callBack: null,
      reopened: null,
      severe: 0,
    });
  });
});

describe('an outlet put together', () => {
  it('takes the table first and fills what it leaves open, naming each source', () => {
    const { quarter, sources } = assembleQuarter(
      evidence({ table, survey: { cases: 1, of: 2 }, events, inspections: [{ score: 50, weight: 1 }] }),
      emptyState,
      now,
    );
    expect(quarter).toMatchObject({
      satisfaction: { cases: 86, of: 100 },
      onTime: { cases: 4, of: 5 },
      inspections: [{ score: 88, weight: 1 }],
      severeEvents: 1,
    });
    expect(sources).toEqual({
      satisfaction: 'table',
      wait: 'table',
      onTime: 'ledger',
      firstTime: 'ledger',
      callBack: 'ledger',
      reopened: 'ledger',
      inspections: 'table',
      severeEvents: 'ledger',
    });
  });

  it('stands on the records alone', () => {
    const { quarter, sources } = assembleQuarter(
      evidence({ survey: { cases: 9, of: 10 }, inspections: [{ score: 92, weight: 0.5 }] }),
      emptyState,
      now,
    );
    expect(quarter).toMatchObject({ name: '城东支行', group: '大型', wait: null, severeEvents: 0 });
    expect(sources).toMatchObject({
      satisfaction: 'survey',
      inspections: 'monitoring',
      wait: null,
      severeEvents: null,
    });
  });

  it('scores the golden outlet as the rule does', () => {
    // 91 of 100 in event handling: all four parts at 91, none reopened beyond 9.
    const golden: OutletQuarter = {
      ...table,
      onTime: { cases: 91, of: 100 },
      firstTime: { cases: 91, of: 100 },
      callBack: { cases: 91, of: 100 },
      reopened: { cases: 9, of: 100 },
    };
    const { quarter } = assembleQuarter(evidence({ table: golden }), emptyState, now);
    expect(scoreOutlet(quarter, 0.86, defaultRules).total?.toFixed(2)).toBe('77.68');
  });
});

describe('data that are held to be falsified', () => {
  it('are not rated, whatever the table says', () => {
    const { quarter } = assembleQuarter(evidence({ table, falsified: '补录取号记录' }), emptyState, now);
    expect(scoreOutlet(quarter, 0.86, defaultRules)).toMatchObject({
      total: null,
      grade: null,
      notRanked: 'falsified',
    });
  });
});

describe('the trend of a share', () => {
  it.each([
    [{ cases: 90, of: 100 }, { cases: 75, of: 100 }, 'up'],
    [{ cases: 75, of: 100 }, { cases: 90, of: 100 }, 'down'],
    [{ cases: 90, of: 100 }, { cases: 88, of: 100 }, 'none'],
    // Fisher: 3 of 3 against 0 of 3 has p = 0.1.
    [{ cases: 3, of: 3 }, { cases: 0, of: 3 }, 'none'],
    [{ cases: 3, of: 3 }, null, 'unknown'],
  ] as const)('of %o after %o is %s', (own, last, trend) => {
    expect(shareTrend(own, last)).toBe(trend);
  });
});
