import { sha256Hex } from '../../kernel/digest';
import { newId } from '../../kernel/ids';
import { fail, ok, type Result } from '../../kernel/result';
import { blocksIdOf, type WritableBlockStore } from '../blocks';
import { parseStamp } from '../clock';
import { datasetName, manifestOf } from '../datasets';
import { isDeleted } from '../deletion';
import { deviceKinds } from '../schema';
import type { Store } from '../store';
import type { DatasetManifest, Json, RecordKind, Register, StoredRecord, StoreState } from '../types';
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

export interface ExportHooks extends BundleHooks {
  readonly now?: number;
  /** Another copy of a dataset's blocks, for one of which the database has lost some; checked before it is used. */
  readonly copyOf?: (blocksId: string) => Promise<Uint8Array | null>;
}

/**
 * Writes a workbench file of what is stored now. A dataset whose blocks are damaged is left out, and named in the
 * manifest: one bad block must not cost the copy of everything else.
 *
 * An aborted signal throws its reason.
 *
 * Fails  what the store fails with, crypto-unavailable
 */
export async function exportBundle(
  store: Store,
  blocks: WritableBlockStore,
  request: ExportRequest,
  hooks: ExportHooks = {},
): Promise<Result<ExportedBundle>> {
  const everything = await store.readEverything();
  if (!everything.ok) return everything;
  const { state, records } = everything.value;
  const chosen = choose(records, request);
  const exportId = await noteExport(store, request);
  if (!exportId.ok) return exportId;
  const made = { exportId: exportId.value, createdAt: hooks.now ?? Date.now() };
  // Records are written before blocks are read, so a file that was to hold a damaged dataset is begun again.
  let damaged: ReadonlySet<string> = new Set();
  for (;;) {
    const sound = chosen.records.filter(({ kind, id }) => kind !== 'dataset' || !damaged.has(id));
    const lacking = chosen.records.filter((record) => !sound.includes(record));
    const manifest = manifestFor(state, request, {
      ...made,
      version: versionOf(sound),
      withheld: withDamaged(chosen.withheld, lacking),
    });
    const written = await attempt({ manifest, records: sound }, blocks, hooks);
    if (!written.ok) {
      if (!isDamage(written.failure.code) || damaged.size > 0) return written;
      const found = await findDamaged(sound, blocks, hooks);
      if (!found.ok) return found;
      damaged = found.value;
      if (damaged.size === 0) return written;
      continue;
    }
    if (request.passphrase === null) return written;
    const sealed = await seal(written.value.bytes, request.passphrase);
    return sealed.ok ? ok({ ...written.value, bytes: sealed.value }) : sealed;
  }
}

type Content = Pick<Parameters<typeof writeBundle>[0], 'manifest' | 'records'>;

async function attempt(
  content: Content,
  blocks: WritableBlockStore,
  hooks: ExportHooks,
): Promise<Result<ExportedBundle>> {
  let failure: Result<never> | null = null;
  const datasets = content.records.flatMap((record) => {
    const manifest = rowsOf(record);
    if (!manifest) return [];
    const id = blocksIdOf(record.id, manifest);
    const read = async (): Promise<Uint8Array> => {
      const packed = await packOrCopy(id, manifest, blocks, hooks);
      if (packed.ok) return packed.value;
      failure ??= packed;
      throw new DOMException('a block cannot be read', 'DataError');
    };
    return [{ id, read }];
  });
  try {
    return ok(await writeBundle({ ...content, datasets }, hooks));
  } catch (error) {
    hooks.signal?.throwIfAborted();
    if (failure) return failure;
    if (error instanceof RangeError && /allocation|length/i.test(error.message)) {
      return fail('bundle-too-large', { limit: bundleLimits.fileBytes / (1024 * 1024) });
    }
    throw error;
  }
}

/** The manifest of a dataset that has rows. */
function rowsOf(record: StoredRecord): DatasetManifest | null {
  return record.kind === 'dataset' && !isDeleted(record) ? manifestOf(record) : null;
}

async function packOrCopy(
  id: string,
  manifest: DatasetManifest,
  blocks: WritableBlockStore,
  { copyOf }: ExportHooks,
): Promise<Result<Uint8Array>> {
  const packed = await blocks.pack(id, manifest);
  if (packed.ok || !isDamage(packed.failure.code)) return packed;
  const copy = (await copyOf?.(id)) ?? null;
  return copy && (await isSound(copy, manifest)) ? ok(copy) : packed;
}

async function isSound(copy: Uint8Array, { blocks }: DatasetManifest): Promise<boolean> {
  let at = 0;
  for (const { bytes, digest } of blocks) {
    const block = copy.slice(at, at + bytes);
    if ((await sha256Hex(block)) !== digest) return false;
    at += bytes;
  }
  return at === copy.length;
}

/** The datasets of which blocks are damaged and no copy is sound. */
async function findDamaged(
  records: readonly StoredRecord[],
  blocks: WritableBlockStore,
  hooks: ExportHooks,
): Promise<Result<ReadonlySet<string>>> {
  const damaged = new Set<string>();
  for (const record of records) {
    const manifest = rowsOf(record);
    if (!manifest) continue;
    hooks.signal?.throwIfAborted();
    const packed = await packOrCopy(blocksIdOf(record.id, manifest), manifest, blocks, hooks);
    if (packed.ok) continue;
    if (!isDamage(packed.failure.code)) return packed;
    damaged.add(record.id);
  }
  return ok(damaged);
}

function isDamage(code: string): boolean {
  return code === 'block-missing' || code === 'block-damaged';
}

function withDamaged(
  { fields, datasets }: Chosen['withheld'],
  lacking: readonly StoredRecord[],
): BundleManifest['withheld'] {
  if (lacking.length === 0) return { fields, datasets };
  const names = lacking.map((record) => datasetName(record).slice(0, bundleLimits.nameLength));
  return { fields, datasets: datasets + lacking.length, damaged: names };
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
    readonly withheld: BundleManifest['withheld'];
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
    withheld: made.withheld,
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
