import * as v from 'valibot';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { inflatePart } from '../../ingest/workbook/inflate-part';
import { openZip, type ZipArchive } from '../../ingest/workbook/zip-archive';
import { pause } from '../pause';
import type { StoredRecord } from '../types';
import { checkRecord } from './check-record';
import { bundleFormat, bundleLimits, bundleVersion, manifestPath, manifestSchema, recordsPath } from './format';
import type { BundleManifest } from './format';
import { isSealed, openSeal } from './seal';
import { digestOf, statedDigest } from './write-bundle';
import type { BundleHooks } from './write-bundle';

/** A workbench file whose every byte has been checked, and whose records have the shape of records. */
export interface OpenedBundle {
  readonly manifest: BundleManifest;
  /** SHA-256 of the file; of the zip inside, if it was sealed. */
  readonly digest: string;
  readonly sealed: boolean;
  readonly records: readonly StoredRecord[];
  /** Paths of the parts that hold blocks. */
  readonly parts: ReadonlySet<string>;
  /** The bytes of a part. */
  readPart(path: string, signal?: AbortSignal): Promise<Result<Uint8Array<ArrayBuffer>>>;
}

export interface ReadOptions extends BundleHooks {
  readonly passphrase?: string;
}

/**
 * Whether a file of so many bytes is opened at all; asked before one is read, which takes as much memory.
 *
 * Fails  bundle-too-large
 */
export function checkBundleSize(bytes: number): Result<null, Failure<'bundle-too-large'>> {
  return bytes > bundleLimits.fileBytes ? tooLarge() : ok(null);
}

/**
 * Opens a workbench file. Nothing is taken from a file that was cut, changed or is not of our shape.
 *
 * Fails  bundle-unknown, bundle-damaged, bundle-newer, bundle-too-large, bundle-content (with the path of what is
 *        wrong), bundle-passphrase-needed, bundle-passphrase-wrong, crypto-unavailable, cancelled
 */
export async function readBundle(
  source: Uint8Array<ArrayBuffer>,
  options: ReadOptions = {},
): Promise<Result<OpenedBundle>> {
  const opened = await openArchive(source, options);
  if (!opened.ok) return opened;
  const { archive, manifest, digest, sealed } = opened.value;
  const { parts } = manifest;
  const readPart: OpenedBundle['readPart'] = async (path, signal) => {
    const part = parts.find((one) => one.path === path);
    if (!part) return damaged(path);
    const content = await inflate(archive, path, signal);
    if (!content.ok) return content;
    // The digest of the file, which was right, says of every byte what the part's own would say again.
    return content.value.length === part.bytes ? content : damaged(path);
  };
  const text = await readPart(recordsPath, options.signal);
  if (!text.ok) return text;
  const records = await parseRecords(text.value, options);
  if (!records.ok) return records;
  const paths = parts.map(({ path }) => path).filter((path) => path !== recordsPath);
  return ok({ manifest, digest, sealed, records: records.value, parts: new Set(paths), readPart });
}

/**
 * What a workbench file says of itself, without its records; every byte has been checked.
 *
 * Fails  as `readBundle`, `bundle-content` for the manifest only
 */
export async function readBundleManifest(source: Uint8Array<ArrayBuffer>): Promise<Result<BundleManifest>> {
  const opened = await openArchive(source, {});
  return opened.ok ? ok(opened.value.manifest) : opened;
}

async function openArchive(
  source: Uint8Array<ArrayBuffer>,
  options: ReadOptions,
): Promise<Result<Pick<OpenedBundle, 'manifest' | 'digest' | 'sealed'> & { readonly archive: ZipArchive }>> {
  const size = checkBundleSize(source.length);
  if (!size.ok) return size;
  const sealed = isSealed(source);
  const plain = sealed ? await unseal(source, options) : ok(source);
  if (!plain.ok) return plain;
  const bytes = plain.value;
  if (!looksLikeZip(bytes)) return fail('bundle-unknown');
  const stated = statedDigest(bytes);
  const digest = await digestOf(bytes);
  // A zip of another origin has no such comment; one of ours that was cut has lost it.
  if (stated !== digest) return stated === null && !hasManifest(bytes) ? fail('bundle-unknown') : damaged('zip');
  const archive = openZip(bytes);
  if (!archive.ok) return archive.failure.code === 'workbook-too-large' ? tooLarge() : damaged('zip');
  const manifest = await readManifest(archive.value);
  if (!manifest.ok) return manifest;
  return ok({ archive: archive.value, manifest: manifest.value, digest, sealed });
}

async function unseal(
  source: Uint8Array<ArrayBuffer>,
  { passphrase }: ReadOptions,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (passphrase === undefined || passphrase === '') return fail('bundle-passphrase-needed');
  return openSeal(source, passphrase);
}

async function readManifest(archive: ZipArchive): Promise<Result<BundleManifest>> {
  const content = await inflate(archive, manifestPath);
  if (!content.ok) return content;
  const value = parseJson(new TextDecoder().decode(content.value));
  if (typeof value !== 'object' || value === null || (value as { format?: unknown }).format !== bundleFormat) {
    return fail('bundle-unknown');
  }
  const { version } = value as { version?: unknown };
  if (typeof version === 'number' && version > bundleVersion) return fail('bundle-newer', { version });
  const parsed = v.safeParse(manifestSchema, value);
  if (!parsed.success) return wrong(`manifest/${v.getDotPath(parsed.issues[0]) ?? ''}`);
  return ok(parsed.output);
}

async function inflate(
  archive: ZipArchive,
  path: string,
  signal?: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const entry = archive.entries.get(path.toLowerCase());
  if (!entry || entry.name !== path) return damaged(path);
  const whole = new Uint8Array(entry.size);
  let at = 0;
  const done = await inflatePart(
    archive,
    entry,
    (piece) => {
      whole.set(piece, at);
      at += piece.length;
      return true;
    },
    // The digest of the file says the same of every byte.
    { isDigested: true, ...(signal ? { signal } : {}) },
  );
  if (done.ok) return ok(whole);
  return done.failure.code === 'cancelled' ? fail('cancelled') : damaged(path);
}

const linesPerTurn = 500;

async function parseRecords(
  bytes: Uint8Array,
  { signal, onProgress }: BundleHooks,
): Promise<Result<readonly StoredRecord[]>> {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.pop() !== '') return damaged(recordsPath);
  if (lines.length > bundleLimits.records) return tooLarge();
  const records: StoredRecord[] = [];
  const known = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const checked = checkRecord(parseJson(line));
    if ('wrong' in checked) return wrong(`${recordsPath}:${index + 1}/${checked.wrong}`);
    const key = `${checked.record.kind}/${checked.record.id}`;
    if (known.has(key)) return wrong(`${recordsPath}:${index + 1}/${key}`);
    known.add(key);
    records.push(checked.record);
    if (index % linesPerTurn === linesPerTurn - 1) {
      if (signal?.aborted) return fail('cancelled');
      onProgress?.((index + 1) / lines.length);
      await pause();
    }
  }
  return ok(records);
}

/** `undefined` for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function hasManifest(bytes: Uint8Array<ArrayBuffer>): boolean {
  // The records are the first entry of every file of ours, so their name stands in the first bytes.
  return new TextDecoder().decode(bytes.subarray(0, 64)).includes(recordsPath);
}

function damaged(part: string): { readonly ok: false; readonly failure: Failure<'bundle-damaged'> } {
  return fail('bundle-damaged', { part });
}

function tooLarge(): { readonly ok: false; readonly failure: Failure<'bundle-too-large'> } {
  return fail('bundle-too-large', { limit: bundleLimits.fileBytes / (1024 * 1024) });
}

function wrong(path: string): { readonly ok: false; readonly failure: Failure<'bundle-content'> } {
  return fail('bundle-content', { path: path.slice(0, 200) });
}
