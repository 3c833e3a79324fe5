import { customerKeyer } from '../kernel/customer-key';
import type { Failure } from '../kernel/result';
import { openBlockStore } from '../store/blocks';
import { withWriterLock } from '../store/writer-lock';
import { customerSecrets } from './customer-secret';
import {
  eraseCustomer,
  findCustomer,
  type ErasedCustomer,
  type ErasureTools,
  type FoundCustomer,
} from './erase-customer';
import { profileShelf } from './profile-shelf';
import type { Workbench } from './workbench.svelte';

/** looking: reading keys · found: may be confirmed · erasing: writing. */
export type ErasureStage = 'idle' | 'looking' | 'found' | 'erasing' | 'done';

/** Deleting what is kept of one customer whose number a person types. The number is turned into keys and not kept. */
export class CustomerErasure {
  readonly #workbench: Workbench;
  #keys: readonly string[] = [];

  stage = $state<ErasureStage>('idle');
  found = $state.raw<FoundCustomer | null>(null);
  done = $state.raw<ErasedCustomer | null>(null);
  failure = $state.raw<Failure | null>(null);
  progress = $state(0);

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Whether this profile makes keys; without, what others made can only be counted. */
  get hasKeys(): boolean {
    return customerSecrets(this.#workbench).length > 0;
  }

  /** Looks for the number in every dataset and in the ledger; nothing is changed. */
  async look(number: string): Promise<void> {
    this.#keys = customerSecrets(this.#workbench).flatMap((secret) => customerKeyer(secret)(number) ?? []);
    this.done = null;
    this.found = null;
    this.stage = 'looking';
    const result = await findCustomer(this.#tools, this.#keys);
    this.failure = result.ok ? null : result.failure;
    if (result.ok) this.found = result.value;
    this.stage = result.ok ? 'found' : 'idle';
  }

  forget(): void {
    this.#keys = [];
    this.found = null;
    this.failure = null;
    this.stage = 'idle';
  }

  /** Deletes what was found, for good. */
  async erase(): Promise<void> {
    if (this.stage !== 'found') return;
    this.stage = 'erasing';
    this.progress = 0;
    const result = await withWriterLock(() =>
      eraseCustomer(this.#tools, this.#keys, (fraction) => (this.progress = fraction)),
    );
    await this.#workbench.refresh();
    if (result.ok) {
      this.forget();
      this.done = result.value;
      this.stage = 'done';
    } else {
      this.failure = result.failure;
      this.stage = 'found';
    }
  }

  get #tools(): ErasureTools {
    const { store, bridge } = this.#workbench;
    return { store, bridge, openBlocks: () => openBlockStore(), shelf: profileShelf };
  }
}
