import { trainSuggester, type ConfirmedText } from '../../domain/coding/suggest';
import { getBit } from '../../kernel/bitmap';
import { fail, ok } from '../../kernel/result';
import type { DictionaryColumn, Table } from '../../table/column';
import { findDictionary } from '../../table/find-column';
import { blocksIdOf } from '../../store/blocks';
import type { DatasetCache } from '../dataset-cache';
import type { CodedDataset, CodingRef, JobHandlers } from '../protocol';
import { readCoded } from '../read-coded';

type CodingJobs = Pick<JobHandlers, 'suggestForValues' | 'codingQueue'>;

/** Suggestions for people who code: proposals only, nothing here decides. */
export function createCodingJobs(openCache: () => Promise<DatasetCache>): CodingJobs {
  /** Texts confirmed in other datasets: they are asked for with every few rows, and seldom change meanwhile. */
  let remembered: { readonly key: string; readonly texts: readonly ConfirmedText[] } | null = null;

  /** A dataset that cannot be read teaches nothing; what is wrong with it is said where it is opened. */
  async function readElsewhere(coded: readonly CodedDataset[]): Promise<readonly ConfirmedText[]> {
    if (coded.length === 0) return [];
    const key = JSON.stringify(
      coded.map(({ dataset, textColumn }) => [blocksIdOf(dataset.id, dataset), textColumn, dataset.coding]),
    );
    if (remembered?.key === key) return remembered.texts;
    const cache = await openCache();
    const texts: ConfirmedText[] = [];
    for (const { dataset, textColumn } of coded) {
      const table = await cache.read(dataset, [textColumn]);
      const column = table.ok ? findDictionary(table.value, textColumn) : undefined;
      if (column) texts.push(...confirmedTexts(column, dataset.coding));
    }
    remembered = { key, texts };
    return texts;
  }

  return {
    suggestForValues: ({ taxonomy, values, confirmed = [] }) => {
      const suggester = trainSuggester(taxonomy, confirmed);
      return ok(values.map((value) => suggester.suggestForValue(value)));
    },

    codingQueue: async ({ dataset, textColumn, taxonomy, skip, limit, elsewhere = [], confirmed = [] }) => {
      // Before the dataset in hand, which then is what is kept in memory.
      const others = await readElsewhere(elsewhere);
      const table = await readCoded(await openCache(), dataset, [textColumn, 'link'], taxonomy);
      if (!table.ok) return table;
      const texts = findDictionary(table.value, textColumn);
      if (!texts) return fail('column-unknown');
      const suggester = trainSuggester(taxonomy, [...confirmed, ...others, ...confirmedTexts(texts, dataset.coding)]);
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

/** The texts of every row that a person decided. */
function confirmedTexts(texts: DictionaryColumn, coding: CodingRef | null): readonly ConfirmedText[] {
  return Object.entries(coding?.byRow ?? {}).flatMap(([key, code]) => {
    const row = Number(key);
    return row < texts.codes.length && !getBit(texts.missing, row)
      ? [{ text: texts.dictionary[texts.codes[row]], code }]
      : [];
  });
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
