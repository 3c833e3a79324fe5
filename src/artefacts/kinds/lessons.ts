import { choice, isOn, plain, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind } from '../contract';
import { doubtful } from '../finding';

/** What others should know, by the link of the taxonomy where they will look for it. */
export const lessons: ArtefactKind = {
  id: 'lessons',
  phase: 'control',
  fields: [],
  lists: [
    {
      key: 'lessons',
      columns: [
        text('lesson', { lines: 2, required: true }),
        choice('lessonKind', 'lessonKind', ['worked', 'failed', 'surprise']),
        plain('code', 'link'),
        text('advice', { lines: 2 }),
        plain('switch', 'published'),
      ],
    },
  ],

  check(content) {
    return rowsOf(content, 'lessons')
      .filter(({ cells }) => isOn(cells, 'published') && textOf(cells, 'link') === '')
      .map(({ id }) => doubtful('lessonUncoded', { list: 'lessons', row: id, column: 'link' }));
  },

  outputs: (content) => [
    {
      key: 'lessonsPublished',
      value: rowsOf(content, 'lessons').filter(({ cells }) => isOn(cells, 'published')).length,
    },
  ],
};
