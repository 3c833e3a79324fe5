import type { Phrase, PhraseValue } from '../../kernel/result';
import { figure, say, term } from '../phrases';
import { countedWords } from '../counted-words';
import { tick } from '../measure-words';
import { axisPercent, sharePercent, signedPercent } from '../signed';
import type { CompareProportionsOutcome, ProportionPair } from './outcome';

/** A share as a percentage, a rate per the round number that is shown. */
export function shown({ spec, per }: CompareProportionsOutcome, value: number): PhraseValue {
  return spec.kind === 'share' ? sharePercent(value) : figure(value * per);
}

/** The same on an axis, where whole percentages are enough. */
export function onAxis({ spec, per }: CompareProportionsOutcome, value: number): PhraseValue {
  return spec.kind === 'share' ? axisPercent(value) : tick(value * per);
}

/** What an axis shows. */
export function axisPhrase(outcome: CompareProportionsOutcome): Phrase {
  const { spec, eventName, sizeName, per } = outcome;
  if (spec.kind === 'share') {
    return spec.numerator === 'values'
      ? say('analyses.compareProportions.axis.shareOf', {
          measure: eventName,
          values: countedWords(spec.countedValues),
        })
      : say('analyses.compareProportions.axis.share', { measure: eventName, size: sizeName });
  }
  return say(per === 1 ? 'analyses.compareProportions.axis.rate' : 'analyses.compareProportions.axis.ratePer', {
    measure: eventName,
    size: sizeName,
    per,
  });
}

/** Of a pair: what the second, or the group, is compared with. */
export function pairNames(
  { groups, pairing }: CompareProportionsOutcome,
  { a, b }: ProportionPair,
): {
  readonly first: PhraseValue;
  readonly second: PhraseValue;
} {
  if (pairing === 'rest') return { first: term('analyses.compareProportions.word.rest'), second: groups[a].label };
  return { first: groups[a].label, second: groups[b].label };
}

/** An end of a relative change; without events to compare with it is open. */
export function relativeEnd(end: number | null | undefined): string {
  return end === null || end === undefined ? '∞' : signedPercent(end);
}
