/**
 * A workbench file under a passphrase.
 *
 *     "DMAICSEAL1"   10 bytes
 *     length         of the header, 32-bit little endian
 *     header         JSON: iterations, salt, the wrapped key, sizes
 *     chunks         each: 12 bytes of initialisation vector, then AES-256-GCM
 *
 * PBKDF2-SHA-256 makes a key from the passphrase, which only unwraps the random key of the file. Each chunk is bound
 * to its place, the wrapped key to the whole header, so nothing can be exchanged, moved or cut unseen.
 */

import * as v from 'valibot';
import { fail, ok, type Result } from '../../kernel/result';
import {
  decrypt,
  deriveKey,
  fromBase64,
  iterationLimits,
  ivBytes,
  measureIterations,
  random,
  subtleCrypto,
  tagBytes,
  toBase64,
} from '../passphrase';

const magic = 'DMAICSEAL1';
const chunkBytes = 1 << 20;

const base64 = v.pipe(v.string(), v.base64());
const headerSchema = v.object({
  kdf: v.literal('PBKDF2-SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(iterationLimits.least), v.maxValue(iterationLimits.most)),
  salt: base64,
  iv: base64,
  key: base64,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
type Header = v.InferOutput<typeof headerSchema>;

/** Whether the bytes are a sealed file. */
export function isSealed(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, magic.length)) === magic;
}

/**
 * Seals a file.
 *
 * `iterations` is measured on this computer unless given, so that opening takes about 0.7 s, one million at least.
 *
 * Fails  crypto-unavailable: on plain http browsers offer no encryption
 */
export async function seal(
  plain: Uint8Array<ArrayBuffer>,
  passphrase: string,
  iterations?: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const subtle = subtleCrypto();
  if (!subtle) return fail('crypto-unavailable');
  const salt = random(16);
  const iv = random(ivBytes);
  const rounds = iterations ?? (await measureIterations(subtle));
  const key = random(32);
  const header: Omit<Header, 'key'> = {
    kdf: 'PBKDF2-SHA-256',
    iterations: rounds,
    salt: toBase64(salt),
    iv: toBase64(iv),
    bytes: plain.length,
  };
  const outer = await deriveKey(subtle, passphrase, salt, rounds);
  const wrapped = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: headerBinding(header) }, outer, key);
  const headerText = new TextEncoder().encode(JSON.stringify({ ...header, key: toBase64(new Uint8Array(wrapped)) }));
  const inner = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  const pieces: Uint8Array[] = [new TextEncoder().encode(magic), wordOf(headerText.length), headerText];
  for (let index = 0; index < chunkCount(plain.length); index++) {
    const chunkIv = random(ivBytes);
    const additionalData = chunkBinding(index, plain.length);
    const part = plain.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    pieces.push(
      chunkIv,
      new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: chunkIv, additionalData }, inner, part)),
    );
  }
  return ok(concatenate(pieces));
}

/**
 * Opens a sealed file.
 *
 * Fails  crypto-unavailable, bundle-damaged, bundle-passphrase-wrong
 */
export async function openSeal(
  sealed: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const subtle = subtleCrypto();
  if (!subtle) return fail('crypto-unavailable');
  const read = readHeader(sealed);
  if (!read) return fail('bundle-damaged', { part: 'seal' });
  const { header, start } = read;
  const salt = fromBase64(header.salt);
  const outer = await deriveKey(subtle, passphrase, salt, header.iterations);
  const additionalData = headerBinding(header);
  const iv = fromBase64(header.iv);
  const key = await decrypt(subtle, outer, { iv, additionalData }, fromBase64(header.key));
  if (key?.length !== 32) return fail('bundle-passphrase-wrong');
  const inner = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const plain = new Uint8Array(header.bytes);
  let at = start;
  for (let index = 0; index < chunkCount(header.bytes); index++) {
    const length = Math.min(chunkBytes, header.bytes - index * chunkBytes);
    const end = at + ivBytes + length + tagBytes;
    const chunk = await decrypt(
      subtle,
      inner,
      { iv: sealed.subarray(at, at + ivBytes), additionalData: chunkBinding(index, header.bytes) },
      sealed.subarray(at + ivBytes, end),
    );
    if (chunk?.length !== length) return fail('bundle-damaged', { part: 'seal' });
    plain.set(chunk, index * chunkBytes);
    at = end;
  }
  return at === sealed.length ? ok(plain) : fail('bundle-damaged', { part: 'seal' });
}

function readHeader(sealed: Uint8Array): { readonly header: Header; readonly start: number } | null {
  if (!isSealed(sealed) || sealed.length < magic.length + 4) return null;
  const length = new DataView(sealed.buffer, sealed.byteOffset + magic.length).getUint32(0, true);
  const start = magic.length + 4 + length;
  if (start > sealed.length || length > 4096) return null;
  const text = new TextDecoder().decode(sealed.subarray(magic.length + 4, start));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(headerSchema, value);
  // A length that the file cannot hold must not reserve memory.
  return parsed.success && parsed.output.bytes <= sealed.length ? { header: parsed.output, start } : null;
}

function headerBinding({ kdf, iterations, salt, iv, bytes }: Omit<Header, 'key'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([magic, kdf, iterations, salt, iv, bytes]));
}

function chunkBinding(index: number, bytes: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([magic, index, bytes]));
}

function chunkCount(bytes: number): number {
  return Math.ceil(bytes / chunkBytes);
}

function wordOf(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
