import { ok, type Failure, type Result } from '../../kernel/result';
import { agentsForServiceLevel, erlangC, type QueuePerformance } from '../../stats/queueing/erlang-c';
import type { AnalysisInput } from '../contract';
import type { StaffingOutcome } from './outcome';
import type { StaffingSpec } from './spec';

const mostPoints = 40;

/** Load and promise → agents, people to employ, and what more or fewer agents would change. */
export function runStaffing(_: AnalysisInput, spec: StaffingSpec): Result<StaffingOutcome, Failure> {
  const load = { arrivalsPerHour: spec.arrivals, handlingSeconds: spec.handling };
  const least = agentsForServiceLevel(load, { serviceLevel: spec.level / 100, withinSeconds: spec.withinSeconds });
  if (!least.ok) return least;
  const { erlangs } = least.value;
  const forOccupancy = spec.mostOccupied === null ? 0 : Math.ceil(erlangs / (spec.mostOccupied / 100) - 1e-9);
  const agents = Math.max(least.value.agents, forOccupancy);
  const plan = erlangC(load, agents, spec.withinSeconds);
  if (!plan.ok) return plan;
  const first = Math.floor(erlangs) + 1;
  const last = agents + Math.max(5, Math.ceil((agents - first) / 2));
  const step = Math.max(1, Math.ceil((last - first + 1) / mostPoints));
  const counts = new Set([agents]);
  for (let count = agents; count >= first; count -= step) counts.add(count);
  for (let count = agents; count <= last; count += step) counts.add(count);
  const curve: QueuePerformance[] = [];
  for (const count of [...counts].sort((a, b) => a - b)) {
    const here = erlangC(load, count, spec.withinSeconds);
    if (!here.ok) return here;
    curve.push(here.value);
  }
  const fewer = agents > 1 ? erlangC(load, agents - 1, spec.withinSeconds) : null;
  return ok({
    spec,
    plan: plan.value,
    forLevel: least.value.agents,
    fewer: fewer?.ok && fewer.value.isStable ? fewer.value : null,
    paid: Math.ceil(agents / (1 - spec.shrinkage / 100) - 1e-9),
    curve,
  });
}
