import type { TableTwin, TwinCell } from '../contract';
import { nameCell } from '../measure-words';
import { plain, say } from '../phrases';
import type { GapScore } from '../../stats/service/servqual-gaps';
import { columnsBy } from '../twin-columns';
import type { ServqualOutcome } from './outcome';
import { dimensionName } from './words';

/** Questions in order of priority, then the dimensions and the whole. */
export function servqualRows(outcome: ServqualOutcome): TableTwin {
  const { items, dimensions, overall, hasExpectations } = outcome;
  const column = columnsBy((key) => `analyses.servqual.table.${key}`);
  const gapColumns = [column('expectation', 'number', 2), column('gap', 'number', 2)];
  const cells = (score: GapScore): TwinCell[] => {
    const { mean, interval, n } = hasExpectations && score.gap ? score.gap : score.perception;
    return [
      n,
      score.perception.mean,
      ...(hasExpectations ? [score.expectation?.mean ?? null, mean] : []),
      interval?.low ?? null,
      interval?.high ?? null,
    ];
  };
  const ordered = [...items].sort((a, b) => (b.priority ?? -1) - (a.priority ?? -1));
  return {
    caption: say('analyses.servqual.table.caption'),
    columns: [
      column('item', 'text'),
      column('dimension', 'text'),
      column('n', 'count'),
      column('perception', 'number', 2),
      ...(hasExpectations ? gapColumns : []),
      column('low', 'number', 2),
      column('high', 'number', 2),
      column('priority', 'number', 2),
      column('quadrant', 'text'),
      column('alpha', 'number', 3),
    ],
    rows: [
      ...ordered.map((item) => ({
        cells: [
          nameCell(item.name),
          { phrase: plain(dimensionName(item.dimension)) },
          ...cells(item),
          item.priority,
          item.quadrant === null ? null : { phrase: say(`analyses.servqual.quadrant.${item.quadrant}`) },
          null,
        ],
        drill: item.filters,
        ...(item.quadrant === 'concentrate-here' ? { emphasis: 'signal' as const } : {}),
      })),
      ...dimensions.map((own) => ({
        cells: [
          { phrase: say('analyses.servqual.table.mean', { dimension: dimensionName(own.dimension) }) },
          { phrase: plain(dimensionName(own.dimension)) },
          ...cells(own),
          null,
          null,
          own.alpha,
        ],
        emphasis: 'total' as const,
      })),
      {
        cells: [{ phrase: say('analyses.servqual.table.overall') }, null, ...cells(overall), null, null, null],
        emphasis: 'total' as const,
      },
    ],
  };
}
