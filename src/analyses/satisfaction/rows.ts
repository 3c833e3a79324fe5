import type { TableTwin, TwinCell } from '../contract';
import { nameCell } from '../measure-words';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { RatingFigures, SatisfactionOutcome } from './outcome';
import { kindOf } from './words';

const column = columnsBy((key) => `analyses.satisfaction.table.${key}`);

/** One line per group and the whole; without groups, one line per answer. */
export function satisfactionRows(outcome: SatisfactionOutcome): TableTwin {
  return outcome.groups.length > 0 ? groupRows(outcome) : answerRows(outcome);
}

function answerRows({ answers, whole, ratingName }: SatisfactionOutcome): TableTwin {
  return {
    caption: say('analyses.satisfaction.table.answers', { rating: ratingName }),
    columns: [column('score', 'text'), column('count', 'count'), column('share', 'percent', 1)],
    rows: [
      ...answers.map(({ score, count, filters }) => ({
        cells: [score, count, count / whole.n],
        ...(count > 0 ? { drill: filters } : {}),
      })),
      {
        cells: [{ phrase: plain(whole.label) }, whole.n, 1],
        drill: whole.filters,
        emphasis: 'total' as const,
      },
    ],
  };
}

function groupRows(outcome: SatisfactionOutcome): TableTwin {
  const { groups, whole, groupName, ratingName } = outcome;
  const kind = kindOf(outcome);
  const format = kind === 'nps' ? 'number' : 'percent';
  return {
    caption: say(`analyses.satisfaction.table.${kind}Caption`, { rating: ratingName }),
    columns: [
      {
        key: 'group',
        label: groupName === null ? say('analyses.satisfaction.table.time') : plain(groupName),
        format: 'text',
      },
      column('n', 'count'),
      column(kind, format, 1),
      column('low', format, 1),
      column('high', format, 1),
      column(`${kind}Positive`, 'count'),
      column(`${kind}Neutral`, 'count'),
      column(`${kind}Negative`, 'count'),
      column('mean', 'number', 2),
      column('meanLow', 'number', 2),
      column('meanHigh', 'number', 2),
    ],
    rows: [
      ...groups.map((group) => ({
        cells: cells(group),
        drill: group.filters,
        ...(group.high < whole.value ? { emphasis: 'signal' as const } : {}),
      })),
      { cells: cells(whole), drill: whole.filters, emphasis: 'total' as const },
    ],
  };
}

function cells({ label, n, value, low, high, positive, neutral, negative, ...means }: RatingFigures): TwinCell[] {
  const { mean, meanLow, meanHigh } = means;
  return [nameCell(label), n, value, low, high, positive, neutral, negative, mean, meanLow, meanHigh];
}
