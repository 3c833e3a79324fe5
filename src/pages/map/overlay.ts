import type { MapTotals, StepFigures } from '../../domain/process-map/calculate';
import type { MapComparison } from '../../domain/process-map/compare';
import type { MapHeat, StepHeat } from '../../domain/process-map/heat';
import type { MapStep } from '../../domain/process-map/map';

/** What is painted over the steps and flows of a drawing. */
export interface Overlay {
  readonly totals: MapTotals | null;
  readonly heat: MapHeat | null;
  readonly comparison: MapComparison | null;
}

export const noOverlay: Overlay = { totals: null, heat: null, comparison: null };

export interface StepMarks {
  readonly figures: StepFigures | null;
  readonly heat: StepHeat | null;
  readonly isCritical: boolean;
  readonly isBottleneck: boolean;
  readonly change: 'added' | 'removed' | 'changed' | null;
}

/** What is painted over one step. */
export function marksOf({ id }: MapStep, { totals, heat, comparison }: Overlay): StepMarks {
  const own = <T>(record: Readonly<Record<string, T>> | undefined): T | null =>
    record && Object.hasOwn(record, id) ? record[id] : null;
  const stepHeat = own(heat?.steps);
  return {
    figures: own(totals?.steps),
    heat: stepHeat && stepHeat.count > 0 ? stepHeat : null,
    isCritical: totals?.criticalPath.steps.includes(id) ?? false,
    isBottleneck: totals?.bottleneck?.step === id,
    change: comparison?.added.includes(id)
      ? 'added'
      : comparison?.removed.includes(id)
        ? 'removed'
        : own(comparison?.changed)
          ? 'changed'
          : null,
  };
}
