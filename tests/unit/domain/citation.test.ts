import { describe, expect, it } from 'vitest';
import { isSameLevel, levelIn, roundedLevel, unitOf, type CitedLevel } from '../../../src/domain/improvement/citation';

const level = (quantity: CitedLevel['quantity'], value: number): CitedLevel => ({
  of: '',
  name: null,
  quantity,
  value,
  n: 100,
  from: null,
  to: null,
});

describe('a cited level', () => {
  it.each([
    ['share', 0.825, 'percent', 82.5],
    ['rate', 0.00235, 'per10k', 23.5],
    ['time', 1050, 'minutes', 17.5],
    ['time', 259_200, 'days', 3],
    ['number', 4.2, 'score', 4.2],
  ] as const)('%s %d in %s is %d', (quantity, value, unit, expected) => {
    expect(levelIn(level(quantity, value), unit)).toBeCloseTo(expected, 9);
  });

  it.each([
    ['share', 'per10k'],
    ['rate', 'percent'],
    ['time', 'percent'],
    ['number', 'percent'],
  ] as const)('%s is nothing in %s', (quantity, unit) => {
    expect(levelIn(level(quantity, 0.5), unit)).toBeNull();
  });

  it('has a unit that can hold it', () => {
    for (const one of [
      level('share', 0.1),
      level('rate', 0.1),
      level('time', 30),
      level('time', 600),
      level('number', 2),
    ])
      expect(levelIn(one, unitOf(one))).not.toBeNull();
  });

  it('stays the same as far as its digits were kept', () => {
    expect(roundedLevel(23.504_999)).toBe(23.5);
    expect(isSameLevel(23.5, 23.5049)).toBe(true);
    expect(isSameLevel(23.5, 23.6)).toBe(false);
  });
});
