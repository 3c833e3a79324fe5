import { choice, number, numberOf, plain, rowsOf, text, textOf, wordsOf } from '../columns';
import type { ArtefactKind, Content, Finding } from '../contract';
import { doubtful } from '../finding';

/** Fewer rows than this in a cell say nothing about it. */
const smallestCell = 30;

/** Every code that the cuts point at, each once. */
export function focusCodes(content: Content): readonly string[] {
  return [...new Set(rowsOf(content, 'cuts').flatMap(({ cells }) => wordsOf(cells, 'codes')))];
}

/** Where the problem is concentrated: Pareto charts and stratifications, and what they leave to look at. */
export const focus: ArtefactKind = {
  id: 'focus',
  phase: 'analyze',
  fields: [],
  lists: [
    {
      key: 'cuts',
      columns: [
        text('question', { required: true }),
        choice('cutKind', 'cutKind', ['pareto', 'stratification'], true),
        plain('analysis', 'evidence', true),
        plain('codes', 'codes'),
        number('smallestN', { min: 0, whole: true }),
        text('conclusion', { lines: 2 }),
      ],
    },
  ],

  check(content) {
    return rowsOf(content, 'cuts').flatMap(({ id, cells }): Finding[] => {
      const n = numberOf(cells, 'smallestN');
      if (textOf(cells, 'cutKind') !== 'stratification' || n === null || n >= smallestCell) return [];
      return [doubtful('cellTooSmall', { list: 'cuts', row: id, column: 'smallestN' }, { n, needed: smallestCell })];
    });
  },

  outputs: (content) => [{ key: 'vitalFew', value: focusCodes(content).length }],
};
