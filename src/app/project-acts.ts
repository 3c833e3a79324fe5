/** What is written about projects: each act is one commit, so one undo takes it back. */

import { insertRows, setField, type RegisterChange } from '../artefacts/content';
import type { CellValue } from '../artefacts/contract';
import { newId } from '../kernel/ids';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Change, Json, RecordKind } from '../store/types';
import type { Translator } from '../i18n/translator';
import { copyProject } from './copy-project';
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
  const rows = Object.entries(start.lists).flatMap(([list, items]) => insertRows(list, items, new Map()));
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

/** Copies a project with its documents, links and analyses (see `copyProject`). */
export async function duplicateProject(
  workbench: Workbench,
  id: string,
  name: string,
): Promise<Result<string, Failure>> {
  const project = workbench.record('project', id);
  if (!project) return fail('project-unknown');
  const records = [
    ...workbench.artefacts
      .filter((artefact) => artefact.project === id)
      .map((item) => workbench.record('artefact', item.id)),
    ...workbench.links.filter((link) => link.project === id).map((item) => workbench.record('link', item.id)),
    ...workbench.analyses
      .filter((analysis) => analysis.project === id)
      .map((item) => workbench.record('analysis', item.id)),
  ].filter((record) => record !== undefined);
  const copy = copyProject(project, records, { name, now: Date.now(), newId });
  const saved = await workbench.commit(copy.changes, { code: 'copyProject', params: { name } });
  return saved.ok ? ok(copy.id) : saved;
}

/** Deletes a project; its documents stay stored with it, so that undoing brings all of it back. */
export function deleteProject(
  workbench: Workbench,
  project: { readonly id: string; readonly name: string },
): Promise<Result<null, Failure>> {
  return workbench.deleteRecord('project', project.id, project.name);
}
