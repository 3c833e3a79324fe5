import { lastAll, lastAllOfOne, without } from './planes';
import { pointBit } from './point-code';
import { lastPoints, type Rule } from './rule';

/** Points that avoid the centre: all more than one sigma away, with at least one on each side unless `eitherSide`. */
export const outsideOneSigma: Rule = {
  complete: ({ outsideOne, above, below }, { length, eitherSide }) => {
    const outside = lastAll(outsideOne, length);
    if (eitherSide) return outside;
    const oneSided = lastAllOfOne(above, below, length);
    return without(outside, oneSided, oneSided);
  },
  describe: (codes, index, { length }) => {
    const members = lastPoints(index, length);
    const isAbove = members.some((i) => (codes[i] & pointBit.above) !== 0);
    const isBelow = members.some((i) => (codes[i] & pointBit.below) !== 0);
    return { members, side: isAbove && isBelow ? 'both' : isAbove ? 'above' : 'below' };
  },
};
