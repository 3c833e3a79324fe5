import { lastAllOfOne } from './planes';
import { pointBit } from './point-code';
import { lastPoints, type Rule } from './rule';

/** A run of points on one side of the centre line; a point on the line breaks it. */
export const runOneSide: Rule = {
  complete: ({ above, below }, { length }) => lastAllOfOne(above, below, length),
  describe: (codes, index, { length }) => ({
    members: lastPoints(index, length),
    side: (codes[index] & pointBit.above) !== 0 ? 'above' : 'below',
  }),
};
