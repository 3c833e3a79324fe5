import type { ExportRequest } from '../store/bundle/export-bundle';
import type { RecordKind } from '../store/types';
import type { Workbench } from './workbench.svelte';

/** What a file of one project holds instead of everything. */
export type ProjectPart = Pick<ExportRequest, 'only'> & { readonly kinds: readonly RecordKind[] };

type Stored = Pick<Workbench, 'projects' | 'artefacts' | 'links' | 'analyses'>;

const kinds: readonly RecordKind[] = ['project', 'artefact', 'link', 'analysis', 'dataset', 'coding', 'taxonomy'];

/**
 * The records that belong to a project: itself, its documents, links and analyses, the data that these are computed
 * from with their coding, and the taxonomies, without which no code could be read.
 */
export function projectPart({ projects, artefacts, links, analyses }: Stored, id: string): ProjectPart {
  const own = <T extends { readonly project: string | null }>(all: readonly T[]): readonly T[] =>
    all.filter(({ project }) => project === id);
  const computed = own(analyses);
  const data = new Set([
    ...(projects.find((project) => project.id === id)?.datasetIds ?? []),
    ...computed.flatMap(({ datasetId, secondId }) => [datasetId, secondId ?? datasetId]),
  ]);
  const documents = new Set([...own(artefacts), ...own(links), ...computed].map((record) => record.id));
  return {
    kinds,
    only: ({ kind, id: record }) =>
      kind === 'taxonomy' ||
      (kind === 'project'
        ? record === id
        : kind === 'dataset' || kind === 'coding'
          ? data.has(record)
          : documents.has(record)),
  };
}
