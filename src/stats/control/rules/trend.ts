import { pointBit } from './point-code';
import { lastPoints, requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** Points that rise, or fall, without a tie. `moves` is one less than the points. */
export class Trend implements RuleMachine {
  readonly #moves: number;
  #rising = 0;
  #falling = 0;

  constructor(points: number) {
    this.#moves = requireLength('trend', points, 2) - 1;
  }

  step(code: number): number {
    this.#rising = (this.#rising + 1) & -((code >>> 8) & 1);
    this.#falling = (this.#falling + 1) & -((code >>> 9) & 1);
    return this.#rising >= this.#moves || this.#falling >= this.#moves ? 1 : 0;
  }

  describe(codes: Uint16Array, index: number): Pattern {
    return {
      members: lastPoints(index, this.#moves + 1),
      side: (codes[index] & pointBit.rises) !== 0 ? 'above' : 'below',
    };
  }
}
