import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { nameCell } from '../measure-words';
import { alpha } from '../p-value';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { SurvivalFigures, SurvivalOutcome } from './outcome';
import { unitWord } from './words';

/** One line per group and the whole: cases, quantiles with intervals, share within the limit. */
export function survivalRows(outcome: SurvivalOutcome): TableTwin {
  const { groups, whole, asOf } = outcome;
  return {
    caption: say('analyses.survival.table.caption', {
      unit: unitWord(outcome),
      asOf: { as: 'date', epochDay: asOf },
    }),
    columns: columns(outcome),
    rows: [
      ...groups.map((group) => ({
        cells: cells(outcome, group),
        drill: group.filters,
        ...(group.pValue !== null && group.pValue < alpha ? { emphasis: 'signal' as const } : {}),
      })),
      { cells: cells(outcome, whole), drill: whole.filters, emphasis: 'total' as const },
    ],
  };
}

function columns({ groupName, spec, groups }: SurvivalOutcome): TwinColumn[] {
  const column = columnsBy((key) => `analyses.survival.table.${key}`);
  return [
    {
      key: 'group',
      label: groupName === null ? say('analyses.survival.table.scope') : plain(groupName),
      format: 'text',
    },
    column('n', 'count'),
    column('closed', 'count'),
    column('open', 'count'),
    column('median', 'number', 2),
    column('medianLow', 'number', 2),
    column('medianHigh', 'number', 2),
    column('p75', 'number', 2),
    column('p90', 'number', 2),
    column('p90Low', 'number', 2),
    column('p90High', 'number', 2),
    ...(spec.limit === null
      ? []
      : [column('within', 'percent', 1), column('withinLow', 'percent', 1), column('withinHigh', 'percent', 1)]),
    ...(groups.length > 1 ? [column('p', 'probability')] : []),
  ];
}

function cells({ spec, groups }: SurvivalOutcome, figures: SurvivalFigures): TwinCell[] {
  const { label, n, closed, open, median, p75, p90, within, pValue } = figures;
  return [
    nameCell(label),
    n,
    closed,
    open,
    median.time,
    median.low,
    median.high,
    p75.time,
    p90.time,
    p90.low,
    p90.high,
    ...(spec.limit === null ? [] : [within?.share ?? null, within?.low ?? null, within?.high ?? null]),
    ...(groups.length > 1 ? [pValue] : []),
  ];
}
