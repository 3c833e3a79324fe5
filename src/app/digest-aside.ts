import { sha256Hex } from '../kernel/digest';

/** More bytes than this are not digested beside a page: handing them over would be seen as a pause. */
const mostBytes = 32 << 20;

/**
 * SHA-256 of a file that a worker reads meanwhile, where the browser has threads of its own for it.
 *
 * Null where it has none, or the file is large or cannot be read: whoever reads its rows then digests it, or tells why not.
 */
export async function digestAside(file: File): Promise<string | null> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle || file.size > mostBytes) return null;
  try {
    return await sha256Hex(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return null;
  }
}
