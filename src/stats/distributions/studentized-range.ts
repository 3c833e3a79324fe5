import { poissonTerm } from '../special/saddle-point';
import type { Distribution } from './distribution';
import { normalDensity, normalLower, normalUpper } from './normal';
import { studentT } from './student-t';

/**
 * Studentized range of `means` means with df degrees of freedom for their common variance.
 *
 * Shape     means ≥ 2, whole; df ≥ 2. `density` is not offered by any method that needs it and is NaN.
 * Formula   ∫ P(range ≤ q·s)·f(s) ds with s = √(χ²/ν), the range of k standard normals by the place of its largest one;
 *           both integrals by the trapezoidal rule, which converges exponentially for integrands that die out smoothly
 * Accuracy  1e-10 relative in the upper tail, 1e-11 absolute (compared with scipy and with Copenhaver and Holland's
 *           method as R has it)
 * Source    Copenhaver and Holland 1988 for the integrals
 */
export function studentizedRange(means: number, df: number): Distribution {
  if (!(means >= 2 && df >= 2))
    throw new RangeError(`studentized range requires means and df of at least 2: ${means}, ${df}`);
  const range = normalRange(means);
  const lower = (q: number): number => averageOverSd(range.lower, q, df, 'lower');
  const upper = (q: number): number => averageOverSd(range.upper, q, df, 'upper');
  const upperQuantile = (p: number): number => {
    if (!(p >= 0 && p <= 1)) return NaN;
    if (p === 0 || p === 1) return p === 0 ? Infinity : 0;
    const excess = p <= 0.5 ? (q: number) => Math.log(upper(q) / p) : (q: number) => Math.log((1 - p) / lower(q));
    return solveFalling(excess, pairBounds(means, df, p));
  };
  return { density: () => NaN, lower, upper, quantile: (p) => upperQuantile(1 - p), upperQuantile };
}

/** Both tails of the range of k independent standard normal values. */
interface RangeTails {
  readonly lower: (w: number) => number;
  readonly upper: (w: number) => number;
}

/** Beyond this many standard deviations no density is left that a number could hold. */
const edge = 8.3;
/** The range of any number of values whose upper tail a number can still hold. */
const widest = 76;

/** By the number of values: the pairs of one comparison share it. */
const ranges = new Map<number, RangeTails>();

function normalRange(k: number): RangeTails {
  const known = ranges.get(k);
  if (known) return known;
  const made = makeNormalRange(k);
  ranges.set(k, made);
  return made;
}

function makeNormalRange(k: number): RangeTails {
  // More values make the largest one vary less; the step follows.
  const step = Math.min(0.32, 0.8 / Math.sqrt(k));
  const count = Math.ceil((edge + 6 + widest / 2) / step);
  const place = Float64Array.from({ length: count }, (_, i) => i * step - 6);
  const below = place.map(normalLower);
  const above = place.map(normalUpper);
  const density = place.map((z) => step * k * normalDensity(z));
  /** The largest value lies here, all others below it. */
  const largest = density.map((height, i) => height * below[i] ** (k - 1));
  const endOfOne = Math.min(count, Math.ceil((edge + 6) / step));
  return {
    lower: (w) => {
      let sum = 0;
      for (let i = 0; i < endOfOne; i++) {
        const from = place[i] - w;
        const between = from > 0 ? normalUpper(from) - above[i] : below[i] - normalLower(from);
        sum += density[i] * between ** (k - 1);
      }
      return sum;
    },
    upper: (w) => {
      if (w > widest) return 0;
      let sum = 0;
      // In a tiny tail the largest value lies near w/2, the smallest as far below 0.
      const from = Math.max(0, Math.floor(w / 2 / step));
      const end = Math.min(count, Math.ceil((Math.sqrt((w * w) / 2 + edge * edge) + 6) / step));
      for (let i = from; i < end; i++) {
        sum += largest[i] * someBelow(normalLower(place[i] - w) / below[i], k - 1);
      }
      return sum;
    },
  };
}

/** 1 − (1 − share)^count, without the difference that would lose the digits of a tiny share. */
function someBelow(share: number, count: number): number {
  if (count > 12) return -Math.expm1(count * Math.log1p(-share));
  let sum = 1;
  for (let i = 1; i < count; i++) sum = sum * (1 - share) + 1;
  return share * sum;
}

/**
 * The mean of a tail at q·s over s = √(χ²/ν).
 *
 * Formula  over ln s from s = 1 to both sides, until what remains adds nothing
 */
function averageOverSd(tail: (w: number) => number, q: number, df: number, side: 'lower' | 'upper'): number {
  if (Number.isNaN(q)) return NaN;
  if (q <= 0) return side === 'lower' ? 0 : 1;
  if (q === Infinity) return side === 'lower' ? 1 : 0;
  const step = Math.min(0.62 / Math.sqrt(2 * df), 0.13);
  // Relative to the weight of s = 1: (s²/e^(s² − 1))^(ν/2).
  const weightAt = (logS: number): number => Math.exp((df / 2) * (2 * logS - Math.expm1(2 * logS)));
  let sum = tail(q);
  for (const direction of [-step, step]) {
    for (let logS = direction; ; logS += direction) {
      const weight = weightAt(logS);
      const part = weight * tail(q * Math.exp(logS));
      sum += part;
      // To the left the upper tail grows, so only the weight bounds what remains; no tail is above 1.
      const isGrowing = (side === 'upper') === direction < 0;
      if ((isGrowing ? weight : part) <= negligible * sum || weight === 0) break;
    }
  }
  // The density of ln s is ν times the Poisson mass.
  return Math.min(1, step * df * poissonTerm(df / 2, df / 2) * sum);
}

const negligible = 1e-14;

/** One pair alone is exceeded less often than any of all pairs, and these at most as often as all together. */
function pairBounds(means: number, df: number, p: number): readonly [number, number] {
  const pairs = (means * (means - 1)) / 2;
  const t = studentT(df);
  return [Math.SQRT2 * t.upperQuantile(p / 2), Math.SQRT2 * t.upperQuantile(p / 2 / pairs)];
}

/** The root of a falling function between two bounds: secant steps over ln q that may not leave the bounds. */
function solveFalling(f: (q: number) => number, [low, high]: readonly [number, number]): number {
  if (!(high > low)) return low;
  let [a, b] = [low, high];
  let [before, next] = [low, high];
  let [atBefore, atNext] = [f(low), f(high)];
  if (!(atBefore > 0)) return low;
  if (!(atNext < 0)) return high;
  for (let i = 0; i < 80; i++) {
    let q = next * (next / before) ** (atNext / (atBefore - atNext));
    if (!(q > a && q < b)) q = Math.sqrt(a * b);
    // The error of a secant step is far below its length: one of 1e-7 leaves 1e-11.
    if (Math.abs(q - next) <= 1e-7 * q) return q;
    [before, atBefore] = [next, atNext];
    [next, atNext] = [q, f(q)];
    if (atNext === 0) return q;
    if (atNext > 0) a = q;
    else b = q;
  }
  return next;
}
