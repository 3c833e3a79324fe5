import { binomial } from '../distributions/binomial';

/**
 * Two-sided exact p-value of a number of successes under a given probability.
 *
 * Shape     0 ≤ successes ≤ trials, whole; 0 ≤ probability ≤ 1; RangeError elsewhere.
 * Formula   sum of the probabilities of all outcomes at most as likely as the observed one, with a relative slack of
 *           1e-7 for ties
 * Accuracy  1e-10 relative; the far tail is found by bisection, so millions of trials cost nothing
 * Source    the convention of R's binom.test
 */
export function exactBinomialP(successes: number, trials: number, probability: number): number {
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= trials)) {
    throw new RangeError(`exact test needs whole successes within the trials: ${successes}`);
  }
  const law = binomial(trials, probability);
  const threshold = law.density(successes) * (1 + 1e-7);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  if (successes === mode || law.density(mode) <= threshold) return 1;
  if (successes < mode) {
    // Densities fall above the mode: the first outcome there that is rare enough starts the other tail.
    const first = firstWhere(mode, trials, (k) => law.density(k) <= threshold);
    return Math.min(1, law.lower(successes) + (first <= trials ? law.upper(first - 1) : 0));
  }
  const last = mode - firstWhere(0, mode, (back) => law.density(mode - back) <= threshold);
  return Math.min(1, law.upper(successes - 1) + (last >= 0 ? law.lower(last) : 0));
}

/** First whole number from `low` to `high` that satisfies a test which stays satisfied; high + 1 if none does. */
function firstWhere(low: number, high: number, test: (k: number) => boolean): number {
  let from = low;
  let to = high + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
