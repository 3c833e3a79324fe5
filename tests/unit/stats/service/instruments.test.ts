import { describe, expect, it } from 'vitest';
import { importancePerformance } from '../../../../src/stats/service/importance-performance';
import { meanImprovement, shareImprovement } from '../../../../src/stats/service/improvement';
import { netPromoterScore } from '../../../../src/stats/service/net-promoter-score';
import { servqualGaps } from '../../../../src/stats/service/servqual-gaps';
import { toScore, weightedIndex } from '../../../../src/stats/service/weighted-index';
import { failureCode, times, value } from '../support';

describe('weightedIndex', () => {
  it('agrees with the golden example 90, 84, 80 → 84.2', () => {
    const { index, knownShare, contributions } = value(
      weightedIndex([
        { score: 90, weight: 0.3 },
        { score: 84, weight: 0.3 },
        { score: 80, weight: 0.4 },
      ]),
    );
    expect(index).toBeCloseTo(84.2, 12);
    expect(knownShare).toBe(1);
    expect(contributions).toEqual([27, 25.2, 32].map((v) => expect.closeTo(v, 12) as number));
  });

  it('says how much of the weight is known', () => {
    const { index, knownShare } = value(
      weightedIndex([
        { score: null, weight: 1 },
        { score: 60, weight: 3 },
      ]),
    );
    expect({ index, knownShare }).toEqual({ index: 60, knownShare: 0.75 });
  });

  it('refuses weights and scores that make no sense', () => {
    expect(failureCode(weightedIndex([{ score: null, weight: 1 }]))).toBe('no-values');
    expect(failureCode(weightedIndex([{ score: 5, weight: 0 }]))).toBe('weights-not-positive');
    expect(failureCode(weightedIndex([{ score: 101, weight: 1 }]))).toBe('score-outside-scale');
  });

  it('scores between anchors in either direction', () => {
    expect(toScore(5, { worst: 10, best: 0 })).toBe(50);
    expect(toScore(12, { worst: 10, best: 0 })).toBe(0);
    expect(toScore(4, { worst: 1, best: 5 })).toBe(75);
  });
});

describe('netPromoterScore', () => {
  it('is promoters less detractors, with an interval', () => {
    const answers = [...times(50, () => 10), ...times(30, () => 8), ...times(20, () => 3), null];
    const { score, se, interval, passives } = value(netPromoterScore(answers));
    expect(score).toBeCloseTo(30, 12);
    expect(passives).toBe(30);
    // √((0.5 + 0.2 − 0.09)/100)
    expect(se).toBeCloseTo(100 * Math.sqrt(0.0061), 12);
    expect(interval.low).toBeCloseTo(30 - 1.959963984540054 * se, 10);
  });

  it('refuses an answer outside 0 … 10', () => {
    expect(failureCode(netPromoterScore([11]))).toBe('score-outside-scale');
    expect(failureCode(netPromoterScore([9.5]))).toBe('score-outside-scale');
    expect(failureCode(netPromoterScore([]))).toBe('no-values');
  });
});

describe('importancePerformance', () => {
  it('places attributes around the grand means and ranks what to do first', () => {
    const { cross, attributes } = value(
      importancePerformance([
        { importance: 6, performance: 2 },
        { importance: 6, performance: 6 },
        { importance: 2, performance: 3 },
        { importance: 2, performance: 5 },
        { importance: null, performance: 7 },
      ]),
    );
    expect(cross).toEqual({ importance: 4, performance: 4 });
    expect(attributes.map((attribute) => attribute?.quadrant ?? null)).toEqual([
      'concentrate-here',
      'keep-up',
      'low-priority',
      'possible-overkill',
      null,
    ]);
    expect(attributes.map((attribute) => attribute?.priority ?? null)).toEqual([12, 0, 2, 0, null]);
  });
});

describe('servqualGaps', () => {
  const answers = {
    perceptions: [
      [5, 4, 6],
      [6, 5, 6],
      [4, 3, null],
    ],
    expectations: [
      [6, 6, 6],
      [7, 6, 7],
      [6, 6, 7],
    ],
    dimensionOfItem: [0, 0, 1],
    weights: [75, 25],
  };

  it('goes from items to dimensions to the whole', () => {
    const { items, dimensions, overall } = value(servqualGaps(answers));
    expect(items.map(({ gap }) => gap?.mean)).toEqual([
      expect.closeTo(-4 / 3, 12),
      expect.closeTo(-2, 12),
      expect.closeTo(-0.5, 12),
    ]);
    expect(dimensions[0].gap?.mean).toBeCloseTo(-5 / 3, 12);
    expect(dimensions.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(dimensions[1].alpha).toBeNull();
    // Respondents one and two: 0.75·(−1.5) + 0.25·0 and 0.75·(−1) + 0.25·(−1)
    expect(overall.gap?.n).toBe(2);
    expect(overall.gap?.mean).toBeCloseTo((-1.125 - 1) / 2, 12);
  });

  it('has the interval of the paired t test', () => {
    // Gaps −1, −1, −2: mean −4/3, s/√n = 1/3; t with 2 degrees of freedom is 0.95/√(2·0.975·0.025)
    const gap = value(servqualGaps(answers)).items[0].gap;
    expect(gap?.interval?.low).toBeCloseTo(-4 / 3 - 0.95 / Math.sqrt(2 * 0.975 * 0.025) / 3, 10);
  });

  it('does without expectations', () => {
    const { overall } = value(servqualGaps({ ...answers, expectations: null }));
    expect(overall.gap).toBeNull();
    expect(overall.expectation).toBeNull();
    expect(overall.perception.n).toBe(2);
  });

  it('refuses weights without a sum', () => {
    expect(failureCode(servqualGaps({ ...answers, weights: [0, 0] }))).toBe('weights-not-positive');
  });
});

describe('improvement', () => {
  it('of a share agrees with the golden example FCR 82.5 → 89.2', () => {
    const result = value(
      shareImprovement({ successes: 825, trials: 1000 }, { successes: 892, trials: 1000 }, { good: 'more' }),
    );
    expect(result.points).toBeCloseTo(6.7, 10);
    expect(result.relativePercent).toBeCloseTo(8.12, 2);
    expect(result.failurePercent).toBeCloseTo(-38.3, 1);
    expect(result.z).toBeCloseTo(4.298, 3);
    expect(result.isExact).toBe(false);
  });

  it('counts cases as failures where less is better', () => {
    const result = value(
      shareImprovement({ successes: 8, trials: 100 }, { successes: 2, trials: 100 }, { good: 'less' }),
    );
    expect(result.failurePercent).toBeCloseTo(-75, 10);
    expect(result.isExact).toBe(false);
    expect(
      value(shareImprovement({ successes: 0, trials: 9 }, { successes: 1, trials: 9 }, { good: 'less' })),
    ).toMatchObject({ relativePercent: null, failurePercent: null, isExact: true, pValue: 1 });
  });

  it('of a mean names the size of the effect', () => {
    const { difference, hedgesG, relativePercent } = value(meanImprovement([4, 5, 6, 5], [3, 4, 4, 3]));
    expect(difference).toBe(-1.5);
    expect(relativePercent).toBe(-30);
    expect(hedgesG).toBeLessThan(-1.5);
  });
});
