/** Lines of the report card that charts of a series share. */

import type { PhraseValue } from '../kernel/result';
import { autocorrelation } from '../stats/descriptive/autocorrelation';
import type { Maybe } from '../stats/control/types';
import type { Check } from './contract';
import type { Coverage } from './coverage';
import { firstOf, fixed, say } from './phrases';
import type { PointSource } from './point-source';
import { labelList, stageTitle } from './series-words';
import type { Placement } from './stages';

/** Limits from fewer points are trial limits. */
export const trialPoints = 12;

/** A line that asks for care. */
export function caution(code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status: 'caution', sentence: say(`analyses.series.check.${code}`, params) };
}

/** A line that says all is well. */
export function good(code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status: 'good', sentence: say(`analyses.series.check.${code}`, params) };
}

/** Enough points for limits, in all and in every stage. */
export function amountChecks(
  points: number,
  stages: readonly { readonly pointsUsed: number }[],
  names: Placement['stages'],
): Check[] {
  const whole = points < trialPoints ? caution('trial', { points, needed: trialPoints }) : good('enough', { points });
  const short = stages.flatMap(({ pointsUsed }, i) =>
    pointsUsed < trialPoints && (stages.length > 1 || points >= trialPoints)
      ? [caution('stageShort', { name: stageTitle(names, i), points: pointsUsed, needed: trialPoints })]
      : [],
  );
  return [whole, ...short];
}

/** Gaps, missing sizes, periods that are not whole, rows that took no part. */
export function coverageChecks(
  coverage: Coverage,
  labels: readonly string[],
  source: PointSource,
  emptyAs: 'gap' | 'zero',
): Check[] {
  const checks: Check[] = [];
  const { empty, withoutSize, partialFirst, partialLast, unplaced, blank } = coverage;
  if (empty.length > 0) {
    const code = emptyAs === 'zero' ? 'emptyZero' : 'emptyGap';
    checks.push(caution(code, { n: empty.length, labels: labelList(labels, empty) }));
  }
  if (withoutSize.length > 0) {
    checks.push(caution('withoutSize', { n: withoutSize.length, labels: labelList(labels, withoutSize) }));
  }
  const day = (epochDay: number): PhraseValue => ({ as: 'date', epochDay });
  if (partialFirst) {
    checks.push(caution('partialFirst', { label: labels[partialFirst.index], day: day(partialFirst.day) }));
  }
  if (partialLast) {
    checks.push(caution('partialLast', { label: labels[partialLast.index], day: day(partialLast.day) }));
  }
  if (unplaced > 0) checks.push(caution('unplaced', { rows: unplaced }));
  if (blank > 0) checks.push(caution('blank', { rows: blank }));
  if (source.kind === 'word') checks.push(caution('notInTime'));
  return checks;
}

/** Phases and exclusions that lack a point or a reason. */
export function choiceChecks({ unmatched, excluded, stages }: Omit<Placement, 'plan'>): Check[] {
  const checks: Check[] = [];
  if (unmatched.length > 0) checks.push(caution('unmatched', { labels: firstOf(unmatched, 6) }));
  const unexplained = excluded.filter(({ reason }) => reason.trim() === '').length;
  if (unexplained > 0) checks.push(caution('exclusionWithoutReason', { n: unexplained }));
  else if (excluded.length > 0) checks.push(caution('excluded', { n: excluded.length }));
  if (stages.some(({ name, reason }) => name !== null && reason.trim() === '')) {
    checks.push(caution('phaseWithoutReason'));
  }
  return checks;
}

/** Whether neighbouring points are alike: 3σ limits and sums of deviations take them for independent. */
export function independenceCheck(values: readonly Maybe[]): Check[] {
  const present = values.filter((value) => value !== null);
  if (present.length < trialPoints) return [];
  const r = autocorrelation(present, 1);
  if (r === null) return [];
  const bound = 1.96 / Math.sqrt(present.length);
  const params = { r: fixed(r, 2), bound: fixed(bound, 2) };
  return [Math.abs(r) > bound ? caution(r > 0 ? 'correlated' : 'alternates', params) : good('independent', params)];
}
