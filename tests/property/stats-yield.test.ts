import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../src/stats/proportions/clopper-pearson';
import { newcombeInterval } from '../../src/stats/proportions/newcombe';
import { wilsonInterval } from '../../src/stats/proportions/wilson';
import { defectRates } from '../../src/stats/yield/dpmo';
import { dpoAtSigma, sigmaLongTerm, sigmaShortTerm } from '../../src/stats/yield/sigma-level';
import { value } from '../unit/stats/support';

const dpo = fc.double({ min: 1e-12, max: 0.999, noNaN: true });

describe('sigma and DPMO', () => {
  it('go back and forth', () => {
    fc.assert(
      fc.property(dpo, fc.double({ min: 0, max: 3, noNaN: true }), (rate, shift) => {
        const level = sigmaShortTerm(rate, shift);
        expect(level).not.toBeNull();
        expect(dpoAtSigma(level ?? 0, shift) / rate).toBeCloseTo(1, 9);
      }),
    );
  });

  it('fall when defects rise', () => {
    fc.assert(
      fc.property(dpo, dpo, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-9 * Math.max(a, b));
        const [fewer, more] = a < b ? [a, b] : [b, a];
        expect(sigmaLongTerm(fewer) ?? 0).toBeGreaterThan(sigmaLongTerm(more) ?? 0);
      }),
    );
  });

  it('lie within their interval, which narrows with the sample', () => {
    const counts = fc.record({ defects: fc.integer({ min: 1, max: 500 }), units: fc.integer({ min: 501, max: 5000 }) });
    fc.assert(
      fc.property(
        counts,
        fc.constantFrom<'poisson' | 'binomial'>('poisson', 'binomial'),
        ({ defects, units }, interval) => {
          const small = value(defectRates({ defects, units, opportunitiesPerUnit: 2 }, { interval }));
          const large = value(
            defectRates({ defects: defects * 10, units: units * 10, opportunitiesPerUnit: 2 }, { interval }),
          );
          const { dpmoLow, dpmoHigh } = small.interval;
          expect(dpmoLow).toBeLessThan(small.dpmo);
          expect(dpmoHigh).toBeGreaterThan(small.dpmo);
          expect(large.interval.dpmoHigh - large.interval.dpmoLow).toBeLessThan(dpmoHigh - dpmoLow);
          expect(small.interval.sigmaLow ?? 0).toBeLessThan(small.sigmaShortTerm ?? 0);
          expect(small.interval.sigmaHigh ?? 0).toBeGreaterThan(small.sigmaShortTerm ?? 0);
        },
      ),
    );
  });
});

describe('intervals of shares', () => {
  const share = fc
    .integer({ min: 1, max: 2000 })
    .chain((trials) => fc.integer({ min: 0, max: trials }).map((successes) => ({ successes, trials })));

  it('hold the share, lie within 0 … 1 and mirror', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (s, confidence) => {
        const mirrored = { successes: s.trials - s.successes, trials: s.trials };
        for (const interval of [wilsonInterval, clopperPearsonInterval]) {
          const { low, high } = value(interval(s, confidence));
          const other = value(interval(mirrored, confidence));
          const p = s.successes / s.trials;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(p + 1e-12);
          expect(high).toBeGreaterThanOrEqual(p - 1e-12);
          expect(other.low).toBeCloseTo(1 - high, 9);
          expect(other.high).toBeCloseTo(1 - low, 9);
        }
      }),
    );
  });

  it('of a difference change sign with the order', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const forward = value(newcombeInterval(a, b));
        const backward = value(newcombeInterval(b, a));
        expect(backward.low).toBeCloseTo(-forward.high, 12);
        expect(backward.high).toBeCloseTo(-forward.low, 12);
      }),
    );
  });
});
