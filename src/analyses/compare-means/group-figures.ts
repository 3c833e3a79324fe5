import type { PhraseValue } from '../../kernel/result';
import { boxFigure } from '../../stats/descriptive/box-figure';
import { summarize } from '../../stats/descriptive/summary';
import { testNormality } from '../../stats/normality/test-normality';
import type { Interval } from '../../stats/proportions/interval';
import type { Filter } from '../../table/filter';
import type { ComparedGroup, Maybe } from './outcome';

/** What is shown of one group; null without values. */
export function groupFigures(of: {
  readonly label: PhraseValue;
  readonly values: Float64Array;
  readonly missing: number;
  readonly filters: readonly Filter[];
}): ComparedGroup | null {
  const { label, values, missing, filters } = of;
  const box = boxFigure(values);
  const { mean, median, sd, meanInterval, skewness, n } = summarize(values);
  if (!box || mean === null || median === null) return null;
  return {
    label,
    n,
    missing,
    mean,
    median,
    sd: sd ?? 0,
    interval: meanInterval,
    box,
    skewness: skewness.adjusted,
    normalP: normalPOf(values),
    filters,
  };
}

/** p of the Anderson-Darling test, or null where it cannot be made. */
export function normalPOf(values: Float64Array): Maybe {
  const tested = testNormality(values);
  return tested.ok ? tested.value.andersonDarling.pValue : null;
}

/** An interval with both ends, or null. */
export function toInterval({ low, high }: { readonly low: Maybe; readonly high: Maybe }): Interval | null {
  return low === null || high === null ? null : { low, high };
}
