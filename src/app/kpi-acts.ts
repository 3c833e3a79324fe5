import type { IndicatorValue } from '../domain/kpi/indicator';
import { formatIsoMonth } from '../kernel/dates';
import type { Failure, Result } from '../kernel/result';
import type { Workbench } from './workbench.svelte';

/** Keeps monthly values in one act; the same indicator in the same month is replaced. */
export function saveIndicators(
  workbench: Workbench,
  values: readonly IndicatorValue[],
  by: string,
): Promise<Result<null, Failure>> {
  const changes = values.flatMap((value) =>
    Object.entries({ ...value, by }).map(([field, cell]) => ({
      kind: 'indicator' as const,
      id: `${value.kpi} ${formatIsoMonth(value.month)}`,
      field,
      value: cell,
    })),
  );
  return workbench.commit(changes, { code: 'indicator', params: { n: values.length } });
}
