import { controlChart } from '../../src/stats/control/control-chart.ts';
import { dispersionDiagnostic } from '../../src/stats/control/overdispersion.ts';
import { ruleSets } from '../../src/stats/control/rules/rule-sets.ts';
import { scanIndividuals } from '../../src/stats/control/scan-individuals.ts';
import { bench } from '../support/bench.ts';

const points = 1_000_000;

/** Scattered but repeatable numbers in place of a process in control. */
function series(length: number, seed: number): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length }, () => {
    let sum = 0;
    for (let i = 0; i < 6; i++) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      sum += state / 4_294_967_296;
    }
    return sum - 3;
  });
}

const values = series(points, 7);

/** What anyone would write by hand: mean, mean moving range, limits; no rules. */
function plainLoop(): number {
  let sum = 0;
  let ranges = 0;
  const moving = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    sum += values[i];
    if (i > 0) {
      moving[i] = Math.abs(values[i] - values[i - 1]);
      ranges += moving[i];
    }
  }
  const sigma = ranges / (points - 1) / 1.128379167;
  return sum / points + 3 * sigma;
}

const months = 60;
const links = 57;
const charts = Array.from({ length: links }, (_, link) => {
  const noise = series(months, link + 1);
  const sizes = Array.from({ length: months }, () => 4_000 + link * 20);
  return { sizes, defectives: Array.from(noise, (z) => Math.max(0, Math.round(80 + 9 * z))) };
});

/** 57 charts with rules and the over-dispersion diagnostic, as the portfolio of all links asks for. */
function portfolio(): number {
  let signals = 0;
  for (const { defectives, sizes } of charts) {
    const data = { kind: 'p', defectives, sizes } as const;
    const chart = controlChart(data, { rules: ruleSets.default });
    if (chart.ok) signals += chart.value.main.signals.length;
    dispersionDiagnostic(data);
  }
  return signals;
}

export default [
  bench({
    name: '1,000,000 individual values: limits and all eight Nelson rules against a plain loop without rules',
    rounds: 101,
    contestants: {
      'mean, moving range and limits by hand': plainLoop,
      'limits and eight rules': () => scanIndividuals(values, ruleSets.nelson),
    },
    limits: { 'limits and eight rules': 4 },
  }),
  bench({
    name: '57 charts of 60 months with rules and diagnostic (goal: below 100 ms)',
    rounds: 9,
    contestants: { portfolio },
  }),
];
