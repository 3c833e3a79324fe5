/** Shifts as phrases. */

import type { Phrase } from '../../kernel/result';
import { say } from '../phrases';
import type { ShiftSignal, TimeWeightedOutcome } from './outcome';

/** What a shift says about the points in it. */
export function shiftPhrase({ spec, labels }: TimeWeightedOutcome, { side, began }: ShiftSignal): Phrase {
  return began === null
    ? say(`analyses.timeWeighted.word.${side}Limit`)
    : say(`analyses.timeWeighted.word.${side}Sum`, { h: spec.h, began: labels[began] });
}
