import { toEpochDay } from '../../kernel/dates';
import { createCalendar, daysBetween, type BusinessCalendar } from './calendar';

type Span = readonly [firstMonth: number, firstDay: number, lastMonth: number, lastDay: number];
type Day = readonly [month: number, day: number];

/** Public holidays and make-up days of mainland China, as the State Council announces them for each year. */
const announced: readonly { readonly year: number; readonly off: readonly Span[]; readonly work: readonly Day[] }[] = [
  {
    year: 2024,
    off: [
      [1, 1, 1, 1],
      [2, 10, 2, 17],
      [4, 4, 4, 6],
      [5, 1, 5, 5],
      [6, 8, 6, 10],
      [9, 15, 9, 17],
      [10, 1, 10, 7],
    ],
    work: [
      [2, 4],
      [2, 18],
      [4, 7],
      [4, 28],
      [5, 11],
      [9, 14],
      [9, 29],
      [10, 12],
    ],
  },
  {
    year: 2025,
    off: [
      [1, 1, 1, 1],
      [1, 28, 2, 4],
      [4, 4, 4, 6],
      [5, 1, 5, 5],
      [5, 31, 6, 2],
      [10, 1, 10, 8],
    ],
    work: [
      [1, 26],
      [2, 8],
      [4, 27],
      [9, 28],
      [10, 11],
    ],
  },
  {
    year: 2026,
    off: [
      [1, 1, 1, 3],
      [2, 15, 2, 23],
      [4, 4, 4, 6],
      [5, 1, 5, 5],
      [6, 19, 6, 21],
      [9, 25, 9, 27],
      [10, 1, 10, 7],
    ],
    work: [
      [1, 4],
      [2, 14],
      [2, 28],
      [5, 9],
      [9, 20],
      [10, 10],
    ],
  },
];

/**
 * Working days of mainland China. Other years are added with `withTable` when they are announced.
 *
 * Source  notices of the General Office of the State Council on holiday arrangements, 2024 to 2026
 */
export const chinaCalendar: BusinessCalendar = createCalendar('cn', {
  holidays: announced.flatMap(({ year, off }) =>
    off.flatMap(([m1, d1, m2, d2]) => daysBetween(toEpochDay(year, m1, d1), toEpochDay(year, m2, d2))),
  ),
  makeUpDays: announced.flatMap(({ year, work }) => work.map(([month, day]) => toEpochDay(year, month, day))),
});
