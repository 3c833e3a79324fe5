import { lastPoints, requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** Points that go up and down in turn, wherever the centre line lies; a tie breaks the pattern. */
export class Alternating implements RuleMachine {
  readonly #turns: number;
  #previous = 0;
  #run = 0;

  constructor(points: number) {
    this.#turns = requireLength('alternating', points, 3) - 2;
  }

  step(code: number): number {
    const move = (code >>> 8) & 3;
    // Up after down is 1 & (2 >>> 1), down after up 2 & (1 << 1): one of them is 1.
    const turn = (move & (this.#previous >>> 1)) | ((move >>> 1) & this.#previous);
    this.#previous = move;
    this.#run = (this.#run + 1) & -(turn & 1);
    return this.#run >= this.#turns ? 1 : 0;
  }

  describe(_codes: Uint16Array, index: number): Pattern {
    return { members: lastPoints(index, this.#turns + 2), side: 'both' };
  }
}
