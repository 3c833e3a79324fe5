/** Reports and meetings as pages need them: read, written, drafted, frozen. */

import { composeDocument, suggestText } from '../report/compose';
import type { Drawing, ReportDocument } from '../report/model';
import type { NameOf } from '../report/describe-query';
import { dayOf } from '../domain/calendar/calendar';
import { checkReport, type IssueCheck } from '../domain/report/checks';
import { draftReport, windowsOf, type ReportInput } from '../domain/report/draft';
import { sectionIds, type ReportDraft, type SectionId } from '../domain/report/draft-types';
import { daysOf } from '../domain/report/quarter';
import { noAnalyses } from '../domain/report/analysis-source';
import type { SurveyWave } from '../domain/report/setting';
import { daysOfQuarter, isQuarter } from '../domain/scorecard/quarters';
import { rulesOf } from '../domain/scorecard/rules-version';
import { satisfiedOf } from '../domain/survey/answers';
import {
  decideReport,
  readReport,
  textsOf,
  volumesOf,
  type QualityReport,
  type ReportCommand,
} from '../domain/report/report';
import { readSnapshot, rowsToFreeze, writeSnapshot, type Snapshot } from '../domain/report/snapshot';
import { indexTaxonomy } from '../domain/taxonomy/index-of';
import { createMasker } from '../ingest/mask/create-masker';
import type { Translator } from '../i18n/translator';
import { sha256Hex } from '../kernel/digest';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Change, StoredRecord } from '../store/types';
import { OutletSession } from './outlet-session.svelte';
import { ProjectSession } from './project-session.svelte';
import { summarizeProject } from './project-summary';
import { drawPictures } from './report-pictures';
import { documentsOf, planAnalyses, runAnalyses, wavesOf, type AnalysisPlan } from './report-sources';
import { ServiceRecords } from './service-records.svelte';
import { wallNow } from './quality-records';
import type { QualitySession } from './quality-session.svelte';
import type { Workbench } from './workbench.svelte';

export type ReportSnapshot = Snapshot<ReportDocument>;

const masker = createMasker({ column: '', type: 'text' });

/** A text without the personal data that the masker finds. */
export function maskText(text: string): string {
  return masker(text).text;
}

function hasPersonalData(text: string | null): boolean {
  return text !== null && masker(text).hits.length > 0;
}

/** Follows the reports that are kept; returns what ends it. */
export function observeReports(
  workbench: Workbench,
  onchange: (reports: ReadonlyMap<string, QualityReport>) => void,
): () => void {
  return workbench.store.observe(['report'], (records) => onchange(toReports(records)));
}

function toReports(records: readonly StoredRecord[]): ReadonlyMap<string, QualityReport> {
  return new Map(records.map((record) => [record.id, readReport(record.id, record.fields)]));
}

/** Does one act on the reports, or says which guard forbids it. */
export function doReport(
  workbench: Workbench,
  person: string,
  shown: ReadonlyMap<string, QualityReport>,
  command: ReportCommand,
): Promise<Result<null, Failure>> {
  return workbench.turns.take(async (hasWaited) => {
    const reports = hasWaited ? await readReports(workbench, command) : ok(shown);
    return reports.ok ? write(workbench, person, reports.value, command) : reports;
  });
}

/** Freezes a draft with the texts that are stored, and issues it. */
export function issueReport(
  workbench: Workbench,
  person: string,
  id: string,
  drafted: DraftedReport,
): Promise<Result<null, Failure>> {
  return workbench.turns.take(async () => {
    const reports = await readReports(workbench, { kind: 'issue', id });
    if (!reports.ok) return reports;
    const report = reports.value.get(id);
    if (!report) return fail('report-unknown', { id });
    const frozen = await freezeReport(workbench, report, drafted, person);
    return frozen.ok ? write(workbench, person, reports.value, { kind: 'issue', id, ...frozen.value }) : frozen;
  });
}

/** What is stored: a page that has just acted may not show it yet. */
async function readReports(
  { store }: Workbench,
  { kind, id }: Pick<ReportCommand, 'kind' | 'id'>,
): Promise<Result<ReadonlyMap<string, QualityReport>, Failure>> {
  // Another report may have taken the quarter. What is issued holds its rows, too much to be read with every edit.
  const isNew = kind === 'create' || kind === 'correct';
  const stored = isNew ? await store.all('report') : await store.some('report', [id]);
  return stored.ok ? ok(toReports(stored.value.filter((record) => record !== null))) : stored;
}

async function write(
  workbench: Workbench,
  person: string,
  reports: ReadonlyMap<string, QualityReport>,
  command: ReportCommand,
): Promise<Result<null, Failure>> {
  if (person === '') return fail('person-unknown');
  const decided = decideReport(reports, command, { now: wallNow(), by: person });
  if (!decided.ok) return decided;
  const changes = decided.value.map((change): Change => ({ kind: 'report', ...change }));
  const quarter =
    (command.kind === 'create'
      ? command.quarter
      : reports.get(command.kind === 'correct' ? command.of : command.id)?.quarter) ?? '';
  // Undo takes back a creation with everything that followed it, an issued version included: none of these is undone.
  const isFinal = command.kind === 'issue' || command.kind === 'create' || command.kind === 'correct';
  const options = isFinal ? ({ undoable: false, durability: 'strict' } as const) : {};
  return workbench.commit(changes, { code: 'report', params: { quarter } }, options);
}

/** A draft with everything that its page shows. */
export interface DraftedReport extends DraftedFigures {
  readonly document: ReportDocument;
  readonly checks: readonly IssueCheck[];
}

/** What a page that drafts has open: the ledger, and what is kept of outlets. */
export interface ReportSources {
  readonly workbench: Workbench;
  readonly quality: QualitySession;
  readonly records: ServiceRecords;
  readonly outlets: OutletSession;
}

/** Opens what reports and agendas draw on; the records are to be closed with the page. */
export function openReportSources(workbench: Workbench, quality: QualitySession): ReportSources {
  const records = new ServiceRecords(workbench, ['outletQuarter', 'scoring', 'survey', 'surveyAnswer', 'monitoring']);
  return { workbench, quality, records, outlets: new OutletSession(records, quality) };
}

/** What a report is drafted from, with the analyses that are still to be run for it. */
export interface PlannedInput {
  readonly input: ReportInput;
  readonly plan: AnalysisPlan;
}

/** Everything that a report is drafted from, as it is stored now. */
export function readReportInput(
  { workbench, quality, records, outlets }: ReportSources,
  report: QualityReport,
): Result<PlannedInput, Failure> {
  const quarter = report.quarter ?? '';
  if (!isQuarter(quarter)) return fail('report-quarter-invalid', { quarter });
  const scored = outlets.scored(quarter);
  const waves = wavesOf(records.surveys, records.answers, quarter);
  const input: ReportInput = {
    quarter,
    now: wallNow(),
    events: quality.eventList,
    clockwork: quality.eventState,
    items: quality.itemList,
    outlets: scored?.outlets.map((one) => one.quarter) ?? [],
    rules: scored?.rules ?? rulesOf(quarter, records.versions),
    projects: workbench.projects
      .filter(({ archived }) => !archived)
      .map(({ id }) => {
        const { name, phase, health, leader, benefit } = summarizeProject(new ProjectSession(workbench, id));
        return { id, name, phase, health, leader, benefit };
      }),
    taxonomy: workbench.taxonomy,
    volumes: volumesOf(report),
    survey: surveyOf(waves),
    waves,
    analyses: noAnalyses,
    documents: documentsOf(workbench.projects, workbench.artefacts),
    hasAgreement: workbench.analyses.some(({ slice }) => slice === 'attributeAgreement'),
    mask: maskText,
  };
  const { datasets, analyses } = workbench;
  const codings = (id: string) => workbench.coding(id);
  return ok({ input, plan: planAnalyses({ datasets, analyses, codings }, daysOfQuarter(quarter)) });
}

function surveyOf(waves: readonly SurveyWave[]): ReportInput['survey'] {
  const valid = waves.flatMap(({ answers }) => answers);
  return valid.length === 0 ? null : { answers: valid.length, satisfied: satisfiedOf(valid) };
}

/** The figures of a report, with their pictures, in the language of the translator. */
export interface DraftedFigures {
  readonly input: ReportInput;
  readonly translator: Translator;
  readonly draft: ReportDraft;
  readonly pictures: Readonly<Record<string, Drawing>>;
  /** A first text of each section, from the results. */
  readonly suggested: Readonly<Record<SectionId, string>>;
}

/** Runs the analyses and drafts the figures: the long part, which the texts that people write do not change. */
export async function draftFigures(
  workbench: Workbench,
  planned: PlannedInput,
  translator: Translator,
): Promise<DraftedFigures> {
  const input = { ...planned.input, analyses: await runAnalyses(workbench, planned.plan) };
  const draft = draftReport(input);
  const suggested = Object.fromEntries(
    draft.sections.map(({ id, suggestion }) => [id, suggestText(suggestion, translator)]),
  ) as Record<SectionId, string>;
  const pictures = await drawPictures(
    draft.sections.flatMap(({ blocks }) => blocks),
    translator,
  );
  return { input, translator, draft, pictures, suggested };
}

/** The document of drafted figures with the texts of a report, and what is to be looked at before it is issued. */
export function finishDraft(figures: DraftedFigures, report: QualityReport): DraftedReport {
  const { draft, input, pictures, suggested, translator } = figures;
  const texts = { ...suggested, ...textsOf(report) };
  return {
    ...figures,
    document: composeOf(draft, input, { report, translator, pictures, texts }),
    checks: checksOf(draft, input, texts),
  };
}

function checksOf(
  draft: ReportDraft,
  { events, outlets, quarter }: ReportInput,
  texts: Partial<Record<SectionId, string>>,
): readonly IssueCheck[] {
  const { from, to } = daysOf(quarter);
  const within = events.filter(
    ({ receivedAt }) => receivedAt !== null && dayOf(receivedAt) >= from && dayOf(receivedAt) <= to,
  );
  return checkReport({
    draft,
    outletsKnown: new Set(
      outlets
        .filter(
          ({ satisfaction, wait, inspections }) => satisfaction !== null || wait !== null || inspections.length > 0,
        )
        .map(({ id }) => id),
    ),
    unmaskedEvents: within.filter((event) =>
      [event.title, event.narrative, event.demand, event.rootCause, event.measure, event.replyText, event.lesson].some(
        hasPersonalData,
      ),
    ).length,
    unmaskedTexts: sectionIds.filter((id) => hasPersonalData(texts[id] ?? null)),
    texts,
    taxonomyVersions: new Set(within.flatMap(({ taxonomyVersion }) => taxonomyVersion ?? [])).size,
  });
}

function composeOf(
  draft: ReportDraft,
  input: ReportInput,
  {
    report,
    translator,
    pictures,
    texts,
    frozen,
  }: {
    readonly report: QualityReport;
    readonly translator: Translator;
    readonly pictures: Readonly<Record<string, Drawing>>;
    readonly texts: Partial<Record<SectionId, string>>;
    readonly frozen?: ReportSnapshot['frozen'];
  },
): ReportDocument {
  const { t, formats } = translator;
  const fact = (label: string, value: string): { label: string; value: string } => ({ label, value });
  return composeDocument(draft, {
    translator,
    title: t('report.documentTitle'),
    subtitle: draft.quarter,
    headingOf: (id) => translator.phrase({ code: `report.section.${id}`, params: {} }),
    textOf: (id) => ({
      label: translator.phrase({ code: `report.text.${id}`, params: {} }),
      text: texts[id as SectionId] ?? '',
    }),
    nothing: '–',
    pictures,
    nameOf: namesOf(input),
    facts: [
      fact(t('report.fact.version'), t('report.version', { n: report.version ?? 1 })),
      fact(
        t('report.fact.issued'),
        frozen ? `${formats.dateTime(frozen.at).slice(0, 16)} ${frozen.by}` : t('report.fact.draft'),
      ),
      fact(t('report.fact.through'), formats.date(draft.through)),
      fact(t('report.fact.taxonomyVersion'), input.taxonomy.version),
      ...(frozen ? [fact(t('report.fact.dataVersion'), t('report.fact.acts', { n: frozen.dataVersion }))] : []),
      ...(report.changeNote ? [fact(t('report.fact.changeNote'), report.changeNote)] : []),
    ],
  });
}

/** Names of codes and of records, for the words of a query. */
export function namesOf({
  taxonomy,
  events,
  items,
  outlets,
  projects,
  waves = [],
  analyses = noAnalyses,
}: Pick<ReportInput, 'taxonomy' | 'events' | 'items' | 'outlets' | 'projects'> &
  Partial<Pick<ReportInput, 'waves' | 'analyses'>>): NameOf {
  const index = indexTaxonomy(taxonomy);
  const same = (text: string | null): { zh: string; en: string } => ({ zh: text ?? '', en: text ?? '' });
  const names = new Map([
    ...events.map(({ id, number }) => [id, same(number)] as const),
    ...items.map(({ id, title }) => [id, same(title)] as const),
    ...outlets.map(({ id, name }) => [id, same(name)] as const),
    ...projects.map(({ id, name }) => [id, same(name)] as const),
    ...waves.map(({ survey }) => [survey.id, same(survey.title)] as const),
    ...[...analyses.paretos, ...analyses.rates].map(({ source }) => [source.id, same(source.name)] as const),
  ]);
  return (code) => names.get(code) ?? index.name(code);
}

/** What is issued: the document with the moment and the versions in its head, and the rows behind its figures. */
async function freezeReport(
  workbench: Workbench,
  report: QualityReport,
  drafted: DraftedReport,
  person: string,
): Promise<Result<{ readonly snapshot: string; readonly digest: string }, Failure>> {
  const { draft, input, suggested, document, translator } = drafted;
  const state = await workbench.store.state();
  if (!state.ok) return state;
  const frozen = {
    at: wallNow(),
    by: person,
    dataVersion: state.value?.generation ?? 0,
    taxonomyVersion: input.taxonomy.version,
  };
  const texts = { ...suggested, ...textsOf(report) };
  // A control chart of an item begins with its baseline, which may lie before all three quarters.
  const charted = Object.values(document.origins).flatMap(({ queries }) =>
    queries.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [{ from, to }])),
  );
  const windows = [...Object.values(windowsOf(draft.quarter, draft.through)), ...charted];
  const snapshot = writeSnapshot<ReportDocument>({
    format: 1,
    document: composeOf(draft, input, { report, translator, pictures: document.pictures, texts, frozen }),
    rows: rowsToFreeze(draft.rows, windows),
    frozen,
  });
  return ok({ snapshot, digest: await digestOf(snapshot) });
}

/** SHA-256 of a snapshot, hexadecimal. */
export function digestOf(snapshot: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(snapshot));
}

/**
 * What was frozen, with whether it still is what was digested.
 *
 * Fails  snapshot-unreadable
 */
export async function openSnapshot({
  snapshot,
  digest,
}: {
  readonly snapshot: string | null;
  readonly digest: string | null;
}): Promise<Result<{ readonly snapshot: ReportSnapshot; readonly isGenuine: boolean }, Failure>> {
  const read = readSnapshot<ReportDocument>(snapshot ?? '');
  if (!read.ok) return read;
  return ok({ snapshot: read.value, isGenuine: (await digestOf(snapshot ?? '')) === digest });
}
