import type { TableTwin } from '../analyses/contract';
import { sliceById } from '../analyses/registry';
import type { AnalysisView } from '../artefacts/contract';
import { nothingCited } from '../domain/improvement/citation';
import type { AnalysisEntry } from './entries';
import type { Workbench } from './workbench.svelte';

type Result = NonNullable<AnalysisView['result']>;
type Stages = AnalysisView['stages'];

/** Results by analysis, each with what it was computed from. */
export type ComputedResults = Readonly<
  Record<string, { readonly of: string; readonly result: AnalysisView['result'] }>
>;

/** Stages that an analysis names, in the order of its points. */
export function stagesOf({ spec }: AnalysisEntry): Stages {
  const phases = typeof spec === 'object' && spec !== null ? (spec as Readonly<Record<string, unknown>>).phases : null;
  if (!Array.isArray(phases)) return [];
  return (phases as readonly unknown[]).flatMap((phase) => {
    if (typeof phase !== 'object' || phase === null) return [];
    const { label, name } = phase as Readonly<Record<string, unknown>>;
    return typeof label === 'string' ? [{ label, name: typeof name === 'string' ? name : '' }] : [];
  });
}

/** What a gate needs to know of a table: its signals, in all and from the last stage on. */
export function readSignals({ rows }: TableTwin, stages: Stages): Omit<Result, 'worst' | 'cited'> {
  const points = rows.filter(({ emphasis }) => emphasis !== 'total');
  const last = stages.at(-1)?.label;
  const begin =
    last === undefined
      ? 0
      : Math.max(
          0,
          points.findIndex(({ cells }) => cells[0] === last),
        );
  const count = (list: TableTwin['rows']): number => list.filter(({ emphasis }) => emphasis === 'signal').length;
  const lastStage = points.slice(begin);
  return {
    signals: count(points),
    points: points.length,
    lastStageSignals: count(lastStage),
    lastStagePoints: lastStage.length,
  };
}

/** Runs a stored analysis for the sake of gates; undefined where it cannot be run. */
export async function computeResult(
  workbench: Workbench,
  analysis: AnalysisEntry,
  signal: AbortSignal,
): Promise<Result | undefined> {
  const slice = sliceById(analysis.slice);
  const spec = slice?.parse(analysis.spec);
  const first = workbench.ref(analysis.datasetId);
  const second = analysis.secondId === null ? null : workbench.ref(analysis.secondId);
  if (!slice || !spec?.ok || !first.ok || (second && !second.ok)) return undefined;
  const outcome = await workbench.bridge.run(
    'analyse',
    {
      slice: slice.id,
      first: first.value,
      second: second ? second.value : null,
      taxonomy: workbench.taxonomyOf(analysis.datasetId),
      spec: JSON.parse(JSON.stringify(spec.value)) as unknown,
    },
    { signal },
  );
  if (!outcome.ok) return undefined;
  const { reportCard } = slice.findings(outcome.value);
  const worst = (['bad', 'caution'] as const).find((status) => reportCard.some((check) => check.status === status));
  return {
    ...readSignals(slice.rows(outcome.value), stagesOf(analysis)),
    worst: worst ?? 'good',
    cited: { ...nothingCited, ...slice.cite?.(outcome.value) },
  };
}
