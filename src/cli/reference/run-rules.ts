import { describeSignals } from '../../stats/control/rules/find-signals';
import { encodePoints, pointBit } from '../../stats/control/rules/point-code';
import { toSeries } from '../../stats/control/series';
import type { RuleSpec } from '../../stats/control/types';
import { maybes, numberOr } from './fields';
import type { Fields, KindRunner, KindRunners } from './kind';

/** The rules of a case by the names the cases use, with the lengths it asks for. */
function namedRules(lengths: Fields): Readonly<Record<string, RuleSpec>> {
  const length = (name: string, usual: number): number => numberOr(lengths[name], usual);
  return {
    nelson1: { rule: 'beyond-limits', length: 1 },
    nelson2: { rule: 'run-one-side', length: length('nelson2', 9) },
    nelson3: { rule: 'trend', length: length('nelson3', 6) },
    nelson4: { rule: 'alternating', length: length('nelson4', 14) },
    nelson5: { rule: 'two-of-three', length: length('nelson5', 3) },
    nelson6: { rule: 'four-of-five', length: length('nelson6', 5) },
    nelson7: { rule: 'within-one-sigma', length: length('nelson7', 15) },
    nelson8: { rule: 'outside-one-sigma', length: length('nelson8', 8) },
    we1: { rule: 'beyond-limits', length: 1 },
    we2: { rule: 'two-of-three', length: length('we2', 3) },
    we3: { rule: 'four-of-five', length: length('we3', 5) },
    we4: { rule: 'run-one-side', length: length('we4', 8) },
    nelson3Minitab: { rule: 'trend', length: length('nelson3', 6), countMoves: true },
    nelson4Minitab: { rule: 'alternating', length: length('nelson4', 14), countMoves: true },
    nelson8EitherSide: { rule: 'outside-one-sigma', length: length('nelson8', 8), eitherSide: true },
  };
}

const alternateNames = ['nelson3Minitab', 'nelson4Minitab', 'nelson8EitherSide'];

function line(value: unknown, length: number): Float64Array {
  return typeof value === 'number' || value === null
    ? new Float64Array(length).fill(value ?? NaN)
    : toSeries(maybes(value));
}

const runRules: KindRunner = (input, params) => {
  const points = toSeries(maybes(input['values']));
  const center = line(input['center'], points.length);
  const sigma = line(input['sigma'], points.length);
  const none = new Float64Array(points.length).fill(NaN);
  const codes = encodePoints(points, { center, sigma, upper: none, lower: none }, { start: 0, end: points.length });
  // These cases judge the limits by z, not by a drawn line.
  points.forEach((x, i) => {
    if (sigma[i] > 0 && Math.abs((x - center[i]) / sigma[i]) > 3) codes[i] |= pointBit.beyond;
  });
  const rules: Record<string, unknown> = {};
  const alternates: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(namedRules((params['lengths'] ?? {}) as Fields))) {
    const signals = describeSignals(codes, 0, [spec]);
    const members = new Set(signals.flatMap((signal) => signal.members));
    const target = alternateNames.includes(name) ? alternates : rules;
    target[name] = {
      signal: signals.map(({ completesAt }) => completesAt),
      members: [...members].sort((x, y) => x - y),
    };
  }
  return { rules, alternates };
};

/** Rules on a series with given centre and sigma. */
export const runRuleKinds: KindRunners = { run_rules: runRules };
