import { describe, expect, it } from 'vitest';
import { paretoSlice } from '../../../src/analyses/pareto/slice';
import type { ParetoOutcome } from '../../../src/analyses/pareto/outcome';
import { shareDifference, shareOfCount, shareOfSum } from '../../../src/analyses/pareto/shares';
import type { CodeNames } from '../../../src/analyses/contract';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { codes, expectCleanTexts, expectPlainData, noCodes, optionOf } from './render';

function repeat(counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([word, n]) => Array.from({ length: n }, () => word));
}

function pareto(table: Table, spec: Record<string, unknown>, names: CodeNames = noCodes): ParetoOutcome {
  const parsed = paretoSlice.parse({ column: 'c0', ...spec });
  if (!parsed.ok) throw new Error(parsed.failure.code);
  const result = paretoSlice.run({ table, codes: names }, parsed.value);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function failureOf(table: Table, spec: Record<string, unknown>): string {
  try {
    pareto(table, spec);
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

function brief({ bars }: ParetoOutcome): (string | number)[][] {
  return bars.map(({ kind, key, value }) => [kind === 'category' ? key : kind, value]);
}

describe('pareto: order and folding', () => {
  it('reference pareto-05: beyond 95 % becomes Other, last', () => {
    const outcome = pareto(tableOf(words('c0', repeat({ c: 30, a: 120, e: 6, b: 60, d: 10, f: 4, g: 3, h: 2 }))), {});
    expect(brief(outcome)).toEqual([
      ['a', 120],
      ['b', 60],
      ['c', 30],
      ['d', 10],
      ['other', 15],
    ]);
    expect(outcome.bars.map(({ cumulative }) => cumulative * 100)).toEqual([
      expect.closeTo(51.06382978723404, 9),
      expect.closeTo(76.59574468085107, 9),
      expect.closeTo(89.36170212765957, 9),
      expect.closeTo(93.61702127659575, 9),
      100,
    ]);
    expect(outcome.vitalFew?.count).toBe(3);
    expect(outcome.folded).toBe(4);
    expectCleanTexts(paretoSlice, outcome);
    expectPlainData(outcome);
  });
  it('reference pareto-02: ties keep the order of first appearance, and few bars are never folded', () => {
    const outcome = pareto(tableOf(words('c0', [...'ABCDEF', ...repeat({ A: 4, B: 8, C: 4, D: 1, E: 8, F: 4 })])), {});
    expect(brief(outcome)).toEqual([
      ['B', 9],
      ['E', 9],
      ['A', 5],
      ['C', 5],
      ['F', 5],
      ['D', 2],
    ]);
    expect(outcome.vitalFew?.count).toBe(4);
    expect(outcome.leadIsClear).toBe(false);
  });
  it('keeps to the number of bars, Other included', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${i}`, 40 - i]));
    const outcome = pareto(tableOf(words('c0', [...repeat(many), null])), { maxBars: 10, otherAbove: 100 });
    expect(outcome.bars).toHaveLength(10);
    expect(outcome.bars.slice(-2).map(({ kind }) => kind)).toEqual(['uncoded', 'other']);
    expect(outcome.folded).toBe(22);
    expect(outcome.categories).toBe(30);
  });
  it('never folds a single category', () => {
    const outcome = pareto(tableOf(words('c0', repeat({ a: 50, b: 20, c: 10, d: 8, e: 4, f: 3, g: 3, h: 2 }))), {
      otherAbove: 98,
    });
    expect(outcome.bars.map(({ kind }) => kind)).not.toContain('other');
  });
  it('takes names such as __proto__ and constructor as they are', () => {
    const outcome = pareto(
      tableOf(words('c0', repeat({ constructor: 1, toString: 3 }).concat('__proto__', '__proto__'))),
      {},
    );
    expect(brief(outcome)).toEqual([
      ['toString', 3],
      ['__proto__', 2],
      ['constructor', 1],
    ]);
    expectPlainData(outcome);
  });
});

describe('pareto: uncoded and blank', () => {
  const coded = tableOf(
    words('category', ['G2', 'G2', 'G1', null, 'U0', 'G2']),
    words('aspect', ['G2.1', 'G2.2', 'G1.1', null, 'U0', 'G2.2']),
    words('link', ['G2.1.1', 'G2.2.1', 'G1.1.2', null, 'U0', 'G2.2.1']),
    numeric('severity', 'number', [2, 2, 3, null, null, 2]),
  );
  it('shows missing cells and the reserved code as one bar that counts in the shares', () => {
    const outcome = pareto(coded, { column: 'category' }, codes);
    expect(brief(outcome)).toEqual([
      ['G2', 3],
      ['G1', 1],
      ['uncoded', 2],
    ]);
    expect(outcome.bars[0].share.value).toBe(0.5);
    expect(outcome.vitalFew).toMatchObject({ count: 2, shareOfCoded: 1, shareOfAll: 4 / 6 });
    expect(outcome.uncoded).toEqual({ rows: 2, of: 6 });
    expectCleanTexts(paretoSlice, outcome);
  });
  it('opens exactly the rows of each bar', () => {
    const outcome = pareto(coded, { column: 'category' }, codes);
    for (const bar of outcome.bars) {
      const rows = applyFilters(coded, bar.filters);
      expect(rows.ok && rows.value?.length).toBe(bar.rows);
    }
  });
  it('goes 4 → 17 → 57 → rows and says the way back', () => {
    const top = paretoSlice.picture(pareto(coded, { column: 'category' }, codes), contextStub);
    expect(top.deeper?.('bars', 0)).toEqual({ column: 'aspect', within: 'G2' });
    expect(top.deeper?.('bars', 2)).toBeUndefined();
    const aspects = pareto(coded, { column: 'aspect', within: 'G2' }, codes);
    expect(brief(aspects)).toEqual([
      ['G2.2', 2],
      ['G2.1', 1],
    ]);
    expect(aspects.uncoded).toEqual({ rows: 2, of: 6 });
    const links = pareto(coded, { column: 'link', within: 'G2.2' }, codes);
    expect(brief(links)).toEqual([['G2.2.1', 2]]);
    const picture = paretoSlice.picture(links, contextStub);
    expect(picture.deeper?.('bars', 0)).toBeUndefined();
    expect(picture.drill('bars', 0)).toEqual([
      { column: 'aspect', op: 'in', values: ['G2.2'] },
      { column: 'link', op: 'in', values: ['G2.2.1'] },
    ]);
    expect(picture.trail?.map(({ change }) => change)).toEqual([
      { column: 'category', within: null },
      { column: 'aspect', within: 'G2' },
      { column: 'link', within: 'G2.2' },
    ]);
    expectCleanTexts(paretoSlice, links);
  });
  it('orders ties by the taxonomy, not by appearance', () => {
    const table = tableOf(words('link', ['G2.2.1', 'G1.1.2', 'G1.1.1', 'G9.9.9']));
    expect(brief(pareto(table, { column: 'link' }, codes)).map(([key]) => key)).toEqual([
      'G1.1.1',
      'G1.1.2',
      'G2.2.1',
      'G9.9.9',
    ]);
  });
  it('weighs by severity', () => {
    const outcome = pareto(coded, { column: 'category', weight: 'severity' }, codes);
    expect(brief(outcome)).toEqual([
      ['G2', 6],
      ['G1', 3],
      ['uncoded', 0],
    ]);
    expect(outcome.totals).toMatchObject({ rows: 6, value: 9, unweighted: 2 });
    expectCleanTexts(paretoSlice, outcome);
  });
  it('says so when nothing is coded', () => {
    const outcome = pareto(tableOf(words('category', [null, null])), { column: 'category' }, codes);
    expect(outcome.vitalFew).toBeNull();
    expectCleanTexts(paretoSlice, outcome);
  });
});

describe('pareto: weights', () => {
  it('adds up a column, blank cells as nothing', () => {
    const table = tableOf(words('c0', ['a', 'b', 'a', 'b']), numeric('c1', 'number', [10, 5, 20, null], '金额'));
    const outcome = pareto(table, { weight: 'sum', weightColumn: 'c1' });
    expect(brief(outcome)).toEqual([
      ['a', 30],
      ['b', 5],
    ]);
    expect(outcome.totals).toMatchObject({ value: 35, unweighted: 1 });
    expectCleanTexts(paretoSlice, outcome);
  });
  it('refuses negative weights and names the record', () => {
    const table = tableOf(words('c0', ['a', 'b']), numeric('c1', 'number', [10, -5]));
    expect(failureOf(table, { weight: 'sum', weightColumn: 'c1' })).toBe('pareto-negative-weight');
  });
  it('refuses what cannot be computed', () => {
    const table = tableOf(words('c0', ['a', 'b']), numeric('c1', 'number', [0, 0]), numeric('c2', 'date', [0, 1]));
    expect(failureOf(table, { weight: 'sum', weightColumn: 'c1' })).toBe('pareto-zero-total');
    expect(failureOf(table, { weight: 'sum' })).toBe('pareto-weight-missing');
    expect(failureOf(table, { weight: 'severity' })).toBe('pareto-no-severity');
    expect(failureOf(table, { column: 'c1' })).toBe('pareto-column-not-words');
    expect(failureOf(table, { column: 'gone' })).toBe('column-unknown');
    expect(failureOf(table, { compare: { from: 0, before: 1 } })).toBe('pareto-compare-without-date');
    expect(failureOf(table, { dateColumn: 'c2', period: { from: 9, before: null } })).toBe('analysis-no-rows');
    expect(failureOf(table, { dateColumn: 'c2', compare: { from: 9, before: null } })).toBe('pareto-compare-empty');
    expect(failureOf(table, { filters: [{ column: 'c9', op: 'missing' }] })).toBe('filter-column-unknown');
  });
});

describe('pareto: two periods', () => {
  const day = (month: number): number => toEpochDay(2024, month, 10);
  // 2024-01: a 825 of 1000; 2024-02: a 892 of 1000 (the two proportions of DOMAIN §3.6).
  const table = tableOf(
    words('c0', [...repeat({ a: 825, b: 175 }), ...repeat({ a: 892, b: 108 }), 'a']),
    numeric('c1', 'date', [
      ...Array.from({ length: 1000 }, () => day(1)),
      ...Array.from({ length: 1000 }, () => day(2)),
      null,
    ]),
  );
  const january = { from: toEpochDay(2024, 1, 1), before: toEpochDay(2024, 2, 1) };
  const february = { from: toEpochDay(2024, 2, 1), before: toEpochDay(2024, 3, 1) };
  it('gives the change of share with Newcombe’s interval', () => {
    const outcome = pareto(table, { dateColumn: 'c1', period: february, compare: january });
    const [a] = outcome.bars;
    expect(a.compare?.difference.value).toBeCloseTo(0.067, 12);
    expect(a.compare?.difference.low).toBeCloseTo(0.0365, 4);
    expect(a.compare?.difference.high).toBeCloseTo(0.0975, 4);
    expect(outcome.totals.undated).toBe(1);
    expect(outcome.compareTotals?.rows).toBe(1000);
    expectCleanTexts(paretoSlice, outcome);
    expectPlainData(outcome);
    const series = optionOf(paretoSlice, outcome)['series'] as { id: string }[];
    expect(series.map(({ id }) => id)).toEqual(['bars', 'compare']);
  });
  it('shows a category that only the earlier period had', () => {
    const two = tableOf(words('c0', ['a', 'b', 'b']), numeric('c1', 'date', [day(2), day(1), day(1)]));
    const outcome = pareto(two, { dateColumn: 'c1', period: february, compare: january });
    expect(outcome.bars.map(({ key, value, compare }) => [key, value, compare?.value])).toEqual([
      ['a', 1, 0],
      ['b', 0, 2],
    ]);
    expectCleanTexts(paretoSlice, outcome);
  });
});

describe('pareto: contributing links', () => {
  const links = ['G1.1.1', 'G1.1.2', 'G2.1.1', 'G2.2.1'];
  /** One row per entry: primary, then contributing links; null = none. */
  const coding: readonly (readonly [string | null, ...string[]])[] = [
    ['G2.1.1', 'G2.2.1', 'G1.1.1'],
    ['G2.1.1', 'G1.1.1'],
    ['G2.2.1'],
    ['G1.1.1', 'G2.1.1'],
    [null],
  ];
  function level(id: string, place: number, depth: number): ReturnType<typeof words> {
    const cut = (code: string): string => code.split('.').slice(0, depth).join('.');
    const column = words(
      id,
      coding.map((row) => (row[place] === undefined || row[place] === null ? null : cut(row[place]))),
    );
    // As coding gives them: the dictionary holds every code of the level, in the order of the taxonomy.
    const dictionary = [...new Set(links.map(cut))];
    return { ...column, dictionary, codes: column.codes.map((code) => dictionary.indexOf(column.dictionary[code])) };
  }
  const table = tableOf(
    ...['category', 'aspect', 'link'].flatMap((id, at) =>
      ['', '2', '3'].map((suffix, place) => level(`${id}${suffix}`, place, at + 1)),
    ),
    numeric('amount', 'number', [10, 20, 30, 40, null]),
    numeric('severity', 'number', [3, 3, 2, 2, null]),
  );

  it('counts primary links only unless asked', () => {
    expect(brief(pareto(table, { column: 'link' }, codes))).toEqual([
      ['G2.1.1', 2],
      ['G1.1.1', 1],
      ['G2.2.1', 1],
      ['uncoded', 1],
    ]);
  });

  it('weighs 1 / 0.5 / 0.5, and says what the total is made of', () => {
    const outcome = pareto(table, { column: 'link', contributing: true }, codes);
    expect(brief(outcome)).toEqual([
      ['G2.1.1', 2.5],
      ['G1.1.1', 2],
      ['G2.2.1', 1.5],
      ['uncoded', 1],
    ]);
    expect(outcome.totals).toMatchObject({ rows: 5, value: 7 });
    expect(outcome.contributing).toEqual({ primary: 5, contributing: 4 });
    expect(outcome.bars.map(({ rows }) => rows)).toEqual([3, 3, 2, 1]);
    expect(outcome.leadIsClear).toBeNull();
    expectCleanTexts(paretoSlice, outcome);
    expectPlainData(outcome);
  });

  it('opens the rows that name a bar in any place', () => {
    for (const spec of [
      { column: 'category' },
      { column: 'aspect', within: 'G2' },
      { column: 'link', within: 'G1.1' },
    ]) {
      for (const bar of pareto(table, { ...spec, contributing: true }, codes).bars) {
        const rows = applyFilters(table, bar.filters);
        expect(rows.ok && rows.value?.length).toBe(bar.rows);
      }
    }
  });

  it('adds up from links to aspects to categories, whole rows or branches', () => {
    const top = pareto(table, { column: 'category', contributing: true }, codes);
    expect(brief(top)).toEqual([
      ['G2', 4],
      ['G1', 2],
      ['uncoded', 1],
    ]);
    const below = pareto(table, { column: 'aspect', within: 'G2', contributing: true }, codes);
    expect(brief(below)).toEqual([
      ['G2.1', 2.5],
      ['G2.2', 1.5],
    ]);
    expect(below.totals).toMatchObject({ rows: 4, value: 4 });
    expect(below.contributing).toEqual({ primary: 3, contributing: 2 });
    expect(below.uncoded).toEqual({ rows: 1, of: 5 });
    expectCleanTexts(paretoSlice, below);
  });

  it('weighs an amount by the same halves', () => {
    const outcome = pareto(table, { column: 'link', contributing: true, weight: 'sum', weightColumn: 'amount' }, codes);
    expect(brief(outcome)).toEqual([
      ['G1.1.1', 55],
      ['G2.1.1', 50],
      ['G2.2.1', 35],
      ['uncoded', 0],
    ]);
    expect(outcome.totals).toMatchObject({ value: 140, unweighted: 1 });
    expectCleanTexts(paretoSlice, outcome);
  });

  it('gives the interval of a ratio whose rows are split', () => {
    // By hand: rows weigh 2, 1.5, 1, 1.5, 1, of which G2.1.1 has 1, 1, 0, .5, 0.
    const w = [2, 1.5, 1, 1.5, 1];
    const p = [1, 1, 0, 0.5, 0];
    const s = 2.5 / 7;
    const spread = w.reduce((sum, weight, i) => sum + (p[i] - s * weight) ** 2, 0);
    const [bar] = pareto(table, { column: 'link', contributing: true }, codes).bars;
    expect(bar.share.high - bar.share.value).toBeCloseTo((1.959963984540054 * Math.sqrt(spread)) / 7, 12);
  });

  it('counts a row once in Other, however many of its links are folded', () => {
    const outcome = pareto(table, { column: 'link', contributing: true, maxBars: 3, otherAbove: 100 }, codes);
    expect(brief(outcome)).toEqual([
      ['G2.1.1', 2.5],
      ['uncoded', 1],
      ['other', 3.5],
    ]);
    expect(outcome.bars[2].rows).toBe(4);
    const rows = applyFilters(table, outcome.bars[2].filters);
    expect(rows.ok && rows.value?.length).toBe(4);
  });

  it('is the count of primary links where nobody has named others', () => {
    const plain = tableOf(...table.columns.filter(({ id }) => !/[23]$/.test(id)));
    const outcome = pareto(plain, { column: 'link', contributing: true }, codes);
    expect(brief(outcome)).toEqual(brief(pareto(plain, { column: 'link' }, codes)));
    expect(outcome.contributing).toEqual({ primary: 5, contributing: 0 });
    expectCleanTexts(paretoSlice, outcome);
  });

  it('reads the columns of contributing links only when they count', () => {
    const columnsOf = (spec: Record<string, unknown>): readonly string[] => {
      const parsed = paretoSlice.parse(spec);
      return parsed.ok ? paretoSlice.columns(parsed.value).first : [];
    };
    expect(columnsOf({ column: 'link' })).toEqual(['link']);
    expect(columnsOf({ column: 'link', contributing: true })).toEqual(['link', 'link2', 'link3']);
    expect(columnsOf({ column: 'aspect', within: 'G2', contributing: true })).toContain('category3');
    expect(columnsOf({ column: 'c1', contributing: true })).toEqual(['c1']);
  });
});

describe('pareto: shares', () => {
  it('Wilson: 94 of 100 and the ends', () => {
    // scipy 1.17: binomtest(94, 100).proportion_ci(method="wilson")
    expect(shareOfCount(94, 100).low).toBeCloseTo(0.8752318455410407, 12);
    expect(shareOfCount(94, 100).high).toBeCloseTo(0.9722138760368119, 12);
    expect(shareOfCount(0, 10)).toMatchObject({ low: 0 });
    expect(shareOfCount(10, 10)).toMatchObject({ high: 1 });
  });
  it('equal weights give the interval of a plain proportion without continuity', () => {
    // p = .3, n = 100: .3 ± 1.959964 × √(.3 × .7 / 100)
    const share = shareOfSum({ value: 30, squares: 30, products: 30 }, 100, 100);
    expect(share.low).toBeCloseTo(0.3 - 1.959963984540054 * Math.sqrt(0.0021), 12);
    expect(share.high).toBeCloseTo(0.3 + 1.959963984540054 * Math.sqrt(0.0021), 12);
  });
  it('one heavy record widens the interval of its category', () => {
    const even = shareOfSum({ value: 50, squares: 250, products: 250 }, 100, 500);
    const heavy = shareOfSum({ value: 50, squares: 2500, products: 2500 }, 100, 2750);
    expect(heavy.high - heavy.low).toBeGreaterThan(even.high - even.low);
  });
  it('a difference changes sign with its order', () => {
    const a = shareOfCount(10, 40);
    const b = shareOfCount(30, 50);
    expect(shareDifference(a, b).low).toBeCloseTo(-shareDifference(b, a).high, 15);
  });
});

describe('pareto: picture and spec', () => {
  const outcome = pareto(tableOf(words('c0', ['a', 'a', 'b', '{evil|x}'])), {});
  it('ends the left axis at the total, so that line and bars agree', () => {
    const option = optionOf(paretoSlice, outcome);
    expect((option['yAxis'] as { max?: number }[])[0].max).toBe(4);
    const series = option['series'] as { id: string; data: unknown[] }[];
    expect(series.find(({ id }) => id === 'cumulative')?.data).toEqual([0.5, 0.75, 1]);
  });
  it('draws its tooltip on the canvas, where nothing becomes markup or a style', () => {
    const tooltip = optionOf(paretoSlice, outcome)['tooltip'] as {
      renderMode: string;
      formatter: (mark: unknown) => string;
    };
    expect(tooltip.renderMode).toBe('richText');
    expect(tooltip.formatter({ seriesId: 'bars', dataIndex: 2 })).not.toContain('{evil|');
  });
  it('proposes the coded categories, else the richest category column', () => {
    const plain = tableOf(
      words('c0', ['x', 'x']),
      words('c1', ['p', 'q']),
      words('c2', ['free', 'text'], 'c2', 'text'),
    );
    expect(paretoSlice.defaults({ table: plain, codes })).toMatchObject({
      ok: true,
      value: { column: 'c1', maxBars: 20 },
    });
    const coded = tableOf(words('c0', ['x']), words('category', ['G1']));
    expect(paretoSlice.defaults({ table: coded, codes })).toMatchObject({ ok: true, value: { column: 'category' } });
    expect(paretoSlice.defaults({ table: tableOf(numeric('n', 'number', [1])), codes })).toMatchObject({
      ok: false,
      failure: { code: 'pareto-no-column' },
    });
  });
  it.each([
    [['机构名称', '受理渠道', '投诉类别'], '投诉类别'],
    [['机构名称', '业务类型', '投诉渠道'], '业务类型'],
    [['Company', 'State', 'Issue'], 'Issue'],
    [['机构名称', '受理渠道', '岗位'], '机构名称'],
    [['客户类型', '投诉原因', '投诉等级'], '投诉原因'],
  ])('proposes of %j the column that says what is complained about', (names, proposed) => {
    // The first has most values, the second fewer.
    const values = [
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g', 'e'],
      ['h', 'i', 'h', 'i'],
    ];
    const table = tableOf(...names.map((name, i) => words(`c${i}`, values[i], name)));
    const column = `c${names.indexOf(proposed)}`;
    expect(paretoSlice.defaults({ table, codes })).toMatchObject({ ok: true, value: { column } });
  });
  it('drops unknown keys of a stored spec and names wrong ones', () => {
    expect(paretoSlice.parse({ column: 'c0', surprise: 1 })).toMatchObject({
      ok: true,
      value: { column: 'c0', weight: 'count' },
    });
    expect(paretoSlice.parse({ column: 'c0', weight: 'guess' })).toMatchObject({
      ok: false,
      failure: { code: 'spec-invalid', params: { key: 'weight' } },
    });
    expect(paretoSlice.parse(null)).toMatchObject({ ok: false, failure: { code: 'spec-invalid' } });
  });
  it('reads only the columns it needs', () => {
    const parsed = paretoSlice.parse({
      column: 'link',
      within: 'G2',
      weight: 'severity',
      filters: [{ column: 'c4', op: 'missing' }],
      dateColumn: 'c1',
    });
    expect(parsed.ok && paretoSlice.columns(parsed.value)).toEqual({
      first: ['link', 'severity', 'category', 'aspect', 'c4'],
      second: [],
    });
  });
});

const contextStub = { phrase: () => '', value: () => '', theme: {} as never };
