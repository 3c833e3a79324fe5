import { describe, expect, it } from 'vitest';
import { CellHint } from '../../../../src/ingest/raw-table';
import { openWorkbook } from '../../../../src/ingest/workbook/open-workbook';
import { buildWorkbook, sheetOf } from './build-workbook';
import { firstColumn, readHead, readSheet } from './read-workbook';

const cell = (row: number, attributes: string, value: string): string =>
  `<row r="${row}"><c r="A${row}" ${attributes}>${value}</c></row>`;
const column = (...cells: readonly (readonly [attributes: string, value: string])[]): string =>
  cells.map(([attributes, value], i) => cell(i + 1, attributes, value)).join('');

describe('texts of a workbook', () => {
  it('joins the runs of rich text and leaves phonetic guides out', async () => {
    const strings =
      '<si><t>排队</t></si><si><r><rPr><b/></rPr><t>服务</t></r><r><t xml:space="preserve"> 态度 </t></r></si>' +
      '<si><t>东京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>';
    const bytes = sheetOf(
      column(['t="s"', '<v>0</v>'], ['t="s"', '<v>1</v>'], ['t="s"', '<v>2</v>'], ['t="s"', '<v>0</v>']),
      { strings },
    );
    expect(await firstColumn(bytes)).toEqual([['排队', 0], ['服务 态度 ', 0], ['东京', 0], ['排队', 0]]); // prettier-ignore
  });

  it('reads inline texts, entities, character numbers, escapes and character data', async () => {
    const bytes = sheetOf(
      column(
        ['t="inlineStr"', '<is><t>a &lt; b &amp;amp; &quot;c&quot; &apos;</t></is>'],
        ['t="inlineStr"', '<is><r><t>&#25490;</t></r><r><t>&#x961F;&#x1F600;</t></r></is>'],
        ['t="inlineStr"', '<is><t>one_x000D_two _x005F_x000D_ _xZZZZ_</t></is>'],
        ['t="inlineStr"', '<is><t><![CDATA[a <b> &amp; c]]></t></is>'],
        ['t="inlineStr"', '<is><t>line\r\nbreak &unknown;</t></is>'],
        ['t="str"', '<f>A1&amp;"x"</f><v>=1+1 &gt;</v>'],
      ),
    );
    expect((await firstColumn(bytes)).map(([text]) => text)).toEqual([
      'a < b &amp; "c" \'',
      '排队😀',
      'one\rtwo _x000D_ _xZZZZ_',
      'a <b> &amp; c',
      'line\nbreak &unknown;',
      '=1+1 >',
    ]);
  });

  it('reads prefixed names, self-closing cells, and cells without references', async () => {
    const sheet =
      '<?xml version="1.0"?><x:worksheet xmlns:x="y"><!-- <c> --><x:sheetData><x:row r="2" ht=">"><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>' +
      '<x:c s="1"/><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c r="B3"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { cells, sourceRows } = await readSheet(sheetOf('', { parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(cells).toEqual([['a', '', '3'], ['', '4', '']]); // prettier-ignore
    expect([...sourceRows]).toEqual([2, 3]);
  });
});

describe('numbers of a workbook', () => {
  it('gives them as Excel shows them, to 15 digits', async () => {
    const raw = [
      '0.30000000000000004',
      '17.3',
      '1812.9700000000003',
      '1E-3',
      '-5',
      '45349',
      '1.0',
      '6.22202020011223E+18',
      '1E+21',
    ];
    const bytes = sheetOf(column(...raw.map((value) => ['', `<v>${value}</v>`] as const)));
    expect((await firstColumn(bytes)).map(([text]) => text)).toEqual([
      '0.3', '17.3', '1812.97', '0.001', '-5', '45349', '1', '6222020200112230000', '1e+21',
    ]); // prettier-ignore
  });

  it('warns where a card number was stored as a number', async () => {
    const { issues } = await readSheet(
      sheetOf(column(['', '<v>1</v>'], ['', '<v>6222020200112230846</v>'], ['', '<v>6.22202020011223E+18</v>'])),
    );
    expect(issues).toMatchObject([{ code: 'longNumbersRounded', row: 2, column: 1, count: 2, severity: 'warning' }]);
  });

  it('knows booleans, errors, and formulas with and without a stored value', async () => {
    const bytes = sheetOf(
      column(
        ['t="b"', '<v>1</v>'],
        ['t="b"', '<v>0</v>'],
        ['t="e"', '<f>NA()</f><v>#N/A</v>'],
        ['', '<f>1+1</f><v>2</v>'],
        ['', '<f>1+1</f><v></v>'],
        ['', '<f>1+1</f><v/>'],
        ['', '<f>1+1</f>'],
        ['', '<f t="shared" si="0"/>'],
      ),
    );
    expect(await firstColumn(bytes)).toEqual([
      ['TRUE', CellHint.boolean],
      ['FALSE', CellHint.boolean],
      ['#N/A', CellHint.error],
      ['2', CellHint.number],
      ['', CellHint.formulaWithoutValue],
      ['', CellHint.formulaWithoutValue],
      ['', CellHint.formulaWithoutValue],
      ['', CellHint.formulaWithoutValue],
    ]);
  });

  it('keeps a number and the same text apart', async () => {
    const bytes = sheetOf(column(['', '<v>12</v>'], ['t="inlineStr"', '<is><t>12</t></is>']));
    expect(await firstColumn(bytes)).toEqual([['12', CellHint.number], ['12', CellHint.text]]); // prettier-ignore
  });
});

describe('dates of a workbook', () => {
  const formats = ['yyyy"年"m"月"d"日"', 22, '[h]:mm:ss', 'h:mm', '0.0%', 14, '[$-804]上午/下午h"时"mm"分"', 31];
  const styled = (...cells: readonly (readonly [style: number, serial: string])[]): string =>
    column(...cells.map(([style, serial]) => [`s="${style}"`, `<v>${serial}</v>`] as const));

  it('reads them by the format of their style', async () => {
    const bytes = sheetOf(
      styled(
        [1, '45296'],
        [2, '45296.396'],
        [2, '45296'],
        [3, '1.0416666666666667'],
        [4, '0.396'],
        [5, '0.453'],
        [6, '45296.5'],
        [7, '0.5'],
        [8, '45296'],
        [0, '45296'],
      ),
      { formats },
    );
    expect(await firstColumn(bytes)).toEqual([
      ['2024-01-05', CellHint.date],
      ['2024-01-05 09:30:14', CellHint.datetime],
      ['2024-01-05 00:00:00', CellHint.datetime],
      ['90000', CellHint.duration],
      ['09:30:14', CellHint.time],
      ['0.453', CellHint.percent],
      ['2024-01-05 12:00:00', CellHint.datetime],
      ['12:00:00', CellHint.time],
      ['2024-01-05', CellHint.date],
      ['45296', CellHint.number],
    ]);
  });

  it('counts the 29 February 1900 that never was, and reports it as no day', async () => {
    const bytes = sheetOf(styled([6, '0'], [6, '1'], [6, '59'], [6, '60'], [6, '61'], [6, '-1'], [6, '2958466']), {
      formats,
    });
    expect((await firstColumn(bytes)).map(([text]) => text)).toEqual([
      '1900-01-00', '1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '-1', '2958466',
    ]); // prettier-ignore
  });

  it('reads the 1904 system', async () => {
    const bytes = sheetOf(styled([6, '0'], [6, '43834']), { formats, date1904: true });
    expect((await firstColumn(bytes)).map(([text]) => text)).toEqual(['1904-01-01', '2024-01-05']);
  });

  it('rounds to the second and carries into the next day', async () => {
    const bytes = sheetOf(styled([2, '45296.9999999']), { formats });
    expect((await firstColumn(bytes))[0][0]).toBe('2024-01-06 00:00:00');
  });

  it('keeps the days of a clock that runs over one', async () => {
    const bytes = sheetOf(styled([4, '1.5'], [4, '45296.5']), { formats });
    expect(await firstColumn(bytes)).toEqual([['129600', CellHint.duration], ['2024-01-05 12:00:00', CellHint.datetime]]); // prettier-ignore
  });

  it('reads ISO date cells', async () => {
    const bytes = sheetOf(
      column(['t="d"', '<v>2024-01-05T09:30:00</v>'], ['t="d"', '<v>2024-01-05</v>'], ['t="d"', '<v>T09:30</v>']),
    );
    expect(await firstColumn(bytes)).toEqual([
      ['2024-01-05 09:30:00', CellHint.datetime],
      ['2024-01-05', CellHint.date],
      ['09:30:00', CellHint.time],
    ]);
  });
});

describe('rows of a workbook', () => {
  const text = (reference: string, value: string): string =>
    `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it('skips blank rows, counts them, and keeps the numbers of the others', async () => {
    const rows = `<row r="2">${text('A2', 'h')}</row><row r="4"><c r="A4" s="1"/>${text('B4', ' ')}</row><row r="5">${text('C5', 'x')}</row><row r="9">${text('A9', 'y')}</row><row r="1048576"><c r="A1048576" s="1"/></row>`;
    const table = await readSheet(sheetOf(rows), 'S', 2);
    expect([...table.sourceRows]).toEqual([5, 9]);
    expect(table.cells).toEqual([['', '', 'x'], ['y', '', '']]); // prettier-ignore
    expect(table.issues).toEqual([
      { severity: 'info', code: 'sheetBlankRows', params: { n: 5, row: 3 }, row: 3, count: 5 },
    ]);
  });

  it('gives the first rows with their numbers and hints', async () => {
    const rows = `<row r="3">${text('B3', 'h')}<c r="C3"><v>1</v></c></row><row r="4">${text('A4', 'x')}</row><row r="5">${text('A5', 'y')}</row>`;
    expect(await readHead(sheetOf(rows), 2)).toEqual([
      { row: 3, cells: ['', 'h', '1'], hints: [0, 0, 1] },
      { row: 4, cells: ['x'], hints: [0] },
    ]);
  });

  it('lists the sheets, marks hidden ones, leaves chart sheets out, counts rows', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = buildWorkbook({
      sheets: [
        { name: '说明 &amp; 目录', rows: `<row r="1">${text('A1', 'x')}</row>` },
        {
          name: '参数',
          rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>`,
          state: 'veryHidden',
        },
        { name: '图表', rows: '' },
        { name: '空表', rows: '' },
      ],
      parts: {
        'xl/_rels/workbook.xml.rels': `<Relationships>${['worksheet', 'worksheet', 'chartsheet', 'worksheet']
          .map(
            (type, i) =>
              `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="worksheets/sheet${i + 1}.xml"/>`,
          )
          .join('')}</Relationships>`,
      },
    });
    const workbook = await openWorkbook(bytes);
    expect(workbook).toMatchObject({
      ok: true,
      value: {
        sheets: [
          { name: '说明 & 目录', hidden: false, rows: 1 },
          { name: '参数', hidden: true, rows: 2 },
          { name: '空表', hidden: false, rows: 0 },
        ],
      },
    });
  });

  it('knows merged ranges without using them', async () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          name: 'S',
          rows: `<row r="1">${text('A1', 'x')}</row>`,
          after: '<mergeCells count="1"><mergeCell ref="A1:J1"/></mergeCells>',
        },
      ],
    });
    const workbook = await openWorkbook(bytes);
    if (!workbook.ok) throw new Error(workbook.failure.code);
    expect(await workbook.value.mergedRanges('S')).toEqual({ ok: true, value: ['A1:J1'] });
    expect(await workbook.value.open('T')).toMatchObject({ ok: false, failure: { code: 'sheet-unknown' } });
  });

  it('stops when asked to, and tells how far it is', async () => {
    const bytes = sheetOf(
      Array.from(
        { length: 20000 },
        (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${Math.sin(i)}</v></c></row>`,
      ).join(''),
    );
    const workbook = await openWorkbook(bytes);
    if (!workbook.ok) throw new Error(workbook.failure.code);
    const source = await workbook.value.open('S');
    if (!source.ok) throw new Error(source.failure.code);
    const seen: number[] = [];
    expect(await source.value.read(0, { onProgress: (fraction) => seen.push(fraction) })).toMatchObject({
      value: { rows: 20000 },
    });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const controller = new AbortController();
    const stopped = source.value.read(0, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(await stopped).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
});
