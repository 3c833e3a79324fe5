import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../../src/kernel/dates';
import { matchesQuery } from '../../../src/ui/match';
import { parseDateText } from '../../../src/ui/parse-date-text';
import { parseNumberText } from '../../../src/ui/parse-number-text';
import { readDrop } from '../../../src/ui/read-drop';
import { safeFileName } from '../../../src/ui/save-file';
import { nextSort } from '../../../src/ui/table-types';

describe('matchesQuery', () => {
  it('wants every word somewhere', () => {
    expect(matchesQuery('投诉 时间', '投诉受理时间')).toBe(true);
    expect(matchesQuery('时间 渠道', '投诉受理时间')).toBe(false);
    expect(matchesQuery('ＳＬＡ', 'sla breach')).toBe(true);
    expect(matchesQuery('', undefined, 'x')).toBe(true);
  });
});

describe('typed values', () => {
  it.each(['1.2.3', '0x10', '1e', '--1', 'NaN', 'Infinity', '1e999'])('is not a number: %s', (text) => {
    expect(parseNumberText(text)).toBeNull();
  });

  it.each(['2024-03-05', '2024/3/5', '2024.3.5', '20240305', '２０２４－０３－０５'])(
    'is the fifth of March: %s',
    (text) => {
      expect(parseDateText(text)).toBe(toEpochDay(2024, 3, 5));
    },
  );

  it.each(['2024-3/5', '24-3-5', '2023-02-29', '5/3/2024'])('is no date: %s', (text) => {
    expect(parseDateText(text)).toBeNull();
  });
});

describe('names of saved files', () => {
  it.each([
    ['一季度/投诉: "A"?', '一季度_投诉_ _A__'],
    ['..\\..\\x', '_.._x'],
    ['  ', 'file'],
    ['a\u0000b', 'a_b'],
  ])('makes %j a name every system takes', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps them short', () => {
    expect(safeFileName('长'.repeat(400))).toHaveLength(120);
  });
});

describe('readDrop', () => {
  const item = (isDirectory: boolean) => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory }) });
  const transfer = (items: readonly object[], files: readonly File[]) =>
    ({ items, files }) as unknown as Pick<DataTransfer, 'items' | 'files'>;

  it('tells a folder from a file', () => {
    const file = new File(['x'], 'a.csv');
    expect(readDrop(transfer([item(false)], [file]))).toEqual({ files: [file], folders: 0 });
    expect(readDrop(transfer([item(false), item(true)], [file, file]))).toEqual({ files: [], folders: 1 });
  });

  it('takes dragged text for no file', () => {
    expect(readDrop(transfer([{ kind: 'string' }], []))).toEqual({ files: [], folders: 0 });
  });
});

describe('nextSort', () => {
  it('goes up, down and back', () => {
    const up = nextSort(null, 'a');
    expect(up).toEqual({ key: 'a', descending: false });
    expect(nextSort(up, 'a')).toEqual({ key: 'a', descending: true });
    expect(nextSort({ key: 'a', descending: true }, 'a')).toBeNull();
    expect(nextSort(up, 'b')).toEqual({ key: 'b', descending: false });
  });
});
