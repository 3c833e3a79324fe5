import type { AnalysisSlice } from '../../../src/analyses/contract';
import type { Failure } from '../../../src/kernel/result';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Filter } from '../../../src/table/filter';
import type { Table } from '../../../src/table/column';
import { noCodes } from './render';

/** Runs a slice on a hand-written spec; what cannot be run throws the code of the failure. */
export function runnerOf<S, O>(
  slice: AnalysisSlice<S, O>,
  codes = noCodes,
): (table: Table, spec?: Record<string, unknown>, second?: Table) => O {
  return (table, spec = {}, second) => {
    const parsed = slice.parse(spec);
    if (!parsed.ok) throw new Error(parsed.failure.code);
    const result = slice.run(second ? { table, second, codes } : { table, codes }, parsed.value);
    if (!result.ok) throw new Error(result.failure.code);
    return result.value;
  };
}

/** The code that a spec fails with, or `none`. */
export function failureCodeOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a slice proposes for a table, or the code of the reason why it cannot. */
export function proposalOf<S, O>(slice: AnalysisSlice<S, O>, table: Table): S | Failure['code'] {
  const result = slice.defaults({ table, codes: noCodes });
  return result.ok ? result.value : result.failure.code;
}

/** The rows that conditions select, from 0. */
export function rowsBehind(table: Table, filters: readonly Filter[] | undefined): readonly number[] {
  const rows = applyFilters(table, filters ?? []);
  if (!rows.ok) throw new Error(rows.failure.code);
  return rows.value === null ? Array.from({ length: table.rows }, (_, row) => row) : Array.from(rows.value);
}
