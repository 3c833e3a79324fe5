/**
 * Blocks and files under the key of the profile: AES-256-GCM by the browser, a random initialisation vector each.
 *
 * Bound to its place, so that two blocks cannot change places unseen. Needs nothing else of the store: the worker uses
 * it alone.
 */

import { decrypt, ivBytes, random, subtleCrypto } from '../passphrase';

export interface Cipher {
  /** Not extractable; goes to the worker as it is. */
  readonly key: CryptoKey;
  /** Whether what is written now is sealed; reading opens what is sealed either way. */
  readonly seals: boolean;
}

let current: Cipher | null = null;

/** From now on this page, or this worker, reads and writes with the cipher; null = as it stands. */
export function useCipher(cipher: Cipher | null): void {
  current = cipher;
}

export function currentCipher(): Cipher | null {
  return current;
}

/** Initialisation vector and sealed bytes in one. */
export async function sealBytes(
  { key }: Cipher,
  place: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = random(ivBytes);
  const sealed = await subtle().encrypt({ name: 'AES-GCM', iv, additionalData: encode(place) }, key, plain);
  const whole = new Uint8Array(ivBytes + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), ivBytes);
  return whole;
}

/** What `sealBytes` was given; null if the place or the key is another, or anything was changed. */
export function openBytes(
  { key }: Cipher,
  place: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const params = { iv: sealed.subarray(0, ivBytes), additionalData: encode(place) };
  return decrypt(subtle(), key, params, sealed.subarray(ivBytes));
}

function subtle(): SubtleCrypto {
  const found = subtleCrypto();
  // A cipher has a key, which only a browser with cryptography could make.
  if (!found) throw new DOMException('no cryptography', 'NotSupportedError');
  return found;
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
