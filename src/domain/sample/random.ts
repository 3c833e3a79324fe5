/** Seeded random numbers: the same seed gives the same data on every machine. */
export interface Random {
  /** Uniform on [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Index drawn with the given weights. */
  weighted(weights: readonly number[]): number;
  chance(probability: number): boolean;
  poisson(mean: number): number;
  normal(): number;
}

/**
 * A generator with 32 bits of state: enough for sample data, not for secrets.
 *
 * Source  mulberry32 (public domain)
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    pick: (items) => items[whole(0, items.length - 1)],
    weighted: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      return Math.max(
        0,
        weights.findIndex((weight) => (rest -= weight) < 0),
      );
    },
    chance: (probability) => next() < probability,
    poisson: (mean) => {
      let count = 0;
      for (let product = next(); product > Math.exp(-mean); product *= next()) count++;
      return count;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
