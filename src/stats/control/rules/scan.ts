import type { PointRange, RuleId, RuleSpec } from '../types';
import { Alternating } from './alternating';
import { BeyondLimits } from './beyond-limits';
import { OutsideOneSigma } from './outside-one-sigma';
import type { RuleMachine } from './rule-machine';
import { RunOneSide } from './run-one-side';
import { SomeOfWindow } from './some-of-window';
import { Trend } from './trend';
import { WithinOneSigma } from './within-one-sigma';

/** The bit of each rule in the hits of a scan. */
export const ruleBit: Readonly<Record<RuleId, number>> = {
  'beyond-limits': 1,
  'run-one-side': 2,
  trend: 4,
  'two-of-three': 8,
  'four-of-five': 16,
  'within-one-sigma': 32,
  alternating: 64,
  'outside-one-sigma': 128,
};

/** The machine of a rule. */
export function createMachine(spec: RuleSpec): RuleMachine {
  const points = spec.length + (spec.countMoves ? 1 : 0);
  switch (spec.rule) {
    case 'beyond-limits':
      return new BeyondLimits();
    case 'run-one-side':
      return new RunOneSide(spec.length);
    case 'trend':
      return new Trend(points);
    case 'two-of-three':
      return new SomeOfWindow({
        sigmas: 2,
        window: spec.length,
        needed: spec.length - 1,
        nearLimits: spec.nearLimits === true,
      });
    case 'four-of-five':
      return new SomeOfWindow({ sigmas: 1, window: spec.length, needed: spec.length - 1, nearLimits: false });
    case 'within-one-sigma':
      return new WithinOneSigma(spec.length);
    case 'alternating':
      return new Alternating(points);
    case 'outside-one-sigma':
      return new OutsideOneSigma(spec.length, spec.eitherSide === true);
  }
}

/** What the machines of rules that were not asked for are made of; their answers are masked out. */
const idleLengths = { runOneSide: 9, trend: 6, alternating: 14, twoOfThree: 3, fourOfFive: 5, within: 15, outside: 8 };

/**
 * Feeds the points of a stretch to the rules, all in one pass, beginning afresh at its start.
 *
 * Shape     `specs` holds a rule at most once. `hits[i]` receives the bits (`ruleBit`) of the rules that point i
 *           completes; points outside the stretch are not touched.
 * Accuracy  every machine always runs and branches on nothing, so the time per point is the same for any data
 */
export function scanRules(codes: Uint16Array, { start, end }: PointRange, specs: readonly RuleSpec[], hits: Uint8Array): void {
  const spec = (rule: RuleId): RuleSpec | undefined => specs.find((s) => s.rule === rule);
  const mask = specs.reduce((bits, s) => bits | ruleBit[s.rule], 0);
  const pointsOf = (rule: RuleId, idle: number): number => {
    const found = spec(rule);
    return found ? found.length + (found.countMoves ? 1 : 0) : idle;
  };
  const windowOf = (rule: RuleId, sigmas: 1 | 2, idle: number): SomeOfWindow => {
    const window = spec(rule)?.length ?? idle;
    return new SomeOfWindow({ sigmas, window, needed: window - 1, nearLimits: spec(rule)?.nearLimits === true });
  };
  const limits = new BeyondLimits();
  const run = new RunOneSide(spec('run-one-side')?.length ?? idleLengths.runOneSide);
  const trend = new Trend(pointsOf('trend', idleLengths.trend));
  const twoOfThree = windowOf('two-of-three', 2, idleLengths.twoOfThree);
  const fourOfFive = windowOf('four-of-five', 1, idleLengths.fourOfFive);
  const within = new WithinOneSigma(spec('within-one-sigma')?.length ?? idleLengths.within);
  const alternating = new Alternating(pointsOf('alternating', idleLengths.alternating));
  const outside = new OutsideOneSigma(
    spec('outside-one-sigma')?.length ?? idleLengths.outside,
    spec('outside-one-sigma')?.eitherSide === true,
  );
  for (let i = start; i < end; i++) {
    const code = codes[i];
    const found =
      limits.step(code) |
      (run.step(code) << 1) |
      (trend.step(code) << 2) |
      (twoOfThree.step(code) << 3) |
      (fourOfFive.step(code) << 4) |
      (within.step(code) << 5) |
      (alternating.step(code) << 6) |
      (outside.step(code) << 7);
    hits[i] = found & mask;
  }
}
