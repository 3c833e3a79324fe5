import { withoutControls } from '../kernel/text';
import { hardenOption } from './harden-option';
import type { ChartOption, ChartTheme } from './option';
import { toEChartsTheme } from './theme';

/** A chart option as an SVG document of a size in CSS pixels, drawn without a page. */
export async function renderSvg(
  option: ChartOption,
  theme: ChartTheme,
  size: { readonly width: number; readonly height: number },
): Promise<string> {
  const { init } = await import('./echarts');
  const chart = init(null, toEChartsTheme(theme), { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ ...hardenOption(option), animation: false, backgroundColor: theme.surface });
    // A name from a file may hold what no drawing can.
    return withoutControls(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}
