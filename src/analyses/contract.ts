/** The contract every analysis fulfils; src/analyses/README.md says how to add one. */

import type { Failure, Phrase, PhraseValue, Result } from '../kernel/result';
import type { ColumnType, Table } from '../table/column';
import type { Filter } from '../table/filter';
import type { Citation } from '../domain/improvement/citation';
import type { ChartOption, ChartTheme } from '../charts/option';

/**
 * What a spec holds for each kind of input:
 *
 * | input      | value                                                                  |
 * |------------|------------------------------------------------------------------------|
 * | column     | column id, or null while optional and empty                            |
 * | columns    | column ids, in the order chosen                                        |
 * | choice     | one of `choices`                                                       |
 * | number     | number, or null while optional and empty                               |
 * | switch     | boolean                                                                |
 * | values     | words of a dictionary column; `'1'` and `'0'` of a yes/no column        |
 * | period     | `DayRange`, or null = all                                              |
 * | day        | epoch day, or null while empty                                          |
 * | dataset    | id of the second dataset, or null                                      |
 * | filters    | `Filter[]`                                                             |
 * | lines      | objects with one value per cell, by the rules above                    |
 * | phases     | `PhaseChoice[]`                                                        |
 * | exclusions | `ExclusionChoice[]`                                                    |
 */
export interface DayRange {
  /** Epoch day, included; null = open. */
  readonly from: number | null;
  /** Epoch day, not included; null = open. */
  readonly before: number | null;
}

/** From the point with this label on, the chart has limits of its own. */
export interface PhaseChoice {
  readonly label: string;
  readonly name: string;
  readonly reason: string;
}

/** A point left out of the limits, and why. */
export interface ExclusionChoice {
  readonly label: string;
  readonly reason: string;
}

/** Changes to a spec that a page applies on a click; keys of the spec and their new values. */
export type SpecChange = Readonly<Record<string, unknown>>;

/** Ids of the columns that coding adds to a table. */
export const codedColumns = { category: 'category', aspect: 'aspect', link: 'link', severity: 'severity' } as const;

/**
 * Ids of the columns that hold the contributing links of a row, by coded level: first and second. They are not offered
 * in forms; `link` and its aspect and category are the primary ones.
 */
export const contributingColumns: Readonly<Record<string, readonly [string, string]>> = {
  [codedColumns.category]: ['category2', 'category3'],
  [codedColumns.aspect]: ['aspect2', 'aspect3'],
  [codedColumns.link]: ['link2', 'link3'],
};

/** One cell of a line of a `lines` field. */
export type LineCell = Extract<PlainField, { readonly input: 'column' | 'choice' | 'number' }>;

/** One field of the options form. The form is drawn from these; a page knows no tool. */
export type SpecField = PlainField & {
  /** Seldom needed: the form keeps it folded away. */
  readonly advanced?: boolean;
};

type PlainField =
  | {
      readonly key: string;
      readonly input: 'column';
      readonly types: readonly ColumnType[];
      readonly optional?: boolean;
      /** Also offers the coded levels `category`, `aspect`, `link` and `severity`. */
      readonly coded?: boolean;
      /** `second`: the column is one of the second dataset. */
      readonly from?: 'first' | 'second';
      readonly showWhen?: FieldCondition;
    }
  /** Several columns of the first dataset. */
  | {
      readonly key: string;
      readonly input: 'columns';
      readonly types: readonly ColumnType[];
      readonly coded?: boolean;
      readonly showWhen?: FieldCondition;
    }
  | {
      readonly key: string;
      readonly input: 'choice';
      readonly choices: readonly string[];
      readonly showWhen?: FieldCondition;
    }
  | {
      readonly key: string;
      readonly input: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
      readonly optional?: boolean;
      readonly showWhen?: FieldCondition;
    }
  | { readonly key: string; readonly input: 'switch'; readonly showWhen?: FieldCondition }
  /** Values of the column named by `of`, to count as "defective", to keep, …. */
  | { readonly key: string; readonly input: 'values'; readonly of: string; readonly showWhen?: FieldCondition }
  | {
      readonly key: string;
      readonly input: 'period';
      readonly of: string;
      readonly optional?: boolean;
      readonly showWhen?: FieldCondition;
    }
  /** One day; empty means what the analysis takes from the data. */
  | { readonly key: string; readonly input: 'day'; readonly showWhen?: FieldCondition }
  | { readonly key: string; readonly input: 'dataset'; readonly optional?: boolean; readonly showWhen?: FieldCondition }
  | { readonly key: string; readonly input: 'filters' }
  /** Phase starts of a chart: a list of point labels with a name and a reason each. */
  | { readonly key: string; readonly input: 'phases' }
  /** Points left out of the limits: a list of point labels with a reason each. */
  | { readonly key: string; readonly input: 'exclusions' }
  /** A list whose lines all have these cells, such as a column with its weight; words of a cell are `cell.<key>`. */
  | {
      readonly key: string;
      readonly input: 'lines';
      readonly cells: readonly LineCell[];
      readonly showWhen?: FieldCondition;
    };

/** The field is shown only while another field has one of these values. */
export interface FieldCondition {
  readonly key: string;
  readonly in: readonly (string | boolean)[];
}

export interface SpecSchema {
  readonly fields: readonly SpecField[];
}

/** Names of taxonomy codes for labels, in both languages. */
export interface CodeNames {
  name(code: string): { readonly zh: string; readonly en: string } | undefined;
  /** Order of the code in the taxonomy, for stable ties. */
  order(code: string): number;
  parent(code: string): string | undefined;
  severity(code: string): number | undefined;
}

export interface AnalysisInput {
  /** The dataset with coding applied: coded levels are dictionary columns `category`, `aspect`, `link`; number column `severity`. */
  readonly table: Table;
  /** A second dataset, for denominators. */
  readonly second?: Table;
  readonly codes: CodeNames;
}

/** One cell of a table twin. Numbers stay numbers: the page formats, the CSV keeps full precision. */
export type TwinCell = number | string | null | { readonly phrase: Phrase };

export interface TwinColumn {
  readonly key: string;
  readonly label: Phrase;
  /** `probability`: four decimals, and never 0 where it is only too small for them. */
  readonly format: 'text' | 'count' | 'number' | 'percent' | 'ppm' | 'probability' | 'date' | 'month';
  readonly digits?: number;
}

/** The table that says the same numbers as the picture. */
export interface TableTwin {
  readonly caption: Phrase;
  readonly columns: readonly TwinColumn[];
  readonly rows: readonly {
    readonly cells: readonly TwinCell[];
    /** Conditions that select the rows behind this line; absent when there are none to show. */
    readonly drill?: readonly Filter[];
    /** The same analysis one level further down; where it is absent, the next step is the rows. */
    readonly deeper?: SpecChange;
    readonly emphasis?: 'signal' | 'muted' | 'total';
  }[];
}

export interface Check {
  readonly status: 'good' | 'caution' | 'bad';
  readonly sentence: Phrase;
}

export interface Findings {
  /** The figures a reader looks for first. `drill` opens the rows behind one. */
  readonly headline: readonly {
    readonly label: Phrase;
    readonly value: PhraseValue;
    readonly note?: Phrase;
    readonly drill?: readonly Filter[];
  }[];
  /** What is seen, how sure, what to check. */
  readonly sentences: readonly Phrase[];
  /** Is the data fit for this: amount, denominators, coding, stability. */
  readonly reportCard: readonly Check[];
  /** The formulas with this chart's own numbers in them. */
  readonly howComputed: readonly Phrase[];
}

export interface ChartContext {
  readonly phrase: (phrase: Phrase) => string;
  readonly value: (value: PhraseValue) => string;
  readonly theme: ChartTheme;
  /** Set by the person on the chart: what the pointer or the arrow keys have selected. */
  readonly selected?: number;
}

/** A picture and what a click on its marks means. */
export interface Picture {
  readonly option: ChartOption;
  /** The picture in one sentence, for screen readers and reports. */
  readonly summary: Phrase;
  /** Conditions behind data item `index` of series `seriesId`. */
  drill(seriesId: string, index: number): readonly Filter[] | undefined;
  /** What a mark says, in words: its tooltip, for the keyboard and screen readers. */
  describe?(seriesId: string, index: number): string | undefined;
  /** The spec that shows the parts of that mark; undefined = the next step is its rows. */
  deeper?(seriesId: string, index: number): SpecChange | undefined;
  /** The way from the whole to what is shown, for a breadcrumb; the last entry is where one stands. */
  readonly trail?: readonly { readonly label: PhraseValue; readonly change: SpecChange }[];
}

/**
 * An analysis slice. `Spec` and `Outcome` are plain data (they pass `structuredClone` and JSON).
 *
 * `run` never throws for anything that a file or a choice can cause.
 */
export interface AnalysisSlice<Spec, Outcome> {
  /** Also the name of the catalogue: `analyses.<id>`. */
  readonly id: string;
  /** It can be computed from its spec alone; `run` then gets a table without columns. */
  readonly withoutData?: boolean;
  readonly schema: SpecSchema;
  /** A spec that runs on this table without questions, or the reason why none can. */
  defaults(input: AnalysisInput): Result<Spec, Failure>;
  /** Parses a stored spec; unknown keys are dropped, wrong ones named. */
  parse(raw: unknown): Result<Spec, Failure>;
  /** Ids of the columns that `run` reads, of the first and the second dataset; the others are not loaded. */
  columns(spec: Spec): { readonly first: readonly string[]; readonly second: readonly string[] };
  run(input: AnalysisInput, spec: Spec): Result<Outcome, Failure>;
  /** Labels of the points that phases and exclusions may name, in order; absent where there are none. */
  pointLabels?(outcome: Outcome): readonly string[];
  picture(outcome: Outcome, context: ChartContext): Picture;
  rows(outcome: Outcome): TableTwin;
  findings(outcome: Outcome): Findings;
  /** What documents may take over; absent where there is nothing to take. */
  cite?(outcome: Outcome): Partial<Citation>;
}
