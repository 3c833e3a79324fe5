/** What every seal under a passphrase is made of: the derivation of its key, and small helpers around WebCrypto. */

/** Fewer iterations than this protect nothing; more would freeze the browser for minutes. */
export const iterationLimits = { least: 600_000, most: 10_000_000 } as const;
/** What a new seal gets at least. */
export const iterationFloor = 1_000_000;
const targetMs = 700;

export const ivBytes = 12;
export const tagBytes = 16;

/** The browser's cryptography; absent on plain http other than localhost. */
export function subtleCrypto(): SubtleCrypto | undefined {
  return (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle;
}

/** PBKDF2-SHA-256 to an AES-256-GCM key. */
export async function deriveKey(
  subtle: SubtleCrypto,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // Two keyboards may compose the same letter differently.
  const material = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await subtle.importKey('raw', material, 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return subtle.deriveKey(algorithm, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Iterations that take about 0.7 s on this computer, one million at least. */
export async function measureIterations(subtle: SubtleCrypto): Promise<number> {
  const probe = 200_000;
  const started = performance.now();
  await deriveKey(subtle, 'measure', random(16), probe);
  const measured = Math.round((probe * targetMs) / Math.max(1, performance.now() - started));
  return Math.min(iterationLimits.most, Math.max(iterationFloor, measured));
}

/** The plain bytes; null if the key is another one or anything was changed. */
export async function decrypt(
  subtle: SubtleCrypto,
  key: CryptoKey,
  params: { readonly iv: Uint8Array<ArrayBuffer>; readonly additionalData: Uint8Array<ArrayBuffer> },
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', ...params }, key, data));
  } catch {
    return null;
  }
}

export function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
