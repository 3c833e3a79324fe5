import { numberOf, plain, rowsOf, score, text, textOf } from '../columns';
import type { ArtefactKind, Row } from '../contract';
import { doubtful } from '../finding';

/** How much more support is needed than there is; null while either is unknown. */
export function attitudeGap({ cells }: Row): number | null {
  const now = numberOf(cells, 'attitudeNow');
  const needed = numberOf(cells, 'attitudeNeeded');
  return now === null || needed === null ? null : needed - now;
}

/** From this influence on, a gap cannot be left alone. */
const strongInfluence = 4;

/** People and roles with influence 1–5 and attitude −2 … +2. */
export const stakeholders: ArtefactKind = {
  id: 'stakeholders',
  phase: 'define',
  fields: [],
  lists: [
    {
      key: 'people',
      columns: [
        plain('person', 'name', true),
        text('role'),
        score('influence', 1, 5, true),
        score('attitudeNow', -2, 2),
        score('attitudeNeeded', -2, 2),
        text('action'),
      ],
      computed: [{ key: 'attitudeGap', value: attitudeGap }],
    },
  ],

  check(content) {
    return rowsOf(content, 'people')
      .filter((row) => (attitudeGap(row) ?? 0) > 0 && textOf(row.cells, 'action') === '')
      .filter(({ cells }) => (numberOf(cells, 'influence') ?? 0) >= strongInfluence)
      .map(({ id }) => doubtful('gapWithoutAction', { list: 'people', row: id, column: 'action' }));
  },

  outputs(content) {
    const gaps = rowsOf(content, 'people').filter((row) => (attitudeGap(row) ?? 0) > 0).length;
    return [{ key: 'peopleToWin', value: gaps }];
  },
};
