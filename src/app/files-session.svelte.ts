import type { Failure, Result } from '../kernel/result';
import { fail, ok } from '../kernel/result';
import { openBlockStore, type WritableBlockStore } from '../store/blocks';
import { exportBundle } from '../store/bundle/export-bundle';
import type { BundleManifest } from '../store/bundle/format';
import { checkBundleSize, readBundle, type OpenedBundle } from '../store/bundle/read-bundle';
import type { MergeConflict, MergePlan, MergeRow } from '../store/merge-types';
import type { Change, Peer, StoredRecord } from '../store/types';
import { withWriterLock } from '../store/writer-lock';
import { copyName, knownCodes, toRequest, unknownCodes, type CopyChoice } from './copy-choice';
import {
  heldBackField,
  joinHeld,
  mappingChanges,
  outletsOf,
  readHeldBack,
  usedValues,
  type HeldBack,
  type HeldKind,
} from './held-back';
import { profileShelf } from './profile-shelf';
import type { ProjectPart } from './project-part';
import { rowsCopies } from './rows-copies';
import { takeMerge } from './take-merge';
import { settingChange, type Workbench } from './workbench.svelte';

/** Files that are being opened at a time. */
const filesAhead = 2;

const heldKinds: readonly HeldKind[] = ['codes', 'outlets'];

/** idle · writing a file · reading files · planned: shown, nothing taken yet · merging */
export type FilesStage = 'idle' | 'writing' | 'reading' | 'planned' | 'merging';

export interface WrittenCopy {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
  readonly manifest: BundleManifest;
}

/** A file that somebody dropped, as far as it has been opened. */
export interface TakenFile {
  readonly name: string;
  readonly file: File;
  readonly bundle: OpenedBundle | null;
  readonly failure: Failure | null;
}

/** Writing workbench files, and taking those of others in; nothing is changed before `merge()`. */
export class FilesSession {
  readonly #workbench: Workbench;
  #abort = new AbortController();
  #blocks: Promise<WritableBlockStore> | null = null;

  stage = $state<FilesStage>('idle');
  progress = $state(0);
  failure = $state.raw<Failure | null>(null);
  written = $state.raw<WrittenCopy | null>(null);
  files = $state.raw<readonly TakenFile[]>([]);
  plan = $state.raw<MergePlan | null>(null);
  merges = $state.raw<readonly MergeRow[]>([]);
  canUndo = $state(false);
  peers = $state.raw<readonly Peer[]>([]);
  deviceName = $state('');
  /** Values that are held back, with the number of records that use them. */
  held = $state.raw<readonly { readonly kind: HeldKind; readonly value: string; readonly n: number }[]>([]);

  /** Files that wait for their passphrase. */
  readonly sealed: readonly TakenFile[] = $derived(
    this.files.filter(({ failure }) => failure !== null && isPassphraseFailure(failure)),
  );

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Reads what happened before this page was opened. */
  async load(): Promise<void> {
    const { store } = this.#workbench;
    const [state, merges, peers, canUndo] = await Promise.all([
      store.state(),
      store.merges(),
      store.peers(),
      store.canUndoMerge(),
    ]);
    this.deviceName = (state.ok && state.value?.deviceName) || '';
    this.merges = merges.ok ? merges.value : [];
    this.#workbench.standingMerge = this.merges.find(({ undone }) => !undone)?.seq ?? null;
    this.peers = peers.ok ? peers.value : [];
    this.canUndo = canUndo;
    await this.countHeld();
  }

  close(): void {
    this.#abort.abort();
    void this.#blocks?.then((blocks) => blocks.close());
  }

  cancel(): void {
    this.#abort.abort();
  }

  async setDeviceName(name: string): Promise<void> {
    const saved = await this.#workbench.store.updateState((state) => ({ ...state, deviceName: name.trim() }));
    if (saved.ok) this.deviceName = name.trim();
    else this.failure = saved.failure;
  }

  /** Writes a file of what is stored; the caller hands it to the person. */
  async write(choice: CopyChoice, part?: ProjectPart): Promise<Result<WrittenCopy>> {
    this.#begin('writing');
    this.written = null;
    const result = await this.#attempt(async (signal) => {
      const request = { ...toRequest(choice, this.#workbench.taxonomy.version), ...part };
      const made = await exportBundle(this.#workbench.store, await this.#openBlocks(), request, {
        signal,
        onProgress: (fraction) => (this.progress = fraction),
        copyOf: rowsCopies(profileShelf(), () => Promise.resolve(null)),
      });
      return made.ok
        ? ok({ ...made.value, fileName: copyName(this.deviceName, choice.purpose, made.value.manifest.createdAt) })
        : made;
    });
    this.stage = 'idle';
    if (!result.ok) this.failure = result.failure;
    else {
      this.written = result.value;
      if (choice.purpose === 'backup' && !this.#workbench.store.readOnly)
        await this.#workbench.noteCopy(result.value.manifest.createdAt);
    }
    return result;
  }

  /** Opens files and shows what merging them would do. */
  async take(files: readonly File[], passphrase = ''): Promise<void> {
    this.#begin('reading');
    this.plan = null;
    const taken: TakenFile[] = [];
    const result = await this.#attempt(async (signal) => {
      const open = (index: number): Promise<TakenFile> => {
        const opened = openFile(files[index], passphrase, signal, (fraction) => {
          this.progress = Math.max(this.progress, (0.6 * (index + fraction)) / files.length);
        });
        // Waited for in turn; until then a cancel is not a failure that nobody looks at.
        opened.catch(() => undefined);
        return opened;
      };
      // The browser unpacks and digests one file while this thread reads the one before.
      const ahead = files.slice(0, filesAhead).map((_, index) => open(index));
      for (let index = 0; index < files.length; index++) {
        signal.throwIfAborted();
        taken.push(await ahead[index]);
        if (index + filesAhead < files.length) ahead.push(open(index + filesAhead));
      }
      const incoming = taken.flatMap(({ name, bundle }) => (bundle ? [{ fileName: name, ...bundle }] : []));
      return this.#workbench.store.planMerge(
        incoming,
        { findUnknownCodes: (records) => unknownCodes(records, this.#workbench.taxonomies) },
        { signal, onProgress: (fraction) => (this.progress = 0.6 + 0.4 * fraction) },
      );
    });
    if (!result.ok) {
      this.stage = 'idle';
      this.failure = result.failure;
      return;
    }
    this.files = taken;
    this.plan = result.value;
    this.stage = 'planned';
  }

  /** Tries the sealed files again with a passphrase. */
  unlock(passphrase: string): Promise<void> {
    return this.take(
      this.files.map(({ file }) => file),
      passphrase,
    );
  }

  discard(): void {
    this.files = [];
    this.plan = null;
    this.failure = null;
    this.stage = 'idle';
  }

  /** Does what is shown, all of it or nothing. */
  async merge(): Promise<Result<MergeRow>> {
    const { plan, files } = this;
    if (!plan) throw new RangeError('a merge requires a plan: null');
    this.#begin('merging');
    const foreign = await this.#findForeign(plan);
    const { store, bridge } = this.#workbench;
    const tools = { store, bridge, openBlocks: () => openBlockStore(), shelf: profileShelf };
    const bundles = files.flatMap(({ bundle }) => bundle ?? []);
    const result = await this.#attempt((signal) =>
      withWriterLock(
        () =>
          takeMerge(
            tools,
            plan,
            bundles,
            { signal, onProgress: (fraction) => (this.progress = fraction) },
            this.#holdBack(foreign),
          ),
        { signal },
      ),
    );
    if (result.ok) {
      this.discard();
      await this.load();
      await this.#workbench.refresh();
      return result;
    }
    this.stage = 'planned';
    this.failure = result.failure;
    return result;
  }

  /** How many records use each value that is held back. */
  async countHeld(): Promise<void> {
    const { heldBack } = this;
    if (heldBack.codes.length + heldBack.outlets.length === 0) {
      this.held = [];
      return;
    }
    const records = await this.#records();
    // A merge that was taken back leaves none behind.
    this.held = heldKinds
      .flatMap((kind) =>
        heldBack[kind].map((value) => ({ kind, value, n: mappingChanges(records, kind, value, '').length })),
      )
      .filter(({ n }) => n > 0);
  }

  /** Puts a known value in the place of one that is held back; an act like any other, so it can be undone. */
  async mapHeld(kind: HeldKind, from: string, to: string): Promise<Result<null>> {
    const changes = mappingChanges(await this.#records(), kind, from, to);
    const saved = await this.#workbench.commit(changes, { code: 'mapHeld', params: { from, to } });
    return saved.ok ? this.release(kind, from) : saved;
  }

  /** Lists and counts what uses the value, as it is. */
  async release(kind: HeldKind, value: string): Promise<Result<null>> {
    const saved = await this.#workbench.turns.take(() => {
      const { heldBack } = this;
      const next = { ...heldBack, [kind]: heldBack[kind].filter((one) => one !== value) };
      return this.#workbench.saveSetting(heldBackField, next);
    });
    await this.countHeld();
    return saved;
  }

  get heldBack(): HeldBack {
    return readHeldBack(this.#workbench.setting(heldBackField), knownCodes(this.#workbench.taxonomies));
  }

  /** Outlets that are known here: those with figures, and those of the ledger. */
  async knownOutlets(): Promise<ReadonlySet<string>> {
    const quarters = await this.#workbench.store.all('outletQuarter');
    return outletsOf(quarters.ok ? quarters.value : [], await this.#records());
  }

  async #records(): Promise<readonly StoredRecord[]> {
    const [events, codings] = await Promise.all([
      this.#workbench.store.all('event'),
      this.#workbench.store.all('coding'),
    ]);
    return [...(events.ok ? events.value : []), ...(codings.ok ? codings.value : [])];
  }

  /** What the plan brings that nobody here knows. A copy that knows no outlet at all takes them as they come. */
  async #findForeign(plan: MergePlan): Promise<HeldBack> {
    const fresh = plan.after.filter((_, i) => plan.before[i] === null);
    const codes = unknownCodes(plan.after, this.#workbench.taxonomies);
    const used = usedValues(fresh).outlets;
    const known = used.size > 0 ? await this.knownOutlets() : used;
    const outlets = known.size > 0 ? [...used].filter((outlet) => !known.has(outlet)) : [];
    return { codes, outlets };
  }

  /** Said with the merge itself: there is no moment at which what nobody knows is counted. */
  #holdBack(foreign: HeldBack): readonly Change[] {
    if (foreign.codes.length + foreign.outlets.length === 0) return [];
    return [settingChange(heldBackField, { ...joinHeld(this.heldBack, foreign) })];
  }

  async undoMerge(): Promise<Result<MergeRow>> {
    const result = await this.#workbench.store.undoMerge();
    if (!result.ok) this.failure = result.failure;
    await this.load();
    await this.#workbench.refresh();
    return result;
  }

  /** Puts the value that lost back into the field; an act like any other, so it can be undone. */
  useOther({ kind, id, field, other }: MergeConflict): Promise<Result<null>> {
    return this.#workbench.commit([{ kind, id, field, value: other.value }], { code: 'useOther' });
  }

  #begin(stage: FilesStage): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.stage = stage;
    this.progress = 0;
    this.failure = null;
  }

  async #attempt<T>(task: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
    const { signal } = this.#abort;
    try {
      return await task(signal);
    } catch (error) {
      if (signal.aborted) return fail('cancelled');
      throw error;
    }
  }

  #openBlocks(): Promise<WritableBlockStore> {
    return (this.#blocks ??= openBlockStore({ readOnly: this.#workbench.store.readOnly }));
  }
}

function isPassphraseFailure({ code }: Failure): boolean {
  return code === 'bundle-passphrase-needed' || code === 'bundle-passphrase-wrong';
}

async function openFile(
  file: File,
  passphrase: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<TakenFile> {
  const size = checkBundleSize(file.size);
  if (!size.ok) return { name: file.name, file, bundle: null, failure: size.failure };
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { name: file.name, file, bundle: null, failure: fail('file-unreadable').failure };
  }
  const result = await readBundle(bytes, { passphrase, signal, onProgress });
  signal.throwIfAborted();
  return result.ok
    ? { name: file.name, file, bundle: result.value, failure: null }
    : { name: file.name, file, bundle: null, failure: result.failure };
}
