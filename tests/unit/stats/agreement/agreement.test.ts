import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../../src/stats/agreement/cohen-kappa';
import { crossTabulate } from '../../../../src/stats/agreement/cross-tabulate';
import { fleissKappa } from '../../../../src/stats/agreement/fleiss-kappa';
import { kendallW } from '../../../../src/stats/agreement/kendall-w';
import { failureCode, times, value } from '../support';

describe('cohenKappa', () => {
  it('agrees with the golden example 40/45/7/8 of 100', () => {
    const { kappa, perCategory } = value(
      cohenKappa([
        [40, 7],
        [8, 45],
      ]),
    );
    expect(kappa).toBeCloseTo(0.6993, 4);
    expect(perCategory).toEqual([expect.closeTo(kappa ?? 0, 12), expect.closeTo(kappa ?? 0, 12)]);
  });

  it('shows percent agreement with its exact interval: 94 of 100', () => {
    const { percentAgreement, percentInterval } = value(
      cohenKappa([
        [50, 2],
        [4, 44],
      ]),
    );
    expect(percentAgreement).toBe(0.94);
    expect(100 * percentInterval.low).toBeCloseTo(87.4, 2);
    expect(100 * percentInterval.high).toBeCloseTo(97.77, 2);
  });

  it('leaves a category that nobody used without a kappa, at 57 levels as well', () => {
    const table = times(57, (i) => times(57, (j) => (i === j && i < 56 ? 2 : 0)));
    const { kappa, perCategory } = value(cohenKappa(table));
    expect(kappa).toBeCloseTo(1, 12);
    expect(perCategory[0]).toBeCloseTo(1, 12);
    expect(perCategory[56]).toBeNull();
  });

  it('refuses an empty table', () => {
    expect(failureCode(cohenKappa([[0]]))).toBe('table-margin-empty');
  });
});

describe('crossTabulate', () => {
  it('leaves out what one rater did not rate', () => {
    const { categories, table } = value(crossTabulate(['a', 'b', null, 'a'], ['a', 'a', 'b', null]));
    expect(categories).toEqual(['a', 'b']);
    expect(table).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('refuses a rating that is no category', () => {
    expect(failureCode(crossTabulate(['a'], ['c'], ['a', 'b']))).toBe('rating-category-unknown');
  });
});

describe('fleissKappa', () => {
  const golden = [
    [3, 0, 0],
    [2, 1, 0],
    [0, 3, 0],
    [0, 1, 2],
    [0, 0, 3],
  ];

  it('agrees with the golden example of 5 subjects and 3 raters', () => {
    const { kappa, unanimous, interval } = value(fleissKappa(golden));
    expect(kappa).toBeCloseTo(0.6, 3);
    expect(unanimous).toBe(3);
    expect(interval?.low).toBeLessThan(0.6);
    expect(interval?.high).toBeLessThanOrEqual(1);
  });

  it('has the standard error of the jackknife of its linear parts', () => {
    // Gwet's variance is close to the jackknife's for many subjects.
    const counts = times(200, (i) => golden[i % 5]);
    const whole = value(fleissKappa(counts));
    const parts = counts.slice(0, 5).map((_, i) => value(fleissKappa(counts.filter((__, j) => j !== i))).kappa ?? 0);
    const mean = whole.kappa ?? 0;
    const jackknife = Math.sqrt((199 / 200) * 40 * parts.reduce((sum, k) => sum + (k - mean) ** 2, 0));
    expect((whole.se ?? 0) / jackknife).toBeCloseTo(1, 1);
  });

  it('is undefined where all ratings are the same', () => {
    const { kappa, z, pValue, perCategory } = value(
      fleissKappa([
        [4, 0],
        [4, 0],
      ]),
    );
    expect({ kappa, z, pValue }).toEqual({ kappa: null, z: null, pValue: null });
    expect(perCategory.map((category) => category.kappa)).toEqual([null, null]);
  });

  it('needs two raters', () => {
    expect(failureCode(fleissKappa([[1, 0]]))).toBe('ratings-too-few');
    expect(failureCode(fleissKappa([]))).toBe('ratings-too-few');
  });
});

describe('kendallW', () => {
  it('agrees with the three executives of Siegel (1956), p. 231: W = 0.16', () => {
    const { w, df, chiSquared } = value(
      kendallW([
        [1, 6, 3, 2, 5, 4],
        [1, 5, 6, 4, 2, 3],
        [6, 3, 2, 5, 4, 1],
      ]),
    );
    expect(w).toBeCloseTo(306 / 1890, 12);
    expect(df).toBe(5);
    expect(chiSquared).toBeCloseTo(15 * (306 / 1890), 12);
  });

  it('corrects for ties, so that raters who agree reach 1', () => {
    const { w } = value(
      kendallW([
        [1, 2, 2, 4],
        [1, 2, 2, 4],
      ]),
    );
    expect(w).toBeCloseTo(1, 12);
  });
});
