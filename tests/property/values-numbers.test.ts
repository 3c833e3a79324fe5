import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellHint } from '../../src/ingest/raw-table';
import { createReader } from '../../src/ingest/values/create-reader';
import { inferColumn } from '../../src/ingest/values/infer-column';
import { parseNumber } from '../../src/ingest/values/parse-number';
import type { DistinctValue } from '../../src/ingest/values/types';

const asText = (values: readonly string[]): readonly DistinctValue[] =>
  [...new Set(values)].map((text) => ({ text, hint: CellHint.text, count: 1 }));
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** A number of up to 12 integer digits and 4 decimals, as its integer part and its decimals. */
const amount = fc.record({
  negative: fc.boolean(),
  whole: fc.nat(999_999_999_999),
  decimals: fc.nat(9999),
  places: fc.nat(4),
});
type Amount = { negative: boolean; whole: number; decimals: number; places: number };

function written({ negative, whole, decimals, places }: Amount, point: string, group: string): string {
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const fraction = places === 0 ? '' : point + String(decimals).padStart(4, '0').slice(0, places);
  return `${negative ? '-' : ''}${grouped}${fraction}`;
}
const valueOf = (one: Amount): number => Number(written(one, '.', '')) + 0;

describe('numbers', () => {
  it('come back from every way of writing them', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('', ',', "'", ' '), (one, group) => {
        const text = written(one, '.', group);
        const value = valueOf(one);
        const expected = { kind: 'number', value };
        expect(parseNumber(text, '.')).toEqual(expected);
        expect(parseNumber(` ${fullWidth(text)}\u3000`, '.')).toEqual(expected);
        expect(parseNumber(`¥${text}`, '.')).toEqual(expected);
        expect(parseNumber(`${text}元`, '.')).toEqual(expected);
        const unsigned = text.replace('-', '');
        if (value < 0) {
          expect(parseNumber(`(${unsigned})`, '.')).toEqual(expected);
          expect(parseNumber(`${unsigned}-`, '.')).toEqual(expected);
        }
      }),
    );
  });

  it('come back with a decimal comma', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('', '.', ' '), (one, group) => {
        expect(parseNumber(written(one, ',', group), ',')).toEqual({ kind: 'number', value: valueOf(one) });
      }),
    );
  });

  it('percent is the number with its point moved, exactly', () => {
    fc.assert(
      fc.property(amount, (one) => {
        const text = written(one, '.', '');
        expect(parseNumber(`${text}%`, '.')).toEqual({ kind: 'number', value: Number(`${text}e-2`) + 0 });
        expect(parseNumber(`${text}万`, '.')).toMatchObject({ value: Number(`${text}e4`) + 0 });
      }),
    );
  });

  it('a decimal mark is never taken for a separator of thousands: one reading or none', () => {
    fc.assert(
      fc.property(fc.nat(99999), fc.stringMatching(/^\d{1,4}$/), (whole, decimals) => {
        const comma = parseNumber(`${whole},${decimals}`, '.');
        const isGroup = decimals.length === 3 && whole > 0 && whole < 1000;
        expect(comma).toEqual(
          isGroup
            ? { kind: 'number', value: Number(`${whole}${decimals}`) }
            : { kind: 'unreadable', code: 'numberExpected' },
        );
      }),
    );
  });

  it('any text gives a finite number or a refusal', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('.' as const, ',' as const),
        (text, decimal) => {
          const reading = parseNumber(text, decimal);
          expect(reading.kind === 'number' ? Number.isFinite(reading.value) : reading.kind).toBeOneOf([
            true,
            'unreadable',
          ]);
        },
      ),
    );
  });
});

describe('codes', () => {
  it('with leading zeros or fifteen digits stay as they are, digit for digit', () => {
    const code = fc.oneof(fc.stringMatching(/^0\d{3,19}$/), fc.stringMatching(/^[1-9]\d{15,29}$/));
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 2, maxLength: 20 }), (codes) => {
        // Leading zeros speak for all of the column; without any, all are long.
        const { type, reading } = inferColumn('x', asText(codes));
        fc.pre(type !== 'datetime' && type !== 'date');
        expect(type).toBe('identifier');
        const read = createReader(type, reading);
        for (const text of codes) expect(read(text, CellHint.text)).toEqual({ kind: 'text', value: text });
      }),
    );
  });
});

describe('inference', () => {
  it('answers any column, and its reader any cell, without an exception', () => {
    const type = fc.constantFrom(
      'number',
      'date',
      'datetime',
      'month',
      'time',
      'duration',
      'boolean',
      'category',
      'text',
      'identifier',
    );
    const piece = fc.constantFrom(
      '2024',
      '1',
      '12',
      '/',
      '-',
      ':',
      '.',
      ',',
      '年',
      '月',
      '日',
      ' ',
      '上午',
      '分',
      '%',
      '万',
      'Jan',
      'e',
      '0',
      '99',
      "'",
      'PM',
      '秒',
      'P',
      'T',
    );
    const reserved = fc.constantFrom('constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty');
    const cell = fc.oneof(
      reserved,
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.array(cell, { maxLength: 12 }), type, (name, cells, other) => {
        const inference = inferColumn(name, asText(cells));
        for (const read of [createReader(inference.type, inference.reading, name), createReader(other, {}, name)]) {
          for (const text of cells) {
            const result = read(text, CellHint.text);
            if (result.kind === 'number') expect(Number.isFinite(result.value)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
