import { trainSuggester, type Suggester } from '../../domain/coding/suggest';
import type { Taxonomy } from '../../domain/taxonomy';
import { getBit } from '../../kernel/bitmap';
import { fail, ok } from '../../kernel/result';
import type { DictionaryColumn, Table } from '../../table/column';
import { findDictionary } from '../../table/find-column';
import type { DatasetCache } from '../dataset-cache';
import type { CodingRef, JobHandlers } from '../protocol';
import { readCoded } from '../read-coded';

type CodingJobs = Pick<JobHandlers, 'suggestForValues' | 'codingQueue'>;

/** Suggestions for people who code: proposals only, nothing here decides. */
export function createCodingJobs(openCache: () => Promise<DatasetCache>): CodingJobs {
  return {
    suggestForValues: ({ taxonomy, values }) => {
      const suggester = trainSuggester(taxonomy, []);
      return ok(values.map((value) => suggester.suggestForValue(value)));
    },

    codingQueue: async ({ dataset, textColumn, taxonomy, skip, limit }) => {
      const table = await readCoded(await openCache(), dataset, [textColumn, 'link'], taxonomy);
      if (!table.ok) return table;
      const texts = findDictionary(table.value, textColumn);
      if (!texts) return fail('column-unknown');
      const suggester = learnt(taxonomy, texts, dataset.coding);
      const uncoded = uncodedRows(table.value, texts);
      const skipped = new Set(skip);
      const waiting = uncoded.filter((row) => !skipped.has(row));
      return ok({
        uncoded: uncoded.length,
        items: waiting.slice(0, limit).map((row) => {
          const text = texts.dictionary[texts.codes[row]];
          return { row, text, suggestions: suggester.suggest(text) };
        }),
      });
    },
  };
}

/** A suggester that has learnt from every row a person decided. */
function learnt(taxonomy: Taxonomy, texts: DictionaryColumn, coding: CodingRef | null): Suggester {
  const confirmed = Object.entries(coding?.byRow ?? {}).flatMap(([key, code]) => {
    const row = Number(key);
    return row < texts.codes.length && !getBit(texts.missing, row)
      ? [{ text: texts.dictionary[texts.codes[row]], code }]
      : [];
  });
  return trainSuggester(taxonomy, confirmed);
}

/** Rows with a text and without a link. */
function uncodedRows(table: Table, texts: DictionaryColumn): number[] {
  const links = findDictionary(table, 'link');
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const coded = links !== undefined && !getBit(links.missing, row);
    if (!coded && !getBit(texts.missing, row)) rows.push(row);
  }
  return rows;
}
