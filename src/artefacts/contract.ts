/** What a kind of artefact declares; src/artefacts/README.md says how to add one. */

import type { Citation } from '../domain/improvement/citation';
import type { Phrase, PhraseValue } from '../kernel/result';

/** The five phases, in order. */
export const phases = ['define', 'measure', 'analyze', 'improve', 'control'] as const;
export type Phase = (typeof phases)[number];

/** What a cell may hold. A day is an epoch day; a reference is the id of a row or of an analysis. */
export type CellValue = null | boolean | number | string | readonly string[];

interface ColumnBase {
  /** Name of the register; also the key of its label below `artefacts.label`. */
  readonly key: string;
  /** Without it the artefact is not complete. */
  readonly required?: boolean;
}

/**
 * One typed cell of a form or a grid:
 *
 * | input    | holds                                                                       |
 * |----------|-----------------------------------------------------------------------------|
 * | text     | text; more than one line where `lines` says so                              |
 * | person   | name of a person or a role                                                  |
 * | number   | finite number from `min` to `max`                                           |
 * | date     | epoch day                                                                   |
 * | choice   | one of `choices`; words below `artefacts.choice.<set>`                      |
 * | switch   | boolean                                                                     |
 * | code     | code of a taxonomy link                                                     |
 * | codes    | codes of taxonomy links                                                     |
 * | row      | id of a row of the lists named in `of`, of any artefact of the project      |
 * | analysis | id of an analysis                                                           |
 */
export type Column =
  | (ColumnBase & { readonly input: 'text'; readonly lines?: number })
  | (ColumnBase & { readonly input: 'person' | 'date' | 'switch' | 'code' | 'codes' })
  | (ColumnBase & {
      readonly input: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly whole?: boolean;
    })
  | (ColumnBase & { readonly input: 'choice'; readonly set: string; readonly choices: readonly string[] })
  | (ColumnBase & { readonly input: 'row'; readonly of: readonly RowSource[] })
  | (ColumnBase & { readonly input: 'analysis'; readonly slices?: readonly string[] });

/** A list of a kind, such as the steps of a process map. */
export interface RowSource {
  readonly kind: string;
  readonly list: string;
}

export interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** What an artefact says: single fields, and rows of lists in their order. */
export interface Content {
  readonly fields: Readonly<Record<string, CellValue>>;
  readonly lists: Readonly<Record<string, readonly Row[]>>;
}

/** A figure that follows from a row and is never stored. */
export interface ComputedColumn {
  /** Key of its label below `artefacts.label`. */
  readonly key: string;
  readonly value: (row: Row, content: Content, project: ProjectView) => PhraseValue | null;
}

/** One column more for each row of another list, such as a score for each criterion; its key is that row's id. */
export interface CrossedColumns {
  readonly list: string;
  readonly min: number;
  readonly max: number;
}

export interface ListDeclaration {
  readonly key: string;
  readonly columns: readonly Column[];
  readonly crossed?: CrossedColumns;
  readonly computed?: readonly ComputedColumn[];
  /** The column whose text names a row elsewhere; the first one unless said otherwise. */
  readonly title?: string;
}

/** Where in an artefact something is to be mended. */
export interface ContentPlace {
  readonly field?: string;
  readonly list?: string;
  readonly row?: string;
  readonly column?: string;
}

/** What a check found. `code` is a key below `artefacts.finding`. */
export interface Finding extends Phrase {
  readonly severity: 'error' | 'warning';
  readonly at: ContentPlace;
}

/** A figure computed from the content, such as a gap to the target. */
export interface Output {
  /** Key of its label below `artefacts.output`. */
  readonly key: string;
  readonly value: PhraseValue;
  readonly note?: Phrase;
}

export type ArtefactStatus = 'draft' | 'reviewed' | 'approved';
export const artefactStatuses: readonly ArtefactStatus[] = ['draft', 'reviewed', 'approved'];

/** One artefact of a project. */
export interface ArtefactView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly owner: string;
  readonly status: ArtefactStatus;
  readonly content: Content;
}

/** One analysis of a project, with what is known of its result. */
export interface AnalysisView {
  readonly id: string;
  readonly name: string;
  readonly slice: string;
  readonly phase: Phase;
  /** Stages of its chart, by the label of their first point. */
  readonly stages: readonly { readonly label: string; readonly name: string }[];
  /** Absent until it was computed. */
  readonly result?: {
    /** Points or rows that the table marks as signals. */
    readonly signals: number;
    /** The worst mark of its report card. */
    readonly worst: 'good' | 'caution' | 'bad';
    readonly points: number;
    /** The same of the last stage alone: what counts once a change was made. */
    readonly lastStageSignals: number;
    readonly lastStagePoints: number;
    /** What documents may take over. */
    readonly cited: Citation;
  };
}

/** Everything of a project that a check or a gate may look at. */
export interface ProjectView {
  readonly id: string;
  readonly name: string;
  readonly artefacts: readonly ArtefactView[];
  readonly analyses: readonly AnalysisView[];
  /** Codes of the taxonomy in use. */
  readonly codes: ReadonlySet<string>;
  /** Epoch day. */
  readonly today: number;
}

/**
 * A kind of artefact: forms and grids are drawn from it, checks and figures are computed by it.
 *
 * Words: `artefacts.kind.<id>` holds `name` and `purpose`.
 */
export interface ArtefactKind {
  readonly id: string;
  readonly phase: Phase;
  readonly fields: readonly Column[];
  readonly lists: readonly ListDeclaration[];
  /** What the general checks cannot know: pure, and in the order in which one reads the form. */
  check?(content: Content, project: ProjectView): readonly Finding[];
  outputs?(content: Content, project: ProjectView): readonly Output[];
}
