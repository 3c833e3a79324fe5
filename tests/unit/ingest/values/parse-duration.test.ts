import { describe, expect, it } from 'vitest';
import type { ReadingOptions } from '../../../../src/ingest/types';
import { parseDuration } from '../../../../src/ingest/values/parse-duration';

const seconds = (text: string, reading: ReadingOptions = {}): number | string => {
  const result = parseDuration(text, reading);
  return result.kind === 'number' ? result.value : result.kind === 'unreadable' ? result.code : result.kind;
};

describe('parseDuration', () => {
  it.each([
    ['00:03:20', 200],
    ['1:02:03', 3723],
    ['25:00:00', 90000],
    ['0:00:01.5', 1.5],
    ['3′20″', 200],
    ['3\'20"', 200],
    ['3分20秒', 200],
    ['45″', 45],
    ['2小时', 7200],
    ['2.5小时', 9000],
    ['1小时30分钟', 5400],
    ['半小时', 1800],
    ['1天2小时', 93600],
    ['90分', 5400],
    ['1h 5m', 3900],
    ['1h5m30s', 3930],
    ['2 hours 10 min', 7800],
    ['90s', 90],
    ['PT3M20S', 200],
    ['P1DT2H', 93600],
    ['1 day, 2:03:04', 93784],
    ['1.02:03:04', 93784],
    ['２小时', 7200],
  ])('reads %s without being told anything', (text, expected) => {
    expect(seconds(text)).toBe(expected);
  });

  it('asks what 3:20 means', () => {
    expect(seconds('3:20')).toBe('clockStyleUnknown');
    expect(seconds('3:20', { clockStyle: 'm:ss' })).toBe(200);
    expect(seconds('3:20', { clockStyle: 'h:mm' })).toBe(12000);
    expect(seconds('75:20', { clockStyle: 'm:ss' })).toBe(4520);
  });

  it('asks what a bare number means', () => {
    expect(seconds('200')).toBe('durationUnitUnknown');
    expect(seconds('200', { durationUnit: 's' })).toBe(200);
    expect(seconds('1.5', { durationUnit: 'min' })).toBe(90);
    expect(seconds('1,5', { durationUnit: 'h', decimal: ',' })).toBe(5400);
    expect(seconds('0.00231481', { durationUnit: 'day' })).toBe(200);
  });

  it('keeps negative durations and says so', () => {
    expect(parseDuration('-0:01:00', {})).toEqual({ kind: 'number', value: -60, warning: 'negativeDuration' });
    expect(parseDuration('−3分', {})).toMatchObject({ value: -180 });
  });

  it.each(['3:61', '1:00:75', 'soon', '3分钟内', '12:3', '', '1:2:3:4'])('does not read %j', (text) => {
    expect(seconds(text, { clockStyle: 'm:ss', durationUnit: 's' })).toBe('durationExpected');
  });
});
