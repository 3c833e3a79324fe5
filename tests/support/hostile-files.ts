import { strToU8, zipSync } from 'fflate';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatStamp } from '../../src/store/clock';
import type { StoredRecord } from '../../src/store/types';
import { writeBundle } from '../../src/store/bundle/write-bundle';
import { sheetOf, workbookParts } from '../unit/ingest/workbook/build-workbook';

/** By which way a file comes in. */
export type Door = 'table' | 'map' | 'attachment' | 'workbench';

/** `null`: it may be read or refused. */
export type Outcome = 'read' | 'refused' | null;

export interface HostileFile {
  readonly name: string;
  readonly door: Door;
  readonly outcome: Outcome;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** What would show that something of a file had been run. */
export const canary = 'pwned';
/** The scheme is put together, because the linter bans what these files are made of. */
const codeAddress = `${['java', 'script'].join('')}:window.${canary}=1`;
export const markup = `<img src=x onerror="window.${canary}=1"><svg/onload=window.${canary}=1><script>window.${canary}=1</script>`;

const folder = resolve(import.meta.dirname, '../fixtures/hostile');

/** The files that are kept as they are; what each must become is in `tests/unit/ingest/hostile.test.ts`. */
export const keptFiles: readonly HostileFile[] = readdirSync(folder)
  .filter((name) => /\.(csv|txt|xlsx|xls)$/.test(name))
  .map((name) => ({
    name,
    door: 'table',
    outcome: null,
    bytes: () => new Uint8Array(readFileSync(join(folder, name))),
  }));

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

/** UTF-16 unit by unit, so that halves of a character stay halves. */
function utf16Units(text: string): Uint8Array {
  const units = new Uint16Array(text.length + 1);
  units[0] = 0xfeff;
  for (let i = 0; i < text.length; i++) units[i + 1] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

const csvField = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function table(name: string, outcome: Outcome, bytes: () => string | Uint8Array): HostileFile {
  return {
    name,
    door: 'table',
    outcome,
    bytes: () => {
      const made = bytes();
      return typeof made === 'string' ? strToU8(made) : made;
    },
  };
}

const row = (reference: string, inside: string): string => `<row r="1"><c r="${reference}"${inside}</c></row>`;
const inline = (text: string): string => sheetRow(1, [text]);
function sheetRow(number: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, i) => `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A workbook with one part put in the place of another. */
function withPart(name: string, text: string): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'S', rows: inline('x') }], strings: '<si><t>x</t></si>' });
  return zipSync({ ...parts, [name]: strToU8(text) });
}

/** A directory that names the same bytes often: all entries after the first point to its place. */
function overlapping(count: number): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'S', rows: inline('x') }] });
  const fill = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`xl/media/${String(i).padStart(4, '0')}`, new Uint8Array(64)]),
  );
  const bytes = zipSync({ ...parts, 'xl/media/base': new Uint8Array(1 << 20), ...fill });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let first: number | null = null;
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (!name.startsWith('xl/media/')) continue;
    first ??= view.getUint32(at + 42, true);
    view.setUint32(at + 42, first, true);
    view.setUint32(at + 24, 300 << 20, true);
  }
  return bytes;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const external = `${xml}<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]>`;

const tables: readonly HostileFile[] = [
  table('headers that are formulas and markup.csv', 'read', () =>
    [
      `=1+1,@SUM(A1),+86,${csvField(markup)},${codeAddress}`,
      ...Array.from({ length: 9 }, (_, i) => `${i},b,c,d,e`),
    ].join('\n'),
  ),
  table('names of object properties.csv', 'read', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
    return [`类别,${names.join(',')}`, ...names.map((name) => [name, ...names].join(','))].join('\n');
  }),
  table('letters that turn and hide.csv', 'read', () => {
    const hidden = ['\u202E', '\u2066', '\u200B', '\u200D', '\uFEFF', '\u00AD', '\u2028', '\u{E0041}', '\u0085'];
    return [`类别${hidden.join('')},量`, ...hidden.map((sign, i) => `排${sign}队gpj.exe,${i}`)].join('\n');
  }),
  table('halves of characters.txt', null, () =>
    utf16Units('类别\t量\r\n\uD800a\t1\r\nb\uDFFF\t2\r\n\uDC00\uD800\t3\r\n'),
  ),
  table('halves of characters in UTF-8.csv', null, () =>
    Uint8Array.from([...strToU8('a,b\n'), 0xed, 0xa0, 0x80, 0x2c, 0x31, 0x0a, 0xed, 0xbf, 0xbf, 0x2c, 0x32, 0x0a]),
  ),
  table('forms that are too long.csv', null, () =>
    Uint8Array.from([
      ...strToU8('a,b\n'),
      0xc0,
      0xbc,
      0xe0,
      0x80,
      0xbc,
      0xf8,
      0x88,
      0x80,
      0x80,
      0xbc,
      0x2c,
      0x31,
      0x0a,
    ]),
  ),
  table('runs of NUL in cells.csv', null, () => `a,b\n${`x${'\0'.repeat(500)}y,1\n`.repeat(200)}`),
  table('nothing but NUL.csv', 'refused', () => new Uint8Array(1 << 20)),
  table('half a unit at the end.txt', null, () => utf16('a\tb\r\n1\t2\r\n3\t4').slice(0, -1)),
  table('a header of 100,000 columns.csv', 'refused', () =>
    Array.from({ length: 100_000 }, (_, i) => `k${i}`).join(','),
  ),
  table('a quoted cell without an end.csv', 'refused', () => `a,b\n1,"${'永远'.repeat(900_000)}`),
  table('one line of five megabytes.csv', null, () => 'x'.repeat(5 << 20)),
  table('quotes and nothing else.csv', null, () => '"'.repeat(2_000_001)),
  table(
    'another alphabet for markup.csv',
    'read',
    () => `a,b\n+ADw-script+AD4-window.${canary}=1+ADw-/script+AD4-,1\n+AD0-1+1,2\n`,
  ),
  table('numbers that are none.csv', 'read', () =>
    [
      'n,m',
      ...['1e999', '-1e999', 'NaN', 'Infinity', '0x1F', '1e-400', '9'.repeat(400), '١٢٣', '1'].map((n) => `${n},1`),
    ].join('\n'),
  ),
  table('digits, dots and slashes for ever.csv', 'read', () =>
    [
      '日期,金额,电话',
      ...Array.from({ length: 60 }, () => `${'1/'.repeat(500)},${'1.'.repeat(500)},${'1 '.repeat(900)}`),
    ].join('\n'),
  ),
  table('almost addresses.csv', 'read', () =>
    ['原声,量', ...Array.from({ length: 30 }, (_, i) => `${'a@'.repeat(900)}${'a.'.repeat(900)}!,${i}`)].join('\n'),
  ),
  table('marks upon marks.csv', 'read', () => `a,b\n${`e${'\u0301'.repeat(3_000)},1\n`.repeat(20)}`),
  table('a page.csv', 'refused', () => `<html><body>${markup}<table><tr><td>1</td></tr></table></body></html>`),
  table('a drawing.csv', 'refused', () => `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`),
  table('a picture with a wrong length.csv', 'refused', wrongPicture),
  table('an external entity in the sheet.xlsx', 'refused', () =>
    withPart('xl/worksheets/sheet1.xml', `${external}<worksheet><sheetData>${inline('&e;')}</sheetData></worksheet>`),
  ),
  table('an external entity in the strings.xlsx', 'refused', () =>
    withPart('xl/sharedStrings.xml', `${external}<sst><si><t>&e;</t></si></sst>`),
  ),
  table('entities of entities.xlsx', 'refused', () =>
    withPart(
      'xl/workbook.xml',
      `${xml}<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>`,
    ),
  ),
  table('blanks of 64 megabytes.xlsx', 'refused', () =>
    zipSync({
      ...workbookParts({ sheets: [{ name: 'S', rows: '' }] }),
      'xl/worksheets/sheet1.xml': new Uint8Array(64 << 20).fill(32),
    }),
  ),
  table('parts that share their bytes.xlsx', 'refused', () => overlapping(20)),
  table('a cell in the last column of the last row.xlsx', 'refused', () =>
    sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ),
  table('formulas with links and commands.xlsx', null, () =>
    sheetOf(
      [
        sheetRow(1, ['甲', '乙']),
        `<row r="2"><c r="A2" t="str"><f>HYPERLINK("${codeAddress}","x")</f><v>=cmd|' /C calc'!A0</v></c><c r="B2"><v>1</v></c></row>`,
        sheetRow(3, [escaped(markup), '_x0000__x000D_=1+1']),
      ].join(''),
    ),
  ),
  table('a sheet that is called markup.xlsx', null, () =>
    zipSync(workbookParts({ sheets: [{ name: escaped(markup), rows: sheetRow(1, ['a']) + sheetRow(2, ['1']) }] })),
  ),
  table('a string with a number beyond all.xlsx', 'refused', () => sheetOf(row('A1', ' t="s"><v>4294967296</v>'))),
  table('an archive in an archive.xlsx', 'refused', () =>
    zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ c: strToU8('x') }) }) }),
  ),
];

function wrongPicture(): Uint8Array {
  const bytes = new Uint8Array(readFileSync(join(folder, '44_png_renamed.csv')));
  new DataView(bytes.buffer).setUint32(8, 0x7fffffff);
  return bytes;
}

const bpmnSpace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
function map(name: string, outcome: Outcome, inside: string, before = ''): HostileFile {
  const text = `${xml}${before}<definitions xmlns="${bpmnSpace}" xmlns:h="http://www.w3.org/1999/xhtml" id="d" targetNamespace="x">${inside}</definitions>`;
  return { name, door: 'map', outcome, bytes: () => strToU8(text) };
}
const flow = (id: string, name: string, more = ''): string =>
  `<process id="p"><startEvent id="s" name="s"/><task id="${id}" name="${escaped(name)}">${more}</task><sequenceFlow id="f" sourceRef="s" targetRef="${id}"/></process>`;

const maps: readonly HostileFile[] = [
  map('script in the names.bpmn', 'read', flow('t', markup)),
  map(
    'script in foreign elements.bpmn',
    null,
    flow(
      't',
      'x',
      `<extensionElements><h:script>window.${canary}=1</h:script><h:img src="x" onerror="window.${canary}=1"/></extensionElements>`,
    ),
  ),
  map(
    'script in the documentation.bpmn',
    'read',
    flow('t', 'x', `<documentation textFormat="text/html">${escaped(markup)}</documentation>`),
  ),
  map('a document type.bpmn', 'refused', flow('t', 'x'), '<!DOCTYPE definitions>'),
  map(
    'an external entity.bpmn',
    'refused',
    flow('t', '&e;'),
    '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/">]>',
  ),
  map('a sheet of styles.bpmn', null, flow('t', 'x'), `<?xml-stylesheet type="text/xsl" href="${codeAddress}"?>`),
  map('ids of object properties.bpmn', 'read', flow('__proto__', 'constructor')),
  map(
    'boxes in boxes.bpmn',
    'refused',
    `<process id="p">${'<subProcess>'.repeat(5_000)}${'</subProcess>'.repeat(5_000)}</process>`,
  ),
];

function attachment(name: string, bytes: () => Uint8Array): HostileFile {
  return { name, door: 'attachment', outcome: 'read', bytes };
}

const attachments: readonly HostileFile[] = [
  attachment('logo.svg', () =>
    strToU8(
      `<svg xmlns="http://www.w3.org/2000/svg" onload="window.${canary}=1"><script>window.${canary}=1</script><foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${markup}</body></foreignObject><image href="http://127.0.0.1:9/x.png"/></svg>`,
    ),
  ),
  attachment('page.png', () => strToU8(`<!DOCTYPE html><body>${markup}</body>`)),
  attachment('wrong length.png', wrongPicture),
  attachment(`${markup}.html`, () => strToU8(markup)),
];

const stamp = formatStamp({ ms: Date.UTC(2026, 5, 1), counter: 0, replica: 'aaa' });

/** A workbench file of records that no build of ours would write, with a right digest. */
async function bundle(records: readonly unknown[], more: object = {}): Promise<Uint8Array> {
  const manifest = {
    format: 'service-quality-workbench',
    version: 1,
    app: { version: '0', build: 'x' },
    createdAt: Date.UTC(2026, 5, 1),
    exportId: 'e1',
    earlier: [],
    from: { replica: 'aaa', installId: 'i', name: markup },
    clock: stamp,
    seen: {},
    cloned: [],
    scope: { purpose: 'hand-over', kinds: null, since: null, rows: true, screened: false },
    withheld: { fields: 0, datasets: 0 },
    taxonomy: 'T1',
    ...more,
  } as Parameters<typeof writeBundle>[0]['manifest'];
  return (await writeBundle({ manifest, records: records as StoredRecord[], datasets: [] })).bytes;
}

const project = (fields: string, id = 'p'): unknown =>
  JSON.parse(`{"id":"${id}","kind":"project","fields":{${fields}}}`);
const field = (value: string): string => `{"value":${value},"stamp":"${stamp}"}`;

function workbench(name: string, outcome: Outcome, bytes: HostileFile['bytes']): HostileFile {
  return { name, door: 'workbench', outcome, bytes };
}

const bundles: readonly HostileFile[] = [
  workbench('markup in every word.dmaic', 'read', () =>
    bundle([project(`"name":${field(JSON.stringify(markup))},"createdAt":${field('1780000000000')}`)]),
  ),
  workbench('a prototype for a field.dmaic', 'refused', () => bundle([project(`"__proto__":${field('{"x":1}')}`)])),
  workbench('a prototype in a value.dmaic', 'refused', () =>
    bundle([project(`"name":${field('{"constructor":{"prototype":{"x":1}},"__proto__":{"x":1}}')}`)]),
  ),
  workbench('a prototype for an id.dmaic', null, () => bundle([project(`"name":${field('1')}`, '__proto__')])),
  workbench('cut in the middle.dmaic', 'refused', async () => {
    const bytes = await bundle([project(`"name":${field('"a"')}`)]);
    return bytes.slice(0, bytes.length >> 1);
  }),
  workbench('more than it holds.dmaic', 'refused', () => {
    const manifest = { rows: 1e15, chunkRows: 1, columns: [], blocks: [], source: null };
    return bundle([{ id: 'd', kind: 'dataset', fields: { manifest: { value: manifest, stamp } } }]);
  }),
  workbench('a value of a hundred levels.dmaic', 'refused', () =>
    bundle([project(`"name":${field('['.repeat(100) + ']'.repeat(100))}`)]),
  ),
  workbench('names that climb.dmaic', 'refused', () =>
    zipSync({ '../../evil.js': strToU8('x'), 'manifest.json': strToU8('{}'), '/etc/passwd': strToU8('x') }),
  ),
  workbench('a colour and a link that are markup.dmaic', 'read', () =>
    bundle([
      project(`"color":${field(JSON.stringify('red"><img onerror>'))},"link":${field(JSON.stringify(codeAddress))}`),
    ]),
  ),
];

/** One of the made files, as a page takes it. */
export async function hostileUpload(name: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const file = madeFiles.find((one) => one.name === name);
  if (!file) throw new RangeError(`no such file: ${name}`);
  return { name: name.replace(markup, 'x'), mimeType: 'image/svg+xml', buffer: Buffer.from(await file.bytes()) };
}

export const madeFiles: readonly HostileFile[] = [...tables, ...maps, ...attachments, ...bundles];
