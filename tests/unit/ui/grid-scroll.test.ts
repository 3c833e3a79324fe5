import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollToShow, spacerHeight, windowAt, type GridSize } from '../../../src/ui/grid-scroll';

const sizes = fc.record({
  rowCount: fc.integer({ min: 1, max: 3_000_000 }),
  rowHeight: fc.integer({ min: 20, max: 60 }),
  viewport: fc.integer({ min: 100, max: 1200 }),
});

const maxScroll = (size: GridSize): number => Math.max(0, spacerHeight(size) - size.viewport);

describe('the window on the rows', () => {
  it('begins with the first row and ends with the last, however many there are', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expect(windowAt(0, size).first).toBe(0);
        expect(windowAt(maxScroll(size), size).last).toBe(size.rowCount);
      }),
    );
  });

  it('covers what is in sight with few rows, and never leaves the height that browsers allow', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (size, part) => {
        const at = part * maxScroll(size);
        const { first, last, top } = windowAt(at, size);
        expect(spacerHeight(size)).toBeLessThanOrEqual(12_000_000);
        expect(last - first).toBeLessThanOrEqual(Math.ceil(size.viewport / size.rowHeight) + 13);
        expect(top).toBeLessThanOrEqual(at + 1e-6);
        const bottom = top + (last - first) * size.rowHeight;
        expect(
          bottom >= Math.min(at + size.viewport, size.rowCount * size.rowHeight) - 1e-3 || last === size.rowCount,
        ).toBe(true);
      }),
    );
  });

  it('can show any row', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (size, part, which) => {
          const row = Math.floor(which * size.rowCount);
          const to = scrollToShow(row, part * maxScroll(size), size);
          const { first, last } = windowAt(to, size);
          expect(row >= first && row < last).toBe(true);
          expect(to).toBeLessThanOrEqual(maxScroll(size) + 1e-6);
        },
      ),
    );
  });

  it('does not move when the row is already in sight', () => {
    expect(scrollToShow(5, 60, { rowCount: 100, rowHeight: 30, viewport: 300 })).toBe(60);
  });
});
