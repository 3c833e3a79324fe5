import type { BeforeAfterOutcome, ControlledChange, Maybe, Side, SideChange, Verdict, VerdictReason } from './outcome';
import type { BeforeAfterSpec } from './spec';

/**
 * The word that interval and direction allow.
 *
 * An interval that reaches both ways says nothing of the effect, and an effect short of the target is partial. Without a
 * target, a proven improvement is all that can be asked.
 */
export function judge(
  spec: BeforeAfterSpec,
  of: {
    readonly isAssumed: boolean;
    readonly change: SideChange;
    readonly controlled: ControlledChange | null;
    readonly after: Side;
    readonly target: Maybe;
  },
): { readonly verdict: Verdict; readonly reason: VerdictReason } {
  // Nobody said when the measure was taken: there is nothing to judge.
  if (of.isAssumed) return { verdict: 'unproven', reason: 'assumed' };
  const way = wayOf(spec, of.controlled?.interval ?? of.change.interval ?? of.change.relativeInterval);
  if (way === 'worse') return { verdict: 'notEffective', reason: 'worse' };
  const sign = spec.direction === 'lower' ? -1 : 1;
  const reaches = of.target === null ? null : sign * (of.after.value - of.target) >= 0;
  if (way === 'better') {
    if (reaches === null) return { verdict: 'effective', reason: 'better' };
    return reaches ? { verdict: 'effective', reason: 'reached' } : { verdict: 'partial', reason: 'missed' };
  }
  if (of.target !== null && isShortOf(spec, of.after, of.target))
    return { verdict: 'notEffective', reason: 'openMissed' };
  const alone = wayOf(spec, of.change.interval ?? of.change.relativeInterval);
  return { verdict: 'unproven', reason: of.controlled && alone === 'better' ? 'openControl' : 'open' };
}

/** Which way a whole interval lies; `open` where it holds 0. */
export function wayOf(
  { direction }: Pick<BeforeAfterSpec, 'direction'>,
  interval: { readonly low: number; readonly high: Maybe } | null,
): 'better' | 'worse' | 'open' {
  if (!interval) return 'open';
  const isUp = interval.low > 0;
  const isDown = interval.high !== null && interval.high < 0;
  if (!isUp && !isDown) return 'open';
  return isDown === (direction === 'lower') ? 'better' : 'worse';
}

/** The whole interval of the level after lies on the wrong side of the target. */
function isShortOf({ direction }: BeforeAfterSpec, { interval }: Side, target: number): boolean {
  if (!interval) return false;
  return direction === 'lower' ? interval.low > target : interval.high < target;
}

/** The target in the unit of the values. */
export function targetOf({ metric, target }: BeforeAfterSpec, per: number): Maybe {
  if (target === null) return null;
  return metric === 'share' ? target / 100 : metric === 'rate' ? target / per : target;
}

/** The target of an outcome in the unit of its values. */
export function outcomeTarget({ spec, per }: Pick<BeforeAfterOutcome, 'spec' | 'per'>): Maybe {
  return targetOf(spec, per);
}
