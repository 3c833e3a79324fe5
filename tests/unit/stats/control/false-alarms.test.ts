import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../../src/stats/control/control-chart';
import { ruleSets, type RuleSetName } from '../../../../src/stats/control/rules/rule-sets';
import { anhojLimits, runChart } from '../../../../src/stats/control/run-chart';
import type { RuleSpec } from '../../../../src/stats/control/types';
import { meanOf } from '../../../../src/stats/special/sums';
import { normals, seeded, signalsOf, times, value } from '../support';

const runs = 6000;
const sizes = [12, 24, 36, 60] as const;
/** Every second size says whether a rule has changed; `npm run trials` draws the others too. */
const drawn: readonly number[] = Number(process.env['TRIALS'] ?? 1) > 1 ? sizes : [12, 36];

// Percentages with limits known beforehand and with limits from the points themselves, by number of points.
// prettier-ignore
const table: Readonly<Partial<Record<RuleSetName, readonly (readonly [number, number])[]>>> = {
  'limits-only': [[3, 3], [7, 6], [9, 9], [15, 14]],
  default: [[6, 3], [13, 9], [19, 15], [31, 26]],
  'western-electric': [[9, 5], [21, 16], [31, 25], [48, 41]],
  nelson: [[10, 6], [25, 20], [37, 32], [56, 50]],
  aiag: [[13, 7], [33, 24], [47, 40], [68, 62]],
  nhs: [[10, 5], [23, 16], [32, 26], [50, 44]],
};

/** Rounding of the table, and two standard errors of its 6000 runs and of ours: together below 2 points. */
const points = 2;

function percent(isAlarm: (series: number[]) => boolean, n: number, seed: number): number {
  const normal = normals(seeded(seed));
  return (100 * times(runs, () => isAlarm(times(n, normal))).filter(Boolean).length) / runs;
}

const withKnownLimits =
  (rules: readonly RuleSpec[]) =>
  (series: number[]): boolean =>
    signalsOf(series, rules).length > 0;

const withOwnLimits =
  (rules: readonly RuleSpec[], nelsonScreen = false) =>
  (series: number[]): boolean =>
    value(controlChart({ kind: 'individuals', values: series, nelsonScreen }, { rules })).main.signals.length > 0;

/** Anhøj's two tests about a given line, counted anew. */
function isUnusual(series: readonly number[], center: number): boolean {
  let [longest, run, crossings, last] = [0, 0, 0, 0];
  for (const x of series) {
    const side = Math.sign(x - center);
    run = side === last ? run + 1 : 1;
    if (last !== 0 && side !== last) crossings++;
    longest = Math.max(longest, run);
    last = side;
  }
  const limits = anhojLimits(series.length);
  return limits !== null && (longest > limits.longestRun || crossings < limits.fewestCrossings);
}

const rows = Object.entries(table)
  .flatMap(([name, pairs]) => pairs.map(([known, own], i) => [name as RuleSetName, sizes[i], known, own] as const))
  .filter(([, n]) => drawn.includes(n));

describe('false alarms of a stable process', () => {
  it.each(rows)('%s over %s points: %s % with known limits, %s % with estimated ones', (name, n, known, own) => {
    const rules = ruleSets[name];
    expect(Math.abs(percent(withKnownLimits(rules), n, n) - known)).toBeLessThan(points);
    expect(Math.abs(percent(withOwnLimits(rules), n, n + 1) - own)).toBeLessThan(points);
  });

  it('are 6 % without Nelson’s screen and 10 % with it, over 24 points', () => {
    const rules = ruleSets['limits-only'];
    expect(Math.abs(percent(withOwnLimits(rules), 24, 3) - 6.1)).toBeLessThan(1.5);
    expect(Math.abs(percent(withOwnLimits(rules, true), 24, 3) - 10)).toBeLessThan(1.5);
  });

  it.each([
    [12, 1],
    [24, 3],
    [36, 4],
    [60, 4],
  ])('of the run chart over %s points are %s %', (n, expected) => {
    const isAlarm = (series: number[]): boolean => {
      const { signal } = value(runChart(series)).stages[0];
      return signal !== 'none' && signal !== 'too-few-points';
    };
    expect(Math.abs(percent(isAlarm, n, n) - expected)).toBeLessThan(1);
  });

  it.each([
    [12, 8, 4],
    [24, 13, 10],
    [36, 17, 14],
    [60, 21, 18],
  ])('of limits and run chart about the mean over %s points are %s % and %s %', (n, known, own) => {
    const limits = ruleSets['limits-only'];
    const known0 = (series: number[]): boolean => withKnownLimits(limits)(series) || isUnusual(series, 0);
    const aboutMean = (series: number[]): boolean => withOwnLimits(limits)(series) || isUnusual(series, meanOf(series));
    expect(Math.abs(percent(known0, n, n + 2) - known)).toBeLessThan(points);
    expect(Math.abs(percent(aboutMean, n, n + 3) - own)).toBeLessThan(points);
  });
});
