import { numberOf, rowsOf, textOf } from '../artefacts/columns';
import type { Phase } from '../artefacts/contract';
import { daysLeft, type Health } from '../artefacts/gates';
import { sumBenefits } from '../artefacts/kinds/benefits';
import type { ProjectSession } from './project-session.svelte';

/** A project in one line of a list. */
export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly invented: boolean;
  /** null = all gates passed. */
  readonly phase: Phase | null;
  readonly health: Health;
  readonly daysLeft: number | null;
  readonly leader: string;
  readonly metric: string;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** Yuan a year: the ledger where there is one, else the charter's estimate; null = neither. */
  readonly benefit: number | null;
  readonly openActions: number;
  readonly overdueActions: number;
  readonly documents: number;
  readonly missing: number;
  /** When anything of it was last written, in milliseconds since 1970 UTC. */
  readonly lastWork: number;
  /** Criteria of the next gate that are not met, or are met with a caution. */
  readonly open: readonly string[];
}

/** What a list shows of a project; everything in it follows from its documents. */
export function summarizeProject(session: ProjectSession): ProjectSummary {
  const { view, phase, entry } = session;
  const fields = session.of('charter').at(0)?.content.fields ?? {};
  const criteria = phase === null ? [] : session.gate(phase);
  const ledger = session.of('benefits').reduce((sum, { content }) => sum + sumBenefits(content, 'hard'), 0);
  const actions = session
    .of('actions')
    .flatMap(({ content }) => rowsOf(content, 'items'))
    .filter(({ cells }) => !['closed', 'cancelled'].includes(textOf(cells, 'actionState')));
  return {
    id: session.id,
    name: entry?.name ?? '',
    archived: entry?.archived ?? false,
    invented: entry?.invented ?? false,
    phase,
    health: session.health,
    daysLeft: phase === null ? null : daysLeft(view, phase),
    leader: textOf(fields, 'leader'),
    metric: textOf(fields, 'metric'),
    unit: textOf(fields, 'unit'),
    baseline: numberOf(fields, 'baseline'),
    target: numberOf(fields, 'target'),
    benefit: ledger > 0 ? ledger : numberOf(fields, 'benefitHard'),
    openActions: actions.length,
    overdueActions: actions.filter(({ cells }) => (numberOf(cells, 'due') ?? Infinity) < view.today).length,
    documents: view.artefacts.length,
    lastWork: session.lastWork,
    missing: criteria.filter(({ state }) => state === 'missing').length,
    open: criteria.filter(({ state }) => state !== 'met').map(({ id }) => id),
  };
}

/** The project worked on last comes first. */
export function byLastWork(a: ProjectSummary, b: ProjectSummary): number {
  return b.lastWork - a.lastWork;
}

/** Bounds of the bands of a board by benefit, in yuan a year. */
const benefitBands = [
  { key: 'large', from: 1_000_000 },
  { key: 'middle', from: 100_000 },
  { key: 'small', from: 0 },
] as const;

export const benefitBandKeys = [...benefitBands.map(({ key }) => key), 'none'] as const;

/** The band of a project's benefit; `none` without an estimate. */
export function benefitBand({ benefit }: Pick<ProjectSummary, 'benefit'>): (typeof benefitBandKeys)[number] {
  if (benefit === null) return 'none';
  return benefitBands.find(({ from }) => benefit >= from)?.key ?? 'none';
}
