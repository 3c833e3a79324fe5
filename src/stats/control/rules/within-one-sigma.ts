import { lastAll, without } from './planes';
import { lastPoints, type Rule } from './rule';

/** Points that hug the centre line: all at most one sigma away. */
export const withinOneSigma: Rule = {
  complete: ({ valid, outsideOne }, { length }) => lastAll(without(valid, outsideOne), length),
  describe: (_codes, index, { length }) => ({ members: lastPoints(index, length), side: 'both' }),
};
