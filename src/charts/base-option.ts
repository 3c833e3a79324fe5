import type { ChartOption, ChartTheme } from './option';

/** What all charts share: fonts, colours, motion, and a tooltip drawn on the canvas, so that no text becomes markup. */
export function baseOption(theme: ChartTheme): ChartOption {
  return {
    animation: theme.animate,
    backgroundColor: 'transparent',
    // The page says the same in words and in a table; a generated description would repeat it worse.
    aria: { enabled: false },
    textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
  };
}

/** A tooltip with the text that `textOf` gives for a mark; an empty text shows none. */
export function itemTooltip(theme: ChartTheme, textOf: (seriesId: string, index: number) => string): ChartOption {
  return {
    trigger: 'item',
    renderMode: 'richText',
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.axis,
    textStyle: { color: theme.text, fontFamily: theme.fontFamily, fontSize: theme.fontSize },
    formatter: (mark: { readonly seriesId?: string; readonly dataIndex?: number }) =>
      toPlainRichText(textOf(mark.seriesId ?? '', mark.dataIndex ?? -1)),
  };
}

/** Text in which nothing is taken for a rich-text style: `{name|…}` from a file stays as written. */
export function toPlainRichText(text: string): string {
  return text.replace(/\{(?=[^{}|]*\|)/g, '{\u200B');
}

/** A category or value axis in the page's colours. */
export function axisStyle(theme: ChartTheme): ChartOption {
  return {
    axisLine: { lineStyle: { color: theme.axis } },
    axisTick: { lineStyle: { color: theme.axis } },
    axisLabel: { color: theme.mutedText, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 },
    nameTextStyle: { color: theme.mutedText, fontFamily: theme.fontFamily, fontSize: theme.fontSize - 1 },
    splitLine: { lineStyle: { color: theme.grid } },
  };
}

/** An axis style with changes laid over it; `axisLabel` is merged, not replaced. */
export function axisWith(theme: ChartTheme, changes: ChartOption): ChartOption {
  const style = axisStyle(theme);
  return {
    ...style,
    ...changes,
    axisLabel: { ...(style['axisLabel'] as object), ...(changes['axisLabel'] as object) },
  };
}
