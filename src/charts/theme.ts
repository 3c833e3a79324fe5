import type { ChartTheme } from './option';

const hexColour = /^#[0-9a-f]{6}$/i;
const shortHexColour = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/**
 * The chart colours of the page's design tokens, as they are now on `element`.
 *
 * Fails  a token that is not `#rrggbb` throws: only a style sheet of ours can cause it.
 */
export function readTheme(element: HTMLElement): ChartTheme {
  const style = getComputedStyle(element);
  const colour = (token: string): string => {
    // The build shortens #ffffff to #fff.
    const value = style.getPropertyValue(token).trim().replace(shortHexColour, '#$1$1$2$2$3$3');
    if (!hexColour.test(value)) throw new RangeError(`token ${token} must be #rrggbb: ${value}`);
    return value.toLowerCase();
  };
  return {
    text: colour('--text'),
    mutedText: colour('--text-muted'),
    axis: colour('--chart-axis'),
    grid: colour('--chart-grid'),
    surface: colour('--surface'),
    data: colour('--chart-data'),
    dataAlt: colour('--chart-data-alt'),
    cumulative: colour('--chart-cumulative'),
    center: colour('--chart-center'),
    limit: colour('--chart-limit'),
    good: colour('--chart-good'),
    concern: colour('--chart-concern'),
    muted: colour('--chart-muted'),
    // The drawing of a chart as a file holds it in an attribute: a double quote would end it.
    fontFamily: (style.fontFamily || 'sans-serif').replaceAll('"', "'"),
    fontSize: Math.round((parseFloat(style.fontSize) || 14) * 0.93),
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Defaults for every chart, so that the options of the analyses speak of data only. */
export function toEChartsTheme(theme: ChartTheme): Record<string, unknown> {
  const font = { fontFamily: theme.fontFamily, fontSize: theme.fontSize };
  const axis = {
    axisLine: { show: true, lineStyle: { color: theme.axis } },
    axisTick: { show: false, lineStyle: { color: theme.axis } },
    axisLabel: { color: theme.mutedText, ...font },
    nameTextStyle: { color: theme.mutedText, ...font },
    splitLine: { lineStyle: { color: theme.grid } },
    splitArea: { show: false },
  };
  return {
    color: [theme.data, theme.dataAlt, theme.cumulative, theme.good, theme.concern, theme.muted],
    textStyle: { color: theme.text, ...font },
    backgroundColor: 'transparent',
    categoryAxis: { ...axis, splitLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    logAxis: { ...axis, axisLine: { show: false } },
    line: { symbol: 'circle', symbolSize: 6 },
    legend: { textStyle: { color: theme.text, ...font }, inactiveColor: theme.muted, itemGap: 16 },
    tooltip: {
      backgroundColor: theme.surface,
      borderColor: theme.axis,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: theme.text, ...font, lineHeight: Math.round(theme.fontSize * 1.55) },
      axisPointer: {
        lineStyle: { color: theme.axis },
        crossStyle: { color: theme.axis },
        label: { color: theme.surface, backgroundColor: theme.text },
      },
    },
    dataZoom: {
      textStyle: { color: theme.mutedText, ...font },
      borderColor: theme.grid,
      handleStyle: { color: theme.surface, borderColor: theme.axis },
    },
  };
}
