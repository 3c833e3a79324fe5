/** Quality meetings as pages need them: the agenda, its frozen evidence, the minutes. */

import { buildAgenda, type Agenda } from '../domain/meeting/agenda';
import {
  agendaPoints,
  decideMeeting,
  readMeeting,
  type MeetingCommand,
  type MeetingTopic,
  type QualityMeeting,
} from '../domain/meeting/meeting';
import { selectRows } from '../domain/report/rows';
import { writeSnapshot } from '../domain/report/snapshot';
import type { ItemDetails } from '../domain/rectification/commands';
import type { Translator } from '../i18n/translator';
import { newId } from '../kernel/ids';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import { composeDocument, sayLine } from '../report/compose';
import type { Block, ReportDocument } from '../report/model';
import type { Change, StoredRecord } from '../store/types';
import { wallNow } from './quality-records';
import type { QualitySession } from './quality-session.svelte';
import { digestOf, maskText, namesOf, type ReportSources } from './report-acts';
import { rulesOf } from '../domain/scorecard/rules-version';
import type { Workbench } from './workbench.svelte';

/** Follows the meetings that are kept; returns what ends it. */
export function observeMeetings(
  workbench: Workbench,
  onchange: (meetings: ReadonlyMap<string, QualityMeeting>) => void,
): () => void {
  return workbench.store.observe(['meeting'], (records) => onchange(toMeetings(records)));
}

function toMeetings(records: readonly StoredRecord[]): ReadonlyMap<string, QualityMeeting> {
  return new Map(records.map((record) => [record.id, readMeeting(record.id, record.fields)]));
}

const label = { code: 'meeting' } as const;

/** Does one act on the meetings, or says which guard forbids it. */
export function doMeeting(
  workbench: Workbench,
  person: string,
  shown: ReadonlyMap<string, QualityMeeting>,
  command: MeetingCommand,
): Promise<Result<null, Failure>> {
  return workbench.turns.take(async (hasWaited) => {
    const meetings = hasWaited ? await readMeetings(workbench, command) : ok(shown);
    const decided = meetings.ok ? decide(person, meetings.value, command) : meetings;
    if (!decided.ok) return decided;
    // Undo takes back a creation with everything that followed it, and must not thaw evidence.
    const isFinal = command.kind === 'create' || command.kind === 'hold';
    return workbench.commit(decided.value, label, isFinal ? { undoable: false, durability: 'strict' } : {});
  });
}

/** What is stored: a topic is written as a whole, and a page that has just acted may not show it yet. */
async function readMeetings(
  { store }: Workbench,
  command: MeetingCommand,
): Promise<Result<ReadonlyMap<string, QualityMeeting>, Failure>> {
  const previous = command.kind === 'create' && command.previous !== null ? [command.previous] : [];
  const stored = await store.some('meeting', [command.id, ...previous]);
  return stored.ok ? ok(toMeetings(stored.value.filter((record) => record !== null))) : stored;
}

function decide(
  person: string,
  meetings: ReadonlyMap<string, QualityMeeting>,
  command: MeetingCommand,
): Result<readonly Change[], Failure> {
  if (person === '') return fail('person-unknown');
  const decided = decideMeeting(meetings, command, { now: wallNow(), by: person });
  return decided.ok ? ok(decided.value.map((change): Change => ({ kind: 'meeting', ...change }))) : decided;
}

/** The latest meeting before one: whose decisions are looked at, and whose undecided topics come again. */
export function latestMeeting(
  meetings: ReadonlyMap<string, QualityMeeting>,
  except: string | null,
): QualityMeeting | null {
  const others = [...meetings.values()].filter(({ id }) => id !== except);
  return others.sort((a, b) => (b.day ?? 0) - (a.day ?? 0) || (b.createdAt ?? 0) - (a.createdAt ?? 0)).at(0) ?? null;
}

/** An agenda in words: one document, with the evidence of each line, and what a topic can be made of. */
export interface AgendaPack {
  readonly agenda: Agenda;
  readonly document: ReportDocument;
  /** The sentence of each line, by its id. */
  readonly sentences: ReadonlyMap<string, string>;
}

/** The agenda of a meeting from what is stored now. */
export function makeAgenda(
  { workbench, quality, records, outlets: session }: ReportSources,
  meeting: QualityMeeting,
  previous: QualityMeeting | null,
  translator: Translator,
): AgendaPack {
  const latest = session.quarters.at(0) ?? null;
  const scored = latest === null ? null : session.scored(latest);
  const outlets = scored?.outlets.map((one) => one.quarter) ?? [];
  const { from, to } = meeting;
  const input = {
    window: { from: from ?? quality.today, to: to ?? quality.today },
    now: wallNow(),
    events: quality.eventList,
    clockwork: quality.eventState,
    items: quality.itemList,
    outlets,
    rules: scored?.rules ?? rulesOf(latest ?? '', records.versions),
    taxonomy: workbench.taxonomy,
    previous,
    mask: maskText,
  };
  const agenda = buildAgenda(input);
  const { t } = translator;
  const document = composeDocument(
    {
      sections: agenda.points.map(({ point, lines }) => ({
        id: point,
        blocks: lines.length === 0 ? [] : [{ kind: 'points', points: lines.map(({ sentence }) => sentence) }],
      })),
      rows: agenda.rows,
    },
    {
      translator,
      title: t('meeting.documentTitle'),
      subtitle: t('meeting.of', { day: { as: 'date', epochDay: meeting.day ?? quality.today } }),
      headingOf: (id) => translator.phrase({ code: `meeting.point.${id}`, params: {} }),
      textOf: () => null,
      nothing: t('meeting.nothing'),
      pictures: {},
      nameOf: namesOf({ ...input, projects: [] }),
      facts: [
        {
          label: t('meeting.window'),
          value: t('report.interval', {
            low: { as: 'date', epochDay: input.window.from },
            high: { as: 'date', epochDay: input.window.to },
          }),
        },
      ],
    },
  );
  const sentences = new Map(
    agenda.points.flatMap(({ lines }) => lines.map((line) => [line.id, sayLine(line.sentence, translator)] as const)),
  );
  return { agenda, document, sentences };
}

/** What is frozen when the meeting is held: the agenda in words, and the rows behind its figures. */
export async function freezeAgenda(
  workbench: Workbench,
  { agenda, document }: AgendaPack,
  person: string,
): Promise<Result<{ readonly snapshot: string; readonly digest: string }, Failure>> {
  const state = await workbench.store.state();
  if (!state.ok) return state;
  const queries = Object.values(document.origins).flatMap((origin) => origin.queries);
  const wanted = new Set<unknown>(
    queries.filter(({ of }) => of === 'events').flatMap((query) => selectRows(agenda.rows, query)),
  );
  const snapshot = writeSnapshot<ReportDocument>({
    format: 1,
    document,
    rows: { ...agenda.rows, events: agenda.rows.events.filter((row) => wanted.has(row)) },
    frozen: {
      at: wallNow(),
      by: person,
      dataVersion: state.value?.generation ?? 0,
      taxonomyVersion: workbench.taxonomy.version,
    },
  });
  return ok({ snapshot, digest: await digestOf(snapshot) });
}

/** Makes a rectification item of a decision, in one act with the note at its topic. */
export function raiseItem(
  workbench: Workbench,
  quality: QualitySession,
  person: string,
  { id, topic }: { readonly id: string; readonly topic: string },
): Promise<Result<string, Failure>> {
  return workbench.turns.take(async () => {
    const itemId = newId();
    const command = { kind: 'raise', id, topic, itemId } as const;
    const meetings = await readMeetings(workbench, command);
    if (!meetings.ok) return meetings;
    const noted = decide(person, meetings.value, command);
    if (!noted.ok) return noted;
    const details = detailsOf(meetings.value.get(id)?.topic.find((one) => one.id === topic));
    const done = await quality.doItem({ kind: 'create', id: itemId, details }, noted.value);
    return done.ok ? ok(itemId) : done;
  });
}

function detailsOf(topic: MeetingTopic | undefined): ItemDetails {
  if (!topic) return {};
  const { title, type, decision, eventIds, links, owner, due } = topic;
  return {
    title,
    type: type === null || type === 'note' ? 'corrective' : type,
    origin: 'meeting',
    decisionRef: decision,
    ...(eventIds ? { eventIds } : {}),
    ...(links ? { links } : {}),
    ...(owner ? { owner } : {}),
    ...(due === null ? {} : { due }),
  };
}

/** The minutes as blocks that follow the agenda in a document. */
export function minutesBlocks(meeting: QualityMeeting, translator: Translator): readonly Block[] {
  const { t } = translator;
  const word = (key: string): string => translator.phrase({ code: key, params: {} });
  const cell = (text: string | null): { readonly text: string } => ({ text: text ?? '' });
  return [
    { kind: 'heading', level: 1, id: 'minutes', text: t('meeting.minutes') },
    {
      kind: 'paragraph',
      runs: [
        {
          text: t('meeting.attended', {
            chair: meeting.chair ?? '–',
            names: { as: 'list', items: [...(meeting.attendees ?? ['–'])] },
          }),
        },
      ],
    },
    {
      kind: 'table',
      id: 'minutes',
      caption: t('report.table.minutes'),
      columns: (['topic', 'decision', 'owner', 'due', 'type', 'status'] as const).map((code) => ({
        label: t(`report.column.${code}`),
        numeric: false,
      })),
      rows: inAgendaOrder(meeting.topic).map((topic) => ({
        cells: [
          cell(topic.title),
          cell(topic.decision),
          cell(topic.owner),
          cell(topic.due === null ? null : translator.value({ as: 'date', epochDay: topic.due })),
          cell(topic.type === null ? null : topicTypeWord(topic.type, word)),
          cell(word(`meeting.outcome.${topic.outcome ?? 'open'}`)),
        ],
      })),
    },
  ];
}

function topicTypeWord(type: NonNullable<MeetingTopic['type']>, word: (key: string) => string): string {
  return word(type === 'note' ? 'meeting.note' : `rectification.type.${type}`);
}

/** Topics in the order of the agenda; those of people come last. */
export function inAgendaOrder(topics: readonly MeetingTopic[]): readonly MeetingTopic[] {
  const place = ({ point }: MeetingTopic): number =>
    point === null ? agendaPoints.length : agendaPoints.indexOf(point);
  return [...topics].sort((a, b) => place(a) - place(b) || (a.at ?? 0) - (b.at ?? 0));
}
