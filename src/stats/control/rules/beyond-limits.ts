import { pointBit } from './point-code';
import type { Pattern, RuleMachine } from './rule-machine';

/** A point strictly beyond a control limit. */
export class BeyondLimits implements RuleMachine {
  step(code: number): number {
    return ((code >>> 10) | (code >>> 11)) & 1;
  }

  describe(codes: Uint16Array, index: number): Pattern {
    return { members: [index], side: (codes[index] & pointBit.over) !== 0 ? 'above' : 'below' };
  }
}
