/** Stored records as the typed things that pages show. A record that is not of its shape is left out, never guessed. */

import { readContent } from '../artefacts/content';
import { artefactStatuses, type ArtefactView } from '../artefacts/contract';
import { nodeKinds, type LinkEnd, type ThreadLink } from '../artefacts/thread';
import type { Taxonomy } from '../domain/taxonomy';
import type { ImportPlan } from '../ingest/types';
import { rowOfFirst } from '../table/first-row';
import { isDeleted } from '../store/store';
import type { DatasetManifest, Json, StoredRecord } from '../store/types';
import type { CodingRef, DatasetRef } from '../worker/protocol';

export interface DatasetEntry {
  readonly id: string;
  readonly name: string;
  readonly manifest: DatasetManifest;
}

export interface AnalysisEntry {
  readonly id: string;
  readonly name: string;
  readonly slice: string;
  readonly datasetId: string;
  readonly secondId: string | null;
  readonly spec: Json;
  readonly createdAt: number;
  /** The project it belongs to. */
  readonly project: string | null;
  /** Where in the project it was put; null = where its tool is at home. */
  readonly phase: string | null;
}

/** The coding of one dataset; its record has the dataset's id. */
export interface CodingEntry extends CodingRef {
  readonly datasetId: string;
  /** Free-text column that is coded row by row. */
  readonly textColumn: string | null;
  readonly taxonomyVersion: string | null;
}

export interface ProjectEntry {
  readonly id: string;
  readonly name: string;
  readonly invented: boolean;
  readonly datasetIds: readonly string[];
  readonly analysisIds: readonly string[];
  readonly createdAt: number;
  /** Put aside: listed only on request. */
  readonly archived: boolean;
}

export interface TaxonomyEntry {
  readonly id: string;
  readonly taxonomy: Taxonomy;
}

function field(record: StoredRecord, name: string): Json | undefined {
  return Object.hasOwn(record.fields, name) ? record.fields[name].value : undefined;
}

function textField(record: StoredRecord, name: string): string | null {
  const value = field(record, name);
  return typeof value === 'string' ? value : null;
}

function listField(record: StoredRecord, name: string): readonly string[] {
  const value = field(record, name);
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function toDataset(record: StoredRecord): DatasetEntry | null {
  const manifest = field(record, 'manifest');
  if (typeof manifest !== 'object' || manifest === null || isDeleted(record)) return null;
  return {
    id: record.id,
    name: textField(record, 'name') ?? record.id,
    manifest: manifest as unknown as DatasetManifest,
  };
}

export function toAnalysis(record: StoredRecord): AnalysisEntry | null {
  const slice = textField(record, 'slice');
  const datasetId = textField(record, 'datasetId');
  const createdAt = field(record, 'createdAt');
  if (slice === null || datasetId === null || isDeleted(record)) return null;
  return {
    id: record.id,
    name: textField(record, 'name') ?? slice,
    slice,
    datasetId,
    secondId: textField(record, 'secondId'),
    spec: field(record, 'spec') ?? null,
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    project: textField(record, 'project'),
    phase: textField(record, 'phase'),
  };
}

/**
 * Prefixes of the fields that carry one decision each, so that two people's codings merge decision by decision. Rows go
 * by their first number, which no erasure of other rows changes; see `table/first-row`.
 */
export const valueFieldPrefix = 'value:';
export const rowFieldPrefix = 'row:';
/** The contributing links of a row are one decision: a list in one field. */
export const contributingFieldPrefix = 'contributing:';

function decisions(record: StoredRecord, prefix: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, register] of Object.entries(record.fields)) {
    if (name.startsWith(prefix) && typeof register.value === 'string')
      found[name.slice(prefix.length)] = register.value;
  }
  return found;
}

function contributingLinks(record: StoredRecord): Record<string, readonly string[]> {
  const found = Object.create(null) as Record<string, readonly string[]>;
  for (const name of Object.keys(record.fields)) {
    if (!name.startsWith(contributingFieldPrefix)) continue;
    const codes = listField(record, name);
    if (codes.length > 0) found[name.slice(contributingFieldPrefix.length)] = codes;
  }
  return found;
}

export function toCoding(record: StoredRecord): CodingEntry | null {
  if (isDeleted(record)) return null;
  return {
    datasetId: record.id,
    column: textField(record, 'column'),
    textColumn: textField(record, 'textColumn'),
    taxonomyVersion: textField(record, 'taxonomyVersion'),
    byValue: decisions(record, valueFieldPrefix),
    byRow: decisions(record, rowFieldPrefix),
    contributing: contributingLinks(record),
  };
}

/** Whether any row can have a link: a value of the source column is mapped, or a row was decided by itself. */
export function isCoded(coding: CodingEntry | null): boolean {
  if (coding === null) return false;
  const isMapped = coding.column !== null && Object.keys(coding.byValue).length > 0;
  return isMapped || Object.keys(coding.byRow).length > 0;
}

/** Whether a dataset has something to code and none of it is coded yet. A table of volumes has nothing. */
export function waitsForCoding({ manifest }: DatasetEntry, coding: CodingEntry | null): boolean {
  const hasWords = manifest.columns.some(({ type }) => type === 'category' || type === 'text');
  return hasWords && !manifest.source.invented && !isCoded(coding);
}

/** What a remembered column of source categories was mapped to. */
export function toValueMap(record: StoredRecord): Readonly<Record<string, string>> {
  return decisions(record, valueFieldPrefix);
}

export function toPlan(record: StoredRecord): ImportPlan | null {
  const plan = field(record, 'plan');
  return typeof plan === 'object' && plan !== null ? (plan as unknown as ImportPlan) : null;
}

export function toProject(record: StoredRecord): ProjectEntry | null {
  if (isDeleted(record)) return null;
  const createdAt = field(record, 'createdAt');
  return {
    id: record.id,
    name: textField(record, 'name') ?? record.id,
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    archived: field(record, 'archived') === true,
    invented: field(record, 'invented') === true,
    datasetIds: listField(record, 'datasetIds'),
    analysisIds: listField(record, 'analysisIds'),
  };
}

/** An artefact and the project it belongs to. */
export interface ArtefactEntry extends ArtefactView {
  readonly project: string;
  readonly createdAt: number;
}

export function toArtefact(record: StoredRecord): ArtefactEntry | null {
  const project = textField(record, 'project');
  const kind = textField(record, 'artefact');
  const createdAt = field(record, 'createdAt');
  if (project === null || kind === null || isDeleted(record)) return null;
  return {
    id: record.id,
    project,
    kind,
    createdAt: typeof createdAt === 'number' ? createdAt : 0,
    title: textField(record, 'title') ?? '',
    owner: textField(record, 'owner') ?? '',
    status: artefactStatuses.find((status) => status === textField(record, 'status')) ?? 'draft',
    content: readContent(record.fields),
  };
}

/** A link of the thread and the project it belongs to. */
export interface LinkEntry extends ThreadLink {
  readonly project: string;
}

export function toLink(record: StoredRecord): LinkEntry | null {
  const project = textField(record, 'project');
  const from = toEnd(field(record, 'from'));
  const to = toEnd(field(record, 'to'));
  return project === null || !from || !to || isDeleted(record) ? null : { id: record.id, project, from, to };
}

function toEnd(value: Json | undefined): LinkEnd | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { kind, id, row } = value as Readonly<Record<string, Json>>;
  const known = nodeKinds.find((candidate) => candidate === kind);
  if (!known || typeof id !== 'string') return null;
  return typeof row === 'string' ? { kind: known, id, row } : { kind: known, id };
}

export function toTaxonomyEntry(record: StoredRecord): TaxonomyEntry | null {
  const taxonomy = field(record, 'taxonomy');
  if (typeof taxonomy !== 'object' || taxonomy === null || isDeleted(record)) return null;
  return { id: record.id, taxonomy: taxonomy as unknown as Taxonomy };
}

/** What the worker needs to read a dataset with its coding. */
export function toDatasetRef(dataset: DatasetEntry, coding: CodingEntry | null): DatasetRef {
  const { edition, without, rows, chunkRows, columns, blocks } = dataset.manifest;
  return {
    id: dataset.id,
    ...(edition === undefined ? {} : { edition }),
    ...(without === undefined ? {} : { without }),
    rows,
    chunkRows,
    columns,
    blocks,
    coding: coding
      ? {
          column: coding.column,
          byValue: { ...coding.byValue },
          byRow: byPlace(coding.byRow, dataset.manifest),
          contributing: byPlace(coding.contributing, dataset.manifest),
        }
      : null,
  };
}

/** What is kept by the first number of a row, by its place in the edition; what is about erased rows is left out. */
function byPlace<T>(decisions: Readonly<Record<string, T>>, manifest: DatasetManifest): Record<string, T> {
  const placed: Record<string, T> = {};
  for (const [first, value] of Object.entries(decisions)) {
    const row = rowOfFirst(Number(first), manifest);
    if (row !== null) placed[row] = value;
  }
  return placed;
}
