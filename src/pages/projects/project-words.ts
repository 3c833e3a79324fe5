import type { Criterion } from '../../artefacts/gates';
import type { ContentPlace, Finding } from '../../artefacts/contract';
import type { Health } from '../../artefacts/gates';
import { hrefTo } from '../../app/routes';

/** How a state of a gate, a health or a light looks: never by colour alone. */
export const healthStatus = { good: 'good', caution: 'caution', bad: 'bad' } as const satisfies Record<Health, string>;
export const criterionStatus = { met: 'good', warning: 'caution', missing: 'bad' } as const;
export const statusLook = { draft: 'none', reviewed: 'caution', approved: 'good' } as const;
export const lightStatus = { red: 'bad', amber: 'caution', green: 'good', blue: 'none', grey: 'none' } as const;

/** The name under which a cell is found on the page. */
export function cellName({ field, list, row, column }: ContentPlace): string {
  return field !== undefined ? `f.${field}` : [list, row, column].filter((part) => part !== undefined).join('.');
}

/** The address of a document, at a cell of it. */
export function documentHref(project: string, kind: string, artefact: string | null, at: ContentPlace = {}): string {
  const cell = cellName(at);
  return hrefTo(
    'projectDocument',
    { id: project, kind },
    { ...(artefact === null ? {} : { a: artefact }), ...(cell === '' ? {} : { at: cell }) },
  );
}

/** Where a document is worked on: a map is drawn, everything else is filled in. */
export function workHref(project: string, kind: string): string {
  return kind === 'processMap' ? hrefTo('projectMap', { id: project }) : documentHref(project, kind, null);
}

/** Where a criterion is answered. */
export function criterionHref(project: string, { place }: Criterion): string {
  return cellName(place.at) === '' && place.kind === 'processMap'
    ? workHref(project, place.kind)
    : documentHref(project, place.kind, place.artefact, place.at);
}

/** The errors of a cell as one text; warnings stand in the list alone. */
export function errorsAt(findings: readonly Finding[], name: string): readonly Finding[] {
  return findings.filter((finding) => finding.severity === 'error' && cellName(finding.at) === name);
}
