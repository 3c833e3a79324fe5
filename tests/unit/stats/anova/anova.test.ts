import { describe, expect, it } from 'vitest';
import { bartlettTest } from '../../../../src/stats/anova/bartlett';
import { leveneTest } from '../../../../src/stats/anova/levene';
import { oneWayAnova } from '../../../../src/stats/anova/one-way';
import { failureCode, value } from '../support';

const plantGrowth = [
  { name: 'ctrl', values: [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14] },
  { name: 'trt1', values: [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69] },
  { name: 'trt2', values: [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26] },
];

describe('oneWayAnova', () => {
  // scipy 1.17, tukey_hsd(equal_var=False)
  it('has the Games-Howell comparisons of an independent implementation', () => {
    const { gamesHowell } = value(oneWayAnova(plantGrowth, { comparisons: 'games-howell' }));
    const expected = [
      [0.371, 0.47455492219394857, -0.43008751452242533, 1.1720875145224245],
      [-0.494, 0.11288917685382871, -1.088554443847522, 0.10055444384752088],
      [-0.865, 0.023703454738939533, -1.6164870112983378, -0.1135129887016626],
    ];
    gamesHowell?.forEach(({ difference, pValue, low, high }, i) =>
      [difference, pValue, low, high].forEach((got, j) => expect(got).toBeCloseTo(expected[i][j], 6)),
    );
    expect(gamesHowell).toHaveLength(3);
    expect(value(oneWayAnova(plantGrowth)).gamesHowell).toBeNull();
  });

  it('has no F, and p 0, where nothing varies within groups that differ', () => {
    const groups = [1, 2].map((level) => ({ name: String(level), values: [level, level] }));
    const { f, pValue, welch, gamesHowell, tukey } = value(oneWayAnova(groups, { comparisons: 'both' }));
    expect({ f, pValue, welch, gamesHowell }).toEqual({ f: null, pValue: 0, welch: null, gamesHowell: null });
    expect(tukey?.[0]).toMatchObject({ difference: -1, pValue: 0 });
  });

  it('gives no Tukey interval with a single degree of freedom', () => {
    const { tukey } = value(
      oneWayAnova([
        { name: 'a', values: [1, 2] },
        { name: 'b', values: [5] },
      ]),
    );
    expect(tukey?.[0]).toMatchObject({ low: null, high: null, pValue: null });
  });

  it('says what is missing', () => {
    const group = (...values: number[]): { name: string; values: number[] } => ({ name: 'g', values });
    expect(failureCode(oneWayAnova([group(1, 2)]))).toBe('groups-too-few');
    expect(failureCode(oneWayAnova([group(1, 2), group()]))).toBe('group-too-few-values');
    expect(failureCode(oneWayAnova([group(1), group(2)]))).toBe('groups-leave-no-residual');
    expect(failureCode(oneWayAnova([group(4, 4), group(4)]))).toBe('sample-all-equal');
  });
});

describe('tests of equal variances', () => {
  it('have no statistic where a group does not vary', () => {
    const groups = [
      { name: 'a', values: [1, 1, 1] },
      { name: 'b', values: [1, 2, 4] },
    ];
    expect(value(bartlettTest(groups))).toEqual({ kSquared: null, df: 1, pValue: null });
    const constant = groups.map(({ name }) => ({ name, values: [2, 2] }));
    expect(value(leveneTest(constant))).toEqual({ f: null, df1: 1, df2: 2, pValue: null });
  });
});
