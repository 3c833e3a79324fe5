import { describe, expect, it } from 'vitest';
import { splitCodes } from '../../../../src/stats/control/rules/planes';
import { planesByLine } from '../../../../src/stats/control/rules/planes-by-line';
import { encodePoints } from '../../../../src/stats/control/rules/point-code';
import { ruleSets } from '../../../../src/stats/control/rules/rule-sets';
import type { RuleSpec } from '../../../../src/stats/control/types';
import { chart, completions, normals, seeded, signalsOf, times } from '../support';

const run = (length: number): RuleSpec => ({ rule: 'run-one-side', length });
const trend: RuleSpec = { rule: 'trend', length: 6 };
const alternating: RuleSpec = { rule: 'alternating', length: 14 };
const twoOfThree: RuleSpec = { rule: 'two-of-three', length: 3 };
const fourOfFive: RuleSpec = { rule: 'four-of-five', length: 5 };
const within: RuleSpec = { rule: 'within-one-sigma', length: 15 };
const outside: RuleSpec = { rule: 'outside-one-sigma', length: 8 };

describe('beyond the limits', () => {
  const beyond: RuleSpec = { rule: 'beyond-limits', length: 1 };

  it('is strict, and sees the first and the last point', () => {
    expect(completions([3, 0, -3], beyond)).toEqual([]);
    expect(completions([3.001, 0, 0, -3.001], beyond)).toEqual([0, 3]);
  });

  it('says on which side', () => {
    expect(signalsOf([4, -4], [beyond]).map(({ side }) => side)).toEqual(['above', 'below']);
  });
});

describe('run on one side', () => {
  it('signals at the point that completes it and at every further one', () => {
    expect(
      completions(
        times(10, () => 0.5),
        run(8),
      ),
    ).toEqual([7, 8, 9]);
    expect(
      signalsOf(
        times(8, () => -0.5),
        [run(8)],
      ),
    ).toEqual([{ rule: 'run-one-side', completesAt: 7, members: [0, 1, 2, 3, 4, 5, 6, 7], side: 'below' }]);
  });

  it('is broken by a point on the centre line', () => {
    expect(completions([...times(7, () => 1), 0, ...times(7, () => 1)], run(8))).toEqual([]);
  });

  it('is broken by a missing point', () => {
    expect(completions([...times(7, () => 1), null, ...times(7, () => 1)], run(8))).toEqual([]);
  });

  it('counts runs longer than a machine word', () => {
    const z = [-1, ...times(100, () => 1)];
    expect(completions(z, run(70))[0]).toBe(70);
    expect(completions(z, run(33))[0]).toBe(33);
    expect(completions(z, run(101))).toEqual([]);
  });
});

describe('trend', () => {
  it('counts points: six points are five moves', () => {
    expect(completions([0, 0.1, 0.2, 0.3, 0.4, 0.5], trend)).toEqual([5]);
    expect(completions([0, 0.1, 0.2, 0.3, 0.4, 0.4], trend)).toEqual([]);
  });

  it('counts moves for the Minitab profile: seven points', () => {
    const rising = times(7, (i) => i / 10);
    expect(completions(rising, { ...trend, countMoves: true })).toEqual([6]);
    expect(signalsOf(rising, [{ ...trend, countMoves: true }])[0].members).toHaveLength(7);
  });

  it('is broken by a tie and by a gap', () => {
    expect(completions([0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5], trend)).toEqual([]);
    expect(completions([0, 0.1, 0.2, null, 0.3, 0.4, 0.5], trend)).toEqual([]);
  });

  it('tells falling from rising', () => {
    expect(
      signalsOf(
        [5, 4, 3, 2, 1, 0].map((v) => v / 2),
        [trend],
      )[0].side,
    ).toBe('below');
  });
});

describe('alternating', () => {
  const zigzag = (length: number): number[] => times(length, (i) => (i % 2 === 0 ? 0.2 : 0.4) + i / 1000);

  it('needs fourteen points, wherever the centre line is', () => {
    expect(completions(zigzag(13), alternating)).toEqual([]);
    expect(completions(zigzag(14), alternating)).toEqual([13]);
    expect(completions(zigzag(14), { ...alternating, countMoves: true })).toEqual([]);
    expect(completions(zigzag(15), { ...alternating, countMoves: true })).toEqual([14]);
  });

  it('does not take a steady rise for alternation', () => {
    expect(
      completions(
        times(20, (i) => i / 20),
        alternating,
      ),
    ).toEqual([]);
  });
});

describe('two of three beyond two sigma', () => {
  it('finds (+, −, +): the third point may lie anywhere', () => {
    expect(completions([2.5, -2.5, 2.5], twoOfThree)).toEqual([2]);
    expect(signalsOf([2.5, -2.5, 2.5], [twoOfThree])[0]).toMatchObject({ members: [0, 2], side: 'above' });
  });

  it('needs both on the same side', () => {
    expect(completions([2.5, -2.5, 0], twoOfThree)).toEqual([]);
  });

  it('signals only at a point that is beyond itself', () => {
    expect(completions([2.5, 2.5, 0], twoOfThree)).toEqual([1]);
  });

  it('needs no full window at the beginning of the series', () => {
    expect(completions([2.1, 2.2], twoOfThree)).toEqual([1]);
  });

  it('does not reach across a gap', () => {
    expect(completions([2.5, null, 2.5], twoOfThree)).toEqual([]);
    expect(completions([2.5, null, 2.5, 2.5], twoOfThree)).toEqual([3]);
  });

  it('is strict at two sigma', () => {
    expect(completions([2, 2, 2], twoOfThree)).toEqual([]);
  });

  it('takes the NHS reading: window on one side, points beyond the limits not counted', () => {
    const nhs: RuleSpec = { ...twoOfThree, nearLimits: true };
    expect(completions([0.5, 2.5, 2.5], nhs)).toEqual([2]);
    expect(completions([2.5, 2.5, 0.5], nhs)).toEqual([2]);
    expect(completions([2.5, -0.5, 2.5], nhs)).toEqual([]);
    expect(completions([0.5, 3.5, 2.5], nhs)).toEqual([]);
    expect(signalsOf([2.5, 2.5, 0.5], [nhs])[0].members).toEqual([0, 1]);
  });
});

describe('four of five beyond one sigma', () => {
  it('passes over one point inside, on either side of it', () => {
    expect(completions([1.5, 1.5, 0, 1.5, 1.5], fourOfFive)).toEqual([4]);
    expect(completions([1.5, 1.5, 1.5, 1.5, 0], fourOfFive)).toEqual([3]);
    expect(completions([1.5, 0, 0, 1.5, 1.5, 1.5], fourOfFive)).toEqual([]);
  });

  it('does not reach across a gap', () => {
    expect(completions([1.5, 1.5, null, 1.5, 1.5], fourOfFive)).toEqual([]);
  });
});

describe('within one sigma', () => {
  it('flags fifteen points at the very start of a series, as anywhere else', () => {
    const hugging = times(15, (i) => (i % 2 === 0 ? 0.9 : -1));
    expect(completions(hugging, within)).toEqual([14]);
    expect(completions([2, ...hugging], within)).toEqual([15]);
    expect(completions(hugging.slice(1), within)).toEqual([]);
  });

  it('takes a point on the centre line as within', () => {
    expect(
      completions(
        times(15, () => 0),
        within,
      ),
    ).toEqual([14]);
  });
});

describe('outside one sigma', () => {
  const mixture = [1.5, -1.5, 1.5, -1.5, 1.5, -1.5, 1.5, -1.5];

  it('wants points on both sides', () => {
    expect(signalsOf(mixture, [outside])[0]).toMatchObject({ completesAt: 7, side: 'both' });
    expect(
      completions(
        times(8, () => 1.5),
        outside,
      ),
    ).toEqual([]);
  });

  it('takes one side for the Minitab profile', () => {
    expect(
      signalsOf(
        times(8, () => 1.5),
        [{ ...outside, eitherSide: true }],
      )[0],
    ).toMatchObject({
      completesAt: 7,
      side: 'above',
    });
  });
});

describe('rules together', () => {
  it('begin afresh with every stage', () => {
    const values = [...times(6, () => 11), ...times(6, () => 9), ...times(6, () => 11), ...times(6, () => 9)];
    const stages = [
      { start: 0, end: 12 },
      { start: 12, end: 24 },
    ];
    const { main } = chart({ kind: 'individuals', values }, { rules: [run(7)], stages });
    expect(main.signals).toEqual([]);
    const shifted = values.map((v, i) => (i < 12 ? v : v + 1));
    const joined = chart({ kind: 'individuals', values: shifted }, { rules: [run(7)], stages });
    expect(joined.main.signals).toEqual([]);
  });

  it('are interrupted by an excluded point', () => {
    const values = [...times(8, () => 11), ...times(8, () => 9)];
    const found = (excluded: number[]): number[] =>
      chart({ kind: 'individuals', values }, { rules: [run(8)], excluded }).main.signals.map((s) => s.completesAt);
    expect(found([])).toEqual([7, 15]);
    expect(found([3])).toEqual([15]);
  });

  it('come in order of the point, then of the list', () => {
    const z = [...times(7, () => 0.5), 3.5];
    expect(signalsOf(z, ruleSets.default).map(({ rule, completesAt }) => [rule, completesAt])).toEqual([
      ['beyond-limits', 7],
      ['run-one-side', 7],
    ]);
  });

  it('may hold one rule twice with two lengths', () => {
    const z = times(9, () => 0.5);
    expect(signalsOf(z, [run(8), run(9)]).map(({ members }) => members.length)).toEqual([8, 8, 9]);
  });

  it('leave nothing evaluated where sigma is 0', () => {
    const line = (to: number): Float64Array => new Float64Array(20).fill(to);
    const codes = encodePoints(
      line(5),
      { center: line(5), sigma: line(0), upper: line(5), lower: line(5) },
      { start: 0, end: 20 },
    );
    expect([...codes].every((code) => code === 0)).toBe(true);
  });

  it('refuse a length that no point can be counted by', () => {
    expect(() => completions([1, 2], run(0))).toThrow(RangeError);
    expect(() => completions([1, 2], { rule: 'trend', length: 1.5 })).toThrow(RangeError);
  });
});

describe('sets', () => {
  it('hold the lengths of their sources', () => {
    const lengths = (name: keyof typeof ruleSets): Record<string, number> =>
      Object.fromEntries(ruleSets[name].map(({ rule, length }) => [rule, length]));
    expect(lengths('default')).toEqual({ 'beyond-limits': 1, 'run-one-side': 8 });
    expect(lengths('western-electric')['run-one-side']).toBe(8);
    expect(lengths('nelson')).toMatchObject({ 'run-one-side': 9, trend: 6, alternating: 14, 'within-one-sigma': 15 });
    expect(lengths('aiag')['run-one-side']).toBe(7);
    expect(lengths('nhs')).toEqual({ 'beyond-limits': 1, 'run-one-side': 7, trend: 7, 'two-of-three': 3 });
  });
});

describe('points judged by one line for all', () => {
  it('get the planes that plain comparison gives, also on every border and at every length of the tail', () => {
    const normal = normals(seeded(3));
    const borders = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((z) => [z, z, z + 1e-7, z - 1e-7, z + 2e-16 * z]);
    const hard = [...borders, Number.NaN, 1e9, -1e9, 1e300, Infinity, -Infinity];
    const random = times(2000, () => normal() * 1.6);
    const rounded = random.map((z) => Math.round(z * 4) / 4);
    for (const tail of [0, 1, 7, 8, 31, 32, 33, 500]) {
      const points = Float64Array.from([...hard, ...random, ...rounded.slice(0, tail)]);
      for (const [upper, lower] of [0.5, 2, 3, 5, Number.NaN, Infinity].map((k) => [k, -k]).concat([[2, -9]])) {
        for (const sigma of [1, 0, Number.NaN, 1e-320]) {
          const line = (to: number): Float64Array => Float64Array.of(to);
          const lines = { center: line(0), sigma: line(sigma), upper: line(upper), lower: line(lower) };
          const plain = splitCodes(encodePoints(points, lines, { start: 0, end: points.length }));
          expect(planesByLine(points, { center: 0, sigma, upper, lower })).toEqual(plain);
        }
      }
    }
  });
});
