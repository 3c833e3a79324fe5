import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CapabilityOutcome } from '../../../src/analyses/capability/outcome';
import { capabilitySlice } from '../../../src/analyses/capability/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import { logNormal } from '../../../src/stats/distributions/positive-families';
import { normalQuantile } from '../../../src/stats/distributions/normal';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, noCodes, textsOf } from './render';

interface ReferenceCase {
  readonly input: { readonly values: readonly number[] };
  readonly params: { readonly lsl: number | null; readonly usl: number | null; readonly target: number | null };
  readonly expected: Readonly<Record<string, number>> & { readonly ppmOverall: { readonly total: number } };
}

function reference(name: string): ReferenceCase {
  const path = join(import.meta.dirname, '../../reference/cases', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as ReferenceCase;
}

function run(table: Table, spec: Record<string, unknown>): CapabilityOutcome {
  const parsed = capabilitySlice.parse({ measure: 'c0', ...spec });
  if (!parsed.ok) throw new Error(parsed.failure.code);
  const result = capabilitySlice.run({ table, codes: noCodes }, parsed.value);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** Ordered like a draw: quantiles of a law, visited in steps that jump about. */
function sample(n: number, quantile: (p: number) => number): number[] {
  return Array.from({ length: n }, (_, i) => quantile((((i * 37) % n) + 0.5) / n));
}

function runReference(
  name: string,
  method: string,
): { outcome: CapabilityOutcome; expected: ReferenceCase['expected'] } {
  const { input, params, expected } = reference(name);
  const outcome = run(tableOf(numeric('c0', 'number', input.values)), {
    lowerLimit: params.lsl,
    upperLimit: params.usl,
    target: params.target,
    method,
  });
  return { outcome, expected };
}

describe('capability: reference cases', () => {
  it('normal, individuals: Cpk within from moving ranges, Ppk with its interval', () => {
    const { outcome, expected } = runReference('capability-03-individuals-volume', 'normal');
    expect(outcome.normal.within.indices.least).toBeCloseTo(expected['cpk'], 9);
    expect(outcome.overall.indices.least).toBeCloseTo(expected['ppk'], 9);
    expect(outcome.overall.expected?.total).toBeCloseTo(expected.ppmOverall.total, 3);
    expectCleanTexts(capabilitySlice, outcome);
    expectPlainData(outcome);
  });
  it('upper limit only', () => {
    const { outcome, expected } = runReference('capability-04-upper-only', 'normal');
    expect(outcome.overall.indices).toMatchObject({ both: null, lower: null });
    expect(outcome.overall.indices.least).toBeCloseTo(expected['ppk'], 9);
    expectCleanTexts(capabilitySlice, outcome);
  });
  it('Weibull by the ISO percentile method', () => {
    const { outcome, expected } = runReference('capability-07-weibull-jasp-stage1', 'weibull');
    expect(outcome.overall.indices.least).toBeCloseTo(expected['ppk'], 6);
    expect(outcome.overall.parameters['shape']).toBeCloseTo(expected['shape'], 5);
    expectCleanTexts(capabilitySlice, outcome);
    expectPlainData(outcome);
  });
  it('actual percentiles of type 6', () => {
    const { outcome, expected } = runReference('capability-10-percentile', 'percentile');
    // Type 6 with 272 values: the outer percentiles are the extremes, 1.6 and 5.1; the case itself is of type 7.
    expect(outcome.overall.percentiles).toEqual({ p00135: 1.6, p50: 4, p99865: 5.1 });
    expect(outcome.overall.indices.least).toBeCloseTo((4 - 1) / (4 - 1.6), 9);
    expect(outcome.n).toBe(expected['n']);
    expect(outcome.overall.expected).toBeNull();
    expectCleanTexts(capabilitySlice, outcome);
  });
  it('a value on the limit conforms; subgroups of fixed size are pooled', () => {
    const values = [4, 5, 6, 6, 6.5, 5, 3.5, 4, 5.5, 5, 4.5, 6];
    const { expected } = reference('capability-06-on-limit');
    const outcome = run(tableOf(numeric('c0', 'number', values)), {
      lowerLimit: 4,
      upperLimit: 6,
      target: 5,
      subgroups: 'size',
      subgroupSize: 3,
      method: 'normal',
    });
    expect(outcome.beyond).toMatchObject({ below: { count: 1 }, above: { count: 1 } });
    expect(outcome.normal.within.sigma).toBeCloseTo(expected['sigmaWithin'], 9);
    expect(outcome.normal.within.indices.least).toBeCloseTo(expected['cpk'], 9);
    expect(outcome.normal.cpm).toBeCloseTo(expected['cpm'], 9);
    expectCleanTexts(capabilitySlice, outcome);
  });
});

describe('capability: choice of the method', () => {
  it('takes normal data as normal', () => {
    const table = tableOf(
      numeric(
        'c0',
        'number',
        sample(120, (p) => 100 + 5 * normalQuantile(p)),
      ),
    );
    const outcome = run(table, { lowerLimit: 80, upperLimit: 120 });
    expect(outcome.method).toBe('normal');
    // ±20 around the mean with σ just below 5.
    expect(outcome.overall.indices.both).toBeGreaterThan(1.33);
    expect(outcome.overall.leastInterval?.low).toBeLessThan(outcome.overall.indices.least ?? 0);
  });
  it('never takes skewed waits as normal', () => {
    const waits = sample(200, (p) => logNormal(2, 0.6).quantile(p));
    const outcome = run(tableOf(numeric('c0', 'number', waits)), { upperLimit: 30 });
    expect(outcome.method).toBe('logNormal');
    // A stable skewed process gives no false alarms: judged by logarithms, limits above 0.
    expect(outcome.stability).toMatchObject({ kind: 'logarithms' });
    expect(outcome.stability.shown.every(({ lower }) => lower !== null && lower > 0)).toBe(true);
    const law = logNormal(outcome.overall.parameters['meanLog'], outcome.overall.parameters['sdLog']);
    expect(outcome.overall.expected?.total).toBeCloseTo(law.upper(30) * 1e6, 3);
    expect(outcome.overall.indices.least).toBeCloseTo(
      (30 - law.quantile(0.5)) / (law.quantile(0.99865) - law.quantile(0.5)),
      9,
    );
    expect(capabilitySlice.rows(outcome).rows.some(({ cells }) => JSON.stringify(cells).includes('.cpk'))).toBe(false);
    expectCleanTexts(capabilitySlice, outcome);
    expectPlainData(outcome);
  });
  it('falls back on percentiles, and says when they are too few', () => {
    const two = [...sample(60, (p) => 5 + p), ...sample(60, (p) => 50 + p)];
    const outcome = run(tableOf(numeric('c0', 'number', two)), { upperLimit: 60 });
    expect(outcome.method).toBe('percentile');
    expect(textsOf(capabilitySlice, outcome, 'en').join('\n')).toContain('741 are needed');
  });
  it('a power for the square of normal values', () => {
    const squares = sample(300, (p) => (10 + 2 * normalQuantile(p)) ** 2);
    const outcome = run(tableOf(numeric('c0', 'number', squares)), { upperLimit: 400, method: 'boxCox' });
    expect(outcome.overall.parameters['lambda']).toBe(0.5);
    // 400 is the square of 20, five σ above the mean of the root.
    expect(outcome.overall.indices.least).toBeCloseTo(5 / 3, 1);
    expectCleanTexts(capabilitySlice, outcome);
  });
  it('names values that a method cannot take', () => {
    const table = tableOf(numeric('c0', 'number', [0, 1, 2, 3]));
    for (const method of ['weibull', 'logNormal', 'boxCox'])
      expect(() => run(table, { upperLimit: 5, method })).toThrow('data-not-positive');
  });
});

describe('capability: limits, order and rows', () => {
  const day = (i: number): number => toEpochDay(2024, 1, 1) + i;
  it('runs without limits and says what is missing', () => {
    const outcome = run(
      tableOf(
        numeric(
          'c0',
          'number',
          sample(50, (p) => p),
        ),
      ),
      {},
    );
    expect(outcome.beyond).toBeNull();
    expect(textsOf(capabilitySlice, outcome, 'en').join('\n')).toContain('No limit is set');
    expectCleanTexts(capabilitySlice, outcome);
    expectPlainData(outcome);
  });
  it('opens exactly the values beyond a limit, in seconds where the chart says minutes', () => {
    const seconds = sample(100, (p) => 60 * (1 + 20 * p));
    const table = tableOf(numeric('c0', 'duration', seconds));
    const outcome = run(table, { upperLimit: 15 });
    expect(outcome.unit).toBe('minute');
    const rows = applyFilters(table, outcome.beyond?.above.filters ?? []);
    expect(rows.ok && rows.value?.length).toBe(seconds.filter((s) => s > 900).length);
    expect(outcome.beyond?.above.count).toBe(seconds.filter((s) => s > 900).length);
  });
  it('judges stability in order of time, whatever the order of rows', () => {
    const values = sample(60, (p) => 10 + normalQuantile(p));
    const shifted = values.map((value, i) => (i >= 40 ? value + 6 : value));
    const order = Array.from({ length: 60 }, (_, i) => (i * 23) % 60);
    const table = tableOf(
      numeric(
        'c0',
        'number',
        order.map((i) => shifted[i]),
      ),
      numeric('c1', 'date', order.map(day)),
    );
    const dated = run(table, { upperLimit: 20, dateColumn: 'c1' });
    expect(dated.stability.signals).toBeGreaterThan(0);
    expect(dated.stability.shown.map(({ value }) => value)).toEqual(shifted);
    expect(textsOf(capabilitySlice, dated, 'en').join('\n')).toContain('not stable');
    expectCleanTexts(capabilitySlice, dated);
  });
  it('pools within subgroups of a period; undated values count as part of the whole only', () => {
    const values = [1, 2, 3, 11, 12, 13, 7];
    const dates = [0, 1, 2, 31, 32, 33].map(day);
    const table = tableOf(numeric('c0', 'number', values), numeric('c1', 'date', [...dates, null]));
    const outcome = run(table, { upperLimit: 20, dateColumn: 'c1', subgroups: 'month', method: 'normal' });
    expect(outcome.normal.n).toBe(7);
    // Both months have s = 1: pooled 1, over c₄ of 4 degrees of freedom + 1 where the estimator is unbiased.
    expect(outcome.normal.within.sigma).toBeCloseTo(1 / 0.9399856, 5);
    expect(outcome.undated).toBe(1);
    const first = applyFilters(table, outcome.stability.shown[0].filters);
    expect(first.ok && Array.from(first.value ?? [])).toEqual([0, 1, 2]);
    expectCleanTexts(capabilitySlice, outcome);
  });
  it('fixed subgroups and missing values', () => {
    const values = [...sample(50, (p) => p), null];
    const outcome = run(tableOf(numeric('c0', 'number', values)), { upperLimit: 2, subgroups: 'size' });
    expect(outcome.stability).toMatchObject({ kind: 'means', points: 10 });
    expect(outcome.missing).toBe(1);
    expectCleanTexts(capabilitySlice, outcome);
  });
  it('refuses what has no variation or reversed limits', () => {
    const table = tableOf(numeric('c0', 'number', [1, 2, 3]));
    expect(() => run(tableOf(numeric('c0', 'number', [4, 4, 4])), {})).toThrow('capability-no-variation');
    expect(() => run(table, { lowerLimit: 5, upperLimit: 3 })).toThrow('spec-limits-reversed');
    expect(() => run(tableOf(words('c0', ['a'])), {})).toThrow('measure-not-numbers');
  });
  it('defaults: the duration column by date; much data by period', () => {
    const few = tableOf(numeric('c0', 'date', [day(0), day(1)]), numeric('c1', 'duration', [60, 90]));
    expect(capabilitySlice.defaults({ table: few, codes: noCodes })).toMatchObject({
      value: { measure: 'c1', dateColumn: 'c0', subgroups: 'individuals', method: 'auto' },
    });
    const n = 1200;
    const many = tableOf(
      numeric(
        'c0',
        'date',
        Array.from({ length: n }, (_, i) => day(i % 400)),
      ),
      numeric(
        'c1',
        'duration',
        sample(n, (p) => 60 + 600 * p),
      ),
    );
    const spec = capabilitySlice.defaults({ table: many, codes: noCodes });
    expect(spec).toMatchObject({ value: { subgroups: 'month' } });
    expect(spec.ok && capabilitySlice.run({ table: many, codes: noCodes }, spec.value).ok).toBe(true);
  });
});
