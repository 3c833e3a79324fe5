import { monthIndexOf } from '../../kernel/dates';
import { dayOf } from '../calendar/calendar';
import type { EventClockwork } from '../events/clocks';
import type { ServiceEvent } from '../events/event';
import type { RectificationItem } from '../rectification/item';
import { buildScorecard, type Scorecard } from '../scorecard/ranking';
import type { Counted, OutletQuarter, ScorecardRules } from '../scorecard/scorecard';
import type { Taxonomy } from '../taxonomy';
import { indexTaxonomy } from '../taxonomy/index-of';
import type { AnalysisSources } from './analysis-source';
import type { ProjectDocuments } from './case-documents';
import { countingOf } from './counting';
import type { PictureData, ReportDraft } from './draft-types';
import { addQuarters, type Quarter } from '../scorecard/quarters';
import { daysOf, type DayWindow } from './quarter';
import { toAnswerRow, toCaseRow, toItemRow, toOutletRow, type ProjectRow } from './rows';
import { analysisSection, dissectionSection, overviewSection, trackingSection } from './sections-events';
import { boardBlocks, improvementSection } from './sections-items';
import type { Period, ReportSetting, SurveyWave } from './setting';

/** Everything that a report of a quarter is drafted from. */
export interface ReportInput {
  readonly quarter: Quarter;
  /** Moment on the wall clock. */
  readonly now: number;
  readonly events: readonly ServiceEvent[];
  readonly clockwork: EventClockwork;
  readonly items: readonly RectificationItem[];
  readonly outlets: readonly OutletQuarter[];
  /** By which the outlets of the quarter are scored. */
  readonly rules: ScorecardRules;
  readonly projects: readonly ProjectRow[];
  readonly taxonomy: Taxonomy;
  /** Business volumes (calls, transactions, customers); rates are per 10 000 of them where all three are given. */
  readonly volumes: Readonly<Record<Period, number | null>> | null;
  /** Valid answers to surveys of the quarter, and how many of those who said so are satisfied; null = no survey. */
  readonly survey: { readonly answers: number; readonly satisfied: Counted } | null;
  /** Surveys that have valid answers in the quarter. */
  readonly waves: readonly SurveyWave[];
  /** Analyses of imported datasets, narrowed to the quarter. */
  readonly analyses: AnalysisSources;
  /** What the documents of projects say of the service process. */
  readonly documents: readonly ProjectDocuments[];
  /** Whether the agreement of coders was measured. */
  readonly hasAgreement: boolean;
  /** Takes personal data out of a text. */
  readonly mask: (text: string) => string;
}

/** The quarters that a report looks at. One that is not over is looked at as far as it has come. */
export function windowsOf(quarter: Quarter, today: number): Readonly<Record<Period, DayWindow>> {
  const current = daysOf(quarter);
  return {
    current: { from: current.from, to: Math.max(current.from, Math.min(current.to, today)) },
    previous: daysOf(addQuarters(quarter, -1)),
    lastYear: daysOf(addQuarters(quarter, -4)),
  };
}

/**
 * The five sections of a quarter's report, drafted from what is stored.
 *
 * Shape  every figure carries the queries of the rows that it counts; the rows come with the draft, so that a frozen
 *        report can show them without the ledger
 */
export function draftReport(input: ReportInput): ReportDraft {
  const { quarter, now, events, items, clockwork } = input;
  const windows = windowsOf(quarter, dayOf(now));
  const scorecard = buildScorecard(input.outlets, input.rules);
  const rows = {
    events: events.map((event) => toCaseRow(event, clockwork, now)),
    items: items.map((item) => toItemRow(item, windows.current, now)),
    outlets: input.outlets.length === 0 ? [] : scorecard.outlets.map(toOutletRow),
    projects: input.projects,
    answers: input.waves.flatMap(({ survey, answers }) => answers.map((answer) => toAnswerRow(survey, answer))),
    analyses: [...input.analyses.paretos, ...input.analyses.rates].map(({ source }) => source),
  };
  const days = ({ from, to }: DayWindow): number => to - from + 1;
  const { volumes } = input;
  const hasVolumes = volumes !== null && Object.values(volumes).every((volume) => (volume ?? 0) > 0);
  const exposureOf = (period: Period): number => (hasVolumes ? (volumes[period] ?? 0) : days(windows[period]));
  const versions = new Set(
    rows.events
      .filter(({ day, taxonomyVersion }) => taxonomyVersion !== null && isWithin(day, windows.current))
      .map(({ taxonomyVersion }) => taxonomyVersion ?? ''),
  );
  const begun = rows.events.reduce((first, { day }) => Math.min(first, day ?? Infinity), Infinity);
  const setting: ReportSetting = {
    counting: countingOf(rows),
    windows,
    recorded: { current: true, previous: begun <= windows.previous.to, lastYear: begun <= windows.lastYear.to },
    exposure: { current: exposureOf('current'), previous: exposureOf('previous'), lastYear: exposureOf('lastYear') },
    hasVolumes,
    per: hasVolumes ? 10_000 : 1,
    name: quarter,
    names: {
      current: quarter,
      previous: addQuarters(quarter, -1),
      lastYear: addQuarters(quarter, -4),
    },
    monthOf: monthIndexOf,
    index: indexTaxonomy(input.taxonomy),
    taxonomyVersions: versions.size > 0 ? [...versions].sort() : [input.taxonomy.version],
    survey: input.survey,
    waves: input.waves,
    analyses: input.analyses,
    documents: input.documents,
    hasAgreement: input.hasAgreement,
    funnel: funnelPicture(input.outlets, scorecard),
    events,
    items,
    eventsIn: (window) => events.filter(({ receivedAt }) => receivedAt !== null && isWithin(dayOf(receivedAt), window)),
    clockwork,
    asOf: now,
    mask: input.mask,
  };
  const tracking = trackingSection(setting);
  return {
    quarter,
    through: windows.current.to,
    asOf: now,
    sections: [
      overviewSection(setting),
      analysisSection(setting),
      dissectionSection(setting),
      { ...tracking, blocks: [...tracking.blocks, ...boardBlocks(setting)] },
      improvementSection(setting),
    ],
    rows,
  };
}

function isWithin(day: number | null, { from, to }: DayWindow): boolean {
  return day !== null && day >= from && day <= to;
}

function funnelPicture(outlets: readonly OutletQuarter[], { funnel }: Scorecard): PictureData | null {
  if (!funnel || funnel.target === null || funnel.curve.length === 0) return null;
  return {
    form: 'funnel',
    target: funnel.target,
    marks: outlets.flatMap(({ name, satisfaction }, i) => {
      const { value, levelsBeyond, side } = funnel.units[i];
      return satisfaction === null || value === null
        ? []
        : [{ name, size: satisfaction.of, value, level: levelsBeyond, side }];
    }),
    curve: funnel.curve,
  };
}
