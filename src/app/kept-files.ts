import { sha256Hex } from '../kernel/digest';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Change, StoredRecord } from '../store/types';

/** Larger files are not kept here. */
const largestFile = 4 * 1024 * 1024;

export interface KeptFile {
  readonly name: string;
  /** SHA-256, hexadecimal: also the id under which it is kept. */
  readonly digest: string;
  readonly bytes: number;
  /** What keeps it; written together with what refers to it. */
  readonly changes: readonly Change[];
}

/** A file as records hold it: once under its digest, however many refer to it. */
export async function keepFile(file: File): Promise<Result<KeptFile, Failure>> {
  if (file.size > largestFile) return fail('evidence-too-large', { megabytes: largestFile / 1024 / 1024 });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = await sha256Hex(bytes);
  const kept = (field: string, value: string): Change => ({ kind: 'evidence', id: digest, field, value });
  const changes = [kept('name', file.name), kept('type', file.type), kept('data', toBase64(bytes))];
  return ok({ name: file.name, digest, bytes: bytes.length, changes });
}

/** The file that a record holds, held against its digest; nothing of a damaged one is handed out. */
export async function readKept(record: StoredRecord | null): Promise<Result<Blob, Failure>> {
  const data = record?.fields.data?.value;
  if (!record || typeof data !== 'string') return fail('file-gone');
  const bytes = fromBase64(data);
  if ((await sha256Hex(bytes)) !== record.id) return fail('file-damaged', { digest: record.id.slice(0, 8) });
  // Never as what it calls itself: a page among them would run in this one's place.
  return ok(new Blob([bytes], { type: 'application/octet-stream' }));
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
