import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { nameCell } from '../measure-words';
import { say } from '../phrases';
import { columnsBy } from '../twin-columns';
import { namedSides } from './chart';
import type { BeforeAfterOutcome } from './outcome';
import { periodCount, signedShown } from './words';

const column = columnsBy((key) => `analyses.beforeAfter.table.${key}`);

/** The sides with their figures, then the changes; or the periods behind the picture over time. */
export function beforeAfterRows(outcome: BeforeAfterOutcome): TableTwin {
  return outcome.spec.picture === 'trend' ? trendRows(outcome) : sideRows(outcome);
}

function valueColumn(outcome: BeforeAfterOutcome, key: string): TwinColumn {
  const isShare = outcome.spec.metric === 'share';
  return column(key, isShare ? 'percent' : 'number', isShare ? 2 : 4);
}

function trendRows(outcome: BeforeAfterOutcome): TableTwin {
  const { trend, control, per } = outcome;
  const scaled = (value: number | null): TwinCell => (value === null ? null : value * per);
  const side = (index: number): string => {
    if (trend.before && index >= trend.before[0] && index <= trend.before[1]) return 'before';
    return trend.after && index >= trend.after[0] && index <= trend.after[1] ? 'after' : 'switch';
  };
  return {
    caption: say(per === 1 ? 'analyses.beforeAfter.table.captionTrend' : 'analyses.beforeAfter.table.captionTrendPer', {
      measure: outcome.metricName,
      periods: periodCount(outcome),
      per,
    }),
    columns: [
      column('time', 'text'),
      column('side', 'text'),
      valueColumn(outcome, control ? 'treated' : 'value'),
      ...(control ? [valueColumn(outcome, 'control')] : []),
    ],
    rows: trend.points.map((point, index) => ({
      cells: [
        point.label,
        { phrase: say(`analyses.beforeAfter.word.${side(index)}`) },
        scaled(point.treated),
        ...(control ? [scaled(point.control)] : []),
      ],
      ...(point.treated === null ? {} : { drill: point.filters }),
      ...(side(index) === 'switch' ? { emphasis: 'muted' as const } : {}),
    })),
  };
}

function sideRows(outcome: BeforeAfterOutcome): TableTwin {
  const { per, change, controlled } = outcome;
  const isMean = outcome.spec.metric === 'mean';
  const texts = isMean ? 1 : 0;
  const blanks = (n: number): null[] => Array.from({ length: n }, () => null);
  const ends = change.interval;
  return {
    caption: say(per === 1 ? 'analyses.beforeAfter.table.caption' : 'analyses.beforeAfter.table.captionPer', {
      measure: outcome.metricName,
      per,
    }),
    columns: [
      column('side', 'text'),
      ...(isMean ? [] : [column('events', 'number', 0)]),
      column(isMean ? 'n' : 'size', 'number', 0),
      valueColumn(outcome, 'value'),
      valueColumn(outcome, 'low'),
      valueColumn(outcome, 'high'),
      ...(isMean ? [column('sd', 'number', 4)] : []),
    ],
    rows: [
      ...namedSides(outcome).map(({ label, side }) => ({
        cells: [
          nameCell(label),
          ...(isMean ? [] : [side.events]),
          side.size,
          side.value * per,
          side.interval ? side.interval.low * per : null,
          side.interval ? side.interval.high * per : null,
          ...(isMean ? [side.sd] : []),
        ] satisfies TwinCell[],
        ...(side.events === 0 ? {} : { drill: side.filters }),
      })),
      {
        cells: [
          { phrase: say('analyses.beforeAfter.table.change') },
          ...blanks(2 - texts),
          signedShown(outcome, change.difference),
          ends ? signedShown(outcome, ends.low) : null,
          ends ? signedShown(outcome, ends.high) : null,
          ...blanks(texts),
        ],
        emphasis: 'total' as const,
      },
      ...(controlled
        ? [
            {
              cells: [
                { phrase: say('analyses.beforeAfter.table.controlled') },
                ...blanks(2 - texts),
                signedShown(outcome, controlled.estimate),
                signedShown(outcome, controlled.interval.low),
                signedShown(outcome, controlled.interval.high),
                ...blanks(texts),
              ],
              emphasis: 'total' as const,
            },
          ]
        : []),
    ],
  };
}
