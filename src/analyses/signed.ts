import { fixed, percent } from './phrases';
import type { PhraseValue } from '../kernel/result';

/** A number with its sign, as changes are written: +6.70, −0.52. Zero has none. */
export function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** A relative change with its sign: +8.12%. */
export function signedPercent(fraction: number, digits = 1): string {
  return `${signed(fraction * 100, digits)}%`;
}

/** A share as a percentage with as many digits as its size needs. */
export function sharePercent(fraction: number): PhraseValue {
  const size = Math.min(fraction, 1 - fraction);
  return percent(fraction, size >= 0.01 || size === 0 ? 1 : size >= 0.001 ? 2 : 3);
}

/** A share at a tick of an axis: no more digits than it needs. */
export function axisPercent(fraction: number): PhraseValue {
  const hundredths = fraction * 100;
  return percent(fraction, Math.abs(hundredths - Math.round(hundredths)) < 1e-9 ? 0 : 1);
}

/** Percentage points of a difference of shares, without sign. */
export function points(difference: number): PhraseValue {
  const size = Math.abs(difference) * 100;
  return fixed(size, size >= 0.1 || size === 0 ? 2 : 3);
}
