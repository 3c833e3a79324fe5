import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xbarSlice } from '../../../src/analyses/xbar/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(xbarSlice);

interface Limits {
  readonly ucl: number | readonly number[];
  readonly lcl: number | readonly number[];
}
interface Case {
  readonly input: { readonly subgroups: readonly (readonly (number | null)[])[] };
  readonly params: { readonly sigmaEstimator: string };
  readonly expected: {
    readonly grandMean: number;
    readonly sigma: number;
    readonly xbar: Limits;
    readonly r: Limits;
    readonly s: Limits;
  };
}

function reference(id: string): Case {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../reference/cases/${id}.json`), 'utf8')) as Case;
}

/** Long form: one row per value, as a file has it. */
function longForm(subgroups: Case['input']['subgroups']): Table {
  const rows = subgroups.flatMap((values, i) => values.map((value) => ({ batch: i + 1, value })));
  return tableOf(
    numeric(
      'c0',
      'number',
      rows.map(({ value }) => value),
      '直径',
    ),
    numeric(
      'c1',
      'number',
      rows.map(({ batch }) => batch),
      '批次',
    ),
  );
}

const byBatch = { measure: 'c0', subgroup: 'column', subgroupColumn: 'c1' };
const at = (limits: number | readonly number[], i: number): number => (typeof limits === 'number' ? limits : limits[i]);

describe('X̄ chart: reference cases, from rows', () => {
  it.each([
    ['xbar_r-01-pistonrings', 'xbar-r'],
    ['xbar_r-02-unequal-missing', 'xbar-r'],
    ['xbar_r-03-unequal-mvlue', 'xbar-r'],
    ['xbar_s-01-pistonrings', 'xbar-s'],
    ['xbar_s-02-unequal-pooled', 'xbar-s'],
    ['xbar_s-03-unequal-sbar', 'xbar-s'],
  ])('%s', (id, chart) => {
    const { input, params, expected } = reference(id);
    const outcome = run(longForm(input.subgroups), { ...byBatch, chart, estimator: params.sigmaEstimator });
    const [stage] = outcome.chart.stages;
    expect(stage.grandMean).toBeCloseTo(expected.grandMean, 9);
    expect(stage.sigma).toBeCloseTo(expected.sigma, 9);
    const spread = chart === 'xbar-r' ? expected.r : expected.s;
    outcome.labels.forEach((_, i) => {
      expect(outcome.chart.means.upper[i]).toBeCloseTo(at(expected.xbar.ucl, i), 8);
      expect(outcome.chart.means.lower[i]).toBeCloseTo(at(expected.xbar.lcl, i), 8);
      expect(outcome.chart.spreads.upper[i]).toBeCloseTo(at(spread.ucl, i), 8);
    });
    expectCleanTexts(xbarSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('X̄ chart: signals, stages, drill', () => {
  const steady = Array.from({ length: 15 }, (_, i) => [10, 12, 14, 11, 13].map((value) => value + (i % 3) * 0.2));
  const codesOf = (outcome: ReturnType<typeof run>): string[] => {
    const { sentences, reportCard } = xbarSlice.findings(outcome);
    return [...sentences, ...reportCard.map(({ sentence }) => sentence)].map(({ code }) => code);
  };
  it('draws both panels; ranges are judged by their limits alone', () => {
    const wild = [...steady.slice(0, 14), [0, 30, 5, 20, 9]];
    const outcome = run(longForm(wild), { ...byBatch, chart: 'xbar-r', rules: 'nelson' });
    expect(outcome.chart.spreads.signals.map(({ rule, members }) => [rule, members])).toEqual([
      ['beyond-limits', [14]],
    ]);
    const ids = (optionOf(xbarSlice, outcome)['series'] as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['points', 'ranges']));
    expect(codesOf(outcome)).toEqual(
      expect.arrayContaining(['analyses.xbar.finding.spreadFirst', 'analyses.xbar.check.spreadUnstable']),
    );
    expect(xbarSlice.rows(outcome).rows[14].emphasis).toBe('signal');
    expectCleanTexts(xbarSlice, outcome);
  });
  it('shows decimals that tell a point from its limit', () => {
    const { input } = reference('xbar_r-01-pistonrings');
    const shifted = [...input.subgroups, [74.05, 74.04, 74.03, 74.06, 74.04]];
    const texts = textsOf(xbarSlice, run(longForm(shifted), { ...byBatch, chart: 'xbar-r' }), 'en');
    const sentence = texts.find((text) => text.includes('beyond the UCL'));
    const [value, limit] = (sentence?.match(/74\.\d+/g) ?? []).map(Number);
    expect(value).toBeGreaterThan(limit);
  });
  it('a phase has a mean and a spread of its own; an excluded subgroup enters neither', () => {
    const shifted = [...steady, ...steady.map((values) => values.map((value) => value + 20))];
    const spec = {
      ...byBatch,
      phases: [{ label: '16', name: '新叫号机', reason: '换设备' }],
      exclusions: [{ label: '3', reason: '停电' }],
    };
    const outcome = run(longForm(shifted), spec);
    const [before, after] = outcome.chart.stages;
    expect((after.grandMean ?? 0) - (before.grandMean ?? 0)).toBeCloseTo(20, 0);
    expect(before.pointsUsed).toBe(14);
    expect(outcome.chart.means.signals).toEqual([]);
    expect(codesOf(outcome)).toContain('analyses.controlChart.finding.stageChange');
    expectCleanTexts(xbarSlice, outcome);
  });
  it('says that subgroups differ more than the values within', () => {
    const drifting = Array.from({ length: 12 }, (_, i) => [i * 10, i * 10 + 1, i * 10 + 2]);
    const outcome = run(longForm(drifting), byBatch);
    expect(codesOf(outcome)).toEqual(
      expect.arrayContaining(['analyses.xbar.finding.between', 'analyses.series.check.correlated']),
    );
    expectCleanTexts(xbarSlice, outcome);
  });
  it('subgroups of one value and large subgroups need care', () => {
    const outcome = run(longForm([...steady, [12], Array.from({ length: 12 }, (_, i) => 10 + (i % 5))]), {
      ...byBatch,
      chart: 'xbar-r',
    });
    expect(outcome.chart.spreads.values[15]).toBeNull();
    expect(codesOf(outcome)).toEqual(
      expect.arrayContaining([
        'analyses.xbar.check.single',
        'analyses.xbar.check.largeForRange',
        'analyses.xbar.check.raggedSizes',
      ]),
    );
    expectCleanTexts(xbarSlice, outcome);
  });
  it('groups by period, shows times in minutes and opens the rows of a day', () => {
    const day = (n: number): number => toEpochDay(2024, 3, n);
    const table = tableOf(
      numeric('c0', 'duration', [600, 720, 660, 540, 780, 900, 600, null], '等候时间'),
      numeric('c1', 'date', [day(1), day(1), day(2), day(2), day(4), day(4), day(4), day(4)]),
    );
    const outcome = run(table, { measure: 'c0', subgroup: 'day', dateColumn: 'c1' });
    expect(outcome.chart.sizes).toEqual([2, 2, 0, 3]);
    expect(outcome.scale).toMatchObject({ kind: 'value', factor: 1 / 60, unit: 'minute' });
    expect(outcome.coverage).toMatchObject({ blank: 1, empty: [2] });
    const twin = xbarSlice.rows(outcome).rows;
    expect(rowsBehind(table, twin[1].drill)).toEqual([2, 3]);
    expect(twin[2].drill).toBeUndefined();
    expectCleanTexts(xbarSlice, outcome);
  });
});

describe('X̄ chart: refusals and proposals', () => {
  const batches = longForm(Array.from({ length: 6 }, () => [1, 2, 3, 4, 5]));
  it('refuses what has no subgroups', () => {
    const code = (table: Table, spec: Record<string, unknown>): string => failureCodeOf(() => run(table, spec));
    expect(code(batches, { ...byBatch, measure: null })).toBe('choose-measure');
    expect(code(batches, { ...byBatch, subgroupColumn: null })).toBe('choose-subgroup');
    expect(code(longForm([[1], [2], [3]]), byBatch)).toBe('xbar-no-spread');
    expect(code(longForm([[1, 2]]), byBatch)).toBe('control-too-few-points');
    expect(code(longForm([Array.from({ length: 120 }, (_, i) => i), [1, 2]]), { ...byBatch, chart: 'xbar-r' })).toBe(
      'subgroup-too-large',
    );
  });
  it('proposes batches, or periods', () => {
    expect(proposalOf(xbarSlice, batches)).toMatchObject({ measure: 'c0', subgroupColumn: 'c1', chart: 'xbar-r' });
    const dated = tableOf(numeric('c0', 'date', [0, 40, 90]), numeric('c1', 'number', [1, 2, 3]));
    expect(proposalOf(xbarSlice, dated)).toMatchObject({ measure: 'c1', dateColumn: 'c0', subgroup: 'week' });
    expect(proposalOf(xbarSlice, tableOf(words('c0', ['x'])))).toBe('xbar-no-column');
  });
});
