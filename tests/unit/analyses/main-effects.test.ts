import { describe, expect, it } from 'vitest';
import { mainEffectsSlice } from '../../../src/analyses/main-effects/slice';
import { phaseOfSlice } from '../../../src/artefacts/placement';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(mainEffectsSlice);

const minutes = [21, 24, 19, 26, 22, 23, 15, 18, 14, 17, 16, 13, 12, 11, 14, 10, 13, 9, 30, 5];
const channels = [...six('柜面'), ...six('电话'), ...six('手机'), '自助', '自助'];
const customers = minutes.map((_, row) => (row % 2 === 0 ? '对公' : '对私'));

function six(word: string): string[] {
  return Array.from({ length: 6 }, () => word);
}

const table = tableOf(
  numeric('c0', 'number', minutes, '时长'),
  words('c1', customers, '客户'),
  words('c2', channels, '渠道'),
);
const both = { measure: 'c0', factors: ['c1', 'c2'] };

describe('mainEffects: figures', () => {
  const outcome = run(table, both);
  const [channel, customer] = outcome.factors;

  it('has the means and intervals that numpy gives, each interval from its own level', () => {
    expect(outcome.grandMean).toBeCloseTo(16.6, 12);
    expect(channel.levels.map(({ label, n, mean }) => [label, n, mean])).toEqual([
      ['柜面', 6, 22.5],
      ['自助', 2, 17.5],
      ['电话', 6, 15.5],
      ['手机', 6, 11.5],
    ]);
    expect(channel.levels[0].interval?.low).toBeCloseTo(19.950929687616487, 9);
    expect(channel.levels[0].interval?.high).toBeCloseTo(25.049070312383513, 9);
    expect(customer.levels[1].interval?.low).toBeCloseTo(10.505819403665344, 9);
    expect(customer.levels[1].interval?.high).toBeCloseTo(20.694180596334654, 9);
  });

  it('puts the factor with the largest range first, and leaves levels of fewer than five values out of it', () => {
    expect(outcome.factors.map(({ name }) => name)).toEqual(['渠道', '客户']);
    expect(channel.range).toEqual({ size: 11, highest: 0, lowest: 3 });
    expect(customer.range?.size).toBeCloseTo(2, 12);
  });

  it('has the Welch tests that scipy gives, corrected by Holm over the factors', () => {
    expect(channel.test?.method).toBe('welch');
    expect(channel.test?.f).toBeCloseTo(36.18016299873772, 8);
    expect(channel.test?.df2).toBeCloseTo(9.878465628560576, 8);
    expect(channel.test?.pValue).toBeCloseTo(2.844416603295841e-5, 12);
    expect(channel.test?.adjustedP).toBeCloseTo(2 * 2.844416603295841e-5, 12);
    expect(channel.test?.omegaSquared).toBeCloseTo(0.8244101633393829, 9);
    expect(customer.test?.f).toBeCloseTo(0.49261083743842454, 9);
    expect(customer.test?.adjustedP).toBeCloseTo(0.49229143741327835, 9);
    expect(customer.test?.omegaSquared).toBe(0);
  });

  it('opens the rows of a level from the picture and from the table', () => {
    const rows = mainEffectsSlice.rows(outcome).rows;
    expect(rows).toHaveLength(6);
    expect(rowsBehind(table, rows[1].drill)).toEqual([18, 19]);
    expect(rowsBehind(table, customer.levels[0].filters)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('draws every level on one scale, and no interval that two values would blow up', () => {
    const series = optionOf(mainEffectsSlice, outcome)['series'] as { id: string; data: unknown[] }[];
    const dataOf = (id: string): unknown[] => series.find((one) => one.id === id)?.data ?? [];
    expect(dataOf('rates')).toHaveLength(6);
    expect(dataOf('interval')).toHaveLength(5 * 3);
    const axis = optionOf(mainEffectsSlice, outcome)['yAxis'] as { data: string[] };
    expect(axis.data).toEqual(['渠道', '柜面', '自助', '电话', '手机', '客户', '对公', '对私']);
  });

  it('says what differs, what does not, and that factors are looked at one at a time', () => {
    const text = textsOf(mainEffectsSlice, outcome, 'zh-CN').join('\n');
    expect(text).toMatch(/从大到小：渠道（11）和客户（2\.000）/);
    expect(text).toMatch(
      /渠道：时长均值最高的是柜面（22\.50），最低的是手机（11\.50），相差 11，超出偶然（校正后 p < 0\.001）/,
    );
    expect(text).toMatch(/客户：.*没有超出偶然（校正后 p = 0\.492）/);
    expect(text).toMatch(/有 1 个水平不足 5 个数值.*渠道“自助”（2 个）/);
    expect(text).toMatch(/每个因素都是单独看的/);
    expect(text).toMatch(/有 5 个水平不足 30 个数值/);
    expect(text).toMatch(/值得先查/);
    expect(text).toMatch(/“渠道”单独解释了 82\.4% 的变异：请确认它不是由这个数值算出来的/);
    expectCleanTexts(mainEffectsSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('mainEffects: awkward data', () => {
  it('counts values without a level in the overall mean only', () => {
    const gaps = tableOf(
      numeric('c0', 'number', [...minutes, 100, null], '时长'),
      words('c2', [...channels, null, '柜面'], '渠道'),
    );
    const outcome = run(gaps, { measure: 'c0', factors: ['c2'] });
    expect(outcome.factors[0].unplaced).toBe(1);
    expect(outcome.coverage.missing).toBe(1);
    expect(outcome.grandMean).toBeCloseTo((16.6 * 20 + 100) / 21, 10);
    expect(textsOf(mainEffectsSlice, outcome, 'en').join('\n')).toMatch(/1 value has an empty “渠道”/);
    expectCleanTexts(mainEffectsSlice, outcome);
  });

  it('neither ranks nor tests where every level has few values or nothing varies', () => {
    const few = tableOf(numeric('c0', 'number', [1, 2, 3, 4]), words('c1', ['a', 'a', 'b', 'b']));
    const sparse = run(few, { measure: 'c0', factors: ['c1'] });
    expect([sparse.factors[0].range, sparse.factors[0].test]).toEqual([null, null]);
    expectCleanTexts(mainEffectsSlice, sparse);
    const flat = run(tableOf(numeric('c0', 'number', Array<number>(20).fill(7)), words('c1', customers)), {
      measure: 'c0',
      factors: ['c1'],
    });
    expect([flat.factors[0].range?.size, flat.factors[0].test]).toEqual([0, null]);
    expectCleanTexts(mainEffectsSlice, flat);
    expect(textsOf(mainEffectsSlice, flat, 'zh-CN').join('\n')).toMatch(/没有一个因素的差别超出偶然/);
  });

  it('turns to the ordinary F where a level does not vary', () => {
    const outcome = run(
      tableOf(numeric('c0', 'number', [5, 5, 5, 5, 5, 1, 2, 3, 4, 6]), words('c1', [...'aaaaabbbbb'])),
      { measure: 'c0', factors: ['c1'] },
    );
    // By hand: means 5 and 3.2, SS between 8.1, SS within 14.8, F = 8.1 ÷ (14.8 ÷ 8).
    expect(outcome.factors[0].test?.method).toBe('classic');
    expect(outcome.factors[0].test?.f).toBeCloseTo(8.1 / 1.85, 10);
    expectCleanTexts(mainEffectsSlice, outcome);
  });

  it('keeps a name of a file from becoming a style', () => {
    const outcome = run(
      tableOf(
        numeric('c0', 'number', minutes),
        words(
          'c1',
          customers.map((word) => `{head|${word}}`),
          '{x|y}',
        ),
      ),
      { measure: 'c0', factors: ['c1'] },
    );
    const axis = optionOf(mainEffectsSlice, outcome)['yAxis'] as {
      axisLabel: { formatter: (value: string, index: number) => string };
    };
    expect(axis.axisLabel.formatter('', 0)).toBe('{head| x y }');
    expect(axis.axisLabel.formatter('', 1)).not.toMatch(/^\{head\|/);
  });
});

describe('mainEffects: what cannot be, and what is proposed', () => {
  const failureOf = (spec: Record<string, unknown>, of: Table = table): string => failureCodeOf(() => run(of, spec));
  it('refuses', () => {
    expect(failureOf({ factors: ['c1'] })).toBe('choose-measure');
    expect(failureOf({ measure: 'c0' })).toBe('main-effects-choose-factors');
    expect(failureOf({ measure: 'c0', factors: [...'abcdefg'] })).toBe('main-effects-too-many-factors');
    expect(failureOf({ measure: 'c0', factors: ['c0'] })).toBe('main-effects-factor-is-measure');
    expect(failureOf({ measure: 'c0', factors: ['c9'] })).toBe('column-unknown');
    const single = tableOf(numeric('c0', 'number', [1, 2]), words('c1', ['a', 'a']));
    expect(failureOf({ measure: 'c0', factors: ['c1'] }, single)).toBe('main-effects-one-level');
    const outlets = tableOf(
      numeric('c0', 'number', minutes),
      words(
        'c1',
        minutes.map((_, row) => `网点${row % 13}`),
      ),
    );
    expect(failureOf({ measure: 'c0', factors: ['c1'] }, outlets)).toBe('main-effects-too-many-levels');
  });

  it('proposes the columns with a handful of levels, which run without a question', () => {
    const wide = tableOf(
      ...table.columns,
      words(
        'c3',
        minutes.map((_, row) => `网点${row}`),
        '网点',
      ),
      numeric(
        'c4',
        'boolean',
        minutes.map((_, row) => (row % 3 === 0 ? 1 : 0)),
        '高峰',
      ),
      numeric(
        'c5',
        'boolean',
        minutes.map(() => 1),
        '有效',
      ),
    );
    const proposal = proposalOf(mainEffectsSlice, wide);
    expect(proposal).toMatchObject({ measure: 'c0', factors: ['c1', 'c2'] });
    const judged = tableOf(wide.columns[0], wide.columns[1], wide.columns[4], wide.columns[5]);
    expect(proposalOf(mainEffectsSlice, judged)).toMatchObject({ factors: ['c1', 'c4'] });
    expectCleanTexts(mainEffectsSlice, run(wide, proposal as unknown as Record<string, unknown>));
    expect(proposalOf(mainEffectsSlice, tableOf(numeric('c0', 'number', minutes)))).toBe('main-effects-no-factor');
    expect(phaseOfSlice(mainEffectsSlice.id)).toBe('analyze');
  });
});
