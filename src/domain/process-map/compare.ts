import type { MapTotals } from './calculate';
import { diffMaps } from './diff';
import type { ProcessMap } from './map';

/** One total of two maps. */
export interface TotalChange {
  readonly total: ComparedTotal;
  readonly before: number | null;
  readonly after: number | null;
  /** after − before; null where one is not known. */
  readonly difference: number | null;
  /** Whether the change is what one wants; null for no change or an unknown one. */
  readonly isBetter: boolean | null;
}

export type ComparedTotal =
  | 'leadMinutes'
  | 'processMinutes'
  | 'cycleEfficiency'
  | 'rolledThroughputYield'
  | 'totalDpu'
  | 'costPerUnit'
  | 'handOffs'
  | 'criticalMinutes'
  | 'bottleneckLoad'
  | 'stepsPassed';

/** Totals of which more is better; of the others less is. */
const higherIsBetter: ReadonlySet<ComparedTotal> = new Set(['cycleEfficiency', 'rolledThroughputYield']);

export interface MapComparison {
  readonly totals: readonly TotalChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Steps in both maps of which something other than the place on the drawing differs. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

const placeFields = new Set(['x', 'y', 'width', 'height']);

/**
 * What a future map changes against today's. Steps are the same where their ids are; a future map begins as a copy.
 *
 * `null` stands for totals of a map that cannot be calculated.
 */
export function compareMaps(
  today: { readonly map: ProcessMap; readonly totals: MapTotals | null },
  future: { readonly map: ProcessMap; readonly totals: MapTotals | null },
): MapComparison {
  const [before, after] = [totalsOf(today.totals), totalsOf(future.totals)];
  const changes = diffMaps(today.map, future.map);
  const changed = new Map<string, string[]>();
  for (const change of changes) {
    if (change.kind !== 'cell' || change.list !== 'steps' || placeFields.has(change.field)) continue;
    const fields = changed.get(change.id) ?? [];
    changed.set(change.id, [...fields, change.field]);
  }
  const ids = (kind: 'add' | 'remove'): string[] =>
    changes.flatMap((change) => (change.kind === kind && change.list === 'steps' ? [change.id] : []));
  return {
    totals: (Object.keys(before) as ComparedTotal[]).map((total) => compareTotal(total, before[total], after[total])),
    added: ids('add'),
    removed: ids('remove'),
    changed: Object.fromEntries(changed),
  };
}

function compareTotal(total: ComparedTotal, before: number | null, after: number | null): TotalChange {
  const difference = before === null || after === null ? null : after - before;
  const isBetter = difference === null || difference === 0 ? null : difference > 0 === higherIsBetter.has(total);
  return { total, before, after, difference, isBetter };
}

function totalsOf(totals: MapTotals | null): Readonly<Record<ComparedTotal, number | null>> {
  return {
    leadMinutes: totals?.leadMinutes ?? null,
    processMinutes: totals?.processMinutes ?? null,
    cycleEfficiency: totals?.cycleEfficiency ?? null,
    rolledThroughputYield: totals?.rolledThroughputYield ?? null,
    totalDpu: totals?.totalDpu ?? null,
    costPerUnit: totals?.costPerUnit ?? null,
    handOffs: totals?.handOffs ?? null,
    criticalMinutes: totals?.criticalPath.minutes ?? null,
    bottleneckLoad: totals?.bottleneck?.utilization ?? null,
    stepsPassed: totals?.stepsPassed ?? null,
  };
}
