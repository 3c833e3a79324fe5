import type { MapFlow, MapStep, Point } from '../../domain/process-map/map';

/**
 * Ids of the steps at whose lower border a flow begins or ends: a name that stands below the step makes room for it.
 *
 * @param routes corners by flow id, from border to border (see `routeFlows`)
 */
export function stepsWithFlowBelow(
  { steps, flows }: { readonly steps: readonly MapStep[]; readonly flows: readonly MapFlow[] },
  routes: ReadonlyMap<string, readonly Point[]>,
): ReadonlySet<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const found = new Set<string>();
  for (const { id, from, to } of flows) {
    const points = routes.get(id);
    if (!points) continue;
    for (const [end, point] of [
      [from, points[0]],
      [to, points[points.length - 1]],
    ] as const) {
      const step = byId.get(end);
      if (step && Math.abs(point.y - step.y - step.height) < 1) found.add(end);
    }
  }
  return found;
}
