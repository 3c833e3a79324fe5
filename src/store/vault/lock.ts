/**
 * The lock of a profile: the random key of the data, wrapped by a key that only the passphrase gives.
 *
 * Another passphrase wraps the same key again, so the data need not be written anew. The wrapped key is bound to
 * everything else that the lock says.
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
  toBase64,
} from '../passphrase';

const keyBytes = 32;

const base64 = v.pipe(v.string(), v.maxLength(128), v.base64());
const lockSchema = v.strictObject({
  version: v.literal(1),
  kdf: v.literal('PBKDF2-SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(iterationLimits.least), v.maxValue(iterationLimits.most)),
  salt: base64,
  iv: base64,
  key: base64,
  /** The database that it belongs to. */
  installId: v.pipe(v.string(), v.maxLength(64)),
  /** Whether everything is sealed, or the profile is on its way there or back. */
  state: v.picklist(['sealed', 'sealing', 'opening']),
});

/** What is stored of the passphrase: nothing that helps without it. */
export type Lock = Readonly<v.InferOutput<typeof lockSchema>>;
type Sealed = Pick<Lock, 'version' | 'kdf' | 'iterations' | 'salt' | 'iv'>;

/** A stored value as a lock; null if it is none, also where its costs are out of bounds. */
export function parseLock(value: unknown): Lock | null {
  const parsed = v.safeParse(lockSchema, value);
  return parsed.success ? parsed.output : null;
}

/** A new key for the data of a profile. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return random(keyBytes);
}

/**
 * Wraps the key of the data. `iterations` is measured on this computer unless given: about 0.7 s, one million at least.
 *
 * Fails  crypto-unavailable: on plain http browsers offer no encryption
 */
export async function wrapKey(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
  { installId, state }: Pick<Lock, 'installId' | 'state'>,
  iterations?: number,
): Promise<Result<Lock>> {
  const subtle = subtleCrypto();
  if (!subtle) return fail('crypto-unavailable');
  const salt = random(16);
  const iv = random(ivBytes);
  const head: Sealed = {
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations: iterations ?? (await measureIterations(subtle)),
    salt: toBase64(salt),
    iv: toBase64(iv),
  };
  const outer = await deriveKey(subtle, passphrase, salt, head.iterations);
  const wrapped = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bindingOf(head) }, outer, dataKey);
  return ok({ ...head, key: toBase64(new Uint8Array(wrapped)), installId, state });
}

/**
 * The key of the data.
 *
 * Fails  crypto-unavailable, passphrase-wrong
 */
export async function unwrapKey(lock: Lock, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const subtle = subtleCrypto();
  if (!subtle) return fail('crypto-unavailable');
  const outer = await deriveKey(subtle, passphrase, fromBase64(lock.salt), lock.iterations);
  const params = { iv: fromBase64(lock.iv), additionalData: bindingOf(lock) };
  const key = await decrypt(subtle, outer, params, fromBase64(lock.key));
  return key?.length === keyBytes ? ok(key) : fail('passphrase-wrong');
}

function bindingOf({ version, kdf, iterations, salt, iv }: Sealed): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(['profile', version, kdf, iterations, salt, iv]));
}
