import { fisherF } from '../distributions/f';
import type { GroupMoments } from './tukey-kramer';

/** Result of Welch's analysis of variance. */
export interface WelchAnova {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
}

/**
 * Welch's analysis of variance, which does not assume equal variances.
 *
 * Shape     at least two groups of at least 2 values that vary; RangeError otherwise.
 * Formula   weights w = n/s²; F = (Σw(x̄ − x̄_w)²/(k − 1))/(1 + 2(k − 2)Λ/(k² − 1)), Λ = Σ(1 − w/Σw)²/(n − 1);
 *           second degrees of freedom (k² − 1)/(3Λ)
 * Accuracy  1e-9 relative (tests/reference/cases/anova1-*)
 * Source    Welch 1951
 */
export function welchAnova(groups: readonly GroupMoments[]): WelchAnova {
  const k = groups.length;
  if (!(k >= 2 && groups.every(({ n, variance }) => n >= 2 && variance > 0))) {
    throw new RangeError(`welch's anova requires groups that vary: ${k}`);
  }
  const weights = groups.map(({ n, variance }) => n / variance);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const center = groups.reduce((sum, { mean }, i) => sum + (weights[i] / total) * mean, 0);
  const between = groups.reduce((sum, { mean }, i) => sum + weights[i] * (mean - center) ** 2, 0) / (k - 1);
  const lambda = groups.reduce((sum, { n }, i) => sum + (1 - weights[i] / total) ** 2 / (n - 1), 0);
  const f = between / (1 + (2 * (k - 2) * lambda) / (k * k - 1));
  const df2 = (k * k - 1) / (3 * lambda);
  return { f, df1: k - 1, df2, pValue: fisherF(k - 1, df2).upper(f) };
}
