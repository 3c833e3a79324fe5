import type { EventClockwork } from '../events/clocks';
import type { ServiceEvent } from '../events/event';
import { ledgerFigures } from '../events/figures';
import type { Counted, OutletQuarter } from './scorecard';

/** Where a figure of an outlet's quarter comes from. */
export type FigureSource = 'table' | 'survey' | 'ledger' | 'monitoring';

export const figureNames = [
  'satisfaction',
  'wait',
  'onTime',
  'firstTime',
  'callBack',
  'reopened',
  'inspections',
  'severeEvents',
] as const;
export type FigureName = (typeof figureNames)[number];

/** What is known of one outlet in one quarter, from every source. */
export interface OutletEvidence {
  readonly id: string;
  /** As it was entered in a table, if it was. */
  readonly table: OutletQuarter | null;
  /** Peer group known from another quarter. */
  readonly group: string;
  /** Why its data are held to be falsified; null = they are not. */
  readonly falsified: string | null;
  /** Satisfied answers of the surveys of the quarter. */
  readonly survey: Counted;
  /** Events received in the quarter. */
  readonly events: readonly ServiceEvent[];
  /** Inspections of the quarter. */
  readonly inspections: OutletQuarter['inspections'];
}

/** An outlet's quarter and the source of each figure; null = nobody measured it. */
export interface AssembledQuarter {
  readonly quarter: OutletQuarter;
  readonly sources: Readonly<Record<FigureName, FigureSource | null>>;
}

/** The lowest score of a call-back that counts as satisfied, of 5. */
const satisfiedFrom = 4;

/**
 * An outlet's quarter from all that was recorded: what a table says goes first, since it counts what the records here may
 * not hold; what it leaves open is computed from surveys, the ledger and monitoring.
 *
 * Formula  call-back satisfaction = scores 4 and 5 among scores; first time = resolved at once among those judged;
 *          severe = severity 5 with liability confirmed; the others as in the ledger's figures
 */
export function assembleQuarter(evidence: OutletEvidence, clockwork: EventClockwork, now: number): AssembledQuarter {
  const { id, table, group, survey, events, inspections } = evidence;
  const ledger = countEvents(events, clockwork, now);
  const sources = {} as Record<FigureName, FigureSource | null>;
  const choose = (name: Exclude<FigureName, 'inspections' | 'severeEvents'>, own: Counted, from: FigureSource) => {
    const typed = table?.[name] ?? null;
    sources[name] = typed ? 'table' : own ? from : null;
    return typed ?? own;
  };
  const typedInspections = table && table.inspections.length > 0 ? table.inspections : null;
  sources.inspections = typedInspections ? 'table' : inspections.length > 0 ? 'monitoring' : null;
  sources.severeEvents = events.length > 0 ? 'ledger' : table ? 'table' : null;
  const quarter: OutletQuarter = {
    id,
    name: table?.name ?? id,
    group: table?.group || group,
    satisfaction: choose('satisfaction', survey, 'survey'),
    wait: choose('wait', null, 'table'),
    waitP90: table?.waitP90 ?? null,
    onTime: choose('onTime', ledger.onTime, 'ledger'),
    firstTime: choose('firstTime', ledger.firstTime, 'ledger'),
    callBack: choose('callBack', ledger.callBack, 'ledger'),
    reopened: choose('reopened', ledger.reopened, 'ledger'),
    inspections: typedInspections ?? inspections,
    // Whichever knows of more: a confirmed severe event must not vanish because one source has not heard of it.
    severeEvents: Math.max(table?.severeEvents ?? 0, ledger.severe),
    falsified: evidence.falsified !== null || (table?.falsified ?? false),
  };
  return { quarter, sources };
}

/** What the ledger says of an outlet's events; a share of nothing is null. */
export function countEvents(
  events: readonly ServiceEvent[],
  clockwork: EventClockwork,
  now: number,
): {
  readonly onTime: Counted;
  readonly firstTime: Counted;
  readonly callBack: Counted;
  readonly reopened: Counted;
  readonly severe: number;
} {
  const cases = events.filter(({ status }) => status !== 'withdrawn' && status !== 'merged');
  const figures = ledgerFigures(cases, clockwork, now);
  const judged = cases.filter(({ resolvedFirstTime }) => resolvedFirstTime !== null);
  const scored = cases.flatMap(({ callBackScore }) => (callBackScore === null ? [] : [callBackScore]));
  return {
    onTime: counted(figures.onTime.cases, figures.onTime.of),
    firstTime: counted(judged.filter(({ resolvedFirstTime }) => resolvedFirstTime === true).length, judged.length),
    callBack: counted(scored.filter((score) => score >= satisfiedFrom).length, scored.length),
    reopened: counted(figures.reopened.cases, figures.reopened.of),
    severe: cases.filter(({ severity, liability }) => severity === 5 && liability === 'liable').length,
  };
}

function counted(cases: number, of: number): Counted {
  return of === 0 ? null : { cases, of };
}
