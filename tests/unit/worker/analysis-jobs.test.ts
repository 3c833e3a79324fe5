import { describe, expect, it } from 'vitest';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';
import { ok, type Result } from '../../../src/kernel/result';
import type { BlockStore } from '../../../src/store/types';
import type { Table } from '../../../src/table/column';
import { DatasetCache } from '../../../src/worker/dataset-cache';
import { createAnalysisJobs } from '../../../src/worker/jobs/analysis-jobs';
import type { DatasetRef, JobHooks } from '../../../src/worker/protocol';
import { numeric, tableOf, words } from '../table/build-table';

const hooks: JobHooks = { signal: new AbortController().signal, onProgress: () => undefined };
const table: Table = tableOf(words('c0', ['排队', '收费', '排队']), numeric('c1', 'number', [1, 2, 4]));
const dataset: DatasetRef = {
  id: 'd',
  rows: table.rows,
  chunkRows: 131_072,
  columns: table.columns.map(({ id, name, type }) => ({ id, name, type })),
  blocks: [],
  coding: { column: null, byValue: {}, byRow: {}, contributing: {} },
};

function open(): ReturnType<typeof createAnalysisJobs> {
  const read = (_: string, __: unknown, ids: readonly string[]): unknown =>
    Promise.resolve(ok({ ...table, columns: table.columns.filter(({ id }) => ids.includes(id)) }));
  const cache = new DatasetCache({ read } as unknown as BlockStore);
  return createAnalysisJobs(() => Promise.resolve(cache));
}

function valueOf<T>(result: Result<T> | null): T {
  if (!result?.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const target = { slice: 'pareto', first: dataset, second: null, taxonomy: defaultTaxonomy };

describe('proposing an analysis', () => {
  it('gives what analysing its specification gives', async () => {
    const jobs = open();
    const { spec, outcome } = valueOf(await jobs.propose({ ...target, wish: {} }, hooks));
    expect(spec).toMatchObject({ column: 'c0', weight: 'count' });
    expect(outcome).toEqual(await jobs.analyse({ ...target, spec }, hooks));
    expect(valueOf(outcome)).toMatchObject({ totals: { rows: 3, value: 3 } });
  });

  it('puts what is wished over what it proposes', async () => {
    const jobs = open();
    const wish = { weight: 'sum', weightColumn: 'c1' };
    const { spec, outcome } = valueOf(await jobs.propose({ ...target, wish }, hooks));
    expect(spec).toMatchObject({ column: 'c0', ...wish });
    expect(outcome).toEqual(await jobs.analyse({ ...target, spec }, hooks));
    expect(valueOf(outcome)).toMatchObject({ totals: { rows: 3, value: 7 } });
  });

  it('leaves columns that it has not read to analysing', async () => {
    const { spec, outcome } = valueOf(await open().propose({ ...target, wish: { column: 'c9' } }, hooks));
    expect(spec).toMatchObject({ column: 'c9' });
    expect(outcome).toBeNull();
  });
});
