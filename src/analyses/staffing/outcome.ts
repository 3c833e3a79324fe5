import type { QueuePerformance } from '../../stats/queueing/erlang-c';
import type { StaffingSpec } from './spec';

export interface StaffingOutcome {
  readonly spec: StaffingSpec;
  /** The smallest number of agents that keeps the promise, and how the queue then does. */
  readonly plan: QueuePerformance;
  /** Agents that the service level alone asks for; below the plan where the occupancy asks for more. */
  readonly forLevel: number;
  /** One agent fewer, or null where that is none or the queue would grow without end. */
  readonly fewer: QueuePerformance | null;
  /** People on the payroll who give that many agents. */
  readonly paid: number;
  /** From the fewest that keep up with the load, in order. */
  readonly curve: readonly QueuePerformance[];
}
