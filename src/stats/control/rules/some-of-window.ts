import { pointBit } from './point-code';
import { requireLength, type Pattern, type RuleMachine } from './rule-machine';

/** Which rule of the family: how far out, how many of how many. */
export interface WindowRule {
  readonly sigmas: 1 | 2;
  readonly needed: number;
  readonly window: number;
  /** The whole window on one side of the centre line, and points beyond the limits not counted (NHS). */
  readonly nearLimits: boolean;
}

/**
 * Some of the last few points beyond one or two sigma on the same side, the last of them among these.
 *
 * The window is cut at the beginning of the series and at a gap, so two points beyond two sigma signal even where only
 * two exist.
 */
export class SomeOfWindow implements RuleMachine {
  readonly #rule: WindowRule;
  readonly #shift: number;
  readonly #mask: number;
  /** By the bits of the window, newest lowest: 1 if enough are set and the newest is (the NHS does not ask that). */
  readonly #completes: Uint8Array;
  readonly #nearLimits: boolean;
  #above = 0;
  #below = 0;
  #sideRun = 0;
  #lastSide = 0;

  constructor(rule: WindowRule) {
    requireLength('some-of-window', rule.window, 2, 16);
    requireLength('some-of-window', rule.needed, 1, rule.window);
    this.#rule = rule;
    this.#shift = rule.sigmas === 2 ? 4 : 2;
    this.#mask = (1 << rule.window) - 1;
    this.#nearLimits = rule.nearLimits;
    this.#completes = Uint8Array.from({ length: 1 << rule.window }, (_, bits) =>
      ((bits & 1) === 1 || rule.nearLimits) && countOnes(bits) >= rule.needed ? 1 : 0,
    );
  }

  step(code: number): number {
    const valid = -((code >>> 7) & 1);
    const zone = code >>> this.#shift;
    const counted = this.#nearLimits ? ~((code >>> 10) | (code >>> 11)) & 1 : 1;
    this.#above = ((this.#above << 1) | (zone & counted)) & this.#mask & valid;
    this.#below = ((this.#below << 1) | ((zone >>> 1) & counted)) & this.#mask & valid;
    const complete = this.#completes[this.#above] | this.#completes[this.#below];
    return this.#nearLimits ? complete & this.#wholeWindowOnOneSide(code & 3) : complete;
  }

  describe(codes: Uint16Array, index: number): Pattern {
    const isAbove = (codes[index] & pointBit.above) !== 0;
    const bit = (isAbove ? 1 : 2) << this.#shift;
    const beyond = pointBit.over | pointBit.under;
    const members: number[] = [];
    for (let i = index; i > index - this.#rule.window && i >= 0 && (codes[i] & pointBit.valid) !== 0; i--) {
      const isCounted = !this.#nearLimits || (codes[i] & beyond) === 0;
      if ((codes[i] & bit) !== 0 && isCounted) members.unshift(i);
    }
    return { members, side: isAbove ? 'above' : 'below' };
  }

  #wholeWindowOnOneSide(side: number): number {
    this.#sideRun = side !== 0 && side === this.#lastSide ? this.#sideRun + 1 : side === 0 ? 0 : 1;
    this.#lastSide = side;
    return this.#sideRun >= this.#rule.window ? 1 : 0;
  }
}

function countOnes(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
