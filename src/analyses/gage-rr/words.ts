import type { Phrase } from '../../kernel/result';
import { say, term } from '../phrases';
import type { GageOutcome, GageSource, SourceFigures } from './outcome';

/** The figures of a source; every study has those of the gage, the parts and the whole. */
export function figuresOf({ figures }: Pick<GageOutcome, 'figures'>, source: GageSource): SourceFigures | undefined {
  return figures.find((one) => one.source === source);
}

/** The share that is judged: of the tolerance where one is given, else of the study variation. */
export function judgedShare(outcome: GageOutcome): number | null {
  const gage = figuresOf(outcome, 'totalGageRR');
  return gage?.tolerance ?? gage?.studyVariation ?? null;
}

/** The bands of AIAG: below 10 % accepted, to 30 % conditionally. */
export function verdictOf(share: number): 'accepted' | 'conditional' | 'rejected' {
  if (share < 0.1) return 'accepted';
  return share <= 0.3 ? 'conditional' : 'rejected';
}

/** The measure with its unit. */
export function measurePhrase({ measureName, unit }: GageOutcome): Phrase {
  return unit === null
    ? say('analyses.shared.plain', { text: measureName })
    : say('analyses.shared.inUnit', { measure: measureName, unit: term(`analyses.shared.unit.${unit}`) });
}
