import { lastPoints, requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** Points that hug the centre line: all at most one sigma away. */
export class WithinOneSigma implements RuleMachine {
  readonly #length: number;
  #run = 0;

  constructor(length: number) {
    this.#length = requireLength('within-one-sigma', length, 1);
  }

  step(code: number): number {
    this.#run = (this.#run + 1) & -((code >>> 6) & 1);
    return this.#run >= this.#length ? 1 : 0;
  }

  describe(_codes: Uint16Array, index: number): Pattern {
    return { members: lastPoints(index, this.#length), side: 'both' };
  }
}
