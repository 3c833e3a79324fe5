import { both, either, lastAll, lastAllButOne, mostOfWindow, without, type Plane, type Planes } from './planes';
import { pointBit } from './point-code';
import type { Pattern, Rule } from './rule';
import type { RuleSpec } from '../types';

/**
 * All but one of the last few points farther out than one or two sigma on the same side, the last of them among these.
 *
 * The window is cut at the beginning of the series and at a gap: two points beyond two sigma signal even where only two
 * exist. With `nearLimits` (NHS) all points of the window lie on one side and those beyond the limits do not count.
 */
function someOfWindow(outside: 'outsideOne' | 'outsideTwo'): Rule {
  /** NHS. */
  const nearOnSide = (planes: Planes, side: Plane, length: number): Plane => {
    const near = without(both(planes[outside], side), planes.beyond);
    return both(lastAllButOne(near, length), lastAll(side, length));
  };
  return {
    complete: (planes, { length, nearLimits }) => {
      const { above, below, valid } = planes;
      return nearLimits
        ? either(nearOnSide(planes, above, length), nearOnSide(planes, below, length))
        : mostOfWindow(planes[outside], [above, below], valid, length);
    },
    describe: (codes, index, spec) => describeWindow(codes, index, spec, pointBit[outside]),
  };
}

function describeWindow(codes: Uint8Array, index: number, { length, nearLimits }: RuleSpec, outside: number): Pattern {
  const side = codes[index] & (pointBit.above | pointBit.below);
  const members: number[] = [];
  for (let i = index; i > index - length && i >= 0 && (codes[i] & pointBit.valid) !== 0; i--) {
    const isCounted = !nearLimits || (codes[i] & pointBit.beyond) === 0;
    if ((codes[i] & outside) !== 0 && (codes[i] & side) !== 0 && isCounted) members.unshift(i);
  }
  return { members, side: side === pointBit.above ? 'above' : 'below' };
}

/** Two of three beyond two sigma. */
export const twoOfThree: Rule = someOfWindow('outsideTwo');

/** Four of five beyond one sigma. */
export const fourOfFive: Rule = someOfWindow('outsideOne');
