/** Finding what is kept of one customer, by key, and deleting it for good. */

import { readEvent } from '../domain/events/event';
import { newId } from '../kernel/ids';
import { ok, type Failure, type Result } from '../kernel/result';
import { customerColumnId } from '../ingest/customer-column';
import { blocksIdOf, type WritableBlockStore } from '../store/blocks';
import { blocksIdOfRecord, manifestOf, releaseBlocks } from '../store/datasets';
import { isDeleted, isErased } from '../store/deletion';
import { renewSnapshots, type Shelf } from '../store/snapshots';
import type { Store } from '../store/store';
import type { Change, DatasetManifest, Json, StoredRecord } from '../store/types';
import type { Bridge } from '../worker/bridge';
import type { DatasetRef } from '../worker/protocol';
import { toDatasetRef } from './entries';
import { renumberCoding } from './renumber-coding';
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
  return found;
}

async function find(
  tools: ErasureTools,
  blocks: WritableBlockStore,
  keys: readonly string[],
): Promise<Result<FoundCustomer, Failure>> {
  const wanted = new Set(keys);
  const events = await tools.store.all('event', { deleted: true });
  if (!events.ok) return events;
  const own = events.value.filter((record) => !isErased(record) && keysOf(record).some((key) => wanted.has(key)));
  const today = todayEpochDay();
  const records = await keyedDatasets(tools.store, blocks);
  if (!records.ok) return records;
  const rows = await tools.bridge.run('findCustomer', { datasets: records.value.map(toRef), keys });
  if (!rows.ok) return rows;
  const found = new Map(rows.value.map(({ datasetId, rows: n }) => [datasetId, n]));
  return ok({
    datasets: records.value.flatMap((record): FoundRows[] => {
      const n = found.get(record.id);
      return n === undefined ? [] : [toFound(record, n)];
    }),
    events: own.map(({ id }) => id),
    retained: own.filter(({ id, fields }) => (readEvent(id, fields).retainUntil ?? -Infinity) >= today).length,
  });
}

/**
 * Deletes what is kept under the keys: rows of datasets, whose other rows are written anew as another edition under the
 * same id, and events, of which empty tombstones stay that merges carry on. One act, without an undo; to be called with
 * the writer lock. Snapshots are renewed; files outside the browser are not reached.
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
    const records = await keyedDatasets(tools.store, blocks);
    if (!records.ok) return records;
    const { datasets, events } = found.value;
    const changes: Change[] = [];
    const [rewritten, emptied]: [StoredRecord[], StoredRecord[]] = [[], []];
    for (const [index, { id, whole }] of datasets.entries()) {
      const record = records.value.find((one) => one.id === id);
      const manifest = record && manifestOf(record);
      if (!record || !manifest) continue;
      if (whole) {
        changes.push({ kind: 'dataset', id, field: 'deleted', value: true });
        emptied.push(record);
        continue;
      }
      const edition = newId();
      const kept = await tools.bridge.run('leaveOutCustomer', { dataset: toRef(record), keys, edition });
      if (!kept.ok) return kept;
      const { removed, ...layout } = kept.value;
      const next: DatasetManifest = { ...manifest, ...layout, edition };
      written.push(blocksIdOf(id, next));
      rewritten.push(record);
      changes.push({ kind: 'dataset', id, field: 'manifest', value: JSON.parse(JSON.stringify(next)) as Json });
      const coding = await tools.store.get('coding', id, { deleted: true });
      if (!coding.ok) return coding;
      if (coding.value) {
        changes.push(...renumberCoding(coding.value, removed).map((one): Change => ({ kind: 'coding', id, ...one })));
      }
      onProgress((index + 1) / (datasets.length + 1));
    }
    const rows = datasets.reduce((sum, dataset) => sum + dataset.rows, 0);
    const erased = await tools.store.erase({
      records: events.map((id) => ({ kind: 'event', id })),
      changes,
      label: { code: 'eraseCustomer', params: { rows, events: events.length } },
    });
    if (!erased.ok) return erased;
    written.length = 0;
    // The old blocks belong to nobody now: a kill leaves them to the next start, which removes them.
    for (const record of rewritten) await blocks.remove(blocksIdOfRecord(record));
    for (const record of emptied) await releaseBlocks(tools.store, blocks, record);
    return ok({ rows, events: events.length, snapshots: await renew(tools, blocks) });
  } finally {
    for (const id of written) await blocks.remove(id);
    blocks.close();
  }
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
