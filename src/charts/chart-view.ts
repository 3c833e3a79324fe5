import { hardenOption } from './harden-option';
import type { ChartOption, ChartTheme } from './option';
import type * as echarts from './echarts';
import type { EChartsType } from './echarts';
import { toSvgText } from './render-svg';
import { toEChartsTheme } from './theme';
import type { CursorPoint } from './data-cursor';

type Library = typeof echarts;

/** One ECharts instance on one element: the only place that speaks to it. */
export class ChartView {
  #library: Library;
  #chart: EChartsType;
  #theme: ChartTheme;
  #option: ChartOption = {};
  #resize: ResizeObserver;

  constructor(library: Library, element: HTMLElement, theme: ChartTheme) {
    this.#library = library;
    this.#theme = theme;
    this.#chart = library.init(element, toEChartsTheme(theme));
    this.#resize = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      // The first call tells the size that the chart was made with; drawing it once more would be in vain.
      const isOther = width !== this.#chart.getWidth() || height !== this.#chart.getHeight();
      // A chart that is hidden, as on paper or in a closed tab, keeps its size.
      if (width > 0 && isOther) this.#chart.resize();
    });
    this.#resize.observe(element);
  }

  draw(option: ChartOption, theme: ChartTheme): void {
    // A change of colours is no news to follow with the eye, and the printer would catch it half way.
    const animate = theme.animate && theme === this.#theme;
    if (theme !== this.#theme) {
      this.#theme = theme;
      this.#chart.setTheme(toEChartsTheme(theme));
    }
    this.#option = { animationDuration: 250, ...hardenOption(option), ...(animate ? {} : { animation: false }) };
    // Not merged: what the last option had and this one has not must go.
    this.#chart.setOption(this.#option, { notMerge: true });
  }

  onPick(listener: (seriesId: string, dataIndex: number) => void): void {
    this.#chart.on('click', (event) => {
      if (event.componentType === 'series') listener(event.seriesId ?? String(event.seriesIndex), event.dataIndex);
    });
  }

  /** Shows the tooltip of a point and lifts it out, or clears both. */
  point(at: CursorPoint | null): void {
    this.#chart.dispatchAction({ type: 'downplay' });
    if (at === null) {
      this.#chart.dispatchAction({ type: 'hideTip' });
      return;
    }
    const { seriesIndex, dataIndex } = at;
    this.#chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
    this.#chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex });
  }

  /** The chart as a canvas of its own, sharp enough for paper. */
  toCanvas(pixelRatio: number): HTMLCanvasElement {
    return this.#chart.renderToCanvas({ pixelRatio, backgroundColor: this.#theme.surface });
  }

  /** Puts a picture on an element that only the printer sees: the one on the screen has the screen's resolution. */
  printOn(paper: HTMLElement): void {
    paper.replaceChildren(this.toCanvas(3));
  }

  clear(paper: HTMLElement): void {
    paper.replaceChildren();
  }

  /** The chart as an SVG document, drawn anew without a page. */
  toSvg(): string {
    const size = { width: this.#chart.getWidth(), height: this.#chart.getHeight() };
    return toSvgText(this.#library, this.#option, this.#theme, size);
  }

  dispose(): void {
    this.#resize.disconnect();
    this.#chart.dispose();
  }
}
