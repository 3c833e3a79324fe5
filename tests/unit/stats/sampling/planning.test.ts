import { describe, expect, it } from 'vitest';
import { sampleSizeForMargin } from '../../../../src/stats/sampling/margin';
import { noncentralTUpper } from '../../../../src/stats/sampling/noncentral-t';
import { powerOfT, sampleSizeForT, type TTestPlan } from '../../../../src/stats/sampling/power-t';
import { powerOfZ, sampleSizeForZ, type ZTestPlan } from '../../../../src/stats/sampling/power-z';
import { failureCode, value } from '../support';

describe('noncentral t', () => {
  // mpmath 1.3, 30 digits, by quadrature of the definition; scipy 1.17 agrees to 15 digits
  it.each([
    [2.1, 18, 1.5, 0.2950513786849548],
    [2.0, 5, -1.0, 0.005896462289842162],
    [12.7062, 1, 3.0, 0.186108141926506],
    [1.97, 300, 2.8, 0.7964386525931559],
    [3.5, 2.5, 0.4, 0.04854866484833713],
    [2.2, 10, 6, 0.9997008237275125],
  ])('P(T > %f) with %f degrees of freedom shifted by %f', (t, df, shift, expected) => {
    expect(noncentralTUpper(t, df, shift)).toBeCloseTo(expected, 11);
  });
});

const t: TTestPlan = { test: 'two-sample', delta: 1, sd: 1, alpha: 0.05, sides: 'two-sided' };
const shares: ZTestPlan = { of: 'share', samples: 2, from: 0.5, to: 0.75, alpha: 0.05, sides: 'two-sided' };

describe('plans', () => {
  it('reach their power and not more than needed', () => {
    const { n, achievedPower } = value(sampleSizeForT(t, 0.9));
    expect(achievedPower).toBeGreaterThanOrEqual(0.9);
    expect(value(powerOfT(t, n - 1))).toBeLessThan(0.9);
    const plan = value(sampleSizeForZ(shares, 0.9));
    expect(plan.achievedPower).toBeGreaterThanOrEqual(0.9);
    expect(value(powerOfZ(shares, plan.n - 1))).toBeLessThan(0.9);
  });

  it('ask for two where a difference cannot be missed', () => {
    const { n, raw } = value(sampleSizeForT({ ...t, delta: 1000 }, 0.8));
    expect(n).toBe(2);
    expect(raw).toBeLessThan(2);
  });

  it('double a mean comparison for two groups', () => {
    const one: ZTestPlan = { of: 'mean', samples: 1, delta: 2, sd: 5, alpha: 0.05, sides: 'two-sided' };
    expect(value(sampleSizeForZ({ ...one, samples: 2 }, 0.9)).raw).toBeCloseTo(
      2 * value(sampleSizeForZ(one, 0.9)).raw,
      10,
    );
  });

  it('refuse what no sample can do', () => {
    expect(failureCode(sampleSizeForT({ ...t, delta: 0 }, 0.9))).toBe('plan-effect-zero');
    expect(failureCode(sampleSizeForT({ ...t, sd: 0 }, 0.9))).toBe('plan-sd-not-positive');
    expect(failureCode(sampleSizeForT(t, 0.01))).toBe('plan-power-outside');
    expect(failureCode(sampleSizeForT({ ...t, delta: 1e-8 }, 0.9))).toBe('plan-out-of-reach');
    expect(failureCode(powerOfT(t, 1))).toBe('plan-sample-too-small');
    expect(failureCode(sampleSizeForZ({ ...shares, to: 1 }, 0.9))).toBe('share-outside-unit');
    expect(failureCode(sampleSizeForZ({ ...shares, alpha: 0 }, 0.9))).toBe('alpha-outside-unit');
  });
});

describe('margins', () => {
  it('never ask for more than there are', () => {
    const plan = { of: 'share', share: 0.5, margin: 0.001, confidence: 0.95 } as const;
    expect(value(sampleSizeForMargin({ ...plan, population: 40 })).n).toBe(40);
    expect(failureCode(sampleSizeForMargin({ ...plan, margin: 0 }))).toBe('plan-margin-outside');
    expect(failureCode(sampleSizeForMargin({ ...plan, population: 0 }))).toBe('plan-population-not-positive');
  });

  it('give the 385 that every survey handbook prints', () => {
    expect(value(sampleSizeForMargin({ of: 'share', share: 0.5, margin: 0.05, confidence: 0.95 })).n).toBe(385);
  });
});
