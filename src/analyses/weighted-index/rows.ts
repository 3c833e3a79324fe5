import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { nameCell } from '../measure-words';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { GroupIndex, WeightedIndexOutcome } from './outcome';

const column = columnsBy((key) => `analyses.weightedIndex.table.${key}`);

/** One line per group with the score of each column; without groups, one line per column. */
export function weightedIndexRows(outcome: WeightedIndexOutcome): TableTwin {
  return outcome.groups.length > 0 ? groupRows(outcome) : partRows(outcome);
}

function partRows({ parts, whole }: WeightedIndexOutcome): TableTwin {
  return {
    caption: say('analyses.weightedIndex.table.parts'),
    columns: [
      column('part', 'text'),
      column('share', 'percent', 1),
      column('worst', 'number', 2),
      column('best', 'number', 2),
      column('mean', 'number', 2),
      column('score', 'number', 1),
      column('contribution', 'number', 1),
      column('missing', 'count'),
    ],
    rows: [
      ...parts.map(({ name, share, worst, best, missing, filters }, part) => {
        const { mean, score, contribution } = whole.parts[part];
        return {
          cells: [nameCell(name), share, worst, best, mean, score, contribution, missing],
          drill: filters,
        };
      }),
      {
        cells: [nameCell(whole.label), 1, null, null, null, null, whole.index, null],
        drill: whole.filters,
        emphasis: 'total' as const,
      },
    ],
  };
}

function groupRows({ parts, groups, whole, groupName }: WeightedIndexOutcome): TableTwin {
  return {
    caption: say('analyses.weightedIndex.table.groups'),
    columns: [
      {
        key: 'group',
        label: groupName === null ? say('analyses.weightedIndex.table.time') : plain(groupName),
        format: 'text',
      },
      column('n', 'count'),
      column('index', 'number', 1),
      column('low', 'number', 1),
      column('high', 'number', 1),
      ...parts.map(({ name }, part): TwinColumn => ({
        key: `part${part}`,
        label: plain(name),
        format: 'number',
        digits: 1,
      })),
    ],
    rows: [
      ...groups.map((group) => ({
        cells: cells(group),
        drill: group.filters,
        ...(group.high !== null && group.high < whole.index ? { emphasis: 'signal' as const } : {}),
      })),
      { cells: cells(whole), drill: whole.filters, emphasis: 'total' as const },
    ],
  };
}

function cells(group: GroupIndex): TwinCell[] {
  const { n, index, low, high, parts } = group;
  return [nameCell(group.label), n, index, low, high, ...parts.map(({ score }) => score)];
}
