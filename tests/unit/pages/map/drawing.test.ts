import { describe, expect, it } from 'vitest';
import { flowPath } from '../../../../src/pages/map/flow-path';
import { slicesOf } from '../../../../src/pages/map/slices';
import { textWidth, wrapText } from '../../../../src/pages/map/wrap-text';
import { loanMap } from '../../../support/sample-map';

describe('the lines of a name', () => {
  it('break Chinese anywhere and Latin between words', () => {
    expect(wrapText('客户身份核对与资料扫描', 6, 3)).toEqual(['客户身份核对', '与资料扫描']);
    expect(wrapText('Check the identity of the customer', 9, 4)).toEqual(['Check the', 'identity of the', 'customer']);
  });

  it('end in an ellipsis where there is no more room, and are never wider than that', () => {
    const lines = wrapText('这是一个长得无论如何也放不下的步骤名称', 5, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(5.5);
    expect(wrapText('  ', 5, 2)).toEqual([]);
    expect(wrapText('Donaudampfschifffahrtsgesellschaft', 6, 9).length).toBeGreaterThan(1);
  });
});

describe('the way of a flow', () => {
  it('begins and ends at its ends, the arrow at the last', () => {
    const { path, arrow, label } = flowPath([
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 80 },
    ]);
    expect(path).toMatch(/^M0 0L.*L50 80$/);
    expect(arrow).toMatch(/^M50 80L/);
    expect(label).toEqual({ x: 50, y: 40 });
  });

  it('has numbers also where both ends are one point', () => {
    const { path, arrow } = flowPath([
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ]);
    expect(`${path}${arrow}`).not.toContain('NaN');
  });
});

describe('the strips of a wide map', () => {
  it('cover it without gaps, none wider than a sheet', () => {
    const map = loanMap(40);
    const slices = slicesOf(map);
    expect(slices.length).toBeGreaterThan(1);
    const cut = (at: number): number => map.steps.filter(({ x, width }) => x < at && at < x + width).length;
    expect(slices.slice(1).map(({ from }) => cut(from))).toEqual(slices.slice(1).map(() => 0));
    slices.forEach(({ from, to }, at) => {
      expect(to - from).toBeLessThanOrEqual(1_500);
      if (at > 0) expect(from).toBeCloseTo(slices[at - 1].to, 6);
    });
  });
});
