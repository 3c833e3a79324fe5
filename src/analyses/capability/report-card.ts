import type { PhraseValue } from '../../kernel/result';
import type { Check } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { fixed, percent, say, term } from '../phrases';
import type { CapabilityOutcome } from './outcome';
import { hasLimits } from './words';

/** From here on an index is worth quoting; below, its interval is too wide for a verdict. */
const enough = 100;
const few = 25;
/** With fewer values the outer percentiles are the extremes themselves. */
const enoughForPercentiles = 741;
/** From here on tests of fit find departures that do not matter. */
const largeSample = 1000;

/** Stability, amount, fit and completeness: what an index stands on. */
export function reportCard(outcome: CapabilityOutcome): Check[] {
  const { n, missing, rows, undated, distinct } = outcome;
  const amount = n >= enough ? 'good' : n >= few ? 'caution' : 'bad';
  return [
    stabilityCheck(outcome),
    check(amount, `amount.${amount}`, { n, enough }),
    ...fitCheck(outcome),
    ...limitChecks(outcome),
    ...(missing > 0
      ? [check(missing / rows > 0.2 ? 'bad' : 'caution', 'missing', { n: missing, share: percent(missing / rows) })]
      : []),
    ...(undated > 0 ? [check('caution', 'undated', { n: undated })] : []),
    ...(n >= 20 && distinct <= 10 ? [check('caution', 'discrete', { distinct, n })] : []),
    ...(outcome.spec.dateColumn === null ? [check('caution', 'rowOrder')] : []),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.capability.check.${code}`, params) };
}

function stabilityCheck({ stability }: CapabilityOutcome): Check {
  const { signals, points } = stability;
  if (signals > 0) return check('bad', 'unstable', { n: signals, points });
  return points < 20 ? check('caution', 'stableTrial', { points }) : check('good', 'stable', { points });
}

function fitCheck({ method, fit, normality, n, isAutomatic }: CapabilityOutcome): Check[] {
  if (method === 'percentile') {
    const isEnough = n >= enoughForPercentiles;
    return [
      check(isEnough ? 'good' : 'caution', isEnough ? 'percentiles' : 'fewForPercentiles', {
        n,
        needed: enoughForPercentiles,
      }),
    ];
  }
  if (method === 'weibull') return [check('caution', 'fitUntested')];
  if (!fit) return [check('caution', 'noFit')];
  const params = {
    method: term(`analyses.capability.method.${method}`),
    a: fixed(fit.aSquared, 3),
    p: pPhrase(fit.pValue),
    n,
  };
  const said = [
    fit.pValue >= alpha
      ? check('good', 'fits', params)
      : n > largeSample
        ? check('caution', 'fitsNotLarge', params)
        : check('bad', 'fitsNot', params),
  ];
  if (!isAutomatic && method !== 'normal' && normality && normality.pValue >= alpha)
    said.push(check('caution', 'normalWouldDo'));
  return said;
}

function limitChecks(outcome: CapabilityOutcome): Check[] {
  if (!hasLimits(outcome)) return [check('bad', 'noLimits')];
  const { lowerLimit, upperLimit, target } = outcome.spec;
  const isOutside =
    target !== null && ((lowerLimit !== null && target < lowerLimit) || (upperLimit !== null && target > upperLimit));
  return isOutside ? [check('caution', 'targetOutside')] : [];
}
