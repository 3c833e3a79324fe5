import { describe, expect, it } from 'vitest';
import { kruskalWallis } from '../../../../src/stats/nonparametric/kruskal-wallis';
import { mannWhitney } from '../../../../src/stats/nonparametric/mann-whitney';
import { rankValues } from '../../../../src/stats/nonparametric/ranks';
import { signedRank } from '../../../../src/stats/nonparametric/signed-rank';
import { failureCode, times, value } from '../support';

describe('rankValues', () => {
  it('shares the ranks of tied values', () => {
    const { ranks, tieSum, hasTies } = rankValues([3, 1, 3, 2]);
    expect([...ranks]).toEqual([3.5, 1, 3.5, 2]);
    expect(tieSum).toBe(6);
    expect(hasTies).toBe(true);
  });
});

describe('mannWhitney', () => {
  it('counts the same arrangements as listing them all', () => {
    const [n1, n2] = [4, 5];
    const us: number[] = [];
    for (let mask = 0; mask < 1 << (n1 + n2); mask++) {
      const first = times(n1 + n2, (i) => i).filter((i) => (mask >> i) & 1);
      if (first.length === n1) us.push(first.reduce((sum, rank) => sum + rank, 0) - (n1 * (n1 - 1)) / 2);
    }
    const x = [1, 2, 5, 7];
    const y = [3, 4, 6, 8, 9];
    const { u1, exactP } = value(mannWhitney(x, y, 'less'));
    expect(exactP).toBeCloseTo(us.filter((u) => u <= u1).length / us.length, 14);
    expect(value(mannWhitney(x, y, 'greater')).exactP).toBeCloseTo(us.filter((u) => u >= u1).length / us.length, 14);
  });

  it('has neither z nor p where everything is tied', () => {
    const { corrected, uncorrected, exactP, u1 } = value(mannWhitney([2, 2], [2, 2, 2]));
    expect({ corrected, uncorrected, exactP, u1 }).toEqual({
      corrected: { z: null, pValue: null },
      uncorrected: { z: null, pValue: null },
      exactP: null,
      u1: 3,
    });
  });

  it('gives the exact p up to 10 000 pairs of values', () => {
    const spread = (n: number, from: number): number[] => times(n, (i) => from + 2 * i);
    const at = value(mannWhitney(spread(100, 0), spread(100, 25)));
    expect(at.exactP).toBeCloseTo(at.corrected.pValue ?? 0, 3);
    expect(value(mannWhitney(spread(101, 0), spread(100, 25))).exactP).toBeNull();
  });

  it('needs a value on both sides', () => {
    expect(failureCode(mannWhitney([null], [1]))).toBe('group-too-few-values');
  });
});

describe('signedRank', () => {
  it('counts the same signs as listing them all', () => {
    const differences = [1, -2, 3, 4, -5, 6];
    const sums = times(64, (mask) => times(6, (i) => ((mask >> i) & 1) * (i + 1)).reduce((a, b) => a + b, 0));
    const { v, exactP } = value(signedRank(differences, 'greater'));
    expect(v).toBe(14);
    expect(exactP).toBeCloseTo(sums.filter((sum) => sum >= v).length / 64, 14);
  });

  it('has no p where every difference is 0', () => {
    expect(value(signedRank([0, 0]))).toEqual({ v: 0, nonZero: 0, exactP: null, z: null, normalP: null });
  });
});

describe('kruskalWallis', () => {
  // z and p computed with scipy 1.17 (rankdata, norm) from Dunn's formula
  it("has Dunn's comparisons with the correction for ties", () => {
    const { dunn } = value(
      kruskalWallis([
        { name: 'a', values: [1.1, 2.3, 2.3, 4.0] },
        { name: 'b', values: [3.1, 5.2, 2.3, 6.6, 7.0] },
        { name: 'c', values: [8.8, 9.1, 4.0] },
      ]),
    );
    expect(dunn.map(({ z }) => z)).toEqual(
      [-1.5120283512795492, -2.366029961779285, -1.0855666367821117].map((z) => expect.closeTo(z, 12) as number),
    );
    const [ab, ac, bc] = dunn;
    expect(ac.pValue).toBeCloseTo(0.017979989251528238, 12);
    expect(ac.adjustedP).toBeCloseTo(3 * ac.pValue, 12);
    expect(ab.adjustedP).toBeCloseTo(2 * ab.pValue, 12);
    expect(bc.adjustedP).toBeCloseTo(Math.max(ab.adjustedP, bc.pValue), 12);
  });

  it('has no H where everything is tied', () => {
    const groups = ['a', 'b'].map((name) => ({ name, values: [7, 7] }));
    const { h, pValue, dunn, meanRanks, medians } = value(kruskalWallis(groups));
    expect({ h, pValue, dunn, meanRanks, medians }).toEqual({
      h: null,
      pValue: null,
      dunn: [],
      meanRanks: [2.5, 2.5],
      medians: [7, 7],
    });
  });
});
