import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AgreementOutcome } from '../../../src/analyses/attribute-agreement/outcome';
import { attributeAgreementSlice } from '../../../src/analyses/attribute-agreement/slice';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { codes, expectCleanTexts, expectPlainData, optionOf } from './render';

function run(table: Table, spec: Record<string, unknown>): AgreementOutcome {
  const parsed = attributeAgreementSlice.parse(spec);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  const result = attributeAgreementSlice.run({ table, codes }, parsed.value);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function reference(name: string): {
  input: { table: number[][]; counts: number[][]; rater1: number[]; rater2: number[] };
  expected: { kappa: number; po: number; ci95: [number, number]; perCategory: { kappa: number }[] };
} {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../reference/cases', `${name}.json`), 'utf8')) as never;
}

/** Two columns of words whose cross table is the one given. */
function fromTable(table: readonly (readonly number[])[], names: readonly string[]): Table {
  const pairs = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])));
  return tableOf(
    words(
      'c0',
      pairs.map(([i]) => names[i]),
      '甲',
    ),
    words(
      'c1',
      pairs.map(([, j]) => names[j]),
      '乙',
    ),
  );
}

describe('attribute agreement: reference cases', () => {
  it('two raters: Cohen’s kappa with its interval, and exact percent agreement', () => {
    const { input, expected } = reference('kappa-04-aiag-ab');
    const outcome = run(fromTable(input.table, ['好', '坏']), { raters: ['c0', 'c1'] });
    expect(outcome.pairs[0].kappa).toBeCloseTo(expected.kappa, 9);
    expect(outcome.pairs[0].kappaInterval?.low).toBeCloseTo(expected.ci95[0], 7);
    expect(outcome.whole).toMatchObject({ n: 150, agreed: 141 });
    expect(outcome.confusions).toMatchObject([{ count: 9 }]);
    expectCleanTexts(attributeAgreementSlice, outcome);
    expectPlainData(outcome);
  });
  it('against a right answer, confusions keep their direction', () => {
    const { input, expected } = reference('kappa-53-aiag-c-ref');
    const outcome = run(fromTable(input.table, ['a', 'b']), { raters: ['c1'], reference: 'c0' });
    expect(outcome.againstReference[0].kappa).toBeCloseTo(expected.kappa, 9);
    expect(outcome.confusions).toMatchObject([
      { first: 'a', second: 'b', count: 9 },
      { first: 'b', second: 'a', count: 6 },
    ]);
    expectCleanTexts(attributeAgreementSlice, outcome);
    expectPlainData(outcome);
  });
  it('fourteen raters are too many, twelve agree as Fleiss has it', () => {
    const { input, expected } = reference('kappa-08-fleiss-worked');
    const ratings = input.counts.map((row) => row.flatMap((count, k) => Array.from({ length: count }, () => k + 1)));
    const table = tableOf(
      ...ratings[0].map((_, r) =>
        numeric(
          `c${r}`,
          'number',
          ratings.map((row) => row[r]),
        ),
      ),
    );
    const all = ratings[0].map((_, r) => `c${r}`);
    expect(() => run(table, { raters: all })).toThrow('agreement-too-many-raters');
    // The kappa of all fourteen is the published 0.21; leaving two out must change it.
    const outcome = run(table, { raters: all.slice(0, 12) });
    expect(outcome.whole.kappa).not.toBeCloseTo(expected.kappa, 6);
    expect(outcome.pairs).toHaveLength(66);
    expectCleanTexts(attributeAgreementSlice, outcome);
  });
  it('ordered grades: linear weights and Kendall’s W', () => {
    const { input, expected } = reference('kappa-07-anxiety-12-linear');
    const table = tableOf(numeric('c0', 'number', input.rater1), numeric('c1', 'number', input.rater2));
    const outcome = run(table, { raters: ['c0', 'c1'], scale: 'ordinal', weights: 'linear' });
    expect(outcome.pairs[0].kappa).toBeCloseTo(expected.kappa, 9);
    expect(outcome.kendall?.df).toBe(19);
    expectCleanTexts(attributeAgreementSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('attribute agreement: complaint coders', () => {
  const table = tableOf(
    words('c0', ['G1.1.1', 'G1.1.2', 'G2.1.1', 'G2.2.1', 'G1.1.1', null], '甲'),
    words('c1', ['G1.1.2', 'G1.1.2', 'G2.1.1', 'G2.1.1', 'G1.1.1', 'G1.1.1'], '乙'),
    words('c2', ['G1.1.1', 'G1.1.2', 'G2.1.1', 'G2.2.1', 'G1.1.1', 'G1.1.1'], '丙'),
    words('c3', ['one', 'two', 'three', 'four', 'five', 'six'], '说明', 'text'),
  );
  const outcome = run(table, { raters: ['c0', 'c1', 'c2'] });
  it('compares the same cases at every level', () => {
    expect(outcome.levels.map(({ level, share }) => [level, share])).toEqual([
      ['link', 0.6],
      ['aspect', 0.8],
      ['category', 1],
    ]);
    expect(outcome.levels[2].kappa).toBe(1);
    expect(outcome.incomplete).toBe(1);
    const cut = run(table, { raters: ['c0', 'c1', 'c2'], level: 'category' });
    expect(cut.categories).toHaveLength(2);
    expect(cut.whole.share).toBe(1);
    expectCleanTexts(attributeAgreementSlice, outcome);
    expectCleanTexts(attributeAgreementSlice, cut);
  });
  it('opens the disputed cases', () => {
    const rows = applyFilters(table, outcome.whole.disagreements);
    expect(rows.ok && Array.from(rows.value ?? [])).toEqual([0, 3]);
    expect(outcome.pairs[2]).toMatchObject({ share: 1, kappa: 1 });
    expect(outcome.confusions[0]).toMatchObject({ count: 2, filters: [{ op: 'rows', rows: [0] }] });
  });
  it('proposes the columns that share their words', () => {
    expect(attributeAgreementSlice.defaults({ table, codes })).toMatchObject({ value: { raters: ['c0', 'c1', 'c2'] } });
    const none = tableOf(words('c0', ['a', 'b']), words('c1', ['x', 'y']));
    expect(attributeAgreementSlice.defaults({ table: none, codes })).toMatchObject({
      ok: false,
      failure: { code: 'agreement-no-raters' },
    });
  });
  it('draws each cell of the matrix once', () => {
    const series = optionOf(attributeAgreementSlice, outcome)['series'] as readonly { data: unknown[] }[];
    expect(series[0].data).toHaveLength(outcome.matrix.length);
    // Three pairs of raters over five complete cases.
    expect(outcome.matrix.reduce((sum, { count }) => sum + count, 0)).toBe(15);
  });
  it('refuses what cannot be compared', () => {
    expect(() => run(table, { raters: ['c0'] })).toThrow('agreement-choose-raters');
    expect(() => run(table, { raters: ['c0', 'nope'] })).toThrow('column-unknown');
    expect(() => run(table, { raters: ['c0', 'c1'], scale: 'ordinal' })).toThrow('agreement-not-grades');
    const empty = tableOf(words('c0', ['a', null]), words('c1', [null, 'a']));
    expect(() => run(empty, { raters: ['c0', 'c1'] })).toThrow('agreement-no-cases');
  });
  it('one category only: no kappa, and it says why', () => {
    const same = tableOf(words('c0', ['a', 'a', 'a']), words('c1', ['a', 'a', 'a']));
    const flat = run(same, { raters: ['c0', 'c1'] });
    expect(flat.whole.kappa).toBeNull();
    expectCleanTexts(attributeAgreementSlice, flat);
    expectPlainData(flat);
  });
});
