import { pointBit } from './point-code';
import { lastPoints, requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** Points that avoid the centre: all more than one sigma away, with at least one on each side unless `eitherSide`. */
export class OutsideOneSigma implements RuleMachine {
  readonly #length: number;
  readonly #oneSidedMost: number;
  #run = 0;
  #above = 0;
  #below = 0;

  constructor(length: number, eitherSide: boolean) {
    this.#length = requireLength('outside-one-sigma', length, 2);
    this.#oneSidedMost = eitherSide ? 0x3fffffff : length;
  }

  step(code: number): number {
    const above = (code >>> 2) & 1;
    const below = (code >>> 3) & 1;
    this.#run = (this.#run + 1) & -(above | below);
    this.#above = (this.#above + 1) & -above;
    this.#below = (this.#below + 1) & -below;
    const most = this.#oneSidedMost;
    return this.#run >= this.#length && this.#above < most && this.#below < most ? 1 : 0;
  }

  describe(codes: Uint16Array, index: number): Pattern {
    const members = lastPoints(index, this.#length);
    const isAbove = members.some((i) => (codes[i] & pointBit.above) !== 0);
    const isBelow = members.some((i) => (codes[i] & pointBit.below) !== 0);
    return { members, side: isAbove && isBelow ? 'both' : isAbove ? 'above' : 'below' };
  }
}
