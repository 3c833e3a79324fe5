import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { OutletQuarter } from '../domain/scorecard/scorecard';
import type { Json } from '../store/types';
import type { Workbench } from './workbench.svelte';

/** Columns of a pasted table, in this order; counts come in pairs of cases and of how many. */
export const outletColumns = [
  'name',
  'group',
  'satisfied',
  'surveys',
  'inTime',
  'tickets',
  'onTime',
  'due',
  'firstTime',
  'closed',
  'agreed',
  'called',
  'reopened',
  'archived',
  'inspection',
  'severe',
  'waitP90',
] as const;

/**
 * Quarters of outlets from a table that was pasted from a spreadsheet: one outlet a line, cells apart by tabs or commas.
 *
 * Shape  columns as `outletColumns`; an empty cell is not measured. A first line without any number is a heading.
 * Fails  outlet-line-unreadable (with the line), outlet-table-empty
 */
export function parseOutlets(text: string): Result<readonly OutletQuarter[], Failure> {
  const lines = text.split(/\r?\n/).map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()));
  const outlets: OutletQuarter[] = [];
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const values = outletColumns.slice(2).map((_, i) => (cells[i + 2] ? Number(cells[i + 2]) : null));
    if (index === 0 && values.every((value) => value === null || Number.isNaN(value))) continue;
    const outlet = cells[0] === '' ? null : toOutlet(cells[0], cells[1] ?? '', values);
    if (!outlet) return fail('outlet-line-unreadable', { line: index + 1, text: cells.join(' ').slice(0, 40) });
    outlets.push(outlet);
  }
  return outlets.length === 0 ? fail('outlet-table-empty') : ok(outlets);
}

function toOutlet(name: string, group: string, values: readonly (number | null)[]): OutletQuarter | null {
  if (values.some((value) => value !== null && !(value >= 0 && value < Infinity))) return null;
  const pairs = Array.from({ length: 6 }, (_, i) => [values[2 * i], values[2 * i + 1]] as const);
  const isWrong = ([cases, of]: (typeof pairs)[number]): boolean =>
    (cases === null) !== (of === null) ||
    (cases !== null && of !== null && (cases > of || !Number.isInteger(cases) || !Number.isInteger(of)));
  if (pairs.some(isWrong) || (values[12] ?? 0) > 100) return null;
  const [satisfaction, wait, onTime, firstTime, callBack, reopened] = pairs.map(([cases, of]) =>
    cases === null || of === null || of === 0 ? null : { cases, of },
  );
  return {
    id: name,
    name,
    group,
    satisfaction,
    wait,
    waitP90: values[14],
    onTime,
    firstTime,
    callBack,
    reopened,
    inspections: values[12] === null ? [] : [{ score: values[12], weight: 1 }],
    severeEvents: values[13] ?? 0,
    falsified: false,
  };
}

/** Keeps the outlets of a quarter, such as `2026-Q3`; the same outlet of the same quarter is replaced. */
export function saveOutlets(
  workbench: Workbench,
  quarter: string,
  outlets: readonly OutletQuarter[],
): Promise<Result<null, Failure>> {
  const changes = outlets.map((outlet) => ({
    kind: 'outletQuarter' as const,
    id: `${quarter} ${outlet.id}`,
    field: 'measured',
    value: JSON.parse(JSON.stringify(outlet)) as Json,
  }));
  return workbench.commit(changes, { code: 'outlets', params: { quarter } });
}

/** The outlets of every quarter that was kept. */
export async function readOutlets(
  workbench: Workbench,
): Promise<Result<ReadonlyMap<string, readonly OutletQuarter[]>, Failure>> {
  const records = await workbench.store.all('outletQuarter');
  if (!records.ok) return records;
  const quarters = new Map<string, OutletQuarter[]>();
  for (const { id, fields } of records.value) {
    const quarter = id.slice(0, id.indexOf(' '));
    const measured = fields['measured']?.value;
    if (typeof measured !== 'object' || measured === null) continue;
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), measured as unknown as OutletQuarter]);
  }
  return ok(quarters);
}
