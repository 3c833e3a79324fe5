/** What is kept under rules of retention, and deleting of it what a person chose. */

import { dayOf } from '../domain/calendar/calendar';
import { readEvent, isOpen } from '../domain/events/event';
import type { Kept, RetentionKind } from '../domain/retention/retention';
import { ok, type Failure, type Result } from '../kernel/result';
import { blocksIdOfRecord, manifestOf } from '../store/datasets';
import { parseStamp } from '../store/clock';
import type { Store } from '../store/store';
import type { RecordKind, StoredRecord } from '../store/types';
import { renew, type ErasureTools } from './erase-customer';
import { todayEpochDay } from './today';

const recordKindOf: Readonly<Record<RetentionKind, RecordKind>> = {
  datasets: 'dataset',
  events: 'event',
  evidence: 'evidence',
  answers: 'surveyAnswer',
};

/**
 * Everything that rules of retention are about, with the day from which its time runs: of a dataset its import, of an
 * event its end, of files of evidence and answers the day on which they were entered.
 */
export async function readKeptThings(store: Store): Promise<Result<readonly Kept[], Failure>> {
  const kept: Kept[] = [];
  for (const [kind, recordKind] of Object.entries(recordKindOf) as [RetentionKind, RecordKind][]) {
    const records = await store.all(recordKind);
    if (!records.ok) return records;
    for (const record of records.value)
      kept.push({ kind, id: record.id, name: nameOf(record), ...timesOf(kind, record) });
  }
  return ok(kept);
}

function timesOf(kind: RetentionKind, record: StoredRecord): Pick<Kept, 'from' | 'keepUntil'> {
  if (kind === 'events') {
    const event = readEvent(record.id, record.fields);
    // What was merged or withdrawn has no end of its own in every file: then its last change is the end.
    const end = event.closedAt === null ? lastDay(record) : dayOf(event.closedAt);
    return { from: isOpen(event) ? null : end, keepUntil: event.retainUntil };
  }
  if (kind !== 'datasets') return { from: firstDay(record), keepUntil: null };
  const importedAt = manifestOf(record)?.source.importedAt;
  return { from: importedAt === undefined ? null : todayEpochDay(new Date(importedAt)), keepUntil: null };
}

function daysOf({ fields }: StoredRecord): readonly number[] {
  return Object.values(fields).map(({ stamp }) => todayEpochDay(new Date(parseStamp(stamp).ms)));
}

function firstDay(record: StoredRecord): number {
  return Math.min(...daysOf(record));
}

function lastDay(record: StoredRecord): number {
  return Math.max(...daysOf(record));
}

function nameOf({ id, fields }: StoredRecord): string {
  for (const field of ['name', 'number', 'title']) {
    const value = Object.hasOwn(fields, field) ? fields[field].value : null;
    if (typeof value === 'string' && value !== '') return value;
  }
  return id.slice(0, 8);
}

/**
 * Deletes for good what a person chose, as one act without an undo; to be called with the writer lock. The blocks of
 * datasets go with them, and snapshots are renewed.
 *
 * @returns how many records were deleted
 */
export async function deleteKept(
  tools: ErasureTools,
  chosen: readonly Pick<Kept, 'kind' | 'id'>[],
): Promise<Result<number, Failure>> {
  const datasets = chosen.filter(({ kind }) => kind === 'datasets');
  const records = [
    ...chosen.map(({ kind, id }) => ({ kind: recordKindOf[kind], id })),
    // What was decided about the rows holds words of them.
    ...datasets.map(({ id }) => ({ kind: 'coding' as const, id })),
  ];
  const before = await tools.store.all('dataset', { deleted: true });
  if (!before.ok) return before;
  const label = { code: 'eraseDue', params: { n: chosen.length } };
  const erased = await tools.store.erase({ records, changes: [], label });
  if (!erased.ok) return erased;
  const blocks = await tools.openBlocks();
  for (const { id } of datasets) {
    const record = before.value.find((one) => one.id === id);
    if (record) await blocks.remove(blocksIdOfRecord(record));
  }
  await renew(tools, blocks);
  blocks.close();
  return ok(chosen.length);
}
