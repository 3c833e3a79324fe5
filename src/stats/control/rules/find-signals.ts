import type { PointRange, RuleId, RuleSpec, Signal } from '../types';
import { encodePoints, type JudgingLines } from './point-code';
import { createMachine, ruleBit, scanRules } from './scan';

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
  const codes = new Uint16Array(points.length);
  encodePoints(points, lines, stage, codes);
  const found: { readonly order: number; readonly signal: Signal }[] = [];
  const hits = new Uint8Array(points.length);
  for (const pass of passesOf(rules)) {
    scanRules(codes, stage, pass, hits);
    for (const spec of pass) {
      const machine = createMachine(spec);
      const order = rules.indexOf(spec);
      for (let i = stage.start; i < stage.end; i++) {
        if ((hits[i] & ruleBit[spec.rule]) === 0) continue;
        found.push({ order, signal: { rule: spec.rule, completesAt: i, ...machine.describe(codes, i) } });
      }
    }
  }
  found.sort((a, b) => a.signal.completesAt - b.signal.completesAt || a.order - b.order);
  return found.map(({ signal }) => signal);
}

/** Splits a list in which a rule may occur twice, with two lengths, into lists in which it does not. */
function passesOf(rules: readonly RuleSpec[]): RuleSpec[][] {
  const passes: RuleSpec[][] = [];
  const seen = new Map<RuleId, number>();
  for (const spec of rules) {
    const pass = seen.get(spec.rule) ?? 0;
    seen.set(spec.rule, pass + 1);
    (passes[pass] ??= []).push(spec);
  }
  return passes;
}
