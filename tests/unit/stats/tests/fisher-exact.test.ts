import { describe, expect, it } from 'vitest';
import { fisherExact, MAX_EXACT_OBSERVATIONS } from '../../../../src/stats/tests/fisher-exact';
import { twoProportionTest } from '../../../../src/stats/tests/two-proportions';

describe('fisherExact', () => {
  it("gives 17/35 for Fisher's lady who tells three of four cups", () => {
    const result = fisherExact([
      [3, 1],
      [1, 3],
    ]);
    expect(result.ok && result.value.twoSidedP).toBeCloseTo(34 / 70, 12);
    expect(result.ok && result.value.greaterP).toBeCloseTo(17 / 70, 12);
  });

  it('answers at the largest table it takes', () => {
    const quarter = MAX_EXACT_OBSERVATIONS / 4;
    const result = fisherExact([
      [quarter + 1e5, quarter - 1e5],
      [quarter - 1e5, quarter + 1e5],
    ]);
    // z = 2·10⁵·2/√10¹¹ = 1.26491; p of the normal distribution with it is 0.205903.
    expect(result.ok && result.value.twoSidedP).toBeCloseTo(0.205903, 5);
    expect(result.ok && result.value.conditionalOddsRatio).toBeCloseTo((1 + 4e-6) ** 4, 9);
  });

  it.each([MAX_EXACT_OBSERVATIONS, 1e15, 1e60])('refuses a table of %d and one, and does not hang', (count) => {
    const code = { ok: false, failure: { code: 'table-too-large' } };
    const table = [
      [count, 1],
      [count, count],
    ];
    expect(fisherExact(table)).toMatchObject(code);
    expect(twoProportionTest({ successes: 1, trials: count }, { successes: count, trials: 2 * count })).toMatchObject(
      code,
    );
  });
});
