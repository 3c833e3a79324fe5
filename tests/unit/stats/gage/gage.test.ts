import { describe, expect, it } from 'vitest';
import { averageRangeStudy } from '../../../../src/stats/gage/average-range';
import { crossedGageStudy } from '../../../../src/stats/gage/crossed-anova';
import type { GageMeasurements } from '../../../../src/stats/gage/measurements';
import { failureCode, times, value } from '../support';

function study(parts: number, operators: number, trials: number, reading: (i: number, j: number, k: number) => number) {
  const rows = times(parts * operators * trials, (row) => ({
    part: row % parts,
    operator: Math.floor(row / parts) % operators,
    trial: Math.floor(row / parts / operators),
  }));
  return {
    parts: rows.map(({ part }) => part),
    operators: rows.map(({ operator }) => operator),
    values: rows.map(({ part, operator, trial }) => reading(part, operator, trial)),
  } satisfies GageMeasurements;
}

const noisy = study(5, 3, 2, (i, j, k) => 10 * i + j + ((7 * i + 5 * j + 3 * k) % 4));

describe('average and range', () => {
  it("computes AIAG's printed factors", () => {
    const { factors } = value(averageRangeStudy(study(10, 3, 3, (i, j, k) => i + j + k)));
    expect(factors.k1).toBeCloseTo(0.5908, 4);
    expect(factors.k2).toBeCloseTo(0.5231, 4);
    expect(factors.k3).toBeCloseTo(0.3146, 4);
  });

  it('has no reproducibility with one operator', () => {
    const { appraiser, gage, equipment } = value(averageRangeStudy(study(4, 1, 2, (i, _, k) => i + k)));
    expect(appraiser).toBe(0);
    expect(gage).toBe(equipment);
  });
});

describe('analysis of variance', () => {
  it('splits the total sum of squares without remainder', () => {
    const { full } = value(crossedGageStudy(noisy));
    const parts = [full.part, full.operator, full.interaction, full.repeatability];
    const sum = parts.reduce((total, line) => total + (line?.ss ?? 0), 0);
    expect(sum).toBeCloseTo(full.total.ss, 9);
  });

  it('does not depend on where the scale begins', () => {
    const shifted = { ...noisy, values: noisy.values.map((v) => v + 2 ** 49) };
    expect(value(crossedGageStudy(shifted)).full.repeatability.ss).toBeCloseTo(
      value(crossedGageStudy(noisy)).full.repeatability.ss,
      6,
    );
  });

  it('pools when told to, and never when told not to', () => {
    expect(value(crossedGageStudy(noisy, { pooling: 'always' })).interactionPooled).toBe(true);
    expect(value(crossedGageStudy(noisy, { pooling: 'never' })).reduced).toBeNull();
  });

  it('relates the study variation to a tolerance', () => {
    const { percentTolerance, studyVariation } = value(crossedGageStudy(noisy, { tolerance: 50, multiplier: 5.15 }));
    expect(percentTolerance?.totalGageRR).toBeCloseTo(2 * studyVariation.totalGageRR, 12);
  });

  it('has no categories to count where the gage never errs', () => {
    const perfect = value(crossedGageStudy(study(3, 2, 2, (i) => i)));
    expect(perfect.distinctRaw).toBeNull();
    expect(perfect.distinct).toBeNull();
    expect(perfect.percentContribution.partToPart).toBe(100);
    const nothing = value(crossedGageStudy(study(3, 2, 2, () => 4)));
    expect(nothing.percentContribution.partToPart).toBeNull();
  });

  it('refuses what it cannot take', () => {
    expect(failureCode(crossedGageStudy({ ...noisy, values: [null, ...noisy.values.slice(1)] }))).toBe(
      'gage-unbalanced',
    );
    expect(failureCode(crossedGageStudy(study(5, 2, 1, (i) => i)))).toBe('gage-unreplicated');
    expect(failureCode(crossedGageStudy(study(1, 2, 2, (i) => i)))).toBe('gage-too-few-parts');
    expect(failureCode(crossedGageStudy(noisy, { multiplier: 0 }))).toBe('gage-multiplier-not-positive');
  });
});
