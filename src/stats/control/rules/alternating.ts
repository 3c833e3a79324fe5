import { lastAll, swaps } from './planes';
import { lastPoints, type Rule } from './rule';
import { pointsOf } from './trend';

/** Points that go up and down in turn, wherever the centre line lies; a tie breaks the pattern. */
export const alternating: Rule = {
  complete: ({ rises, falls }, spec) => {
    const changes = swaps(rises, falls);
    return lastAll(changes, pointsOf(spec) - 2, changes);
  },
  describe: (_codes, index, spec) => ({ members: lastPoints(index, pointsOf(spec)), side: 'both' }),
};
