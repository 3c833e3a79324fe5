import { choice, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Finding, Row } from '../contract';
import { wrong } from '../finding';

/** The eight roles of a problem-resolution organisation. */
export const raciRoles = [
  'leadingGroup',
  'resolutionCentre',
  'qualityManagement',
  'serviceManagement',
  'supervision',
  'frontOffice',
  'backOffice',
  'businessManagement',
] as const;

const duties = ['R', 'A', 'C', 'I', 'AR'];

function count({ cells }: Row, duty: string): number {
  return raciRoles.filter((role) => textOf(cells, role).includes(duty)).length;
}

/** Who is responsible, accountable, consulted and informed. */
export const raci: ArtefactKind = {
  id: 'raci',
  phase: 'define',
  fields: [],
  lists: [
    {
      key: 'activities',
      columns: [text('activity', { required: true }), ...raciRoles.map((role) => choice(role, 'duty', duties))],
    },
  ],

  check(content) {
    return rowsOf(content, 'activities').flatMap((row): Finding[] => {
      const at = { list: 'activities', row: row.id };
      const accountable = count(row, 'A');
      return [
        ...(accountable === 1 ? [] : [wrong('accountableNotOne', at, { n: accountable })]),
        ...(count(row, 'R') > 0 ? [] : [wrong('nobodyResponsible', at)]),
      ];
    });
  },
};
