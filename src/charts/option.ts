/** Chart options as plain data, and the colours they may use. */

import type { EChartsCoreOption } from 'echarts/core';

export type ChartOption = EChartsCoreOption;

/** Colours resolved from the page's design tokens, always `#rrggbb`, so that nothing from a file can reach a style. */
export interface ChartTheme {
  readonly text: string;
  readonly mutedText: string;
  readonly axis: string;
  readonly grid: string;
  readonly surface: string;
  /** Ordinary data. */
  readonly data: string;
  /** A second series, such as the compared period. */
  readonly dataAlt: string;
  readonly cumulative: string;
  readonly center: string;
  readonly limit: string;
  /** A signal that is an improvement (blue) or a concern (orange); never red and green. */
  readonly good: string;
  readonly concern: string;
  readonly muted: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** False under prefers-reduced-motion. */
  readonly animate: boolean;
}
