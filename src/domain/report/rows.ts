/** The rows behind the figures of a report, and the queries that select them. */

import { dayOf } from '../calendar/calendar';
import { ageInDays, bucketOf, decisionDue, type AgeBucket, type EventClockwork } from '../events/clocks';
import { isOpen, type ServiceEvent } from '../events/event';
import { isLive, type ItemStatus, type RectificationItem, type Verdict } from '../rectification/item';
import { overdueDays, ragOf, type Rag } from '../rectification/rag';
import type { RankedOutlet } from '../scorecard/ranking';
import { dimensionScores } from '../survey/gaps';
import { surveyDimensions, type SurveyDimension } from '../survey/instrument';
import type { Survey, SurveyAnswer } from '../survey/survey';
import type { Maybe } from '../../stats/descriptive/measured';
import type { DayWindow } from './quarter';

/** How the first reply of a case stands: the last two are not over. */
export type ReplyState = 'kept' | 'late' | 'overdue' | 'running' | 'unknown';

/** An event as the figures see it: no texts, so that nothing personal can lie in it. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  /** Epoch day of receipt. */
  readonly day: number | null;
  readonly outlet: string | null;
  readonly source: string | null;
  readonly channel: string | null;
  readonly business: string | null;
  readonly cause: string | null;
  readonly liability: string | null;
  readonly liabilityKnown: boolean;
  readonly link: string | null;
  readonly aspect: string | null;
  readonly category: string | null;
  readonly severity: number | null;
  readonly severe: boolean;
  readonly effect: string | null;
  readonly phase: string | null;
  readonly office: string | null;
  readonly status: string | null;
  /** Neither withdrawn nor merged. */
  readonly counted: boolean;
  readonly open: boolean;
  readonly overdue: boolean;
  readonly age: AgeBucket | null;
  readonly reply: ReplyState;
  /** Whether it is known that the first reply came in time, or did not. */
  readonly judged: boolean;
  readonly replied: boolean;
  readonly reopened: boolean;
  readonly regulator: boolean;
  readonly taxonomyVersion: string | null;
}

export interface ItemRow {
  readonly id: string;
  readonly title: string;
  readonly status: ItemStatus | null;
  readonly owner: string | null;
  readonly due: number | null;
  readonly counted: boolean;
  readonly live: boolean;
  readonly rag: Rag;
  readonly overdue: boolean;
  readonly overdueOriginal: boolean;
  readonly verdict: Verdict | null;
  /** What happened to it within the quarter. */
  readonly opened: boolean;
  readonly verified: boolean;
  readonly effective: boolean;
  readonly returned: boolean;
  readonly reopened: boolean;
  /** Live, and due after the quarter. */
  readonly dueLater: boolean;
}

export interface OutletRow {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly total: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly ranked: boolean;
  readonly funnelLevel: number;
  readonly funnelSide: string;
}

/** A project in one line; made outside, since its phases are a matter of its documents. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  /** Null = all gates passed. */
  readonly phase: string | null;
  readonly health: string;
  readonly leader: string;
  /** Yuan a year. */
  readonly benefit: number | null;
}

/** A sheet of a survey as the figures see it: one score a dimension, no texts. */
export type AnswerRow = {
  readonly id: string;
  readonly survey: string;
  /** Epoch day. */
  readonly day: number | null;
  readonly outlet: string | null;
} & Readonly<Record<SurveyDimension, Maybe>> &
  Readonly<Record<`${SurveyDimension}Known`, boolean>>;

/** An analysis of an imported dataset in one line. */
export interface AnalysisRow {
  readonly id: string;
  readonly name: string;
  readonly slice: string;
  readonly dataset: string;
  readonly datasetId: string;
  /** Kept by a person; otherwise it is the usual one of a coded dataset. */
  readonly saved: boolean;
  /** Rows of the dataset that lie in the quarter. */
  readonly rows: number;
}

export interface ReportRows {
  readonly events: readonly CaseRow[];
  readonly items: readonly ItemRow[];
  readonly outlets: readonly OutletRow[];
  readonly projects: readonly ProjectRow[];
  readonly answers: readonly AnswerRow[];
  readonly analyses: readonly AnalysisRow[];
}
export type RowKind = keyof ReportRows;
export type RowOf<Kind extends RowKind> = ReportRows[Kind][number];

type Cell = string | number | boolean | null;

/** Which rows a figure counts. Events are narrowed by their day of receipt; every field of `where` must be equal. */
export interface RowQuery {
  readonly of: RowKind;
  readonly from?: number;
  readonly to?: number;
  readonly where: Readonly<Record<string, Cell>>;
  /** For one analysis: which of the rows of its dataset it counts. */
  readonly cut?: DatasetCut;
}

/** Rows of an imported dataset. */
export interface DatasetCut {
  readonly which: 'whole' | 'part';
  /** Conditions as the tools of analysis write them, the days of the quarter among them; passed on, not read here. */
  readonly filters: readonly object[];
}

/** The rows that a query selects. */
export function selectRows(rows: ReportRows, query: RowQuery): readonly RowOf<RowKind>[] {
  const { of, from = -Infinity, to = Infinity } = query;
  const isNarrowed = query.from !== undefined || query.to !== undefined;
  const wanted = Object.entries(query.where);
  return (rows[of] as readonly RowOf<RowKind>[]).filter((row) => {
    if (isNarrowed) {
      const day = (row as Partial<CaseRow>).day ?? null;
      if (day === null || day < from || day > to) return false;
    }
    const cells = row as unknown as Readonly<Record<string, Cell>>;
    return wanted.every(([field, value]) => cells[field] === value);
  });
}

/** Cases received within days, or at any time; withdrawn and merged ones are none. */
export function casesIn(window: DayWindow | null, where: Partial<CaseRow> = {}): RowQuery {
  return { of: 'events', ...(window ? { from: window.from, to: window.to } : {}), where: { counted: true, ...where } };
}

/** Items that are not cancelled. */
export function itemsWhere(where: Partial<ItemRow> = {}): RowQuery {
  return { of: 'items', where: { counted: true, ...where } };
}

/** An event as a row at a moment. */
export function toCaseRow(event: ServiceEvent, clockwork: EventClockwork, now: number): CaseRow {
  const { receivedAt, primaryLink, status, severity } = event;
  const counted = status !== null && status !== 'withdrawn' && status !== 'merged';
  const levels = primaryLink?.split('.') ?? [];
  const open = isOpen(event);
  const due = counted ? decisionDue(event, clockwork) : null;
  const reply = replyState(event, due, now);
  const age = ageInDays(event, now);
  return {
    id: event.id,
    number: event.number ?? '',
    day: receivedAt === null ? null : dayOf(receivedAt),
    outlet: event.outlet,
    source: event.source,
    channel: event.channel,
    business: event.business,
    cause: event.cause,
    liability: event.liability,
    liabilityKnown: event.liability !== null,
    link: primaryLink,
    aspect: levels.length > 1 ? levels.slice(0, 2).join('.') : null,
    category: levels.length > 0 ? levels[0] : null,
    severity,
    severe: (severity ?? 0) >= 4,
    effect: event.effect,
    phase: event.phase,
    office: event.office,
    status,
    counted,
    open,
    overdue: open && due !== null && event.replyAt === null && now > due,
    age: age === null ? null : bucketOf(age),
    reply,
    judged: reply === 'kept' || reply === 'late' || reply === 'overdue',
    replied: event.firstReplyAt !== null,
    reopened: (event.reopenedCount ?? 0) > 0,
    regulator: event.source === 'regulator' || event.regulatorRef !== null,
    taxonomyVersion: event.taxonomyVersion,
  };
}

/** The first reply was due without the time that a later reopening added. */
function replyState(event: ServiceEvent, due: number | null, now: number): ReplyState {
  if (due === null) return 'unknown';
  const firstDue = due - (event.pausedMs ?? 0);
  if (event.firstReplyAt !== null) return event.firstReplyAt <= firstDue ? 'kept' : 'late';
  return now > firstDue ? 'overdue' : 'running';
}

/** An item as a row at a moment, with what happened to it within the quarter. */
export function toItemRow(item: RectificationItem, { from, to }: DayWindow, now: number): ItemRow {
  const happened = (action: string): boolean =>
    item.log.some((entry) => entry.action === action && dayOf(entry.at ?? 0) >= from && dayOf(entry.at ?? 0) <= to);
  const closed = happened('close');
  const returned = happened('return');
  const overdue = overdueDays(item, now);
  const live = isLive(item);
  return {
    id: item.id,
    title: item.title ?? '',
    status: item.status,
    owner: item.owner,
    due: item.due,
    counted: item.status !== null && item.status !== 'cancelled',
    live,
    rag: ragOf(item, now).rag,
    overdue: live && overdue.current > 0,
    overdueOriginal: live && overdue.original > 0,
    verdict: item.verdict,
    opened: happened('open'),
    verified: closed || returned,
    effective: closed && item.verdict === 'effective',
    returned,
    reopened: happened('reopen'),
    dueLater: live && (item.due ?? 0) > to,
  };
}

/** An outlet of the scorecard as a row. */
export function toOutletRow(outlet: RankedOutlet): OutletRow {
  const { id, name, group, total, grade, rank, funnelLevel, funnelSide } = outlet;
  return { id, name, group, total, grade, rank, ranked: rank !== null, funnelLevel, funnelSide };
}

/** A sheet of a survey as a row. */
export function toAnswerRow(survey: Survey, answer: SurveyAnswer): AnswerRow {
  const scores = dimensionScores(survey, answer);
  const known = Object.fromEntries(surveyDimensions.map(({ key }) => [`${key}Known`, scores[key] !== null]));
  const row = { id: answer.id, survey: survey.id, day: answer.day, outlet: answer.outlet, ...scores, ...known };
  return row as AnswerRow;
}
