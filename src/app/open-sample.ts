import { formatIsoMonth } from '../kernel/dates';
import { newId } from '../kernel/ids';
import { ok, type Failure, type Result } from '../kernel/result';
import { sampleFacts } from '../domain/sample/facts';
import { defaultTaxonomy } from '../domain/taxonomy/default-taxonomy';
import type { Translator } from '../i18n/translator';
import type { Change, DatasetManifest, Json, RecordKind } from '../store/types';
import type { SampleReply } from '../worker/protocol';
import { withWriterLock } from '../store/writer-lock';
import { valueFieldPrefix } from './entries';
import { documentChanges } from './project-acts';
import { sampleDocuments } from './sample-documents';
import type { Workbench } from './workbench.svelte';

/**
 * Opens the sample project: two invented datasets, their coding, the analyses a newcomer should see first, and the
 * documents of an improvement half-way along its road.
 *
 * Everything is committed in one act, so it is there whole and one undo takes it away.
 *
 * @returns id of the Pareto analysis, the first thing to look at
 */
export function openSample(workbench: Workbench, translator: Translator): Promise<Result<string, Failure>> {
  return withWriterLock(() => storeSample(workbench, translator));
}

async function storeSample(workbench: Workbench, translator: Translator): Promise<Result<string, Failure>> {
  const { t, locale } = translator;
  const language = locale === 'en' ? 'en' : 'zh';
  const stored = await workbench.bridge.run('storeSample', { eventsId: newId(), volumesId: newId(), language });
  if (!stored.ok) return stored;
  const [events, volumes] = stored.value;
  const now = Date.now();
  const analyses = sampleAnalyses(events, volumes, t, now);
  const projectId = newId();
  const [pareto, rate, late, dpmo] = analyses.map(({ id }) => id);
  const sample = sampleDocuments(translator, { pareto, rate, late, dpmo });
  const changes = [
    // Lists show the newest first, and the events are what one looks at first.
    ...datasetChanges(events, t('sample.eventsName'), now),
    ...datasetChanges(volumes, t('sample.volumesName'), now - 1),
    ...record('coding', events.datasetId, {
      column: events.ids.link,
      textColumn: events.ids.text,
      taxonomyVersion: defaultTaxonomy.version,
      ...Object.fromEntries(defaultTaxonomy.links.map(({ code }) => [valueFieldPrefix + code, code])),
    }),
    ...analyses.flatMap(({ id, ...fields }) => record('analysis', id, fields)),
    ...record('project', projectId, {
      name: t('sample.name'),
      createdAt: now,
      invented: true,
      datasetIds: [events.datasetId, volumes.datasetId],
      analysisIds: analyses.map(({ id }) => id),
    }),
    ...sample.documents.flatMap((start, index) => documentChanges(projectId, newId(), start, now + index)),
    ...sample.links.flatMap(({ from, to }) =>
      record('link', newId(), { project: projectId, from: { ...from }, to: { ...to } }),
    ),
  ];
  const saved = await workbench.commit(changes, { code: 'sample' }, { durability: 'strict' });
  return saved.ok ? ok(analyses[0].id) : saved;
}

function record(kind: RecordKind, id: string, fields: Readonly<Record<string, Json>>): Change[] {
  return Object.entries(fields).map(([field, value]) => ({ kind, id, field, value }));
}

function datasetChanges(
  { datasetId, rows, chunkRows, columns, blocks }: SampleReply,
  name: string,
  importedAt: number,
): Change[] {
  const manifest: DatasetManifest = {
    rows,
    chunkRows,
    columns,
    blocks,
    source: {
      fileName: name,
      fileDigest: '',
      bytes: 0,
      importedAt,
      plan: null,
      issues: [],
      masked: [],
      invented: true,
    },
  };
  return record('dataset', datasetId, { name, manifest: manifest as unknown as Json });
}

/** Pareto, complaint rate, late replies and sigma level, newest first as the lists show them. */
function sampleAnalyses(
  events: SampleReply,
  volumes: SampleReply,
  t: Translator['t'],
  now: number,
): readonly ({ readonly id: string } & Readonly<Record<string, Json>>)[] {
  const { ids } = events;
  const phases = [
    {
      label: formatIsoMonth(sampleFacts.improvement.firstMonth),
      name: t('sample.phaseName'),
      reason: t('sample.phaseReason'),
    },
  ];
  const late = { countedColumn: ids.onTime, countedValues: ['0'] };
  const month = { subgroup: 'month', dateColumn: ids.received, direction: 'lower', phases };
  const specs: readonly (readonly [slice: string, name: string, spec: Readonly<Record<string, Json>>])[] = [
    ['pareto', t('sample.pareto'), { column: 'link', dateColumn: ids.received, maxBars: 15 }],
    [
      'controlChart',
      t('sample.rate'),
      {
        ...month,
        chart: 'u',
        numerator: 'rows',
        denominator: 'second',
        second: volumes.datasetId,
        secondKey: volumes.ids.month,
        secondNumber: volumes.ids.calls,
        per: 10_000,
      },
    ],
    ['controlChart', t('sample.late'), { ...month, ...late, chart: 'p', numerator: 'values', denominator: 'rows' }],
    [
      'dpmo',
      t('sample.dpmo'),
      { ...late, defects: 'values', units: 'rows', opportunities: 1, groupBy: 'quarter', dateColumn: ids.received },
    ],
  ];
  return specs.map(([slice, name, spec], index) => ({
    id: newId(),
    slice,
    name,
    datasetId: events.datasetId,
    secondId: 'second' in spec ? volumes.datasetId : null,
    spec,
    createdAt: now - index,
  }));
}
