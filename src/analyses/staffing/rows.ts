import type { TableTwin } from '../contract';
import { say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { StaffingOutcome } from './outcome';

/** One line per number of agents. */
export function staffingRows({ curve, plan, spec }: StaffingOutcome): TableTwin {
  const column = columnsBy((key) => `analyses.staffing.table.${key}`, { seconds: spec.withinSeconds });
  return {
    caption: say('analyses.staffing.table.caption', { arrivals: spec.arrivals, handling: spec.handling }),
    columns: [
      column('agents', 'count'),
      column('level', 'percent', 1),
      column('wait', 'number', 1),
      column('waiting', 'percent', 1),
      column('occupancy', 'percent', 1),
    ],
    rows: curve.map((here) => ({
      cells: [here.agents, here.serviceLevel, here.averageWaitSeconds, here.waitProbability, here.occupancy],
      ...(here.agents === plan.agents ? { emphasis: 'total' as const } : {}),
      ...(here.serviceLevel < spec.level / 100 ? { emphasis: 'muted' as const } : {}),
    })),
  };
}
