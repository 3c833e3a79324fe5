import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../src/kernel/dates';
import { CellHint } from '../../src/ingest/raw-table';
import { createReader } from '../../src/ingest/values/create-reader';
import { inferColumn } from '../../src/ingest/values/infer-column';
import { parseDate, parseDateTime } from '../../src/ingest/values/parse-date';
import { parseDuration } from '../../src/ingest/values/parse-duration';
import { parseMonth } from '../../src/ingest/values/parse-month';
import { parseTime } from '../../src/ingest/values/parse-time';
import { serialCell } from '../../src/ingest/workbook/serial-cell';
import type { ColumnInference, DistinctValue } from '../../src/ingest/values/types';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
/** 1970 to 2069: the years that two digits can name. */
const day = fc.integer({ min: 0, max: toEpochDay(2069, 12, 31) });
const asText = (values: readonly string[]): readonly DistinctValue[] =>
  [...new Set(values)].map((text) => ({ text, hint: CellHint.text, count: 1 }));

type Writer = (year: number, month: number, date: number) => string;
const plainStyles: readonly Writer[] = [
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${two(y % 100)}年${m}月${d}日`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${two(y % 100)}${two(m)}${two(d)}`,
  (y, m, d) => `${d}-${names[m - 1]}-${two(y % 100)}`,
  (y, m, d) => `${names[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${d} ${names[m - 1].toUpperCase()} ${y}`,
];

describe('dates', () => {
  it('come back from every way of writing them', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...plainStyles), (epochDay, write) => {
        const { year, month, day: date } = fromEpochDay(epochDay);
        expect(parseDate(write(year, month, date))).toEqual({ kind: 'number', value: epochDay });
      }),
    );
  });

  it('come back by the order that they were written in', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (epochDay, separator, short) => {
        const { year, month, day: date } = fromEpochDay(epochDay);
        const y = short ? two(year % 100) : String(year);
        const expected = { kind: 'number', value: epochDay };
        expect(parseDate([two(date), two(month), y].join(separator), 'dmy')).toEqual(expected);
        expect(parseDate([two(month), two(date), y].join(separator), 'mdy')).toEqual(expected);
        if (short) expect(parseDate([y, two(month), two(date)].join(separator), 'ymd')).toEqual(expected);
      }),
    );
  });

  it('are read without an order only where no other order gives another day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1970, max: 2069 }),
        (a, b, year) => {
          const text = `${a}/${b}/${year}`;
          const [plain, dayFirst, monthFirst] = [parseDate(text), parseDate(text, 'dmy'), parseDate(text, 'mdy')];
          const days = new Set([dayFirst, monthFirst].flatMap((one) => (one.kind === 'number' ? [one.value] : [])));
          if (days.size === 1) expect(plain).toEqual({ kind: 'number', value: [...days][0] });
          else expect(plain.kind).toBe('unreadable');
        },
      ),
    );
  });

  it('of a column are in the written order, asked, or unread, and never in the other order', () => {
    const column = fc.array(day, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(column, fc.boolean(), (days, dayFirst) => {
        const texts = days.map((one) => {
          const { year, month, day: date } = fromEpochDay(one);
          return dayFirst ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
        });
        const inference: ColumnInference = inferColumn('date', asText(texts));
        expect(inference.type).toBe('date');
        const read = createReader(inference.type, inference.reading);
        const isProved = days.some((one) => fromEpochDay(one).day > 12);
        const isDoubtful = days.some(
          (one) => fromEpochDay(one).day <= 12 && fromEpochDay(one).day !== fromEpochDay(one).month,
        );
        expect(inference.questions).toEqual(!isProved && isDoubtful ? ['dateOrder'] : []);
        texts.forEach((text, i) => {
          const result = read(text, CellHint.text);
          if (isProved || result.kind === 'number') expect(result).toEqual({ kind: 'number', value: days[i] });
          else expect(result).toEqual({ kind: 'unreadable', code: 'dateOrderUnknown' });
        });
      }),
    );
  });

  it('that do not exist are refused, never rolled over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2069 }), fc.nat(15), fc.nat(40), (year, month, date) => {
        const reading = parseDate(`${year}-${two(month)}-${two(date)}`);
        if (reading.kind !== 'number') return;
        expect(fromEpochDay(reading.value)).toEqual({ year, month, day: date });
      }),
    );
  });

  it('come back from a workbook, in both of its calendars', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: toEpochDay(1904, 1, 2), max: toEpochDay(9999, 12, 31) }),
        fc.nat(86399),
        (epochDay, second) => {
          for (const [date1904, shift] of [
            [false, 25569],
            [true, 24107],
          ] as const) {
            const { text } = serialCell(String(epochDay + shift + second / 86400), 'moment', date1904);
            expect(parseDateTime(text)).toEqual({ kind: 'number', value: epochDay * 86_400_000 + second * 1000 });
          }
        },
      ),
    );
  });
});

describe('moments, months, times, durations', () => {
  it('come back from their usual forms', () => {
    fc.assert(
      fc.property(day, fc.nat(86399), (epochDay, second) => {
        const { year, month, day: date } = fromEpochDay(epochDay);
        const [h, m, s] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
        const clock = `${h}:${two(m)}:${two(s)}`;
        const half = `${h % 12 === 0 ? 12 : h % 12}:${two(m)}:${two(s)}`;
        const moment = { kind: 'number', value: epochDay * 86_400_000 + second * 1000 };
        const iso = `${year}-${two(month)}-${two(date)}`;
        expect(parseDateTime(`${iso} ${two(h)}:${two(m)}:${two(s)}`)).toEqual(moment);
        expect(parseDateTime(`${iso}T${two(h)}:${two(m)}:${two(s)}`)).toEqual(moment);
        expect(parseDateTime(`${year}/${month}/${date} ${clock}`)).toEqual(moment);
        expect(parseDateTime(`${year}/${month}/${date} ${half} ${h < 12 ? 'AM' : 'PM'}`)).toEqual(moment);
        expect(parseDateTime(`${year}年${month}月${date}日 ${h < 12 ? '上午' : '下午'}${half}`)).toEqual(moment);
        expect(parseDateTime(`${year}年${month}月${date}日${h}时${m}分${s}秒`)).toEqual(moment);
        expect(parseDateTime(`${year}${two(month)}${two(date)}${two(h)}${two(m)}${two(s)}`)).toEqual(moment);
        expect(parseTime(clock)).toEqual({ kind: 'number', value: second });
        const monthIndex = { kind: 'number', value: year * 12 + month - 1 };
        for (const label of [
          `${year}年${month}月`,
          `${year}-${two(month)}`,
          `${year}${two(month)}`,
          `${names[month - 1]}-${two(year % 100)}`,
        ]) {
          expect(parseMonth(label)).toEqual(monthIndex);
        }
      }),
    );
  });

  it('durations of any length come back', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.boolean(), (seconds, negative) => {
        const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
        const value = negative && seconds > 0 ? -seconds : seconds;
        const sign = negative ? '-' : '';
        for (const text of [
          `${h}:${two(m)}:${two(s)}`,
          `${h}小时${m}分${s}秒`,
          `${h}h ${m}m ${s}s`,
          `PT${h}H${m}M${s}S`,
        ]) {
          expect(parseDuration(sign + text, {})).toMatchObject({ kind: 'number', value });
        }
        expect(parseDuration(`${sign}${h * 60 + m}:${two(s)}`, { clockStyle: 'm:ss' })).toMatchObject({
          kind: 'number',
          value,
        });
        expect(parseDuration(`${h * 60 + m}:${two(s)}`, {})).toEqual({ kind: 'unreadable', code: 'clockStyleUnknown' });
      }),
    );
  });
});
