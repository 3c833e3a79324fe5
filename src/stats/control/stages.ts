import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ControlFailureCode } from './failures';
import type { StagePlan } from './types';

/**
 * The stages of a chart with `length` points, checked.
 *
 * Shape     Stages in order, each beginning where the last ended, the first at 0, the last ending at `length`; without
 *           a plan, one stage.
 * Fails     stages-not-contiguous, baseline-outside-stage
 */
export function resolveStages(
  length: number,
  plan: readonly StagePlan[] | undefined,
): Result<readonly StagePlan[], Failure<ControlFailureCode>> {
  if (!plan || plan.length === 0) return ok([{ start: 0, end: length }]);
  let expected = 0;
  for (const [index, stage] of plan.entries()) {
    const isOrdered = stage.start === expected && stage.end > stage.start;
    if (!isOrdered || stage.end > length) return fail('stages-not-contiguous', { stage: index + 1 });
    const { baseline } = stage;
    if (baseline && !(baseline.start >= stage.start && baseline.end <= stage.end && baseline.start < baseline.end)) {
      return fail('baseline-outside-stage', { stage: index + 1 });
    }
    expected = stage.end;
  }
  return expected === length ? ok(plan) : fail('stages-not-contiguous', { stage: plan.length });
}

/**
 * Stages that begin at the points given.
 *
 * Shape     `starts` ascending; a stage from 0 is added where the first start is later.
 */
export function stagesFromStarts(length: number, starts: readonly number[]): StagePlan[] {
  const all = starts[0] === 0 ? starts : [0, ...starts];
  return all.map((start, i) => ({ start, end: i + 1 < all.length ? all[i + 1] : length }));
}
