import type { RuleSpec } from '../types';
import { either, lastAll } from './planes';
import { pointBit } from './point-code';
import { lastPoints, type Rule } from './rule';

/** Points of a trend or an alternation: Minitab counts moves, which takes one point more. */
export function pointsOf({ length, countMoves }: RuleSpec): number {
  return countMoves ? length + 1 : length;
}

/** Points that rise, or fall, without a tie. */
export const trend: Rule = {
  complete: ({ rises, falls }, spec) => {
    const moves = pointsOf(spec) - 1;
    return either(lastAll(rises, moves), lastAll(falls, moves));
  },
  describe: (codes, index, spec) => ({
    members: lastPoints(index, pointsOf(spec)),
    side: (codes[index] & pointBit.rises) !== 0 ? 'above' : 'below',
  }),
};
