import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../../src/ingest/values/parse-time';

const seconds = (text: string): number | string => {
  const reading = parseTime(text);
  return reading.kind === 'number' ? reading.value : reading.kind === 'unreadable' ? reading.code : reading.kind;
};

describe('parseTime', () => {
  it.each([
    ['9:30', 34200],
    ['09:30:15', 34215],
    ['0:00:00', 0],
    ['23:59:59', 86399],
    ['９：３０', 34200],
    ['9:30 AM', 34200],
    ['9:30pm', 77400],
    ['12:00 am', 0],
    ['12:30 p.m.', 45000],
    ['1am', 3600],
    ['Noon', 43200],
    ['Midnight', 0],
    ['上午9:30', 34200],
    ['下午3:05', 54300],
    ['上午12:00', 0],
    ['中午12:10', 43800],
    ['晚上8:00', 72000],
    ['9时30分', 34200],
    ['9点半', 34200],
    ['9点', 32400],
    ['9时5分7秒', 32707],
    ['0930', 34200],
    ['093015', 34215],
  ])('reads %s', (text, expected) => {
    expect(seconds(text)).toBe(expected);
  });

  it.each([
    ['24:00', 'timeImpossible'],
    ['25:00', 'timeImpossible'],
    ['9:60', 'timeImpossible'],
    ['上午15:00', 'timeImpossible'],
    ['9', 'timeExpected'],
    ['12.5', 'timeExpected'],
    ['soon', 'timeExpected'],
  ])('does not read %s: %s', (text, code) => {
    expect(seconds(text)).toBe(code);
  });
});
