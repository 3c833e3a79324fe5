import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { ChartData, Maybe } from '../../stats/control/types';

export type Variation = 'improvement' | 'concern' | 'common' | 'unknown';
export type Assurance = 'pass' | 'fail' | 'varies' | 'unknown';

/** Points below which limits say nothing. */
const fewestPoints = 12;
/** Points at the end in which a signal still counts as news. */
const lately = 1;

/**
 * What the latest point of a measure tells: whether it changed for better or worse beyond chance, and whether the process
 * reaches its target by itself.
 *
 * Formula  variation: rules of the default set that the latest point takes part in, with the side that counts as better;
 *          assurance: the target lies beyond both limits on one side, or between them
 * Source   variation and assurance icons of NHS England, Making Data Count
 */
export function judgeSeries(
  data: ChartData,
  of: { readonly direction: 'higher' | 'lower'; readonly target: Maybe },
): { readonly variation: Variation; readonly assurance: Assurance } {
  const drawn = controlChart(data, { rules: ruleSets.default });
  if (!drawn.ok) return { variation: 'unknown', assurance: 'unknown' };
  const { values, lower, upper, signals } = drawn.value.main;
  const known = values.flatMap((value, i) => (value === null ? [] : [i]));
  if (known.length < fewestPoints) return { variation: 'unknown', assurance: 'unknown' };
  const last = known[known.length - 1];
  const news = signals.filter(({ members, completesAt }) => members.includes(last) || last - completesAt < lately);
  const sides = new Set(news.map(({ side }) => side));
  const better = of.direction === 'higher' ? 'above' : 'below';
  const variation: Variation =
    sides.size === 0 ? 'common' : sides.size === 1 && sides.has(better) ? 'improvement' : 'concern';
  const [low, high] = [lower[last], upper[last]];
  if (of.target === null || low === null || high === null) return { variation, assurance: 'unknown' };
  const isAbove = low > of.target;
  const isBelow = high < of.target;
  if (!isAbove && !isBelow) return { variation, assurance: 'varies' };
  return { variation, assurance: isAbove === (of.direction === 'higher') ? 'pass' : 'fail' };
}
