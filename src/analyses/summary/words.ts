import type { SummaryOutcome } from './outcome';

/** The quantile of the type that the spec asks for. */
export function quantileOf(
  { spec }: SummaryOutcome,
  summary: SummaryOutcome['whole']['summary'],
  probability: number,
): number | null {
  const { probabilities, type6, type7 } = summary.quantiles;
  const at = probabilities.indexOf(probability);
  return (spec.quantiles === 'type6' ? type6 : type7)[at] ?? null;
}
