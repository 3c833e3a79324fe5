import { readContent } from '../artefacts/content';
import { versionPrefix } from '../artefacts/versions';
import type { Change, Json, StoredRecord } from '../store/types';

interface CopyOptions {
  readonly name: string;
  readonly now: number;
  readonly newId: () => string;
}

/** Fields of a project that its copy begins without: reviews of gates are rows, and were held of the original. */
const ownFields = new Set(['deleted', 'archived', 'invented', 'name', 'createdAt']);

/**
 * The changes that make a copy of a project with these records of it.
 *
 * Records and rows get ids of their own, and what pointed into the original points into the copy; what points elsewhere,
 * such as to a dataset, stays.
 */
export function copyProject(
  project: StoredRecord,
  records: readonly StoredRecord[],
  { name, now, newId }: CopyOptions,
): { readonly id: string; readonly changes: readonly Change[] } {
  const ids = new Map<string, string>([project, ...records].map(({ id }) => [id, newId()]));
  for (const { fields } of records)
    for (const rows of Object.values(readContent(fields).lists)) for (const row of rows) ids.set(row.id, newId());
  const copyOf = (id: string): string => ids.get(id) ?? id;
  const id = copyOf(project.id);
  const own = { name, createdAt: now };
  return {
    id,
    changes: [
      ...Object.entries(own).map(([field, value]): Change => ({ kind: 'project', id, field, value })),
      ...copyFields(project, id, copyOf).filter(({ field }) => !ownFields.has(field) && !field.startsWith('r.')),
      ...records.flatMap((record) => copyFields(record, copyOf(record.id), copyOf)),
    ],
  };
}

function copyFields({ kind, fields }: StoredRecord, id: string, copyOf: (id: string) => string): Change[] {
  return (
    Object.entries(fields)
      // Versions were kept of the original.
      .filter(([field, { value }]) => field !== 'deleted' && value !== null && !field.startsWith(versionPrefix))
      .map(([field, { value }]) => ({
        kind,
        id,
        field: field.split('.').map(copyOf).join('.'),
        value: copyValue(value, copyOf),
      }))
  );
}

function copyValue(value: Json, copyOf: (id: string) => string): Json {
  if (typeof value === 'string') return copyOf(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => copyValue(item, copyOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyValue(item, copyOf)]));
}
