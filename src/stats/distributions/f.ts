import { betaLower, betaUpper } from '../special/incomplete-beta';
import { beta } from './beta';
import type { Distribution } from './distribution';

/**
 * F distribution with df1 and df2 degrees of freedom, both > 0.
 *
 * Accuracy  1e-11 relative in both tails
 */
export function fisherF(df1: number, df2: number): Distribution {
  if (!(df1 > 0 && df2 > 0)) throw new RangeError(`f requires degrees of freedom above 0: ${df1}, ${df2}`);
  const law = beta(df1 / 2, df2 / 2);
  const mirrored = beta(df2 / 2, df1 / 2);
  const scale = df2 / df1;
  /** Both parts are formed without subtraction: 1 − part would lose the digits of a tiny tail. */
  const part = (x: number): number => x / (x + scale);
  const rest = (x: number): number => scale / (x + scale);
  const density = (x: number): number => {
    if (x < 0 || x === Infinity) return 0;
    const ofShare = x < scale ? law.density(part(x)) : mirrored.density(rest(x));
    return ofShare === 0 ? 0 : (ofShare * rest(x)) / (x + scale);
  };
  return {
    density,
    lower: (x) => (x <= 0 ? 0 : x === Infinity ? 1 : betaLower(df1 / 2, df2 / 2, part(x), rest(x))),
    upper: (x) => (x <= 0 ? 1 : x === Infinity ? 0 : betaUpper(df1 / 2, df2 / 2, part(x), rest(x))),
    quantile: (p) => quantileFrom(df1, df2, p, true),
    upperQuantile: (p) => quantileFrom(df1, df2, p, false),
  };
}

/** Through the beta variable of the side on which the quotient keeps its digits. */
function quantileFrom(df1: number, df2: number, p: number, isLower: boolean): number {
  const isSmall = isLower === p <= 0.5;
  if (isSmall) {
    const law = beta(df1 / 2, df2 / 2);
    const x = isLower ? law.quantile(p) : law.upperQuantile(p);
    return (df2 * x) / (df1 * (1 - x));
  }
  const law = beta(df2 / 2, df1 / 2);
  const y = isLower ? law.upperQuantile(p) : law.quantile(p);
  return (df2 * (1 - y)) / (df1 * y);
}
