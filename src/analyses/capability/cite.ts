import { citeMean } from '../cite-mean';
import type { Citation } from '../../domain/improvement/citation';
import type { CapabilityOutcome } from './outcome';

/** The mean of all values. */
export function citeCapability({ n, mean, unit, spec }: CapabilityOutcome): Pick<Citation, 'levels'> {
  return citeMean({ n, mean }, unit, spec.period);
}
