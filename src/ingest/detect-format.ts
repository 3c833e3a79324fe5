import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { FileFormat } from './types';

/** What a file that is no table turns out to be: a key below `failure.fileKind` in the catalogues. */
export type FileKind =
  | 'image'
  | 'pdf'
  | 'word'
  | 'slides'
  | 'openDocument'
  | 'binaryWorkbook'
  | 'archive'
  | 'executable'
  | 'database'
  | 'media'
  | 'richText'
  | 'parquet'
  | 'webPage'
  | 'mailArchive'
  | 'xml'
  | 'json';

interface Signature {
  readonly kind: FileKind;
  readonly at: number;
  /** Characters stand for their code. */
  readonly bytes: string;
}

const signatures: readonly Signature[] = [
  { kind: 'image', at: 0, bytes: '\x89PNG' },
  { kind: 'image', at: 0, bytes: '\xff\xd8\xff' },
  { kind: 'image', at: 0, bytes: 'GIF8' },
  { kind: 'image', at: 0, bytes: 'II*\0' },
  { kind: 'image', at: 0, bytes: 'MM\0*' },
  { kind: 'image', at: 8, bytes: 'WEBP' },
  { kind: 'image', at: 0, bytes: '\0\0\x01\0' },
  { kind: 'pdf', at: 0, bytes: '%PDF-' },
  { kind: 'richText', at: 0, bytes: '{\\rtf' },
  { kind: 'archive', at: 0, bytes: '\x1f\x8b' },
  { kind: 'archive', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'archive', at: 0, bytes: 'Rar!\x1a\x07' },
  { kind: 'archive', at: 0, bytes: 'BZh' },
  { kind: 'archive', at: 0, bytes: '\xfd7zXZ' },
  { kind: 'archive', at: 257, bytes: 'ustar' },
  { kind: 'executable', at: 0, bytes: 'MZ\x90\0' },
  { kind: 'executable', at: 0, bytes: '\x7fELF' },
  { kind: 'database', at: 0, bytes: 'SQLite format 3\0' },
  { kind: 'database', at: 4, bytes: 'Standard ACE DB' },
  { kind: 'database', at: 4, bytes: 'Standard Jet DB' },
  { kind: 'parquet', at: 0, bytes: 'PAR1' },
  { kind: 'media', at: 0, bytes: 'ID3' },
  { kind: 'media', at: 0, bytes: 'OggS' },
  { kind: 'media', at: 8, bytes: 'WAVE' },
  { kind: 'media', at: 8, bytes: 'AVI ' },
  { kind: 'media', at: 4, bytes: 'ftyp' },
  { kind: 'mailArchive', at: 0, bytes: 'MIME-Version:' },
];
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const zipMarks = ['PK\x03\x04', 'PK\x05\x06'];
const sampleBytes = 1 << 16;
/** Places in a file are kept as 32-bit integers, and its text must fit beside it in memory. */
const mostBytes = 1 << 30;

/**
 * Whether a file of so many bytes is taken at all; asked before one is read, which takes as much memory.
 *
 * Fails  file-too-large
 */
export function checkFileSize(bytes: number): Result<null, Failure> {
  return bytes > mostBytes ? fail('file-too-large', { limit: mostBytes >> 30 }) : ok(null);
}

/**
 * The format of a file, from its first bytes and never from its name.
 *
 * Fails  empty-file, file-too-large, old-excel-or-protected, not-a-table, binary-file
 */
export function detectFormat(bytes: Uint8Array): Result<FileFormat, Failure> {
  if (bytes.length === 0) return fail('empty-file');
  const size = checkFileSize(bytes.length);
  if (!size.ok) return size;
  if (startsWith(bytes, compoundFile)) return fail('old-excel-or-protected');
  if (zipMarks.some((mark) => startsWith(bytes, mark))) return detectZip(bytes);
  const known = signatures.find(({ at, bytes: mark }) => startsWith(bytes, mark, at));
  if (known) return notATable(known.kind);
  if (isBitmap(bytes)) return notATable('image');
  const markup = detectMarkup(bytes);
  if (markup) return notATable(markup);
  return isBinary(bytes) ? fail('binary-file') : ok('csv');
}

function notATable(kind: FileKind): Result<never, Failure> {
  return fail('not-a-table', { kind: { as: 'term', key: `failure.fileKind.${kind}` } });
}

function startsWith(bytes: Uint8Array, mark: string, at = 0): boolean {
  if (bytes.length < at + mark.length) return false;
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}

/** A zip archive by the names inside it, which stand readable at its beginning and in the directory at its end. */
function detectZip(bytes: Uint8Array): Result<FileFormat, Failure> {
  const decoder = new TextDecoder('latin1');
  const names =
    decoder.decode(bytes.subarray(0, sampleBytes)) +
    decoder.decode(bytes.subarray(Math.max(0, bytes.length - sampleBytes)));
  if (names.includes('xl/workbook.bin')) return notATable('binaryWorkbook');
  if (names.includes('xl/')) return ok('xlsx');
  if (names.includes('word/')) return notATable('word');
  if (names.includes('ppt/')) return notATable('slides');
  if (names.includes('mimetypeapplication/vnd.oasis')) return notATable('openDocument');
  return notATable('archive');
}

/** `BM` may begin a text as well: the length that a bitmap states must be right. */
function isBitmap(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 'BM') || bytes.length < 26) return false;
  const stated = new DataView(bytes.buffer, bytes.byteOffset, 6).getUint32(2, true);
  return stated === bytes.length;
}

function detectMarkup(bytes: Uint8Array): FileKind | null {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^[\s\uFEFF]+/, '');
  if (/^(<!doctype html|<html|<head|<meta|<body|<table|<div|<style)/i.test(start)) return 'webPage';
  if (/^<\?xml[\s?]/i.test(start)) return /<html|xhtml/i.test(start) ? 'webPage' : 'xml';
  if (/^[{[]/.test(start) && isJson(bytes, start)) return 'json';
  return null;
}

function isJson(bytes: Uint8Array, start: string): boolean {
  if (bytes.length > 1 << 20) return /^(\[\s*)?\{\s*"[^"\n]*"\s*:/.test(start);
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    // One JSON object per line is JSON as well.
    return /^\{\s*"[^"\n]*"\s*:.*\}\s*(\n\s*\{|$)/.test(start);
  }
}

/** Control characters that no text has; NUL counts apart, since UTF-16 and padded exports are full of it. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  let controls = 0;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i];
    if (byte === 0) {
      if (i & 1) odd++;
      else even++;
    } else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a) controls++;
  }
  if (startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff')) return false;
  const looksWide = Math.min(even, odd) * 10 < Math.max(even, odd) && even + odd > 2;
  // In UTF-16 the high byte of a character may be any control code.
  if (looksWide) return controls > sample.length * 0.3;
  return controls > Math.max(2, sample.length * 0.02) || even + odd > sample.length * 0.3;
}
