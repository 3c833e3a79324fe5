import { describe, expect, it } from 'vitest';
import { binomialCapability, poissonCapability } from '../../../../src/stats/capability/attribute';
import { boxCoxCapability, estimateBoxCox } from '../../../../src/stats/capability/box-cox';
import { nonNormalCapability } from '../../../../src/stats/capability/non-normal';
import { normalCapability } from '../../../../src/stats/capability/normal';
import { sortedQuantile } from '../../../../src/stats/descriptive/quantile';
import { failureCode, normals, seeded, times, value } from '../support';

const spec = { lower: -3, upper: 3, target: 0 };

describe('capability of normal values', () => {
  const normal = normals(seeded(2));
  const values = times(20_000, () => normal());

  it('is about 1 where the limits lie at three sigma', () => {
    const found = value(normalCapability({ values }, spec));
    expect(found.within.indices.both).toBeCloseTo(1, 1);
    expect(found.overall.perMillion.total).toBeGreaterThan(1500);
    expect(found.overall.perMillion.total).toBeLessThan(4500);
    expect(found.overall.bothInterval?.low).toBeLessThan(found.overall.indices.both ?? 0);
    expect(found.overall.bothInterval?.high).toBeGreaterThan(found.overall.indices.both ?? 0);
  });

  it('counts the degrees of freedom of the sigma it uses, not n − 1 for both', () => {
    const subgroups = times(25, () => times(5, () => normal()));
    const by = (withinEstimator: 'pooled' | 'rbar'): number =>
      value(normalCapability({ subgroups, withinEstimator }, spec)).within.degreesOfFreedom;
    expect(by('pooled')).toBe(100);
    expect(by('rbar')).toBe(90);
    expect(value(normalCapability({ subgroups }, spec)).overall.degreesOfFreedom).toBe(124);
  });

  it('takes Cpm from the overall deviation, with the other conventions beside it', () => {
    const found = value(normalCapability({ values: [1, 2, 3, 4, 5, 4, 3, 2] }, { lower: 0, upper: 6, target: 2 }));
    const s2 = 12 / 7;
    expect(found.cpm).toBeCloseTo(6 / (6 * Math.sqrt(s2 + 1)), 12);
    expect(found.cpmMinitab).toBeCloseTo(6 / (6 * Math.sqrt(20 / 7)), 12);
  });

  it('does not bridge a missing value with a moving range', () => {
    const found = value(normalCapability({ values: [1, 2, null, 9, 10] }, { lower: 0, upper: 20 }));
    expect(found.within.sigma).toBeCloseTo(1 / 1.1283791670955126, 12);
    expect(found.n).toBe(4);
  });

  it('keeps the digits of a tail of a few per thousand million', () => {
    const found = value(normalCapability({ values: [-1, 1, -1, 1] }, { lower: null, upper: 9 }));
    expect(found.overall.perMillion.above).toBeGreaterThan(0);
    expect(found.overall.zBench).toBeCloseTo(9 / Math.sqrt(4 / 3), 6);
  });

  it('says null, not NaN, without values, with one value and without limits', () => {
    const empty = value(normalCapability({ values: [] }, spec));
    expect(empty).toMatchObject({ n: 0, mean: null, observed: { total: null } });
    const single = value(normalCapability({ values: [1] }, spec));
    expect(single.overall).toMatchObject({ sigma: null, zBench: null, indices: { both: null, least: null } });
    const free = value(normalCapability({ values: [1, 2, 3] }, { lower: null, upper: null }));
    expect(free.overall.indices).toEqual({ both: null, lower: null, upper: null, least: null });
    expect(JSON.stringify([empty, single, free])).not.toContain('NaN');
  });

  it('refuses limits the wrong way round', () => {
    expect(failureCode(normalCapability({ values: [1, 2] }, { lower: 3, upper: 3 }))).toBe('spec-limits-reversed');
  });
});

describe('capability of values that are not normal', () => {
  const uniform = seeded(6);
  const waits = times(3000, () => 5 * (-Math.log(1 - uniform())) ** (1 / 1.5));

  it('sees waits above a limit that a normal model would deny', () => {
    const limit = { lower: null, upper: 22 };
    const weibull = value(nonNormalCapability(waits, limit, { kind: 'weibull' }));
    const normal = value(normalCapability({ values: waits }, limit));
    expect(weibull.parameters['shape']).toBeCloseTo(1.5, 1);
    expect(weibull.expected?.above).toBeGreaterThan((normal.overall.perMillion.above ?? 0) * 5);
  });

  it('expects nothing beyond the data from percentiles', () => {
    const found = value(nonNormalCapability(waits, { lower: 0, upper: 22 }, { kind: 'percentile' }));
    expect(found.expected).toBeNull();
    expect(found.indices.least).toBeGreaterThan(0);
  });

  it('agrees between log-normal percentiles and Box-Cox with power 0', () => {
    const limits = { lower: 0.5, upper: 30 };
    const percentiles = value(nonNormalCapability(waits, limits, { kind: 'lognormal' }));
    const transformed = value(boxCoxCapability(waits, limits, 0));
    expect(percentiles.expected?.total).toBeCloseTo(transformed.expected.total ?? 0, 6);
  });

  it('refuses values a model cannot hold', () => {
    const limit = { lower: null, upper: 1 };
    expect(failureCode(nonNormalCapability([1, 0], limit, { kind: 'weibull' }))).toBe('data-not-positive');
    expect(failureCode(nonNormalCapability([2, 2], limit, { kind: 'lognormal' }))).toBe('no-variation');
    expect(failureCode(nonNormalCapability([null], limit, { kind: 'percentile' }))).toBe('no-values');
    expect(failureCode(boxCoxCapability([1, -1], limit, 0.5))).toBe('data-not-positive');
  });
});

describe('Box-Cox powers', () => {
  it('find the power that makes values normal', () => {
    const normal = normals(seeded(9));
    const roots = times(3000, () => 10 + normal());
    const found = value(estimateBoxCox(roots.map((v) => v ** 2)));
    expect(found.lambda).toBeGreaterThan(0.2);
    expect(found.lambda).toBeLessThan(0.8);
    expect(found.low).toBeLessThan(0.5);
    expect(found.high).toBeGreaterThan(0.5);
    expect(found.logLikelihoodDifference(found.lambda)).toBe(0);
  });

  it('do not depend on the unit', () => {
    const values = [1, 2, 5, 3, 8, 13, 4, 2];
    const plain = value(estimateBoxCox(values)).lambda;
    expect(value(estimateBoxCox(values.map((v) => v * 1e6))).lambda).toBeCloseTo(plain, 6);
  });

  it('have no power for equal values', () => {
    expect(failureCode(estimateBoxCox([3, 3, 3]))).toBe('no-variation');
  });

  it('take a lower limit at 0 as none where the logarithm cannot reach it', () => {
    const found = value(boxCoxCapability([1, 2, 3, 4], { lower: 0, upper: 10 }, 0));
    expect(found.transformed.lower).toBeNull();
    expect(found.indices.lower).toBeNull();
    expect(found.expected.below).toBe(0);
  });
});

describe('capability of counts', () => {
  it('of defectives has an exact interval and its Z', () => {
    const found = value(binomialCapability({ counts: [3, null, 4], sizes: [100, 100, 100] }));
    expect(found).toMatchObject({ defectives: 7, items: 200, share: 0.035 });
    expect(found.zLow).toBeLessThan(found.z ?? 0);
    expect(found.zHigh).toBeGreaterThan(found.z ?? 0);
  });

  it('of defects has a rate', () => {
    expect(value(poissonCapability({ counts: [3, 4], sizes: [10, 4] }))).toMatchObject({
      rate: 0.5,
      largest: 1,
      smallest: 0.3,
    });
    expect(failureCode(poissonCapability({ counts: [], sizes: [] }))).toBe('exposure-not-positive');
  });
});

describe('quantiles', () => {
  it('tell type 6 from type 7', () => {
    const sorted = [1, 2, 3, 4];
    expect(sortedQuantile(sorted, 0.25, 7)).toBe(1.75);
    expect(sortedQuantile(sorted, 0.25, 6)).toBe(1.25);
    expect(sortedQuantile(sorted, 0, 6)).toBe(1);
    expect(sortedQuantile(sorted, 1, 7)).toBe(4);
    expect(sortedQuantile([], 0.5, 7)).toBeNaN();
    expect(sortedQuantile([5], 0.99, 6)).toBe(5);
  });
});
