import { either, lastAll } from './planes';
import { pointBit } from './point-code';
import { lastPoints, type Rule } from './rule';

/** A run of points on one side of the centre line; a point on the line breaks it. */
export const runOneSide: Rule = {
  complete: ({ above, below }, { length }) => either(lastAll(above, length), lastAll(below, length)),
  describe: (codes, index, { length }) => ({
    members: lastPoints(index, length),
    side: (codes[index] & pointBit.above) !== 0 ? 'above' : 'below',
  }),
};
