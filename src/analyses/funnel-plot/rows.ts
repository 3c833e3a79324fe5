import type { TableTwin, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { countedPhrase } from '../series-words';
import type { FunnelOutcome } from './outcome';
import { funnelAxis, inner, outer, placePhrase } from './words';

/** Every unit with its rate and limits, those outside first; the total last. */
export function funnelPlotRows(outcome: FunnelOutcome): TableTwin {
  const { units, scale, pooled } = outcome;
  const scaled = (value: number): number => value * scale.factor;
  return {
    caption: say('analyses.funnelPlot.table.caption', { units: units.length }),
    columns: columns(outcome),
    rows: [
      ...units.map((unit) => ({
        cells: [
          typeof unit.label === 'string' ? unit.label : { phrase: plain(unit.label) },
          unit.count,
          unit.size,
          scaled(unit.value),
          scaled(unit.limits.lower[outer]),
          scaled(unit.limits.lower[inner]),
          scaled(unit.limits.upper[inner]),
          scaled(unit.limits.upper[outer]),
          { phrase: placePhrase(unit) },
          unit.pValue,
          unit.adjustedP,
        ],
        ...(unit.rows > 0 ? { drill: unit.filters } : {}),
        ...(unit.levelsBeyond > 1 ? { emphasis: 'signal' as const } : {}),
      })),
      {
        cells: [
          { phrase: say('analyses.funnelPlot.table.total') },
          pooled.count,
          pooled.size,
          scaled(pooled.value),
          null,
          null,
          null,
          null,
          '',
          null,
          null,
        ],
        emphasis: 'total' as const,
      },
    ],
  };
}

function columns(outcome: FunnelOutcome): TwinColumn[] {
  const isShare = outcome.scale.kind === 'percent';
  const rate = { format: isShare ? ('percent' as const) : ('number' as const), digits: isShare ? 2 : 3 };
  const named = (key: 'lowerOuter' | 'lowerInner' | 'upperInner' | 'upperOuter'): TwinColumn => ({
    key,
    label: say(`analyses.funnelPlot.table.${key}`),
    ...rate,
  });
  return [
    { key: 'unit', label: plain(outcome.unitName), format: 'text' },
    { key: 'count', label: countedPhrase(outcome.spec, outcome.measureName, 'count'), format: 'number' },
    { key: 'size', label: plain(outcome.sizeName), format: 'number' },
    { key: 'value', label: funnelAxis(outcome), ...rate },
    named('lowerOuter'),
    named('lowerInner'),
    named('upperInner'),
    named('upperOuter'),
    { key: 'place', label: say('analyses.funnelPlot.table.place'), format: 'text' },
    { key: 'p', label: say('analyses.funnelPlot.table.p'), format: 'number', digits: 4 },
    { key: 'adjustedP', label: say('analyses.funnelPlot.table.adjustedP'), format: 'number', digits: 4 },
  ];
}
