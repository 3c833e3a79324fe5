import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../../../src/stats/proportions/clopper-pearson';
import { exactBinomialP } from '../../../../src/stats/proportions/exact-test';
import { newcombeInterval } from '../../../../src/stats/proportions/newcombe';
import { agrestiCoullInterval, waldInterval } from '../../../../src/stats/proportions/wald';
import { wilsonInterval } from '../../../../src/stats/proportions/wilson';
import { compareRates, rateInterval } from '../../../../src/stats/rates/poisson-rate';
import { failureCode, value } from '../support';

describe('intervals of a share', () => {
  it('of Clopper and Pearson give the golden agreement of 94 in 100', () => {
    const { low, high } = value(clopperPearsonInterval({ successes: 94, trials: 100 }));
    expect(low).toBeCloseTo(0.874, 4);
    expect(high).toBeCloseTo(0.9777, 4);
  });

  it('agree with the reference case of no success in ten', () => {
    const share = { successes: 0, trials: 10 };
    expect(value(clopperPearsonInterval(share)).high).toBeCloseTo(1 - 0.025 ** (1 / 10), 12);
    expect(value(wilsonInterval(share)).low).toBe(0);
    expect(value(wilsonInterval(share)).high).toBeCloseTo(3.841458820694124 / (10 + 3.841458820694124), 12);
    expect(value(waldInterval(share))).toEqual({ low: 0, high: 0 });
  });

  it('end at 1 where everything succeeded', () => {
    const share = { successes: 7, trials: 7 };
    for (const interval of [clopperPearsonInterval, wilsonInterval, agrestiCoullInterval]) {
      expect(value(interval(share)).high).toBe(1);
    }
  });

  it('of Newcombe give the golden difference in percentage points', () => {
    const { low, high } = value(newcombeInterval({ successes: 892, trials: 1000 }, { successes: 825, trials: 1000 }));
    expect(low).toBeCloseTo(0.0365, 4);
    expect(high).toBeCloseTo(0.0975, 4);
  });

  it.each([
    ['trials-not-positive', { successes: 0, trials: 0 }],
    ['successes-outside-trials', { successes: 3, trials: 2 }],
    ['successes-outside-trials', { successes: -1, trials: 2 }],
  ])('refuse with %s', (code, share) => {
    for (const interval of [clopperPearsonInterval, wilsonInterval, waldInterval, agrestiCoullInterval]) {
      expect(failureCode(interval(share))).toBe(code);
    }
    expect(failureCode(newcombeInterval({ successes: 1, trials: 2 }, share))).toBe(code);
  });
});

describe('exact test of a share', () => {
  it('sums all outcomes at most as likely as the observed one', () => {
    // Fair coin, 10 tosses, 8 heads: 8, 9, 10 and 0, 1, 2.
    expect(exactBinomialP(8, 10, 0.5)).toBeCloseTo((2 * (45 + 10 + 1)) / 1024, 12);
    expect(exactBinomialP(5, 10, 0.5)).toBe(1);
    // Not symmetric: 3 of 10 at 0.1 has no outcome as rare below.
    expect(exactBinomialP(3, 10, 0.1)).toBeCloseTo(0.0701908264, 9);
  });

  it('stands a million trials', () => {
    expect(exactBinomialP(501_000, 1_000_000, 0.5)).toBeCloseTo(0.0455, 3);
  });

  it('knows probabilities 0 and 1', () => {
    expect(exactBinomialP(0, 5, 0)).toBe(1);
    expect(exactBinomialP(1, 5, 0)).toBe(0);
    expect(exactBinomialP(5, 5, 1)).toBe(1);
  });
});

describe('Poisson rates', () => {
  it('compare to the golden ratio', () => {
    const { ratio, interval, pValue } = value(
      compareRates({ events: 235, exposure: 100_000 }, { events: 172, exposure: 100_000 }),
    );
    expect(ratio).toBeCloseTo(0.732, 3);
    expect(interval?.low).toBeCloseTo(0.598, 3);
    expect(interval?.high).toBeCloseTo(0.895, 3);
    expect(pValue).toBeCloseTo(0.0021, 4);
  });

  it('have an exact interval, one-sided in effect at 0 events', () => {
    const { low, high } = value(rateInterval({ events: 0, exposure: 2 }));
    expect(low).toBe(0);
    expect(high).toBeCloseTo(-Math.log(0.025) / 2, 12);
  });

  it('say what is not known where a period had no events', () => {
    const zero = { events: 0, exposure: 10 };
    expect(value(compareRates(zero, zero))).toEqual({ ratio: null, interval: null, pValue: 1 });
    const rise = value(compareRates(zero, { events: 5, exposure: 10 }));
    expect(rise).toMatchObject({ ratio: null, interval: { high: null } });
    expect(rise.interval?.low).toBeGreaterThan(0);
    expect(value(compareRates({ events: 5, exposure: 10 }, zero))).toMatchObject({ ratio: 0 });
  });

  it('refuse an exposure that is none', () => {
    expect(failureCode(rateInterval({ events: 1, exposure: 0 }))).toBe('exposure-not-positive');
    expect(failureCode(compareRates({ events: 1, exposure: 1 }, { events: -1, exposure: 1 }))).toBe('count-negative');
  });
});
