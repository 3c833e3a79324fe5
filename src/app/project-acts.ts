/** What is written about projects: each act is one commit, so one undo takes it back. */

import { insertRow, setField, type RegisterChange } from '../artefacts/content';
import type { CellValue } from '../artefacts/contract';
import { kindById } from '../artefacts/registry';
import { newId } from '../kernel/ids';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Change, Json, RecordKind, StoredRecord } from '../store/types';
import type { Translator } from '../i18n/translator';
import { templateContent, type TemplateId } from './project-templates';
import type { Workbench } from './workbench.svelte';

type Cells = Readonly<Record<string, CellValue>>;

/** What a document holds when it is made. */
export interface StartingContent {
  readonly kind: string;
  readonly fields: Cells;
  readonly lists: Readonly<Record<string, readonly { readonly id: string; readonly cells: Cells }[]>>;
}

function set(kind: RecordKind, id: string, fields: Readonly<Record<string, Json>>): Change[] {
  return Object.entries(fields).map(([field, value]) => ({ kind, id, field, value }));
}

function registers(id: string, changes: readonly RegisterChange[]): Change[] {
  return changes.map(({ field, value }) => ({ kind: 'artefact', id, field, value }));
}

/** The changes that make a document. */
export function documentChanges(project: string, id: string, start: StartingContent, createdAt: number): Change[] {
  const rows = Object.entries(start.lists).flatMap(([list, items]) => {
    const orders = new Map<string, string>();
    return items.flatMap((row) => {
      const changes = insertRow(list, row, orders);
      orders.set(row.id, String(changes[0].value));
      return changes;
    });
  });
  return [
    ...set('artefact', id, { project, artefact: start.kind, status: 'draft', createdAt }),
    ...registers(
      id,
      Object.entries(start.fields).map(([field, value]) => setField(field, value)),
    ),
    ...registers(id, rows),
  ];
}

/** Starts a project from a template, in the reader's language. */
export async function createProject(
  workbench: Workbench,
  translator: Translator,
  { name, template }: { readonly name: string; readonly template: TemplateId },
): Promise<Result<string, Failure>> {
  if (name.trim() === '') return fail('name-missing');
  const id = newId();
  const now = Date.now();
  const changes = [
    ...set('project', id, { name: name.trim(), createdAt: now, template }),
    ...templateContent(template, translator).flatMap((start, index) =>
      documentChanges(id, newId(), start, now + index),
    ),
  ];
  const saved = await workbench.commit(changes, { code: 'newProject', params: { name: name.trim() } });
  return saved.ok ? ok(id) : saved;
}

/** Puts a project aside, or takes it back. */
export function archiveProject(
  workbench: Workbench,
  project: { readonly id: string; readonly name: string },
  archived: boolean,
): Promise<Result<null, Failure>> {
  const change: Change = { kind: 'project', id: project.id, field: 'archived', value: archived };
  return workbench.commit([change], { code: 'archiveProject', params: { name: project.name } });
}

/**
 * A copy of a project with its documents, links and analyses, but without the reviews of its gates.
 *
 * Everything gets an id of its own, and what pointed into the original points into the copy.
 */
export async function duplicateProject(
  workbench: Workbench,
  id: string,
  name: string,
): Promise<Result<string, Failure>> {
  const project = workbench.record('project', id);
  if (!project) return fail('project-unknown');
  const documents = workbench.artefacts.filter((artefact) => artefact.project === id);
  const links = workbench.links.filter((link) => link.project === id);
  const analyses = workbench.analyses.filter((analysis) => analysis.project === id);
  const copies = new Map<string, string>([[id, newId()]]);
  const records: StoredRecord[] = [
    ...documents.flatMap((document) => workbench.record('artefact', document.id) ?? []),
    ...links.flatMap((link) => workbench.record('link', link.id) ?? []),
    ...analyses.flatMap((analysis) => workbench.record('analysis', analysis.id) ?? []),
  ];
  for (const record of records) copies.set(record.id, newId());
  for (const { content } of documents)
    for (const rows of Object.values(content.lists)) for (const row of rows) copies.set(row.id, newId());
  const copy = copies.get(id) ?? newId();
  const now = Date.now();
  const changes = [
    ...set('project', copy, { ...projectFields(project), name, createdAt: now }),
    ...records.flatMap((record) => copyRecord(record, copies)),
  ];
  const saved = await workbench.commit(changes, { code: 'copyProject', params: { name } });
  return saved.ok ? ok(copy) : saved;
}

function projectFields({ fields }: StoredRecord): Record<string, Json> {
  const kept = Object.entries(fields).filter(
    ([field, { value }]) =>
      value !== null && !['deleted', 'archived', 'invented'].includes(field) && !field.startsWith('r.'),
  );
  return Object.fromEntries(kept.map(([field, { value }]) => [field, value]));
}

function copyRecord(record: StoredRecord, copies: ReadonlyMap<string, string>): Change[] {
  const id = copies.get(record.id) ?? record.id;
  return Object.entries(record.fields)
    .filter(([field, { value }]) => field !== 'deleted' && value !== null)
    .map(([field, { value }]): Change => {
      const parts = field.split('.').map((part) => copies.get(part) ?? part);
      return { kind: record.kind, id, field: parts.join('.'), value: remap(value, copies) };
    });
}

function remap(value: Json, copies: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return copies.get(value) ?? value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => remap(item, copies));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, remap(item, copies)]));
}

/** Deletes a project; its documents stay stored with it, so that undoing brings all of it back. */
export function deleteProject(
  workbench: Workbench,
  project: { readonly id: string; readonly name: string },
): Promise<Result<null, Failure>> {
  return workbench.deleteRecord('project', project.id, project.name);
}

/** Whether a document of this kind can be made here. */
export function isKnownKind(kind: string): boolean {
  return kindById(kind) !== undefined;
}
