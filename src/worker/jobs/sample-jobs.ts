import { generateSample, type SampleColumn, type SampleDataset } from '../../domain/sample/generate';
import { createBitmap, setBit } from '../../kernel/bitmap';
import { fail, ok } from '../../kernel/result';
import type { WritableBlockStore } from '../../store/blocks';
import type { Column, Table } from '../../table/column';
import type { JobHandlers, SampleReply } from '../protocol';

type SampleJobs = Pick<JobHandlers, 'storeSample'>;

/** Makes the invented sample and writes it like any imported dataset. */
export function createSampleJobs(openBlocks: () => Promise<WritableBlockStore>): SampleJobs {
  return {
    storeSample: async ({ eventsId, volumesId, language }, { signal, onProgress }) => {
      const { events, volumes } = generateSample(language);
      const blocks = await openBlocks();
      const replies: SampleReply[] = [];
      for (const [datasetId, dataset] of [
        [eventsId, events],
        [volumesId, volumes],
      ] as const) {
        const written = await blocks.write(datasetId, toTable(dataset, language), { signal, onProgress });
        if (!written.ok) return written;
        replies.push({
          datasetId,
          rows: dataset.rows,
          ...written.value,
          ids: Object.fromEntries(dataset.columns.map((column, index) => [column.key, columnId(index)])),
        });
      }
      return signal.aborted ? fail('cancelled') : ok(replies);
    },
  };
}

function columnId(index: number): string {
  return `c${index}`;
}

function toTable(dataset: SampleDataset, language: 'zh' | 'en'): Table {
  return {
    rows: dataset.rows,
    columns: dataset.columns.map((column, index) => toColumn(column, columnId(index), language)),
  };
}

function toColumn({ name, type, values }: SampleColumn, id: string, language: 'zh' | 'en'): Column {
  const missing = createBitmap(values.length);
  values.forEach((value, row) => {
    if (value === null) setBit(missing, row);
  });
  if (type !== 'category' && type !== 'text' && type !== 'identifier') {
    const numbers = Float64Array.from(values, (value) => (typeof value === 'number' ? value : 0));
    return { layout: 'numeric', id, name: name[language], type, values: numbers, missing };
  }
  const places = new Map<string, number>();
  const codes = Uint32Array.from(values, (value) => {
    if (value === null) return 0;
    const word = String(value);
    const known = places.get(word);
    if (known !== undefined) return known;
    places.set(word, places.size);
    return places.size - 1;
  });
  return { layout: 'dictionary', id, name: name[language], type, codes, dictionary: [...places.keys()], missing };
}
