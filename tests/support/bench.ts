import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a benchmark file exports as `default`: things done side by side, the first of which is the measure of the others. */
export interface Bench {
  /** What is measured, in words; also the name in the result line. */
  readonly name: string;
  /** How often each is done; the median counts. Odd numbers give a true middle. */
  readonly rounds?: number;
  /** Made once, not counted. */
  readonly prepare?: () => Promise<void> | void;
  /** The first is the baseline; ratios are to its median. What returns `Measured` was timed within; all else is timed here. */
  readonly contestants: Readonly<Record<string, () => unknown>>;
  /** Contestant → the largest ratio to the baseline that is promised. */
  readonly limits?: Readonly<Record<string, number>>;
  /** Contestant → the longest median that is promised, in ms, whatever the others take. */
  readonly limitsMs?: Readonly<Record<string, number>>;
  readonly cleanUp?: () => Promise<void> | void;
}

/** A time that a page measured itself, such as its longest task, in ms. */
export interface Measured {
  readonly measuredMs: number;
}

export interface BenchLine {
  readonly bench: string;
  readonly contestant: string;
  readonly rounds: number;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** To the median of the baseline, in the same run. */
  readonly ratio: number;
  readonly limit: number | null;
  readonly limitMs: number | null;
  readonly kept: boolean;
}

/** Names a benchmark and fixes its type. */
export function bench(definition: Bench): Bench {
  return definition;
}

/** The middle of the values; the mean of the two middle ones if their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs the contestants in turn, round by round, so that a machine that slows down slows all of them; one round before the
 * counted ones lets the engine compile. What one of them leaves behind is collected before the next begins: the first to
 * ask for memory would pay for it.
 */
export async function runBench(
  definition: Bench,
  now: () => number = () => performance.now(),
  collectGarbage: () => void = garbageCollector(),
): Promise<BenchLine[]> {
  const rounds = definition.rounds ?? 5;
  const entries = Object.entries(definition.contestants);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  await definition.prepare?.();
  try {
    for (let round = -1; round < rounds; round++) {
      for (const [name, work] of entries) {
        collectGarbage();
        const started = now();
        const result: unknown = await work();
        if (round >= 0) times.get(name)?.push(measuredIn(result) ?? now() - started);
      }
    }
  } finally {
    await definition.cleanUp?.();
  }
  const baseline = median([...times.values()][0] ?? []);
  return entries.map(([name]) => toLine(definition, name, times.get(name) ?? [], baseline));
}

function measuredIn(result: unknown): number | null {
  if (typeof result !== 'object' || result === null || !('measuredMs' in result)) return null;
  return (result as Measured).measuredMs;
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function toLine(definition: Bench, contestant: string, times: readonly number[], baseline: number): BenchLine {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const ratio = round(median(times) / baseline);
  const limit = definition.limits?.[contestant] ?? null;
  const limitMs = definition.limitsMs?.[contestant] ?? null;
  const medianMs = round(median(times));
  return {
    bench: definition.name,
    contestant,
    rounds: times.length,
    medianMs,
    minMs: round(Math.min(...times)),
    maxMs: round(Math.max(...times)),
    ratio,
    limit,
    limitMs,
    kept: (limit === null || ratio <= limit) && (limitMs === null || medianMs <= limitMs),
  };
}
