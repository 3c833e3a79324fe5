import type { ControlChart } from '../../stats/control/types';
import { roundRate, secondsIn, type DisplayScale } from '../display';
import type { ControlChartSpec } from './spec';

/** How the plotted numbers are shown: shares as per cent, rates per a round number, times in a unit people use. */
export function chooseScale(spec: ControlChartSpec, chart: ControlChart, unit: DisplayScale['unit']): DisplayScale {
  switch (spec.chart) {
    case 'p':
      return { kind: 'percent', factor: 1, unit: null };
    case 'u':
      return { kind: 'rate', factor: spec.per ?? roundRate(chart.stages.map(({ center }) => center)), unit: null };
    case 'np':
    case 'c':
      return { kind: 'count', factor: 1, unit: null };
    case 'i':
      return { kind: 'value', factor: unit === null ? 1 : 1 / secondsIn[unit], unit };
  }
}
