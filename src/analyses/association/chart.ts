import { heatMapOption, heatMapSeries } from '../../charts/heat-map-option';
import type { Phrase } from '../../kernel/result';
import type { Filter } from '../../table/filter';
import type { ChartContext, Picture } from '../contract';
import { pPhrase } from '../p-value';
import { figure, fixed, percent, say } from '../phrases';
import type { AssociationOutcome, TableCell } from './outcome';
import { columnTitle } from './words';

/** Counts, shares or residuals of two columns as a heat map; cells that stand out are framed. */
export function associationPicture(outcome: AssociationOutcome, context: ChartContext): Picture {
  const { cells, rows, columns } = outcome;
  const tooltip = (index: number): string => (cells[index] ? context.phrase(cellTooltip(outcome, cells[index])) : '');
  const strongest = Math.max(...cells.map((cell) => Math.abs(valueOf(outcome, cell))), Number.MIN_VALUE);
  const signs = { above: ' ▲', below: ' ▼', within: '' } as const;
  const option = heatMapOption(
    {
      rows: rows.map(({ label }) => context.value(label)),
      columns: columns.map(({ label }) => context.value(label)),
      cells: cells.map((cell, index) => ({
        row: cell.row,
        column: cell.column,
        strength: Math.max(-1, Math.min(1, valueOf(outcome, cell) / strongest)),
        text: context.value(cellValue(outcome, cell)) + signs[cell.against],
        isMarked: cell.against !== 'within',
        tooltip: tooltip(index),
      })),
      rowName: context.value(outcome.rowName),
      columnName: context.value(columnTitle(outcome)),
      ...(context.selected === undefined ? {} : { selected: context.selected }),
    },
    context.theme,
  );
  return {
    option,
    summary: say('analyses.association.summary', {
      rowName: outcome.rowName,
      columnName: columnTitle(outcome),
      rows: rows.length,
      columns: columns.length,
      n: cells.filter(({ against }) => against !== 'within').length,
    }),
    describe: (seriesId, index) => (seriesId === heatMapSeries.cells ? tooltip(index) : undefined),
    drill: (seriesId, index) =>
      seriesId === heatMapSeries.cells && (cells[index]?.count ?? 0) > 0
        ? cellFilters(outcome, cells[index])
        : undefined,
  };
}

/** The rows behind a cell. */
export function cellFilters({ filters, rows, columns }: AssociationOutcome, cell: TableCell): readonly Filter[] {
  return [...filters, ...rows[cell.row].filters, ...columns[cell.column].filters];
}

function valueOf({ spec, rows, columns }: AssociationOutcome, cell: TableCell): number {
  if (spec.show === 'residuals') return cell.residual;
  if (spec.show === 'rowShare') return cell.count / rows[cell.row].total;
  return spec.show === 'columnShare' ? cell.count / columns[cell.column].total : cell.count;
}

function cellValue(outcome: AssociationOutcome, cell: TableCell): ReturnType<typeof fixed> {
  const { show } = outcome.spec;
  if (show === 'counts') return figure(cell.count);
  return show === 'residuals' ? fixed(cell.residual, 1) : percent(valueOf(outcome, cell), 0);
}

function cellTooltip(outcome: AssociationOutcome, cell: TableCell): Phrase {
  const { rows, columns } = outcome;
  return say('analyses.association.tooltip', {
    row: rows[cell.row].label,
    column: columns[cell.column].label,
    count: figure(cell.count),
    expected: fixed(cell.expected, 1),
    rowShare: percent(cell.count / rows[cell.row].total),
    columnShare: percent(cell.count / columns[cell.column].total),
    residual: fixed(cell.residual, 2),
    p: pPhrase(cell.adjustedP),
  });
}
