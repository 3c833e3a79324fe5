import { textDigest } from '../kernel/digest';
import type { ImportPlan, Inspection } from './types';

/**
 * A key that files of the same shape share: format and column names in their order, letter case and blanks ignored.
 * Under it a plan is remembered for the next file. Names are digested: ids of records stay readable where the rest is
 * sealed.
 */
export function shapeKey(inspection: Pick<Inspection, 'format' | 'columns'>): string {
  const names = inspection.columns.map(({ name }) => name.toLowerCase().replace(/\s+/g, ''));
  return `${inspection.format}:${textDigest(JSON.stringify(names))}`;
}

/**
 * The remembered choices for columns of the same name, over the plan proposed for this file.
 *
 * How the file itself is read (encoding, delimiter, sheet, header row) stays as found in this file.
 */
export function applyRememberedPlan(proposed: ImportPlan, remembered: ImportPlan): ImportPlan {
  const known = new Map(remembered.columns.map((column) => [column.name, column]));
  const columns = proposed.columns.map((column) => {
    const before = known.get(column.name);
    return before ? { ...column, type: before.type, reading: before.reading, include: before.include } : column;
  });
  const ids = new Set(proposed.columns.map(({ id }) => id));
  const before = remembered.unpivot;
  const unpivot = before === undefined || before?.columns.some((id) => !ids.has(id)) ? proposed.unpivot : before;
  const customer = remembered.customer && ids.has(remembered.customer.column) ? remembered.customer : null;
  return {
    ...proposed,
    customer,
    unpivot: unpivot ?? null,
    keepTotals: remembered.keepTotals,
    mask: remembered.mask,
    columns,
  };
}
