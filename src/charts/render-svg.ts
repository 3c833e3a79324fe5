import { withoutControls } from '../kernel/text';
import type * as echarts from './echarts';
import { hardenOption } from './harden-option';
import type { ChartOption, ChartTheme } from './option';
import { toEChartsTheme } from './theme';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A chart option as an SVG document of a size in CSS pixels, drawn without a page. */
export async function renderSvg(option: ChartOption, theme: ChartTheme, size: Size): Promise<string> {
  return toSvgText(await import('./echarts'), hardenOption(option), theme, size);
}

/** As `renderSvg`, by a library that is there already, of an option that is hardened. */
export function toSvgText(library: typeof echarts, option: ChartOption, theme: ChartTheme, size: Size): string {
  const chart = library.init(null, toEChartsTheme(theme), { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...option, animation: false, backgroundColor: theme.surface });
    // A name from a file may hold what no drawing can.
    return withoutControls(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
