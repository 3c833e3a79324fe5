import type { TableTwin } from '../contract';
import { nameCell } from '../measure-words';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import { cellFilters } from './chart';
import type { AssociationOutcome } from './outcome';
import { columnTitle } from './words';

/** One line per cell, the most unexpected first. */
export function associationRows(outcome: AssociationOutcome): TableTwin {
  const { cells, rows, columns, rowName, total } = outcome;
  const column = columnsBy((key) => `analyses.association.table.${key}`);
  const sorted = [...cells].sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
  return {
    caption: say('analyses.association.table.caption', {
      rowName,
      columnName: columnTitle(outcome),
      n: total,
    }),
    columns: [
      { key: 'row', label: plain(rowName), format: 'text' },
      { key: 'column', label: plain(columnTitle(outcome)), format: 'text' },
      column('count', 'count'),
      column('expected', 'number', 1),
      column('rowShare', 'percent', 1),
      column('columnShare', 'percent', 1),
      column('residual', 'number', 2),
      column('adjustedP', 'probability'),
      column('verdict', 'text'),
    ],
    rows: sorted.map((cell) => ({
      cells: [
        nameCell(rows[cell.row].label),
        nameCell(columns[cell.column].label),
        cell.count,
        cell.expected,
        cell.count / rows[cell.row].total,
        cell.count / columns[cell.column].total,
        cell.residual,
        cell.adjustedP,
        { phrase: say(`analyses.association.against.${cell.against}`) },
      ],
      ...(cell.count > 0 ? { drill: cellFilters(outcome, cell) } : {}),
      ...(cell.against === 'within' ? {} : { emphasis: 'signal' as const }),
    })),
  };
}
