import { describe, expect, it } from 'vitest';
import { controlChartOption, type ControlChartView } from '../../../src/charts/control-chart-option';
import { paperTheme } from '../../../src/charts/paper-theme';

type Edge = (extent: { readonly min: number; readonly max: number }) => number | null;

/** The edges of the axis of a chart whose points lie between two values; null = left to the library. */
function edgesOf(min: number, max: number, bounds?: ControlChartView['bounds']): readonly (number | null)[] {
  const line = [min, max];
  const option = controlChartOption(
    {
      labels: ['1', '2'],
      panels: [
        {
          id: 'p',
          name: '%',
          values: line,
          center: line,
          upper: line,
          lower: line,
          tones: ['plain', 'plain'],
          tooltip: () => '',
        },
      ],
      stages: [{ start: 0, end: 2, name: '' }],
      frozen: [false, false],
      limitNames: { upper: 'U', center: 'C', lower: 'L' },
      format: String,
      bounds,
    },
    paperTheme,
  );
  const [axis] = (option as { readonly yAxis: readonly { readonly min: Edge; readonly max: Edge }[] }).yAxis;
  return [axis.min({ min, max }), axis.max({ min, max })];
}

describe('the axis of a control chart', () => {
  it('keeps close to points that are all alike, and within what a share can be', () => {
    expect(edgesOf(100, 100, [0, 100])).toEqual([95, 100]);
    expect(edgesOf(0, 0, [0, 100])).toEqual([0, 1]);
    expect(edgesOf(20, 20)).toEqual([19, 21]);
  });

  it('is left alone where the points differ', () => {
    expect(edgesOf(90, 100, [0, 100])).toEqual([null, null]);
  });
});
