import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../../src/stats/correction/benjamini-hochberg';
import { holm } from '../../../../src/stats/correction/holm';

const near = (values: (number | null)[]): unknown[] =>
  values.map((v) => (v === null ? null : (expect.closeTo(v, 12) as unknown)));

describe('corrections for several tests', () => {
  it('of Holm, by hand: 4·0.005, 3·0.01, 2·0.03, and never below the one before', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual(near([0.03, 0.06, 0.06, 0.02]));
  });

  it('of Benjamini and Hochberg, by hand', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, 0.005])).toEqual(near([0.02, 0.04, 0.04, 0.02]));
  });

  it('leave out what was not tested, and stop at 1', () => {
    expect(holm([null, 0.9, 0.8])).toEqual([null, 1, 1]);
    expect(benjaminiHochberg([null, 1])).toEqual([null, 1]);
    expect(holm([])).toEqual([]);
  });

  it('refuse what is no p-value', () => {
    expect(() => holm([1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([NaN])).toThrow(RangeError);
  });
});
