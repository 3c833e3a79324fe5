/** Finding what is kept of one customer, by key, and deleting it for good. */

import { readEvent } from '../domain/events/event';
import { secretNameOf } from '../kernel/customer-key';
import { newId } from '../kernel/ids';
import { ok, type Failure, type Result } from '../kernel/result';
import { customerColumnId } from '../ingest/customer-column';
import { blocksIdOf, type WritableBlockStore } from '../store/blocks';
import { blocksIdOfRecord, manifestOf, releaseBlocks } from '../store/datasets';
import { erasedRowsPrefix, isDeleted, isErased } from '../store/deletion';
import { leftOut } from '../store/erased-rows';
import { firstRowOf } from '../table/first-row';
import { renewSnapshots, type Shelf } from '../store/snapshots';
import type { Store } from '../store/store';
import type { Erasure } from '../store/erasure';
import type { Change, DatasetManifest, Json, StoredRecord } from '../store/types';
import type { Bridge } from '../worker/bridge';
import type { DatasetRef } from '../worker/protocol';
import { contributingFieldPrefix, rowFieldPrefix, toDatasetRef } from './entries';
import { todayEpochDay } from './today';

/** What the deletion works with. */
export interface ErasureTools {
  readonly store: Store;
  readonly bridge: Pick<Bridge, 'run'>;
  readonly openBlocks: () => Promise<WritableBlockStore>;
  /** Where the snapshots are; throws where there are no private files. */
  readonly shelf: () => Shelf;
}

/** What is kept of a customer in one dataset. */
export interface FoundRows {
  readonly id: string;
  readonly name: string;
  /** Rows that go. */
  readonly rows: number;
  readonly of: number;
  /** The dataset goes as a whole: it has no other rows, or was deleted and only waits for an undo. */
  readonly whole: boolean;
}

/** What is kept of a customer, before anything is deleted. */
export interface FoundCustomer {
  readonly datasets: readonly FoundRows[];
  /** Ids of events of the ledger, those included that were deleted and wait for an undo. */
  readonly events: readonly string[];
  /** How many of these events the rules on complaints want kept beyond today. */
  readonly retained: number;
  /** What has keys made under a secret that is not here: whose they are cannot be told. */
  readonly foreign: { readonly rows: number; readonly events: number };
}

export interface ErasedCustomer {
  readonly rows: number;
  readonly events: number;
  /** Older snapshots that were removed; null where there are no private files or they could not be written. */
  readonly snapshots: number | null;
}

/** Looks for the keys in every dataset and in the ledger; nothing is changed. */
export async function findCustomer(
  tools: ErasureTools,
  keys: readonly string[],
): Promise<Result<FoundCustomer, Failure>> {
  const blocks = await tools.openBlocks();
  const found = await find(tools, blocks, keys);
  blocks.close();
  if (!found.ok) return found;
  const { datasets, ...others } = found.value;
  return ok({ datasets: datasets.map(({ record, rows }) => toFound(record, rows.length)), ...others });
}

interface Found extends Omit<FoundCustomer, 'datasets'> {
  readonly datasets: readonly { readonly record: StoredRecord; readonly rows: readonly number[] }[];
}

async function find(
  tools: ErasureTools,
  blocks: WritableBlockStore,
  keys: readonly string[],
): Promise<Result<Found, Failure>> {
  const wanted = new Set(keys);
  const events = await tools.store.all('event', { deleted: true });
  if (!events.ok) return events;
  const secrets = new Set(keys.map(secretNameOf));
  const keyed = events.value.filter((record) => !isErased(record)).map((record) => ({ record, keys: keysOf(record) }));
  const own = keyed.filter((one) => one.keys.some((key) => wanted.has(key))).map(({ record }) => record);
  const isForeign = (key: string): boolean => !secrets.has(secretNameOf(key));
  const today = todayEpochDay();
  const records = await keyedDatasets(tools.store, blocks);
  if (!records.ok) return records;
  const rows = await tools.bridge.run('findCustomer', { datasets: records.value.map(toRef), keys });
  if (!rows.ok) return rows;
  const found = new Map(rows.value.map(({ datasetId, rows: numbers }) => [datasetId, numbers]));
  const foreignRows = rows.value.reduce((sum, { foreign }) => sum + foreign, 0);
  return ok({
    datasets: records.value.flatMap((record) => {
      const numbers = found.get(record.id);
      return numbers === undefined || numbers.length === 0 ? [] : [{ record, rows: numbers }];
    }),
    events: own.map(({ id }) => id),
    retained: own.filter(({ id, fields }) => (readEvent(id, fields).retainUntil ?? -Infinity) >= today).length,
    foreign: { rows: foreignRows, events: keyed.filter((one) => one.keys.some(isForeign)).length },
  });
}

/**
 * Deletes what is kept under the keys: rows of datasets, whose other rows are written anew as another edition under the
 * same id, and events and datasets of nobody else, of which empty tombstones stay. Merges carry both on. One act, without
 * an undo; to be called with the writer lock. Snapshots are renewed; files outside the browser are not reached.
 *
 * Fails  what the store fails with; then nothing was deleted
 */
export async function eraseCustomer(
  tools: ErasureTools,
  keys: readonly string[],
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Result<ErasedCustomer, Failure>> {
  const blocks = await tools.openBlocks();
  const written: string[] = [];
  try {
    // Looked for once more: what was merged or imported since the person was asked must not be missed.
    const found = await find(tools, blocks, keys);
    if (!found.ok) return found;
    const { datasets, events } = found.value;
    const changes: Change[] = [];
    const records: Erasure['records'][number][] = events.map((id) => ({ kind: 'event', id }));
    const [replaced, released]: [StoredRecord[], StoredRecord[]] = [[], []];
    let rows = 0;
    for (const [index, { record, rows: numbers }] of datasets.entries()) {
      const { id } = record;
      const manifest = manifestOf(record);
      if (!manifest) continue;
      rows += toFound(record, numbers.length).rows;
      if (numbers.length === manifest.rows) {
        // What was decided about the rows holds words of them.
        records.push({ kind: 'dataset', id }, { kind: 'coding', id });
        replaced.push(record);
        continue;
      }
      const first = numbers.map((row) => firstRowOf(row, manifest));
      const coding = await tools.store.get('coding', id, { deleted: true });
      if (!coding.ok) return coding;
      if (coding.value) changes.push(...emptyDecisions(coding.value, first));
      // Also of a dataset that was deleted: another copy may still have it.
      changes.push({ kind: 'dataset', id, field: erasedRowsPrefix + newId(), value: first });
      if (isDeleted(record)) {
        released.push(record);
        continue;
      }
      const next = await writeWithout(tools.bridge, record, numbers);
      if (!next.ok) return next;
      written.push(blocksIdOf(id, next.value));
      replaced.push(record);
      changes.push({ kind: 'dataset', id, field: 'manifest', value: JSON.parse(JSON.stringify(next.value)) as Json });
      onProgress((index + 1) / (datasets.length + 1));
    }
    const erased = await tools.store.erase({
      records,
      changes,
      label: { code: 'eraseCustomer', params: { rows, events: events.length } },
    });
    if (!erased.ok) return erased;
    written.length = 0;
    // The old blocks belong to nobody now: a kill leaves them to the next start, which removes them.
    for (const record of replaced) await blocks.remove(blocksIdOfRecord(record));
    for (const record of released) await releaseBlocks(tools.store, blocks, record);
    return ok({ rows, events: events.length, snapshots: await renew(tools, blocks) });
  } finally {
    for (const id of written) await blocks.remove(id);
    blocks.close();
  }
}

/**
 * Writes the other rows of a dataset as an edition of their own; nothing refers to it until its manifest is stored.
 *
 * Shape  rows: numbers in the edition of the record, from 0, in order
 * Fails  what the store fails with; then nothing is left behind
 */
export async function writeWithout(
  bridge: ErasureTools['bridge'],
  record: StoredRecord,
  rows: readonly number[],
): Promise<Result<DatasetManifest, Failure>> {
  const manifest = manifestOf(record);
  if (!manifest) throw new RangeError(`a dataset requires a manifest: ${record.id}`);
  const edition = newId();
  const kept = await bridge.run('leaveOutRows', { dataset: toRef(record), rows, edition });
  if (!kept.ok) return kept;
  const first = rows.map((row) => firstRowOf(row, manifest));
  return ok({ ...manifest, ...kept.value, edition, without: leftOut(manifest, first) });
}

/** Changes that empty what was decided about single rows. */
function emptyDecisions({ id, fields }: StoredRecord, first: readonly number[]): readonly Change[] {
  return first
    .flatMap((row) => [rowFieldPrefix + String(row), contributingFieldPrefix + String(row)])
    .filter((field) => Object.hasOwn(fields, field) && fields[field].value !== null)
    .map((field) => ({ kind: 'coding', id, field, value: null }));
}

/** Makes the snapshots anew; null where there are no private files or they could not be written. */
export async function renew({ store, shelf }: ErasureTools, blocks: WritableBlockStore): Promise<number | null> {
  try {
    const renewed = await renewSnapshots(store, blocks, shelf());
    return renewed.ok ? renewed.value : null;
  } catch {
    // No private files here, such as on file:// in Chromium: then there is no snapshot either.
    return null;
  }
}

/** Datasets with keys whose blocks are there: also those that were deleted and wait for an undo. */
async function keyedDatasets(
  store: Store,
  blocks: WritableBlockStore,
): Promise<Result<readonly StoredRecord[], Failure>> {
  const records = await store.all('dataset', { deleted: true });
  if (!records.ok) return records;
  const stored = await blocks.datasets();
  if (!stored.ok) return stored;
  const isKeyed = (record: StoredRecord): boolean =>
    manifestOf(record)?.columns.some(({ id }) => id === customerColumnId) === true;
  return ok(records.value.filter((record) => isKeyed(record) && stored.value.includes(blocksIdOfRecord(record))));
}

function toFound(record: StoredRecord, rows: number): FoundRows {
  const { id, fields } = record;
  const of = manifestOf(record)?.rows ?? rows;
  const whole = rows === of || isDeleted(record);
  const name = Object.hasOwn(fields, 'name') ? fields.name.value : null;
  return { id, name: typeof name === 'string' ? name : id, rows: whole ? of : rows, of, whole };
}

/** The key of an event, and those that lost a merge. */
function keysOf({ fields, lost }: StoredRecord): readonly string[] {
  const own = Object.hasOwn(fields, 'customerKey') ? [fields.customerKey] : [];
  const others = lost && Object.hasOwn(lost, 'customerKey') ? lost.customerKey : [];
  return [...own, ...others].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

function toRef(record: StoredRecord): DatasetRef {
  const manifest = manifestOf(record);
  if (!manifest) throw new RangeError(`a dataset requires a manifest: ${record.id}`);
  return toDatasetRef({ id: record.id, name: '', manifest }, null);
}
