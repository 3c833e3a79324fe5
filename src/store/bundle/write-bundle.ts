import { Zip, ZipDeflate } from 'fflate';
import { sha256Hex } from '../../kernel/digest';
import { pause } from '../pause';
import type { StoredRecord } from '../types';
import { blocksPath, manifestPath, recordsPath } from './format';
import type { BundleManifest, BundlePart } from './format';

export interface BundleContent {
  readonly manifest: Omit<BundleManifest, 'parts' | 'counts'>;
  readonly records: readonly StoredRecord[];
  /** The bytes of each dataset's blocks, one dataset at a time. */
  readonly datasets: readonly { readonly id: string; read(): Promise<Uint8Array> }[];
}

export interface BundleHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

export const commentMark = 'sha256:';
const digestLength = 64;
const pieceBytes = 1 << 20;
/** When a file was written stands in its manifest; a zip can only hold the years 1980 to 2099. */
const entryTime = new Date(2020, 0, 1);
/** Blocks are numbers in their narrowest form: more effort gains little. */
const levels = { records: 6, blocks: 1 } as const;

/**
 * The bytes of a workbench file and its digest (SHA-256, hexadecimal).
 *
 * An aborted signal throws its reason; nothing has been written anywhere by then.
 */
export async function writeBundle(
  content: BundleContent,
  { signal, onProgress }: BundleHooks = {},
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: string; readonly manifest: BundleManifest }> {
  const records = [...content.records].sort(byKindAndId);
  const zip = new ZipWriter();
  const parts: BundlePart[] = [];
  const total = content.datasets.length + 1;
  const add = async (path: string, bytes: Uint8Array, level: 1 | 6): Promise<void> => {
    parts.push({ path, bytes: bytes.byteLength, digest: await sha256Hex(bytes) });
    await zip.add(path, bytes, level, signal);
    onProgress?.(parts.length / (total + 1));
  };
  await add(recordsPath, encodeRecords(records), levels.records);
  for (const dataset of content.datasets) await add(blocksPath(dataset.id), await dataset.read(), levels.blocks);
  const manifest: BundleManifest = { ...content.manifest, counts: countKinds(records), parts };
  await zip.add(manifestPath, new TextEncoder().encode(JSON.stringify(manifest)), levels.records, signal);
  const { bytes, digest } = await withDigest(zip.end());
  onProgress?.(1);
  return { bytes, digest, manifest };
}

/** Ordered by plain comparison, so that the same records make the same part on every computer. */
export function byKindAndId(a: StoredRecord, b: StoredRecord): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The digest of a file: over everything before the digest that it ends in. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return sha256Hex(bytes.subarray(0, Math.max(0, bytes.length - digestLength)));
}

/** The digest that a file ends in; `null` if it ends otherwise. */
export function statedDigest(bytes: Uint8Array): string | null {
  const mark = commentMark.length + digestLength;
  const text = new TextDecoder().decode(bytes.subarray(Math.max(0, bytes.length - mark)));
  return text.startsWith(commentMark) ? text.slice(commentMark.length) : null;
}

function encodeRecords(records: readonly StoredRecord[]): Uint8Array {
  return new TextEncoder().encode(records.map((record) => JSON.stringify(record) + '\n').join(''));
}

function countKinds(records: readonly StoredRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Appends the digest as the comment of the zip, whose length stands in the last two bytes before it. */
async function withDigest(
  zip: Uint8Array,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly digest: string }> {
  const length = commentMark.length + digestLength;
  const bytes = new Uint8Array(zip.length + length);
  bytes.set(zip);
  new DataView(bytes.buffer).setUint16(zip.length - 2, length, true);
  bytes.set(new TextEncoder().encode(commentMark), zip.length);
  const digest = await digestOf(bytes);
  bytes.set(new TextEncoder().encode(digest), bytes.length - digestLength);
  return { bytes, digest };
}

/** A zip that grows piece by piece, so that the page stays alive while megabytes are packed. */
class ZipWriter {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip: Zip;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  async add(path: string, bytes: Uint8Array, level: 1 | 6, signal: AbortSignal | undefined): Promise<void> {
    const entry = new ZipDeflate(path, { level });
    entry.mtime = entryTime;
    this.#zip.add(entry);
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      signal?.throwIfAborted();
      entry.push(bytes.subarray(start, start + pieceBytes), start + pieceBytes >= bytes.length);
      await pause();
    }
    if (bytes.length === 0) entry.push(bytes, true);
  }

  end(): Uint8Array {
    this.#zip.end();
    const whole = new Uint8Array(this.#pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
