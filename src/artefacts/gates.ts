/** Gates: what each phase must show before the next begins, computed from artefacts and analyses. */

import { checkArtefact } from './check';
import { isFilled, isOn, numberOf, rowsOf, textOf } from './columns';
import { phases, type ArtefactView, type CellValue, type ContentPlace, type Phase, type ProjectView } from './contract';
import { citedAgreement, judgeAgreement } from './kinds/coder-agreement';
import { unwatchedCauses } from './kinds/control-plan';
import { hasEvidence } from './kinds/fishbone';
import { priorityOf } from './kinds/fmea';
import { isSigned } from './kinds/handover';
import { neededSample } from './kinds/data-plan';
import { isVerdictSupported } from './kinds/pilot';
import { isMeasurable } from './kinds/voice';
import { artefactsOf, findAnalysis, placedRows, type PlacedRow } from './project';

export type CriterionState = 'met' | 'warning' | 'missing';

/** Where a criterion is answered. `artefact` is null while there is none of the kind. */
export interface CriterionPlace {
  readonly kind: string;
  readonly artefact: string | null;
  readonly at: ContentPlace;
}

/** One criterion of a gate. Words: `artefacts.criterion.<id>`. */
export interface Criterion {
  readonly id: string;
  readonly state: CriterionState;
  readonly place: CriterionPlace;
}

type Judge = (project: ProjectView) => Criterion;

/** A criterion that looks at the first artefact of a kind; without one it is missing. */
function onKind(
  id: string,
  kind: string,
  at: ContentPlace,
  judge: (artefact: ArtefactView, project: ProjectView) => CriterionState,
): Judge {
  return (project) => {
    const judged = artefactsOf(project, kind).map((artefact) => ({ artefact, state: judge(artefact, project) }));
    // Of several, the best answers: an old draft must not hold up a gate.
    const best =
      judged.find(({ state }) => state === 'met') ?? judged.find(({ state }) => state === 'warning') ?? judged[0];
    return { id, state: best?.state ?? 'missing', place: { kind, artefact: best?.artefact.id ?? null, at } };
  };
}

const met = (isMet: boolean): CriterionState => (isMet ? 'met' : 'missing');

function filled(cells: Readonly<Record<string, CellValue>>, ...keys: readonly string[]): boolean {
  return keys.every((key) => isFilled(cells[key]));
}

function isFreeOfErrors(artefact: ArtefactView, project: ProjectView): boolean {
  return checkArtefact(artefact, project).every(({ severity }) => severity !== 'error');
}

/** Points of a chart that its last phase needs before it can be called stable. */
const fewestStablePoints = 8;
const soundSample = 30;

function retainedCauses(project: ProjectView): readonly PlacedRow[] {
  return placedRows(project, 'fishbone', 'causes').filter(({ row }) => isOn(row.cells, 'retained'));
}

/** A criterion on all retained causes: missing while none is retained. */
function onCauses(id: string, column: string, holds: (cause: PlacedRow, project: ProjectView) => boolean): Judge {
  return (project) => {
    const causes = retainedCauses(project);
    const open = causes.find((cause) => !holds(cause, project));
    const at = open ? { list: 'causes', row: open.row.id, column } : { list: 'causes' };
    const artefact = (open ?? causes[0])?.artefact ?? artefactsOf(project, 'fishbone').at(0);
    return {
      id,
      state: met(causes.length > 0 && !open),
      place: { kind: 'fishbone', artefact: artefact?.id ?? null, at },
    };
  };
}

/** Evidence, and a chain of reasons: votes alone are neither. */
function isProven({ row }: PlacedRow, project: ProjectView): boolean {
  const hasLogic =
    textOf(row.cells, 'mechanism') !== '' ||
    artefactsOf(project, 'fiveWhys').some(({ content }) => textOf(content.fields, 'cause') === row.id);
  return hasEvidence(row) && hasLogic;
}

function judgeStability({ content: { fields } }: ArtefactView, project: ProjectView): CriterionState {
  const analysis = findAnalysis(project, textOf(fields, 'stabilityAnalysis'));
  if (!analysis) return 'missing';
  if (textOf(fields, 'specialCauses') !== '') return 'met';
  if (!analysis.result) return 'warning';
  return analysis.result.signals === 0 ? 'met' : 'missing';
}

/** Kappa decides where it is known; a person's word alone only while it is not, and a limitation must be said. */
function judgeAgreementGate({ content }: ArtefactView, project: ProjectView): CriterionState {
  const { fields } = content;
  const verdict = textOf(fields, 'agreementVerdict');
  const cited = citedAgreement(content, project);
  const isUsable = cited === null ? verdict === 'passed' : judgeAgreement(cited) === 'usable' && verdict !== 'failed';
  if (isUsable && filled(fields, 'agreementAnalysis')) return 'met';
  return verdict !== '' && filled(fields, 'limitation') ? 'warning' : 'missing';
}

function judgeSamples({ content }: ArtefactView): CriterionState {
  const measures = rowsOf(content, 'measures');
  if (measures.length === 0) return 'missing';
  const states = measures.map((row): CriterionState => {
    const n = numberOf(row.cells, 'sampleSize');
    if (textOf(row.cells, 'sampling') === 'all') return 'met';
    if (n === null) return 'missing';
    const needed = neededSample(row);
    return needed === null ? (n >= soundSample ? 'warning' : 'missing') : met(n >= needed);
  });
  return states.includes('missing') ? 'missing' : states.includes('warning') ? 'warning' : 'met';
}

function judgeChart({ content }: ArtefactView, project: ProjectView): CriterionState {
  const named = [
    textOf(content.fields, 'chart'),
    ...rowsOf(content, 'lines').map(({ cells }) => textOf(cells, 'chart')),
  ];
  const charts = named.flatMap((id) => findAnalysis(project, id) ?? []);
  if (charts.length === 0) return 'missing';
  if (charts.some(({ result }) => result === undefined)) return 'warning';
  const isStable = charts.every(({ result }) => result && result.lastStageSignals === 0);
  const isLong = charts.every(({ result }) => result && result.lastStagePoints >= fewestStablePoints);
  return isStable ? (isLong ? 'met' : 'warning') : 'missing';
}

const judges: Readonly<Record<Phase, readonly Judge[]>> = {
  define: [
    onKind('charterApproved', 'charter', {}, ({ status }) => met(status === 'approved')),
    onKind('baselineSourced', 'charter', { field: 'baseline' }, ({ content: { fields } }) => {
      const isSourced = filled(fields, 'metricChart') || filled(fields, 'baselineAnalysis');
      if (!isSourced || !filled(fields, 'baseline', 'baselineN')) return 'missing';
      return (numberOf(fields, 'baselineN') ?? 0) >= soundSample ? 'met' : 'warning';
    }),
    onKind('ctqDefined', 'voice', { list: 'ctqs' }, ({ content }) =>
      met(rowsOf(content, 'ctqs').some((row) => isMeasurable(row))),
    ),
    (project) => {
      const steps = placedRows(project, 'processMap', 'steps').length;
      const outline = placedRows(project, 'sipoc', 'process').length;
      const kind = steps > 0 || outline === 0 ? 'processMap' : 'sipoc';
      return {
        id: 'scopeOnMap',
        state: steps >= 2 ? 'met' : outline >= 4 ? 'warning' : 'missing',
        place: { kind, artefact: artefactsOf(project, kind).at(0)?.id ?? null, at: {} },
      };
    },
    onKind('teamNamed', 'charter', { list: 'team' }, ({ content }) =>
      met(filled(content.fields, 'sponsor', 'leader', 'processOwner') && rowsOf(content, 'team').length > 0),
    ),
    onKind('benefitEstimated', 'charter', { field: 'benefitHard' }, ({ content: { fields } }) =>
      filled(fields, 'benefitHard') ? 'met' : filled(fields, 'benefitSoft') ? 'warning' : 'missing',
    ),
  ],
  measure: [
    onKind('definitionsSigned', 'dataPlan', { list: 'measures' }, (artefact, project) =>
      met(
        artefact.status === 'approved' &&
          rowsOf(artefact.content, 'measures').length > 0 &&
          isFreeOfErrors(artefact, project),
      ),
    ),
    onKind('agreementPassed', 'coderAgreement', { field: 'agreementVerdict' }, judgeAgreementGate),
    onKind('baselineStable', 'baseline', { field: 'stabilityAnalysis' }, judgeStability),
    onKind('sampleAdequate', 'dataPlan', { list: 'measures', column: 'sampleSize' }, judgeSamples),
    onKind('capabilityStated', 'baseline', { field: 'levelAnalysis' }, ({ content: { fields } }) =>
      met(filled(fields, 'levelAnalysis') || filled(fields, 'defectCount', 'unitCount', 'opportunityCount')),
    ),
  ],
  analyze: [
    onCauses('causesProven', 'evidence', isProven),
    onCauses('causesRanked', 'contribution', ({ row }) => numberOf(row.cells, 'contribution') !== null),
    onCauses('causesCoded', 'link', ({ row }) => textOf(row.cells, 'link') !== ''),
    (project) => {
      const quick = placedRows(project, 'actions', 'items').find(
        ({ row }) => textOf(row.cells, 'actionType') === 'quickWin',
      );
      const artefact = quick?.artefact ?? artefactsOf(project, 'actions').at(0);
      // A project may honestly have none; the gate reminds of it and does not stop.
      return {
        id: 'quickWinsLogged',
        state: quick ? 'met' : 'warning',
        place: { kind: 'actions', artefact: artefact?.id ?? null, at: { list: 'items' } },
      };
    },
  ],
  improve: [
    onKind('pilotEffective', 'pilot', { field: 'verdict' }, ({ content }, project) => {
      if (!filled(content.fields, 'effectAnalysis')) return 'missing';
      const verdict = textOf(content.fields, 'verdict');
      if (verdict === 'effective') return isVerdictSupported(content, project) === false ? 'warning' : 'met';
      return verdict === 'partly' ? 'warning' : 'missing';
    }),
    onKind('risksRescored', 'fmea', { list: 'failures', column: 'severityAfter' }, ({ content }) => {
      const high = rowsOf(content, 'failures').filter((row) => priorityOf(row, 'before') === 'H');
      if (rowsOf(content, 'failures').length === 0) return 'missing';
      return met(high.every((row) => priorityOf(row, 'after') !== null));
    }),
    onKind('rollOutPlanned', 'pilot', { field: 'rollOut' }, ({ content: { fields } }) =>
      met(filled(fields, 'rollOut')),
    ),
    onKind('actionsAssigned', 'actions', { list: 'items' }, ({ content }) => {
      const items = rowsOf(content, 'items').filter(({ cells }) => textOf(cells, 'actionState') !== 'cancelled');
      return met(items.length > 0 && items.every(({ cells }) => filled(cells, 'owner', 'due')));
    }),
  ],
  control: [
    onKind('controlPlanLive', 'controlPlan', { list: 'lines' }, ({ content, status }, project) => {
      const isCovered = rowsOf(content, 'lines').length > 0 && unwatchedCauses(content, project).length === 0;
      return met(status === 'approved' && isCovered);
    }),
    onKind('chartStable', 'controlPlan', { field: 'chart' }, judgeChart),
    onKind('handoverSigned', 'handover', { field: 'ownerAccepted' }, ({ content }, project) =>
      met(isSigned(content, project)),
    ),
    onKind('lessonsPublished', 'lessons', { list: 'lessons' }, ({ content }) =>
      met(rowsOf(content, 'lessons').some(({ cells }) => isOn(cells, 'published') && textOf(cells, 'link') !== '')),
    ),
  ],
};

/** The criteria of a phase's gate, in the order in which they are read. */
export function judgeGate(phase: Phase, project: ProjectView): readonly Criterion[] {
  return judges[phase].map((judge) => judge(project));
}

/** The phase whose gate is still to be passed; null when all are. */
export function currentPhase(reviews: readonly GateReview[]): Phase | null {
  return phases.find((phase) => !hasPassed(reviews, phase)) ?? null;
}

export type GateDecision = 'passed' | 'exceptions' | 'returned';
export const gateDecisions: readonly GateDecision[] = ['passed', 'exceptions', 'returned'];

/** One review of a gate. */
export interface GateReview {
  readonly id: string;
  readonly phase: Phase;
  readonly decision: GateDecision;
  readonly by: string;
  /** Epoch day. */
  readonly on: number;
  readonly comment: string;
  /** Why it passed although something was missing. */
  readonly reason: string;
  /** Criteria that were missing on that day. */
  readonly missing: readonly string[];
}

/** Whether the latest review of a phase let it pass. */
export function hasPassed(reviews: readonly GateReview[], phase: Phase): boolean {
  const last = reviews.filter((review) => review.phase === phase).at(-1);
  return last !== undefined && last.decision !== 'returned';
}

/** Why a decision cannot be taken as it stands; null if it can. */
export function refuseDecision(
  criteria: readonly Criterion[],
  draft: Pick<GateReview, 'decision' | 'by' | 'reason' | 'comment'>,
): 'gate-name-missing' | 'gate-not-met' | 'gate-reason-missing' | 'gate-comment-missing' | null {
  if (draft.by.trim() === '') return 'gate-name-missing';
  const open = criteria.some(({ state }) => state === 'missing');
  if (draft.decision === 'passed' && open) return 'gate-not-met';
  if (draft.decision === 'exceptions' && draft.reason.trim() === '') return 'gate-reason-missing';
  return draft.decision === 'returned' && draft.comment.trim() === '' ? 'gate-comment-missing' : null;
}

export type Health = 'good' | 'caution' | 'bad';

const endOfPhase = {
  define: 'defineEnd',
  measure: 'measureEnd',
  analyze: 'analyzeEnd',
  improve: 'improveEnd',
  control: 'controlEnd',
} as const satisfies Record<Phase, string>;

/** Days left of the current phase by the charter; negative = late; null without a date. */
export function daysLeft(project: ProjectView, phase: Phase): number | null {
  const end = artefactsOf(project, 'charter')
    .map(({ content }) => numberOf(content.fields, endOfPhase[phase]))
    .find((day) => day !== null);
  return end === undefined || end === null ? null : end - project.today;
}

/** How a project does: late is bad; a week left with something missing, or artefacts with errors, is a caution. */
export function projectHealth(project: ProjectView, phase: Phase | null): Health {
  if (phase === null) return 'good';
  const left = daysLeft(project, phase);
  if (left !== null && left < 0) return 'bad';
  const open = judgeGate(phase, project).some(({ state }) => state === 'missing');
  if (left !== null && left <= 7 && open) return 'caution';
  return project.artefacts.every((artefact) => isFreeOfErrors(artefact, project)) ? 'good' : 'caution';
}
