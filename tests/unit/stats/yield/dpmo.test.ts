import { describe, expect, it } from 'vitest';
import { characteristicRates } from '../../../../src/stats/yield/characteristics';
import { defectRates } from '../../../../src/stats/yield/dpmo';
import { branchYield, processYields, rolledYield } from '../../../../src/stats/yield/rolled-yield';
import { dpoAtSigma, sigmaLongTerm, sigmaShortTerm } from '../../../../src/stats/yield/sigma-level';
import { failureCode, value } from '../support';

describe('defect rates', () => {
  const rates = value(defectRates({ defects: 47, units: 1200, opportunitiesPerUnit: 3 }));

  it('give the golden values', () => {
    expect(rates.dpu).toBeCloseTo(0.0391667, 7);
    expect(rates.dpmo).toBeCloseTo(13_055.56, 2);
    expect(rates.sigmaLongTerm).toBeCloseTo(2.2246, 4);
    expect(rates.sigmaShortTerm).toBeCloseTo(3.7246, 4);
  });

  it('give the golden interval', () => {
    const { interval } = rates;
    expect(interval.kind).toBe('two-sided');
    expect(interval.dpmoLow).toBeCloseTo(9592.7, 1);
    expect(interval.dpmoHigh).toBeCloseTo(17_361.1, 1);
    expect(interval.sigmaLow).toBeCloseTo(3.612, 3);
    expect(interval.sigmaHigh).toBeCloseTo(3.842, 3);
  });

  it('bound a process without defects from one side and never call it infinite', () => {
    const none = value(defectRates({ defects: 0, units: 3600, opportunitiesPerUnit: 1 }));
    expect(none).toMatchObject({ dpmo: 0, sigmaLongTerm: null, sigmaShortTerm: null });
    expect(none.interval.kind).toBe('upper-bound');
    expect(none.interval.dpmoHigh).toBeCloseTo(832.1, 1);
    expect(none.interval.sigmaLow).toBeCloseTo(4.64, 2);
    expect(none.interval.sigmaHigh).toBeNull();
  });

  it('bound it by the binomial law where asked: 1 − 0.05^(1/N)', () => {
    const none = value(defectRates({ defects: 0, units: 1000, opportunitiesPerUnit: 1 }, { interval: 'binomial' }));
    expect(none.interval.dpmoHigh).toBeCloseTo((1 - 0.05 ** (1 / 1000)) * 1e6, 6);
    expect(none.interval.sigmaLow).toBeCloseTo(4.25, 2);
  });

  it('count defects per unit, not defects', () => {
    expect(value(defectRates({ defects: 10, units: 5, opportunitiesPerUnit: 4 })).dpu).toBe(2);
  });

  it('take the Z of long-term data as it is: 1350 DPMO is Z 3, not 1.5', () => {
    const { sigmaLongTerm: z, sigmaShortTerm: level } = value(
      defectRates({ defects: 1350, units: 1_000_000, opportunitiesPerUnit: 1 }),
    );
    expect(z).toBeCloseTo(3, 4);
    expect(level).toBeCloseTo(4.5, 4);
  });

  it('leave the shift out where it is switched off', () => {
    const plain = value(defectRates({ defects: 47, units: 1200, opportunitiesPerUnit: 3 }, { shift: 0 }));
    expect(plain.sigmaShortTerm).toBe(plain.sigmaLongTerm);
    expect(plain.shift).toBe(0);
  });

  it('have no sigma where every opportunity failed', () => {
    const all = value(defectRates({ defects: 10, units: 10, opportunitiesPerUnit: 1 }));
    expect(all).toMatchObject({ dpmo: 1e6, sigmaLongTerm: null, opportunityYield: 0 });
    expect(all.interval).toMatchObject({ dpmoHigh: 1e6, sigmaLow: null });
  });

  it.each([
    ['units-not-positive', { defects: 1, units: 0, opportunitiesPerUnit: 1 }],
    ['units-not-positive', { defects: 1, units: Number.NaN, opportunitiesPerUnit: 1 }],
    ['opportunities-not-positive', { defects: 1, units: 10, opportunitiesPerUnit: 0 }],
    ['defects-negative', { defects: -1, units: 10, opportunitiesPerUnit: 1 }],
    ['defects-exceed-opportunities', { defects: 41, units: 10, opportunitiesPerUnit: 4 }],
  ])('refuse with %s', (code, counts) => {
    expect(failureCode(defectRates(counts))).toBe(code);
  });

  it('refuse a confidence that is none', () => {
    const counts = { defects: 1, units: 10, opportunitiesPerUnit: 1 };
    expect(failureCode(defectRates(counts, { confidence: 1 }))).toBe('confidence-outside-unit');
  });

  it('of several characteristics divide sums, not average rates', () => {
    const { total } = value(
      characteristicRates([
        { defects: 1, units: 10, opportunitiesPerUnit: 1 },
        { defects: 0, units: 990, opportunitiesPerUnit: 1 },
      ]),
    );
    expect(total.dpmo).toBe(1000);
  });
});

describe('sigma levels', () => {
  it.each([
    [3.4, 6],
    [233, 5],
    [6210, 4],
    [66_807, 3],
    [308_538, 2],
    [690_000, 1.004],
  ])('%s DPMO is level %s', (dpmo, level) => {
    expect(sigmaShortTerm(dpmo / 1e6)).toBeCloseTo(level, 3);
  });

  it('keep their digits in the far tail', () => {
    expect(dpoAtSigma(9.5)).toBeCloseTo(6.220960574271785e-16, 29);
    expect(sigmaLongTerm(6.220960574271785e-16)).toBeCloseTo(8, 12);
  });
});

describe('rolled yields', () => {
  it('give the golden values', () => {
    const chain = value(rolledYield([0.98, 0.95, 0.99, 0.97, 0.96]));
    expect(chain.rolledThroughputYield).toBeCloseTo(0.858278, 6);
    expect(chain.normalizedYield).toBeCloseTo(0.969897, 6);
    expect(
      0.98 *
        branchYield([
          { share: 0.6, yield: 0.95 },
          { share: 0.4, yield: 0.9 },
        ]) *
        0.97,
    ).toBeCloseTo(0.884058, 6);
  });

  it('have no total DPU where a step passes nothing', () => {
    expect(value(rolledYield([0.9, 0]))).toEqual({ rolledThroughputYield: 0, normalizedYield: 0, totalDpu: null });
  });

  it('have a DPU of 0, not −0, where nothing fails', () => {
    expect(Object.is(value(rolledYield([1, 1])).totalDpu, 0)).toBe(true);
  });

  it('count rework against the first pass only', () => {
    const yields = value(processYields([{ unitsIn: 100, scrap: 5, rework: 8 }]));
    expect(yields).toMatchObject({ firstPassYields: [0.87], finalYields: [0.95] });
  });

  it('refuse what cannot be', () => {
    expect(failureCode(rolledYield([]))).toBe('no-values');
    expect(failureCode(rolledYield([0.9, 1.1]))).toBe('yield-outside-unit');
    expect(failureCode(processYields([{ unitsIn: 10, scrap: 6, rework: 5 }]))).toBe('step-counts-invalid');
    expect(() => branchYield([{ share: 0.5, yield: 1 }])).toThrow(RangeError);
  });
});
