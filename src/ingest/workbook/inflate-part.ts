import { fail, ok, type Failure, type Result } from '../../kernel/result';
import type { ReadHooks } from '../raw-table';
import { crc32 } from './crc32';
import { limits } from './limits';
import { damaged, packedBytes, tooLarge, type ZipArchive, type ZipEntry } from './zip-archive';

const pieceBytes = 1 << 16;

/**
 * Unpacks a part piece by piece.
 *
 * `take` gets each piece, which is its own only until it returns, and says whether to go on. The part may not grow
 * beyond the size that the directory declares, and its checksum must be right, unless the caller holds the bytes
 * against a digest of theirs.
 *
 * Fails  workbook-damaged, cancelled
 */
export async function inflatePart(
  archive: ZipArchive,
  entry: ZipEntry,
  take: (piece: Uint8Array) => boolean,
  hooks: Pick<ReadHooks, 'signal' | 'onProgress'> & { readonly isDigested?: boolean } = {},
): Promise<Result<void, Failure>> {
  const { isDigested = false } = hooks;
  const packed = packedBytes(archive, entry);
  if (packed === null || (entry.method !== 0 && entry.method !== 8)) return damaged(entry.name);
  const reader = openReader(packed, entry.method === 8, hooks.onProgress);
  let size = 0;
  let crc = 0;
  try {
    for (;;) {
      if (hooks.signal?.aborted) return fail('cancelled');
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > entry.size) return damaged(entry.name);
      if (!isDigested) crc = crc32(value, crc);
      if (!take(value)) return ok(undefined);
    }
  } catch (error) {
    // Only what the decompressor throws at broken input: errors of `take` are ours and pass on.
    if (error instanceof TypeError || isZlibError(error)) return damaged(entry.name);
    throw error;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  return size === entry.size && (isDigested || crc === entry.crc) ? ok(undefined) : damaged(entry.name);
}

/** Node reports broken input with a code of zlib. */
function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_|ZLIB)/.test(String(error.code));
}

function openReader(
  packed: Uint8Array,
  deflated: boolean,
  onProgress: ((fraction: number) => void) | undefined,
): ReadableStreamDefaultReader<Uint8Array> {
  let at = 0;
  const source = new ReadableStream<BufferSource>({
    pull(controller) {
      if (at >= packed.length) return controller.close();
      // A piece of its own, because a stream may take over the memory of what it is given.
      controller.enqueue(packed.slice(at, at + pieceBytes));
      at += pieceBytes;
      onProgress?.(Math.min(1, at / packed.length));
    },
  });
  const stream = deflated ? source.pipeThrough(new DecompressionStream('deflate-raw')) : source;
  return (stream as ReadableStream<Uint8Array>).getReader();
}

/**
 * A small part, whole.
 *
 * Fails  workbook-damaged, workbook-too-large
 */
export async function readPart(archive: ZipArchive, entry: ZipEntry): Promise<Result<Uint8Array, Failure>> {
  if (entry.size > limits.smallPartBytes) return tooLarge();
  const whole = new Uint8Array(entry.size);
  let at = 0;
  const result = await inflatePart(archive, entry, (piece) => {
    whole.set(piece, at);
    at += piece.length;
    return true;
  });
  return result.ok ? ok(whole) : result;
}
