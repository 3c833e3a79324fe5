import { describe, expect, it } from 'vitest';
import { formatIsoMonth } from '../../../../src/kernel/dates';
import { parseMonth } from '../../../../src/ingest/values/parse-month';

const month = (text: string): string => {
  const reading = parseMonth(text, 'dmy');
  return reading.kind === 'number'
    ? formatIsoMonth(reading.value)
    : reading.kind === 'unreadable'
      ? reading.code
      : reading.kind;
};

describe('parseMonth', () => {
  it.each([
    '2024年1月', '2024年01月', '2024年1月份', '24年1月', '二〇二四年一月', '２０２４年１月', '2024-01', '2024-1', '2024/1', '2024.01', '202401', '2024M01',
    '01/2024', '1-2024', 'Jan-24', 'Jan 2024', 'January 2024', 'JAN.2024', "Jan '24", '2024-Jan', '2024-01-05', '05/01/2024',
  ])('reads %s as January 2024', (text) => {
    expect(month(text)).toBe('2024-01');
  }); // prettier-ignore

  it.each(['1月', 'Jan', '24-Jan', '2024', '2024年13月', '2024-00', '202413', '2024.1', '2024Q1', '123456'])(
    'does not make a month of %s',
    (text) => {
      expect(month(text)).toMatch(/^(?:monthExpected|dateImpossible)$/);
    },
  );
});
