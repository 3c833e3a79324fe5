import type { PointText } from './data-cursor';

/** The words a chart needs; a chart owns no catalogue. */
export interface ChartLabels {
  /** How the arrow keys work, one sentence. */
  readonly keys: string;
  readonly failed: string;
  readonly point: (text: PointText) => string;
}

/** What the page may do with a chart that is drawn. */
export interface ChartHandle {
  readonly png: () => Promise<Blob>;
  readonly svg: () => Blob;
}
