import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossWindow } from '../../../src/store/loss-window';

const installId = 'own';

/** The acts from 1 to `last`, as numbers; the time of an act is its number. */
const actsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);

const three = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60));

describe('S03 the window of a loss', () => {
  it('is what neither the database nor the snapshot holds, act by act', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        const saved = Math.max(a, b, c);
        const held = Math.min(b, saved);
        const left = Math.min(c, saved);
        const isHeld = new Set([...actsUpTo(held), ...actsUpTo(left)]);
        const missing = actsUpTo(saved).filter((act) => !isHeld.has(act));
        const known = { installId, generation: saved };
        const point = { installId, at: held, generation: held };
        const torn = { acts: saved - left, counts: {}, known, here: { generation: left, savedAt: left } };
        const window = lossWindow(torn, point);
        expect(window?.acts ?? 0).toBe(missing.length);
        // Nothing that is missing is older than the screen says.
        if (window) expect(missing.every((act) => act > window.since)).toBe(true);
        const wiped = lossWindow({ acts: saved, counts: { project: 1 }, known, here: null }, point);
        expect(wiped).toEqual({ since: held, acts: saved - held, bound: 'least' });
      }),
    );
  });

  const point = { installId, at: 5, generation: 7 };
  const known = { installId, generation: 10 };
  const here = { generation: 10, savedAt: 9 };

  it('has an upper bound where records are gone and no act is', () => {
    const gaps = { acts: 0, counts: { event: 2 }, known, here };
    expect(lossWindow(gaps, point)).toEqual({ since: 5, acts: 3, bound: 'most' });
  });

  it('is none where only rows are missing: they never change', () => {
    expect(lossWindow({ acts: 0, counts: {}, known, here }, point)).toBeNull();
  });

  it('is not counted where nothing tells: no note, a silent snapshot, one of another database', () => {
    const wiped = { acts: 10, counts: { event: 2 }, known, here: null };
    const unknown = { since: 5, acts: null, bound: 'least' };
    expect(lossWindow({ ...wiped, acts: null, counts: {}, known: null }, point)).toEqual(unknown);
    expect(lossWindow(wiped, { ...point, generation: null })).toEqual(unknown);
    expect(lossWindow(wiped, { ...point, installId: 'other' })).toEqual(unknown);
  });

  it('is counted from what is still there where the snapshot is of another database', () => {
    const torn = { acts: 2, counts: {}, known, here: { generation: 8, savedAt: 6 } };
    expect(lossWindow(torn, { ...point, installId: 'other' })).toEqual({ since: 6, acts: 2, bound: 'least' });
  });
});
