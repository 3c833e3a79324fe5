/**
 * Customer keys: what is kept of a customer's number, so that repeats are found without the number.
 *
 * A plain digest would protect nothing: there are fewer than 10¹⁰ mobile numbers and, behind a bank's own prefix, about
 * as many cards, so that somebody who holds the digests finds every number by trying all of them, within minutes on one
 * computer. With a secret in the digest nobody can try who does not have the secret. Whoever has the profile has both,
 * so a key is a pseudonym, not anonymous: it is personal data still.
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

interface RandomSource {
  getRandomValues(bytes: Uint8Array): Uint8Array;
}

const secretBytes = 32;
const secretForm = /^[0-9a-f]{64}$/;
/** Letters of a key that tell its secret from others, and letters that tell customers apart: 32 and 128 bits. */
const nameLetters = 8;
const keyLetters = 32;
const nameOfSecret = 'customer-key';

/** A new secret: 256 bits of chance as 64 hexadecimal digits. */
export function newCustomerSecret(): string {
  const source = (globalThis as unknown as { crypto: RandomSource }).crypto;
  return bytesToHex(source.getRandomValues(new Uint8Array(secretBytes)));
}

/** Whether a text is a secret as `newCustomerSecret` makes them. */
export function isCustomerSecret(text: unknown): text is string {
  return typeof text === 'string' && secretForm.test(text);
}

/**
 * A customer's number as it is compared: full width as half width, without blanks, hyphens and the country code of a
 * mainland mobile number, capital letters. Empty if nothing is left.
 */
export function plainCustomerNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{Cf}]+/gu, '')
    .toUpperCase();
  return /^\+?86(1[3-9]\d{9})$/.exec(plain)?.[1] ?? plain;
}

/**
 * Makes keys under one secret; null for a text without a number in it.
 *
 * Formula  HMAC-SHA-256(secret, plain number), its first 128 bits, behind 32 bits of HMAC-SHA-256(secret, a constant)
 *          that name the secret: keys of two computers cannot be compared, and must not be taken for two customers
 * Shape    8 letters, `-`, 32 letters, each of a–p for four bits; without digits, so that masking leaves it alone
 */
export function customerKeyer(secret: string): (text: string) => string | null {
  if (!isCustomerSecret(secret)) throw new RangeError('a customer key requires a secret of 64 hexadecimal digits');
  const keyed = hmac.create(sha256, hexToBytes(secret));
  const digest = (text: string, letters: number): string =>
    toLetters(bytesToHex(keyed.clone().update(utf8ToBytes(text)).digest()).slice(0, letters));
  const name = digest(nameOfSecret, nameLetters);
  return (text) => {
    const plain = plainCustomerNumber(text);
    return /[\p{L}\p{N}]/u.test(plain) ? `${name}-${digest(`number:${plain}`, keyLetters)}` : null;
  };
}

/** Whether two keys are known to be of different customers; keys made under different secrets say nothing. */
export function areDifferentCustomers(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  return secretNameOf(a) === secretNameOf(b);
}

/** The letters of a key that name the secret it was made under: keys of one computer, or of all that share a secret. */
export function secretNameOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-') + 1);
}

function toLetters(hexadecimal: string): string {
  return [...hexadecimal].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');
}
