import { normalUpper, normalUpperQuantile } from '../distributions/normal';

/** The customary allowance between short-term and long-term performance. */
export const customaryShift = 1.5;

/**
 * Long-term Z of a defect rate: Φ⁻¹(1 − dpo), one tail.
 *
 * Shape     dpo from 0 to 1; null at both ends and outside, where no finite Z exists.
 * Accuracy  1e-14 relative, also for a few defects per thousand million
 */
export function sigmaLongTerm(dpo: number): number | null {
  const z = normalUpperQuantile(dpo);
  return Number.isFinite(z) ? z : null;
}

/** Short-term sigma level: long-term Z plus the shift; null where there is no Z. */
export function sigmaShortTerm(dpo: number, shift: number = customaryShift): number | null {
  const z = sigmaLongTerm(dpo);
  return z === null ? null : z + shift;
}

/** Defects per opportunity at a short-term sigma level: the upper normal tail beyond level − shift. */
export function dpoAtSigma(level: number, shift: number = customaryShift): number {
  return normalUpper(level - shift);
}
