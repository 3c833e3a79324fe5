/** The two panels of an X̄ chart, ready to be judged. */

import { ruleSets } from '../../stats/control/rules/rule-sets';
import type { Filter } from '../../table/filter';
import { pointFilters } from '../point-source';
import type { JudgedPanel } from '../series-signals';
import type { XbarOutcome } from './outcome';

/** The means, judged by the rules chosen. */
export function meansOf(outcome: XbarOutcome): JudgedPanel {
  const { chart, spec } = outcome;
  return { ...shared(outcome), panel: chart.means, direction: spec.direction, rules: ruleSets[spec.rules] };
}

/** Ranges or standard deviations, judged by their limits alone: less scatter is always good news. */
export function spreadsOf(outcome: XbarOutcome): JudgedPanel {
  return { ...shared(outcome), panel: outcome.chart.spreads, direction: 'lower', rules: ruleSets['limits-only'] };
}

function shared({
  labels,
  scale,
  spec,
  excluded,
}: XbarOutcome): Pick<JudgedPanel, 'labels' | 'scale' | 'k' | 'excluded'> {
  return { labels, scale, k: spec.limitWidth, excluded };
}

/** Conditions behind a subgroup. */
export function drillSubgroup(
  { filters, source, rowsPerPoint }: XbarOutcome,
  index: number,
): readonly Filter[] | undefined {
  return rowsPerPoint[index] > 0 ? [...filters, ...pointFilters(source, index)] : undefined;
}
