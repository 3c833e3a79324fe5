/** Units and verdicts of a funnel plot as phrases. */

import type { Phrase } from '../../kernel/result';
import { figure, say } from '../phrases';
import { countedPhrase, shown } from '../series-words';
import type { ComparedUnit, FunnelOutcome } from './outcome';

/** Two-sided coverage of the inner and the outer limits, as the engine draws them. */
export const inner = 0;
export const outer = 1;

/** How a unit stands. Without a better direction everything outside is a concern. */
export function toneOf({ spec }: FunnelOutcome, { side }: ComparedUnit): 'plain' | 'good' | 'concern' {
  if (side === 'inside') return 'plain';
  if (spec.direction === 'none') return 'concern';
  return (side === 'below') === (spec.direction === 'lower') ? 'good' : 'concern';
}

/** What the vertical axis shows. */
export function funnelAxis({ spec, scale, measureName, sizeName }: FunnelOutcome): Phrase {
  return spec.kind === 'proportion'
    ? countedPhrase(spec, measureName, 'share')
    : say('analyses.series.axis.rate', { size: sizeName, per: scale.factor });
}

/** Where a unit stands against the limits. */
export function placePhrase({ levelsBeyond, side }: ComparedUnit): Phrase {
  if (side === 'inside') return say('analyses.funnelPlot.place.inside');
  return say(`analyses.funnelPlot.place.${side}${levelsBeyond > 1 ? 'Outer' : 'Inner'}`);
}

/** The numbers of a unit: label, value, counts, and the limit it passed, or both. */
export function unitParams({ scale }: FunnelOutcome, unit: ComparedUnit): Phrase['params'] {
  const level = unit.levelsBeyond > 1 ? outer : inner;
  const { lower, upper } = unit.limits;
  return {
    label: unit.label,
    value: shown(scale, unit.value),
    count: figure(unit.count),
    size: figure(unit.size),
    limit: shown(scale, unit.side === 'below' ? lower[level] : upper[level]),
    lower: shown(scale, lower[inner]),
    upper: shown(scale, upper[inner]),
    lowerOuter: shown(scale, lower[outer]),
    upperOuter: shown(scale, upper[outer]),
  };
}
