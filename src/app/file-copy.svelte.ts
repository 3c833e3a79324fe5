import { createContext } from 'svelte';
import type { Failure } from '../kernel/result';
import { openBlockStore } from '../store/blocks';
import { bundleExtension } from '../store/bundle/format';
import { openHandleShelf, type HandleShelf } from '../store/handles';
import { copyName, toRequest } from './copy-choice';
import { profileShelf } from './profile-shelf';
import type { Workbench } from './workbench.svelte';

/**
 * unsupported: this browser cannot write files · off · asking: the browser wants to be allowed again after a restart ·
 * on · writing · failed: the last copy was not written; it is tried again after the next change
 */
export type FileCopyState = 'unsupported' | 'off' | 'asking' | 'on' | 'writing' | 'failed';

/** A copy follows the last edit by so much, and the first one that is not in it by no more than `latestMs`. */
const idleMs = 20_000;
const latestMs = 300_000;
const lockName = 'service-quality-workbench.file-copy';
const handleKey = 'copy';

/** What the File System Access API adds, where there is one. */
interface PermittedHandle extends FileSystemFileHandle {
  queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

interface FilePicker {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

/**
 * Keeps a file on the person's disk up to date with everything that is stored: the copy that outlives the browser.
 *
 * The file is replaced whole or stays as it was. That it is no longer kept up to date is always said, never silent.
 */
export class FileCopy {
  readonly #workbench: Workbench;
  readonly #shelf: HandleShelf;
  readonly #picker: FilePicker;
  #handle: PermittedHandle | null = null;
  /** Counts how often another file, or none, was chosen. */
  #choice = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #state = $state<FileCopyState>('off');
  #writtenAt = $state<number | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #name = $state('');
  #lacking = $state.raw<readonly string[]>([]);
  /** Acts that the file holds; more than any store has, until the first copy was written. */
  #generation = -1;

  constructor(
    workbench: Workbench,
    shelf: HandleShelf = openHandleShelf(),
    picker: FilePicker = globalThis as unknown as FilePicker,
  ) {
    this.#workbench = workbench;
    this.#shelf = shelf;
    this.#picker = picker;
    if (!picker.showSaveFilePicker) this.#state = 'unsupported';
  }

  get state(): FileCopyState {
    return this.#state;
  }

  get fileName(): string {
    return this.#name;
  }

  /** When the file was last written in this visit; `null` = not yet. */
  get writtenAt(): number | null {
    return this.#writtenAt;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** Names of the datasets that the file lacks, because their blocks are damaged and no copy of them is sound. */
  get lacking(): readonly string[] {
    return this.#lacking;
  }

  /** Goes on with the file of the last visit, as far as the browser allows; follows every save from then on. */
  async start(): Promise<() => void> {
    const stopFollowing = this.#workbench.store.onSaved(({ generation }) => this.#follow(generation));
    // What was done just before the page is left should not wait for the next visit.
    const leave = (): void => {
      if (document.visibilityState === 'hidden' && this.#latest !== undefined) void this.write();
    };
    document.addEventListener('visibilitychange', leave);
    try {
      this.#handle = this.#state === 'unsupported' ? null : await this.#shelf.get(handleKey);
    } catch {
      this.#handle = null;
    }
    if (this.#handle) {
      this.#name = this.#handle.name;
      const allowed = (await this.#handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
      this.#state = allowed === 'granted' ? 'on' : 'asking';
      if (allowed === 'granted') void this.write();
    }
    return () => {
      stopFollowing();
      document.removeEventListener('visibilitychange', leave);
      this.#stopTimers();
    };
  }

  /** Asks where the file shall be, and writes it for the first time. To be called from a click. */
  async choose(): Promise<void> {
    const suggestedName = copyName('', 'backup', Date.now()).replace(/-\d{8}-\d{4}(?=\.)/, '');
    try {
      const handle = await this.#picker.showSaveFilePicker?.({
        suggestedName,
        types: [{ accept: { 'application/octet-stream': [bundleExtension] } }],
      });
      if (!handle) return;
      this.#handle = handle;
      this.#choice++;
      this.#name = handle.name;
      await this.#shelf.put(handleKey, handle);
    } catch (error) {
      // Closing the dialog is a choice, not a failure.
      if ((error as { name?: unknown }).name === 'AbortError') return;
      this.#fail(error);
      return;
    }
    await this.write();
  }

  /** Asks the browser to allow writing again. To be called from a click. */
  async resume(): Promise<void> {
    const allowed = (await this.#handle?.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
    if (allowed === 'granted') await this.write();
  }

  /** Keeps the file as it is and writes it no more. */
  async stop(): Promise<void> {
    this.#stopTimers();
    this.#choice++;
    this.#handle = null;
    this.#failure = null;
    this.#lacking = [];
    this.#state = 'off';
    await this.#shelf.remove(handleKey);
  }

  /** Writes the file now, unless another tab is doing so. */
  async write(): Promise<void> {
    this.#stopTimers();
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) await this.#writeAlone();
    else await locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? this.#writeAlone() : undefined));
  }

  #follow(generation: number): void {
    if (!this.#handle || this.#state === 'asking' || generation <= this.#generation) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.write(), idleMs);
    this.#latest ??= setTimeout(() => void this.write(), latestMs);
  }

  async #writeAlone(): Promise<void> {
    const handle = this.#handle;
    if (!handle) return;
    this.#state = 'writing';
    // Stopped, or another file chosen, while this one is being written: what comes of it is no longer told.
    const choice = this.#choice;
    const isLeft = (): boolean => this.#choice !== choice;
    const blocks = await openBlockStore();
    try {
      const { store, taxonomy } = this.#workbench;
      const { exportBundle } = await import('../store/bundle/export-bundle');
      const { rowsCopies } = await import('./rows-copies');
      const known = await store.state();
      const whole = { purpose: 'backup', level: 'full', since: null, passphrase: '' } as const;
      const readOld = async (): Promise<Uint8Array<ArrayBuffer>> =>
        new Uint8Array(await (await handle.getFile()).arrayBuffer());
      const request = { ...toRequest(whole, taxonomy.version), silent: true };
      const made = await exportBundle(store, blocks, request, { copyOf: rowsCopies(profileShelf(), readOld) });
      if (isLeft()) return;
      if (!made.ok) {
        this.#failure = made.failure;
        this.#state = 'failed';
        return;
      }
      // Written beside the file, which is replaced when the stream is closed: a crash leaves the old one.
      const stream = await handle.createWritable();
      await stream.write(made.value.bytes);
      await stream.close();
      if (isLeft()) return;
      this.#generation = (known.ok && known.value?.generation) || 0;
      this.#writtenAt = made.value.manifest.createdAt;
      this.#lacking = made.value.manifest.withheld.damaged ?? [];
      this.#failure = null;
      this.#state = 'on';
      await this.#workbench.noteCopy(made.value.manifest.createdAt, this.#generation);
    } catch (error) {
      if (!isLeft()) this.#fail(error);
    } finally {
      blocks.close();
    }
  }

  #fail(error: unknown): void {
    const name = (error as { name?: unknown } | null)?.name;
    if (name === 'NotAllowedError') {
      this.#state = 'asking';
      return;
    }
    if (typeof name !== 'string' || error instanceof RangeError) throw error;
    this.#failure = { code: 'copy-not-written', params: { file: this.#name, reason: name } };
    this.#state = 'failed';
  }

  #stopTimers(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }
}

export const [useFileCopy, provideFileCopy] = createContext<FileCopy>();
