import { dayOf } from '../domain/calendar/calendar';
import type { EventClockwork } from '../domain/events/clocks';
import type { ServiceEvent } from '../domain/events/event';
import { inspectionsOf, type MonitoringCheck } from '../domain/monitoring/check';
import { assembleQuarter, type AssembledQuarter } from '../domain/scorecard/assemble';
import { quarterOf, type Quarter } from '../domain/scorecard/quarters';
import { buildScorecard, type RankedOutlet, type Scorecard } from '../domain/scorecard/ranking';
import { rulesOf, type RulesVersion } from '../domain/scorecard/rules-version';
import type { OutletQuarter, ScorecardRules } from '../domain/scorecard/scorecard';
import { satisfiedOf } from '../domain/survey/answers';
import { quarterOfAnswer, type Survey, type SurveyAnswer } from '../domain/survey/survey';

/** A quarter of all outlets: what was measured, where it comes from, and its scorecard. */
export interface ScoredQuarter {
  readonly quarter: Quarter;
  readonly rules: ScorecardRules;
  readonly outlets: readonly AssembledQuarter[];
  readonly card: Scorecard;
}

/** One outlet in one quarter. */
export interface OutletAt {
  readonly quarter: Quarter;
  readonly rules: ScorecardRules;
  readonly assembled: AssembledQuarter;
  readonly ranked: RankedOutlet;
  readonly answers: readonly SurveyAnswer[];
  readonly events: readonly ServiceEvent[];
  readonly checks: readonly MonitoringCheck[];
  readonly pooled: Scorecard['pooled'];
  /** Why its data are held to be falsified; null = they are not. */
  readonly falsified: string | null;
}

/** What scorecards are made from. */
export interface OutletRecords {
  readonly tables: ReadonlyMap<Quarter, readonly OutletQuarter[]>;
  /** Why data are held to be falsified, by quarter and outlet: `2026-Q3 outlet`. */
  readonly falsified: ReadonlyMap<string, string>;
  readonly events: readonly ServiceEvent[];
  readonly surveys: readonly Survey[];
  readonly answers: readonly SurveyAnswer[];
  readonly checks: readonly MonitoringCheck[];
  readonly versions: readonly RulesVersion[];
  readonly clockwork: EventClockwork;
  /** Milliseconds on the wall clock. */
  readonly now: number;
}

/** Everything recorded of one outlet in one quarter. */
interface Recorded {
  table: OutletQuarter | null;
  readonly answers: SurveyAnswer[];
  readonly events: ServiceEvent[];
  readonly checks: MonitoringCheck[];
}

/**
 * The scorecards of one state of the records. Each quarter is computed when it is first asked for, since its rank
 * intervals are drawn 400 times.
 */
export class OutletScores {
  readonly #records: OutletRecords;
  readonly #recorded: ReadonlyMap<Quarter, ReadonlyMap<string, Recorded>>;
  readonly #groups: ReadonlyMap<string, string>;
  readonly #scored = new Map<Quarter, ScoredQuarter>();

  /** Quarters with anything recorded, the latest first. */
  readonly quarters: readonly Quarter[];

  constructor(records: OutletRecords) {
    this.#records = records;
    this.#recorded = collect(records);
    this.#groups = groupsOf(records.tables);
    this.quarters = [...this.#recorded.keys()].sort().reverse();
  }

  /** A quarter with its scorecard; null where nothing was recorded. */
  scored(quarter: Quarter): ScoredQuarter | null {
    const known = this.#scored.get(quarter);
    if (known) return known;
    const own = this.#recorded.get(quarter);
    if (!own) return null;
    const { versions, falsified, clockwork, now } = this.#records;
    const rules = rulesOf(quarter, versions);
    const outlets = [...own]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { table, answers, events, checks }]) =>
        assembleQuarter(
          {
            id,
            table,
            group: this.#groups.get(id) ?? '',
            falsified: falsified.get(`${quarter} ${id}`) ?? null,
            survey: satisfiedOf(answers),
            events,
            inspections: inspectionsOf(checks),
          },
          clockwork,
          now,
        ),
      );
    const card = buildScorecard(
      outlets.map((one) => one.quarter),
      rules,
    );
    const scored = { quarter, rules, outlets, card };
    this.#scored.set(quarter, scored);
    return scored;
  }

  /** An outlet in one quarter; null where nothing was recorded of it. */
  at(id: string, quarter: Quarter): OutletAt | null {
    const recorded = this.#recorded.get(quarter)?.get(id);
    if (!recorded) return null;
    const scored = this.scored(quarter);
    const index = scored?.outlets.findIndex((one) => one.quarter.id === id) ?? -1;
    if (!scored || index < 0) return null;
    return {
      quarter,
      rules: scored.rules,
      assembled: scored.outlets[index],
      ranked: scored.card.outlets[index],
      answers: recorded.answers,
      events: recorded.events,
      checks: recorded.checks,
      pooled: scored.card.pooled,
      falsified: this.#records.falsified.get(`${quarter} ${id}`) ?? null,
    };
  }

  /** Quarters in which an outlet was recorded, the earliest first. */
  history(id: string): readonly OutletAt[] {
    return [...this.quarters].reverse().flatMap((quarter) => this.at(id, quarter) ?? []);
  }
}

function collect(records: OutletRecords): ReadonlyMap<Quarter, ReadonlyMap<string, Recorded>> {
  const found = new Map<Quarter, Map<string, Recorded>>();
  const at = (quarter: Quarter, outlet: string): Recorded => {
    const outlets = found.get(quarter) ?? new Map<string, Recorded>();
    found.set(quarter, outlets);
    const own = outlets.get(outlet) ?? { table: null, answers: [], events: [], checks: [] };
    outlets.set(outlet, own);
    return own;
  };
  for (const [quarter, tables] of records.tables) for (const table of tables) at(quarter, table.id).table = table;
  for (const event of records.events) {
    const { outlet, receivedAt } = event;
    if (outlet === null || outlet.trim() === '' || receivedAt === null) continue;
    at(quarterOf(dayOf(receivedAt)), outlet.trim()).events.push(event);
  }
  const surveys = new Map(records.surveys.map((survey) => [survey.id, survey]));
  for (const answer of records.answers) {
    const survey = surveys.get(answer.survey);
    if (!survey || answer.outlet === null || answer.setAside !== null) continue;
    const quarter = quarterOfAnswer(answer, survey, quarterOf);
    if (quarter !== null) at(quarter, answer.outlet.trim()).answers.push(answer);
  }
  for (const check of records.checks) {
    if (check.outlet === null || check.outlet.trim() === '' || check.day === null || check.type === 'readiness')
      continue;
    at(quarterOf(check.day), check.outlet.trim()).checks.push(check);
  }
  return found;
}

/** The peer group that an outlet was given last. */
function groupsOf(tables: OutletRecords['tables']): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  for (const [, outlets] of [...tables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { id, group } of outlets) if (group !== '') groups.set(id, group);
  }
  return groups;
}
