import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../../../src/domain/calendar/china';
import { clockPresets } from '../../../../src/domain/calendar/regimes';
import { applyToEvents } from '../../../../src/domain/events/commands';
import { breachesOf } from '../../../../src/domain/events/invariants';
import { applyToItems } from '../../../../src/domain/rectification/commands';
import { itemBreachesOf } from '../../../../src/domain/rectification/invariants';
import { portfolioOf } from '../../../../src/domain/rectification/portfolio';
import { ragOf } from '../../../../src/domain/rectification/rag';
import { effectFigures, effectPhases } from '../../../../src/domain/report/effect-figures';
import { toItemRow } from '../../../../src/domain/report/rows';
import { daysOfQuarter } from '../../../../src/domain/scorecard/quarters';
import { sampleDaily } from '../../../../src/domain/sample/daily';
import { generateSample } from '../../../../src/domain/sample/generate';
import { buildScorecard } from '../../../../src/domain/scorecard/ranking';
import { defaultRules } from '../../../../src/domain/scorecard/scorecard';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { msPerDay, toEpochDay } from '../../../../src/kernel/dates';

const now = toEpochDay(2026, 11, 22) * msPerDay + 36_000_000;
const [rules] = clockPresets;
const state = {
  links: new Map(defaultTaxonomy.links.map((link) => [link.code, link])),
  taxonomyVersion: defaultTaxonomy.version,
  rules,
  calendar: chinaCalendar,
  escalationOwner: null,
};
const daily = sampleDaily(state, 'zh', now, (kind, index) => `${kind}${index}`);
const events = [...applyToEvents(new Map(), daily.events).values()];
const items = [...applyToItems(new Map(), daily.items).values()];

describe('the daily records of the sample', () => {
  it('hold every event of the quarters that are over and of the one that runs, none twice', () => {
    const { values } = generateSample().events.columns.find(({ key }) => key === 'received') ?? { values: [] };
    // 47 weeks later than they were made, and only what came in before today.
    const moved = values.map((at) => Number(at) + 329 * msPerDay);
    const wanted = moved.filter(
      (at) => at >= toEpochDay(2026, 4, 1) * msPerDay && at < toEpochDay(2026, 11, 22) * msPerDay,
    );
    expect(events.length).toBe(wanted.length);
    expect(new Set(events.map(({ number }) => number)).size).toBe(events.length);
    const received = events.map(({ receivedAt }) => receivedAt ?? 0);
    expect(Math.max(...received)).toBeLessThan(toEpochDay(2026, 11, 22) * msPerDay);
    expect(Math.max(...received)).toBeGreaterThan(toEpochDay(2026, 11, 20) * msPerDay);
    expect([...daily.quarters.keys()]).toEqual(['2026-Q2', '2026-Q3']);
  });

  it('leave no case that is over waiting for its call-back', () => {
    expect(events.filter(({ status }) => status === 'callBack')).toEqual([]);
  });

  it('are called by whole words', () => {
    const english = sampleDaily(state, 'en', now, (kind, index) => `${kind}${index}`);
    const cases = [...applyToEvents(new Map(), english.events).values()];
    const cut = cases.flatMap(({ title, narrative }) => {
      const end = (title ?? '').replace(/…$/, '');
      const next = (narrative ?? '').charAt((narrative ?? '').indexOf(end) + end.length);
      return /[a-z]/i.test(next) ? [title] : [];
    });
    expect(cut).toEqual([]);
    expect(cases.some(({ title }) => title?.endsWith('…'))).toBe(true);
  });

  it('break no rule of the ledger nor of the items', () => {
    expect(events.flatMap((event) => breachesOf(event, rules))).toEqual([]);
    expect(items.flatMap((item) => itemBreachesOf(item))).toEqual([]);
  });

  it('show most cases closed, some open, and some that nobody has coded', () => {
    const count = (status: string): number => events.filter((event) => event.status === status).length;
    expect(count('archived') / events.length).toBeGreaterThan(0.8);
    expect(events.filter(({ primaryLink }) => primaryLink === null).length).toBeGreaterThan(10);
    expect(events.length - count('archived')).toBeGreaterThan(10);
  });

  it('show items in every state: one that worked, one that did not, one that came back', () => {
    const verdictOf = (wanted: string) => items.find(({ status }) => status === wanted)?.verdict;
    expect([verdictOf('closed'), verdictOf('returned')]).toEqual(['effective', 'noChange']);
    const back = items.find(({ status }) => status === 'reopened');
    const told = back?.log.map(({ action }) => action) ?? [];
    expect(told.indexOf('reopen')).toBeGreaterThan(told.indexOf('close'));
    expect(told).toContain('close');
    expect(new Set(items.map(({ status }) => status))).toEqual(
      new Set(['draft', 'inProgress', 'submitted', 'verifying', 'closed', 'returned', 'reopened', 'onHold']),
    );
    const colours = new Set(items.map((item) => ragOf(item, now).rag));
    for (const colour of ['red', 'amber', 'blue', 'grey']) expect(colours).toContain(colour);
  });

  it('tell what worked and what did not in the report of the quarter that is over, each with its chart', () => {
    const { from, before } = daysOfQuarter('2026-Q3');
    const verified = items.filter((item) => toItemRow(item, { from, to: before - 1 }, now).verified);
    expect(verified.map(({ verdict, proposed }) => verdict ?? proposed).sort()).toEqual(['effective', 'noChange']);
    for (const item of verified) {
      const chart = effectPhases(item, events, before);
      expect(chart?.source).toBe('period');
      expect(chart?.signals).toEqual([]);
      // Points are what the counts of the verdict are made of.
      const figures = effectFigures(item);
      expect(chart?.phases.map(({ center }) => center)).toEqual([
        expect.closeTo(figures?.before.value ?? NaN, 10),
        expect.closeTo(figures?.after.value ?? NaN, 10),
      ]);
    }
  });

  it('tell it so on the first day of a quarter and on its last', () => {
    for (const day of [toEpochDay(2026, 10, 1), toEpochDay(2026, 12, 31)]) {
      const told = sampleDaily(state, 'en', day * msPerDay, (kind, index) => `${kind}${index}`);
      const own = [...applyToItems(new Map(), told.items).values()];
      const { from, before } = daysOfQuarter('2026-Q3');
      const rows = own.map((item) => toItemRow(item, { from, to: before - 1 }, day * msPerDay));
      expect(rows.filter(({ effective }) => effective)).toHaveLength(1);
      expect(rows.filter(({ returned }) => returned)).toHaveLength(1);
      expect(own.flatMap((item) => itemBreachesOf(item))).toEqual([]);
    }
  });

  it('have a benefit that finance confirmed, and one that is only expected', () => {
    expect(portfolioOf(items, now)).toMatchObject({ benefitConfirmed: 185_000, benefitExpected: 52_000 });
  });

  it('are enough for a ranking of the outlets, in both quarters', () => {
    for (const outlets of daily.quarters.values()) {
      expect(outlets).toHaveLength(30);
      const card = buildScorecard(outlets, defaultRules);
      expect(card.outlets.filter(({ rank }) => rank !== null).length).toBeGreaterThan(15);
    }
  });

  it('say the same in both languages, and nothing in Chinese in English', () => {
    const english = sampleDaily(state, 'en', now, (kind, index) => `${kind}${index}`);
    expect(english.events.length).toBe(daily.events.length);
    expect(JSON.stringify([english, [...english.quarters]])).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
