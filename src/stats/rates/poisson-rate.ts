import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { chiSquare } from '../distributions/gamma';
import { clopperPearsonInterval } from '../proportions/clopper-pearson';
import { exactBinomialP } from '../proportions/exact-test';
import type { Interval, ProportionFailureCode } from '../proportions/interval';

/** Events over an exposure: calls, customers, outlet-months. */
export interface EventRate {
  readonly events: number;
  readonly exposure: number;
}

function checkRate(
  { events, exposure }: EventRate,
  confidence: number,
): { readonly ok: false; readonly failure: Failure<ProportionFailureCode> } | null {
  if (!(exposure > 0 && exposure < Infinity)) return fail('exposure-not-positive', { exposure });
  if (!(events >= 0)) return fail('count-negative', { point: 1, count: events });
  if (!(confidence > 0 && confidence < 1)) return fail('confidence-outside-unit', { confidence });
  return null;
}

/**
 * Exact interval of a Poisson rate.
 *
 * Unit      events per unit of exposure
 * Formula   χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, over the exposure
 * Fails     exposure-not-positive, count-negative, confidence-outside-unit
 * Accuracy  1e-10 relative
 * Source    Garwood 1936
 */
export function rateInterval(rate: EventRate, confidence = 0.95): Result<Interval, Failure<ProportionFailureCode>> {
  const wrong = checkRate(rate, confidence);
  if (wrong) return wrong;
  const tail = (1 - confidence) / 2;
  const low = rate.events > 0 ? chiSquare(2 * rate.events).quantile(tail) / 2 : 0;
  const high = chiSquare(2 * rate.events + 2).upperQuantile(tail) / 2;
  return ok({ low: low / rate.exposure, high: high / rate.exposure });
}

/** How a later rate compares with an earlier one. */
export interface RateComparison {
  /** after ÷ before; null where before had no events. */
  readonly ratio: number | null;
  /** Null where neither had events; `high` is null where before had none. */
  readonly interval: { readonly low: number; readonly high: number | null } | null;
  /** Two-sided, exact. */
  readonly pValue: number;
}

/**
 * Compares two Poisson rates, given how many events there were in all.
 *
 * Shape     whole events
 * Formula   x_after ~ binomial(x_before + x_after, N_after/(N_before + N_after)); the interval of the ratio from that of
 *           Clopper and Pearson
 * Fails     exposure-not-positive, count-negative, confidence-outside-unit
 * Accuracy  1e-9 relative
 * Source    Przyborowski and Wilenski 1940
 */
export function compareRates(
  before: EventRate,
  after: EventRate,
  confidence = 0.95,
): Result<RateComparison, Failure<ProportionFailureCode>> {
  const wrong = checkRate(before, confidence) ?? checkRate(after, confidence);
  if (wrong) return wrong;
  const total = before.events + after.events;
  if (total === 0) return ok({ ratio: null, interval: null, pValue: 1 });
  const bounds = clopperPearsonInterval({ successes: after.events, trials: total }, confidence);
  if (!bounds.ok) return bounds;
  const toRatio = (share: number): number => ((share / (1 - share)) * before.exposure) / after.exposure;
  return ok({
    ratio: before.events > 0 ? (after.events / after.exposure) * (before.exposure / before.events) : null,
    interval: {
      low: toRatio(bounds.value.low),
      high: bounds.value.high < 1 ? toRatio(bounds.value.high) : null,
    },
    pValue: exactBinomialP(after.events, total, after.exposure / (before.exposure + after.exposure)),
  });
}
