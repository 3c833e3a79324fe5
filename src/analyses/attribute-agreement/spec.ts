import * as v from 'valibot';
import { getBit } from '../../kernel/bitmap';
import { fail, type Failure, type Result } from '../../kernel/result';
import type { Column, ColumnType, DictionaryColumn, Table } from '../../table/column';
import type { Filter } from '../../table/filter';
import { codedColumns, type AnalysisInput, type SpecSchema } from '../contract';
import { readSpec, specParts } from '../read-spec';
import { filterColumns, uniqueIds } from '../columns-read';

const levels = ['asWritten', 'link', 'aspect', 'category'] as const;
const scales = ['nominal', 'ordinal'] as const;
const weightings = ['linear', 'quadratic'] as const;

export type AgreementLevel = (typeof levels)[number];

export interface AgreementSpec {
  /** Columns side by side: one per rater, one case per row. */
  readonly raters: readonly string[];
  /** The right answer, where it is known. */
  readonly reference: string | null;
  /** How far taxonomy codes are cut off before they are compared. */
  readonly level: AgreementLevel;
  readonly scale: (typeof scales)[number];
  /** Ordered grades only: how much a disagreement counts by its distance. */
  readonly weights: (typeof weightings)[number];
  readonly filters: readonly Filter[];
}

const ratingTypes: readonly ColumnType[] = ['category', 'text', 'identifier', 'boolean', 'number'];

/** The options form. */
export const agreementSchema: SpecSchema = {
  fields: [
    { key: 'raters', input: 'columns', types: ratingTypes, coded: true },
    { key: 'reference', input: 'column', types: ratingTypes, coded: true, optional: true },
    { key: 'level', input: 'choice', choices: levels },
    { key: 'scale', input: 'choice', choices: scales },
    { key: 'weights', input: 'choice', choices: weightings, showWhen: { key: 'scale', in: ['ordinal'] } },
    { key: 'filters', input: 'filters' },
  ],
};

const stored: v.GenericSchema<unknown, AgreementSpec> = v.object({
  raters: specParts.values,
  reference: specParts.column,
  level: specParts.choice(levels, 'asWritten'),
  scale: specParts.choice(scales, 'nominal'),
  weights: specParts.choice(weightings, 'quadratic'),
  filters: specParts.filters,
});

/** An agreement spec from unknown data. */
export function parseAgreementSpec(raw: unknown): Result<AgreementSpec, Failure> {
  return readSpec(stored, raw);
}

const mostCategories = 200;

/** The largest set of columns that use the same words: they look like several people's answers to one question. */
export function agreementDefaults({ table }: AnalysisInput): Result<AgreementSpec, Failure> {
  const candidates = wordColumns(table);
  const sets = candidates.map((first) => candidates.filter((other) => usesSameWords(first, other)));
  const withoutSource = sets.map((set) => withoutOwnCoding(set));
  const largest = withoutSource.reduce<readonly Column[]>((best, set) => (set.length > best.length ? set : best), []);
  if (largest.length < 2) return fail('agreement-no-raters');
  return parseAgreementSpec({ raters: largest.map(({ id }) => id) });
}

/** The coded link is translated from one of the columns: against it, agreement is certain and says nothing. */
function withoutOwnCoding(set: readonly DictionaryColumn[]): readonly DictionaryColumn[] {
  const [link, ...others] = [...set].sort((a, b) => Number(isLink(b)) - Number(isLink(a)));
  return isLink(link) && others.some((other) => isTranslated(other, link)) ? others : set;
}

function isLink({ id }: DictionaryColumn): boolean {
  return id === codedColumns.link;
}

/** Whether each word of one column always stands beside the same word of the other. */
function isTranslated(source: DictionaryColumn, coded: DictionaryColumn): boolean {
  const beside = new Map<number, number>();
  for (let row = 0; row < source.codes.length; row++) {
    if (getBit(source.missing, row) || getBit(coded.missing, row)) continue;
    const known = beside.get(source.codes[row]);
    if (known === undefined) beside.set(source.codes[row], coded.codes[row]);
    else if (known !== coded.codes[row]) return false;
  }
  return beside.size > 0;
}

function wordColumns({ columns }: Table): DictionaryColumn[] {
  const isBroader = (id: string): boolean => id === codedColumns.aspect || id === codedColumns.category;
  return columns.filter(
    (column): column is DictionaryColumn =>
      column.layout === 'dictionary' &&
      !isBroader(column.id) &&
      column.dictionary.length >= 2 &&
      column.dictionary.length <= mostCategories,
  );
}

function usesSameWords(first: DictionaryColumn, other: DictionaryColumn): boolean {
  const known = new Set(first.dictionary);
  const shared = other.dictionary.filter((word) => known.has(word)).length;
  return shared / Math.min(first.dictionary.length, other.dictionary.length) >= 0.5 && shared >= 2;
}

/** Columns that an agreement study reads. */
export function agreementColumns(spec: AgreementSpec): {
  readonly first: readonly string[];
  readonly second: readonly string[];
} {
  const named = [...spec.raters, spec.reference, ...filterColumns(spec.filters)];
  return { first: uniqueIds(named), second: [] };
}
