import { numberOf, reference, rowsOf, score, text } from '../columns';
import type { ArtefactKind, Content, Row } from '../contract';
import { doubtful } from '../finding';

/** Σ importance × relation over the outputs; null until something was rated. */
export function causeScore(row: Row, content: Content): number | null {
  const rated = rowsOf(content, 'outcomes').flatMap(({ id, cells }) => {
    const weight = numberOf(cells, 'weight');
    const relation = numberOf(row.cells, id);
    return weight === null || relation === null ? [] : [weight * relation];
  });
  return rated.length === 0 ? null : rated.reduce((sum, value) => sum + value, 0);
}

/** An input with its score, and the share that it and all stronger ones have of all scores (0–1). */
export interface RankedInput {
  readonly row: Row;
  readonly score: number;
  readonly cumulative: number;
}

/** Rated inputs, the strongest first; of equal ones, the one written first. */
export function rankInputs(content: Content): readonly RankedInput[] {
  const rated = rowsOf(content, 'inputs')
    .flatMap((row) => {
      const score = causeScore(row, content);
      return score === null ? [] : [{ row, score }];
    })
    .sort((a, b) => b.score - a.score);
  const total = rated.reduce((sum, { score }) => sum + score, 0);
  let reached = 0;
  return rated.map(({ row, score }) => {
    reached += score;
    return { row, score, cumulative: total > 0 ? reached / total : 0 };
  });
}

/** Cause-and-effect matrix: how strongly each input bears on each output (0, 1, 3, 9), weighted by importance 1–10. */
export const causeMatrix: ArtefactKind = {
  id: 'causeMatrix',
  phase: 'analyze',
  fields: [],
  lists: [
    {
      key: 'outcomes',
      columns: [text('outcome', { required: true }), score('weight', 1, 10, true), reference('ctq', 'voice.ctqs')],
    },
    {
      key: 'inputs',
      columns: [text('input', { required: true }), reference('step', 'processMap.steps')],
      crossed: { list: 'outcomes', min: 0, max: 9 },
      computed: [{ key: 'weighted', value: causeScore }],
    },
  ],

  check(content) {
    return rowsOf(content, 'inputs').flatMap(({ id, cells }) =>
      rowsOf(content, 'outcomes')
        .filter(
          (outcome) => numberOf(cells, outcome.id) !== null && ![0, 1, 3, 9].includes(numberOf(cells, outcome.id) ?? 0),
        )
        .map((outcome) => doubtful('relationUnusual', { list: 'inputs', row: id, column: outcome.id })),
    );
  },
};
