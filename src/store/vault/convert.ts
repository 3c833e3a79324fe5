import { createBlockConnection, type BlockConnectionOptions } from '../block-connection';
import type { Shelf } from '../snapshots';
import type { Store } from '../store';
import type { StoreResult } from '../types';
import { ok } from '../../kernel/result';
import { storageFailure } from '../storage-failure';
import type { RowVault } from './rows';

export interface ConvertTargets {
  readonly store: Store;
  /** The place of the snapshots, through the seal; null where there is none. */
  readonly shelf: Shelf | null;
  readonly rows: RowVault;
  readonly seals: boolean;
  readonly blocks?: BlockConnectionOptions;
}

/**
 * Writes everything again: sealed, or as it stands. The lock says beforehand that this is under way, so that a kill at
 * any moment leaves a profile that opens with the passphrase and goes on where it was.
 *
 * `useCipher` must have been called: blocks and snapshots are written with it.
 */
export async function convertProfile(
  { store, shelf, rows, seals, blocks = {} }: ConvertTargets,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<StoreResult<null>> {
  const written = await store.rewriteRows(rows, seals);
  if (!written.ok) return written;
  onProgress(0.3);
  const connection = createBlockConnection(blocks);
  try {
    const datasets = await connection.datasets();
    for (const [index, dataset] of datasets.entries()) {
      const columns = new Set((await connection.keys(dataset)).map(([, column]) => column));
      // Column by column: a dataset of a million rows need not fit into memory twice.
      for (const column of columns) await connection.put(dataset, await connection.get(dataset, column));
      onProgress(0.3 + (0.5 * (index + 1)) / datasets.length);
    }
  } catch (error) {
    return storageFailure(error);
  } finally {
    connection.close();
  }
  if (shelf) await convertShelf(shelf);
  onProgress(1);
  return ok(null);
}

async function convertShelf(shelf: Shelf): Promise<void> {
  let names: readonly string[];
  try {
    names = await shelf.list();
  } catch {
    // No private files here.
    return;
  }
  for (const name of names) {
    const bytes = await shelf.read(name);
    if (bytes) await shelf.write(name, bytes);
  }
}
