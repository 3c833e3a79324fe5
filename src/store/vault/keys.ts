/** The keys of an unlocked profile. */

import type { Result } from '../../kernel/result';
import { ok } from '../../kernel/result';
import { subtleCrypto } from '../passphrase';
import type { Cipher } from './cipher';
import { newDataKey, unwrapKey, wrapKey, type Lock } from './lock';
import type { RowVault } from './rows';

export interface ProfileKeys {
  readonly lock: Lock;
  readonly rows: RowVault;
  readonly cipher: Cipher;
}

/** Whether what is written under this lock is sealed. */
export function doesSeal({ state }: Lock): boolean {
  return state !== 'opening';
}

/**
 * Makes a lock and its keys.
 *
 * Fails  crypto-unavailable
 */
export async function makeProfileKeys(
  passphrase: string,
  installId: string,
  iterations?: number,
): Promise<Result<ProfileKeys>> {
  const dataKey = newDataKey();
  const lock = await wrapKey(dataKey, passphrase, { installId, state: 'sealing' }, iterations);
  return lock.ok ? ok(await keysOf(lock.value, dataKey)) : lock;
}

/**
 * Opens a lock.
 *
 * Fails  crypto-unavailable, passphrase-wrong
 */
export async function openProfileKeys(lock: Lock, passphrase: string): Promise<Result<ProfileKeys>> {
  const dataKey = await unwrapKey(lock, passphrase);
  return dataKey.ok ? ok(await keysOf(lock, dataKey.value)) : dataKey;
}

/**
 * The same key under another passphrase.
 *
 * Fails  crypto-unavailable, passphrase-wrong: the old one
 */
export async function changePassphrase(
  lock: Lock,
  old: string,
  passphrase: string,
  iterations?: number,
): Promise<Result<Lock>> {
  const dataKey = await unwrapKey(lock, old);
  return dataKey.ok ? wrapKey(dataKey.value, passphrase, lock, iterations) : dataKey;
}

/** One key per purpose out of the key of the data, so that the worker never holds that of the records. */
async function keysOf(lock: Lock, dataKey: Uint8Array<ArrayBuffer>): Promise<ProfileKeys> {
  const subtle = subtleCrypto();
  if (!subtle) throw new RangeError('a key was made without cryptography');
  const base = await subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveBits', 'deriveKey']);
  dataKey.fill(0);
  const purpose = (name: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(name),
  });
  const [bits, key, { gcm }] = await Promise.all([
    subtle.deriveBits(purpose('rows'), base, 256),
    subtle.deriveKey(purpose('blocks'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    import('@noble/ciphers/aes.js'),
  ]);
  return { lock, rows: { key: new Uint8Array(bits), gcm }, cipher: { key, seals: doesSeal(lock) } };
}
