/** A report in words: what every writer (print, HTML, DOCX) is given. Plain data, so that it can be frozen whole. */

import type { RowQuery } from '../domain/report/rows';

/** A stretch of text; `figure` names the number that it shows. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly figure?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly muted?: true }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
      readonly rows: readonly { readonly cells: readonly Run[]; readonly strong?: true }[];
    }
  /** The drawing itself stands in `pictures` under the same id. */
  | { readonly kind: 'picture'; readonly id: string; readonly caption: string }
  /** What people wrote; paragraphs are separated by line breaks. */
  | { readonly kind: 'text'; readonly id: string; readonly label: string; readonly text: string };

/** A drawing as an SVG document, with its size in CSS pixels. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Where a number comes from. */
export interface Origin {
  /** As it is shown. */
  readonly value: string;
  /** What it counts, in words. */
  readonly words: string;
  readonly queries: readonly RowQuery[];
  /** Rows that the queries select, in their order. */
  readonly rows: readonly number[];
}

export interface ReportDocument {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly blocks: readonly Block[];
  readonly pictures: Readonly<Record<string, Drawing>>;
  /** By the id of the figure, in the order in which they appear. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** Words that the writers need. */
  readonly words: {
    readonly origins: string;
    readonly number: string;
    readonly value: string;
    readonly origin: string;
    readonly rows: string;
    readonly page: string;
  };
}

/** Figures by the number under which the list of sources names them, from 1. */
export function numberOrigins(document: ReportDocument): ReadonlyMap<string, number> {
  return new Map(Object.keys(document.origins).map((id, index) => [id, index + 1]));
}
