/** A report before it has words: figures with the rows they count, sentences by code, tables and pictures as data. */

import type { PhraseParams, PhraseValue } from '../../kernel/result';
import type { ReportRows, RowQuery } from './rows';
import type { Quarter } from '../scorecard/quarters';

/** A number of a report. The id stays the same from version to version, so that versions can be compared. */
export interface Figure {
  readonly id: string;
  readonly value: PhraseValue;
  /** Rows that it counts; a share has those of its cases and those of its whole. */
  readonly queries: readonly RowQuery[];
}

export type Part = Figure | PhraseValue;

/** Whether a part of a sentence or table is a figure with rows behind it. */
export function isFigure(part: Part | null): part is Figure {
  return typeof part === 'object' && part !== null && 'queries' in part;
}

/** A sentence by its code below `report.say`. */
export interface Sentence {
  readonly code: string;
  readonly parts: Readonly<Record<string, Part>>;
}

export interface TableRow {
  readonly cells: readonly (Part | null)[];
  readonly strong?: boolean;
}

export type PictureData =
  | {
      readonly form: 'bars';
      readonly bars: readonly { readonly label: PhraseValue; readonly value: number; readonly muted: boolean }[];
      /** Running shares as fractions; null without a line. */
      readonly cumulative: readonly number[] | null;
    }
  | {
      readonly form: 'funnel';
      readonly target: number;
      readonly marks: readonly {
        readonly name: string;
        readonly size: number;
        readonly value: number;
        readonly level: number;
        readonly side: 'above' | 'below' | 'inside';
      }[];
      readonly curve: readonly {
        readonly size: number;
        readonly lower: readonly number[];
        readonly upper: readonly number[];
      }[];
    }
  /** Values with their 95 % intervals against a reference. */
  | {
      readonly form: 'intervals';
      /** `standing`: before and after, left to right; `lying`: one line a name. */
      readonly layout: 'standing' | 'lying';
      readonly marks: readonly {
        readonly label: PhraseValue;
        readonly value: number;
        readonly low: number | null;
        readonly high: number | null;
        readonly tone: 'plain' | 'good' | 'concern';
      }[];
      readonly reference: { readonly name: PhraseValue; readonly value: number };
      readonly valueName: PhraseValue;
      readonly fromZero: boolean;
    }
  /** A control chart of two phases with limits of their own. */
  | {
      readonly form: 'phases';
      readonly labels: readonly PhraseValue[];
      readonly values: readonly (number | null)[];
      readonly center: readonly (number | null)[];
      readonly upper: readonly (number | null)[];
      readonly lower: readonly (number | null)[];
      /** Points beyond the limits of their phase. */
      readonly signals: readonly number[];
      readonly changeAt: number;
      readonly valueName: PhraseValue;
    };

/** Words of a table or picture where its id does not name them: below `report.table` or `report.picture`. */
export interface Caption {
  readonly code: string;
  readonly params: PhraseParams;
}

export type DraftBlock =
  | { readonly kind: 'sentences'; readonly sentences: readonly Sentence[] }
  /** One sentence a line. */
  | { readonly kind: 'points'; readonly points: readonly Sentence[] }
  | {
      readonly kind: 'table';
      /** Below `report.table`, unless a caption says otherwise. */
      readonly id: string;
      readonly caption?: Caption;
      /** Below `report.column`; all but the first are numbers unless they say otherwise. */
      readonly columns: readonly { readonly code: string; readonly numeric: boolean }[];
      readonly rows: readonly TableRow[];
    }
  | { readonly kind: 'picture'; readonly id: string; readonly caption?: Caption; readonly picture: PictureData }
  | { readonly kind: 'case'; readonly case: DraftCase };

/** A typical case, with its texts already masked. */
export interface DraftCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly narrative: string | null;
  readonly facts: readonly { readonly code: string; readonly value: PhraseValue }[];
  readonly timeline: readonly { readonly day: number; readonly action: string; readonly by: string }[];
}

export const sectionIds = ['overview', 'analysis', 'dissection', 'tracking', 'improvement'] as const;
export type SectionId = (typeof sectionIds)[number];

export interface DraftSection {
  readonly id: SectionId;
  readonly blocks: readonly DraftBlock[];
  /** What the text of the section may begin with. */
  readonly suggestion: readonly Sentence[];
}

export interface ReportDraft {
  readonly quarter: Quarter;
  /** Epoch day up to which data are counted: the end of the quarter, or today. */
  readonly through: number;
  /** Moment on the wall clock at which it was drafted. */
  readonly asOf: number;
  readonly sections: readonly DraftSection[];
  readonly rows: ReportRows;
}
