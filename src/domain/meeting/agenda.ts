import { pPhrase } from '../../kernel/p-phrase';
import { msPerDay } from '../../kernel/dates';
import { controlChart } from '../../stats/control/control-chart';
import { ruleSets } from '../../stats/control/rules/rule-sets';
import { dayOf } from '../calendar/calendar';
import type { EventClockwork } from '../events/clocks';
import type { ServiceEvent } from '../events/event';
import type { RectificationItem } from '../rectification/item';
import { findRecurrence } from '../rectification/recurrence';
import { shareMovement } from '../report/compare';
import { countingOf, type Counting } from '../report/counting';
import type { Sentence } from '../report/draft-types';
import type { DayWindow } from '../report/quarter';
import {
  casesIn,
  selectRows,
  toCaseRow,
  toItemRow,
  toOutletRow,
  type CaseRow,
  type ItemRow,
  type ReportRows,
} from '../report/rows';
import { both, decimal, noName, percent, say, term } from '../report/words';
import { buildScorecard } from '../scorecard/ranking';
import type { OutletQuarter, ScorecardRules } from '../scorecard/scorecard';
import type { Taxonomy } from '../taxonomy';
import { indexTaxonomy, type TaxonomyIndex } from '../taxonomy/index-of';
import { agendaPoints, type AgendaPoint, type QualityMeeting } from './meeting';

/** Everything that an agenda is built from. */
export interface AgendaInput {
  /** What has happened since the last meeting. */
  readonly window: DayWindow;
  /** Moment on the wall clock. */
  readonly now: number;
  readonly events: readonly ServiceEvent[];
  readonly clockwork: EventClockwork;
  readonly items: readonly RectificationItem[];
  /** Of the latest quarter that was kept. */
  readonly outlets: readonly OutletQuarter[];
  readonly rules: ScorecardRules;
  readonly taxonomy: Taxonomy;
  readonly previous: QualityMeeting | null;
  /** Takes personal data out of a text. */
  readonly mask: (text: string) => string;
}

/** One line of an agenda, and what a topic made of it is about. */
export interface AgendaLine {
  readonly id: string;
  readonly sentence: Sentence;
  readonly eventIds: readonly string[];
  readonly links: readonly string[];
  readonly itemId: string | null;
}

export interface Agenda {
  readonly points: readonly { readonly point: AgendaPoint; readonly lines: readonly AgendaLine[] }[];
  readonly rows: ReportRows;
}

/** So many lines of a kind are named; the figure above them counts all. */
const mostNamed = 8;
const weeks = 26;
const fewestWeeks = 8;

interface Table extends Omit<AgendaInput, 'taxonomy'> {
  readonly counting: Counting;
  readonly index: TaxonomyIndex;
}

/**
 * The eight points of a meeting, from what is stored.
 *
 * Shape    every point is there; one without lines has nothing to look at
 * Formula  signals by Laney u′ charts of events per week over 26 whole weeks, in all and by category (which is low only if
 *          it stays so with every event of the week that nobody has coded yet); movers by χ² of aspects against the time
 *          of equal length before; outlets beyond the 99.8 % limits of the funnel
 */
export function buildAgenda(input: AgendaInput): Agenda {
  const { window, now, clockwork } = input;
  const scorecard = buildScorecard(input.outlets, input.rules);
  const rows: ReportRows = {
    events: input.events.map((event) => toCaseRow(event, clockwork, now)),
    items: input.items.map((item) => toItemRow(item, window, now)),
    outlets: input.outlets.length === 0 ? [] : scorecard.outlets.map(toOutletRow),
    projects: [],
    answers: [],
    analyses: [],
  };
  const table: Table = { ...input, counting: countingOf(rows), index: indexTaxonomy(input.taxonomy) };
  const makers: Readonly<Record<AgendaPoint, (table: Table) => readonly AgendaLine[]>> = {
    decisions,
    signals,
    movers,
    events,
    items,
    outlets,
    verification,
    proposals,
  };
  return { points: agendaPoints.map((point) => ({ point, lines: makers[point](table) })), rows };
}

function line(id: string, sentence: Sentence, about: Partial<AgendaLine> = {}): AgendaLine {
  return { id, sentence, eventIds: [], links: [], itemId: null, ...about };
}

function itemLine(table: Table, point: string, row: ItemRow, sentence: Sentence): AgendaLine {
  const item = table.items.find(({ id }) => id === row.id);
  return line(`${point}-${row.id}`, sentence, {
    itemId: row.id,
    links: item?.links ?? [],
    eventIds: item?.eventIds ?? [],
  });
}

function itemFigure({ counting }: Table, point: string, row: ItemRow) {
  return counting.value(`${point}.${row.id}`, row.title, { of: 'items', where: { id: row.id } });
}

function decisions(table: Table): readonly AgendaLine[] {
  const topics = table.previous?.topic.filter(({ outcome }) => outcome === 'decided') ?? [];
  return topics.map((topic) => {
    const row = table.counting.rows.items.find(({ id }) => id === topic.itemId);
    if (!row) {
      const due = topic.due === null ? noName : ({ as: 'date', epochDay: topic.due } as const);
      const parts = { decision: topic.decision ?? '', owner: topic.owner ?? noName, due };
      return line(`decisions-${topic.id}`, say('agenda-decision', parts));
    }
    return itemLine(
      table,
      'decisions',
      row,
      say(row.overdue ? 'agenda-item-overdue' : 'agenda-item', {
        item: itemFigure(table, 'decisions', row),
        status: term(`rectification.status.${row.status ?? 'draft'}`),
        owner: row.owner ?? noName,
        due: row.due === null ? noName : { as: 'date', epochDay: row.due },
      }),
    );
  });
}

/** Weeks are counted back from the last day of the window, so that the latest one is whole. */
function signals({ counting, window, index }: Table): readonly AgendaLine[] {
  const rows = selectRows(counting.rows, casesIn(null)) as readonly CaseRow[];
  const first = rows.reduce((day, row) => Math.min(day, row.day ?? day), window.to);
  const known = Math.min(weeks, Math.floor((window.to - first + 1) / 7));
  if (known < fewestWeeks) return [];
  const categories = index.children();
  const countWeeks = (isCounted: (row: CaseRow) => boolean): readonly number[] => {
    const counts = Array.from({ length: known }, () => 0);
    for (const row of rows) {
      if (row.day === null || row.day > window.to || !isCounted(row)) continue;
      const back = Math.floor((window.to - row.day) / 7);
      if (back < known) counts[known - 1 - back]++;
    }
    return counts;
  };
  const uncoded = countWeeks(({ category }) => category === null);
  return [null, ...categories].flatMap((category) => {
    const counts = countWeeks((row) => category === null || row.category === category);
    const chart = controlChart({ kind: 'laney-u', counts, sizes: counts.map(() => 7) }, { rules: ruleSets.default });
    if (!chart.ok) return [];
    const { center, lower } = chart.value.main;
    // A category is not low as long as what nobody has coded yet could be its own.
    const isOpen = ({ rule, completesAt: at, side }: (typeof chart.value.main.signals)[number]): boolean =>
      category !== null &&
      side === 'below' &&
      (counts[at] + uncoded[at]) / 7 >= ((rule === 'beyond-limits' ? lower : center)[at] ?? 0);
    const fresh = chart.value.main.signals.filter(
      (signal) => daysAt(signal.completesAt, known, window).to >= window.from && !isOpen(signal),
    );
    return fresh.map(({ rule, completesAt, side }) => {
      const week = daysAt(completesAt, known, window);
      const query = casesIn(week, category === null ? {} : { category });
      return line(
        `signals-${category ?? 'all'}-${rule}-${completesAt}`,
        say(`agenda-signal-${side === 'below' ? 'below' : 'above'}`, {
          what: category === null ? term('report.allEvents') : both(index.name(category), category),
          week: { as: 'date', epochDay: week.from },
          n: counting.figure(`signals.${category ?? 'all'}.${completesAt}`, query),
          mean: decimal((chart.value.main.center[completesAt] ?? 0) * 7, 1),
          rule: term(`report.rule.${rule}`),
        }),
      );
    });
  });
}

function daysAt(index: number, known: number, { to }: DayWindow): DayWindow {
  const end = to - (known - 1 - index) * 7;
  return { from: end - 6, to: end };
}

function movers({ counting, window, index }: Table): readonly AgendaLine[] {
  const length = window.to - window.from + 1;
  const before: DayWindow = { from: window.from - length, to: window.from - 1 };
  const counts = (days: DayWindow): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const { aspect } of selectRows(counting.rows, casesIn(days)) as readonly CaseRow[]) {
      if (aspect !== null) found.set(aspect, (found.get(aspect) ?? 0) + 1);
    }
    return found;
  };
  return shareMovement(counts(window), counts(before)).movers.flatMap(
    ({ code, current, previous, direction, pValue }) =>
      direction === 'same'
        ? []
        : [
            line(
              `movers-${code}`,
              say(`mover-${direction}`, {
                name: both(index.name(code), code),
                n: counting.value(`movers.${code}`, current, casesIn(window, { aspect: code })),
                m: counting.value(`movers.${code}.before`, previous, casesIn(before, { aspect: code })),
                p: pPhrase(pValue ?? 1),
              }),
            ),
          ],
  );
}

function events(table: Table): readonly AgendaLine[] {
  const { counting, mask } = table;
  const byId = new Map(table.events.map((event) => [event.id, event]));
  const severe = casesIn(null, { severe: true, open: true });
  const overdue = casesIn(null, { overdue: true });
  const rows = [...new Set([...selectRows(counting.rows, severe), ...selectRows(counting.rows, overdue)])] as CaseRow[];
  if (rows.length === 0) return [];
  const named = rows
    .toSorted((a, b) => (b.severity ?? 0) - (a.severity ?? 0) || (a.day ?? 0) - (b.day ?? 0))
    .slice(0, mostNamed)
    .map((row) =>
      line(
        `events-${row.id}`,
        say(row.overdue ? 'agenda-event-overdue' : 'agenda-event', {
          number: counting.value(`events.${row.id}`, row.number, { of: 'events', where: { id: row.id } }),
          title: mask(byId.get(row.id)?.title ?? ''),
          severity: row.severity ?? '–',
          outlet: row.outlet ?? noName,
        }),
        { eventIds: [row.id], links: row.link === null ? [] : [row.link] },
      ),
    );
  const count = say('agenda-events', {
    severe: counting.figure('events.severe', severe),
    overdue: counting.figure('events.overdue', overdue),
  });
  return [line('events-count', count), ...named];
}

function items(table: Table): readonly AgendaLine[] {
  return table.counting.rows.items
    .filter(({ live, counted, rag }) => counted && live && (rag === 'red' || rag === 'amber'))
    .toSorted((a, b) => Number(b.rag === 'red') - Number(a.rag === 'red') || (a.due ?? 0) - (b.due ?? 0))
    .map((row) =>
      itemLine(
        table,
        'items',
        row,
        say('agenda-rag', {
          item: itemFigure(table, 'items', row),
          rag: term(`rectification.rag.${row.rag}`),
          owner: row.owner ?? noName,
          due: row.due === null ? noName : { as: 'date', epochDay: row.due },
        }),
      ),
    );
}

function outlets({ counting, outlets: measured }: Table): readonly AgendaLine[] {
  const satisfaction = new Map(measured.map((outlet) => [outlet.id, outlet.satisfaction]));
  return counting.rows.outlets
    .filter(({ funnelLevel }) => funnelLevel > 1)
    .map((row) => {
      const answers = satisfaction.get(row.id);
      return line(
        `outlets-${row.id}`,
        say(row.funnelSide === 'below' ? 'agenda-outlet-below' : 'agenda-outlet-above', {
          outlet: counting.value(`outlets.${row.id}`, row.name, { of: 'outlets', where: { id: row.id } }),
          share: percent(answers && answers.of > 0 ? answers.cases / answers.of : null),
          n: answers?.of ?? 0,
        }),
      );
    });
}

function verification(table: Table): readonly AgendaLine[] {
  const byId = new Map(table.items.map((item) => [item.id, item]));
  return table.counting.rows.items.flatMap((row) => {
    const item = byId.get(row.id);
    if (!item) return [];
    const what = { item: itemFigure(table, 'verification', row) };
    if (row.status === 'submitted' || row.status === 'verifying') {
      const status = term(`rectification.status.${row.status}`);
      const verifier = item.verifier ?? noName;
      return [itemLine(table, 'verification', row, say('agenda-verify', { ...what, status, verifier }))];
    }
    const again = findRecurrence(item, table.events, table.now);
    if (!again) return [];
    return [itemLine(table, 'verification', row, say('agenda-recurrence', { ...what, n: again.events.length }))];
  });
}

function proposals({ events: all, window, mask, counting }: Table): readonly AgendaLine[] {
  return all.flatMap((event) => {
    const day = event.receivedAt === null ? null : dayOf(event.receivedAt);
    const idea = event.improvementIdea?.trim() ?? '';
    if (idea === '' || day === null || day < window.from || day > window.to) return [];
    return [
      line(
        `proposals-${event.id}`,
        say('agenda-proposal', {
          idea: mask(idea),
          number: counting.value(`proposals.${event.id}`, event.number ?? '', {
            of: 'events',
            where: { id: event.id },
          }),
        }),
        { eventIds: [event.id], links: event.primaryLink === null ? [] : [event.primaryLink] },
      ),
    ];
  });
}

/** Days since the last meeting; four weeks where there was none. */
export function windowSince(previous: QualityMeeting | null, now: number): DayWindow {
  const today = Math.floor(now / msPerDay);
  const from = previous?.day === null || previous === null ? today - 27 : Math.min(previous.day + 1, today);
  return { from, to: today };
}
