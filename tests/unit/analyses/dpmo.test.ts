import { describe, expect, it } from 'vitest';
import { dpmoSlice } from '../../../src/analyses/dpmo/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { codes, expectCleanTexts, expectPlainData, noCodes, optionOf, textsOf } from './render';
import { failureCodeOf, runnerOf } from './spec-runner';

const run = runnerOf(dpmoSlice, codes);

const failureOf = (...given: Parameters<typeof run>): string => failureCodeOf(() => run(...given));

const flags = (yes: number, no: number): string[] => [
  ...Array.from({ length: yes }, () => '是'),
  ...Array.from({ length: no }, () => '否'),
];

describe('dpmo: golden values of DOMAIN §3.6', () => {
  const table = tableOf(words('c0', flags(47, 1153), '差错'));
  const outcome = run(table, { countedColumn: 'c0', countedValues: ['是'], opportunities: 3 });
  it('D = 47, U = 1200, O = 3', () => {
    const { overall } = outcome;
    expect(overall.dpu).toBeCloseTo(0.0391667, 7);
    expect(overall.dpmo).toBeCloseTo(13_055.56, 2);
    expect(overall.sigmaLongTerm).toBeCloseTo(2.2246, 4);
    expect(overall.sigmaShortTerm).toBeCloseTo(3.7246, 4);
    expect(overall.interval.dpmoLow).toBeCloseTo(9592.7, 1);
    expect(overall.interval.dpmoHigh).toBeCloseTo(17_361.1, 1);
    expect(overall.interval.sigmaLow).toBeCloseTo(3.612, 3);
    expect(overall.interval.sigmaHigh).toBeCloseTo(3.842, 3);
  });
  it('prints the shift beside the level, and the long-term Z', () => {
    const texts = textsOf(dpmoSlice, outcome, 'en');
    expect(texts).toContain('with the 1.5 shift; long-term Z = 2.2246');
    expect(texts.some((text) => text.includes('3.7246'))).toBe(true);
    expectCleanTexts(dpmoSlice, outcome);
    expectPlainData(outcome);
  });
  it('without shift the level is Z', () => {
    const plain = run(table, { countedColumn: 'c0', countedValues: ['是'], opportunities: 3, shift: false });
    expect(plain.overall.sigmaShortTerm).toBe(plain.overall.sigmaLongTerm);
    expect(dpmoSlice.rows(plain).columns.map(({ key }) => key)).not.toContain('sigmaShortTerm');
    expect(textsOf(dpmoSlice, plain, 'en').join('\n')).not.toMatch(/1\.5/);
    expectCleanTexts(dpmoSlice, plain);
  });
  it('no defects in 3600 opportunities: at most 832, at least 4.64, never infinite', () => {
    const zero = run(tableOf(words('c0', flags(0, 1200))), {
      countedColumn: 'c0',
      countedValues: ['是'],
      opportunities: 3,
    });
    expect(zero.overall.interval).toMatchObject({ kind: 'upper-bound', dpmoLow: 0 });
    expect(zero.overall.interval.dpmoHigh).toBeCloseTo(832.15, 1);
    expect(zero.overall.sigmaShortTerm).toBeNull();
    const [, sigma] = dpmoSlice.findings(zero).headline;
    expect(sigma.value).toBe('≥ 4.64');
    expect(dpmoSlice.rows(zero).rows[0].drill).toBeUndefined();
    expectCleanTexts(dpmoSlice, zero);
    expectPlainData(zero);
  });
});

describe('dpmo: where defects and units come from', () => {
  it('rows against a number typed in', () => {
    const outcome = run(tableOf(words('c0', flags(10, 0))), { defects: 'rows', units: 'number', unitCount: 2000 });
    expect(outcome.overall.dpmo).toBe(5000);
    expectCleanTexts(dpmoSlice, outcome);
  });
  it('sums of columns', () => {
    const table = tableOf(numeric('c0', 'number', [3, 4, null]), numeric('c1', 'number', [100, 200, 50]));
    expect(
      run(table, { defects: 'column', countColumn: 'c0', units: 'column', sizeColumn: 'c1' }).overall,
    ).toMatchObject({ defects: 7, units: 350 });
  });
  it('coded rows among all rows; the reserved code is not coded', () => {
    const table = tableOf(
      words('link', ['G1.1.1', null, 'U0', 'G2.1.1', 'G1.1.1']),
      words('c1', ['x', 'x', 'x', 'y', 'y']),
    );
    const outcome = run(table, { defects: 'coded' });
    expect(outcome.overall).toMatchObject({ defects: 3, units: 5 });
    const rows = applyFilters(table, outcome.filters);
    expect(rows.ok && rows.value?.length).toBe(3);
    expectCleanTexts(dpmoSlice, outcome);
  });
  it('leaves rows without an answer out of the units', () => {
    const outcome = run(tableOf(words('c0', ['是', null, '否', '否'])), { countedColumn: 'c0', countedValues: ['是'] });
    expect(outcome.overall).toMatchObject({ defects: 1, units: 3 });
    expect(outcome.coverage.blank).toBe(1);
  });
  it('units of a second dataset follow the chosen period, or a mismatch is named', () => {
    const day = (month: number): number => toEpochDay(2024, month, 10);
    const table = tableOf(numeric('c0', 'date', [day(1), day(1), day(2)]));
    const second = tableOf(
      numeric(
        'c0',
        'month',
        [0, 1, 2, 3, 4].map((i) => 2024 * 12 + i),
      ),
      numeric('c1', 'number', [1000, 1000, 1000, 1000, 1000]),
    );
    const spec = { defects: 'rows', units: 'second', secondKey: 'c0', secondNumber: 'c1', dateColumn: 'c0' };
    const whole = run(table, spec, second);
    expect(whole.overall.units).toBe(5000);
    expect(whole.coverage.mismatch).not.toBeNull();
    expectCleanTexts(dpmoSlice, whole);
    const january = run(
      table,
      { ...spec, period: { from: toEpochDay(2024, 1, 1), before: toEpochDay(2024, 2, 1) } },
      second,
    );
    expect(january.overall).toMatchObject({ defects: 2, units: 1000 });
    expect(january.coverage.mismatch).toBeNull();
  });
  it('refuses what cannot be', () => {
    const table = tableOf(words('c0', flags(5, 5)), numeric('c1', 'number', [1, 1, 1, 1, 1, 1, 1, 1, 1, 0]));
    expect(failureOf(table, { defects: 'rows', units: 'number', unitCount: 3 })).toBe('defects-exceed-opportunities');
    expect(failureOf(table, { defects: 'rows', units: 'number' })).toBe('dpmo-choose-units');
    expect(
      failureOf(table, { defects: 'rows', units: 'number', unitCount: 30, groupBy: 'column', groupColumn: 'c0' }),
    ).toBe('dpmo-number-needs-whole');
    expect(failureOf(table, { defects: 'rows' })).toBe('numerator-is-denominator');
    expect(failureOf(table, { defects: 'coded' })).toBe('dpmo-not-coded');
    expect(failureOf(table, {})).toBe('choose-values');
    expect(failureOf(table, { opportunities: 0 })).toBe('spec-invalid');
  });
});

describe('dpmo: groups', () => {
  const outlets = [
    ...flags(40, 160).map(() => '东'),
    ...flags(2, 398).map(() => '西'),
    ...flags(20, 380).map(() => '北'),
  ];
  const table = tableOf(
    words('c0', [...flags(40, 160), ...flags(2, 398), ...flags(20, 380)]),
    words('c1', outlets, '网点'),
  );
  const outcome = run(table, { countedColumn: 'c0', countedValues: ['是'], groupBy: 'column', groupColumn: 'c1' });
  it('puts the worst first and marks what differs from the whole', () => {
    expect(outcome.groups.map(({ label, against, defects, units }) => [label, against, defects, units])).toEqual([
      ['东', 'above', 40, 200],
      ['北', 'within', 20, 400],
      ['西', 'below', 2, 400],
    ]);
    expect(outcome.overall).toMatchObject({ defects: 62, units: 1000 });
    expectCleanTexts(dpmoSlice, outcome);
    expectPlainData(outcome);
  });
  it('opens the defects of a group', () => {
    const rows = applyFilters(table, outcome.groups[0].filters);
    expect(rows.ok && rows.value?.length).toBe(40);
  });
  it('draws one mark per group, in order', () => {
    const series = optionOf(dpmoSlice, outcome)['series'] as { id: string; data: { name: string; symbol: string }[] }[];
    expect(series.find(({ id }) => id === 'rates')?.data.map(({ name, symbol }) => [name, symbol])).toEqual([
      ['东', 'diamond'],
      ['北', 'circle'],
      ['西', 'triangle'],
    ]);
  });
  it('keeps periods in order of time, empty ones without a rate', () => {
    const dates = tableOf(
      words('c0', ['是', '否', '否', '是']),
      numeric('c1', 'date', [
        toEpochDay(2024, 3, 1),
        toEpochDay(2024, 1, 1),
        toEpochDay(2024, 1, 2),
        toEpochDay(2024, 1, 3),
      ]),
    );
    const byMonth = run(dates, { countedColumn: 'c0', countedValues: ['是'], groupBy: 'month', dateColumn: 'c1' });
    expect(byMonth.groups.map(({ label, rates }) => [label, rates?.dpmo ?? null])).toEqual([
      ['2024-01', expect.closeTo(333_333.33, 2)],
      ['2024-02', null],
      ['2024-03', 1_000_000],
    ]);
    expectCleanTexts(dpmoSlice, byMonth);
    expectPlainData(byMonth);
  });
  it('names the group whose defects exceed its opportunities', () => {
    const sums = tableOf(words('c0', ['a', 'b']), numeric('c1', 'number', [1, 9]), numeric('c2', 'number', [50, 5]));
    const spec = {
      defects: 'column',
      countColumn: 'c1',
      units: 'column',
      sizeColumn: 'c2',
      groupBy: 'column',
      groupColumn: 'c0',
    };
    const parsed = dpmoSlice.parse(spec);
    expect(parsed.ok && dpmoSlice.run({ table: sums, codes: noCodes }, parsed.value)).toMatchObject({
      ok: false,
      failure: { code: 'dpmo-group-exceeds', params: { label: 'b' } },
    });
  });
});

describe('dpmo: defaults', () => {
  it('takes the rarer answer of a two-valued column, else coded rows', () => {
    const propose = (table: Table): unknown => {
      const result = dpmoSlice.defaults({ table, codes: noCodes });
      return result.ok ? result.value : result.failure.code;
    };
    expect(propose(tableOf(words('c0', flags(5, 2))))).toMatchObject({
      countedColumn: 'c0',
      countedValues: ['否'],
      units: 'rows',
      shift: true,
    });
    expect(propose(tableOf(words('link', ['G1.1.1'])))).toMatchObject({ defects: 'coded' });
    expect(propose(tableOf(numeric('c0', 'number', [1])))).toBe('dpmo-no-column');
  });
});
