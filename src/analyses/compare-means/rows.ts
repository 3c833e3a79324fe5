import type { TableTwin, TwinCell } from '../contract';
import { nameCell } from '../measure-words';
import { alpha } from '../p-value';
import { plain, say, term } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { CompareMeansOutcome, ComparedGroup } from './outcome';
import { isByRanks } from './words';

const column = columnsBy((key) => `analyses.compareMeans.table.${key}`);

/** One line per group, or per pair of groups where their differences are shown. */
export function compareMeansRows(outcome: CompareMeansOutcome): TableTwin {
  return outcome.spec.picture === 'differences' ? pairRows(outcome) : groupRows(outcome);
}

function groupRows({ groups, groupName, measureName, unit, timeOrdered }: CompareMeansOutcome): TableTwin {
  return {
    caption: say(unit === null ? 'analyses.compareMeans.table.caption' : 'analyses.compareMeans.table.captionInUnit', {
      measure: measureName,
      unit: unit === null ? '' : term(`analyses.shared.unit.${unit}`),
    }),
    columns: [
      {
        key: 'group',
        label:
          groupName === null ? say(`analyses.compareMeans.table.${timeOrdered ? 'time' : 'column'}`) : plain(groupName),
        format: 'text',
      },
      column('n', 'count'),
      column('missing', 'count'),
      column('mean', 'number', 4),
      column('meanLow', 'number', 4),
      column('meanHigh', 'number', 4),
      column('sd', 'number', 4),
      column('min', 'number', 4),
      column('q1', 'number', 4),
      column('median', 'number', 4),
      column('q3', 'number', 4),
      column('max', 'number', 4),
      column('outliers', 'count'),
      column('skewness', 'number', 3),
      column('normalP', 'probability'),
    ],
    rows: groups.map((group) => ({ cells: groupCells(group), drill: group.filters })),
  };
}

function groupCells(group: ComparedGroup): TwinCell[] {
  const { box } = group;
  return [
    nameCell(group.label),
    group.n,
    group.missing,
    group.mean,
    group.interval?.low ?? null,
    group.interval?.high ?? null,
    group.sd,
    Math.min(box.low, ...box.outliers.slice(0, 1)),
    box.q1,
    box.median,
    box.q3,
    Math.max(box.high, ...box.outliers.slice(-1)),
    box.outlierCount,
    group.skewness,
    group.normalP,
  ];
}

function pairRows(outcome: CompareMeansOutcome): TableTwin {
  const { pairs, groups } = outcome;
  const ranks = isByRanks(outcome);
  return {
    caption: say('analyses.compareMeans.table.captionPairs', {
      n: pairs.length,
      method: term(`analyses.compareMeans.method.${outcome.method.used}`),
    }),
    columns: [
      column('first', 'text'),
      column('second', 'text'),
      column(ranks ? 'medianDifference' : 'difference', 'number', 4),
      column('low', 'number', 4),
      column('high', 'number', 4),
      column('adjustedP', 'probability'),
      column('verdict', 'text'),
    ],
    rows: pairs.map(({ a, b, difference, interval, pValue }) => {
      const isClear = pValue !== null && pValue < alpha;
      return {
        cells: [
          nameCell(groups[a].label),
          nameCell(groups[b].label),
          difference,
          interval?.low ?? null,
          interval?.high ?? null,
          pValue,
          { phrase: say(isClear ? 'analyses.compareMeans.word.clear' : 'analyses.compareMeans.word.unclear') },
        ],
        ...(isClear ? { emphasis: 'signal' as const } : {}),
      };
    }),
  };
}
