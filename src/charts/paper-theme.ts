import type { ChartTheme } from './option';

/** The light colours of the page, for pictures that are printed or sent: they do not follow the reader's screen. */
export const paperTheme: ChartTheme = {
  text: '#19202a',
  mutedText: '#545e6c',
  axis: '#7d8794',
  grid: '#e6e9ee',
  surface: '#ffffff',
  data: '#48596f',
  dataAlt: '#978b62',
  cumulative: '#6b3fa0',
  center: '#2b3442',
  limit: '#6f7885',
  good: '#0a72d1',
  concern: '#d15d00',
  muted: '#8b94a1',
  // Single quotes: the family stands in an attribute of the drawing.
  fontFamily: "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  fontSize: 13,
  animate: false,
};
