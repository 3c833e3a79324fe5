import jStatModule from 'jstat';
import { describe, expect, it } from 'vitest';
import { binomial } from '../../../src/stats/distributions/binomial';
import { fisherF } from '../../../src/stats/distributions/f';
import { normalLower } from '../../../src/stats/distributions/normal';
import { poisson } from '../../../src/stats/distributions/poisson';
import { studentT } from '../../../src/stats/distributions/student-t';
import { studentizedRange } from '../../../src/stats/distributions/studentized-range';
import { erfc } from '../../../src/stats/special/error-function';
import { betaLower } from '../../../src/stats/special/incomplete-beta';
import { logGamma } from '../../../src/stats/special/log-gamma';

const { jStat } = jStatModule;

/** Relative; what the reference cases ask of a distribution. */
const asked = 1e-10;

interface Case {
  readonly name: string;
  /** SciPy 1.17. */
  readonly exact: number;
  readonly ours: number;
  readonly jStat: number;
}

/** One point for each function, where service data do come by: small p-values, large counts, few means. */
const cases: readonly Case[] = [
  { name: 'normal tail at -8', exact: 6.22096057427174e-16, ours: normalLower(-8), jStat: jStat.normal.cdf(-8, 0, 1) },
  { name: 'erfc at 6', exact: 2.1519736712498913e-17, ours: erfc(6), jStat: jStat.erfc(6) },
  {
    name: 'Poisson, mean 200',
    exact: 0.5187943096786846,
    ours: poisson(200).lower(200),
    jStat: jStat.poisson.cdf(200, 200),
  },
  {
    name: 'no event in 200',
    exact: 7.055079108655332e-10,
    ours: binomial(200, 0.1).lower(0),
    jStat: jStat.binomial.cdf(0, 200, 0.1),
  },
  {
    name: 't quantile, 7 df',
    exact: -2.3646242515927844,
    ours: studentT(7).quantile(0.025),
    jStat: jStat.studentt.inv(0.025, 7),
  },
  {
    name: 'F tail, 3 and 40 df',
    exact: 7.285030976345483e-15,
    ours: fisherF(3, 40).upper(60),
    jStat: 1 - jStat.centralF.cdf(60, 3, 40),
  },
  {
    name: 'incomplete beta',
    exact: 0.03838951459523544,
    ours: betaLower(2, 30, 0.01),
    jStat: jStat.ibeta(0.01, 2, 30),
  },
  {
    name: 'studentized range of 20, 3 df',
    exact: 0.8765576615326491,
    ours: studentizedRange(20, 3).lower(8),
    jStat: jStat.tukey.cdf(8, 20, 3),
  },
];

function deviation(value: number, exact: number): number {
  return Math.abs(value / exact - 1);
}

describe('what is computed here instead of by jStat', () => {
  it.each(cases)('$name: within what is asked here, not there', ({ exact, ours, jStat: theirs }) => {
    expect(deviation(ours, exact)).toBeLessThan(asked);
    // NaN is a miss as well. Should a later jStat reach it, this fails, and the function can go back to jStat.
    expect(deviation(theirs, exact) < asked).toBe(false);
  });

  it('agrees with jStat where jStat is accurate', () => {
    for (let x = 0.5; x < 60; x += 0.7) expect(Math.abs(logGamma(x) - jStat.gammaln(x))).toBeLessThan(1e-11 * (1 + x));
    for (let z = -3; z <= 3; z += 0.25)
      expect(Math.abs(normalLower(z) - jStat.normal.cdf(z, 0, 1))).toBeLessThan(1e-13);
  });
});
