import { describe, expect, it } from 'vitest';
import { controlChartSlice } from '../../../src/analyses/control-chart/slice';
import { rareEventsSlice } from '../../../src/analyses/rare-events/slice';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Table } from '../../../src/table/column';
import { takeRows } from '../../../src/table/take-rows';
import { numeric, tableOf } from '../table/build-table';
import { runnerOf } from './spec-runner';

const days = Array.from({ length: 24 }, (_, i) => toEpochDay(2026, 1, 1 + Math.floor(i / 2)));
const waits = Array.from({ length: 24 }, (_, i) => 10 + ((i * 7) % 5) + (i === 12 ? 40 : 0));
const table = tableOf(numeric('c0', 'number', waits, '等候分钟'), numeric('c1', 'date', days, '日期'));

/** The table after the rows of a customer were erased. */
function without(...gone: readonly number[]): Table {
  const kept = Uint32Array.from(Array.from({ length: 24 }, (_, row) => row).filter((row) => !gone.includes(row)));
  return { ...takeRows(table, kept), without: gone };
}

describe('points that are called by the number of their row', () => {
  const spec = { plot: 'measure', subgroup: 'row', measure: 'c0', chart: 'i' };
  const run = runnerOf(controlChartSlice);

  it.each([
    ['13', null],
    ['2026-01-07 #13', 'c1'],
  ])('stay excluded when rows before them are erased: %s', (label, dateColumn) => {
    const chosen = { ...spec, dateColumn, exclusions: [{ label, reason: '系统停机' }] };
    const before = run(table, chosen);
    expect(before.excluded).toMatchObject([{ index: 12 }]);
    const after = run(without(1, 5, 20), chosen);
    expect(after.excluded).toMatchObject([{ index: 10 }]);
    expect(after.labels[10]).toBe(before.labels[12]);
    // The point itself is erased: nothing else takes its place.
    expect(run(without(12), chosen).excluded).toEqual([]);
  });

  it('keep their number in a chart of rare events', () => {
    const gaps = { from: 'column', chart: 't', measure: 'c0', dateColumn: null };
    const { labels } = runnerOf(rareEventsSlice)(without(1), gaps);
    expect(labels.slice(0, 3)).toEqual(['1', '3', '4']);
  });
});
