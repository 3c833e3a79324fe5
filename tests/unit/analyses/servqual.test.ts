import { describe, expect, it } from 'vitest';
import { pairQuestions } from '../../../src/analyses/servqual/pair-questions';
import { servqualSlice } from '../../../src/analyses/servqual/slice';
import { dimensions } from '../../../src/analyses/servqual/spec';
import { summarize } from '../../../src/stats/descriptive/summary';
import { numeric, tableOf } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(servqualSlice);

/** Two questions of two dimensions; 40 customers expect 6 or 7 and perceive 4 or 5 of the first, 6 of the second. */
const respondents = Array.from({ length: 40 }, (_, i) => i);
const table = tableOf(
  numeric(
    'e1',
    'number',
    respondents.map((i) => 6 + (i % 2)),
    'E1',
  ),
  numeric(
    'e2',
    'number',
    respondents.map((i) => (i === 0 ? null : 5 + (i % 2))),
    'E2',
  ),
  numeric(
    'p1',
    'number',
    respondents.map((i) => 4 + (i % 4 === 0 ? 1 : 0)),
    'P1',
  ),
  numeric(
    'p2',
    'number',
    respondents.map((i) => (i === 1 ? 9 : 6)),
    'P2',
  ),
);
const items = [
  { dimension: 'reliability', perception: 'p1', expectation: 'e1' },
  { dimension: 'empathy', perception: 'p2', expectation: 'e2' },
];

describe('servqual: gaps', () => {
  const outcome = run(table, { items, reliability: 60, empathy: 20 });
  it('are means of paired differences with their t intervals', () => {
    const differences = respondents.map((i) => 4 + (i % 4 === 0 ? 1 : 0) - (6 + (i % 2)));
    const byHand = summarize(differences);
    expect(outcome.items[0].gap?.mean).toBeCloseTo(byHand.mean ?? NaN, 12);
    expect(outcome.items[0].gap?.interval?.low).toBeCloseTo(byHand.meanInterval?.low ?? NaN, 10);
    expect(outcome.items[0].gap?.interval?.high).toBeCloseTo(byHand.meanInterval?.high ?? NaN, 10);
  });
  it('leaves out and counts what is missing or not on the scale', () => {
    expect(outcome.items[1].gap?.n).toBe(38);
    expect(outcome.outside).toBe(1);
    expect(rowsBehind(table, outcome.items[1].filters)).toHaveLength(39);
  });
  it('weighs the dimensions that have questions', () => {
    expect(outcome.dimensions.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
    expect(outcome.overall.gap?.n).toBe(38);
  });
  it('puts the important and weak first', () => {
    expect(outcome.items.map(({ quadrant }) => quadrant)).toEqual(['concentrate-here', 'possible-overkill']);
    const { importance, performance } = outcome.cross;
    expect(importance).toBeCloseTo((6.5 + (outcome.items[1].expectation?.mean ?? 0)) / 2, 12);
    expect(outcome.items[0].priority).toBeCloseTo(6.5 * (performance - 4.25), 12);
    expect(textsOf(servqualSlice, outcome, 'zh-CN').join('\n')).toMatch(/应优先改进：P1/);
  });
  it('speaks both languages in every picture, and is plain data', () => {
    for (const picture of ['gaps', 'dimensions', 'matrix']) {
      for (const cross of ['means', 'middle']) {
        const shown = run(table, { items, picture, cross });
        expectCleanTexts(servqualSlice, shown);
        expectPlainData(shown);
        expect(optionOf(servqualSlice, shown)['series']).toBeDefined();
      }
    }
    expect(run(table, { items, cross: 'middle' }).cross).toEqual({ importance: 4, performance: 4 });
  });
});

describe('servqual: perceptions only', () => {
  const outcome = run(table, {
    items: items.map((item) => ({ ...item, expectation: null })),
    picture: 'matrix',
    reliability: 60,
  });
  it('has no gaps, and takes the weights for importance', () => {
    expect(outcome.items[0].gap).toBeNull();
    expect(outcome.items.map(({ importance }) => importance)).toEqual([75, 25]);
    expect(textsOf(servqualSlice, outcome, 'zh-CN').join('\n')).toMatch(/没有期望的列/);
    expectCleanTexts(servqualSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('servqual: choices', () => {
  it('refuses what cannot be', () => {
    const refused = (list: unknown, more = {}): string => failureCodeOf(() => run(table, { items: list, ...more }));
    expect(refused([])).toBe('servqual-choose-items');
    expect(refused([items[0], { ...items[1], expectation: null }])).toBe('servqual-unpaired');
    expect(refused([items[0], { ...items[1], expectation: 'e1' }])).toBe('servqual-column-twice');
    expect(refused(items, { reliability: 0, empathy: 0 })).toBe('weights-not-positive');
    expect(refused([{ dimension: 'empathy', perception: 'e2' }], { filters: [{ op: 'rows', rows: [0] }] })).toBe(
      'servqual-no-answers',
    );
  });
});

describe('servqual: pairing of columns', () => {
  const columns = (names: readonly string[]): { id: string; name: string }[] =>
    names.map((name) => ({ id: name, name }));
  it('reads letters and words, in any order', () => {
    expect(pairQuestions(columns(['E2', 'E1', 'P1', 'P2']))).toMatchObject([
      { perception: 'P1', expectation: 'E1' },
      { perception: 'P2', expectation: 'E2' },
    ]);
    expect(pairQuestions(columns(['期望-办理迅速', '感知-办理迅速', '期望-态度', '感知-态度']))).toMatchObject([
      { perception: '感知-办理迅速', expectation: '期望-办理迅速' },
      { perception: '感知-态度', expectation: '期望-态度' },
    ]);
    expect(pairQuestions(columns(['可靠1', '可靠1（期望）']))).toMatchObject([
      { dimension: 'reliability', perception: '可靠1', expectation: '可靠1（期望）' },
    ]);
  });
  it('knows the dimensions of the questionnaire of 22', () => {
    const pairs = pairQuestions(columns(Array.from({ length: 22 }, (_, i) => `Q${i + 1}`)));
    const sizes = dimensions.map((dimension) => pairs.filter((pair) => pair.dimension === dimension).length);
    expect(sizes).toEqual([4, 5, 4, 4, 5]);
    const both = pairQuestions(columns(Array.from({ length: 44 }, (_, i) => `第${i + 1}题`)));
    expect(both).toHaveLength(22);
    expect(both[0]).toMatchObject({ perception: '第23题', expectation: '第1题' });
  });
  it('is what the form begins with', () => {
    const asked = ['E1', 'E2', 'P1', 'P2'].map((name, i) =>
      numeric(name, 'number', [1 + (i % 2), 5, i === 2 ? 7 : 6], name),
    );
    expect(proposalOf(servqualSlice, tableOf(...asked))).toMatchObject({
      scale: 'seven',
      items: [
        { perception: 'P1', expectation: 'E1' },
        { perception: 'P2', expectation: 'E2' },
      ],
    });
    expect(proposalOf(servqualSlice, tableOf(numeric('c0', 'number', [100, 200])))).toBe('servqual-no-items');
  });
});
