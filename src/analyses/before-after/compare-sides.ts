import { ok, type Failure, type Result } from '../../kernel/result';
import { ratioOrNull } from '../../stats/descriptive/measured';
import { differenceInMeans, differenceInRates, differenceInShares } from '../../stats/tests/difference-in-differences';
import { effectSize } from '../../stats/tests/effect-size';
import { twoSampleT } from '../../stats/tests/t-tests';
import { changeOf } from '../change';
import type { ControlledChange, Side, SideChange } from './outcome';
import type { MeasuredSide } from './measure-side';
import type { BeforeAfterSpec } from './spec';

/** The change from before to after, with its interval and test. */
export function compareSides(
  spec: BeforeAfterSpec,
  before: MeasuredSide,
  after: MeasuredSide,
): Result<SideChange, Failure> {
  if (spec.metric === 'mean') return compareMeans(before, after);
  const compared = changeOf({ kind: spec.metric, direction: spec.direction }, countsOf(before), countsOf(after));
  if (!compared.ok) return compared;
  const { difference, interval, relative, relativeInterval, failures } = compared.value.change;
  return ok({
    difference,
    interval,
    relative,
    relativeInterval,
    failures,
    pValue: compared.value.pValue,
    statistic: null,
    df: null,
    hedgesG: null,
  });
}

function compareMeans(before: MeasuredSide, after: MeasuredSide): Result<SideChange, Failure> {
  const test = twoSampleT(after.values, before.values, 'welch');
  if (!test.ok) return test;
  const { estimate, interval, pValue, t, df } = test.value;
  const effect = effectSize(before.values, after.values);
  return ok({
    difference: estimate,
    interval: interval.low === null || interval.high === null ? null : { low: interval.low, high: interval.high },
    relative: ratioOrNull(estimate, Math.abs(before.side.value)),
    relativeInterval: null,
    failures: null,
    pValue,
    statistic: t,
    df,
    hedgesG: effect.ok ? effect.value.hedgesG : null,
  });
}

function countsOf({ side }: MeasuredSide): { events: number; size: number } {
  return { events: side.events ?? 0, size: side.size };
}

/** The change that the control does not show as well. */
export function compareWithControl(
  spec: BeforeAfterSpec,
  treated: { readonly before: MeasuredSide; readonly after: MeasuredSide },
  control: { readonly before: MeasuredSide; readonly after: MeasuredSide },
): Result<ControlledChange, Failure> {
  const cells = <T>(
    of: (side: MeasuredSide) => T,
  ): Record<'treatedBefore' | 'treatedAfter' | 'controlBefore' | 'controlAfter', T> => ({
    treatedBefore: of(treated.before),
    treatedAfter: of(treated.after),
    controlBefore: of(control.before),
    controlAfter: of(control.after),
  });
  const share = ({ events, size }: Side): { successes: number; trials: number } => ({
    successes: events ?? 0,
    trials: size,
  });
  const compared =
    spec.metric === 'mean'
      ? differenceInMeans(cells(({ values }) => values))
      : spec.metric === 'share'
        ? differenceInShares(cells(({ side }) => share(side)))
        : differenceInRates(cells(({ side }) => ({ events: side.events ?? 0, exposure: side.size })));
  if (!compared.ok) return compared;
  const { estimate, controlChange, interval, pValue, se, df } = compared.value;
  return ok({ estimate, controlChange, interval, pValue, se, df });
}
