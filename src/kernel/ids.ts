/** Random identifiers for records, datasets and devices. */

interface RandomSource {
  getRandomValues(bytes: Uint8Array): Uint8Array;
}

/**
 * A new identifier: 22 characters of base 62, about 131 bits.
 *
 * `crypto.getRandomValues` also exists on plain http pages, where `crypto.randomUUID` does not.
 */
export function newId(): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const source = (globalThis as unknown as { crypto: RandomSource }).crypto;
  let id = '';
  while (id.length < 22) {
    for (const byte of source.getRandomValues(new Uint8Array(32))) {
      // 248 = 4 × 62: larger bytes would favour the first letters.
      if (byte < 248 && id.length < 22) id += alphabet[byte % 62];
    }
  }
  return id;
}
