import { describe, expect, it } from 'vitest';
import { differenceInRates } from '../../../../src/stats/tests/difference-in-differences';

const cells = {
  treatedBefore: { events: 90, exposure: 100 },
  treatedAfter: { events: 50, exposure: 100 },
  controlBefore: { events: 160, exposure: 200 },
  controlAfter: { events: 140, exposure: 200 },
};

describe('difference in differences of rates', () => {
  it('takes the change of the control off, with Poisson variances', () => {
    const result = differenceInRates(cells);
    expect(result.ok && result.value).toMatchObject({
      estimate: expect.closeTo(-0.3, 12) as number,
      treatedChange: expect.closeTo(-0.4, 12) as number,
      controlChange: expect.closeTo(-0.1, 12) as number,
      // (90 + 50)/100² + (160 + 140)/200²
      se: expect.closeTo(Math.sqrt(0.0215), 12) as number,
      df: null,
    });
    if (!result.ok) return;
    expect(result.value.interval.low).toBeCloseTo(-0.3 - 1.959963984540054 * Math.sqrt(0.0215), 10);
  });
  it('does not depend on the unit of exposure, but for its own', () => {
    const scaled = Object.fromEntries(
      Object.entries(cells).map(([cell, { events, exposure }]) => [cell, { events, exposure: exposure * 1000 }]),
    ) as typeof cells;
    const [a, b] = [differenceInRates(cells), differenceInRates(scaled)];
    expect(a.ok && b.ok && a.value.estimate / b.value.estimate).toBeCloseTo(1000, 8);
    expect(a.ok && b.ok && (a.value.statistic ?? 0) / (b.value.statistic ?? 1)).toBeCloseTo(1, 10);
  });
  it('has no statistic without events, and no answer without exposure', () => {
    const none = { events: 0, exposure: 5 };
    const zero = differenceInRates({
      treatedBefore: none,
      treatedAfter: none,
      controlBefore: none,
      controlAfter: none,
    });
    expect(zero).toMatchObject({ ok: true, value: { estimate: 0, se: 0, statistic: null, pValue: null } });
    expect(differenceInRates({ ...cells, treatedAfter: { events: 1, exposure: 0 } })).toMatchObject({
      ok: false,
      failure: { code: 'exposure-not-positive' },
    });
  });
});
