import { isOn, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, ProjectView } from '../contract';
import { doubtful } from '../finding';
import { placedRows, type PlacedRow } from '../project';

/** Proven causes that no line of the plan watches. */
export function unwatchedCauses(content: Content, project: ProjectView): readonly PlacedRow[] {
  const watched = new Set(rowsOf(content, 'lines').map(({ cells }) => textOf(cells, 'cause')));
  return placedRows(project, 'fishbone', 'causes').filter(
    ({ row }) => isOn(row.cells, 'verified') && !watched.has(row.id),
  );
}

/** What is watched from now on, how, and what happens when it moves. */
export const controlPlan: ArtefactKind = {
  id: 'controlPlan',
  phase: 'control',
  fields: [text('standardDocument'), plain('analysis', 'chart')],
  lists: [
    {
      key: 'lines',
      title: 'measure',
      columns: [
        reference('step', 'processMap.steps', 'sipoc.process'),
        reference('ctq', 'voice.ctqs'),
        reference('cause', 'fishbone.causes'),
        text('measure', { required: true }),
        text('spec', { required: true }),
        text('method'),
        text('sampleRule', { required: true }),
        plain('analysis', 'chart'),
        text('limitsVersion'),
        reference('reaction', 'ocap.branches'),
        plain('person', 'owner', true),
        text('recordPlace'),
      ],
    },
  ],

  check(content, project) {
    const found: Finding[] = unwatchedCauses(content, project).map(({ row }) =>
      doubtful('causeUnwatched', { list: 'lines' }, { cause: textOf(row.cells, 'cause') }),
    );
    for (const { id, cells } of rowsOf(content, 'lines')) {
      if (textOf(cells, 'reaction') === '')
        found.push(doubtful('lineWithoutReaction', { list: 'lines', row: id, column: 'reaction' }));
    }
    return found;
  },

  outputs: (content, project) => [
    { key: 'lines', value: rowsOf(content, 'lines').length },
    { key: 'causesUnwatched', value: unwatchedCauses(content, project).length },
  ],
};
