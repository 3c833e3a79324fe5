/** A quality meeting: what was looked at, what was decided, and what waits for the next one. */

import { fail, ok, type Failure, type Result } from '../../kernel/result';
import {
  emptyEntity,
  logSchema,
  readEntity,
  type EntityOf,
  type EntityShape,
  type FieldChange,
  type Plain,
} from '../registers';
import { itemTypes } from '../rectification/item';

/** The eight points of every agenda, in their order. */
export const agendaPoints = [
  'decisions',
  'signals',
  'movers',
  'events',
  'items',
  'outlets',
  'verification',
  'proposals',
] as const;
export type AgendaPoint = (typeof agendaPoints)[number];

/** What a decision asks for: a rectification of one of the kinds, or nothing but to be known. */
export const decisionTypes = [...itemTypes, 'note'] as const;
export const meetingKinds = ['regular', 'adHoc'] as const;

const fields = {
  kind: meetingKinds,
  day: 'number',
  chair: 'text',
  attendees: 'texts',
  /** `held` = the evidence is frozen; `closed` = the minutes are final. */
  status: ['planned', 'held', 'closed'],
  /** Epoch days that the agenda looks at, both included. */
  from: 'number',
  to: 'number',
  previous: 'text',
  snapshot: 'text',
  digest: 'text',
  createdAt: 'number',
  createdBy: 'text',
} as const;

const lists = {
  topic: {
    at: 'number',
    point: agendaPoints,
    title: 'text',
    /** What the agenda said when it was put on the list. */
    evidence: 'text',
    eventIds: 'texts',
    links: 'texts',
    decision: 'text',
    owner: 'text',
    due: 'number',
    type: decisionTypes,
    itemId: 'text',
    /** `carried` = not decided, and on the list of the next meeting. */
    outcome: ['open', 'decided', 'carried'],
    carriedFrom: 'text',
  },
  log: logSchema(['create', 'hold', 'close']),
} as const;

export const meetingShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type QualityMeeting = EntityOf<typeof fields, typeof lists>;
export type MeetingTopic = QualityMeeting['topic'][number];

/** The meeting that a record says. */
export function readMeeting(id: string, registers: Parameters<typeof readEntity>[2]): QualityMeeting {
  return readEntity(meetingShape, id, registers);
}

/** A meeting of which nothing is known yet. */
export function emptyMeeting(id: string): QualityMeeting {
  return emptyEntity(meetingShape, id);
}

/** Who does it and when, on the wall clock. */
export interface MeetingDoing {
  readonly now: number;
  readonly by: string;
}

export type TopicDetails = Pick<MeetingTopic, 'title'> &
  Partial<Pick<MeetingTopic, 'point' | 'evidence' | 'eventIds' | 'links'>>;
export type TopicEdit = Partial<Pick<MeetingTopic, 'title' | 'decision' | 'owner' | 'due' | 'type'>>;

/** One act on a meeting; plain data. */
export type MeetingCommand = { readonly id: string } & (
  | {
      readonly kind: 'create';
      readonly meeting: Pick<QualityMeeting, 'kind' | 'day' | 'from' | 'to'>;
      /** The meeting whose undecided topics come again. */
      readonly previous: string | null;
    }
  | {
      readonly kind: 'edit';
      readonly edit: Partial<Pick<QualityMeeting, 'kind' | 'day' | 'chair' | 'attendees' | 'from' | 'to'>>;
    }
  | { readonly kind: 'addTopic'; readonly topic: string; readonly details: TopicDetails }
  | { readonly kind: 'editTopic'; readonly topic: string; readonly edit: TopicEdit }
  | { readonly kind: 'removeTopic'; readonly topic: string }
  | { readonly kind: 'hold'; readonly snapshot: string; readonly digest: string }
  | { readonly kind: 'raise'; readonly topic: string; readonly itemId: string }
  | { readonly kind: 'close' }
);

export type MeetingFailureCode =
  | 'meeting-unknown'
  | 'meeting-exists'
  | 'meeting-closed'
  | 'meeting-not-held'
  | 'meeting-already-held'
  | 'meeting-dates-reversed'
  | 'meeting-attendees-missing'
  | 'meeting-topic-unknown'
  | 'meeting-topic-missing'
  | 'meeting-decision-missing'
  | 'meeting-owner-missing'
  | 'meeting-topic-raised';

type Changed = Result<readonly FieldChange[], Failure<MeetingFailureCode>>;

/**
 * What an act changes, or the guard that forbids it.
 *
 * The flow is planned → held (evidence frozen) → closed (minutes final). At the closing every topic without a decision is
 * carried over.
 */
export function decideMeeting(
  meetings: ReadonlyMap<string, QualityMeeting>,
  command: MeetingCommand,
  doing: MeetingDoing,
): Changed {
  const { id } = command;
  const set = (values: Readonly<Record<string, Plain>>): FieldChange[] =>
    Object.entries(values).map(([field, value]) => ({ id, field, value }));
  const log = (action: 'create' | 'hold' | 'close'): FieldChange => ({
    id,
    field: `log.${doing.now}-${action}`,
    value: { at: doing.now, by: doing.by, action, field: null, before: null, after: null, note: null },
  });
  if (command.kind === 'create') {
    if (meetings.has(id)) return fail('meeting-exists');
    const { from, to } = command.meeting;
    if ((from ?? 0) > (to ?? 0)) return fail('meeting-dates-reversed');
    const carried = meetings.get(command.previous ?? '')?.topic.filter(({ outcome }) => outcome === 'carried') ?? [];
    return ok([
      ...set({
        ...command.meeting,
        status: 'planned',
        previous: command.previous,
        createdAt: doing.now,
        createdBy: doing.by,
      }),
      ...carried.map((topic, index) =>
        topicChange(id, `${topic.id}-again`, {
          ...blankTopic(doing.now + index),
          point: topic.point,
          title: topic.title,
          evidence: topic.evidence,
          eventIds: topic.eventIds,
          links: topic.links,
          carriedFrom: command.previous,
        }),
      ),
      log('create'),
    ]);
  }
  const meeting = meetings.get(id);
  if (!meeting) return fail('meeting-unknown', { id });
  // What was decided may be turned into an item after the minutes are final, too.
  if (meeting.status === 'closed' && command.kind !== 'raise') return fail('meeting-closed');
  switch (command.kind) {
    case 'edit': {
      const { from = meeting.from, to = meeting.to } = command.edit;
      if ((from ?? 0) > (to ?? 0)) return fail('meeting-dates-reversed');
      return ok(set(command.edit));
    }
    case 'addTopic': {
      const title = (command.details.title ?? '').trim();
      if (title === '') return fail('meeting-topic-missing');
      return ok([topicChange(id, command.topic, { ...blankTopic(doing.now), ...command.details, title })]);
    }
    case 'hold':
      if (meeting.status === 'held') return fail('meeting-already-held');
      return ok([...set({ status: 'held', snapshot: command.snapshot, digest: command.digest }), log('hold')]);
    case 'close':
      return close(meeting, set, log);
    default:
      return onTopic(meeting, command);
  }
}

function onTopic(
  meeting: QualityMeeting,
  command: Extract<MeetingCommand, { readonly kind: 'editTopic' | 'removeTopic' | 'raise' }>,
): Changed {
  const topic = meeting.topic.find((one) => one.id === command.topic);
  if (!topic) return fail('meeting-topic-unknown');
  switch (command.kind) {
    case 'editTopic': {
      if (command.edit.title !== undefined && (command.edit.title ?? '').trim() === '') {
        return fail('meeting-topic-missing');
      }
      const next = { ...topic, ...command.edit };
      const isDecided = (next.decision ?? '').trim() !== '';
      return ok([topicChange(meeting.id, topic.id, { ...next, outcome: isDecided ? 'decided' : 'open' })]);
    }
    case 'removeTopic':
      if (topic.itemId !== null) return fail('meeting-topic-raised');
      return ok([{ id: meeting.id, field: `topic.${topic.id}`, value: null }]);
    case 'raise':
      if ((topic.decision ?? '').trim() === '') return fail('meeting-decision-missing', { title: topic.title ?? '' });
      if (topic.itemId !== null) return fail('meeting-topic-raised');
      return ok([topicChange(meeting.id, topic.id, { ...topic, itemId: command.itemId })]);
  }
}

function close(
  meeting: QualityMeeting,
  set: (values: Readonly<Record<string, Plain>>) => FieldChange[],
  log: (action: 'close') => FieldChange,
): Changed {
  if (meeting.status !== 'held') return fail('meeting-not-held');
  if ((meeting.attendees ?? []).length === 0) return fail('meeting-attendees-missing');
  const ownerless = meeting.topic.find(
    ({ outcome, type, owner }) => outcome === 'decided' && type !== 'note' && (owner ?? '').trim() === '',
  );
  if (ownerless) return fail('meeting-owner-missing', { title: ownerless.title ?? '' });
  return ok([
    ...set({ status: 'closed' }),
    ...meeting.topic
      .filter(({ outcome }) => outcome !== 'decided')
      .map((topic) => topicChange(meeting.id, topic.id, { ...topic, outcome: 'carried' })),
    log('close'),
  ]);
}

function blankTopic(at: number): Omit<MeetingTopic, 'id'> {
  return {
    at,
    point: null,
    title: null,
    evidence: null,
    eventIds: null,
    links: null,
    decision: null,
    owner: null,
    due: null,
    type: null,
    itemId: null,
    outcome: 'open',
    carriedFrom: null,
  };
}

function topicChange(id: string, topicId: string, topic: Partial<MeetingTopic>): FieldChange {
  const { id: _, ...value } = topic;
  return { id, field: `topic.${topicId}`, value: value };
}
