import { describe, expect, it } from 'vitest';
import { cronbachAlpha } from '../../../../src/stats/reliability/cronbach-alpha';
import { failureCode, value } from '../support';

describe('cronbachAlpha', () => {
  it('has the interval of Feldt around it', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((level) => [level, level + (level % 2), level - (level % 3)]);
    const { alpha, interval } = value(cronbachAlpha(rows));
    expect(interval?.low).toBeLessThan(alpha ?? 0);
    expect(interval?.high).toBeGreaterThan(alpha ?? 1);
    expect(interval?.high).toBeLessThanOrEqual(1);
  });

  it('is 1 for items that are copies', () => {
    const { alpha, standardizedAlpha } = value(
      cronbachAlpha([
        [1, 1],
        [2, 2],
        [5, 5],
      ]),
    );
    expect(alpha).toBeCloseTo(1, 12);
    expect(standardizedAlpha).toBeCloseTo(1, 12);
  });

  it('is undefined where the total does not vary', () => {
    const { alpha, interval } = value(
      cronbachAlpha([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    );
    expect({ alpha, interval }).toEqual({ alpha: null, interval: null });
  });

  it('says what is missing', () => {
    expect(failureCode(cronbachAlpha([]))).toBe('items-too-few');
    expect(
      failureCode(
        cronbachAlpha([
          [1, null],
          [2, 3],
        ]),
      ),
    ).toBe('sample-too-few-values');
  });
});
