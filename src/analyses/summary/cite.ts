import { citeMean } from '../cite-mean';
import type { Citation } from '../../domain/improvement/citation';
import type { SummaryOutcome } from './outcome';

/** The mean of all values. */
export function citeSummary({ whole, unit, spec }: SummaryOutcome): Pick<Citation, 'levels'> {
  return citeMean(whole.summary, unit, spec.period);
}
