import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { checkMap } from './check';
import { longestPath } from './critical-path';
import { reachable, routeGraph, type RouteGraph } from './graph';
import type { MapStep, ProcessMap, ValueClass } from './map';
import { expectedVisits, passThrough } from './visits';

/** What one step comes to for one unit that enters the process. */
export interface StepFigures {
  /** How often a unit comes here on average. */
  readonly visits: number;
  /** Visits and repetitions by rework: visits/(1 − rework). */
  readonly executions: number;
  readonly processMinutes: number;
  readonly waitMinutes: number;
  readonly cost: number;
  readonly firstPassYield: number;
  /** Units that come here on a day; null where no volume is known. */
  readonly unitsPerDay: number | null;
  /** Work that arrives on a day ÷ working time of the staff; null where one of them is not known. */
  readonly utilization: number | null;
}

export interface MapTotals {
  /** Σ (process + wait)·executions, in minutes, from typical (P50) times. */
  readonly leadMinutes: number;
  readonly processMinutes: number;
  /** By value class, waiting apart: the five sum to the lead time. */
  readonly minutesBy: Readonly<Record<ValueClass | 'unclassified' | 'wait', number>>;
  /** Value-adding time ÷ lead time; null where no time is known. */
  readonly cycleEfficiency: number | null;
  readonly rolledThroughputYield: number;
  /** RTY^(1/steps passed on average). */
  readonly normalizedYield: number;
  /** −ln RTY; null where nothing comes through. */
  readonly totalDpu: number | null;
  readonly stepsPassed: number;
  readonly costPerUnit: number;
  /** Changes of lane: how often a unit makes one on average, and how many flows are one. */
  readonly handOffs: number;
  readonly handOffFlows: number;
  readonly criticalPath: {
    readonly steps: readonly string[];
    readonly flows: readonly string[];
    readonly minutes: number;
  };
  /** The most loaded step; null where no step has staff, time and volume. */
  readonly bottleneck: { readonly step: string; readonly utilization: number } | null;
  /** How many of the working steps have what the totals need: a gap counts as no time, no cost and no defect. */
  readonly known: { readonly steps: number; readonly time: number; readonly yield: number; readonly cost: number };
  readonly steps: Readonly<Record<string, StepFigures>>;
}

/**
 * What a process map comes to.
 *
 * Formula   visits from the absorbing chain (visits.ts); lead time Σ(process + wait)·visits/(1 − rework);
 *           PCE = VA/lead; RTY through branches and loops (passThrough); TDPU = −ln RTY;
 *           utilisation = volume·executions·process/(staff·minutes a day)
 * Fails     map-not-calculable with the number of findings that stand in the way (checkMap names them)
 * Source    George, Lean Six Sigma, ch. 10 (PCE); rolled yield as in stats/yield/rolled-yield
 */
export function calculateMap(map: ProcessMap): Result<MapTotals, Failure<'map-not-calculable'>> {
  const stops = checkMap(map).filter(({ severity }) => severity === 'stop').length;
  if (stops > 0) return fail('map-not-calculable', { count: stops });
  const graph = restrict(routeGraph(map));
  const start = graph.steps.findIndex(({ kind }) => kind === 'start');
  const visits = expectedVisits(graph.exits, start);
  const yields = graph.steps.map(firstPassYield);
  const figures = graph.steps.map((step, index) =>
    stepFigures(step, visits[index], graph.steps[start].volumePerDay, map.minutesPerDay),
  );
  const minutesBy = splitMinutes(graph.steps, figures);
  const lead = sum(Object.values(minutesBy));
  const isWork = graph.steps.map((step, index) => visits[index] > 0 && countsAsStep(step));
  const stepsPassed = sum(isWork.map((counts, index) => (counts ? visits[index] : 0)));
  const rolled = passThrough(graph.exits, yields)[start];
  return ok({
    leadMinutes: lead,
    processMinutes: lead - minutesBy.wait,
    minutesBy,
    cycleEfficiency: lead > 0 ? minutesBy.va / lead : null,
    rolledThroughputYield: rolled,
    normalizedYield: stepsPassed > 0 ? rolled ** (1 / stepsPassed) : rolled,
    totalDpu: rolled > 0 ? 0 - Math.log(rolled) : null,
    stepsPassed,
    costPerUnit: sum(figures.map(({ cost }) => cost)),
    ...countHandOffs(graph, visits),
    criticalPath: longestPath(graph, start, graph.steps.map(minutesOfPassage)),
    bottleneck: findBottleneck(graph.steps, figures),
    known: countKnown(graph.steps.filter((_, index) => isWork[index])),
    steps: Object.fromEntries(graph.steps.map((step, index) => [step.id, figures[index]])),
  });
}

/** The graph without ways out of steps that nothing reaches: what hangs loose must not count. */
function restrict(graph: RouteGraph): RouteGraph {
  const starts = graph.steps.flatMap((step, index) => (step.kind === 'start' ? [index] : []));
  const reached = reachable(graph.exits, starts);
  return { ...graph, exits: graph.exits.map((edges, index) => (reached[index] ? edges : [])) };
}

/** What a step is worth in a rolled yield: work, and whatever somebody gave a yield. */
function countsAsStep(step: MapStep): boolean {
  return step.kind === 'step' || hasYield(step);
}

function hasYield({ yieldFraction, defectsPerDay, volumePerDay, reworkFraction }: MapStep): boolean {
  return yieldFraction !== null || (defectsPerDay !== null && (volumePerDay ?? 0) > 0) || reworkFraction !== null;
}

/**
 * Share that is right the first time: the entered yield, else e^(−defects/volume), else 1 − rework, else 1.
 */
export function firstPassYield({ yieldFraction, defectsPerDay, volumePerDay, reworkFraction }: MapStep): number {
  if (yieldFraction !== null) return yieldFraction;
  if (defectsPerDay !== null && volumePerDay !== null && volumePerDay > 0)
    return Math.exp(0 - defectsPerDay / volumePerDay);
  return 1 - (reworkFraction ?? 0);
}

function stepFigures(step: MapStep, visits: number, volumePerDay: number | null, minutesPerDay: number): StepFigures {
  const repetitions = 1 / (1 - (step.reworkFraction ?? 0));
  const executions = visits * repetitions;
  // A store keeps what flows past it; its times are no part of the way.
  const isPassed = step.kind !== 'store';
  const process = isPassed && step.kind !== 'wait' ? (step.processMinutes ?? 0) : 0;
  const units = step.volumePerDay ?? (volumePerDay === null ? null : volumePerDay * visits);
  const capacity = (step.staff ?? 0) * minutesPerDay;
  return {
    visits,
    executions,
    processMinutes: process * executions,
    waitMinutes: isPassed ? (step.waitMinutes ?? 0) * executions : 0,
    cost: (step.costPerUnit ?? 0) * executions,
    firstPassYield: firstPassYield(step),
    unitsPerDay: units,
    utilization: units !== null && capacity > 0 && process > 0 ? (units * repetitions * process) / capacity : null,
  };
}

function minutesOfPassage(step: MapStep): number {
  if (step.kind === 'store') return 0;
  const process = step.kind === 'wait' ? 0 : (step.processMinutes ?? 0);
  return (process + (step.waitMinutes ?? 0)) / (1 - (step.reworkFraction ?? 0));
}

function splitMinutes(steps: readonly MapStep[], figures: readonly StepFigures[]): MapTotals['minutesBy'] {
  const minutes = { va: 0, nnva: 0, nva: 0, unclassified: 0, wait: 0 };
  figures.forEach(({ processMinutes, waitMinutes }, index) => {
    minutes[steps[index].valueClass ?? 'unclassified'] += processMinutes;
    minutes.wait += waitMinutes;
  });
  return minutes;
}

function countHandOffs(
  { steps, exits }: RouteGraph,
  visits: Float64Array,
): Pick<MapTotals, 'handOffs' | 'handOffFlows'> {
  const crossing = exits
    .flat()
    .filter(({ from, to, share }) => share > 0 && visits[from] > 0 && steps[from].lane !== steps[to].lane);
  return { handOffs: sum(crossing.map(({ from, share }) => visits[from] * share)), handOffFlows: crossing.length };
}

function findBottleneck(steps: readonly MapStep[], figures: readonly StepFigures[]): MapTotals['bottleneck'] {
  let found: MapTotals['bottleneck'] = null;
  figures.forEach(({ utilization, visits }, index) => {
    if (utilization !== null && visits > 0 && utilization > (found?.utilization ?? 0))
      found = { step: steps[index].id, utilization };
  });
  return found;
}

function countKnown(steps: readonly MapStep[]): MapTotals['known'] {
  const count = (has: (step: MapStep) => boolean): number => steps.filter(has).length;
  return {
    steps: steps.length,
    time: count(({ processMinutes, waitMinutes }) => processMinutes !== null || waitMinutes !== null),
    yield: count(hasYield),
    cost: count(({ costPerUnit }) => costPerUnit !== null),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
