import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { nameCell } from '../measure-words';
import { plain, say, term } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { SampleFigures, SummaryOutcome } from './outcome';
import { quantileOf } from './words';

const quantiles = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** One line per group and the whole, with every statistic. */
export function summaryRows(outcome: SummaryOutcome): TableTwin {
  const { groups, whole, unit } = outcome;
  return {
    caption: say(unit === null ? 'analyses.summary.table.caption' : 'analyses.summary.table.captionInUnit', {
      measure: outcome.measureName,
      unit: unit === null ? '' : term(`analyses.shared.unit.${unit}`),
      type: outcome.spec.quantiles === 'type6' ? 6 : 7,
    }),
    columns: columns(outcome),
    rows: [
      ...groups.map((group) => ({ cells: cells(outcome, group), drill: group.filters })),
      { cells: cells(outcome, whole), drill: whole.filters, emphasis: 'total' as const },
    ],
  };
}

function columns({ groupName, timeOrdered, spec }: SummaryOutcome): TwinColumn[] {
  const column = columnsBy((key) => `analyses.summary.table.${key}`);
  const hasLimits = spec.lowerLimit !== null || spec.upperLimit !== null;
  return [
    {
      key: 'group',
      label: groupName === null ? say(`analyses.summary.table.${timeOrdered ? 'time' : 'scope'}`) : plain(groupName),
      format: 'text',
    },
    column('n', 'count'),
    column('missing', 'count'),
    column('mean', 'number', 4),
    column('meanLow', 'number', 4),
    column('meanHigh', 'number', 4),
    column('sd', 'number', 4),
    column('min', 'number', 4),
    ...quantiles.map((p) => column(`p${Math.round(p * 100)}`, 'number', 4)),
    column('max', 'number', 4),
    column('iqr', 'number', 4),
    column('skewness', 'number', 3),
    column('kurtosis', 'number', 3),
    column('outliers', 'count'),
    ...(hasLimits ? [column('beyond', 'count'), column('beyondShare', 'percent', 2)] : []),
  ];
}

function cells(outcome: SummaryOutcome, { label, summary, missing, box, beyond }: SampleFigures): TwinCell[] {
  return [
    nameCell(label),
    summary.n,
    missing,
    summary.mean,
    summary.meanInterval?.low ?? null,
    summary.meanInterval?.high ?? null,
    summary.sd,
    summary.min,
    ...quantiles.map((p) => quantileOf(outcome, summary, p)),
    summary.max,
    outcome.spec.quantiles === 'type6' ? summary.iqrType6 : summary.iqrType7,
    summary.skewness.adjusted,
    summary.kurtosis.adjusted,
    box?.outlierCount ?? 0,
    ...(beyond ? [beyond.below + beyond.above, beyond.share] : []),
  ];
}
