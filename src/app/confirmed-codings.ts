import type { ConfirmedText } from '../domain/coding/suggest';
import type { Taxonomy } from '../domain/taxonomy';
import type { CodedDataset } from '../worker/protocol';
import { toDatasetRef, type CodingEntry, type DatasetEntry } from './entries';
import type { Workbench } from './workbench.svelte';

/** What suggestions learn from beside the dataset in hand: enough to know a bank's own words, little beside a file. */
const mostDatasets = 3;
const mostTexts = 300;
const mostValues = 500;

type Codings = Pick<Workbench, 'datasets' | 'coding' | 'taxonomyOf'>;

/** Values of source categories that people mapped to links of this taxonomy, those of the latest imports first. */
export function confirmedValues(workbench: Codings, taxonomy: Taxonomy): readonly ConfirmedText[] {
  const confirmed = new Map<string, string>();
  for (const { coding } of latestCodings(workbench, taxonomy)) {
    for (const [text, code] of Object.entries(coding.byValue)) {
      if (confirmed.size === mostValues) break;
      if (!confirmed.has(text)) confirmed.set(text, code);
    }
  }
  return [...confirmed].map(([text, code]) => ({ text, code }));
}

/** The other datasets whose texts people coded row by row by this taxonomy, with an even choice of these rows. */
export function confirmedElsewhere(workbench: Codings, datasetId: string, taxonomy: Taxonomy): readonly CodedDataset[] {
  return latestCodings(workbench, taxonomy)
    .flatMap(({ dataset, coding }) => {
      const rows = Object.entries(coding.byRow);
      const { textColumn } = coding;
      if (dataset.id === datasetId || textColumn === null || rows.length === 0) return [];
      const step = Math.max(1, rows.length / mostTexts);
      const byRow = Object.fromEntries(rows.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)));
      return [{ dataset: toDatasetRef(dataset, { ...coding, byRow, byValue: {}, contributing: {} }), textColumn }];
    })
    .slice(0, mostDatasets);
}

function latestCodings(
  workbench: Codings,
  taxonomy: Taxonomy,
): readonly { readonly dataset: DatasetEntry; readonly coding: CodingEntry }[] {
  return [...workbench.datasets]
    .sort((a, b) => b.manifest.source.importedAt - a.manifest.source.importedAt)
    .flatMap((dataset) => {
      const coding = workbench.coding(dataset.id);
      return coding && workbench.taxonomyOf(dataset.id).id === taxonomy.id ? [{ dataset, coding }] : [];
    });
}
