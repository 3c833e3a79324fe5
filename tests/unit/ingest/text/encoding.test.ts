import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/ingest/text/detect-encoding';
import { isSafeToSplit, prepareBytes } from '../../../../src/ingest/text/prepare-bytes';
import { hostileBytes, importBytes, importText, issuesOf } from '../support/import-fixture';
import { cellsOf } from '../support/read-column';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? '\uFEFF' : ''), ...text].forEach((char, i) => view.setUint16(i * 2, char.charCodeAt(0), littleEndian));
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('detectEncoding', () => {
  it('knows plain ASCII and UTF-8', () => {
    expect(detectEncoding(utf8('a,b\n1,2\n')).encoding).toBe('utf-8');
    expect(detectEncoding(utf8('网点,日期\n城东,1\n'))).toMatchObject({
      encoding: 'utf-8',
      sure: true,
      mixedWith: null,
    });
  });

  it.each([
    ['with its mark', true],
    ['without its mark', false],
  ])('knows UTF-16 %s', async (_, mark) => {
    const text = '日期\t投诉量\r\n2024-01-05\t12\r\n2024-01-06\t9\r\n';
    for (const littleEndian of [true, false]) {
      const { table, opened } = await importBytes(utf16(text, littleEndian, mark));
      expect(opened.inspection.encoding).toBe(littleEndian ? 'utf-16le' : 'utf-16be');
      expect(cellsOf(table, '投诉量')).toEqual([12, 9]);
    }
  });

  it('tells a few letters of Western European text from Chinese', () => {
    // Köln;Café;Größe in Windows-1252
    expect(detectEncoding(Uint8Array.from([0x4b, 0xf6, 0x6c, 0x6e, 0x3b, 0x43, 0x61, 0x66, 0xe9, 0x0a])).encoding).toBe(
      'windows-1252',
    );
  });

  it('keeps every row when GBK comes before UTF-8', async () => {
    const gbk = hostileBytes('02_gbk_chinese_excel.csv');
    const lines = new TextDecoder('latin1').decode(gbk).split('\r\n').length;
    const tail = utf8(
      'TS9,2024/2/1,城东支行,柜面,排队等候时间长,1,1,5,否,再来一次看看效果\r\nTS10,2024/2/2,城东支行,柜面,排队等候时间长,2,1,5,否,结果还是排队\r\n',
    );
    const { table, issues } = await importBytes(joined(gbk, tail));
    expect(table.rows).toBe(lines - 2 + 2);
    expect(issuesOf(issues, 'mixedEncodings')).toMatchObject([{ severity: 'warning' }]);
    expect(cellsOf(table, '投诉类别')).not.toContain(expect.stringContaining('\uFFFD'));
    expect(cellsOf(table, '网点名称').at(-1)).toBe('城东支行');
  });

  it('names the row and column of bytes that a chosen encoding cannot read', async () => {
    const bytes = joined(utf8('网点,量\n城东,1\n'), Uint8Array.from([0xff, 0xfe, 0x41]), utf8(',2\n'));
    const { issues, table } = await importBytes(bytes, { options: { encoding: 'utf-8' } });
    expect(table.rows).toBe(2);
    expect(issuesOf(issues, 'undecodableBytes')).toMatchObject([{ row: 3, column: 1 }]);
  });

  it('removes NUL bytes and says so', async () => {
    const { table, issues } = await importText('a,b\n1\u0000,x\u0000y\n2,z\n');
    expect(cellsOf(table, 'b')).toEqual(['xy', 'z']);
    expect(issuesOf(issues, 'nulRemoved')).toMatchObject([{ count: 2 }]);
  });
});

describe('isSafeToSplit', () => {
  it('knows which encodings may hide a delimiter inside a character', () => {
    for (const encoding of ['utf-8', 'gb18030', 'big5', 'euc-kr', 'windows-1252'] as const) {
      for (const byte of [0x2c, 0x3b, 0x09, 0x20, 0x22, 0x0a, 0x0d])
        expect(isSafeToSplit(encoding, byte), encoding).toBe(true);
    }
    expect(isSafeToSplit('gb18030', 0x7c)).toBe(false);
    expect(isSafeToSplit('big5', 0x7c)).toBe(false);
    expect(isSafeToSplit('euc-kr', 0x7c)).toBe(true);
  });

  it('reads GBK text whose characters contain the byte of the pipe', async () => {
    // 0x8A7C is one character of GBK whose second byte is a pipe.
    const header = [0xc3, 0xfb, 0x7c, 0xc1, 0xbf, 0x0a]; // 名|量
    const row = [0x8a, 0x7c, 0xb3, 0xc7, 0x7c, 0x35, 0x0a];
    const bytes = Uint8Array.from([...header, ...row, ...row]);
    const { table } = await importBytes(bytes, { options: { encoding: 'gb18030', delimiter: '|' } });
    expect([table.rows, table.columns.length]).toEqual([2, 2]);
    expect(cellsOf(table, '量')).toEqual([5, 5]);
  });
});

describe('prepareBytes', () => {
  it('finds a NUL at every place, wherever the bytes begin', () => {
    for (let offset = 0; offset < 5; offset++) {
      for (let length = 1; length < 40; length++) {
        const bytes = new Uint8Array(new ArrayBuffer(offset + length + 3), offset, length);
        bytes.fill(0x81);
        expect(prepareBytes(bytes, 'utf-8', 0).nulls).toBe(0);
        for (let at = 0; at < length; at++) {
          bytes.fill(0x81);
          bytes[at] = 0;
          expect(prepareBytes(bytes, 'utf-8', 0)).toMatchObject({ nulls: 1, bytes: { length: length - 1 } });
        }
      }
    }
  });
});
