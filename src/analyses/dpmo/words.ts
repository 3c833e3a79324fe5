import type { Phrase } from '../../kernel/result';
import type { DefectRates } from '../../stats/yield/dpmo';
import { fixed, say } from '../phrases';

/** A sigma level, or the bound on it where there were no defects; never infinite. */
export function sigmaPhrase(rates: DefectRates, digits = 2): Phrase {
  const { sigmaShortTerm, interval } = rates;
  if (sigmaShortTerm !== null) return say('analyses.shared.plain', { text: fixed(sigmaShortTerm, digits) });
  if (interval.kind === 'upper-bound' && interval.sigmaLow !== null) {
    return say('analyses.dpmo.word.atLeast', { value: fixed(interval.sigmaLow, digits) });
  }
  return say('analyses.dpmo.word.notComputable');
}

/** DPMO, or its upper bound where there were no defects. */
export function dpmoPhrase(rates: DefectRates): Phrase {
  return rates.interval.kind === 'upper-bound'
    ? say('analyses.dpmo.word.atMost', { value: fixed(rates.interval.dpmoHigh, dpmoDigits(rates.interval.dpmoHigh)) })
    : say('analyses.shared.plain', { text: fixed(rates.dpmo, dpmoDigits(rates.dpmo)) });
}

/** Whole defects per million, decimals only where they matter. */
export function dpmoDigits(dpmo: number): number {
  return dpmo === 0 || dpmo >= 1000 ? 0 : dpmo >= 10 ? 1 : 2;
}
