import type { EncodingName } from '../types';
import { createDecoder } from './detect-encoding';

const pieceBytes = 1 << 22;
/** In each of four bytes. */
const ones = 0x01010101;
const highestBits = 0x80808080 | 0;

/** Bytes that can be split before they are decoded, and the encoding they are in now. */
export interface PreparedBytes {
  readonly bytes: Uint8Array;
  readonly encoding: EncodingName;
  /** NUL bytes that were removed. */
  readonly nulls: number;
}

/** Bytes without byte order mark and NUL; UTF-16 as UTF-8. */
export function prepareBytes(bytes: Uint8Array, encoding: EncodingName, bom: number): PreparedBytes {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  const body = bytes.subarray(bom);
  const narrow = isWide ? toUtf8(body, encoding) : body;
  const { kept, nulls } = removeNulls(narrow);
  return { bytes: kept, encoding: isWide ? 'utf-8' : encoding, nulls };
}

/** Whether no byte of a longer character can equal `delimiter`, a quote or a line end. */
export function isSafeToSplit(encoding: EncodingName, delimiter: number): boolean {
  if (encoding === 'gb18030' || encoding === 'big5') return delimiter < 0x30 || (delimiter > 0x39 && delimiter < 0x40);
  if (encoding === 'euc-kr') return delimiter < 0x41 || (delimiter > 0x5a && delimiter < 0x61) || delimiter > 0x7a;
  return true;
}

/** The same text in UTF-8, decoded piece by piece. */
export function toUtf8(bytes: Uint8Array, encoding: EncodingName): Uint8Array {
  const decoder = createDecoder(encoding);
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const isLast = at + pieceBytes >= bytes.length;
    const piece = encoder.encode(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: !isLast }));
    pieces.push(piece);
    total += piece.length;
  }
  const joined = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function removeNulls(bytes: Uint8Array): { readonly kept: Uint8Array; readonly nulls: number } {
  if (!hasNull(bytes)) return { kept: bytes, nulls: 0 };
  const kept = bytes.filter((byte) => byte !== 0);
  return { kept, nulls: bytes.length - kept.length };
}

/** Whether some byte is 0, looked for sixteen at a time: `indexOf` takes many times as long. */
function hasNull(bytes: Uint8Array): boolean {
  if (bytes.length < 4) return bytes.includes(0);
  const wordsAt = -bytes.byteOffset & 3;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + wordsAt, (bytes.length - wordsAt) >> 2);
  const foursEnd = words.length & ~3;
  for (let i = 0; i < foursEnd; i += 4) {
    const a = words[i];
    const b = words[i + 1];
    const c = words[i + 2];
    const d = words[i + 3];
    // Taking 1 from a byte sets its highest bit if it was not set only where the byte was 0.
    const lessOne = ((a - ones) & ~a) | ((b - ones) & ~b) | ((c - ones) & ~c) | ((d - ones) & ~d);
    if (lessOne & highestBits) return true;
  }
  return bytes.subarray(0, wordsAt).includes(0) || bytes.subarray(wordsAt + foursEnd * 4).includes(0);
}
