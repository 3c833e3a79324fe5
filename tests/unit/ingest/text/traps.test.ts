import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../../src/ingest/inspect-file';
import { importText, issuesOf, refusalOf } from '../support/import-fixture';
import { cellsOf, countsOf } from '../support/read-column';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('import traps', () => {
  it('I01 keeps columns named like object properties', async () => {
    const { table } = await importText('__proto__,constructor,hasOwnProperty,\n1,2,3,4\n5,6,7,8\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'hasOwnProperty', '列4']);
    expect(table.columns.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3']);
    expect(cellsOf(table, '__proto__')).toEqual([1, 5]);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('I02 makes equal headers distinct and loses none', async () => {
    const { table, issues } = await importText('A,A,A (2),A\n1,2,3,4\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['A', 'A (3)', 'A (2)', 'A (4)']);
    expect(issuesOf(issues, 'duplicateHeader').map(({ column }) => column)).toEqual([2, 4]);
  });

  it('I03 stops at a quote that is never closed and names its row and text', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => (i === 8 ? `${i},"未完的投诉,1` : `${i},文字,1`));
    const failure = await refusalOf(utf8(`id,text,n\n${rows.join('\n')}\n`));
    expect(failure).toMatchObject({ code: 'quote-not-closed', at: { row: 10 } });
    expect(failure.params['text']).toContain('未完的投诉');
  });

  it('I03 stops soon in a long file', async () => {
    const failure = await refusalOf(utf8(`id,text\n1,"open\n${'2,closed\n'.repeat(400_000)}`));
    expect(failure).toMatchObject({ at: { row: 2 } });
  });

  it('I04 stops after a thousand misplaced quotes', async () => {
    expect((await refusalOf(utf8('" '.repeat(1 << 20)))).code).toBe('cell-too-long');
    const failure = await refusalOf(utf8(`a,b\n${'"x"y,1\n'.repeat(2000)}`));
    expect(failure).toMatchObject({ code: 'too-many-quote-errors', at: { row: 1002 } });
  });

  it('I05 refuses more than 512 columns', async () => {
    expect((await refusalOf(utf8('1,'.repeat(1_000_000)))).code).toBe('too-many-columns');
    const wide = Array.from({ length: 512 }, (_, i) => `k${i}`).join(',');
    expect((await importText(`${wide}\n${wide}\n`)).table.columns).toHaveLength(512);
  });

  it('I06 keeps account numbers digit for digit', async () => {
    const { table } = await importText(
      '账号,编号\n001234567890,12345678901234567890\n009876543210,12345678901234567891\n',
    );
    expect(cellsOf(table, '账号')).toEqual(['001234567890', '009876543210']);
    expect(cellsOf(table, '编号')[1]).toBe('12345678901234567891');
  });

  it('I07 reads lone carriage returns as line ends', async () => {
    const { table, sourceRows } = await importText('a,b\r1,x\r2,y\r');
    expect(cellsOf(table, 'b')).toEqual(['x', 'y']);
    expect([...sourceRows]).toEqual([2, 3]);
  });

  it('I08 reads three delimiters and both decimal marks, and asks where day and month cannot be told', async () => {
    for (const delimiter of [';', '|', '\t'])
      for (const [mark, whole] of [
        [',', '1.234,50'],
        ['.', '1,234.50'],
      ] as const) {
        const rows = ['25/03/2026', '04/05/2026'].map((day, i) => [day, whole, `7${mark}${i}5`].join(delimiter));
        const { table } = await importText(['日期', '金额', '率'].join(delimiter) + `\n${rows.join('\n')}\n`);
        expect(cellsOf(table, '日期')).toEqual(['2026-03-25', '2026-05-04']);
        expect(cellsOf(table, '金额')).toEqual([1234.5, 1234.5]);
        expect(cellsOf(table, '率')).toEqual([7.05, 7.15]);
      }
    const opened = await inspectFile(utf8('日期,量\n03/04/2026,1\n05/06/2026,2\n'), 'x.csv');
    expect(opened.ok && opened.value.inspection.columns[0].questions).toContain('dateOrder');
  });

  it('I14 refuses programs, archives, documents and markup by what they are', async () => {
    const kinds: [string, string][] = [
      ['MZ\x90\0\x03', 'executable'],
      ['\x1f\x8b\x08', 'archive'],
      ['%PDF-1.7', 'pdf'],
      ['<!DOCTYPE html><table><tr><td>1</td></tr></table>', 'webPage'],
      ['<?xml version="1.0"?><a/>', 'xml'],
      ['GIF89a', 'image'],
      ['\xff\xd8\xff\xe0', 'image'],
      ['[{"a":1}]', 'json'],
      ['{"a":1}\n{"a":2}\n', 'json'],
    ];
    for (const [text, kind] of kinds) {
      const failure = await refusalOf(Uint8Array.from(text, (char) => char.charCodeAt(0)));
      expect(failure.params['kind'], text).toEqual({ as: 'term', key: `failure.fileKind.${kind}` });
    }
  });

  it('does not take text for a bitmap or for markup', async () => {
    expect((await importText('BM编号,量\n1,2\n')).table.rows).toBe(1);
    expect((await importText('[状态],量\n开,2\n')).table.columns[0].name).toBe('[状态]');
  });

  it('counts blank rows, rows of delimiters and rows of empty quotes', async () => {
    const { table, issues } = await importText('a,b\n1,2\n\n , \n,\n"",""\n3,"""x"\n');
    expect(table.rows).toBe(2);
    expect(issuesOf(issues, 'blankRows')).toMatchObject([{ row: 3, count: 4 }]);
    expect(cellsOf(table, 'b')).toEqual(['2', '"x']);
  });

  it('takes cells beyond the header as a column when most rows have them', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},b,extra`).join('\n');
    const { table } = await importText(`x,y\n${rows}\n`);
    expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y', '列3']);
  });

  it('lists a hundred short rows and counts the others', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => (i % 2 ? `${i}` : `${i},1`)).join('\n');
    const { issues } = await importText(`x,y\n${rows}\n`);
    expect(issuesOf(issues, 'shortRow')).toHaveLength(100);
    expect(issuesOf(issues, 'moreOfTheSame')).toMatchObject([{ count: 25 }]);
  });

  it('reads delimiters that are no ASCII character through the companion parser', async () => {
    const { table, sourceRows } = await importText('网点，量\n城东，"1\n2"\n\n城西，3\n', {
      options: { delimiter: '，' },
    });
    expect(cellsOf(table, '网点')).toEqual(['城东', '城西']);
    expect([...sourceRows]).toEqual([2, 5]);
  });

  it('I11 stops reading within half a second of being cancelled', async () => {
    const controller = new AbortController();
    let cancelledAt = 0;
    const bytes = utf8(`a,b\n${'1,2\n'.repeat(3_000_000)}`);
    const pending = inspectFile(
      bytes,
      'x.csv',
      {},
      {
        signal: controller.signal,
        onProgress: () => {
          cancelledAt ||= performance.now();
          controller.abort();
        },
      },
    );
    const result = await pending;
    expect(performance.now() - cancelledAt).toBeLessThan(500);
    expect(result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    await inspectFile(
      utf8(`a,b\n${'1,2\n'.repeat(2_000_000)}`),
      'x.csv',
      {},
      { onProgress: (fraction) => seen.push(fraction) },
    );
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBeCloseTo(1);
  });

  it('keeps a value that only differs by a quoted form as one value', async () => {
    const { table } = await importText('a,b\n1,"x"\n2,x\n3,"x"\n');
    expect([...countsOf(table, 'b')]).toEqual([['x', 3]]);
  });
});
