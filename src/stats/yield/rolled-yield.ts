import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { YieldFailureCode } from './failures';

/** Yield of a chain of steps. */
export interface RolledYield {
  /** Share that passes every step at the first attempt. */
  readonly rolledThroughputYield: number;
  /** The yield that every step would have if all were alike. */
  readonly normalizedYield: number;
  /** Defects per unit over the whole chain; null where a step passes nothing. */
  readonly totalDpu: number | null;
}

/**
 * Rolled throughput yield of steps in a row.
 *
 * Shape     at least one yield, each from 0 to 1
 * Formula   RTY = Πy;  normalised RTY^(1/steps);  total DPU = −ln RTY
 * Fails     yield-outside-unit, no-values
 * Accuracy  1e-12 relative (tests/reference/cases/dpmo-06)
 */
export function rolledYield(stepYields: readonly number[]): Result<RolledYield, Failure<YieldFailureCode>> {
  if (stepYields.length === 0) return fail('no-values');
  const wrong = stepYields.findIndex((y) => !(y >= 0 && y <= 1));
  if (wrong >= 0) return fail('yield-outside-unit', { step: wrong + 1, value: stepYields[wrong] });
  const product = stepYields.reduce((all, y) => all * y, 1);
  return ok({
    rolledThroughputYield: product,
    normalizedYield: product ** (1 / stepYields.length),
    totalDpu: product > 0 ? 0 - Math.log(product) : null,
  });
}

/** One way through a fork of a process, with the share of the units that take it. */
export interface Branch {
  readonly share: number;
  readonly yield: number;
}

/** Yield of a fork: Σ share·yield over shares that sum to 1 within 1e-9; RangeError otherwise. */
export function branchYield(branches: readonly Branch[]): number {
  const total = branches.reduce((sum, { share }) => sum + share, 0);
  if (!(Math.abs(total - 1) <= 1e-9)) throw new RangeError(`shares of branches sum to 1: ${total}`);
  return branches.reduce((sum, branch) => sum + branch.share * branch.yield, 0);
}

/** What entered a step, what was lost and what had to be done again. */
export interface ProcessStep {
  readonly unitsIn: number;
  readonly scrap: number;
  readonly rework: number;
}

/** Yields of a process by step. */
export interface ProcessYields {
  /** (in − scrap − rework)/in: rework counts against it. */
  readonly firstPassYields: readonly number[];
  /** (in − scrap)/in */
  readonly finalYields: readonly number[];
  readonly rolledThroughputYield: number;
}

/**
 * First-pass and final yield of each step, and the rolled yield of the first passes.
 *
 * Fails  step-counts-invalid, no-values
 */
export function processYields(steps: readonly ProcessStep[]): Result<ProcessYields, Failure<YieldFailureCode>> {
  if (steps.length === 0) return fail('no-values');
  const wrong = steps.findIndex(
    ({ unitsIn, scrap, rework }) => !(unitsIn > 0 && scrap >= 0 && rework >= 0 && scrap + rework <= unitsIn),
  );
  if (wrong >= 0) return fail('step-counts-invalid', { step: wrong + 1 });
  const firstPassYields = steps.map(({ unitsIn, scrap, rework }) => (unitsIn - scrap - rework) / unitsIn);
  return ok({
    firstPassYields,
    finalYields: steps.map(({ unitsIn, scrap }) => (unitsIn - scrap) / unitsIn),
    rolledThroughputYield: firstPassYields.reduce((all, y) => all * y, 1),
  });
}
