import { describe, expect, it } from 'vitest';
import { judgeEffect } from '../../../../src/domain/rectification/effect';
import {
  emptyInput,
  inputOf,
  readNumbers,
  readStored,
  toEffectData,
} from '../../../../src/domain/rectification/effect-input';

describe('figures as they were typed', () => {
  it('are numbers however they are set apart; what is none is left out', () => {
    expect(readNumbers('1 2,3，4；5;6、7\n8.5')).toEqual([1, 2, 3, 4, 5, 6, 7, 8.5]);
    expect(readNumbers(' 12 天, ,1e2 ')).toEqual([12, 100]);
    expect(readNumbers('')).toEqual([]);
  });

  it('are no data before both sides are given', () => {
    expect(toEffectData('share', emptyInput)).toBeNull();
    expect(toEffectData('share', { ...emptyInput, before: [1, 10], after: [null, 10] })).toBeNull();
    expect(toEffectData('mean', { ...emptyInput, beforeValues: '1 2' })).toBeNull();
  });

  it('are counts for shares and rates, values for means and ranks', () => {
    const counts = { ...emptyInput, before: [18, 100], after: [9, 90], per: 30 } as const;
    const [before, after] = [
      { count: 18, size: 100 },
      { count: 9, size: 90 },
    ];
    expect(toEffectData('share', counts)).toEqual({ test: 'share', per: 1, before, after });
    expect(toEffectData('rate', counts)).toEqual({ test: 'rate', per: 30, before, after });
    const values = { ...emptyInput, beforeValues: '5 6 7', afterValues: '3 4' };
    expect(toEffectData('rank', values)).toEqual({ test: 'rank', before: [5, 6, 7], after: [3, 4] });
  });

  it('have a control only where both of its sides are given', () => {
    const half = { ...emptyInput, before: [1, 10], after: [1, 10], controlBefore: [2, 10] } as const;
    expect(toEffectData('share', half)).not.toHaveProperty('controlBefore');
    expect(toEffectData('share', { ...half, controlAfter: [3, 10] })).toMatchObject({
      controlBefore: { count: 2, size: 10 },
      controlAfter: { count: 3, size: 10 },
    });
    const values = { ...emptyInput, beforeValues: '1 2', afterValues: '1 2', controlBeforeValues: '4 5' };
    expect(toEffectData('mean', { ...values, controlAfterValues: '6' })).not.toHaveProperty('controlBefore');
    expect(toEffectData('mean', { ...values, controlAfterValues: '6 7' })).toMatchObject({ controlAfter: [6, 7] });
  });

  it('have a series where an empty line divides it and every line is whole', () => {
    const sides = { ...emptyInput, before: [3, 20], after: [1, 10] } as const;
    const seriesOf = (series: string) => toEffectData('share', { ...sides, series })?.series;
    expect(seriesOf('1 10\n2 10\n\n1 10')).toEqual({ values: [1, 2, 1], sizes: [10, 10, 10], changeAt: 2 });
    expect(seriesOf('1 10\r\n2 10\r\n\r\n1 10\r\n')).toMatchObject({ changeAt: 2 });
    expect(seriesOf('1 10\n2 10')).toBeUndefined();
    expect(seriesOf('1 10\n2\n\n1 10')).toBeUndefined();
    const values = { ...emptyInput, beforeValues: '5 6', afterValues: '4 3', series: '5\n6\n\n4\n3' };
    expect(toEffectData('mean', values)).toMatchObject({ series: { values: [5, 6, 4, 3], changeAt: 2 } });
  });

  it('are kept as text, and what cannot be read is as good as none', () => {
    expect(readStored(JSON.stringify({ before: [1, 2] }))).toEqual({ ...emptyInput, before: [1, 2] });
    expect(readStored('{')).toEqual(emptyInput);
    expect(readStored(null)).toEqual(emptyInput);
  });

  it('give the same verdict whether they were counted or typed', () => {
    const counted = {
      test: 'rate',
      per: 30,
      before: { count: 60, size: 90 },
      after: { count: 15, size: 60 },
    } as const;
    const typed = toEffectData('rate', inputOf(counted));
    expect(typed).toEqual(counted);
    const plan = { test: 'rate', direction: 'lower', target: 10, neededN: 30 } as const;
    expect(typed && judgeEffect(plan, typed)).toEqual(judgeEffect(plan, counted));
  });
});
