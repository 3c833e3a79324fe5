import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { bytesPerMegabyte, limits } from './limits';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly offset: number;
}

/** A zip file whose directory has been read; nothing of it is unpacked yet. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** By name in lower case: part names of a workbook do not distinguish case. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const compoundFile = 0xe011cfd0;

/**
 * Reads the directory of a zip file, zip64 included.
 *
 * Fails  workbook-encrypted (also for the container of protected and old workbooks), workbook-damaged,
 *        workbook-too-large: over 2,000 parts, or over 500 MB declared
 */
export function openZip(bytes: Uint8Array): Result<ZipArchive, Failure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 4 && view.getUint32(0, true) === compoundFile) return fail('workbook-encrypted');
  const directory = findDirectory(view);
  if (directory === null) return damaged();
  if (directory.count > limits.entries) return tooLarge();
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = directory.offset;
  for (let i = 0; i < directory.count; i++) {
    const read = readEntry(view, at);
    if (read === null) return damaged();
    if (read.encrypted) return fail('workbook-encrypted');
    const key = read.entry.name.toLowerCase();
    if (entries.has(key)) return damaged(read.entry.name);
    entries.set(key, read.entry);
    total += read.entry.size;
    if (total > limits.unpackedBytes) return tooLarge();
    at = read.next;
  }
  return ok({ bytes, entries });
}

type Refusal = Extract<Result<never, Failure>, { readonly ok: false }>;

/** The refusal of a file that contradicts itself; `part` names where. */
export function damaged(part = 'zip'): Refusal {
  return fail('workbook-damaged', { part });
}

/** The refusal of a file that would take more memory than a laptop can spare. */
export function tooLarge(): Refusal {
  return fail('workbook-too-large', { limit: limits.unpackedBytes / bytesPerMegabyte });
}

/** The packed bytes of an entry, or null if they do not lie within the file. */
export function packedBytes({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return start + entry.packedSize > bytes.length ? null : bytes.subarray(start, start + entry.packedSize);
}

interface DirectoryPlace {
  readonly count: number;
  readonly offset: number;
}

/** The end record stands last, but for a comment of up to 65,535 bytes. */
function findDirectory(view: DataView): DirectoryPlace | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const place = { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) };
    return place.count === 0xffff || place.offset === 0xffffffff ? findDirectory64(view, at) : place;
  }
  return null;
}

function findDirectory64(view: DataView, end: number): DirectoryPlace | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== end64Signature) return null;
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

interface EntryRead {
  readonly entry: ZipEntry;
  readonly encrypted: boolean;
  readonly next: number;
}

function readEntry(view: DataView, at: number): EntryRead | null {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const short = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const sizes = widen(short, view, at + 46 + nameLength, extraLength);
  if (sizes === null) return null;
  const entry = {
    name: name.replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
  return { entry, encrypted: (view.getUint16(at + 8, true) & 1) === 1, next };
}

type EntrySizes = Pick<ZipEntry, 'size' | 'packedSize' | 'offset'>;

/** Sizes of 0xFFFFFFFF stand in the zip64 field, in this order and only those. */
function widen(short: EntrySizes, view: DataView, start: number, length: number): EntrySizes | null {
  const wide = (value: number): boolean => value === 0xffffffff;
  if (!wide(short.size) && !wide(short.packedSize) && !wide(short.offset)) return short;
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const end = Math.min(field + view.getUint16(at + 2, true), start + length);
    const take = (value: number): number => {
      if (!wide(value)) return value;
      if (field + 8 > end) return NaN;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    const sizes = { size: take(short.size), packedSize: take(short.packedSize), offset: take(short.offset) };
    return Object.values(sizes).every((value) => Number.isSafeInteger(value)) ? sizes : null;
  }
  return null;
}
