import { createContext } from 'svelte';
import { defaultTaxonomy } from '../domain/taxonomy/default-taxonomy';
import type { RectificationItem } from '../domain/rectification/item';
import type { Taxonomy } from '../domain/taxonomy';
import { newId } from '../kernel/ids';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import { Turns } from '../kernel/turns';
import type { Store } from '../store/open-store';
import type { Act, ActLabel, Change, DatasetManifest, Json, StoredRecord } from '../store/types';
import type { Bridge } from '../worker/bridge';
import type { DatasetRef } from '../worker/protocol';
import { actionItemsOf } from './quality-records';
import {
  toAnalysis,
  toArtefact,
  toCoding,
  toDataset,
  toDatasetRef,
  toLink,
  toProject,
  toTaxonomyEntry,
  type AnalysisEntry,
  type ArtefactEntry,
  type CodingEntry,
  type DatasetEntry,
  type LinkEntry,
  type ProjectEntry,
  type TaxonomyEntry,
} from './entries';

const workbenchKinds = [
  'analysis',
  'artefact',
  'coding',
  'crosswalk',
  'dataset',
  'link',
  'mapping',
  'project',
  'setting',
  'taxonomy',
] as const;

/** The one `setting` record of the workbench. */
const settingsId = 'workbench';

/** A change of a setting of this computer. */
export function settingChange(field: string, value: Json): Change {
  return { kind: 'setting', id: settingsId, field, value };
}

/** How old the latest backup file is. */
export interface CopyAge {
  /** When it was written; `null` = never. */
  readonly at: number | null;
  /** Acts since. */
  readonly acts: number;
}

/** The lists follow within milliseconds; a write that another tab has overwritten meanwhile is never seen. */
const followMs = 1_000;

/** The items of projects, and how they are read. */
export interface ActionItems {
  readonly open: () => void;
  readonly of: (project: string) => ReadonlyMap<string, RectificationItem>;
}

const noItems: ReadonlyMap<string, RectificationItem> = actionItemsOf([], '');

/** Acts from one read-back to the next. */
const readBackEvery = 20;

/** A database that takes longer over one act has probably met a disk that does not answer. */
const unansweredMs = 20_000;

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item): item is T => item !== null);
}

/** The latest import first. */
function toDatasets(records: readonly StoredRecord[]): readonly DatasetEntry[] {
  const entries = present(records.map(toDataset));
  return entries.sort((a, b) => b.manifest.source.importedAt - a.manifest.source.importedAt);
}

/**
 * Everything that is open, as pages see it: lists that follow the store, and the acts that change it.
 *
 * Made once in `main.ts`; pages get it with `useWorkbench()`.
 */
export class Workbench {
  #records = $state.raw<readonly StoredRecord[]>([]);
  #busy = $state(0);
  #lastSavedAt = $state<number | null>(null);
  #saveFailure = $state.raw<Failure | null>(null);
  /** Commits that have waited longer than `unansweredMs`. */
  #unanswered = $state(0);
  /** What could not be saved, the latest value of each field; it stays on the screen and can be tried again. */
  /** For acts that are decided with what is stored: each begins when the one before has ended. */
  readonly turns = new Turns();
  #unsaved: readonly Change[] = [];
  /** The changes of each commit that has not ended. */
  #underWay: readonly (readonly Change[])[] = [];
  #onSettled: readonly (() => void)[] = [];
  #undoable = $state.raw<{ undo: ActLabel | null; redo: ActLabel | null }>({ undo: null, redo: null });

  #copy = $state.raw<CopyAge>({ at: null, acts: 0 });
  /** The latest merge that stands, as last seen by the page that merges: the only one that can be taken back. */
  standingMerge = $state<number | null>(null);

  #onFollowed: readonly (() => void)[] = [];
  #actionItems: ActionItems | null = null;

  readonly store: Store;
  readonly bridge: Bridge;

  readonly datasets: readonly DatasetEntry[] = $derived(toDatasets(this.#of('dataset')));
  readonly analyses: readonly AnalysisEntry[] = $derived(
    present(this.#of('analysis').map(toAnalysis)).sort((a, b) => b.createdAt - a.createdAt),
  );
  readonly projects: readonly ProjectEntry[] = $derived(
    present(this.#of('project').map(toProject)).sort((a, b) => b.createdAt - a.createdAt),
  );
  readonly artefacts: readonly ArtefactEntry[] = $derived(
    present(this.#of('artefact').map(toArtefact)).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
  );
  readonly links: readonly LinkEntry[] = $derived(present(this.#of('link').map(toLink)));
  readonly taxonomies: readonly TaxonomyEntry[] = $derived([
    { id: defaultTaxonomy.version, taxonomy: defaultTaxonomy },
    ...present(this.#of('taxonomy').map(toTaxonomyEntry)),
  ]);
  /** The version that new codings use: the one chosen last, else the newest. */
  readonly taxonomy: Taxonomy = $derived.by(() => {
    const chosen = this.setting('taxonomyId');
    const entry = this.taxonomies.find((item) => item.id === chosen) ?? this.taxonomies[this.taxonomies.length - 1];
    return entry.taxonomy;
  });

  private constructor(store: Store, bridge: Bridge) {
    this.store = store;
    this.bridge = bridge;
  }

  /** Reads what is stored and follows it from then on. */
  static async open(store: Store, bridge: Bridge): Promise<Workbench> {
    const workbench = new Workbench(store, bridge);
    await new Promise<void>((resolve) => {
      store.observe(workbenchKinds, (records) => {
        workbench.#records = records;
        for (const listener of workbench.#onFollowed) listener();
        resolve();
      });
    });
    await workbench.#refreshHistory();
    return workbench;
  }

  #of(kind: StoredRecord['kind']): readonly StoredRecord[] {
    return this.#records.filter((record) => record.kind === kind);
  }

  /** Rectification items that are actions of a project, by the row of the action; read when a project is first opened. */
  actionItems(project: string): ReadonlyMap<string, RectificationItem> {
    return this.#actionItems?.of(project) ?? noItems;
  }

  /** Says who reads the items of projects; they are read when the first project asks. */
  provideActionItems(source: ActionItems): void {
    this.#actionItems = source;
  }

  openActionItems(): void {
    this.#actionItems?.open();
  }

  /** `canRetry`: what failed can be tried again; false while the database still owes an answer. */
  get saveState(): {
    readonly saving: boolean;
    readonly savedAt: number | null;
    readonly failure: Failure | null;
    readonly canRetry: boolean;
  } {
    const unanswered = this.#unanswered > 0 ? fail('save-unanswered').failure : null;
    return {
      saving: this.#busy > 0,
      savedAt: this.#lastSavedAt,
      failure: unanswered ?? this.#saveFailure,
      canRetry: unanswered === null,
    };
  }

  get undoLabels(): { readonly undo: ActLabel | null; readonly redo: ActLabel | null } {
    return this.#undoable;
  }

  /** The datasets as they are stored at this moment; the list that pages see follows other tabs a little later. */
  async readDatasets(): Promise<Result<readonly DatasetEntry[]>> {
    const records = await this.store.all('dataset');
    return records.ok ? ok(toDatasets(records.value)) : records;
  }

  dataset(id: string): DatasetEntry | undefined {
    return this.datasets.find((dataset) => dataset.id === id);
  }

  analysis(id: string): AnalysisEntry | undefined {
    return this.analyses.find((analysis) => analysis.id === id);
  }

  record(kind: StoredRecord['kind'], id: string): StoredRecord | undefined {
    return this.#records.find((record) => record.kind === kind && record.id === id);
  }

  records(kind: StoredRecord['kind']): readonly StoredRecord[] {
    return this.#of(kind);
  }

  coding(datasetId: string): CodingEntry | null {
    const record = this.record('coding', datasetId);
    return record ? toCoding(record) : null;
  }

  /** The taxonomy version that a dataset was coded with; the current one if it never was. */
  taxonomyOf(datasetId: string): Taxonomy {
    const version = this.coding(datasetId)?.taxonomyVersion;
    return this.taxonomies.find((entry) => entry.taxonomy.version === version)?.taxonomy ?? this.taxonomy;
  }

  ref(datasetId: string): Result<DatasetRef, Failure> {
    const dataset = this.dataset(datasetId);
    return dataset ? ok(toDatasetRef(dataset, this.coding(datasetId))) : fail('dataset-unknown');
  }

  setting(field: string): Json | undefined {
    return this.settings?.fields[field]?.value;
  }

  /** The record of the settings; undefined before the first was saved. */
  get settings(): StoredRecord | undefined {
    return this.record('setting', settingsId);
  }

  saveSetting(field: string, value: Json): Promise<Result<null, Failure>> {
    return this.commit([settingChange(field, value)], { code: 'setting' }, { undoable: false });
  }

  /** Waits until the lists hold what was written: what is computed next must not miss it. */
  #follow({ changes }: Act): Promise<void> {
    const last = changes.at(-1);
    // What is not followed here, such as the ledger, has a session of its own.
    if (!last || !(workbenchKinds as readonly string[]).includes(last.kind)) return Promise.resolve();
    const isThere = (): boolean => {
      const record = this.record(last.kind, last.id);
      if (last.field === 'deleted') return (last.after === true) === (record === undefined);
      return JSON.stringify(record?.fields[last.field]?.value ?? null) === JSON.stringify(last.after);
    };
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#onFollowed = this.#onFollowed.filter((other) => other !== check);
        resolve();
      };
      const check = (): void => {
        if (isThere()) done();
      };
      const timer = setTimeout(done, followMs);
      this.#onFollowed = [...this.#onFollowed, check];
      check();
    });
  }

  /** The only way anything is written. Says "saved" only after the transaction has ended. */
  async commit(
    changes: readonly Change[],
    label: ActLabel,
    options: { readonly undoable?: boolean; readonly durability?: 'strict' | 'relaxed' } = {},
  ): Promise<Result<null, Failure>> {
    this.#busy++;
    // A dataset is made of more than its fields; half of it must not come back.
    const underWay = options.durability === 'strict' ? [] : changes;
    this.#underWay = [...this.#underWay, underWay];
    const result = await this.#watched(this.store.commit(changes, label, options));
    this.#underWay = this.#underWay.filter((others) => others !== underWay);
    if (this.#underWay.length === 0) for (const listener of this.#onSettled) listener();
    // What can be undone next is for the buttons; nobody's answer waits for it.
    if (result.ok) void this.#refreshHistory();
    if (result.ok) await this.#follow(result.value);
    this.#busy--;
    // What was strict goes with blocks that are taken away when it fails: it cannot be saved later by itself.
    const isLater = !result.ok && options.durability !== 'strict';
    const others = this.#unsaved.filter((old) => !changes.some((change) => isSameField(old, change)));
    this.#unsaved = isLater ? [...others, ...changes] : result.ok ? others : this.#unsaved;
    if (!result.ok) {
      this.#saveFailure = result.failure;
      return result;
    }
    if (this.#unsaved.length === 0) this.#saveFailure = null;
    this.#lastSavedAt = Date.now();
    await this.#sampleReadBack(result.value);
    return ok(null);
  }

  /** Counts a commit that gets no answer: on a full disk Chromium's SQLite engine gives none. */
  async #watched<T>(commit: Promise<T>): Promise<T> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#unanswered++;
    }, unansweredMs);
    try {
      return await commit;
    } finally {
      clearTimeout(timer);
      if (isLate) this.#unanswered--;
    }
  }

  /** Every so many acts, whether the database holds what was written: a disk may say yes and mean no. */
  async #sampleReadBack(act: Act): Promise<void> {
    if (act.seq === 0 || act.seq % readBackEvery !== 0) return;
    const state = await this.store.state();
    if (!state.ok || !state.value) return;
    if (!(await this.store.readBack(act, state.value))) this.#saveFailure = fail('act-not-read-back').failure;
  }

  /** What is being saved at this moment. */
  get underWay(): readonly Change[] {
    return this.#underWay.flat();
  }

  /** Calls back whenever nothing is being saved any more. */
  onSettled(listener: () => void): void {
    this.#onSettled = [...this.#onSettled, listener];
  }

  /** Tries to save again what could not be saved. */
  async retry(): Promise<Result<null, Failure>> {
    return this.commit(this.#unsaved, { code: 'retry' });
  }

  async undo(): Promise<Result<null, Failure>> {
    const result = await this.store.undo();
    await this.#refreshHistory();
    return result.ok ? ok(null) : result;
  }

  async redo(): Promise<Result<null, Failure>> {
    const result = await this.store.redo();
    await this.#refreshHistory();
    return result.ok ? ok(null) : result;
  }

  get copy(): CopyAge {
    return this.#copy;
  }

  /** Notes that a backup file was written, which holds the acts up to `generation`; all, unless said otherwise. */
  async noteCopy(at: number, generation?: number): Promise<void> {
    await this.store.updateState((state) => ({
      ...state,
      lastCopy: { at, generation: generation ?? state.generation },
    }));
    await this.#refreshHistory();
  }

  /** Reads again what can be undone, after something was written past `commit`. */
  refresh(): Promise<void> {
    return this.#refreshHistory();
  }

  async #refreshHistory(): Promise<void> {
    const [undoable, state] = await Promise.all([this.store.nextUndo(), this.store.state()]);
    this.#undoable = undoable;
    if (!state.ok || !state.value) return;
    const { lastCopy, generation } = state.value;
    this.#copy = { at: lastCopy?.at ?? null, acts: generation - (lastCopy?.generation ?? 0) };
  }

  async saveAnalysis(
    entry: {
      readonly name: string;
      readonly slice: string;
      readonly datasetId: string;
      readonly secondId: string | null;
      readonly spec: Json;
      readonly project?: string;
      readonly phase?: string;
    },
    id: string = newId(),
  ): Promise<Result<string, Failure>> {
    const fields: Record<string, Json> = { ...entry };
    if (!this.analysis(id)) fields.createdAt = Date.now();
    const changes = Object.entries(fields).map(([field, value]): Change => ({ kind: 'analysis', id, field, value }));
    const saved = await this.commit(changes, { code: 'saveAnalysis', params: { name: entry.name } });
    return saved.ok ? ok(id) : saved;
  }

  renameRecord(kind: 'analysis' | 'dataset' | 'project', id: string, name: string): Promise<Result<null, Failure>> {
    return this.commit([{ kind, id, field: 'name', value: name }], { code: 'rename', params: { name } });
  }

  deleteRecord(kind: 'analysis' | 'dataset' | 'project', id: string, name: string): Promise<Result<null, Failure>> {
    return this.commit([{ kind, id, field: 'deleted', value: true }], { code: 'delete', params: { name } });
  }

  /** Makes stored blocks a dataset: the manifest is the last thing written, so the dataset is there or it is not. */
  commitDataset(
    id: string,
    name: string,
    manifest: DatasetManifest,
    more: readonly Change[] = [],
  ): Promise<Result<null, Failure>> {
    const changes: Change[] = [
      { kind: 'dataset', id, field: 'name', value: name },
      { kind: 'dataset', id, field: 'manifest', value: manifest as unknown as Json },
      ...more,
    ];
    return this.commit(changes, { code: 'import', params: { name } }, { durability: 'strict' });
  }
}

function isSameField(a: Change, b: Change): boolean {
  return a.kind === b.kind && a.id === b.id && a.field === b.field;
}

export const [useWorkbench, provideWorkbench] = createContext<Workbench>();
