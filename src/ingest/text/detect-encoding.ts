import type { EncodingName } from '../types';
import { frequentHangul, frequentSimplified, frequentTraditional } from './frequent-characters';

export interface EncodingGuess {
  readonly encoding: EncodingName;
  /** Length of the byte order mark. */
  readonly bom: number;
  /** Set when part of the file is not in `encoding`: what the rest seems to be. */
  readonly mixedWith: EncodingName | null;
  /** False when the bytes fit no encoding well. */
  readonly sure: boolean;
}

type LegacyEncoding = 'gb18030' | 'big5' | 'euc-kr' | 'windows-1252';

const sampleBytes = 1 << 19;
const pieceBytes = 1 << 16;
const utf16SampleBytes = 1 << 13;
/** So many characters beyond ASCII tell a language. */
const enoughCharacters = 20_000;
const legacyOrder: readonly LegacyEncoding[] = ['gb18030', 'big5', 'euc-kr', 'windows-1252'];

/** The decoder of an encoding; wrong bytes become U+FFFD, a byte order mark inside the text stays. */
export function createDecoder(encoding: EncodingName, fatal = false): TextDecoder {
  return new TextDecoder(encoding, { ignoreBOM: true, fatal });
}

/** Encoding and length of the byte order mark, if the bytes begin with one. */
export function readByteOrderMark(bytes: Uint8Array): { readonly encoding: EncodingName; readonly bom: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: 'gb18030', bom: 4 };
  return null;
}

/**
 * The encoding of a text file, from its bytes.
 *
 * A byte order mark decides; then NUL at every other byte (UTF-16); then whether the bytes are UTF-8; else the
 * legacy encoding whose reading has the most common characters. Large files are judged by pieces spread over the
 * whole file.
 */
export function detectEncoding(bytes: Uint8Array): EncodingGuess {
  const mark = readByteOrderMark(bytes);
  if (mark && mark.encoding !== 'utf-8') return { ...mark, mixedWith: null, sure: true };
  const utf16 = mark ? null : detectUtf16(bytes);
  if (utf16) return { encoding: utf16, bom: 0, mixedWith: null, sure: true };
  const sample = takeSample(bytes);
  const bom = mark?.bom ?? 0;
  const plainly: EncodingGuess = { encoding: 'utf-8', bom, mixedWith: null, sure: true };
  if (isUtf8(sample)) return plainly;
  const lines = countUtf8Lines(sample);
  if (lines.invalid === 0) return plainly;
  const legacy = detectLegacy(sample);
  // Legacy text hardly ever looks like several three-byte UTF-8 characters in one line by chance.
  const isMixed = mark !== null || lines.strong >= 2 || lines.weak > 20 * lines.invalid;
  if (isMixed) return { encoding: 'utf-8', bom, mixedWith: legacy.encoding, sure: false };
  return { encoding: legacy.encoding, bom: 0, mixedWith: null, sure: legacy.sure };
}

/** What the bytes are if they are not UTF-8. */
export function detectLegacy(sample: Uint8Array): { readonly encoding: LegacyEncoding; readonly sure: boolean } {
  let best: LegacyEncoding = 'gb18030';
  let bestScore = -Infinity;
  for (const encoding of legacyOrder) {
    const score = encoding === 'windows-1252' ? scoreWestern(sample) : scoreEastern(sample, encoding);
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return { encoding: best, sure: bestScore >= 0.2 };
}

function detectUtf16(bytes: Uint8Array): EncodingName | null {
  const length = Math.min(bytes.length, utf16SampleBytes) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  // Delimiters and line ends alone are more than one character in fifty.
  const enough = Math.max(2, length / 100);
  if (odd >= enough && odd > even * 10) return 'utf-16le';
  if (even >= enough && even > odd * 10) return 'utf-16be';
  return null;
}

function takeSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes * 2) return bytes;
  const pieces = 8;
  const sample = new Uint8Array(sampleBytes + pieces * pieceBytes);
  sample.set(bytes.subarray(0, lineStart(bytes, sampleBytes)));
  let at = lineStart(bytes, sampleBytes);
  for (let i = 1; i <= pieces; i++) {
    const wanted = Math.floor(((bytes.length - pieceBytes) * i) / pieces);
    const from = lineStart(bytes, wanted);
    const piece = bytes.subarray(from, lineStart(bytes, from + pieceBytes));
    if (at + piece.length > sample.length) break;
    sample.set(piece, at);
    at += piece.length;
  }
  return sample.subarray(0, at);
}

/** Start of the line that holds byte `at`, so that no piece cuts a character; `at` itself in endless lines. */
function lineStart(bytes: Uint8Array, at: number): number {
  if (at >= bytes.length) return bytes.length;
  const newline = bytes.lastIndexOf(0x0a, at);
  return newline >= 0 && at - newline < pieceBytes ? newline + 1 : at;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = createDecoder('utf-8', true);
  try {
    // Nobody reads the text: piece by piece it takes hardly any memory.
    for (let at = 0; at < bytes.length; at += pieceBytes)
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Lines with bytes above 127: not UTF-8; UTF-8 with two or more long characters; UTF-8 with less evidence. */
function countUtf8Lines(bytes: Uint8Array): { invalid: number; strong: number; weak: number } {
  const counts = { invalid: 0, strong: 0, weak: 0 };
  let bad = 0;
  let long = 0;
  let short = 0;
  let p = 0;
  while (p <= bytes.length) {
    const byte = p < bytes.length ? bytes[p] : 0x0a;
    if (byte === 0x0a || byte === 0x0d) {
      if (bad > 0) counts.invalid++;
      else if (long >= 2) counts.strong++;
      else if (long + short > 0) counts.weak++;
      bad = long = short = 0;
      p++;
    } else if (byte < 0x80) p++;
    else {
      const length = utf8Length(bytes, p);
      // A character cut off by the end of the sample is no evidence.
      if (length === 0) bad += p + 4 > bytes.length && isCutOff(bytes, p) ? 0 : 1;
      else if (length === 2) short++;
      else long++;
      p += Math.max(1, length);
    }
  }
  return counts;
}

/** Length of the valid UTF-8 character at `p`, or 0. */
export function utf8Length(bytes: Uint8Array, p: number): number {
  const lead = bytes[p];
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) if ((bytes[p + i] & 0xc0) !== 0x80) return 0;
  if (lead === 0xe0 && bytes[p + 1] < 0xa0) return 0;
  if (lead === 0xed && bytes[p + 1] > 0x9f) return 0;
  if (lead === 0xf0 && bytes[p + 1] < 0x90) return 0;
  if (lead === 0xf4 && bytes[p + 1] > 0x8f) return 0;
  return length;
}

function isCutOff(bytes: Uint8Array, p: number): boolean {
  if (bytes.length <= sampleBytes || bytes[p] < 0xe0) return false;
  for (let i = p + 1; i < bytes.length; i++) if ((bytes[i] & 0xc0) !== 0x80) return false;
  return true;
}

/** Share of common characters among the non-ASCII ones, less a penalty for bytes that the encoding forbids. */
function scoreEastern(sample: Uint8Array, encoding: 'gb18030' | 'big5' | 'euc-kr'): number {
  const frequent = { gb18030: frequentSimplified, big5: frequentTraditional, 'euc-kr': frequentHangul }[encoding];
  const decoder = createDecoder(encoding);
  let foreign = 0;
  let common = 0;
  let wrong = 0;
  for (let at = 0; at < sample.length && foreign < enoughCharacters; at += pieceBytes) {
    for (const char of decoder.decode(sample.subarray(at, at + pieceBytes), { stream: true })) {
      if (char < '\u0080') continue;
      foreign++;
      if (frequent.has(char)) common++;
      else if (char === '\uFFFD' || (char >= '\uE000' && char <= '\uF8FF')) wrong++;
    }
  }
  if (foreign === 0) return 0;
  // Between equal scores the encoding that Chinese bank systems write goes first.
  return (common - 3 * wrong) / foreign + (encoding === 'gb18030' ? 0.01 : 0);
}

/** Share of high bytes that stand alone, are a Latin letter or sign, and touch an ASCII letter, blank or delimiter. */
function scoreWestern(sample: Uint8Array): number {
  let high = 0;
  let lone = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i];
    if (byte < 0x80) continue;
    high++;
    const neighboursAreAscii = (sample[i - 1] ?? 0x20) < 0x80 && (sample[i + 1] ?? 0x20) < 0x80;
    if (
      neighboursAreAscii &&
      (byte >= 0xc0 || byte === 0x80 || (byte >= 0x91 && byte <= 0x97) || (byte >= 0xa0 && byte <= 0xbf))
    )
      lone++;
  }
  return high === 0 ? 0 : (lone / high) * 0.8;
}
