import { describe, expect, it } from 'vitest';
import { decimate, stepVertices } from '../../../src/charts/decimate';

describe('decimate', () => {
  it('keeps everything of a short line', () => expect(decimate([1, null, 3], () => false, 5)).toEqual([0, 1, 2]));
  it('keeps the extremes, every marked point and the ends of a long line', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => Math.sin(i / 50));
    values[7777] = 99;
    values[12_345] = -99;
    const marked = new Set([3, 9001, 9002, 19_998]);
    const kept = new Set(decimate(values, (index) => marked.has(index), 5000));
    expect(kept.size).toBeLessThanOrEqual(5004);
    for (const index of [0, 19_999, 7777, 12_345, ...marked]) expect(kept).toContain(index);
  });
  it('keeps gaps as gaps', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => (i >= 4000 && i < 4500 ? null : 1));
    const kept = decimate(values, () => false, 1000);
    expect(kept.some((index) => index >= 4000 && index < 4500)).toBe(true);
  });
});

describe('stepVertices', () => {
  it('gives a run of equal limits two corners', () => {
    expect(stepVertices([5, 5, 5], [0])).toEqual([
      [-0.5, 5],
      [2.5, 5],
    ]);
  });
  it('steps where the limit changes, and breaks at gaps and at new stages', () => {
    expect(stepVertices([5, 6, null, 6], [0])).toEqual([
      [-0.5, 5],
      [0.5, 5],
      [0.5, 6],
      [1.5, 6],
      [1.5, null],
      [2.5, 6],
      [3.5, 6],
    ]);
    expect(stepVertices([5, 5], [0, 1])).toEqual([
      [-0.5, 5],
      [0.5, 5],
      [0.5, null],
      [0.5, 5],
      [1.5, 5],
    ]);
    expect(stepVertices([null], [0])).toEqual([]);
  });
});
