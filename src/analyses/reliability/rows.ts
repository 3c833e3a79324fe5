import type { TableTwin } from '../contract';
import { nameCell } from '../measure-words';
import { say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { ReliabilityOutcome } from './outcome';
import { leastItemRest } from './words';

/** One line per question. */
export function reliabilityRows({ items, n, alpha }: ReliabilityOutcome): TableTwin {
  const column = columnsBy((key) => `analyses.reliability.table.${key}`);
  return {
    caption: say('analyses.reliability.table.caption', { n }),
    columns: [
      column('item', 'text'),
      column('mean', 'number', 2),
      column('sd', 'number', 2),
      column('itemRest', 'number', 3),
      column('low', 'number', 3),
      column('high', 'number', 3),
      column('alphaIfDropped', 'number', 3),
      column('missing', 'count'),
      column('hint', 'text'),
    ],
    rows: items.map(({ name, isReversed, mean, sd, itemRest, low, high, alphaIfDropped, missing, filters }) => {
      const isWeak = itemRest !== null && itemRest < leastItemRest;
      const hint = hintOf(itemRest, alphaIfDropped, alpha, isReversed);
      return {
        cells: [
          nameCell(name),
          mean,
          sd,
          itemRest,
          low,
          high,
          alphaIfDropped,
          missing,
          hint === null ? null : { phrase: say(`analyses.reliability.hint.${hint}`) },
        ],
        drill: filters,
        ...(isWeak ? { emphasis: 'signal' as const } : {}),
      };
    }),
  };
}

function hintOf(
  itemRest: number | null,
  dropped: number | null,
  alpha: number | null,
  isReversed: boolean,
): 'constant' | 'turn' | 'weak' | 'better' | 'turned' | null {
  if (itemRest === null) return 'constant';
  if (itemRest < 0) return 'turn';
  if (itemRest < leastItemRest) return 'weak';
  if (dropped !== null && alpha !== null && dropped > alpha + 0.01) return 'better';
  return isReversed ? 'turned' : null;
}
