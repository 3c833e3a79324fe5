import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorScore,
  checkRules,
  defaultRules,
  gradeOf,
  indicators,
  measuresOf,
  scoreMeasures,
  scoreOutlet,
  shrunkShare,
  type OutletQuarter,
} from '../../../../src/domain/scorecard/scorecard';
import { buildScorecard, ranksOf, satisfactionTrend } from '../../../../src/domain/scorecard/ranking';

const golden = { satisfaction: 86, wait: 78, events: 91, inspection: 88 };

const outlet = (id: string, changes: Partial<OutletQuarter> = {}): OutletQuarter => ({
  id,
  name: id,
  group: 'large',
  satisfaction: { cases: 90, of: 100 },
  wait: { cases: 80, of: 100 },
  waitP90: 14,
  onTime: { cases: 18, of: 20 },
  firstTime: { cases: 17, of: 20 },
  callBack: { cases: 19, of: 20 },
  reopened: { cases: 1, of: 20 },
  inspections: [
    { score: 88, weight: 2 },
    { score: 94, weight: 1 },
  ],
  severeEvents: 0,
  falsified: false,
  ...changes,
});

describe('the golden scorecard', () => {
  it('is 77.68', () => {
    const score = scoreMeasures(golden, 0, defaultRules);
    expect(indicators.map((indicator) => score.indicators[indicator].score?.toFixed(2))).toEqual([
      '76.00',
      '76.00',
      '78.46',
      '81.33',
    ]);
    expect(score.total?.toFixed(2)).toBe('77.68');
    expect(score.grade).toBe('C');
  });

  it('shrinks 45 of 50 to .90 where all outlets have .90', () => {
    expect(shrunkShare({ cases: 45, of: 50 }, 0.9, 30)).toBeCloseTo(0.9, 15);
    expect(shrunkShare({ cases: 5, of: 5 }, 0.8, 30)).toBeCloseTo(29 / 35, 15);
  });
});

describe('an anchor score', () => {
  const up = { floor: 60, standard: 80, target: 95 };
  const down = { floor: 40, standard: 20, target: 5 };

  it.each([
    [up, 50, 0],
    [up, 60, 0],
    [up, 70, 30],
    [up, 80, 60],
    [up, 95, 100],
    [up, 99, 100],
    [down, 45, 0],
    [down, 30, 30],
    [down, 20, 60],
    [down, 12.5, 80],
    [down, 0, 100],
  ])('%o of %d is %d', (anchors, x, score) => {
    expect(anchorScore(x, anchors)).toBeCloseTo(score, 12);
  });

  it('never falls as the measure gets better', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          expect(anchorScore(low, up)).toBeLessThanOrEqual(anchorScore(high, up));
          expect(anchorScore(low, down)).toBeGreaterThanOrEqual(anchorScore(high, down));
        },
      ),
    );
  });

  it('wants anchors in one direction', () => {
    expect(() => anchorScore(1, { floor: 1, standard: 1, target: 2 })).toThrow(RangeError);
    expect(
      checkRules({
        ...defaultRules,
        anchors: { ...defaultRules.anchors, wait: { floor: 50, standard: 90, target: 70 } },
      }),
    ).toEqual(['anchors-not-in-order']);
    expect(checkRules({ ...defaultRules, weights: { satisfaction: 0, wait: 0, events: 0, inspection: 0 } })).toEqual([
      'weights-not-positive',
    ]);
    expect(checkRules({ ...defaultRules, grades: { A: 80, B: 80, C: 70 } })).toEqual(['grades-not-in-order']);
    expect(checkRules(defaultRules)).toEqual([]);
  });
});

describe('the measures', () => {
  it('are the shares as the rule says', () => {
    const measures = measuresOf(outlet('a'), 0.9, defaultRules);
    expect(measures.satisfaction).toBeCloseTo(90, 12);
    expect(measures.wait).toBe(80);
    expect(measures.events).toBeCloseTo(0.4 * 90 + 0.3 * 85 + 0.2 * 95 + 0.1 * 95, 12);
    expect(measures.inspection).toBeCloseTo(90, 12);
  });

  it('are absent where nothing was counted, and the rest is weighed up', () => {
    const score = scoreOutlet(outlet('a', { wait: null }), 0.9, defaultRules);
    expect(score.missing).toEqual(['wait']);
    expect(score.notRanked).toBeNull();
    const { satisfaction, events, inspection } = score.indicators;
    expect(score.total).toBeCloseTo(
      (30 * (satisfaction.score ?? 0) + 25 * (events.score ?? 0) + 20 * (inspection.score ?? 0)) / 75,
      12,
    );
  });
});

describe('deductions and eligibility', () => {
  it.each([
    [0, 77.68],
    [1, 67.68],
    [3, 47.68],
    [4, 47.68],
  ])('take 10 for each severe event, at most 30: %i', (events, total) => {
    expect(scoreMeasures(golden, events, defaultRules).total).toBeCloseTo(total, 2);
  });

  it('cap a total after a deduction at 79', () => {
    const best = { satisfaction: 95, wait: 90, events: 98, inspection: 95 };
    expect(scoreMeasures(best, 0, defaultRules).total).toBe(100);
    expect(scoreMeasures(best, 1, defaultRules).total).toBe(79);
  });

  it.each([
    [{ falsified: true }, 'falsified'],
    [{ satisfaction: { cases: 29, of: 29 } }, 'few-surveys'],
    [{ wait: null, inspections: [] }, 'missing-indicators'],
    [{}, null],
  ])('%o', (changes, expected) => {
    const score = scoreOutlet(outlet('a', changes), 0.9, defaultRules);
    expect(score.notRanked).toBe(expected);
    if (expected === 'falsified') expect(score.total).toBeNull();
    if (expected === 'missing-indicators') expect(score.grade).toBeNull();
  });

  it.each([
    [90, 'A'],
    [89.99, 'B'],
    [80, 'B'],
    [70, 'C'],
    [69.99, 'D'],
  ])('grade %d as %s', (total, grade) => {
    expect(gradeOf(total, defaultRules)).toBe(grade);
  });
});

describe('the ranking', () => {
  const outlets = [
    outlet('best', { satisfaction: { cases: 480, of: 500 }, wait: { cases: 470, of: 500 } }),
    outlet('a'),
    outlet('b', { satisfaction: { cases: 89, of: 100 } }),
    outlet('worst', { satisfaction: { cases: 320, of: 500 }, wait: { cases: 300, of: 500 }, group: 'small' }),
    outlet('few', { satisfaction: { cases: 9, of: 10 } }),
  ];
  const card = buildScorecard(outlets, defaultRules);
  const of = (id: string) => card.outlets.find((one) => one.id === id);

  it('ranks those that can be ranked, with intervals that hold the rank', () => {
    expect(card.outlets.map(({ id, rank }) => [id, rank])).toEqual([
      ['best', 1],
      ['a', 2],
      ['b', 3],
      ['worst', 4],
      ['few', null],
    ]);
    for (const { rank, rankInterval } of card.outlets.filter((one) => one.rank !== null)) {
      expect(rankInterval?.low).toBeLessThanOrEqual(rank ?? 0);
      expect(rankInterval?.high).toBeGreaterThanOrEqual(rank ?? 0);
    }
    expect(of('a')?.rankInterval).toEqual({ low: 2, high: 3 });
    expect(of('worst')).toMatchObject({
      rankInterval: { low: 4, high: 4 },
      groupRank: 1,
      funnelLevel: 2,
      funnelSide: 'below',
    });
    expect(of('b')?.funnelLevel).toBe(0);
  });

  it('gives the same intervals for the same data', () => {
    expect(buildScorecard(outlets, defaultRules)).toEqual(card);
  });

  it('lets equal totals share a rank', () => {
    expect(ranksOf([80, 90, null, 90, 70])).toEqual([3, 1, null, 1, 4]);
  });

  it('ranks 200 outlets in the time of a page', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      outlet(`o${i}`, { satisfaction: { cases: 300 + (i % 90), of: 400 } }),
    );
    expect(buildScorecard(many, defaultRules).outlets.every(({ rank }) => rank !== null)).toBe(true);
  });
});

describe('a trend', () => {
  it.each([
    [90, 80, 1000, 'up'],
    [80, 90, 1000, 'down'],
    [90, 80, 30, 'none'],
    [90, 90, 0, 'unknown'],
  ])('from %d to %d %% of %i is %s', (now, before, n, expected) => {
    const at = (share: number): OutletQuarter =>
      outlet('a', { satisfaction: { cases: Math.round((share * n) / 100), of: n } });
    expect(satisfactionTrend(at(now), at(before))).toBe(expected);
    expect(satisfactionTrend(at(now), null)).toBe('unknown');
  });
});
