import type { Citation } from '../../domain/improvement/citation';
import { mainAgreement } from './findings';
import type { AgreementOutcome } from './outcome';

/** The kappa that is judged, and that of the same cases one level up. */
export function citeAgreement(outcome: AgreementOutcome): Pick<Citation, 'agreement'> {
  const { kappa, kappaInterval, n } = mainAgreement(outcome);
  return {
    agreement: {
      kappa,
      low: kappaInterval?.low ?? null,
      high: kappaInterval?.high ?? null,
      cases: n,
      raters: outcome.raters.length,
      aspectKappa: outcome.levels.find(({ level }) => level === 'aspect')?.kappa ?? null,
    },
  };
}
