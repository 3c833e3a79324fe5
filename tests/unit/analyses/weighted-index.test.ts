import { describe, expect, it } from 'vitest';
import { weightedIndexSlice } from '../../../src/analyses/weighted-index/slice';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(weightedIndexSlice);
const golden = tableOf(
  numeric('c0', 'number', [90], '响应'),
  numeric('c1', 'number', [84], '解决'),
  numeric('c2', 'number', [80], '满意'),
);
const parts = [
  { column: 'c0', weight: 0.3 },
  { column: 'c1', weight: 0.3 },
  { column: 'c2', weight: 0.4 },
];

describe('weighted index: golden value', () => {
  it('of 90, 84 and 80 with weights 0.3, 0.3 and 0.4 is 84.2', () => {
    const outcome = run(golden, { parts });
    expect(outcome.whole.index).toBeCloseTo(84.2, 12);
    expect(outcome.whole.parts.map(({ contribution }) => contribution)).toEqual([
      expect.closeTo(27, 10),
      expect.closeTo(25.2, 10),
      expect.closeTo(32, 10),
    ]);
    expect(outcome.whole.low).toBeNull();
    expectCleanTexts(weightedIndexSlice, outcome);
    expectPlainData(outcome);
  });
  it('does not change with the scale of the weights', () => {
    const outcome = run(golden, { parts: parts.map((part) => ({ ...part, weight: part.weight * 250 })) });
    expect(outcome.whole.index).toBeCloseTo(84.2, 12);
  });
});

describe('weighted index: directions and ends', () => {
  const table = tableOf(
    numeric('c0', 'number', [5, 3, 1, 5], '评分'),
    numeric('c1', 'number', [5, 10, 15, 40], '等待分钟'),
  );
  const outcome = run(table, {
    parts: [
      { column: 'c0', weight: 1, worst: 1, best: 5 },
      { column: 'c1', weight: 1, worst: 15, best: 5 },
    ],
  });
  it('scores less as better where the value worth 0 is the larger one', () => {
    // (100+100)/2, (50+50)/2, 0, (100+0)/2
    expect(outcome.whole.index).toBeCloseTo((100 + 50 + 0 + 50) / 4, 10);
    expect(outcome.parts[1].clipped).toBe(1);
    expect(textsOf(weightedIndexSlice, outcome, 'zh-CN').join('\n')).toMatch(/“等待分钟”有 1 个值超出两端/);
  });
  it('names what loses most points', () => {
    const scores = outcome.whole.parts.map(({ score }) => score ?? 0);
    expect(scores[1]).toBeLessThan(scores[0]);
    expect(textsOf(weightedIndexSlice, outcome, 'zh-CN').join('\n')).toMatch(/失分最多的是“等待分钟”/);
    expectCleanTexts(weightedIndexSlice, outcome);
  });
});

describe('weighted index: groups and gaps', () => {
  const table = tableOf(
    numeric('c0', 'number', [90, 92, 91, 40, 42, null, 41], '甲'),
    numeric('c1', 'number', [80, 82, 81, 50, null, null, 51], '乙'),
    words('c2', ['东', '东', '东', '西', '西', '西', null], '网点'),
  );
  const spec = { parts: [{ column: 'c0' }, { column: 'c1' }], groupBy: 'column', groupColumn: 'c2' };
  it('puts the best group first and lets known parts stand in', () => {
    const outcome = run(table, spec);
    expect(outcome.groups.map(({ label, n, index }) => [label, n, index])).toEqual([
      ['东', 3, 86],
      ['西', 2, 43.5],
    ]);
    expect(outcome.coverage).toMatchObject({ blank: 1, partial: 1, unplaced: 1 });
    expect(rowsBehind(table, outcome.groups[0].filters)).toEqual([0, 1, 2]);
    expect(optionOf(weightedIndexSlice, outcome)['series']).toHaveLength(2);
    expectCleanTexts(weightedIndexSlice, outcome);
    expectPlainData(outcome);
  });
  it('refuses what cannot be', () => {
    const refused = (parts: unknown): string => failureCodeOf(() => run(table, { parts }));
    expect(refused([])).toBe('index-choose-columns');
    expect(refused([{ column: null }])).toBe('index-choose-columns');
    expect(refused([{ column: 'c0' }, { column: 'c0' }])).toBe('index-column-twice');
    expect(refused([{ column: 'c0', worst: 3, best: 3 }])).toBe('index-ends-equal');
    expect(refused([{ column: 'c0', weight: 0 }])).toBe('weights-not-positive');
    expect(refused([{ column: 'c0', weight: -1 }])).toBe('weights-not-positive');
    expect(refused([{ column: 'c2' }])).toBe('measure-not-numbers');
  });
  it('proposes scales from the values and directions from the names', () => {
    const proposed = proposalOf(
      weightedIndexSlice,
      tableOf(numeric('c0', 'number', [1, 5], '评分'), numeric('c1', 'number', [3.5, 12.25], '等待时长')),
    );
    expect(proposed).toMatchObject({
      parts: [
        { column: 'c0', worst: 1, best: 5 },
        { column: 'c1', worst: 12.3, best: 3.5 },
      ],
    });
  });
});
