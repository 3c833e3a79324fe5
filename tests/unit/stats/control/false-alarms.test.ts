import { describe, expect, it } from 'vitest';
import { controlChart } from '../../../../src/stats/control/control-chart';
import { ruleSets, type RuleSetName } from '../../../../src/stats/control/rules/rule-sets';
import { runChart } from '../../../../src/stats/control/run-chart';
import type { RuleSpec } from '../../../../src/stats/control/types';
import { normals, seeded, signalsOf, times, value } from '../support';

const runs = 4000;

/** Share of stable series in which at least one point signals, limits known beforehand. */
function alarmsKnown(n: number, rules: readonly RuleSpec[], seed: number): number {
  const normal = normals(seeded(seed));
  return times(runs, () => signalsOf(times(n, normal), rules).length > 0).filter(Boolean).length / runs;
}

/** The same with limits from the points themselves. */
function alarmsEstimated(n: number, rules: readonly RuleSpec[], seed: number, nelsonScreen = false): number {
  const normal = normals(seeded(seed));
  const isAlarm = (): boolean => {
    const chart = value(controlChart({ kind: 'individuals', values: times(n, normal), nelsonScreen }, { rules }));
    return chart.main.signals.length > 0;
  };
  return times(runs, isAlarm).filter(Boolean).length / runs;
}

// Percentages as published with the conventions of this engine: limits known, limits estimated.
const table: readonly (readonly [RuleSetName, number, number, number])[] = [
  ['limits-only', 24, 7, 6],
  ['limits-only', 60, 15, 14],
  ['default', 12, 6, 3],
  ['default', 24, 13, 9],
  ['default', 36, 19, 15],
  ['western-electric', 24, 21, 16],
  ['nelson', 12, 10, 6],
  ['nelson', 24, 25, 20],
  ['nelson', 36, 37, 32],
  ['aiag', 24, 33, 24],
  ['nhs', 24, 23, 16],
];

describe('false alarms of a stable process', () => {
  it.each(table)('%s over %s points: %s % with known limits, %s % with estimated ones', (name, n, known, estimated) => {
    // 2 percentage points, and half a point for the rounding of the table.
    expect(Math.abs(100 * alarmsKnown(n, ruleSets[name], n) - known)).toBeLessThan(2.5);
    expect(Math.abs(100 * alarmsEstimated(n, ruleSets[name], n + 1) - estimated)).toBeLessThan(2.5);
  });

  it('are 6 % without Nelson’s screen and 10 % with it, over 24 points', () => {
    expect(Math.abs(100 * alarmsEstimated(24, ruleSets['limits-only'], 3) - 6.1)).toBeLessThan(2);
    expect(Math.abs(100 * alarmsEstimated(24, ruleSets['limits-only'], 3, true) - 10)).toBeLessThan(2);
  });

  it.each([
    [12, 1],
    [24, 3],
    [60, 4],
  ])('of the run chart over %s points are %s %', (n, percent) => {
    const normal = normals(seeded(n));
    const isAlarm = (): boolean => {
      const { signal } = value(runChart(times(n, normal))).stages[0];
      return signal !== 'none' && signal !== 'too-few-points';
    };
    expect(Math.abs((100 * times(runs, isAlarm).filter(Boolean).length) / runs - percent)).toBeLessThan(2);
  });
});
