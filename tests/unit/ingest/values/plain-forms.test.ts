import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoment, wallMs } from '../../../../src/ingest/values/parse-moment';
import { parseNumber } from '../../../../src/ingest/values/parse-number';
import {
  hasPlainTime,
  plainMoment as plainMomentIn,
  plainNumber as plainNumberIn,
  readPlainText,
} from '../../../../src/ingest/values/plain-forms';

const plainNumber = (text: string): number => readPlainText(plainNumberIn, text);
const plainMoment = (text: string): number => readPlainText(plainMomentIn, text);

/** A blank in front sends a cell past the plain forms to the full parsers. */
const fully = (text: string): string => ` ${text}`;

describe('plainNumber', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['12.50', 12.5],
    ['-3.125', -3.125],
    ['999999999999999', 999999999999999],
    ['0.1', 0.1],
    ['123456789.012345', 123456789.012345],
  ])('reads %s', (text, value) => {
    expect(plainNumber(text)).toBe(value);
  });

  it.each(['', '-', '.', '.5', '5.', '1.2.3', '1,000', '1e5', '+5', ' 5', '5 ', '５', '5%', '1234567890123456', 'NaN'])(
    'leaves %j to the full parser',
    (text) => {
      expect(plainNumber(text)).toBeNaN();
    },
  );

  it('agrees with the full parser and with the language', () => {
    const number = fc.tuple(fc.nat(999_999_999), fc.stringMatching(/^\d{0,6}$/), fc.boolean());
    fc.assert(
      fc.property(number, ([whole, fraction, isNegative]) => {
        const text = `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
        expect(plainNumber(text)).toBe(Number(text) + 0);
        expect(parseNumber(fully(text), '.')).toEqual({ kind: 'number', value: plainNumber(text) });
      }),
    );
  });
});

describe('readPlainText', () => {
  it('does not see what an earlier text left behind', () => {
    plainMoment('2024-01-05 09:30:15');
    expect(plainMoment('2024-1-5')).toBe(Date.UTC(2024, 0, 5));
    expect(plainMoment('2024-1-')).toBeNaN();
    expect(plainMoment('2024-11-')).toBeNaN();
    expect(plainMoment('2024-1-5 9')).toBeNaN();
    expect(plainMoment('2024-01-05 9:3')).toBeNaN();
    expect(plainNumber('')).toBeNaN();
    expect(plainNumber('-')).toBeNaN();
  });
});

describe('plainMoment', () => {
  it.each([
    ['1970-01-01', 0],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024/1/5', Date.UTC(2024, 0, 5)],
    ['2024.01.05', Date.UTC(2024, 0, 5)],
    ['2024/1/5 9:03', Date.UTC(2024, 0, 5, 9, 3)],
    ['2024-01-05T23:59:59', Date.UTC(2024, 0, 5, 23, 59, 59)],
    ['1969-12-31 23:00:00', -3_600_000],
  ])('reads %s', (text, ms) => {
    expect(plainMoment(text)).toBe(ms);
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-0',
    '0999-01-01',
    '2024-01/05',
    '2024-1-5x',
    '2024-1-555',
    '2024-01-05 24:00',
    '2024-01-05 9:60',
    '2024-01-05 9:5',
    '2024-01-05 09:30:15.5',
    '2024-01-05  09:30',
    '24-01-05',
    '20240105',
    '2024-01',
    'abcd-ef-gh',
  ])('leaves %s to the full parser', (text) => {
    expect(plainMoment(text)).toBeNaN();
  });

  it('agrees with the full parser on texts of its shape, real days or not', () => {
    const two = fc.nat(70).map((n) => (n % 2 === 0 ? String(n).padStart(2, '0') : String(n)));
    const clock = fc.option(fc.tuple(fc.constantFrom(' ', 'T'), two, two, fc.option(two)));
    const shape = fc.tuple(fc.integer({ min: 900, max: 2150 }), fc.constantFrom('-', '/', '.'), two, two, clock);
    fc.assert(
      fc.property(shape, ([year, separator, month, day, time]) => {
        const date = [year, month, day].join(separator);
        const text = time ? `${date}${time[0]}${time[1]}:${time[2]}${time[3] === null ? '' : `:${time[3]}`}` : date;
        const moment = parseMoment(fully(text));
        const wall = plainMoment(text);
        if (Number.isNaN(wall)) return;
        expect(moment).toMatchObject({ kind: 'moment', zone: false, evidence: 'shape' });
        if (moment.kind !== 'moment') return;
        expect(wallMs(moment.epochDay, moment.ms)).toBe(wall);
        expect(moment.ms !== null).toBe(hasPlainTime(text));
      }),
      { numRuns: 2000 },
    );
  });
});
