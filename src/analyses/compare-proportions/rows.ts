import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { nameCell } from '../measure-words';
import { alpha } from '../p-value';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { CompareProportionsOutcome, ProportionPair } from './outcome';
import { pairNames } from './words';

const column = columnsBy((key) => `analyses.compareProportions.table.${key}`);

/** One line per group and the total, or one per change. */
export function compareProportionsRows(outcome: CompareProportionsOutcome): TableTwin {
  return outcome.spec.picture === 'differences' ? changeRows(outcome) : groupRows(outcome);
}

function groupRows(outcome: CompareProportionsOutcome): TableTwin {
  const { groups, overall, spec, per, groupName, timeOrdered } = outcome;
  const isShare = spec.kind === 'share';
  const value = (key: string): TwinColumn => column(key, isShare ? 'percent' : 'number', isShare ? 2 : 4);
  const worse = spec.direction === 'lower' ? 'above' : 'below';
  return {
    caption: say(
      isShare
        ? 'analyses.compareProportions.table.caption'
        : per === 1
          ? 'analyses.compareProportions.table.captionRatio'
          : 'analyses.compareProportions.table.captionRate',
      {
        measure: outcome.eventName,
        size: outcome.sizeName,
        per,
      },
    ),
    columns: [
      {
        key: 'group',
        label:
          groupName === null
            ? say(`analyses.compareProportions.table.${timeOrdered ? 'time' : 'group'}`)
            : plain(groupName),
        format: 'text',
      },
      column('events', 'number', 0),
      column('size', 'number', groups.every(({ size }) => Number.isInteger(size)) ? 0 : 2),
      value('value'),
      value('low'),
      value('high'),
      column('against', 'text'),
    ],
    rows: [
      ...groups.map((group) => ({
        cells: [
          nameCell(group.label),
          group.events,
          group.size,
          group.value * per,
          group.interval.low * per,
          group.interval.high * per,
          { phrase: say(`analyses.compareProportions.against.${group.against}`) },
        ] satisfies TwinCell[],
        ...(group.events > 0 ? { drill: group.filters } : {}),
        ...(group.against === worse && groups.length > 2 ? { emphasis: 'signal' as const } : {}),
      })),
      {
        cells: [
          { phrase: say('analyses.compareProportions.table.total') },
          overall.events,
          overall.size,
          overall.value * per,
          overall.interval.low * per,
          overall.interval.high * per,
          '',
        ],
        emphasis: 'total' as const,
      },
    ],
  };
}

function changeRows(outcome: CompareProportionsOutcome): TableTwin {
  const isShare = outcome.spec.kind === 'share';
  return {
    caption: say('analyses.compareProportions.table.captionPairs', { n: outcome.pairs.length }),
    columns: [
      column('first', 'text'),
      column('second', 'text'),
      column('from', isShare ? 'percent' : 'number', isShare ? 2 : 4),
      column('to', isShare ? 'percent' : 'number', isShare ? 2 : 4),
      column(isShare ? 'points' : 'relative', isShare ? 'number' : 'percent', 2),
      column(isShare ? 'pointsLow' : 'relativeLow', isShare ? 'number' : 'percent', 2),
      column(isShare ? 'pointsHigh' : 'relativeHigh', isShare ? 'number' : 'percent', 2),
      ...(isShare ? [column('relative', 'percent', 2), column('failures', 'percent', 2)] : []),
      column('p', 'probability'),
      column('adjustedP', 'probability'),
    ],
    rows: outcome.pairs.map((pair) => ({
      cells: changeCells(outcome, pair),
      ...(pair.adjustedP < alpha ? { emphasis: 'signal' as const } : {}),
    })),
  };
}

function changeCells(outcome: CompareProportionsOutcome, pair: ProportionPair): TwinCell[] {
  const { first, second } = pairNames(outcome, pair);
  const { change, pValue, adjustedP } = pair;
  const isShare = outcome.spec.kind === 'share';
  const points = (value: number | undefined): TwinCell => (value === undefined ? null : value * 100);
  return [
    nameCell(first),
    nameCell(second),
    change.from * outcome.per,
    change.to * outcome.per,
    ...(isShare
      ? [
          points(change.difference),
          points(change.interval?.low),
          points(change.interval?.high),
          change.relative,
          change.failures,
        ]
      : [change.relative, change.relativeInterval?.low ?? null, change.relativeInterval?.high ?? null]),
    pValue,
    adjustedP,
  ];
}
