import { expect, it } from 'vitest';
import { findRow, placedRows } from '../../../src/artefacts/project';
import { artefactOf, contentOf, projectOf } from './build-project';

const stepsOf = (...names: readonly (readonly [id: string, name: string])[]) =>
  contentOf({}, { steps: names.map(([id, name]) => ({ id, name })) });
const today = artefactOf('processMap', stepsOf(['a', 'Wait'], ['b', 'Answer']), 'draft', 'today');
const future = artefactOf(
  'processMap',
  { ...stepsOf(['a', 'Wait less'], ['c', 'Call back']), fields: { version: 'future' } },
  'draft',
  'future',
);

it.each([
  ['first', [today, future]],
  ['last', [future, today]],
])('finds rows that both maps hold in that of today, made %s', (_order, artefacts) => {
  const project = projectOf(artefacts);
  const found = ['a', 'b', 'c', 'gone'].map((id) => findRow(project, id));
  expect(found.map((place) => [place?.artefact.id, place?.row.cells['name']])).toEqual([
    ['today', 'Wait'],
    ['today', 'Answer'],
    ['future', 'Call back'],
    [undefined, undefined],
  ]);
  expect(placedRows(project, 'processMap', 'steps').map(({ artefact, row }) => [row.id, artefact.id])).toEqual([
    ['a', 'today'],
    ['b', 'today'],
    ['c', 'future'],
  ]);
});
