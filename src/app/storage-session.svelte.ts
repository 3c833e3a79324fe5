import type { Failure } from '../kernel/result';
import { blocksIdOf, openBlockStore, type Damage } from '../store/blocks';
import { listSnapshots, repairBlocks, type Shelf, type Snapshot } from '../store/snapshots';
import { requestPersistence, storageFacts, type StorageFacts } from '../store/storage-facts';
import type { RestartCheck } from '../store/types';
import { profileShelf } from './profile-shelf';
import { beginRestartCheck, readRestartCheck, type RestartState } from './restart-check';
import type { Workbench } from './workbench.svelte';

/** A dataset whose blocks are not what was written. */
export interface DamagedDataset {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly blocks: number;
}

/** What the storage page shows: where the data are, how safe they are there, and whether every block is sound. */
export class StorageSession {
  readonly #workbench: Workbench;
  readonly #shelf: Shelf;
  #abort = new AbortController();

  facts = $state.raw<StorageFacts | null>(null);
  snapshot = $state.raw<Snapshot | null>(null);
  restart = $state.raw<{ readonly state: RestartState; readonly check: RestartCheck | null } | null>(null);
  refused = $state(false);
  checking = $state(false);
  progress = $state(0);
  /** `null` until the check has run to its end. */
  checkedBlocks = $state<number | null>(null);
  damaged = $state.raw<readonly DamagedDataset[]>([]);
  /** How many datasets were brought back from the snapshot; `null` until tried. */
  repaired = $state<number | null>(null);
  failure = $state.raw<Failure | null>(null);

  constructor(workbench: Workbench, shelf: Shelf = profileShelf()) {
    this.#workbench = workbench;
    this.#shelf = shelf;
  }

  /** Asks the browser for everything; `token` is that of the address. */
  async load(token: string | null): Promise<void> {
    this.facts = await storageFacts();
    this.restart = await readRestartCheck(this.#workbench.store, this.#places, token);
    try {
      this.snapshot = (await listSnapshots(this.#shelf)).at(0) ?? null;
    } catch {
      // No private files here, such as on file:// in Chromium: then there is no snapshot either.
      this.snapshot = null;
    }
  }

  close(): void {
    this.#abort.abort();
  }

  /** To be called from a click. */
  async persist(): Promise<void> {
    this.refused = (await requestPersistence()) !== true;
    this.facts = await storageFacts();
  }

  async beginRestart(): Promise<void> {
    const begun = await beginRestartCheck(this.#workbench.store, this.#places);
    if (begun.ok) this.restart = { state: 'begun', check: begun.value };
    else this.failure = begun.failure;
  }

  /** Reads every block of every dataset and compares it with its digest. */
  async check(): Promise<void> {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.checking = true;
    this.progress = 0;
    this.failure = null;
    this.checkedBlocks = null;
    this.repaired = null;
    const blocks = await openBlockStore();
    const damaged: DamagedDataset[] = [];
    let checked = 0;
    try {
      const { datasets } = this.#workbench;
      for (const [index, { id, name, manifest }] of datasets.entries()) {
        const found = await blocks.verify(blocksIdOf(id, manifest), manifest, { signal });
        if (!found.ok) {
          this.failure = found.failure;
          return;
        }
        checked += manifest.blocks.length;
        if (found.value.length > 0) damaged.push(toDamaged(id, name, found.value));
        this.progress = (index + 1) / datasets.length;
      }
      this.damaged = damaged;
      this.checkedBlocks = checked;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.checking = false;
      blocks.close();
    }
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Writes the damaged datasets again from the copy of the snapshots. */
  async repair(): Promise<void> {
    const blocks = await openBlockStore();
    const left: DamagedDataset[] = [];
    for (const dataset of this.damaged) {
      const manifest = this.#workbench.dataset(dataset.id)?.manifest;
      const done = manifest && (await repairBlocks(dataset.id, manifest, blocks, this.#shelf));
      if (done && !done.ok) this.failure = done.failure;
      if (!done?.ok || !done.value) left.push(dataset);
    }
    blocks.close();
    this.repaired = this.damaged.length - left.length;
    this.damaged = left;
  }

  get #places(): Parameters<typeof beginRestartCheck>[1] {
    return { locks: (navigator as { locks?: LockManager }).locks, session: sessionStorage };
  }
}

function toDamaged(id: string, name: string, damages: readonly Damage[]): DamagedDataset {
  return { id, name, columns: [...new Set(damages.map((damage) => damage.name))], blocks: damages.length };
}
