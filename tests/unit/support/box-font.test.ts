import { describe, expect, it } from 'vitest';
import { boxFont } from '../../support/box-font';

describe('boxFont', () => {
  it('has its tables in order, whole and within the file', () => {
    const bytes = boxFont();
    const view = new DataView(bytes.buffer);
    const names = Array.from({ length: view.getUint16(4) }, (_, i) => {
      const at = 12 + i * 16;
      const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      expect(start % 4).toBe(0);
      expect(start + length).toBeLessThanOrEqual(bytes.length);
      return String.fromCharCode(...bytes.subarray(at, at + 4));
    });
    expect(names).toEqual(['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post']);
  });
});
