import { applyCoding, type CodedValues } from '../domain/coding/apply-coding';
import { applyContributing } from '../domain/coding/contributing';
import type { Taxonomy } from '../domain/taxonomy';
import { ok, type Failure, type Result } from '../kernel/result';
import type { Column, Table } from '../table/column';
import { findDictionary } from '../table/find-column';
import type { DatasetCache } from './dataset-cache';
import type { CodingRef, DatasetRef } from './protocol';

/** Columns that coding adds to a dataset; their ids cannot clash with a file's, which are `c0`, `c1`, …. */
export const codedColumnIds = ['category', 'aspect', 'link', 'severity'] as const;

/** Columns of the first and the second contributing link, and what lies above them. */
export const contributingColumnIds = ['category2', 'aspect2', 'link2', 'category3', 'aspect3', 'link3'] as const;

const codedIds: ReadonlySet<string> = new Set([...codedColumnIds, ...contributingColumnIds]);
const contributingIds: ReadonlySet<string> = new Set(contributingColumnIds);

/**
 * The dataset with these columns; coded levels are computed from the coding that lies over it.
 *
 * An uncoded row is missing in all four coded columns, so that every tool shows it as uncoded. The columns of
 * contributing links are there when one of them is asked for.
 */
export async function readCoded(
  cache: DatasetCache,
  dataset: DatasetRef,
  columnIds: readonly string[],
  taxonomy: Taxonomy,
): Promise<Result<Table, Failure>> {
  const wanted = columnIds.filter((id) => codedIds.has(id));
  const stored = columnIds.filter((id) => !codedIds.has(id));
  const { coding } = dataset;
  const source = wanted.length > 0 ? (coding?.column ?? null) : null;
  const table = await cache.read(dataset, source === null ? stored : [...stored, source]);
  if (!table.ok || wanted.length === 0) return table;
  const column = source === null ? undefined : findDictionary(table.value, source);
  const coded = applyCoding({
    rows: dataset.rows,
    source: column,
    values: new Map(Object.entries(coding?.byValue ?? {})),
    overrides: new Map(Object.entries(coding?.byRow ?? {}).map(([row, code]) => [Number(row), code])),
    taxonomy,
  });
  const columns: Column[] = [
    ...table.value.columns,
    dictionaryColumn('category', coded.category),
    dictionaryColumn('aspect', coded.aspect),
    dictionaryColumn('link', coded.link),
    { layout: 'numeric', type: 'number', id: 'severity', name: 'severity', ...coded.severity },
  ];
  if (wanted.some((id) => contributingIds.has(id))) columns.push(...contributingColumns(coded.link, coding, taxonomy));
  return ok({ ...table.value, columns });
}

function contributingColumns(primary: CodedValues, coding: CodingRef | null, taxonomy: Taxonomy): Column[] {
  const contributing = new Map(
    Object.entries(coding?.contributing ?? {}).map(([row, codes]) => [Number(row), codes] as const),
  );
  return applyContributing({ taxonomy, primary, contributing }).flatMap(({ category, aspect, link }, at) => [
    dictionaryColumn(`category${at + 2}`, category),
    dictionaryColumn(`aspect${at + 2}`, aspect),
    dictionaryColumn(`link${at + 2}`, link),
  ]);
}

function dictionaryColumn(id: string, words: CodedValues): Column {
  return { layout: 'dictionary', type: 'category', id, name: id, ...words };
}
