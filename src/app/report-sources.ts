/** What a report takes from elsewhere than the ledger: surveys, analyses of imported datasets, documents of projects. */

import type { DayRange } from '../analyses/contract';
import type { DpmoOutcome } from '../analyses/dpmo/outcome';
import type { DpmoSpec } from '../analyses/dpmo/spec';
import type { ParetoOutcome } from '../analyses/pareto/outcome';
import type { ParetoSpec } from '../analyses/pareto/spec';
import { sliceById } from '../analyses/registry';
import { rowsOf, textOf } from '../artefacts/columns';
import type { ArtefactView } from '../artefacts/contract';
import { toProcessMap } from '../artefacts/process-map-content';
import type { AnalysisSources, ParetoSource, RateSource } from '../domain/report/analysis-source';
import type { ProjectDocuments } from '../domain/report/case-documents';
import type { AnalysisRow } from '../domain/report/rows';
import type { SurveyWave } from '../domain/report/setting';
import { quarterOf, type Quarter } from '../domain/scorecard/quarters';
import { quarterOfAnswer, type Survey, type SurveyAnswer } from '../domain/survey/survey';
import { calendarTypes } from '../table/period';
import type { AnalysisEntry, CodingEntry, DatasetEntry, ProjectEntry } from './entries';
import type { Workbench } from './workbench.svelte';

/** Surveys that have valid answers in a quarter. */
export function wavesOf(
  surveys: readonly Survey[],
  answers: readonly SurveyAnswer[],
  quarter: Quarter,
): readonly SurveyWave[] {
  return surveys.flatMap((survey) => {
    const own = answers.filter(
      (answer) =>
        answer.survey === survey.id &&
        answer.setAside === null &&
        quarterOfAnswer(answer, survey, quarterOf) === quarter,
    );
    return own.length === 0 ? [] : [{ survey, answers: own }];
  });
}

/** Failure points and chains of whys of the projects that are not put aside. */
export function documentsOf(
  projects: readonly Pick<ProjectEntry, 'id' | 'name' | 'archived'>[],
  artefacts: readonly (Pick<ArtefactView, 'kind' | 'content'> & { readonly project: string })[],
): readonly ProjectDocuments[] {
  return projects
    .filter(({ archived }) => !archived)
    .map(({ id, name }) => {
      const contents = (kind: string) =>
        artefacts.filter((artefact) => artefact.project === id && artefact.kind === kind).map(({ content }) => content);
      return {
        project: id,
        name,
        failurePoints: contents('processMap').flatMap((content) => {
          const { lanes, steps } = toProcessMap(content);
          return steps
            .filter(({ failurePoint }) => failurePoint.trim() !== '')
            .map((step) => ({
              step: step.name,
              lane: lanes.find((lane) => lane.id === step.lane)?.name ?? '',
              failure: step.failurePoint,
              links: step.links,
            }));
        }),
        chains: contents('fiveWhys').map((content) => ({
          problem: textOf(content.fields, 'problem'),
          whys: rowsOf(content, 'whys').flatMap(({ cells }) => {
            const why = textOf(cells, 'why');
            return why === '' ? [] : [{ why, proof: textOf(cells, 'proof') }];
          }),
          rootCause: textOf(content.fields, 'rootCause'),
          link: textOf(content.fields, 'link'),
        })),
      };
    })
    .filter(({ failurePoints, chains }) => failurePoints.length + chains.length > 0);
}

/** An analysis to be run for a report, narrowed to its quarter. */
export interface PlannedAnalysis {
  readonly slice: 'pareto' | 'dpmo';
  readonly datasetId: string;
  readonly secondId: string | null;
  readonly spec: ParetoSpec | DpmoSpec;
  readonly row: Omit<AnalysisRow, 'rows'>;
}

export interface AnalysisPlan {
  readonly runs: readonly PlannedAnalysis[];
  /** Kept analyses that cannot be narrowed to the quarter. */
  readonly leftOut: number;
}

/** So many of a kind are quoted, the latest first. */
const mostOfAKind = 6;

/**
 * Which analyses of imported datasets belong to a quarter: the Pareto and DPMO analyses that are kept, and for a coded
 * dataset without a kept Pareto the usual one of its aspects.
 *
 * Shape  `days` half open. One with a period of its own is cut to the quarter, and left aside where the two do not meet;
 *        one without a date column cannot be narrowed. A rate whose units do not come from the same rows is only taken
 *        with a period that lies within the quarter as it is
 */
export function planAnalyses(
  { datasets, analyses, codings }: Pick<Workbench, 'datasets' | 'analyses'> & { readonly codings: CodingOf },
  days: { readonly from: number; readonly before: number },
): AnalysisPlan {
  const named = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  let leftOut = 0;
  const kept = analyses.flatMap((analysis): PlannedAnalysis[] => {
    const dataset = named.get(analysis.datasetId);
    if (!dataset || (analysis.slice !== 'pareto' && analysis.slice !== 'dpmo')) return [];
    const parsed = sliceById(analysis.slice)?.parse(analysis.spec);
    if (!parsed?.ok) return [];
    const spec = narrow(parsed.value as ParetoSpec | DpmoSpec, days);
    if (spec === 'elsewhere') return [];
    if (spec === null) {
      leftOut++;
      return [];
    }
    return [planOf(analysis, dataset, spec)];
  });
  const usual = datasets.flatMap((dataset): PlannedAnalysis[] => {
    const isKept = analyses.some(({ slice, datasetId }) => slice === 'pareto' && datasetId === dataset.id);
    const date = dataset.manifest.columns.find(({ type }) => (calendarTypes as readonly string[]).includes(type));
    if (isKept || !date || !isCoded(codings(dataset.id))) return [];
    const parsed = sliceById('pareto')?.parse({ column: 'aspect', dateColumn: date.id, period: days });
    if (!parsed?.ok) return [];
    const { id, name } = dataset;
    return [
      {
        slice: 'pareto',
        datasetId: id,
        secondId: null,
        spec: parsed.value as ParetoSpec,
        row: { id, name, slice: 'pareto', dataset: name, datasetId: id, saved: false },
      },
    ];
  });
  const all = [...kept, ...usual];
  const ofKind = (slice: PlannedAnalysis['slice']) => all.filter((one) => one.slice === slice).slice(0, mostOfAKind);
  return { runs: [...ofKind('pareto'), ...ofKind('dpmo')], leftOut };
}

type CodingOf = (datasetId: string) => CodingEntry | null;

function isCoded(coding: CodingEntry | null): boolean {
  return coding !== null && Object.keys(coding.byValue).length + Object.keys(coding.byRow).length > 0;
}

function planOf(
  { id, name, slice, secondId }: AnalysisEntry,
  dataset: DatasetEntry,
  spec: ParetoSpec | DpmoSpec,
): PlannedAnalysis {
  return {
    slice: slice as PlannedAnalysis['slice'],
    datasetId: dataset.id,
    secondId,
    spec,
    row: { id, name, slice, dataset: dataset.name, datasetId: dataset.id, saved: true },
  };
}

/** The specification within days; null where it cannot be narrowed, `elsewhere` where its own period lies outside. */
function narrow<Spec extends ParetoSpec | DpmoSpec>(
  spec: Spec,
  days: { readonly from: number; readonly before: number },
): Spec | 'elsewhere' | null {
  if (spec.dateColumn === null) return null;
  const own: DayRange = spec.period ?? { from: null, before: null };
  const from = Math.max(own.from ?? -Infinity, days.from);
  const before = Math.min(own.before ?? Infinity, days.before);
  if (from >= before) return 'elsewhere';
  const isWithin = own.from === from && own.before === before;
  const isOfOtherRows = 'units' in spec && (spec.units === 'second' || spec.units === 'number');
  if (isOfOtherRows && !isWithin) return null;
  return { ...spec, period: { from, before }, ...('compare' in spec ? { compare: null } : {}) };
}

/** Runs the planned analyses; those without a row in the quarter are none of it. */
export async function runAnalyses(workbench: Workbench, plan: AnalysisPlan): Promise<AnalysisSources> {
  const paretos: ParetoSource[] = [];
  const rates: RateSource[] = [];
  let { leftOut } = plan;
  for (const { slice, datasetId, secondId, spec, row } of plan.runs) {
    const first = workbench.ref(datasetId);
    const second = secondId === null ? null : workbench.ref(secondId);
    if (!first.ok || (second && !second.ok)) continue;
    const outcome = await workbench.bridge.run('analyse', {
      slice,
      first: first.value,
      second: second ? second.value : null,
      taxonomy: workbench.taxonomyOf(datasetId),
      spec,
    });
    if (!outcome.ok) {
      if (outcome.failure.code !== 'analysis-no-rows') leftOut++;
      continue;
    }
    if (slice === 'pareto') paretos.push(toParetoSource(row, outcome.value as ParetoOutcome));
    else rates.push(toRateSource(row, outcome.value as DpmoOutcome));
  }
  return { paretos, rates, leftOut };
}

/** A Pareto analysis as a report quotes it. */
export function toParetoSource(row: Omit<AnalysisRow, 'rows'>, outcome: ParetoOutcome): ParetoSource {
  return {
    source: { ...row, rows: outcome.totals.rows },
    columnName: outcome.columnName,
    vitalFew: outcome.vitalFew?.count ?? 0,
    scope: outcome.scope,
    bars: outcome.bars.map(({ key, kind, name, rows, value, share, cumulative, filters }) => ({
      key,
      name: kind === 'other' ? { as: 'term', key: 'analyses.pareto.table.other', params: { n: outcome.folded } } : name,
      rows,
      value,
      share,
      cumulative,
      muted: kind !== 'category',
      filters,
    })),
  };
}

/** A defect rate as a report quotes it. */
export function toRateSource(
  row: Omit<AnalysisRow, 'rows'>,
  { overall, coverage, filters, scope }: DpmoOutcome,
): RateSource {
  const { defects, totalOpportunities, dpmo, interval, sigmaShortTerm } = overall;
  return {
    source: { ...row, rows: coverage.rows },
    defects,
    opportunities: totalOpportunities,
    dpmo: { value: dpmo, low: interval.dpmoLow, high: interval.dpmoHigh },
    sigma: sigmaShortTerm,
    filters,
    scope,
  };
}
