import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../../src/ingest/values/parse-number';

const valueOf = (text: string, decimal: '.' | ',' = '.'): number | string => {
  const reading = parseNumber(text, decimal);
  return reading.kind === 'number' ? reading.value : reading.kind;
};

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['12.50', 12.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1,234', 1234],
    ['1,234,567.89', 1234567.89],
    ["1'234'567.89", 1234567.89],
    ['1 234 567', 1234567],
    ['1\u00A0234', 1234],
    ['１２３．４', 123.4],
    ['１，２３４', 1234],
    ['45.3%', 0.453],
    ['45.3 ％', 0.453],
    ['100%', 1],
    ['0.07%', 0.0007],
    ['3‰', 0.003],
    ['1.2万', 12000],
    ['3亿', 3e8],
    ['1.5万亿', 1.5e12],
    ['2.5万元', 25000],
    ['￥1,234.50', 1234.5],
    ['¥-5', -5],
    ['-¥5', -5],
    ['$12', 12],
    ['12.30 EUR', 12.3],
    ['RMB 88', 88],
    ['100元整', 100],
    ['-5', -5],
    ['−5', -5],
    ['－５', -5],
    ['5-', -5],
    ['(5)', -5],
    ['（1,234.50）', -1234.5],
    ['($5)', -5],
    ['+5', 5],
    ["'12", 12],
    ['="012.5"', 12.5],
    ['12笔', 12],
    ['5分', 5],
    ['1e-12', 1e-12],
    ['1.5E+3', 1500],
    ['12345678901234.5', 12345678901234.5],
  ])('reads %s as %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    ['12,5', 12.5],
    ['7,25', 7.25],
    ['1.234,56', 1234.56],
    ['12.345.678,90', 12345678.9],
    ['987,00', 987],
    ['45,3 %', 0.453],
    ['1 234,5', 1234.5],
    ['0,125', 0.125],
  ])('reads %s with a decimal comma as %d', (text, value) => {
    expect(valueOf(text, ',')).toBe(value);
  });

  it.each([
    '',
    'abc',
    '12abc',
    '1,23',
    '12,5',
    '0,125',
    '1,2345',
    '1,234,56',
    '1.2.3',
    '--5',
    '-(5)',
    '(-5)',
    '-5-',
    '1-2',
    '5 6',
    '%',
    '万',
    '元',
    'Infinity',
    '1e999',
    '-2e80',
    '约12',
    '>5',
    '0x1F',
    '3:20',
    '2024-01-05',
    '=1+1',
  ])('refuses %j with a decimal point', (text) => {
    expect(parseNumber(text, '.')).toEqual({ kind: 'unreadable', code: 'numberExpected' });
  });

  it.each(['12.5', '1.23', '1,234.5'])('refuses %s with a decimal comma, never moving its point', (text) => {
    expect(valueOf(text, ',')).toBe('unreadable');
  });

  it('says when an integer cannot be held exactly, and when an exponent hides lost digits', () => {
    expect(parseNumber('9007199254740993', '.')).toMatchObject({ warning: 'numberBeyondExact' });
    expect(parseNumber('9007199254740991', '.')).toEqual({ kind: 'number', value: 9007199254740991 });
    expect(parseNumber('3.26702E+11', '.')).toEqual({ kind: 'number', value: 326702000000, warning: 'digitsLost' });
    expect(parseNumber('1e-12', '.')).toEqual({ kind: 'number', value: 1e-12 });
  });
});
