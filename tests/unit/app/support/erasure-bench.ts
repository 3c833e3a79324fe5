import type { ErasureTools } from '../../../../src/app/erase-customer';
import { planCustomer } from '../../../../src/ingest/customer-column';
import { openBlockStore, type WritableBlockStore } from '../../../../src/store/blocks';
import type { Shelf } from '../../../../src/store/snapshots';
import type { OpenStoreOptions } from '../../../../src/store/open-store';
import type { Json } from '../../../../src/store/types';
import { createCustomerJobs } from '../../../../src/worker/jobs/customer-jobs';
import { createImportJobs } from '../../../../src/worker/jobs/import-jobs';
import type { JobHooks } from '../../../../src/worker/protocol';
import { openComputer, succeed, type Computer } from '../../store/support/bundles';
import { change, IDBKeyRange } from '../../store/support/open';

export const secret = '5ac3'.repeat(16);
export const wanted = '13800138000';
const hooks: JobHooks = { signal: new AbortController().signal, onProgress: () => undefined };
const label = { code: 'rename' };

export interface Bench extends Computer {
  readonly tools: ErasureTools;
  readonly shelf: Shelf & { readonly files: Map<string, Uint8Array<ArrayBuffer>> };
}

function memoryShelf(): Bench['shelf'] {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    files,
    list: async () => [...files.keys()],
    read: async (name) => files.get(name) ?? null,
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
  };
}

/** A computer that can import and erase, with nothing in it. */
export async function openEmptyBench(options: OpenStoreOptions = {}): Promise<Bench> {
  const computer = await openComputer(options);
  const openBlocks = (): Promise<WritableBlockStore> => openBlockStore({ indexedDB: computer.factory, IDBKeyRange });
  const jobs = { ...createImportJobs(openBlocks), ...createCustomerJobs(openBlocks) };
  const shelf = memoryShelf();
  const run = ((name: keyof typeof jobs, input: never) => jobs[name](input, hooks)) as ErasureTools['bridge']['run'];
  return { ...computer, shelf, tools: { store: computer.store, bridge: { run }, openBlocks, shelf: () => shelf } };
}

/** A computer with a dataset of six rows, of which the wanted customer has the second and the fifth. */
export async function openBench(
  numbers = ['1', wanted, '2', '3', '138 0013 8000', '4'],
  options: OpenStoreOptions = {},
): Promise<Bench> {
  const bench = await openEmptyBench(options);
  const jobs = createImportJobs(bench.tools.openBlocks);
  const lines = numbers.map((number, i) => `2024-01-0${i + 1},${number},secret${i}`);
  const file = new File([['日期,手机,内容', ...lines].join('\n')], 'a.csv');
  const { plan } = succeed(await jobs.inspect({ file, fileName: file.name, options: {} }, hooks));
  const chosen = { ...plan, customer: planCustomer(plan.columns, 'c1') };
  succeed(await jobs.check({ plan: chosen, stored: [], secret }, hooks));
  const stored = succeed(await jobs.store({ datasetId: 'd', rows: 'all', stored: [] }, hooks));
  const { digest: _digest, ...layout } = stored;
  const source = { fileName: 'a', fileDigest: 'x', bytes: 1, importedAt: 1, plan: null, issues: [], masked: [] };
  const manifest = { ...layout, source: { ...source, invented: false } } as unknown as Json;
  succeed(
    await bench.store.commit(
      [
        change('dataset', 'd', 'name', 'data'),
        change('dataset', 'd', 'manifest', manifest),
        change('analysis', 'a', 'datasetId', 'd'),
        change('coding', 'd', 'row:1', 'G1'),
        change('coding', 'd', 'row:2', 'G2'),
        change('coding', 'd', 'row:5', 'G5'),
        change('coding', 'd', 'contributing:5', ['G6']),
      ],
      label,
    ),
  );
  return bench;
}
