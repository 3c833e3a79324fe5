import { describe, expect, it } from 'vitest';
import { CellHint } from '../../../../src/ingest/raw-table';
import { createReader } from '../../../../src/ingest/values/create-reader';

describe('createReader', () => {
  it('keeps N/A as an answer in words, and takes it for missing among numbers and dates', () => {
    expect(createReader('category', {})('N/A', CellHint.text)).toEqual({ kind: 'text', value: 'N/A' });
    expect(createReader('category', {})('无', CellHint.text)).toEqual({ kind: 'text', value: '无' });
    for (const word of ['N/A', 'null', '--', '—', '无', '暂无', '#DIV/0!', ' - ', 'Unknown']) {
      expect(createReader('number', {})(word, CellHint.text)).toEqual({ kind: 'missing' });
      expect(createReader('date', {})(word, CellHint.text)).toEqual({ kind: 'missing' });
    }
  });

  it.each(['', ' ', '\t', '\u3000', '\u00A0 '])('takes the blank %j for missing in every type', (text) => {
    const types = [
      'text',
      'category',
      'identifier',
      'number',
      'date',
      'datetime',
      'month',
      'time',
      'duration',
      'boolean',
    ] as const;
    for (const type of types) expect(createReader(type, {})(text, CellHint.text)).toEqual({ kind: 'missing' });
  });

  it('takes error values and unsolved formulas for missing, whatever their text', () => {
    expect(createReader('text', {})('#N/A', CellHint.error)).toEqual({ kind: 'missing' });
    expect(createReader('number', {})('', CellHint.formulaWithoutValue)).toEqual({ kind: 'missing' });
  });

  it('keeps identifiers digit for digit, without the wrapping of exports', () => {
    const read = createReader('identifier', {});
    for (const code of ['001234567890', '1E5', '9999020200112230846', '99010119900307123X', '300XX', '0101']) {
      expect(read(code, CellHint.text)).toEqual({ kind: 'text', value: code });
    }
    expect(read('="00123"', CellHint.text)).toEqual({ kind: 'text', value: '00123' });
    expect(read("'00123", CellHint.text)).toEqual({ kind: 'text', value: '00123' });
    expect(read('\t00123', CellHint.text)).toEqual({ kind: 'text', value: '00123' });
  });

  it('keeps free text character for character, formulas included', () => {
    const read = createReader('text', {});
    for (const text of ['=1+1', '\t=1+1', '\r=1+1', '＝１＋１', ' leading', '-5']) {
      expect(read(text, CellHint.text)).toEqual({ kind: 'text', value: text });
    }
  });

  it('trims categories, so that a stray blank makes no new one', () => {
    expect(createReader('category', {})('\u3000满意 ', CellHint.text)).toEqual({ kind: 'text', value: '满意' });
  });

  it('reads yes and no by the usual words, refuses others, and follows chosen words', () => {
    const usual = createReader('boolean', {});
    const words = ['是', 'Y', 'TRUE', '√', '否', 'no', 'False', '也许', 'N/A'];
    expect(words.map((word) => usual(word, CellHint.text))).toEqual([
      ...[1, 1, 1, 1, 0, 0, 0].map((value) => ({ kind: 'number', value })),
      { kind: 'unreadable', code: 'yesNoExpected' },
      { kind: 'missing' },
    ]);
    const chosen = createReader('boolean', { yesWords: ['已结案'] });
    expect(chosen('已结案', CellHint.text)).toEqual({ kind: 'number', value: 1 });
    expect(chosen('处理中', CellHint.text)).toEqual({ kind: 'number', value: 0 });
    expect(chosen('', CellHint.text)).toEqual({ kind: 'missing' });
    expect(createReader('boolean', { yesWords: ['有'] })('无', CellHint.text)).toEqual({ kind: 'number', value: 0 });
  });

  it('reads what a workbook has typed by its hint', () => {
    expect(createReader('number', { decimal: ',' })('12.5', CellHint.number)).toEqual({ kind: 'number', value: 12.5 });
    expect(createReader('number', {})('0.05', CellHint.percent)).toEqual({ kind: 'number', value: 0.05 });
    expect(createReader('number', {})('2024-01-05', CellHint.date)).toEqual({
      kind: 'unreadable',
      code: 'numberExpected',
    });
    expect(createReader('date', {})('2024-01-05', CellHint.date)).toEqual({ kind: 'number', value: 19727 });
    expect(createReader('duration', {})('200', CellHint.duration)).toEqual({ kind: 'number', value: 200 });
    expect(createReader('duration', {})('00:03:20', CellHint.time)).toEqual({ kind: 'number', value: 200 });
    expect(createReader('time', {})('09:30:00', CellHint.time)).toEqual({ kind: 'number', value: 34200 });
    expect(createReader('boolean', {})('TRUE', CellHint.boolean)).toEqual({ kind: 'number', value: 1 });
  });

  it('flags negative values under a header that names a span of time', () => {
    expect(createReader('number', {}, '处理小时')('-4', CellHint.text)).toEqual({
      kind: 'number',
      value: -4,
      warning: 'negativeDuration',
    });
    expect(createReader('number', {}, '差额')('-4', CellHint.text)).toEqual({ kind: 'number', value: -4 });
  });
});

describe('long cells', () => {
  it.each([' ', '1', '1,111', '-', '1-', '半', '1小时', '2024-', "'"])(
    'made of %j are refused by every reader, not pondered',
    (piece) => {
      const text = `${piece.repeat(40_000)}x`;
      for (const type of ['number', 'date', 'datetime', 'month', 'time', 'duration', 'boolean'] as const) {
        expect(createReader(type, { durationUnit: 's' })(text, CellHint.text).kind).toBe('unreadable');
      }
    },
  );
});
