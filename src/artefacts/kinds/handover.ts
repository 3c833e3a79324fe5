import { choice, isOn, plain, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, ProjectView } from '../contract';
import { doubtful } from '../finding';
import { placedRows } from '../project';

const checkpoints = ['30', '60', '90'];

/** Whether everybody has signed who must: the process owner, and finance where a hard benefit is claimed. */
export function isSigned({ fields }: Content, project: ProjectView): boolean {
  return isOn(fields, 'ownerAccepted') && (!claimsHardBenefit(project) || isOn(fields, 'financeSigned'));
}

function claimsHardBenefit(project: ProjectView): boolean {
  return placedRows(project, 'benefits', 'entries').some(({ row }) => textOf(row.cells, 'benefitType') === 'hard');
}

/** Checkpoints, in days after the hand-over, that no review is planned for. */
export function missingCheckpoints(content: Content): readonly string[] {
  const planned = new Set(rowsOf(content, 'reviews').map(({ cells }) => textOf(cells, 'checkpoint')));
  return checkpoints.filter((day) => !planned.has(day));
}

/** Hand-over to the process owner: signatures, documents, training, and checks after 30, 60 and 90 days. */
export const handover: ArtefactKind = {
  id: 'handover',
  phase: 'control',
  fields: [
    plain('person', 'processOwner', true),
    plain('switch', 'ownerAccepted'),
    plain('date', 'acceptedOn'),
    plain('person', 'financePerson'),
    plain('switch', 'financeSigned'),
  ],
  lists: [
    { key: 'documents', columns: [text('document', { required: true }), text('place')] },
    { key: 'trainings', columns: [text('topic', { required: true }), text('audience'), plain('date', 'heldOn')] },
    {
      key: 'reviews',
      columns: [
        choice('checkpoint', 'checkpoint', checkpoints, true),
        plain('date', 'due'),
        text('result'),
        plain('switch', 'done'),
      ],
    },
  ],

  check(content, project) {
    const found: Finding[] = [];
    if (isOn(content.fields, 'ownerAccepted') && !Object.hasOwn(content.fields, 'acceptedOn'))
      found.push(doubtful('signedWithoutDate', { field: 'acceptedOn' }));
    if (claimsHardBenefit(project) && !isOn(content.fields, 'financeSigned'))
      found.push(doubtful('financeUnsigned', { field: 'financeSigned' }));
    const missing = missingCheckpoints(content);
    if (missing.length > 0)
      found.push(doubtful('checkpointsMissing', { list: 'reviews' }, { days: { as: 'list', items: missing } }));
    return found;
  },
};
