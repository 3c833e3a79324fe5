import { fail, ok } from '../../kernel/result';
import type { Maybe } from '../descriptive/measured';
import type { TestResult } from '../tests/failures';

/** Work that arrives at a queue. */
export interface QueueLoad {
  readonly arrivalsPerHour: number;
  /** Mean handling time in seconds: talk, hold and wrap-up. */
  readonly handlingSeconds: number;
}

/** How a queue does with a number of agents. */
export interface QueuePerformance {
  readonly agents: number;
  /** Load in erlangs: agents kept busy on average. */
  readonly erlangs: number;
  /** False where the load is not below the number of agents: the queue then grows without end. */
  readonly isStable: boolean;
  /** Probability that a caller waits. */
  readonly waitProbability: number;
  /** Average speed of answer in seconds, all callers; null for an unstable queue. */
  readonly averageWaitSeconds: Maybe;
  /** Share answered within the target time. */
  readonly serviceLevel: number;
  /** Share of their time in which agents handle calls; 1 for an unstable queue. */
  readonly occupancy: number;
}

/**
 * Performance of a queue without abandonment.
 *
 * Shape     arrivals ≥ 0, handling time > 0, whole agents ≥ 1, target ≥ 0 seconds
 * Formula   A = λ·AHT; P_w from Erlang's recursion B = AB/(N + AB), P_w = B/(1 − (A/N)(1 − B));
 *           service level 1 − P_w·e^(−(N − A)t/AHT); ASA = P_w·AHT/(N − A)
 * Fails     queue-input-invalid
 * Accuracy  1e-12 relative; no factorials, so thousands of agents are no matter
 * Source    Erlang 1917; Cooper, Introduction to Queueing Theory, 2nd ed., §3.4
 */
export function erlangC(load: QueueLoad, agents: number, targetSeconds: number): TestResult<QueuePerformance> {
  const isValid = isValidLoad(load) && Number.isInteger(agents) && agents >= 1 && agents <= mostAgents;
  if (!isValid || !(targetSeconds >= 0 && targetSeconds < Infinity))
    return fail('queue-input-invalid', { most: mostAgents });
  return ok(performanceOf(load, agents, targetSeconds, blockingOf(erlangsOf(load), agents)));
}

/**
 * Smallest number of agents that reaches a service level.
 *
 * Shape     as `erlangC`; 0 < level < 1
 * Fails     queue-input-invalid, queue-target-outside-unit, queue-out-of-reach
 */
export function agentsForServiceLevel(
  load: QueueLoad,
  target: { readonly serviceLevel: number; readonly withinSeconds: number },
): TestResult<QueuePerformance> {
  const { serviceLevel, withinSeconds } = target;
  if (!isValidLoad(load) || !(withinSeconds >= 0 && withinSeconds < Infinity)) {
    return fail('queue-input-invalid', { most: mostAgents });
  }
  if (!(serviceLevel > 0 && serviceLevel < 1)) return fail('queue-target-outside-unit', { level: serviceLevel });
  const erlangs = erlangsOf(load);
  let blocking = 1;
  for (let agents = 1; agents <= mostAgents; agents++) {
    blocking = (erlangs * blocking) / (agents + erlangs * blocking);
    if (agents <= erlangs) continue;
    const performance = performanceOf(load, agents, withinSeconds, blocking);
    if (performance.serviceLevel >= serviceLevel) return ok(performance);
  }
  return fail('queue-out-of-reach', { most: mostAgents });
}

const mostAgents = 100_000;

function isValidLoad({ arrivalsPerHour, handlingSeconds }: QueueLoad): boolean {
  return arrivalsPerHour >= 0 && arrivalsPerHour < Infinity && handlingSeconds > 0 && handlingSeconds < Infinity;
}

function erlangsOf({ arrivalsPerHour, handlingSeconds }: QueueLoad): number {
  return (arrivalsPerHour * handlingSeconds) / 3600;
}

/** Erlang B: the share of calls lost if none could wait. */
function blockingOf(erlangs: number, agents: number): number {
  let blocking = 1;
  for (let n = 1; n <= agents; n++) blocking = (erlangs * blocking) / (n + erlangs * blocking);
  return blocking;
}

function performanceOf(load: QueueLoad, agents: number, targetSeconds: number, blocking: number): QueuePerformance {
  const erlangs = erlangsOf(load);
  if (erlangs >= agents) {
    return {
      agents,
      erlangs,
      isStable: false,
      waitProbability: 1,
      averageWaitSeconds: null,
      serviceLevel: 0,
      occupancy: 1,
    };
  }
  const occupancy = erlangs / agents;
  const waitProbability = blocking / (1 - occupancy * (1 - blocking));
  const free = agents - erlangs;
  return {
    agents,
    erlangs,
    isStable: true,
    waitProbability,
    averageWaitSeconds: (waitProbability * load.handlingSeconds) / free,
    serviceLevel: 1 - waitProbability * Math.exp((-free * targetSeconds) / load.handlingSeconds),
    occupancy,
  };
}
