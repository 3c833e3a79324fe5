import { secretNameOf } from '../../kernel/customer-key';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { customerColumnId } from '../../ingest/customer-column';
import { blocksIdOf, prepareTable, type WritableBlockStore } from '../../store/blocks';
import { getBit } from '../../kernel/bitmap';
import { takeRows } from '../../table/take-rows';
import type { Table } from '../../table/column';
import type { CustomerRows, DatasetRef, JobHandlers } from '../protocol';

type CustomerJobs = Pick<JobHandlers, 'findCustomer' | 'leaveOutRows'>;

/** Finding the rows of a customer by key, and writing datasets without them. */
export function createCustomerJobs(openBlocks: () => Promise<WritableBlockStore>): CustomerJobs {
  return {
    findCustomer: async ({ datasets, keys }) => {
      const blocks = await openBlocks();
      const found: CustomerRows[] = [];
      for (const dataset of datasets) {
        const read = await keysIn(blocks, dataset);
        if (!read.ok) return read;
        if (!read.value) continue;
        const own = new Set(keys.map(secretNameOf));
        const rows = rowsWith(read.value, new Set(keys));
        const foreign = rowsWith(read.value, { has: (key) => !own.has(secretNameOf(key)) }).length;
        if (rows.length + foreign > 0) found.push({ datasetId: dataset.id, rows, foreign });
      }
      return ok(found);
    },

    leaveOutRows: async ({ dataset, rows: removed, edition }, { signal, onProgress }) => {
      const blocks = await openBlocks();
      const from = blocksIdOf(dataset.id, dataset);
      const ids = dataset.columns.map(({ id }) => id);
      const table = await blocks.read(from, dataset, ids);
      if (!table.ok) return table;
      const sourceRows = await blocks.readSourceRows(from, dataset);
      if (!sourceRows.ok) return sourceRows;
      const kept = othersOf(dataset.rows, removed);
      const rest = takeRows(table.value, kept);
      const before = sourceRows.value;
      const sourceRowsKept = before ? kept.map((row) => before[row]) : undefined;
      const to = blocksIdOf(dataset.id, { edition });
      const written = await blocks.write(to, prepareTable(rest, sourceRowsKept), { signal, onProgress });
      if (!written.ok) return written;
      const sound = await blocks.verify(to, { rows: rest.rows, ...written.value });
      if (!sound.ok) return sound;
      const damage = sound.value.at(0);
      if (damage) {
        await blocks.remove(to);
        return fail('not-read-back', { column: damage.name });
      }
      return ok({ rows: rest.rows, ...written.value });
    },
  };
}

/** The column of keys; null where the dataset has none. */
async function keysIn(blocks: WritableBlockStore, dataset: DatasetRef): Promise<Result<Table | null, Failure>> {
  if (!dataset.columns.some(({ id }) => id === customerColumnId)) return ok(null);
  return blocks.read(blocksIdOf(dataset.id, dataset), dataset, [customerColumnId]);
}

/** Numbers of the rows whose key is wanted, in order. */
function rowsWith({ columns: [column], rows }: Table, keys: Pick<ReadonlySet<string>, 'has'>): readonly number[] {
  if (column.layout !== 'dictionary') return [];
  const wanted = new Set(column.dictionary.flatMap((text, code) => (keys.has(text) ? [code] : [])));
  const found: number[] = [];
  if (wanted.size === 0) return found;
  for (let row = 0; row < rows; row++) {
    if (wanted.has(column.codes[row]) && !getBit(column.missing, row)) found.push(row);
  }
  return found;
}

function othersOf(rows: number, removed: readonly number[]): Uint32Array {
  const kept = new Uint32Array(rows - removed.length);
  let [next, at] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (removed[next] === row) next++;
    else kept[at++] = row;
  }
  return kept;
}
