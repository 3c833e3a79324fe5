import type { TableTwin } from '../contract';
import { nameCell } from '../measure-words';
import { alpha } from '../p-value';
import { say, term } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { MainEffectsOutcome } from './outcome';

const column = columnsBy((key) => `analyses.mainEffects.table.${key}`);

/** One line per level, factor after factor; the figures of a factor stand beside each of its levels. */
export function mainEffectsRows({ factors, measureName, unit, grandMean }: MainEffectsOutcome): TableTwin {
  return {
    caption: say(unit === null ? 'analyses.mainEffects.table.caption' : 'analyses.mainEffects.table.captionInUnit', {
      measure: measureName,
      unit: unit === null ? '' : term(`analyses.shared.unit.${unit}`),
    }),
    columns: [
      column('factor', 'text'),
      column('level', 'text'),
      column('n', 'count'),
      column('mean', 'number', 4),
      column('low', 'number', 4),
      column('high', 'number', 4),
      column('sd', 'number', 4),
      column('fromGrand', 'number', 4),
      column('range', 'number', 4),
      column('share', 'percent', 1),
      column('adjustedP', 'probability'),
    ],
    rows: factors.flatMap(({ name, levels, range, test }) =>
      levels.map(({ label, n, mean, sd, interval, filters }) => ({
        cells: [
          nameCell(name),
          nameCell(label),
          n,
          mean,
          interval?.low ?? null,
          interval?.high ?? null,
          sd,
          mean - grandMean,
          range?.size ?? null,
          test?.omegaSquared ?? null,
          test?.adjustedP ?? null,
        ],
        drill: filters,
        ...(test !== null && test.adjustedP < alpha ? { emphasis: 'signal' as const } : {}),
      })),
    ),
  };
}
