import { describe, expect, it } from 'vitest';
import {
  judgeEffect,
  type EffectData,
  type EffectPlan,
  type EffectVerdict,
} from '../../../../src/domain/rectification/effect';
import { twoProportionTest } from '../../../../src/stats/tests/two-proportions';

const plan: EffectPlan = { test: 'share', direction: 'higher', target: 89, neededN: 500 };
const share = (before: number, after: number, size = 1000): EffectData => ({
  test: 'share',
  per: 1,
  before: { count: before, size },
  after: { count: after, size },
});

function verdict(given: EffectPlan, data: EffectData): EffectVerdict {
  const judged = judgeEffect(given, data);
  if (!judged.ok) throw new Error(judged.failure.code);
  return judged.value;
}

describe('the verdict on a share', () => {
  it('is effective where the change is proven and the target met', () => {
    const judged = verdict(plan, share(825, 892));
    expect(judged).toMatchObject({
      verdict: 'effective',
      reason: 'proven-target-met',
      before: 82.5,
      after: 89.2,
      method: 'two-proportions',
    });
    // The golden two-sided test has z 4.298 and p 1.7e-5; one-sided is half of it.
    const golden = twoProportionTest({ successes: 892, trials: 1000 }, { successes: 825, trials: 1000 });
    expect(golden.ok && golden.value.pooled.z).toBeCloseTo(4.298, 3);
    expect(judged.pValue).toBeCloseTo((golden.ok ? (golden.value.pooled.pValue ?? 0) : 0) / 2, 12);
  });

  it.each([
    [plan, share(825, 880), 'partial', 'proven-target-missed'],
    [plan, share(825, 830), 'noChange', 'not-proven'],
    [plan, share(825, 760), 'worse', 'proven-worse'],
    [plan, share(82, 90, 100), 'insufficient', 'too-few'],
    [{ ...plan, direction: 'lower', target: 10 } as const, share(147, 83), 'effective', 'proven-target-met'],
    [{ ...plan, direction: 'lower', target: 8 } as const, share(147, 83), 'partial', 'proven-target-missed'],
  ])('%#', (given, data, expected, reason) => {
    expect(verdict(given, data)).toMatchObject({ verdict: expected, reason });
  });

  it('takes Fisher below five expected', () => {
    const judged = verdict({ ...plan, direction: 'lower', target: 1, neededN: 20 }, share(8, 0, 20));
    // Hypergeometric by hand: C(20,8)/C(40,8).
    expect(judged.method).toBe('fisher');
    expect(judged.pValue).toBeCloseTo(125_970 / 76_904_685, 10);
  });
});

describe('the verdict on a rate', () => {
  it('is that of the exact test, one-sided', () => {
    const judged = verdict(
      { test: 'rate', direction: 'lower', target: 18, neededN: 1000 },
      { test: 'rate', per: 10_000, before: { count: 235, size: 100_000 }, after: { count: 172, size: 100_000 } },
    );
    expect(judged).toMatchObject({ verdict: 'effective', before: 23.5, after: 17.2, method: 'rate-exact' });
    // Binomial(407, ½): the golden two-sided p is .0021.
    expect(judged.pValue).toBeGreaterThan(0.0008);
    expect(judged.pValue).toBeLessThan(0.0012);
  });

  it('has nothing to say of no events at all', () => {
    const none = { count: 0, size: 10 };
    expect(
      verdict(
        { test: 'rate', direction: 'lower', target: 0, neededN: 1 },
        { test: 'rate', per: 1, before: none, after: none },
      ),
    ).toMatchObject({ verdict: 'noChange', pValue: null });
  });
});

describe('the verdict on measured values', () => {
  const before = [5.2, 5.6, 4.9, 5.4, 5.8, 5.1, 5.3, 5.5];
  const after = [4.3, 4.5, 4.1, 4.4, 4.6, 4.2, 4.0, 4.35];

  it.each(['mean', 'rank'] as const)('is that of the test that was planned: %s', (test) => {
    const judged = verdict({ test, direction: 'lower', target: 4.5, neededN: 8 }, { test, before, after });
    expect(judged).toMatchObject({ verdict: 'effective', method: test === 'mean' ? 'welch' : 'mann-whitney' });
    if (test === 'rank') expect(judged.pValue).toBeCloseTo(1 / 12_870, 12);
    expect(verdict({ test, direction: 'higher', target: 6, neededN: 8 }, { test, before, after }).verdict).toBe(
      'worse',
    );
  });
});

describe('control outlets', () => {
  const control = { controlBefore: { count: 825, size: 1000 } };

  it('take away what changed everywhere', () => {
    const everywhere = verdict(plan, {
      ...share(825, 892),
      ...control,
      controlAfter: { count: 892, size: 1000 },
    } as EffectData);
    expect(everywhere).toMatchObject({
      verdict: 'noChange',
      reason: 'control-moved-too',
      method: 'difference-in-differences',
    });
    expect(everywhere.controlled?.estimate).toBeCloseTo(0, 12);
  });

  it('leave what changed here alone', () => {
    const here = verdict(plan, {
      ...share(825, 892),
      ...control,
      controlAfter: { count: 826, size: 1000 },
    } as EffectData);
    expect(here.verdict).toBe('effective');
    expect(here.controlled?.estimate).toBeCloseTo(0.066, 12);
  });
});

describe('the new phase', () => {
  const steady = {
    values: [80, 82, 81, 83, 82, 81, 91, 90, 92, 91, 90, 92, 91, 90],
    sizes: new Array<number>(14).fill(100),
    changeAt: 6,
  };

  it('is partial while a point lies beyond its limits', () => {
    expect(verdict(plan, { ...share(825, 892), series: steady })).toMatchObject({
      verdict: 'effective',
      signals: 0,
    });
    const values = [...steady.values];
    values[10] = 60;
    expect(verdict(plan, { ...share(825, 892), series: { ...steady, values } })).toMatchObject({
      verdict: 'partial',
      reason: 'proven-unstable',
      signals: 1,
    });
  });

  it('warns of a baseline taken from the worst period', () => {
    const values = [90, 88, 89, 82, 90, 91];
    const sizes = new Array<number>(6).fill(100);
    const worst = verdict(plan, { ...share(820, 892), series: { values, sizes, changeAt: 4 } });
    expect(worst.regressionToMean).toBe(true);
    expect(verdict(plan, { ...share(870, 892), series: { values, sizes, changeAt: 4 } }).regressionToMean).toBe(false);
  });
});

describe('what cannot be judged', () => {
  it.each<[EffectData, string]>([
    [share(1, 2, 0), 'effect-counts-invalid'],
    [share(1001, 2), 'effect-counts-invalid'],
    [{ test: 'mean', before: [1, 2], after: [3] }, 'effect-test-differs'],
  ])('%#', (data, code) => {
    expect(judgeEffect(plan, data)).toMatchObject({ ok: false, failure: { code } });
  });

  it('is measured without variation', () => {
    expect(judgeEffect({ ...plan, test: 'mean' }, { test: 'mean', before: [1, 1, 1], after: [1, 1, 1] })).toMatchObject(
      {
        ok: false,
        failure: { code: 'effect-not-computable' },
      },
    );
  });
});
