import { describe, expect, it } from 'vitest';
import { formatIsoDate, formatIsoDateTime } from '../../../../src/kernel/dates';
import type { DateOrder } from '../../../../src/ingest/types';
import { parseDate, parseDateTime } from '../../../../src/ingest/values/parse-date';

const day = (text: string, order?: DateOrder): string => {
  const reading = parseDate(text, order);
  return reading.kind === 'number'
    ? formatIsoDate(reading.value)
    : reading.kind === 'unreadable'
      ? reading.code
      : reading.kind;
};
const moment = (text: string, order?: DateOrder): string => {
  const reading = parseDateTime(text, order);
  return reading.kind === 'number'
    ? formatIsoDateTime(reading.value)
    : reading.kind === 'unreadable'
      ? reading.code
      : reading.kind;
};

describe('parseDate', () => {
  it.each([
    '2024-01-05', '2024/1/5', '2024.1.5', '2024.01.05', '20240105', '2024年1月5日', '2024年01月05日', '2024年1月5号',
    '24年1月5日', '二〇二四年一月五日', '２０２４／１／５', '２０２４年１月５日', ' 2024/1/5 ', '\u00A02024/1/5\u3000', "'2024/1/5", '="2024-01-05"',
    '5-Jan-24', '05-JAN-2024', '5 January 2024', 'Jan 5, 2024', 'January 5th, 2024', 'Fri, 5 Jan 2024', '2024-Jan-05',
    '2024年1月5日 星期五', '2024-01-05（周五）', '240105', '45296',
    '2024-01-05 23:59:59', '2024-01-05T09:30:15Z',
  ])('reads %s as 5 January 2024', (text) => {
    expect(day(text)).toBe('2024-01-05');
  }); // prettier-ignore

  it.each([
    ['2023/2/29', 'dateImpossible'],
    ['2024/13/1', 'dateImpossible'],
    ['1900-01-00', 'dateImpossible'],
    ['0000-00-00', 'dateImpossible'],
    ['20241301', 'dateImpossible'],
    ['31/04/2024', 'dateImpossible'],
    ['30-Feb-24', 'dateImpossible'],
    ['2024', 'dateExpected'],
    ['1.2.3', 'dateExpected'],
    ['5-Foo-24', 'dateExpected'],
    ['2024-01', 'dateExpected'],
    ['12345', 'dateExpected'],
    ['2024-1/5', 'dateExpected'],
    ['明天', 'dateExpected'],
  ])('does not read %s: %s', (text, code) => {
    expect(day(text)).toBe(code);
  });

  it('never guesses the order of day and month', () => {
    expect(day('03/04/2024')).toBe('dateOrderUnknown');
    expect(day('03/04/2024', 'dmy')).toBe('2024-04-03');
    expect(day('03/04/2024', 'mdy')).toBe('2024-03-04');
    expect(day('03/04/2024', 'ymd')).toBe('dateOrderUnknown');
    expect(day('25/12/2024')).toBe('2024-12-25');
    expect(day('12/25/2024')).toBe('2024-12-25');
    expect(day('05/05/2024')).toBe('2024-05-05');
  });

  it('I08 never swaps what does not fit the order', () => {
    expect(day('12/25/2024', 'dmy')).toBe('dateImpossible');
    expect(day('25/12/2024', 'mdy')).toBe('dateImpossible');
  });

  it('reads two-digit years by the order, and alone only if one order is possible', () => {
    expect(day('24/01/05')).toBe('dateOrderUnknown');
    expect(day('24/01/05', 'ymd')).toBe('2024-01-05');
    expect(day('24/01/05', 'dmy')).toBe('2005-01-24');
    expect(day('24/1/5')).toBe('2024-01-05');
    expect(day('24/1/5', 'dmy')).toBe('dateImpossible');
    expect(day('10.2.3')).toBe('dateExpected');
    expect(day('99/12/31')).toBe('1999-12-31');
    expect(day('990203')).toBe('1999-02-03');
    expect(day('690101')).toBe('2069-01-01');
  });

  it('marks serials, and reads them within 1954–2119 only', () => {
    expect(parseDate('45296')).toEqual({ kind: 'number', value: 19727, warning: 'excelSerial' });
    expect(day('19999')).toBe('dateExpected');
    expect(day('80000')).toBe('dateExpected');
  });
});

describe('parseDateTime', () => {
  it.each([
    ['2024-01-05', '2024-01-05 00:00:00'],
    ['2024/01/05 09:30', '2024-01-05 09:30:00'],
    ['2024-01-05T09:30:15', '2024-01-05 09:30:15'],
    ['2024-01-05 09:30:15.250', '2024-01-05 09:30:15'],
    ['2024-01-05-09.30.15.123456', '2024-01-05 09:30:15'],
    ['05-JAN-24 09.30.15.000000 AM', '2024-01-05 09:30:15'],
    ['20240105093015', '2024-01-05 09:30:15'],
    ['202401050930', '2024-01-05 09:30:00'],
    ['20240105 09:30', '2024-01-05 09:30:00'],
    ['2024年1月5日 上午9:30', '2024-01-05 09:30:00'],
    ['2024年1月5日下午3:05', '2024-01-05 15:05:00'],
    ['2024年1月5日15时05分', '2024-01-05 15:05:00'],
    ['2024/1/5 下午 12:15:00', '2024-01-05 12:15:00'],
    ['2024/1/5 上午 12:15:00', '2024-01-05 00:15:00'],
    ['1/25/2024 3:05 PM', '2024-01-25 15:05:00'],
    ['2024-01-05 3pm', '2024-01-05 15:00:00'],
    ['Fri Jan 05 09:30:15 CST 2024', '2024-01-05 09:30:15'],
    ['2024/1/5 24:00:00', '2024-01-06 00:00:00'],
    ['45296.5', '2024-01-05 12:00:00'],
    ['2024-01-05T09:30:15+08:00', '2024-01-05 09:30:15'],
  ])('reads %s as %s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });

  it.each([
    ['2024-01-05 25:00', 'dateImpossible'],
    ['2024-01-05 09:61', 'dateImpossible'],
    ['2024-02-30 09:30', 'dateImpossible'],
    ['2024-01-05 24:00:01', 'dateImpossible'],
    ['2/3/2016 16:10', 'dateOrderUnknown'],
    ['2024-01-05 soon', 'dateExpected'],
  ])('does not read %s: %s', (text, code) => {
    expect(moment(text)).toBe(code);
  });

  it('uses the order, and says that a zone was not applied', () => {
    expect(moment('2/3/2016 16:10', 'dmy')).toBe('2016-03-02 16:10:00');
    expect(parseDateTime('2024-01-05T09:30:15Z')).toMatchObject({ warning: 'zoneIgnored' });
  });
});
