import { newId } from '../../kernel/ids';
import { fail, ok, type Result } from '../../kernel/result';
import { blocksIdOf, type WritableBlockStore } from '../blocks';
import { parseStamp } from '../clock';
import { manifestOf } from '../datasets';
import { isDeleted } from '../deletion';
import { deviceKinds } from '../schema';
import type { Store } from '../store';
import type { Json, RecordKind, Register, StoredRecord, StoreState } from '../types';
import { bundleFormat, bundleLimits, snapshotExportId, versionOf } from './format';
import type { BundleManifest, BundlePurpose } from './format';
import { seal } from './seal';
import { writeBundle } from './write-bundle';
import type { BundleHooks } from './write-bundle';

export interface ExportRequest {
  readonly purpose: BundlePurpose;
  /** `null` = all. */
  readonly kinds: readonly RecordKind[] | null;
  /** Only these records of the kinds; `kinds` is not `null` then, so that nobody takes the file for everything. */
  readonly only?: (record: StoredRecord) => boolean;
  /** Only records changed since, in milliseconds since 1970 UTC. */
  readonly since: number | null;
  /** Data rows too; without them datasets are left out whole, since nothing could be calculated from them. */
  readonly rows: boolean;
  /** Whether a text looks personal; fields in which one does are held back. `null` = nothing is held back. */
  readonly looksPersonal: ((text: string) => boolean) | null;
  readonly passphrase: string | null;
  readonly app: BundleManifest['app'];
  readonly taxonomy: string;
  /** A copy for this computer alone, such as one that is written again and again; it is not remembered as handed out. */
  readonly silent?: boolean;
}

export interface ExportedBundle {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the file inside the seal; its first eight digits are read out to compare. */
  readonly digest: string;
  readonly manifest: BundleManifest;
}

/**
 * Writes a workbench file of what is stored now.
 *
 * An aborted signal throws its reason.
 *
 * Fails  what the store fails with, crypto-unavailable
 */
export async function exportBundle(
  store: Store,
  blocks: WritableBlockStore,
  request: ExportRequest,
  hooks: BundleHooks & { readonly now?: number } = {},
): Promise<Result<ExportedBundle>> {
  const everything = await store.readEverything();
  if (!everything.ok) return everything;
  const { state, records } = everything.value;
  const chosen = choose(records, request);
  const exportId = await noteExport(store, request);
  if (!exportId.ok) return exportId;
  let failure: Result<never> | null = null;
  const datasets = chosen.records.flatMap((record) => {
    const manifest = record.kind === 'dataset' && !isDeleted(record) ? manifestOf(record) : null;
    if (!manifest) return [];
    const id = blocksIdOf(record.id, manifest);
    const read = async (): Promise<Uint8Array> => {
      const packed = await blocks.pack(id, manifest);
      if (packed.ok) return packed.value;
      failure ??= packed;
      throw new DOMException('a block cannot be read', 'DataError');
    };
    return [{ id, read }];
  });
  try {
    const manifest = manifestFor(state, request, {
      version: versionOf(chosen.records),
      exportId: exportId.value,
      createdAt: hooks.now ?? Date.now(),
      ...chosen.withheld,
    });
    const written = await writeBundle({ manifest, records: chosen.records, datasets }, hooks);
    if (request.passphrase === null) return ok(written);
    const sealed = await seal(written.bytes, request.passphrase);
    return sealed.ok ? ok({ ...written, bytes: sealed.value }) : sealed;
  } catch (error) {
    hooks.signal?.throwIfAborted();
    if (failure) return failure;
    if (error instanceof RangeError && /allocation|length/i.test(error.message)) {
      return fail('bundle-too-large', { limit: bundleLimits.fileBytes / (1024 * 1024) });
    }
    throw error;
  }
}

/** The id of the file, known before the file exists: one that nobody remembers writing would look like a second computer's. */
async function noteExport(store: Store, { silent = false }: ExportRequest): Promise<Result<string>> {
  if (silent || store.readOnly) return ok(snapshotExportId);
  const exportId = newId();
  const noted = await store.updateState((known) => ({
    ...known,
    exports: [exportId, ...(known.exports ?? [])].slice(0, bundleLimits.earlier + 1),
  }));
  if (noted.ok) return ok(exportId);
  // A full disk is when a copy is needed most. Who reads it is told nothing about who else wrote.
  return noted.failure.code === 'storage-full' ? ok(snapshotExportId) : noted;
}

function manifestFor(
  state: StoreState,
  request: ExportRequest,
  made: {
    readonly version: number;
    readonly exportId: string;
    readonly createdAt: number;
    readonly fields: number;
    readonly datasets: number;
  },
): Omit<BundleManifest, 'parts' | 'counts'> {
  const { purpose, kinds, since, rows, looksPersonal, app, taxonomy } = request;
  return {
    format: bundleFormat,
    version: made.version,
    app,
    createdAt: made.createdAt,
    exportId: made.exportId,
    earlier: (state.exports ?? []).slice(0, bundleLimits.earlier),
    from: { replica: state.replica, installId: state.installId, name: state.deviceName ?? '' },
    clock: state.clock,
    seen: state.seen ?? {},
    cloned: state.cloned ?? [],
    scope: { purpose, kinds, since, rows, screened: looksPersonal !== null },
    withheld: { fields: made.fields, datasets: made.datasets },
    taxonomy,
  };
}

interface Chosen {
  readonly records: readonly StoredRecord[];
  readonly withheld: { readonly fields: number; readonly datasets: number };
}

/** What of the records goes into the file. */
export function choose(
  records: readonly StoredRecord[],
  request: Pick<ExportRequest, 'purpose' | 'kinds' | 'only' | 'since' | 'rows' | 'looksPersonal'>,
): Chosen {
  const { purpose, kinds, only, since, rows, looksPersonal } = request;
  const withheld = { fields: 0, datasets: 0 };
  const chosen: StoredRecord[] = [];
  for (const record of records) {
    const isWanted =
      (kinds === null || kinds.includes(record.kind)) &&
      (only === undefined || only(record)) &&
      (purpose === 'backup' || !deviceKinds.includes(record.kind)) &&
      (since === null || lastChange(record) >= since);
    if (!isWanted) continue;
    if (record.kind === 'dataset' && (!rows || (looksPersonal && isUnmasked(record)))) {
      withheld.datasets++;
      continue;
    }
    const screened = looksPersonal && record.kind !== 'dataset' ? screen(record, looksPersonal) : { record, held: 0 };
    withheld.fields += screened.held;
    if (screened.record) chosen.push(screened.record);
  }
  return { records: chosen, withheld };
}

function lastChange({ fields }: StoredRecord): number {
  return Math.max(...Object.values(fields).map(({ stamp }) => parseStamp(stamp).ms));
}

/** Whether masking was switched off when the rows were imported. */
function isUnmasked(record: StoredRecord): boolean {
  return manifestOf(record)?.source.plan?.mask === false;
}

/** The record without the fields in which a text looks personal; `null` if nothing is left. */
function screen(
  record: StoredRecord,
  looksPersonal: (text: string) => boolean,
): { readonly record: StoredRecord | null; readonly held: number } {
  const isClean = ({ value }: Register): boolean => !holdsPersonal(value, looksPersonal);
  const kept = Object.entries(record.fields).filter(([, register]) => isClean(register));
  const held = Object.keys(record.fields).length - kept.length;
  if (kept.length === 0) return { record: null, held };
  const names = new Set(kept.map(([name]) => name));
  const lost = Object.entries(record.lost ?? {}).flatMap(([name, registers]) => {
    const clean = names.has(name) ? registers.filter(isClean) : [];
    return clean.length > 0 ? [[name, clean] as const] : [];
  });
  const { id, kind } = record;
  const fields = Object.fromEntries(kept);
  return { record: { id, kind, fields, ...(lost.length > 0 ? { lost: Object.fromEntries(lost) } : {}) }, held };
}

function holdsPersonal(value: Json, looksPersonal: (text: string) => boolean): boolean {
  if (typeof value === 'string') return looksPersonal(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item: Json) => holdsPersonal(item, looksPersonal));
}
