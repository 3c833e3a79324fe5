import type { ImportPlan, InspectOptions, Inspection } from './types';

/**
 * The plan that follows from an inspection when nobody changes anything: every column as proposed, totals left out,
 * masking on. Columns that add up others are not included; a cross-table becomes a list. `options` are the choices the file was inspected with.
 */
export function defaultPlan(inspection: Inspection, options: InspectOptions = {}): ImportPlan {
  const totals = new Set(inspection.issues.filter(({ code }) => code === 'totalColumn').map(({ column }) => column));
  return {
    inspect: options,
    keepTotals: false,
    mask: true,
    unpivot: inspection.unpivot,
    columns: inspection.columns.map(({ id, name, type, reading }, index) => ({
      id,
      name,
      type,
      reading,
      include: !totals.has(index + 1),
    })),
  };
}
