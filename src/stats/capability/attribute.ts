import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { clopperPearsonInterval } from '../proportions/clopper-pearson';
import type { Interval, ProportionFailureCode } from '../proportions/interval';
import { rateInterval } from '../rates/poisson-rate';
import { sigmaLongTerm } from '../yield/sigma-level';

type Maybe = number | null;

/** Counts of subgroups with their sizes, null = missing. */
export interface CountData {
  readonly counts: readonly Maybe[];
  readonly sizes: readonly Maybe[];
}

/** Capability of a process judged good or bad. */
export interface BinomialCapability {
  readonly defectives: number;
  readonly items: number;
  readonly share: number;
  readonly perMillion: number;
  /** Exact, of the share. */
  readonly interval: Interval;
  /** Long-term Z of the share; null at 0 and 1. */
  readonly z: Maybe;
  /** Z at the upper and at the lower end of the interval. */
  readonly zLow: Maybe;
  readonly zHigh: Maybe;
}

/** Capability of a process whose defects are counted. */
export interface PoissonCapability {
  readonly defects: number;
  readonly exposure: number;
  readonly rate: number;
  /** Exact, of the rate. */
  readonly interval: Interval;
  /** Largest and smallest rate of a single subgroup. */
  readonly largest: number;
  readonly smallest: number;
}

/**
 * Binomial capability: share of defectives over all subgroups.
 *
 * Fails     trials-not-positive, successes-outside-trials, confidence-outside-unit
 * Source    Minitab's binomial capability report; Clopper and Pearson 1934
 */
export function binomialCapability(
  data: CountData,
  confidence = 0.95,
): Result<BinomialCapability, Failure<ProportionFailureCode>> {
  const { count: defectives, size: items } = totalOf(data);
  const interval = clopperPearsonInterval({ successes: defectives, trials: items }, confidence);
  if (!interval.ok) return interval;
  const share = defectives / items;
  return ok({
    defectives,
    items,
    share,
    perMillion: share * 1e6,
    interval: interval.value,
    z: sigmaLongTerm(share),
    zLow: sigmaLongTerm(interval.value.high),
    zHigh: sigmaLongTerm(interval.value.low),
  });
}

/**
 * Poisson capability: defects per unit of exposure over all subgroups.
 *
 * Fails     exposure-not-positive, count-negative, confidence-outside-unit
 * Source    Minitab's Poisson capability report; Garwood 1936
 */
export function poissonCapability(
  data: CountData,
  confidence = 0.95,
): Result<PoissonCapability, Failure<ProportionFailureCode>> {
  const { count: defects, size: exposure, rates } = totalOf(data);
  if (!(exposure > 0)) return fail('exposure-not-positive', { exposure });
  const interval = rateInterval({ events: defects, exposure }, confidence);
  if (!interval.ok) return interval;
  return ok({
    defects,
    exposure,
    rate: defects / exposure,
    interval: interval.value,
    largest: rates.reduce((most, r) => Math.max(most, r), -Infinity),
    smallest: rates.reduce((least, r) => Math.min(least, r), Infinity),
  });
}

function totalOf({ counts, sizes }: CountData): {
  readonly count: number;
  readonly size: number;
  readonly rates: readonly number[];
} {
  if (counts.length !== sizes.length) {
    throw new RangeError(`counts and sizes need equal lengths: ${counts.length} and ${sizes.length}`);
  }
  let count = 0;
  let size = 0;
  const rates: number[] = [];
  counts.forEach((c, i) => {
    const s = sizes[i];
    if (c === null || s === null || !Number.isFinite(c) || !(s > 0)) return;
    count += c;
    size += s;
    rates.push(c / s);
  });
  return { count, size, rates };
}
