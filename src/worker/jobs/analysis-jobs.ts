import type { AnalysisInput, AnalysisSlice } from '../../analyses/contract';
import { sliceById } from '../../analyses/registry';
import { indexTaxonomy } from '../../domain/taxonomy/index-of';
import { ok, type Failure, type Result } from '../../kernel/result';
import type { Table } from '../../table/column';
import type { DatasetCache } from '../dataset-cache';
import type { DatasetRef, JobHandlers, SliceTarget } from '../protocol';
import { codedColumnIds, readCoded } from '../read-coded';

type AnalysisJobs = Pick<JobHandlers, 'propose' | 'analyse'>;

/** Computing analyses where the columns are. Only the outcome crosses to the page. */
export function createAnalysisJobs(openCache: () => Promise<DatasetCache>): AnalysisJobs {
  return {
    propose: async ({ wish, ...target }) => {
      const slice = sliceOf(target);
      const input = await readInput(
        await openCache(),
        target,
        target.first ? allColumns(target.first) : [],
        target.second ? allColumns(target.second) : [],
      );
      if (!input.ok) return input;
      const proposed = slice.defaults(input.value);
      if (!proposed.ok) return proposed;
      const spec = { ...(proposed.value as object), ...wish };
      return ok({ spec, outcome: runOn(input.value, slice, spec) });
    },

    analyse: async ({ spec, ...target }) => {
      const slice = sliceOf(target);
      const parsed = slice.parse(spec);
      if (!parsed.ok) return parsed;
      const { first, second } = slice.columns(parsed.value);
      const input = await readInput(await openCache(), target, first, second);
      return input.ok ? slice.run(input.value, parsed.value) : input;
    },
  };
}

/** The outcome, where the input holds all that the spec reads. */
function runOn(
  input: AnalysisInput,
  slice: AnalysisSlice<unknown, unknown>,
  spec: unknown,
): Result<unknown, Failure> | null {
  const parsed = slice.parse(spec);
  if (!parsed.ok) return parsed;
  const { first, second } = slice.columns(parsed.value);
  const holds = (table: Table | undefined, ids: readonly string[]): boolean =>
    ids.every((id) => table?.columns.some((column) => column.id === id));
  return holds(input.table, first) && holds(input.second, second) ? slice.run(input, parsed.value) : null;
}

const noData: Table = { rows: 0, columns: [] };

function sliceOf({ slice }: { readonly slice: string }): AnalysisSlice<unknown, unknown> {
  const found = sliceById(slice);
  if (!found) throw new RangeError(`no analysis has this id: ${slice}`);
  return found;
}

function allColumns(dataset: DatasetRef): readonly string[] {
  return [...dataset.columns.map((column) => column.id), ...(dataset.coding ? codedColumnIds : [])];
}

async function readInput(
  cache: DatasetCache,
  { first, second, taxonomy }: SliceTarget,
  firstColumns: readonly string[],
  secondColumns: readonly string[],
): Promise<Result<AnalysisInput, Failure>> {
  const table = first ? await readCoded(cache, first, firstColumns, taxonomy) : ok(noData);
  if (!table.ok) return table;
  let other: Table | undefined;
  if (second) {
    const read = await readCoded(cache, second, secondColumns, taxonomy);
    if (!read.ok) return read;
    other = read.value;
  }
  return ok({ table: table.value, second: other, codes: indexTaxonomy(taxonomy) });
}
