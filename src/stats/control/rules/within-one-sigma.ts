import { lastAll, without } from './planes';
import { lastPoints, type Rule } from './rule';

/** Points that hug the centre line: all at most one sigma away. */
export const withinOneSigma: Rule = {
  complete: ({ valid, outsideOne }, { length }) => {
    const near = without(valid, outsideOne);
    return lastAll(near, length, near);
  },
  describe: (_codes, index, { length }) => ({ members: lastPoints(index, length), side: 'both' }),
};
