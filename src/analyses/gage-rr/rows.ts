import type { TableTwin } from '../contract';
import { say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { GageOutcome } from './outcome';

/** One line per source of variation. */
export function gageRows({ figures, spec }: GageOutcome): TableTwin {
  const column = columnsBy((key) => `analyses.gageRr.table.${key}`);
  return {
    caption: say('analyses.gageRr.table.caption'),
    columns: [
      column('source', 'text'),
      column('sd', 'number', 4),
      column('studySd', 'number', 4),
      column('variance', 'number', 5),
      column('contribution', 'percent', 2),
      column('studyVariation', 'percent', 2),
      ...(spec.tolerance === null ? [] : [column('tolerance', 'percent', 2)]),
    ],
    rows: figures.map(({ source, sd, variance, contribution, studyVariation, tolerance }) => ({
      cells: [
        { phrase: say(`analyses.gageRr.source.${source}`) },
        sd,
        6 * sd,
        variance,
        contribution,
        studyVariation,
        ...(spec.tolerance === null ? [] : [tolerance]),
      ],
      ...(source === 'total' || source === 'totalGageRR' ? { emphasis: 'total' as const } : {}),
    })),
  };
}
