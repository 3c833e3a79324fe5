import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rareEventsSlice } from '../../../src/analyses/rare-events/slice';
import type { RareEventsSpec } from '../../../src/analyses/rare-events/spec';
import { msPerDay, toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { numeric, tableOf, words } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, theme } from './render';
import { failureCodeOf, proposalOf, rowsBehind, runnerOf } from './spec-runner';

const run = runnerOf(rareEventsSlice);

interface Case {
  readonly input: { readonly values: readonly number[] };
  readonly expected: {
    readonly center: number;
    readonly ucl: number;
    readonly lcl: number;
    readonly outOfControl: readonly number[];
  };
}
function reference(id: string): Case {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../../reference/cases/${id}.json`), 'utf8')) as Case;
}

/** An event, then for every gap so many quiet rows and the next event. */
function ledger(gaps: readonly number[]): Table {
  const flags = ['是', ...gaps.flatMap((gap) => [...Array.from({ length: gap }, () => '否'), '是'])];
  return tableOf(words('c0', flags, '是否差错'));
}
const errors = { countedColumn: 'c0', countedValues: ['是'] };
const column = (values: readonly (number | null)[]): Table => tableOf(numeric('c0', 'number', values, '间隔'));
const codesOf = (outcome: ReturnType<typeof run>): string[] => {
  const { sentences, reportCard } = rareEventsSlice.findings(outcome);
  return [...sentences, ...reportCard.map(({ sentence }) => sentence)].map(({ code }) =>
    code.replace('analyses.rareEvents.', ''),
  );
};
const beyond = (outcome: ReturnType<typeof run>): number[] =>
  outcome.chart.main.signals.filter(({ rule }) => rule === 'beyond-limits').map(({ completesAt }) => completesAt);

describe('g chart', () => {
  it.each(['g-01-cabg-deaths', 'g-02-zeros', 'g-03-jasp-violations', 'g-53-all-zero'])(
    '%s by the convention of Provost and the NHS, from rows',
    (id) => {
      const { input, expected } = reference(id);
      const outcome = run(ledger(input.values), { ...errors, countMethod: 'moments', rules: 'limits-only' });
      expect(outcome.chart.main.values).toEqual(input.values);
      const [stage] = outcome.chart.stages;
      expect(stage.center).toBeCloseTo(expected.center, 9);
      expect(stage.upper).toBeCloseTo(expected.ucl, 8);
      expect(stage.lower).toBeCloseTo(expected.lcl, 9);
      expect(beyond(outcome)).toEqual(expected.outOfControl);
      expectCleanTexts(rareEventsSlice, outcome);
      expectPlainData(outcome);
    },
  );
  it('by default takes percentiles: at ḡ = 20 the limit is 140, where three sigma give 81', () => {
    const gaps = Array.from({ length: 24 }, () => 20);
    expect(Math.round(run(ledger(gaps), errors).chart.stages[0].upper ?? 0)).toBe(140);
    const moments = run(ledger(gaps), { ...errors, countMethod: 'moments' });
    expect(Math.round(moments.chart.stages[0].upper ?? 0)).toBe(81);
    expect(codesOf(moments)).toContain('check.moments');
  });
  it('what lay before the first event is unknown; what came after the last is still open', () => {
    const quiet = Array.from({ length: 5 }, () => '否');
    const table = tableOf(words('c0', [...quiet, '是', '否', '否', '是', '否', '是', '否', '否', '否']));
    const outcome = run(table, errors);
    expect(outcome.chart.main.values).toEqual([2, 1]);
    expect(outcome).toMatchObject({ events: 3, open: 3, rows: [8, 10] });
    expect(rowsBehind(table, rareEventsSlice.rows(outcome).rows[1].drill)).toEqual([10]);
    expectCleanTexts(rareEventsSlice, outcome);
  });
  it('a long quiet time since the last event is good news before it ends', () => {
    const gaps = [10, 12, 9, 11, 10, 13, 8, 12, 10, 11, 9, 12];
    const flags = ['是', ...gaps.flatMap((gap) => [...Array.from({ length: gap }, () => '否'), '是'])];
    const table = tableOf(words('c0', [...flags, ...Array.from({ length: 200 }, () => '否')]));
    expect(codesOf(run(table, errors))).toContain('finding.openGood.g');
    expect(codesOf(run(ledger(gaps), errors))).toContain('finding.open.g');
    expectCleanTexts(rareEventsSlice, run(table, errors));
  });
  it('zeros in a row signal where the lower limit cannot (Benneyan)', () => {
    const gaps = [30, 25, 41, 38, 22, 35, 29, 33, 27, 36, 0, 0, 0, 31];
    const outcome = run(ledger(gaps), { ...errors, rules: 'limits-only' });
    const [{ zeroRunLength, zeroRuns }] = outcome.chart.stages;
    expect(zeroRunLength).toBe(2);
    expect(zeroRuns).toEqual([11, 12]);
    const points = (
      optionOf(rareEventsSlice, outcome)['series'] as { id: string; data: { itemStyle?: object }[] }[]
    ).find(({ id }) => id === 'points');
    expect(points?.data[11].itemStyle).toMatchObject({ color: theme.concern });
    expect(codesOf(outcome)).toContain('finding.zeroRun');
    expect(rareEventsSlice.rows(outcome).rows.map(({ emphasis }) => emphasis === 'signal')).toEqual(
      gaps.map((gap) => gap === 0),
    );
    expectCleanTexts(rareEventsSlice, outcome);
    expectPlainData(outcome);
  });
  it('follows the dates, not the file, and leaves out rows that have none or no answer', () => {
    const table = tableOf(
      words('c0', ['是', '否', '是', '否', '是', null, '是']),
      numeric('c1', 'date', [9, 1, 1, 4, 5, 6, null]),
    );
    const outcome = run(table, { ...errors, dateColumn: 'c1' });
    expect(outcome.chart.main.values).toEqual([1, 0]);
    expect(outcome.labels).toEqual(['1970-01-06', '1970-01-10']);
    expect(outcome.coverage).toMatchObject({ undated: 1, blank: 1 });
    expectCleanTexts(rareEventsSlice, outcome);
  });
  it('events that are not rare belong on a p chart', () => {
    expect(codesOf(run(ledger([2, 3, 1, 4, 2, 3]), errors))).toContain('check.notRare');
  });
});

describe('t chart', () => {
  it.each(['t-01-cabg-days', 't-03-small'])('%s by the power transform, from a column', (id) => {
    const { input, expected } = reference(id);
    const outcome = run(column(input.values), {
      chart: 't',
      from: 'column',
      measure: 'c0',
      timeMethod: 'power',
      rules: 'limits-only',
    });
    expect(outcome.chart.stages[0].center).toBeCloseTo(expected.center, 8);
    expect(outcome.chart.stages[0].upper).toBeCloseTo(expected.ucl, 7);
    expect(beyond(outcome)).toEqual(expected.outOfControl);
    expectCleanTexts(rareEventsSlice, outcome);
    expectPlainData(outcome);
  });
  it('exponential limits are mean × ln 2 and mean × ln(1/0.00135)', () => {
    const gaps = [3, 8, 1, 15, 6, 2, 30, 4, 9, 12, 7, 5];
    const days = gaps.reduce<number[]>((at, gap) => [...at, at[at.length - 1] + gap], [toEpochDay(2024, 1, 1)]);
    const outcome = run(tableOf(numeric('c0', 'date', days)), { chart: 't', dateColumn: 'c0' });
    const { factor, unit } = outcome.scale;
    expect(unit).toBe('day');
    expect(outcome.chart.main.values.map((value) => Math.round((value ?? 0) * factor))).toEqual(gaps);
    expect((outcome.chart.stages[0].center ?? 0) * factor).toBeCloseTo(8.5 * Math.LN2, 9);
    expect((outcome.chart.stages[0].upper ?? 0) * factor).toBeCloseTo(8.5 * 6.60773, 3);
    expect(outcome.open).toBeNull();
    expectCleanTexts(rareEventsSlice, outcome);
    expectPlainData(outcome);
  });
  it('two events on one day are 0 apart, which the exponential allows, and each has a name of its own', () => {
    const table = tableOf(numeric('c0', 'date', [100, 100, 100, 108, 120, 131]));
    const outcome = run(table, { chart: 't', dateColumn: 'c0' });
    expect(outcome.labels.slice(0, 3)).toEqual(['1970-04-11 #2', '1970-04-11 #3', '1970-04-19']);
    expect(codesOf(outcome)).toContain('check.manyZeros');
    expect(failureCodeOf(() => run(table, { chart: 't', dateColumn: 'c0', timeMethod: 'weibull' }))).toBe(
      'rare-zero-gap',
    );
    expectCleanTexts(rareEventsSlice, outcome);
  });
  it.each([
    ['date', [90, 100, 100, 108, 120, 131], '1970-04-11 #3'],
    ['datetime', [90, 100.5, 100.5, 108.001, 120, 131].map((day) => day * msPerDay), '1970-04-11 12:00:00 #3'],
  ] as const)('what is left out stays left out, and no other, when rows are erased (%s)', (type, values, label) => {
    const spec: Partial<RareEventsSpec> = { chart: 't', dateColumn: 'c0', exclusions: [{ label, reason: 'r' }] };
    const excluded = (without: readonly number[]): readonly (readonly [readonly number[], number])[] => {
      const left = values.filter((_, row) => !without.includes(row));
      const { rows, excluded, unmatched } = run({ ...tableOf(numeric('c0', type, left)), without }, spec);
      return [[excluded.map(({ index }) => rows[index]), unmatched.length]];
    };
    expect(excluded([])).toEqual([[[2], 0]]);
    // The other event of its moment is gone, so that the date alone would do; the seconds of all others, too.
    expect(excluded([1])).toEqual([[[1], 0]]);
    expect(excluded([1, 3])).toEqual([[[1], 0]]);
    // It is gone itself: nobody takes its place.
    expect(excluded([2])).toEqual([[[], 1]]);
  });
  it('takes the time of day where it is known, and the time since the last event', () => {
    const hours = [0, 5, 30, 31, 80, 100];
    const table = tableOf(
      numeric(
        'c0',
        'datetime',
        hours.map((hour) => 19_700 * msPerDay + hour * 3_600_000),
      ),
      words('c1', ['是', '是', '否', '是', '是', '否']),
    );
    const outcome = run(table, { chart: 't', dateColumn: 'c0', countedColumn: 'c1', countedValues: ['是'] });
    expect(outcome.chart.main.values).toEqual([5, 26, 49].map((hour) => hour * 3600));
    expect(outcome.scale.unit).toBe('hour');
    expect(outcome.open).toBe(20 * 3600);
    expectCleanTexts(rareEventsSlice, outcome);
  });
  it('tells bunched events by the shape of a Weibull law', () => {
    const bunched = Array.from({ length: 40 }, (_, i) => (i % 8 === 0 ? 200 : 1 + (i % 3)));
    expect(codesOf(run(column(bunched), { chart: 't', from: 'column', measure: 'c0' }))).toContain('check.bunched');
    const regular = Array.from({ length: 40 }, (_, i) => 10 + (i % 4));
    const outcome = run(column(regular), { chart: 't', from: 'column', measure: 'c0' });
    expect(codesOf(outcome)).toContain('check.spaced');
    expectCleanTexts(rareEventsSlice, outcome);
    expectCleanTexts(
      rareEventsSlice,
      run(column(regular), { chart: 't', from: 'column', measure: 'c0', timeMethod: 'weibull' }),
    );
  });
});

describe('rare events: phases, refusals, proposals', () => {
  it('a phase begins with the event named, an excluded gap takes no part', () => {
    const gaps = [...Array.from({ length: 15 }, () => 10), ...Array.from({ length: 15 }, () => 60)];
    const outcome = run(ledger(gaps), {
      ...errors,
      countMethod: 'moments',
      phases: [{ label: '177', name: '双人复核', reason: '新规定' }],
      exclusions: [{ label: '12', reason: '演练' }],
    });
    // The first row of the second half: 1 + 15 × 11 rows, then 60 quiet ones and the event.
    expect(outcome.labels.indexOf('177')).toBe(-1);
    expect(outcome.unmatched).toEqual(['177']);
    const label = outcome.labels[15];
    const split = run(ledger(gaps), { ...errors, phases: [{ label, name: '双人复核', reason: '新规定' }] });
    expect(split.chart.stages.map(({ start, mean }) => [start, mean])).toEqual([
      [0, 10],
      [15, 60],
    ]);
    expectCleanTexts(rareEventsSlice, split);
    expectCleanTexts(rareEventsSlice, outcome);
  });
  it('refuses what has no gaps', () => {
    const code = (table: Table, spec: Record<string, unknown>): string => failureCodeOf(() => run(table, spec));
    expect(code(ledger([3, 4]), {})).toBe('rare-choose-events');
    expect(code(ledger([3]), errors)).toBe('rare-too-few-events');
    expect(code(ledger([3, 4]), { chart: 't' })).toBe('choose-date');
    expect(code(column([3, -4, 2]), { from: 'column', measure: 'c0' })).toBe('rare-negative-gap');
    expect(code(column([3, -4, 2]), { chart: 't', from: 'column', measure: 'c0' })).toBe('rare-negative-gap');
    expect(code(column([0, 0, 0]), { chart: 't', from: 'column', measure: 'c0' })).toBe('rare-all-zero');
    expect(code(column([1, 2]), { from: 'column' })).toBe('choose-measure');
  });
  it('proposes a chart that runs', () => {
    expect(proposalOf(rareEventsSlice, ledger([9, 12]))).toMatchObject({ chart: 'g', countedValues: ['是'] });
    expect(proposalOf(rareEventsSlice, tableOf(numeric('c0', 'date', [1, 5, 9])))).toMatchObject({ chart: 't' });
    expect(proposalOf(rareEventsSlice, column([1, 2]))).toMatchObject({ chart: 'g', from: 'column' });
    expect(proposalOf(rareEventsSlice, tableOf(words('c0', ['x', 'y', 'z'])))).toBe('rare-no-column');
  });
});
