import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../../src/kernel/formula-guard';

/** What OWASP names, and what was seen to slip through other escapers. */
const formulas = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u3000=1',
  '\u00A0+1',
  '\0=1+1',
  '\u200B=1',
  '\u0001@x',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
  "'=1",
  "''@x",
];

const harmless = [
  '',
  '投诉',
  '-5.2',
  '+86',
  '1e5',
  '-3E-7',
  'a=b',
  '3+4',
  "it's",
  "'quoted'",
  '2024-01-01',
  '#REF',
  '｜',
];

function startsLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n]/.test(text.normalize('NFKC').trimStart()) || /^[\t\r\n]/.test(text);
}

describe('guardCell', () => {
  it.each(formulas)('takes the danger out of %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(startsLikeFormula(guardCell(text))).toBe(false);
  });

  it.each(harmless)('leaves %j as it is', (text) => {
    expect(guardCell(text)).toBe(text);
  });

  it('lets no formula through, and gives back the same text', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', ' ', "'", '\u3000', '');
    const cell = fc.tuple(sign, sign, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''));
    fc.assert(
      fc.property(cell, (text) => {
        const guarded = guardCell(text);
        const strict = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(guarded);
        expect(strict || !startsLikeFormula(guarded)).toBe(true);
        expect(unguardCell(guarded)).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('unguardCell', () => {
  it.each(["it's", "'quoted'", "'12", "'-5.2", "'", "''", "'投诉", "'0012"])('leaves %j: no guard of ours', (text) => {
    expect(unguardCell(text)).toBe(text);
  });
});
