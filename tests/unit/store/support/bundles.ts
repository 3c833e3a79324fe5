import { openBlockStore } from '../../../../src/store/blocks';
import type { WritableBlockStore } from '../../../../src/store/blocks';
import { exportBundle } from '../../../../src/store/bundle/export-bundle';
import type { ExportedBundle, ExportRequest } from '../../../../src/store/bundle/export-bundle';
import { readBundle } from '../../../../src/store/bundle/read-bundle';
import type { IncomingFile, MergePlan, MergeRow } from '../../../../src/store/merge-types';
import type { OpenStoreOptions, Store } from '../../../../src/store/open-store';
import { stateDigest } from '../../../../src/store/state-digest';
import type { Result } from '../../../../src/kernel/result';
import { freshFactory, IDBKeyRange, openTestStore } from './open';

export const everything: ExportRequest = {
  purpose: 'backup',
  kinds: null,
  since: null,
  rows: true,
  looksPersonal: null,
  passphrase: null,
  app: { version: '0.0.0', build: 'test' },
  taxonomy: 'T1',
};

export const handOver: ExportRequest = { ...everything, purpose: 'hand-over' };

/** A computer with a store of its own. */
export interface Computer {
  readonly store: Store;
  readonly blocks: WritableBlockStore;
  readonly factory: IDBFactory;
}

export async function openComputer(options: OpenStoreOptions = {}, factory = freshFactory()): Promise<Computer> {
  const store = await openTestStore(factory, options);
  return { store, factory, blocks: await openBlockStore({ indexedDB: factory, IDBKeyRange }) };
}

export function succeed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export async function exportFrom(
  { store, blocks }: Computer,
  request: ExportRequest = handOver,
  now?: number,
): Promise<ExportedBundle> {
  return succeed(await exportBundle(store, blocks, request, now === undefined ? {} : { now }));
}

export async function read(bytes: Uint8Array<ArrayBuffer>, fileName = 'a.dmaic'): Promise<IncomingFile> {
  const { manifest, digest, records } = succeed(await readBundle(bytes));
  return { fileName, manifest, digest, records };
}

export async function mergeInto(
  { store }: Computer,
  files: readonly IncomingFile[],
): Promise<MergeRow & { plan: MergePlan }> {
  const plan = succeed(await store.planMerge(files));
  return { ...succeed(await store.applyMerge(plan)), plan };
}

export async function digestOf({ store }: Computer): Promise<string> {
  return stateDigest(succeed(await store.readEverything()).records);
}
