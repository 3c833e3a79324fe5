import { afterEach, describe, expect, it, vi } from 'vitest';
import { wallNow } from '../../../src/app/quality-records';
import { todayEpochDay } from '../../../src/app/today';
import { dayOf } from '../../../src/domain/calendar/calendar';
import { formatIsoDate, msPerDay } from '../../../src/kernel/dates';
import { formatStamp, parseStamp, tick } from '../../../src/store/clock';

const home = process.env['TZ'];

afterEach(() => {
  process.env['TZ'] = home;
  vi.useRealTimers();
});

/** The date on the wall, told by the calendar of the language and not by ours. */
function dateOnTheWall(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date());
}

describe('P08 days and stamps', () => {
  it('are the date on the wall in every zone, around midnight and where the clock is put forward or back', () => {
    vi.useFakeTimers();
    const zones = ['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kolkata'];
    // The nights of 2026 in which New York changes its clock, the year's end, and the leap day.
    for (const night of ['2026-03-08', '2026-11-01', '2026-12-31', '2028-02-29'])
      for (let quarter = -192; quarter < 192; quarter += 5) {
        const moment = Date.parse(`${night}T00:00:00Z`) + quarter * 900_000;
        vi.setSystemTime(moment);
        for (const zone of zones) {
          // The zone changes while the page is open, as on a laptop that travels.
          process.env['TZ'] = zone;
          expect(formatIsoDate(todayEpochDay()), `${zone} ${moment}`).toBe(dateOnTheWall(zone));
          expect(formatIsoDate(dayOf(wallNow())), `${zone} ${moment}`).toBe(dateOnTheWall(zone));
        }
      }
  });

  it('go on where the clock is put back a year, and do not drift away', () => {
    const now = Date.UTC(2026, 5, 1);
    let clock = formatStamp({ ms: now, counter: 0, replica: 'aaa' });
    for (let i = 0; i < 1_000; i++) {
      const { stamp } = tick(clock, now - 365 * msPerDay + i, 'aaa');
      expect(stamp > clock).toBe(true);
      clock = stamp;
    }
    expect(parseStamp(clock).ms - now).toBeLessThan(1_000);
  });
});
