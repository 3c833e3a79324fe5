import type { ArtefactKind, ListDeclaration } from './contract';
import { processMap } from './kinds/process-map';

/** Every kind of artefact, in the order of the road. */
export const artefactKinds: readonly ArtefactKind[] = [processMap];

/** The kind with this id, or undefined. */
export function kindById(id: string): ArtefactKind | undefined {
  return artefactKinds.find((kind) => kind.id === id);
}

/** A list of a kind, or undefined. */
export function listOf(kind: string, list: string): ListDeclaration | undefined {
  return kindById(kind)?.lists.find(({ key }) => key === list);
}

/** The column whose text names a row of the list. */
export function titleColumn(list: ListDeclaration): string {
  return list.title ?? list.columns[0].key;
}
