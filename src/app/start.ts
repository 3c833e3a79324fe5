import type { Failure } from '../kernel/result';
import { openBlockStore } from '../store/blocks';
import { boot, type BootReport } from '../store/boot';
import { tidyStorage } from '../store/datasets';
import type { ClosedReason, OutdatedReason, Store } from '../store/open-store';
import { createBridge } from '../worker/bridge';
import { toDataset } from './entries';
import { Workbench } from './workbench.svelte';

/** What the person must be told before going on. */
export interface BootProblem {
  readonly state: 'wiped' | 'partial' | 'newer' | 'locked';
  readonly failure: Failure | null;
  readonly savedAt: number | null;
  readonly counts: readonly { readonly kind: string; readonly n: number }[];
  readonly datasets: readonly { readonly name: string; readonly blocks: number }[];
}

export interface StartHooks {
  /** The data changed under this page: another tab updated or deleted them, or the browser closed them. */
  readonly onInterrupted: (reason: OutdatedReason | ClosedReason) => void;
  readonly startWorker: () => Worker;
}

export interface Started {
  readonly problem: BootProblem | null;
  /** Goes on to the workbench; null where nothing could be opened. */
  readonly proceed: (() => Promise<Workbench>) | null;
}

/** Opens what is stored, and says what is wrong with it before anything else happens. */
export async function start(hooks: StartHooks): Promise<Started> {
  const report = await boot({ onOutdated: hooks.onInterrupted, onClosed: hooks.onInterrupted });
  const { store } = report;
  return {
    problem: report.state === 'fresh' || report.state === 'ok' ? null : await describe(report, report.state),
    proceed:
      store === null
        ? null
        : async () => {
            await report.acknowledge();
            if (report.state !== 'newer') void tidy(store);
            return Workbench.open(store, createBridge(hooks.startWorker));
          },
  };
}

async function tidy(store: Store): Promise<void> {
  const blocks = await openBlockStore();
  await tidyStorage(store, blocks);
  blocks.close();
}

async function describe(report: BootReport, state: BootProblem['state']): Promise<BootProblem> {
  const { loss, store, failure } = report;
  const names = new Map<string, string>();
  if (store && loss && loss.datasets.length > 0) {
    const records = await store.all('dataset');
    for (const record of records.ok ? records.value : []) names.set(record.id, toDataset(record)?.name ?? record.id);
  }
  return {
    state,
    failure,
    savedAt: loss?.savedAt ?? null,
    counts: Object.entries(loss?.counts ?? {}).map(([kind, n]) => ({ kind, n: n ?? 0 })),
    datasets: (loss?.datasets ?? []).map(({ datasetId, damages }) => ({
      name: names.get(datasetId) ?? datasetId,
      blocks: damages.length,
    })),
  };
}
