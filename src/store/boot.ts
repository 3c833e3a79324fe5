import { ok } from '../kernel/result';
import type { Failure } from '../kernel/result';
import { blocksIdOf, openBlockStore } from './blocks';
import type { Damage, WritableBlockStore } from './blocks';
import { manifestOf } from './datasets';
import { openStore } from './open-store';
import type { OpenStoreOptions } from './open-store';
import { browserPlaces, createSentinelWriter, readSentinels, toSentinel } from './sentinel';
import type { Sentinel, SentinelPlace } from './sentinel';
import type { Store } from './store';
import type { RecordKind, StoredRecord, StoreFailureCode, StoreResult, StoreState } from './types';

/**
 * What the start found.
 *
 * | state   | meaning                                                             | store                       |
 * |---------|---------------------------------------------------------------------|-----------------------------|
 * | fresh   | nothing was ever saved here                                          | open                        |
 * | ok      | everything is there                                                  | open                        |
 * | wiped   | there were data, and the database is empty or another one            | open and empty              |
 * | partial | some acts, records or blocks are missing                             | open                        |
 * | newer   | a newer build wrote the data                                         | read-only, or `null`        |
 * | stuck   | the upgrade of an older build's data failed; they are as they were   | read-only, or `null`         |
 * | locked  | the data cannot be reached: held by a tab, forbidden, or unreadable  | `null`, read-only at best; the failure says why |
 */
export type BootState = 'fresh' | 'ok' | 'wiped' | 'partial' | 'newer' | 'stuck' | 'locked';

export interface DatasetDamage {
  readonly datasetId: string;
  readonly damages: readonly Damage[];
}

type BlockFinder = Pick<WritableBlockStore, 'findMissing'>;

/** What is known to be missing. */
export interface Loss {
  /** Records by kind that were there; empty if nothing is left to tell. */
  readonly counts: Readonly<Partial<Record<RecordKind, number>>>;
  /** When the last lost act was saved; `null` if unknown. */
  readonly savedAt: number | null;
  /** Acts that were saved and are gone, as far as they were noted: at least so many; `null` if unknown. */
  readonly acts: number | null;
  /** Datasets with missing blocks. */
  readonly datasets: readonly DatasetDamage[];
  /** The last act that is known of, as the count of acts of its database; `null` if nothing remembers one. */
  readonly known: Pick<StoreState, 'installId' | 'generation'> | null;
  /** The last act that is still there; `null` if the database that was lost is not there at all. */
  readonly here: Pick<StoreState, 'generation' | 'savedAt'> | null;
}

export interface BootReport {
  readonly state: BootState;
  readonly store: Store | null;
  readonly failure: Failure<StoreFailureCode> | null;
  readonly loss: Loss | null;
  /** The person has been told of the loss and goes on with what is there; until then every start tells it again. */
  acknowledge(): Promise<StoreResult<null>>;
}

export interface BootOptions extends OpenStoreOptions {
  readonly places?: readonly SentinelPlace[];
  readonly blocks?: BlockFinder;
}

/** Opens the store and compares what is there with what was. A loss is named, never greeted as a new user. */
export async function boot(options: BootOptions): Promise<BootReport> {
  const { places = browserPlaces() } = options;
  const opened = await openStore(options);
  if (!opened.ok) return closedReport(opened.failure, options);
  const store = opened.value;
  const evidence = await withBlocks(options, (blocks) => gather(store, blocks, places));
  if (!evidence.ok) {
    store.close();
    return report({ state: 'locked', failure: evidence.failure });
  }
  const { state, loss } = judge(evidence.value);
  const writeSentinel = createSentinelWriter(places);
  const follow = (known: StoreState): void => {
    void writeSentinel(toSentinel(known));
    store.onSaved((saved) => void writeSentinel(toSentinel(saved)));
  };
  // Until a loss is acknowledged the old note stays: it is the only witness.
  if (!loss) follow(evidence.value.state);
  return {
    ...report({ state, store, loss }),
    async acknowledge() {
      if (!loss) return ok(null);
      const updated = await store.updateState((known) => acknowledgeLoss(known, evidence.value));
      if (!updated.ok) return updated;
      follow(updated.value);
      return ok(null);
    },
  };
}

async function withBlocks<T>(options: BootOptions, use: (blocks: BlockFinder) => Promise<T>): Promise<T> {
  if (options.blocks) return use(options.blocks);
  const blocks = await openBlockStore(options);
  const result = await use(blocks);
  blocks.close();
  return result;
}

async function closedReport(failure: Failure<StoreFailureCode>, options: BootOptions): Promise<BootReport> {
  const { code } = failure;
  const isStuck = code === 'upgrade-failed' || code === 'upgrade-full';
  const state = code === 'storage-newer' ? 'newer' : isStuck ? 'stuck' : 'locked';
  if (state === 'locked' && code !== 'storage-failed') return report({ state, failure });
  // What cannot be written can perhaps be looked at, and a copy made.
  const reader = await openStore({ ...options, readOnly: true });
  return report({ state, failure, store: reader.ok ? reader.value : null });
}

function report(found: { state: BootState } & Partial<Omit<BootReport, 'state' | 'acknowledge'>>): BootReport {
  return { store: null, failure: null, loss: null, acknowledge: () => Promise.resolve(ok(null)), ...found };
}

export interface Evidence {
  readonly state: StoreState;
  /** The browser said that it threw a damaged database away. */
  readonly dataLoss: boolean;
  readonly counts: StoreState['counts'];
  readonly datasets: readonly DatasetDamage[];
  readonly sentinels: readonly Sentinel[];
}

async function gather(
  store: Store,
  blocks: BlockFinder,
  places: readonly SentinelPlace[],
): Promise<StoreResult<Evidence>> {
  // In this order another tab that saves meanwhile only makes later readings greater, which is no loss.
  const sentinels = await readSentinels(places);
  const state = await store.state();
  if (!state.ok) return state;
  const counts = await store.countRecords();
  if (!counts.ok) return counts;
  const datasets = await store.all('dataset');
  if (!datasets.ok) return datasets;
  const damaged = await findDamaged(datasets.value, blocks);
  if (!damaged.ok) return damaged;
  if (!state.value) throw new RangeError('an opened store has a state: null');
  const { dataLoss } = store;
  return ok({ state: state.value, dataLoss, counts: counts.value, datasets: damaged.value, sentinels });
}

async function findDamaged(
  records: readonly StoredRecord[],
  blocks: BlockFinder,
): Promise<StoreResult<readonly DatasetDamage[]>> {
  const damaged: DatasetDamage[] = [];
  for (const record of records) {
    const manifest = manifestOf(record);
    if (!manifest) continue;
    const missing = await blocks.findMissing(blocksIdOf(record.id, manifest), manifest);
    if (!missing.ok) return missing;
    if (missing.value.length > 0) damaged.push({ datasetId: record.id, damages: missing.value });
  }
  return ok(damaged);
}

/** What the evidence means. */
export function judge(evidence: Evidence): { readonly state: BootState; readonly loss: Loss | null } {
  const { state, dataLoss, sentinels } = evidence;
  const witness = latest(
    sentinels.filter(
      ({ installId, generation }) =>
        installId !== state.installId && generation > 0 && !state.acknowledged.includes(installId),
    ),
  );
  if (witness || dataLoss) {
    const { counts = {}, savedAt = null, generation: acts = null } = witness ?? {};
    return { state: 'wiped', loss: { counts, savedAt, acts, datasets: [], known: witness, here: null } };
  }
  const own = latest(sentinels.filter(({ installId }) => installId === state.installId));
  const acts = Math.max(0, (own?.generation ?? 0) - state.generation);
  const counts = shortage(state.counts, evidence.counts);
  const datasets = evidence.datasets.filter(({ datasetId }) => !state.acknowledged.includes(`dataset:${datasetId}`));
  if (acts > 0 || Object.keys(counts).length > 0 || datasets.length > 0) {
    const { installId, generation, savedAt } = state;
    const known = { installId, generation: generation + acts };
    const lastSaved = acts > 0 ? (own?.savedAt ?? null) : null;
    const here = { generation, savedAt };
    return { state: 'partial', loss: { counts, savedAt: lastSaved, acts, datasets, known, here } };
  }
  return { state: state.generation === 0 ? 'fresh' : 'ok', loss: null };
}

function acknowledgeLoss(state: StoreState, { counts, datasets, sentinels }: Evidence): StoreState {
  const foreign = sentinels.map(({ installId }) => installId).filter((id) => id !== state.installId);
  const damaged = datasets.map(({ datasetId }) => `dataset:${datasetId}`);
  const own = latest(sentinels.filter(({ installId }) => installId === state.installId));
  return {
    ...state,
    counts,
    generation: Math.max(state.generation, own?.generation ?? 0),
    acknowledged: [...new Set([...state.acknowledged, ...foreign, ...damaged])],
  };
}

function latest(sentinels: readonly Sentinel[]): Sentinel | null {
  return sentinels.reduce<Sentinel | null>(
    (best, one) => (!best || one.generation > best.generation ? one : best),
    null,
  );
}

function shortage(expected: StoreState['counts'], found: StoreState['counts']): Partial<Record<RecordKind, number>> {
  const missing: Partial<Record<RecordKind, number>> = {};
  for (const [kind, count] of Object.entries(expected) as [RecordKind, number][]) {
    const gone = count - (found[kind] ?? 0);
    if (gone > 0) missing[kind] = gone;
  }
  return missing;
}
