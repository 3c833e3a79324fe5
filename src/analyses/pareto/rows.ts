import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import { stepDown } from './chart';
import type { ParetoBar, ParetoOutcome } from './outcome';

/** The same numbers as the bars, and the interval of each share. */
export function paretoRows(outcome: ParetoOutcome): TableTwin {
  return {
    caption: say('analyses.pareto.table.caption', { column: outcome.columnName, rows: outcome.totals.rows }),
    columns: columns(outcome),
    rows: [
      ...outcome.bars.map((bar) => {
        const deeper = stepDown(outcome, bar);
        return {
          cells: cells(outcome, bar),
          drill: bar.filters,
          ...(deeper ? { deeper } : {}),
          ...(bar.kind === 'category' ? {} : { emphasis: 'muted' as const }),
        };
      }),
      { cells: totalCells(outcome), emphasis: 'total' as const },
    ],
  };
}

function columns(outcome: ParetoOutcome): TwinColumn[] {
  const { weightName, coded, compareTotals } = outcome;
  const column = columnsBy((key) => `analyses.pareto.table.${key}`);
  return [
    ...(coded ? [column('code', 'text')] : []),
    { key: 'name', label: plain(outcome.columnName), format: 'text' },
    outcome.contributing
      ? { ...column('count', 'count'), label: say('analyses.pareto.table.named') }
      : column('count', 'count'),
    ...(weightName === null ? [] : [{ ...column('value', 'number', 2), label: plain(weightName) }]),
    column('share', 'percent', 1),
    column('low', 'percent', 1),
    column('high', 'percent', 1),
    column('cumulative', 'percent', 1),
    ...(compareTotals === null
      ? []
      : [
          column('compareCount', 'count'),
          ...(weightName === null ? [] : [column('compareValue', 'number', 2)]),
          column('compareShare', 'percent', 1),
          column('difference', 'number', 1),
          column('differenceLow', 'number', 1),
          column('differenceHigh', 'number', 1),
        ]),
  ];
}

function cells(outcome: ParetoOutcome, bar: ParetoBar): TwinCell[] {
  const weighted = outcome.weightName !== null;
  const points = (fraction: number): number => fraction * 100;
  return [
    ...(outcome.coded ? [bar.key] : []),
    bar.kind === 'other' ? { phrase: say('analyses.pareto.table.other', { n: outcome.folded }) } : nameCell(bar),
    bar.rows,
    ...(weighted ? [bar.value] : []),
    bar.share.value,
    bar.share.low,
    bar.share.high,
    bar.cumulative,
    ...(bar.compare
      ? [
          bar.compare.rows,
          ...(weighted ? [bar.compare.value] : []),
          bar.compare.share.value,
          points(bar.compare.difference.value),
          points(bar.compare.difference.low),
          points(bar.compare.difference.high),
        ]
      : []),
  ];
}

function nameCell(bar: ParetoBar): TwinCell {
  return typeof bar.name === 'string' ? bar.name : { phrase: plain(bar.name) };
}

function totalCells({ coded, weightName, totals, compareTotals }: ParetoOutcome): TwinCell[] {
  const weighted = weightName !== null;
  return [
    ...(coded ? [''] : []),
    { phrase: say('analyses.pareto.table.total') },
    totals.rows,
    ...(weighted ? [totals.value] : []),
    1,
    null,
    null,
    null,
    ...(compareTotals ? [compareTotals.rows, ...(weighted ? [compareTotals.value] : []), 1, null, null, null] : []),
  ];
}
