import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../src/ingest/workbook/open-workbook';
import { sheetOf, workbookParts } from './build-workbook';
import { refusalOf } from './read-workbook';

const oneCell = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>';
const good = sheetOf(oneCell);
const parts = workbookParts({ sheets: [{ name: 'S', rows: oneCell }] });

/** Position of the directory entry of a part. */
function entryOf(bytes: Uint8Array, name: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name) return at;
  }
  throw new Error(`no such part: ${name}`);
}

function patched(bytes: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer));
  return copy;
}

describe('I09 refusals', () => {
  it('opens the untouched workbook', async () => {
    expect(await refusalOf(good)).toBeNull();
  });

  it.each([
    ['nothing', new Uint8Array(0), 'workbook-damaged'],
    ['noise', Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) & 255), 'workbook-damaged'],
    ['a cut-off archive', good.subarray(0, good.length - 30), 'workbook-damaged'],
    [
      'the container of protected workbooks',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'workbook-encrypted',
    ],
    ['a Word document', zipSync({ 'word/document.xml': new Uint8Array(1) }), 'workbook-other-kind'],
    [
      'an XLSB workbook',
      zipSync({
        ...parts,
        'xl/workbook.xml': new Uint8Array(1),
        '_rels/.rels': new TextEncoder().encode(
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        'xl/workbook.bin': new Uint8Array(1),
      }),
      'workbook-other-kind',
    ],
    ['a workbook without sheets', zipSync(workbookParts({ sheets: [] })), 'workbook-without-sheets'],
    [
      'a workbook whose sheet is gone',
      zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes('sheet1')))),
      'workbook-damaged',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('refuses encrypted entries, unknown methods, sizes and offsets beyond the file', async () => {
    const at = entryOf(good, 'xl/worksheets/sheet1.xml');
    expect(await refusalOf(patched(good, (view) => view.setUint16(at + 8, 1, true)))).toBe('workbook-encrypted');
    expect(await refusalOf(patched(good, (view) => view.setUint16(at + 10, 99, true)))).toBe('workbook-damaged');
    expect(await refusalOf(patched(good, (view) => view.setUint32(at + 20, 0x7fffffff, true)))).toBe(
      'workbook-damaged',
    );
    expect(await refusalOf(patched(good, (view) => view.setUint32(at + 42, 0x7fffffff, true)))).toBe(
      'workbook-damaged',
    );
  });

  it('refuses every single flipped byte of a packed sheet, or reads the sheet as it was', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i * 37}</v></c></row>`,
    ).join('');
    const bytes = sheetOf(rows);
    const view = new DataView(bytes.buffer);
    const at = entryOf(bytes, 'xl/worksheets/sheet1.xml');
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const size = view.getUint32(at + 20, true);
    for (let i = 0; i < size; i += 7) {
      const broken = patched(bytes, (copy) => copy.setUint8(start + i, copy.getUint8(start + i) ^ 0x10));
      expect(await refusalOf(broken)).toBe('workbook-damaged');
    }
  });

  it('refuses over 2,000 parts and over 500 MB declared, from the directory alone', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/x${i}.xml`, new Uint8Array(0)]));
    expect(await refusalOf(zipSync({ ...parts, ...many }, { level: 0 }))).toBe('workbook-too-large');
    const at = entryOf(good, 'xl/worksheets/sheet1.xml');
    expect(await refusalOf(patched(good, (view) => view.setUint32(at + 24, 501 * 1024 * 1024, true)))).toBe(
      'workbook-too-large',
    );
  });

  it('stops a part that unpacks to more than it declares', async () => {
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(16 * 1024 * 1024).fill(32) });
    const at = entryOf(bomb, 'xl/worksheets/sheet1.xml');
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(patched(bomb, (view) => view.setUint32(at + 24, 1000, true)))).toBe('workbook-damaged');
  });

  it('refuses the same part twice', async () => {
    const twice = zipSync({ 'xl/a.xml': new Uint8Array(1), 'xl/b.xml': new Uint8Array(1) });
    const at = entryOf(twice, 'xl/b.xml');
    expect(await refusalOf(patched(twice, (view) => view.setUint8(at + 46 + 3, 'a'.charCodeAt(0))))).toBe(
      'workbook-damaged',
    );
  });

  it('refuses a document type in any part, and expands nothing', async () => {
    const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>';
    for (const name of [
      'xl/workbook.xml',
      'xl/styles.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
    ]) {
      const all = workbookParts({ sheets: [{ name: 'S', rows: oneCell }], strings: '<si><t>x</t></si>' });
      const bytes = zipSync({ ...all, [name]: new Uint8Array([...new TextEncoder().encode(doctype), ...all[name]]) });
      expect(await refusalOf(bytes)).toBe('workbook-doctype');
    }
  });

  it('refuses a cell at XFD1048576 without making room for it', async () => {
    const bytes = sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const workbook = await openWorkbook(bytes);
    if (!workbook.ok) throw new Error(workbook.failure.code);
    const source = await workbook.value.open('S');
    if (!source.ok) throw new Error(source.failure.code);
    expect(await source.value.read(0, {})).toMatchObject({
      ok: false,
      failure: { code: 'workbook-too-many-columns', at: { row: 1048576, column: 16384 }, params: { limit: 512 } },
    });
    expect(await source.value.head(10)).toMatchObject({ ok: false, failure: { code: 'workbook-too-many-columns' } });
  });

  it('reads a lone cell in the last row as one row', async () => {
    expect(await refusalOf(sheetOf('<row r="1048576"><c r="SR1048576"><v>1</v></c></row>'))).toBeNull();
  });

  it.each([
    ['rows that do not ascend', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a reference without letters', '<row r="1"><c r="1"><v>1</v></c></row>'],
    ['a shared string that does not exist', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['a cell outside of any row', '<c r="A1"><v>1</v></c>'],
    ['a kind of cell named as a property', '<row r="1"><c r="A1" t="constructor"><v>1</v></c></row>'],
    ['a kind of cell that does not exist', '<row r="1"><c r="A1" t="zz"><v>1</v></c></row>'],
  ])('refuses %s', async (_, rows) => {
    expect(await refusalOf(sheetOf(rows))).toBe('workbook-damaged');
  });

  it('refuses a tag that never ends', async () => {
    const endless = new Uint8Array(2 * 1024 * 1024).fill(97);
    endless.set(new TextEncoder().encode('<worksheet><sheetData><row r="1'));
    expect(await refusalOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': endless }))).toBe('workbook-damaged');
  });

  it('follows no relation out of the archive', async () => {
    const external = parts['xl/_rels/workbook.xml.rels'];
    const text = new TextDecoder()
      .decode(external)
      .replace('Target="worksheets/sheet1.xml"', 'Target="http://127.0.0.1:9/x.xml" TargetMode="External"');
    expect(await refusalOf(zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(text) }))).toBe(
      'workbook-damaged',
    );
  });

  it('refuses a part whose checksum is wrong', async () => {
    const at = entryOf(good, 'xl/worksheets/sheet1.xml');
    expect(await refusalOf(patched(good, (view) => view.setUint32(at + 16, 0, true)))).toBe('workbook-damaged');
  });
});
