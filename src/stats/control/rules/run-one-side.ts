import { pointBit } from './point-code';
import { lastPoints, requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** A run of points on one side of the centre line; a point on the line breaks it. */
export class RunOneSide implements RuleMachine {
  readonly #length: number;
  #above = 0;
  #below = 0;

  constructor(length: number) {
    this.#length = requireLength('run-one-side', length, 1);
  }

  step(code: number): number {
    this.#above = (this.#above + 1) & -(code & 1);
    this.#below = (this.#below + 1) & -((code >>> 1) & 1);
    return this.#above >= this.#length || this.#below >= this.#length ? 1 : 0;
  }

  describe(codes: Uint16Array, index: number): Pattern {
    return {
      members: lastPoints(index, this.#length),
      side: (codes[index] & pointBit.above) !== 0 ? 'above' : 'below',
    };
  }
}
