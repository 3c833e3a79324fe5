import type { PointRange, RuleId, RuleSpec, Signal } from '../types';
import { alternating } from './alternating';
import { beyondLimits } from './beyond-limits';
import { outsideOneSigma } from './outside-one-sigma';
import { setPoints, splitCodes, type Plane, type Planes } from './planes';
import { encodePoints, type JudgingLines } from './point-code';
import type { Rule } from './rule';
import { runOneSide } from './run-one-side';
import { fourOfFive, twoOfThree } from './some-of-window';
import { trend } from './trend';
import { withinOneSigma } from './within-one-sigma';

const ruleOf: Readonly<Record<RuleId, Rule>> = {
  'beyond-limits': beyondLimits,
  'run-one-side': runOneSide,
  trend,
  'two-of-three': twoOfThree,
  'four-of-five': fourOfFive,
  'within-one-sigma': withinOneSigma,
  alternating,
  'outside-one-sigma': outsideOneSigma,
};

/** Shortest length at which a rule means anything, in points. */
export const shortestLength: Readonly<Record<RuleId, number>> = {
  'beyond-limits': 1,
  'run-one-side': 1,
  trend: 2,
  'two-of-three': 2,
  'four-of-five': 2,
  'within-one-sigma': 1,
  alternating: 3,
  'outside-one-sigma': 2,
};

/** The longest length of a rule, in points. */
export function longestLength(rule: RuleId): number {
  return rule === 'two-of-three' || rule === 'four-of-five' ? 32 : Infinity;
}

/** The points that complete each rule, in the order of the rules. */
export function completePoints(planes: Planes, rules: readonly RuleSpec[]): Plane[] {
  for (const { rule, length } of rules) {
    if (!Number.isInteger(length) || length < shortestLength[rule] || length > longestLength(rule)) {
      throw new RangeError(`rule ${rule} needs a whole length of at least ${shortestLength[rule]}: ${length}`);
    }
  }
  return rules.map((spec) => ruleOf[spec.rule].complete(planes, spec));
}

/**
 * The signals of the points of one stage, in order of the completing point and then of the rules.
 *
 * Shape     `points` and `lines` as in `encodePoints`. The rules know nothing of points outside the stage.
 */
export function findSignals(
  points: Float64Array,
  lines: JudgingLines,
  stage: PointRange,
  rules: readonly RuleSpec[],
): Signal[] {
  return describeSignals(encodePoints(points, lines, stage), stage.start, rules);
}

/** The signals in codes whose first point has the index `start`. */
export function describeSignals(codes: Uint8Array, start: number, rules: readonly RuleSpec[]): Signal[] {
  const signals = completePoints(splitCodes(codes), rules).flatMap((plane, order) => {
    const spec = rules[order];
    return setPoints(plane).map((index): Signal => {
      const { members, side } = ruleOf[spec.rule].describe(codes, index, spec);
      return { rule: spec.rule, completesAt: start + index, members: members.map((i) => start + i), side };
    });
  });
  // A stable sort keeps the order of the rules within a point.
  return signals.sort((a, b) => a.completesAt - b.completesAt);
}
