import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/ingest/workbook/crc32';
import { readPart } from '../../../../src/ingest/workbook/inflate-part';
import { openZip } from '../../../../src/ingest/workbook/zip-archive';

describe('crc32', () => {
  it('gives the check value of its definition, whole and in pieces', () => {
    const bytes = strToU8('123456789');
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});

describe('openZip', () => {
  it('reads stored and deflated parts, names without regard to case, a comment behind the directory', async () => {
    const zip = zipSync({
      'xl/A.xml': [strToU8('stored'), { level: 0 }],
      'xl/b.xml': [strToU8('deflated '.repeat(1000)), { level: 9 }],
    });
    const commented = new Uint8Array(zip.length + 5);
    commented.set(zip);
    commented.set(strToU8('hello'), zip.length);
    new DataView(commented.buffer).setUint16(zip.length - 2, 5, true);
    const archive = openZip(commented);
    if (!archive.ok) throw new Error(archive.failure.code);
    for (const [name, text] of [
      ['xl/a.xml', 'stored'],
      ['xl/b.xml', 'deflated '.repeat(1000)],
    ]) {
      const entry = archive.value.entries.get(name);
      if (!entry) throw new Error(name);
      const part = await readPart(archive.value, entry);
      expect(part.ok && new TextDecoder().decode(part.value)).toBe(text);
    }
  });

  it('reads a zip64 directory', async () => {
    const archive = openZip(toZip64(zipSync({ 'a.xml': strToU8('wide') })));
    if (!archive.ok) throw new Error(archive.failure.code);
    const entry = archive.value.entries.get('a.xml');
    if (!entry) throw new Error('a.xml');
    const part = await readPart(archive.value, entry);
    expect(part.ok && new TextDecoder().decode(part.value)).toBe('wide');
  });
});

/** The same archive of one entry with its sizes in a zip64 field and a zip64 end record. */
function toZip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const directory = view.getUint32(end + 16, true);
  const nameLength = view.getUint16(directory + 28, true);
  const bytes = new Uint8Array(zip.length + 28 + 56 + 20);
  const out = new DataView(bytes.buffer);
  bytes.set(zip.subarray(0, directory + 46 + nameLength));
  const extra = directory + 46 + nameLength;
  out.setUint16(directory + 30, 28, true);
  out.setUint16(extra, 1, true);
  out.setUint16(extra + 2, 24, true);
  out.setBigUint64(extra + 4, BigInt(view.getUint32(directory + 24, true)), true);
  out.setBigUint64(extra + 12, BigInt(view.getUint32(directory + 20, true)), true);
  out.setBigUint64(extra + 20, BigInt(view.getUint32(directory + 42, true)), true);
  for (const at of [20, 24, 42]) out.setUint32(directory + at, 0xffffffff, true);
  const end64 = extra + 28;
  out.setUint32(end64, 0x06064b50, true);
  out.setBigUint64(end64 + 4, 44n, true);
  out.setBigUint64(end64 + 24, 1n, true);
  out.setBigUint64(end64 + 32, 1n, true);
  out.setBigUint64(end64 + 40, BigInt(end64 - directory), true);
  out.setBigUint64(end64 + 48, BigInt(directory), true);
  const locator = end64 + 56;
  out.setUint32(locator, 0x07064b50, true);
  out.setBigUint64(locator + 8, BigInt(end64), true);
  out.setUint32(locator + 16, 1, true);
  const last = locator + 20;
  out.setUint32(last, 0x06054b50, true);
  out.setUint16(last + 8, 0xffff, true);
  out.setUint16(last + 10, 0xffff, true);
  out.setUint32(last + 12, 0xffffffff, true);
  out.setUint32(last + 16, 0xffffffff, true);
  return bytes;
}
