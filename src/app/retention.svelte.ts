import { dueForDeletion, readRules, type Due, type RetentionKind } from '../domain/retention/retention';
import type { Failure } from '../kernel/result';
import { openBlockStore } from '../store/blocks';
import { withWriterLock } from '../store/writer-lock';
import { profileShelf } from './profile-shelf';
import { deleteKept, readKeptThings } from './retained';
import { todayEpochDay } from './today';
import type { Workbench } from './workbench.svelte';

/** Field of the workbench's settings. */
const rulesField = 'retention';

/** Rules of retention and what is due under them. Nothing is deleted before a person confirms it. */
export class Retention {
  readonly #workbench: Workbench;

  due = $state.raw<readonly Due[]>([]);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  /** How many were deleted last; null before. */
  deleted = $state<number | null>(null);

  readonly rules = $derived.by(() => readRules(this.#workbench.setting(rulesField)));

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Looks for what is due today. */
  async load(): Promise<void> {
    const kept = await readKeptThings(this.#workbench.store);
    this.failure = kept.ok ? null : kept.failure;
    if (kept.ok) this.due = dueForDeletion(kept.value, this.rules, todayEpochDay());
  }

  /** Keeps a kind for so many months; null = no rule. */
  async setRule(kind: RetentionKind, months: number | null): Promise<void> {
    const { turns } = this.#workbench;
    // All rules are one value: the rule chosen before must be in it.
    const saved = await turns.take(() => this.#workbench.saveSetting(rulesField, { ...this.rules, [kind]: months }));
    if (saved.ok) await this.load();
    else this.failure = saved.failure;
  }

  /** Deletes for good what was chosen from the list. */
  async delete(chosen: readonly Due[]): Promise<void> {
    this.isBusy = true;
    const { store, bridge } = this.#workbench;
    const tools = { store, bridge, openBlocks: () => openBlockStore(), shelf: profileShelf };
    const done = await withWriterLock(() => deleteKept(tools, chosen));
    this.isBusy = false;
    this.deleted = done.ok ? done.value : null;
    await this.#workbench.refresh();
    await this.load();
    if (!done.ok) this.failure = done.failure;
  }
}
