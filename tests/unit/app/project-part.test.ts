import { describe, expect, it } from 'vitest';
import { projectPart } from '../../../src/app/project-part';
import { choose } from '../../../src/store/bundle/export-bundle';
import type { RecordKind, StoredRecord } from '../../../src/store/types';

const stamp = '00000000000000a1';
const record = (kind: RecordKind, id: string): StoredRecord => ({ kind, id, fields: { name: { value: id, stamp } } });
const of = (project: string | null, id: string) => ({ id, project }) as never;

describe('the file of one project', () => {
  it('holds the project, its documents, links, analyses and their data, and nothing of another', () => {
    const part = projectPart(
      {
        projects: [
          { id: 'p', datasetIds: ['d1'] },
          { id: 'q', datasetIds: ['d9'] },
        ] as never,
        artefacts: [of('p', 'charter'), of('q', 'other')],
        links: [of('p', 'l1'), of('q', 'l9')],
        analyses: [
          { id: 'a1', project: 'p', datasetId: 'd2', secondId: 'd3' },
          { id: 'a9', project: null, datasetId: 'd9', secondId: null },
        ] as never,
      },
      'p',
    );
    const records = [
      ...['p', 'q'].map((id) => record('project', id)),
      ...['charter', 'other'].map((id) => record('artefact', id)),
      ...['l1', 'l9'].map((id) => record('link', id)),
      ...['a1', 'a9'].map((id) => record('analysis', id)),
      ...['d1', 'd2', 'd3', 'd9'].map((id) => record('dataset', id)),
      ...['d2', 'd9'].map((id) => record('coding', id)),
      record('taxonomy', 't'),
      record('event', 'e'),
      record('setting', 'device'),
    ];
    const request = { purpose: 'hand-over', since: null, rows: true, looksPersonal: null } as const;
    const chosen = choose(records, { ...request, ...part }).records;
    expect(chosen.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'project p',
      'artefact charter',
      'link l1',
      'analysis a1',
      'dataset d1',
      'dataset d2',
      'dataset d3',
      'coding d2',
      'taxonomy t',
    ]);
    // A part never passes for the whole, or a merge would take what it leaves out for known.
    expect(part.kinds).not.toBeNull();
  });
});
