import type { RuleSpec } from '../types';
import { lastAllOfOne } from './planes';
import { pointBit } from './point-code';
import { lastPoints, type Rule } from './rule';

/** Points of a trend or an alternation: Minitab counts moves, which takes one point more. */
export function pointsOf({ length, countMoves }: RuleSpec): number {
  return countMoves ? length + 1 : length;
}

/** Points that rise, or fall, without a tie. */
export const trend: Rule = {
  complete: ({ rises, falls }, spec) => lastAllOfOne(rises, falls, pointsOf(spec) - 1),
  describe: (codes, index, spec) => ({
    members: lastPoints(index, pointsOf(spec)),
    side: (codes[index] & pointBit.rises) !== 0 ? 'above' : 'below',
  }),
};
