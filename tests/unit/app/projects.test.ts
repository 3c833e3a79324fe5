import { describe, expect, it } from 'vitest';
import { benefitBand, byLastWork, type ProjectSummary } from '../../../src/app/project-summary';
import type { TableTwin } from '../../../src/analyses/contract';
import { readSignals, stagesOf } from '../../../src/app/analysis-result';
import { copyProject } from '../../../src/app/copy-project';
import { toArtefact, toLink } from '../../../src/app/entries';
import { documentChanges } from '../../../src/app/project-acts';
import { templateContent, templateIds } from '../../../src/app/project-templates';
import { sampleDocuments } from '../../../src/app/sample-documents';
import { checkArtefact } from '../../../src/artefacts/check';
import { buildThread, completeCodes } from '../../../src/artefacts/thread';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';
import { createTranslator } from '../../../src/i18n/translator';
import type { Change, Json, RecordKind, StoredRecord } from '../../../src/store/types';
import { analysisOf, projectOf } from '../artefacts/build-project';

function recordOf(kind: RecordKind, id: string, changes: readonly Pick<Change, 'field' | 'value'>[]): StoredRecord {
  return { kind, id, fields: Object.fromEntries(changes.map(({ field, value }) => [field, { value, stamp: 's' }])) };
}

const fields = (values: Readonly<Record<string, Json>>): Pick<Change, 'field' | 'value'>[] =>
  Object.entries(values).map(([field, value]) => ({ field, value }));

describe('templates', () => {
  it.each(['zh-CN', 'en'] as const)('say everything in %s, and hold no error', (locale) => {
    const translator = createTranslator(locale);
    for (const template of templateIds) {
      const documents = templateContent(template, translator);
      expect(documents.length > 0).toBe(template !== 'blank');
      const artefacts = documents.flatMap((start, index) => {
        const record = recordOf('artefact', `${index}`, documentChanges('p', `${index}`, start, index));
        return toArtefact(record) ?? [];
      });
      expect(artefacts).toHaveLength(documents.length);
      expect(JSON.stringify(documents)).not.toContain('templates.');
      const project = projectOf(artefacts, { codes: new Set(defaultTaxonomy.links.map(({ code }) => code)) });
      const errors = artefacts.flatMap((artefact) =>
        checkArtefact(artefact, project)
          .filter(({ severity }) => severity === 'error')
          .map(({ code }) => `${template} ${artefact.kind} ${code}`),
      );
      expect(errors).toEqual([]);
    }
  });
});

describe('the sample project', () => {
  it.each(['zh-CN', 'en'] as const)('reads well in %s, and its thread runs from a link to an effect', (locale) => {
    const names = { pareto: 'a', rate: 'b', late: 'c', dpmo: 'd' };
    const { documents, links } = sampleDocuments(createTranslator(locale), names);
    const artefacts = documents.flatMap((start, index) => {
      const record = recordOf('artefact', `${index}`, documentChanges('p', `${index}`, start, index));
      return toArtefact(record) ?? [];
    });
    const project = projectOf(artefacts, {
      codes: new Set(defaultTaxonomy.links.map(({ code }) => code)),
      analyses: Object.values(names).map((id) => analysisOf(id, { stages: [{ label: '2025-01', name: 'n' }] })),
    });
    const errors = artefacts.flatMap((artefact) =>
      checkArtefact(artefact, project).filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(documents)).not.toMatch(/(sample|templates|artefacts)\.\w/);
    const thread = buildThread(
      project,
      links.map((link, index) => ({ id: `${index}`, ...link })),
    );
    expect(thread.broken).toEqual([]);
    expect(completeCodes(thread)).toContain('G2.3.7');
  });
});

describe('a copy of a project', () => {
  const project = recordOf(
    'project',
    'p',
    fields({ name: 'P', deleted: false, template: 'blank', 'r.reviews.x.order': 'V' }),
  );
  const fishbone = recordOf(
    'artefact',
    'f',
    fields({ project: 'p', artefact: 'fishbone', 'r.causes.c.order': 'V', 'r.causes.c.cause': 'x' }),
  );
  const actions = recordOf(
    'artefact',
    'a',
    fields({
      project: 'p',
      artefact: 'actions',
      'r.items.i.order': 'V',
      'r.items.i.cause': 'c',
      'r.items.i.effectAnalysis': 'n',
    }),
  );
  const analysis = recordOf(
    'analysis',
    'n',
    fields({ project: 'p', slice: 'pareto', datasetId: 'd', name: 'c is a name' }),
  );
  const link = recordOf(
    'link',
    'l',
    fields({ project: 'p', from: { kind: 'cause', id: 'c' }, to: { kind: 'action', id: 'i' } }),
  );

  it('points into itself, keeps what lies outside, and has no reviews', () => {
    let count = 0;
    const copy = copyProject(project, [fishbone, actions, analysis, link], {
      name: 'Q',
      now: 7,
      newId: () => `new${++count}`,
    });
    const of = (kind: RecordKind): StoredRecord[] =>
      [...new Set(copy.changes.filter((change) => change.kind === kind).map(({ id }) => id))].map((id) =>
        recordOf(
          kind,
          id,
          copy.changes.filter((change) => change.id === id),
        ),
      );
    const [copied] = of('project');
    expect(copied.fields).toMatchObject({
      name: { value: 'Q' },
      createdAt: { value: 7 },
      template: { value: 'blank' },
    });
    expect(Object.keys(copied.fields).some((field) => field.startsWith('r.'))).toBe(false);
    const [bones, plan] = of('artefact').map((record) => toArtefact(record));
    const cause = bones?.content.lists.causes[0];
    const item = plan?.content.lists.items[0];
    expect(cause).toEqual({ id: expect.stringMatching(/^new/) as string, cells: { cause: 'x' } });
    expect([bones?.project, plan?.project]).toEqual([copy.id, copy.id]);
    expect(item?.cells.cause).toBe(cause?.id);
    expect(of('analysis')[0].fields).toMatchObject({ datasetId: { value: 'd' }, name: { value: 'c is a name' } });
    expect(item?.cells.effectAnalysis).toBe(of('analysis')[0].id);
    expect(toLink(of('link')[0])).toMatchObject({ from: { id: cause?.id }, to: { id: item?.id } });
  });
});

describe('what a gate reads of an analysis', () => {
  const row = (label: string, emphasis?: 'signal' | 'total'): TableTwin['rows'][number] => ({
    cells: [label, 1],
    emphasis,
  });
  const twin = {
    rows: [row('2024-12', 'signal'), row('2025-01'), row('2025-02', 'signal'), row('all', 'total')],
  } as unknown as TableTwin;

  it('counts signals in all and since the last stage began', () => {
    expect(readSignals(twin, [])).toEqual({ signals: 2, points: 3, lastStageSignals: 2, lastStagePoints: 3 });
    expect(readSignals(twin, [{ label: '2025-01', name: '' }])).toEqual({
      signals: 2,
      points: 3,
      lastStageSignals: 1,
      lastStagePoints: 2,
    });
  });

  it('reads the stages of a spec, whatever else it holds', () => {
    const analysis = (spec: Json) => ({ spec }) as unknown as Parameters<typeof stagesOf>[0];
    expect(
      stagesOf(analysis({ phases: [{ label: '2025-01', name: 'n', reason: 'r' }, { name: 'no label' }, 3] })),
    ).toEqual([{ label: '2025-01', name: 'n' }]);
    expect(stagesOf(analysis(null))).toEqual([]);
    expect(stagesOf(analysis({ phases: 'odd' }))).toEqual([]);
  });
});

describe('lists of projects', () => {
  it('begin with what was worked on last', () => {
    const at = (id: string, lastWork: number): ProjectSummary => ({ id, lastWork }) as ProjectSummary;
    expect([at('a', 1), at('b', 3), at('c', 2)].sort(byLastWork).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('put each benefit into one band', () => {
    expect([null, 0, 99_999, 100_000, 1_000_000].map((benefit) => benefitBand({ benefit }))).toEqual([
      'none',
      'small',
      'small',
      'middle',
      'large',
    ]);
  });
});
