import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSets } from '../../src/stats/control/rules/rule-sets';
import { subgroupChart } from '../../src/stats/control/subgroup-chart';
import type { ChartData, ControlChart, Maybe, RuleSpec } from '../../src/stats/control/types';
import { chart, completions, signalsOf, value } from '../unit/stats/support';

/** Values that scale without rounding, so that laws hold to the last bit. */
const dyadic = fc.integer({ min: -4096, max: 4096 }).map((v) => v / 16);
const points = fc.array(fc.option(dyadic, { freq: 8 }), { minLength: 1, maxLength: 60 });
const rules = ruleSets.nelson;

function individuals(values: readonly Maybe[]): ControlChart {
  return chart({ kind: 'individuals', values }, { rules });
}

const shape = (c: ControlChart): unknown => c.main.signals;

describe('individuals charts', () => {
  it('move and stretch with their values; signals stay', () => {
    fc.assert(
      fc.property(points, fc.constantFrom(0.5, 2, 1024), (values, factor) => {
        const moved = values.map((v) => (v === null ? null : v * factor));
        const plain = individuals(values);
        const scaled = individuals(moved);
        expect(shape(scaled)).toEqual(shape(plain));
        plain.main.upper.forEach((limit, i) => {
          if (limit === null) expect(scaled.main.upper[i]).toBeNull();
          else expect(scaled.main.upper[i]).toBeCloseTo(limit * factor, 6);
        });
      }),
    );
  });

  it('mirror: above becomes below', () => {
    fc.assert(
      fc.property(points, (values) => {
        const mirrored = individuals(values.map((v) => (v === null ? null : -v)));
        const turned = individuals(values).main.signals.map(({ side, ...rest }) => ({
          ...rest,
          side: side === 'above' ? 'below' : side === 'below' ? 'above' : side,
        }));
        expect(mirrored.main.signals).toEqual(turned);
      }),
    );
  });

  it('judge a stage alone as within a chart of several', () => {
    fc.assert(
      fc.property(points, points, (first, second) => {
        const joined = chart(
          { kind: 'individuals', values: [...first, ...second] },
          {
            rules,
            stages: [
              { start: 0, end: first.length },
              { start: first.length, end: first.length + second.length },
            ],
          },
        );
        const alone = individuals(second);
        expect(joined.main.upper.slice(first.length)).toEqual(alone.main.upper);
        expect(joined.movingRange?.values.slice(first.length)).toEqual(alone.movingRange?.values);
        const later = joined.main.signals
          .filter(({ completesAt }) => completesAt >= first.length)
          .map((s) => ({
            ...s,
            completesAt: s.completesAt - first.length,
            members: s.members.map((i) => i - first.length),
          }));
        expect(later).toEqual(alone.main.signals);
      }),
    );
  });

  it('never show a number that is none, for values of any size', () => {
    const any = fc.array(fc.option(fc.double({ noNaN: false }), { freq: 6 }), { maxLength: 40 });
    fc.assert(
      fc.property(any, (values) => {
        const { main, movingRange, stages } = individuals(values);
        for (const panel of [main, movingRange]) {
          if (!panel) throw new Error('individuals without moving ranges');
          for (const line of [panel.values, panel.center, panel.upper, panel.lower, panel.sigma]) {
            expect(line.every((v) => v === null || Number.isFinite(v))).toBe(true);
            expect(line).toHaveLength(values.length);
          }
        }
        for (const { center, sigma } of stages) expect([center, sigma]).not.toContain(Number.NaN);
      }),
    );
  });

  it('keep whole digits near 10¹⁵', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 40 }), (steps) => {
        const near = individuals(steps.map((s) => s + 1e15));
        const zero = individuals(steps);
        expect(near.stages[0].sigma).toBeCloseTo(zero.stages[0].sigma ?? 0, 9);
        expect((near.stages[0].center ?? 0) - 1e15).toBeCloseTo(zero.stages[0].center ?? 0, 0);
      }),
    );
  });

  it('say of an excluded point only what they would say of a missing one', () => {
    fc.assert(
      fc.property(points, fc.nat(), (values, pick) => {
        const index = pick % values.length;
        const excluded = chart({ kind: 'individuals', values }, { rules, excluded: [index] });
        const missing = individuals(values.map((v, i) => (i === index ? null : v)));
        expect(excluded.main.signals).toEqual(missing.main.signals);
        expect(excluded.main.upper).toEqual(missing.main.upper);
        expect(excluded.movingRange).toEqual(missing.movingRange);
      }),
    );
  });
});

describe('charts of counts', () => {
  const counted = fc.array(fc.tuple(fc.nat(50), fc.nat(200)), { minLength: 1, maxLength: 40 });

  it('keep limits in order and in bounds', () => {
    const kinds = fc.constantFrom<'p' | 'np' | 'laney-p'>('p', 'np', 'laney-p');
    fc.assert(
      fc.property(kinds, counted, (kind, pairs) => {
        const sizes = pairs.map(([, extra]) => extra);
        const defectives = pairs.map(([d], i) => Math.min(d, sizes[i]));
        const { main } = chart({ kind, defectives, sizes }, { rules });
        main.values.forEach((v, i) => {
          const top = kind === 'np' ? sizes[i] : 1;
          const [low, mid, high] = [main.lower[i], main.center[i], main.upper[i]];
          if (low === null || mid === null || high === null) return;
          expect(v).not.toBeNull();
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(mid + 1e-12);
          expect(mid).toBeLessThanOrEqual(high + 1e-12);
          expect(high).toBeLessThanOrEqual(top);
        });
      }),
    );
  });

  it('do not change when all counts and sizes are split into equal halves of a u chart', () => {
    fc.assert(
      fc.property(counted, (pairs) => {
        const counts = pairs.map(([c]) => c);
        const sizes = pairs.map(([, s]) => s + 1);
        const data: ChartData = { kind: 'u', counts, sizes };
        const { stages } = chart(data);
        const doubled = chart({ kind: 'u', counts: [...counts, ...counts], sizes: [...sizes, ...sizes] });
        expect(doubled.stages[0].center).toBeCloseTo(stages[0].center ?? 0, 12);
      }),
    );
  });
});

describe('subgroup charts', () => {
  it('do not see the order within a subgroup', () => {
    const groups = fc.array(fc.array(fc.option(dyadic, { freq: 8 }), { maxLength: 6 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        groups,
        fc.constantFrom<'rbar' | 'rbar_mvlue' | 'sbar' | 'pooled'>('rbar', 'rbar_mvlue', 'sbar', 'pooled'),
        (subgroups, sigmaEstimator) => {
          const options = { rules };
          const forward = value(subgroupChart({ kind: 'xbar-s', subgroups, sigmaEstimator }, options));
          const turned = subgroups.map((g) => [...g].reverse());
          const backward = value(subgroupChart({ kind: 'xbar-s', subgroups: turned, sigmaEstimator }, options));
          const [a, b] = [forward.stages[0].sigma, backward.stages[0].sigma];
          if (a === null) expect(b).toBeNull();
          else expect(b).toBeCloseTo(a, 9);
        },
      ),
    );
  });
});

/** The same rules said plainly, point by point, as the schema of the reference cases does. */
function plainly(z: readonly Maybe[], { rule, length }: RuleSpec): number[] {
  const window = (i: number, size: number): readonly number[] | null => {
    if (i - size + 1 < 0) return null;
    const points = z.slice(i - size + 1, i + 1);
    return points.every((p) => p !== null) ? points : null;
  };
  const sides = [1, -1];
  const completes = (i: number): boolean => {
    const here = z[i];
    if (here === null) return false;
    const last = window(i, length);
    switch (rule) {
      case 'beyond-limits':
        return Math.abs(here) > 3;
      case 'run-one-side':
        return last !== null && sides.some((s) => last.every((p) => p * s > 0));
      case 'trend':
        return last !== null && sides.some((s) => last.every((p, k) => k === 0 || (p - last[k - 1]) * s > 0));
      case 'alternating':
        return (
          last !== null &&
          last.every((p, k) => k === 0 || p !== last[k - 1]) &&
          last.every((p, k) => k < 2 || Math.sign(p - last[k - 1]) === -Math.sign(last[k - 1] - last[k - 2]))
        );
      case 'within-one-sigma':
        return last !== null && last.every((p) => Math.abs(p) <= 1);
      case 'outside-one-sigma':
        return (
          last !== null && last.every((p) => Math.abs(p) > 1) && last.some((p) => p > 0) && last.some((p) => p < 0)
        );
      case 'two-of-three':
      case 'four-of-five': {
        const far = rule === 'two-of-three' ? 2 : 1;
        return sides.some((s) => {
          if (!(here * s > far)) return false;
          let beyond = 0;
          for (let k = i; k > i - length && k >= 0; k--) {
            const p = z[k];
            if (p === null) break;
            if (p * s > far) beyond++;
          }
          return beyond >= length - 1;
        });
      }
    }
  };
  return [...z.keys()].filter(completes);
}

describe('rules', () => {
  // Few distinct levels make runs, ties and borders likely.
  const levels = fc.constantFrom<Maybe>(null, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5);
  const z = fc.array(levels, { maxLength: 90 });
  const specs: readonly RuleSpec[] = [
    { rule: 'beyond-limits', length: 1 },
    { rule: 'run-one-side', length: 4 },
    { rule: 'run-one-side', length: 40 },
    { rule: 'trend', length: 4 },
    { rule: 'alternating', length: 5 },
    { rule: 'two-of-three', length: 3 },
    { rule: 'four-of-five', length: 5 },
    { rule: 'within-one-sigma', length: 4 },
    { rule: 'outside-one-sigma', length: 4 },
  ];

  it.each(specs)('$rule of $length completes where a plain reading says', (spec) => {
    fc.assert(
      fc.property(z, (values) => {
        expect(completions(values, spec)).toEqual(plainly(values, spec));
      }),
      { numRuns: 300 },
    );
  });

  it('find long runs across the borders of machine words', () => {
    const long = fc.array(fc.constantFrom<Maybe>(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.5, null), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(long, fc.integer({ min: 1, max: 70 }), (values, length) => {
        const spec: RuleSpec = { rule: 'run-one-side', length };
        expect(completions(values, spec)).toEqual(plainly(values, spec));
      }),
    );
  });

  it('name members that end at or before the completing point, itself among the window', () => {
    fc.assert(
      fc.property(z, (values) => {
        for (const { members, completesAt } of signalsOf(values, rules)) {
          expect(members.length).toBeGreaterThan(0);
          expect(members.every((m, i) => m >= 0 && m <= completesAt && (i === 0 || m > members[i - 1]))).toBe(true);
          expect(members.every((m) => values[m] !== null)).toBe(true);
        }
      }),
    );
  });

  it('do not change what they said when points are added later', () => {
    fc.assert(
      fc.property(z, z, (before, after) => {
        const early = signalsOf(before, rules);
        const all = signalsOf([...before, ...after], rules).filter(({ completesAt }) => completesAt < before.length);
        expect(all).toEqual(early);
      }),
    );
  });
});
