import { pointBit } from './point-code';
import type { Rule } from './rule';

/** A point strictly beyond a control limit. */
export const beyondLimits: Rule = {
  complete: ({ beyond }) => beyond,
  describe: (codes, index) => ({
    members: [index],
    side: (codes[index] & pointBit.above) !== 0 ? 'above' : 'below',
  }),
};
