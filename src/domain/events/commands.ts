import { fromEpochDay, daysInMonth, toEpochDay } from '../../kernel/dates';
import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { dayOf, limitEnd } from '../calendar/calendar';
import { writeAll, type FieldChange, type Plain } from '../registers';
import type { TaxonomyLink } from '../taxonomy';
import { decisionDue, type EventClockwork } from './clocks';
import type { effects, offices, replyMethods, reopenReasons, servicePhases } from './event';
import {
  editableFields,
  eventChannels,
  businessTypes,
  emptyEvent,
  eventShape,
  eventSources,
  intakeFields,
  isOpen,
  liabilities,
  type EditableField,
  type EventAction,
  type EventField,
  type EventStatus,
  type ServiceEvent,
} from './event';
import { isFieldOpen, statusesFor, type EventAct } from './guards';

/** Everything that the guards look at. */
export interface EventState extends EventClockwork {
  readonly events: ReadonlyMap<string, ServiceEvent>;
  /** Links that may be coded, by code. */
  readonly links: ReadonlyMap<string, TaxonomyLink>;
  readonly taxonomyVersion: string;
  /** The last sequence of a prefix of numbers, where somebody keeps count; otherwise the events are counted. */
  readonly lastNumber?: (prefix: string) => number;
  /** Head of the problem-resolution centre, who takes every event of severity 5; null = not named yet. */
  readonly escalationOwner: string | null;
}

/** Who does it and when, on the wall clock. */
export interface Doing {
  readonly now: number;
  readonly by: string;
}

/** What an event says of itself when it is taken in; absent = not known. */
export type EventDetails = Partial<Pick<ServiceEvent, EditableField | 'owner' | 'department' | 'severity' | 'device'>>;

export interface EventCoding {
  readonly primary: string;
  readonly contributing?: readonly string[];
  readonly severity?: number;
  readonly effect?: (typeof effects)[number];
  readonly phase?: (typeof servicePhases)[number];
  readonly office?: (typeof offices)[number];
  readonly cause?: string;
  /** Codes that were offered, best first. */
  readonly suggested?: readonly string[];
}

/** One act on the ledger; plain data. */
export type EventCommand =
  | { readonly kind: 'register'; readonly id: string; readonly details: EventDetails; readonly coding?: EventCoding }
  | { readonly kind: 'edit'; readonly id: string; readonly details: Partial<Pick<ServiceEvent, EditableField>> }
  | { readonly kind: 'code'; readonly id: string; readonly coding: EventCoding }
  | {
      readonly kind: 'handOff';
      readonly id: string;
      readonly to: string;
      readonly department?: string;
      readonly reason: string;
    }
  | { readonly kind: 'respond'; readonly id: string }
  | { readonly kind: 'accept'; readonly id: string }
  | { readonly kind: 'recordFacts'; readonly id: string; readonly verification: string }
  | { readonly kind: 'markComplex'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'extend';
      readonly id: string;
      readonly approver: string;
      readonly noticeDay: number | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'reply';
      readonly id: string;
      readonly at: number;
      readonly text: string;
      readonly method: (typeof replyMethods)[number];
    }
  | {
      readonly kind: 'callBack';
      readonly id: string;
      readonly outcome: 'reached' | 'unreached';
      readonly score?: number;
      readonly agrees?: boolean;
      readonly note?: string;
    }
  | { readonly kind: 'waiveCallBack'; readonly id: string; readonly reason: string }
  | { readonly kind: 'archive'; readonly id: string }
  | {
      readonly kind: 'reopen';
      readonly id: string;
      readonly why: (typeof reopenReasons)[number];
      readonly reason: string;
    }
  | { readonly kind: 'withdraw'; readonly id: string; readonly reason: string }
  | { readonly kind: 'merge'; readonly id: string; readonly into: string; readonly reason: string }
  | { readonly kind: 'link'; readonly id: string; readonly with: string };

export type EventFailureCode =
  | 'event-unknown'
  | 'event-exists'
  | 'event-field-missing'
  | 'event-value-invalid'
  | 'event-received-later'
  | 'event-wrong-status'
  | 'event-closed'
  | 'event-owner-complained-about'
  | 'event-code-unknown'
  | 'event-codes-too-many'
  | 'event-code-twice'
  | 'event-not-coded'
  | 'event-no-owner'
  | 'event-verification-missing'
  | 'event-reason-missing'
  | 'event-already-complex'
  | 'event-no-complex-limit'
  | 'event-already-extended'
  | 'event-no-extension'
  | 'event-not-complex'
  | 'event-extension-late'
  | 'event-approver-missing'
  | 'event-approver-is-owner'
  | 'event-notice-missing'
  | 'event-reply-missing'
  | 'event-reply-outside'
  | 'event-score-missing'
  | 'event-call-back-missing'
  | 'event-cause-missing'
  | 'event-objection-open'
  | 'event-review-late'
  | 'event-merge-self'
  | 'event-merge-target';

type Changed = Result<readonly FieldChange[], Failure<EventFailureCode>>;

/**
 * What an act changes, or the guard that forbids it. Nothing is changed in place.
 *
 * The flow is accepted → verifying → handling → callBack → archived; reopened begins again at accepting.
 */
export function decideEvent(state: EventState, command: EventCommand, doing: Doing): Changed {
  if (command.kind === 'register') return register(state, command, doing);
  const event = state.events.get(command.id);
  if (!event) return fail('event-unknown', { id: command.id });
  if (command.kind === 'edit') return edit(event, command.details, doing);
  const allowed = statusesFor[command.kind];
  if (event.status === null || !allowed.includes(event.status)) return wrongStatus(event, command.kind, allowed);
  switch (command.kind) {
    case 'code':
      return code(state, event, command.coding, doing);
    case 'handOff':
      return handOff(event, command, doing);
    case 'respond':
      return ok([set(event, 'respondedAt', event.respondedAt ?? doing.now)]);
    case 'accept':
      return accept(event, doing);
    case 'recordFacts':
      return recordFacts(event, command.verification, doing);
    case 'markComplex':
      return markComplex(state, event, command.reason, doing);
    case 'extend':
      return extend(state, event, command, doing);
    case 'reply':
      return reply(event, command, doing);
    case 'callBack':
      return callBack(event, command, doing);
    case 'waiveCallBack':
      return withReason(command.reason, (reason) =>
        ok([set(event, 'callBackWaived', reason), log(event, doing, 'waiveCallBack', { note: reason })]),
      );
    case 'archive':
      return archive(state, event, doing);
    case 'reopen':
      return reopen(state, event, command, doing);
    case 'withdraw':
      return withReason(command.reason, (reason) => ok(leave(event, 'withdrawn', doing, 'withdraw', reason)));
    case 'merge':
      return merge(state, event, command, doing);
    case 'link':
      return link(state, event, command.with, doing);
  }
}

/** The events after changes; the map given stays as it was. */
export function applyToEvents(
  events: ReadonlyMap<string, ServiceEvent>,
  changes: readonly FieldChange[],
): ReadonlyMap<string, ServiceEvent> {
  return writeAll(eventShape, events, changes);
}

/** Calls made since the case was last reopened. */
export function currentAttempts(event: ServiceEvent): ServiceEvent['attempt'] {
  return event.attempt.filter(({ at }) => (at ?? 0) >= (event.reopenedAt ?? 0));
}

const editable: ReadonlySet<string> = new Set(editableFields);
const givenAtIntake: ReadonlySet<string> = new Set(['owner', 'department', 'severity', 'device']);
const scoreRange = { low: 1, high: 5 };

function set(event: { readonly id: string }, field: EventField, value: Plain): FieldChange {
  return { id: event.id, field, value };
}

function entry(
  event: ServiceEvent,
  list: 'handOff' | 'attempt' | 'extension' | 'log',
  doing: Doing,
  value: Readonly<Record<string, Plain>>,
  offset = 0,
): FieldChange {
  const id = `${doing.now.toString(36)}-${event[list].length + offset}`;
  return { id: event.id, field: `${list}.${id}`, value: { at: doing.now, by: doing.by, ...value } };
}

function log(
  event: ServiceEvent,
  doing: Doing,
  action: EventAction,
  more: Readonly<Record<string, Plain>> = {},
  offset = 0,
): FieldChange {
  return entry(event, 'log', doing, { action, ...more }, offset);
}

function moveTo(
  event: ServiceEvent,
  status: EventStatus,
  doing: Doing,
  action: EventAction,
  note: string | null = null,
): readonly FieldChange[] {
  return [
    set(event, 'status', status),
    log(event, doing, action, { field: 'status', before: event.status, after: status, note }),
  ];
}

function wrongStatus(
  event: ServiceEvent,
  act: EventAct,
  allowed: readonly EventStatus[],
): { readonly ok: false; readonly failure: Failure<EventFailureCode> } {
  const number = event.number ?? event.id;
  if (act === 'code') return fail('event-closed', { number });
  return fail('event-wrong-status', {
    number,
    status: { as: 'term', key: `events.status.${event.status ?? 'accepted'}` },
    allowed: { as: 'list', items: allowed.map((status) => ({ as: 'term', key: `events.status.${status}` })) },
  });
}

function withReason(reason: string, then: (reason: string) => Changed): Changed {
  const text = reason.trim();
  return text === '' ? fail('event-reason-missing') : then(text);
}

/** One person under two spellings of spaces and case is still one person. */
export function isSamePerson(a: string | null, b: string | null): boolean {
  const plain = (name: string | null): string => (name ?? '').replace(/\s+/g, '').toLowerCase();
  return plain(a) !== '' && plain(a) === plain(b);
}

function register(
  state: EventState,
  { id, details, coding }: Extract<EventCommand, { kind: 'register' }>,
  doing: Doing,
): Changed {
  if (state.events.has(id)) return fail('event-exists', { id });
  const foreign = Object.keys(details).find((field) => !editable.has(field) && !givenAtIntake.has(field));
  if (foreign !== undefined) return invalid(foreign as EventField);
  const severity =
    coding?.severity ?? details.severity ?? (coding && state.links.get(coding.primary)?.severity) ?? null;
  const head = severity === 5 ? headFor(state, details.complainedAbout ?? null) : null;
  const given: EventDetails = { ...details, ...(head === null ? {} : { owner: head }) };
  const missing = intakeFields.find((field) => isEmpty(given[field]));
  if (missing) return fail('event-field-missing', { field: { as: 'term', key: `events.field.${missing}` } });
  const wrong = checkDetails(given, doing);
  if (wrong) return wrong;
  if (severity !== null && !isSeverity(severity)) return invalid('severity');
  if (isSamePerson(given.owner ?? null, given.complainedAbout ?? null)) {
    return fail('event-owner-complained-about', { name: given.owner ?? '' });
  }
  const event = emptyEvent(id);
  const changes: FieldChange[] = [
    set(event, 'status', 'accepted'),
    set(event, 'number', nextNumber(state, given.outlet ?? '', given.receivedAt ?? doing.now)),
    set(event, 'createdAt', doing.now),
    set(event, 'createdBy', doing.by),
    set(event, 'reopenedCount', 0),
    ...Object.entries(given)
      .filter(([, value]) => !isEmpty(value))
      .map(([field, value]) => set(event, field as EventField, value as Plain)),
    log(event, doing, 'register', { after: 'accepted' }),
  ];
  if (head !== null && !isEmpty(details.owner) && !isSamePerson(details.owner ?? null, head)) {
    changes.push(entry(event, 'handOff', doing, { from: details.owner ?? null, to: head, reason: null }));
  }
  if (!coding) return ok(changes);
  const coded = code(state, { ...event, status: 'accepted', severity, owner: given.owner ?? null }, coding, doing, 1);
  return coded.ok ? ok([...changes, ...coded.value]) : coded;
}

/** Who takes an event of severity 5: the head of the centre, unless it is about the head. */
function headFor({ escalationOwner }: EventState, complainedAbout: string | null): string | null {
  return isSamePerson(escalationOwner, complainedAbout) ? null : escalationOwner;
}

/** `outlet-year-sequence`, counting the events that this outlet received in that year. */
function nextNumber({ events, lastNumber }: EventState, outlet: string, receivedAt: number): string {
  const prefix = `${outlet.trim()}-${fromEpochDay(dayOf(receivedAt)).year}-`;
  let last = lastNumber?.(prefix) ?? 0;
  if (!lastNumber) {
    for (const { number } of events.values()) {
      if (number?.startsWith(prefix)) last = Math.max(last, Number(number.slice(prefix.length)) || 0);
    }
  }
  return prefix + String(last + 1).padStart(4, '0');
}

/** Keeps count of the numbers given, so that thousands of events can be taken in without counting each time anew. */
export function countNumbers(events: Iterable<ServiceEvent>): {
  readonly last: (prefix: string) => number;
  readonly note: (number: string | null) => void;
} {
  const counts = new Map<string, number>();
  const note = (number: string | null): void => {
    const match = /^(.*-)(\d+)$/.exec(number ?? '');
    if (match) counts.set(match[1], Math.max(counts.get(match[1]) ?? 0, Number(match[2])));
  };
  for (const { number } of events) note(number);
  return { last: (prefix) => counts.get(prefix) ?? 0, note };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function isSeverity(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}

function invalid(field: EventField): { readonly ok: false; readonly failure: Failure<EventFailureCode> } {
  return fail('event-value-invalid', { field: { as: 'term', key: `events.field.${field}` } });
}

const choices: Partial<Record<EventField, readonly string[]>> = {
  source: eventSources,
  channel: eventChannels,
  business: businessTypes,
  liability: liabilities,
};

function checkDetails(
  details: EventDetails,
  doing: Doing,
): { readonly ok: false; readonly failure: Failure<EventFailureCode> } | null {
  if (typeof details.receivedAt === 'number' && details.receivedAt > doing.now) return fail('event-received-later');
  for (const [field, allowed] of Object.entries(choices)) {
    const value = details[field as keyof EventDetails];
    if (!isEmpty(value) && !allowed.includes(value as string)) return invalid(field as EventField);
  }
  for (const field of ['amount', 'redress'] as const) {
    const value = details[field];
    if (typeof value === 'number' && !(value >= 0)) return invalid(field);
  }
  return null;
}

function edit(event: ServiceEvent, details: Partial<Pick<ServiceEvent, EditableField>>, doing: Doing): Changed {
  const foreign = Object.keys(details).find((field) => !editable.has(field));
  if (foreign !== undefined) return invalid(foreign as EventField);
  const changed = (Object.entries(details) as [EditableField, Plain][]).filter(
    ([field, value]) => event[field] !== value,
  );
  if (changed.some(([field]) => !isFieldOpen(event, field))) {
    return fail('event-closed', { number: event.number ?? event.id });
  }
  const missing = intakeFields.find((field) => changed.some(([name, value]) => name === field && isEmpty(value)));
  if (missing) return fail('event-field-missing', { field: { as: 'term', key: `events.field.${missing}` } });
  const wrong = checkDetails(details, doing);
  if (wrong) return wrong;
  if (details.complainedAbout !== undefined && isSamePerson(event.owner, details.complainedAbout)) {
    return fail('event-owner-complained-about', { name: event.owner ?? '' });
  }
  const say = (value: Plain): string | null => (value === null ? null : typeof value === 'object' ? '' : String(value));
  return ok(
    changed.flatMap(([field, value], index) => [
      set(event, field, value),
      log(event, doing, 'edit', { field, before: say(event[field]), after: say(value) }, index),
    ]),
  );
}

function code(state: EventState, event: ServiceEvent, coding: EventCoding, doing: Doing, offset = 0): Changed {
  const contributing = coding.contributing ?? [];
  const all = [coding.primary, ...contributing];
  const unknown = all.find((item) => !state.links.has(item));
  const main = state.links.get(coding.primary);
  if (unknown !== undefined || !main) return fail('event-code-unknown', { code: unknown ?? coding.primary });
  if (contributing.length > 2) return fail('event-codes-too-many', { count: contributing.length });
  if (new Set(all).size < all.length) return fail('event-code-twice');
  if (coding.severity !== undefined && !isSeverity(coding.severity)) return invalid('severity');
  // What the intake said of the severity stands until somebody codes it otherwise.
  const atIntake = event.primaryLink === null ? event.severity : null;
  const severity = coding.severity ?? atIntake ?? main.severity;
  return ok([
    set(event, 'primaryLink', coding.primary),
    set(event, 'contributing', contributing),
    set(event, 'severity', severity),
    set(event, 'effect', coding.effect ?? main.effect),
    set(event, 'phase', coding.phase ?? main.phase),
    set(event, 'office', coding.office ?? main.office),
    set(event, 'cause', coding.cause ?? main.cause),
    set(event, 'suggested', coding.suggested ?? null),
    set(event, 'coder', doing.by),
    set(event, 'codedAt', doing.now),
    set(event, 'taxonomyVersion', state.taxonomyVersion),
    log(event, doing, 'code', { field: 'primaryLink', before: event.primaryLink, after: coding.primary }, offset),
    ...escalate(state, event, severity, doing, offset + 1),
  ]);
}

/** An open event that becomes severe goes to the head of the centre, who may then hand it on. */
function escalate(
  state: EventState,
  event: ServiceEvent,
  severity: number,
  doing: Doing,
  offset: number,
): readonly FieldChange[] {
  if (severity !== 5 || event.severity === 5 || !isOpen(event)) return [];
  const head = headFor(state, event.complainedAbout);
  if (head === null || isSamePerson(head, event.owner)) return [];
  return [
    set(event, 'owner', head),
    entry(event, 'handOff', doing, { from: event.owner, to: head, reason: null }),
    log(event, doing, 'handOff', { field: 'owner', before: event.owner, after: head }, offset),
  ];
}

function handOff(event: ServiceEvent, command: Extract<EventCommand, { kind: 'handOff' }>, doing: Doing): Changed {
  return withReason(command.reason, (reason) => {
    const to = command.to.trim();
    if (to === '') return fail('event-no-owner');
    if (isSamePerson(to, event.complainedAbout)) return fail('event-owner-complained-about', { name: to });
    const department = command.department?.trim() ?? event.department;
    return ok([
      set(event, 'owner', to),
      set(event, 'department', department),
      entry(event, 'handOff', doing, { from: event.owner, to, department, reason }),
      log(event, doing, 'handOff', { field: 'owner', before: event.owner, after: to, note: reason }),
    ]);
  });
}

function accept(event: ServiceEvent, doing: Doing): Changed {
  if (isEmpty(event.owner)) return fail('event-no-owner');
  if (isSamePerson(event.owner, event.complainedAbout)) {
    return fail('event-owner-complained-about', { name: event.owner ?? '' });
  }
  return ok([
    ...moveTo(event, 'verifying', doing, 'accept'),
    set(event, 'respondedAt', event.respondedAt ?? doing.now),
  ]);
}

function recordFacts(event: ServiceEvent, verification: string, doing: Doing): Changed {
  if (verification.trim() === '') return fail('event-verification-missing');
  if (event.primaryLink === null) return fail('event-not-coded', { number: event.number ?? event.id });
  return ok([set(event, 'verification', verification.trim()), ...moveTo(event, 'handling', doing, 'recordFacts')]);
}

function markComplex(state: EventState, event: ServiceEvent, reason: string, doing: Doing): Changed {
  return withReason(reason, (text) => {
    if (state.rules.complexDecision === null) return fail('event-no-complex-limit');
    if (event.complex === true) return fail('event-already-complex');
    if (isLate(state, event, doing)) return fail('event-extension-late');
    return ok([
      set(event, 'complex', true),
      entry(event, 'extension', doing, { kind: 'complex', approver: null, noticeDay: null, reason: text }),
      log(event, doing, 'extend', { field: 'complex', note: text }),
    ]);
  });
}

function extend(
  state: EventState,
  event: ServiceEvent,
  command: Extract<EventCommand, { kind: 'extend' }>,
  doing: Doing,
): Changed {
  return withReason(command.reason, (reason) => {
    const { rules } = state;
    if (rules.extension === null) return fail('event-no-extension');
    if (event.extension.some(({ kind }) => kind === 'extension')) return fail('event-already-extended');
    if (rules.complexDecision !== null && event.complex !== true) return fail('event-not-complex');
    if (isLate(state, event, doing)) return fail('event-extension-late');
    const approver = command.approver.trim();
    if (approver === '') return fail('event-approver-missing');
    if (isSamePerson(approver, event.owner)) return fail('event-approver-is-owner', { name: approver });
    if (command.noticeDay === null) return fail('event-notice-missing');
    return ok([
      entry(event, 'extension', doing, { kind: 'extension', approver, noticeDay: command.noticeDay, reason }),
      log(event, doing, 'extend', { field: 'extension', after: approver, note: reason }),
    ]);
  });
}

function isLate(state: EventState, event: ServiceEvent, doing: Doing): boolean {
  const due = decisionDue(event, state);
  return due !== null && doing.now > due;
}

function reply(event: ServiceEvent, command: Extract<EventCommand, { kind: 'reply' }>, doing: Doing): Changed {
  const text = command.text.trim();
  if (text === '') return fail('event-reply-missing');
  if (!(command.at >= Math.max(event.receivedAt ?? 0, event.reopenedAt ?? 0) && command.at <= doing.now)) {
    return fail('event-reply-outside');
  }
  return ok([
    set(event, 'replyAt', command.at),
    set(event, 'firstReplyAt', event.firstReplyAt ?? command.at),
    set(event, 'replyText', text),
    set(event, 'replyMethod', command.method),
    ...moveTo(event, 'callBack', doing, 'reply'),
  ]);
}

function callBack(event: ServiceEvent, command: Extract<EventCommand, { kind: 'callBack' }>, doing: Doing): Changed {
  const attempt = entry(event, 'attempt', doing, { outcome: command.outcome, note: command.note?.trim() ?? null });
  const said = log(event, doing, 'callBack', { after: command.outcome, note: command.note?.trim() ?? null });
  if (command.outcome === 'unreached') return ok([attempt, said]);
  const { score, agrees } = command;
  if (score === undefined || !Number.isInteger(score) || score < scoreRange.low || score > scoreRange.high) {
    return fail('event-score-missing', scoreRange);
  }
  if (agrees === undefined) return fail('event-score-missing', scoreRange);
  return ok([
    attempt,
    set(event, 'callBackAt', doing.now),
    set(event, 'callBackBy', doing.by),
    set(event, 'callBackScore', score),
    set(event, 'customerAgrees', agrees),
    said,
  ]);
}

function archive({ rules }: EventState, event: ServiceEvent, doing: Doing): Changed {
  const isCalled = event.callBackAt !== null || event.callBackWaived !== null;
  const unreached = currentAttempts(event).filter(({ outcome }) => outcome === 'unreached').length;
  if (!isCalled && unreached < rules.callBackAttempts) {
    return fail('event-call-back-missing', { made: unreached, needed: rules.callBackAttempts });
  }
  if (event.customerAgrees === false) return fail('event-objection-open');
  if (event.primaryLink === null) return fail('event-not-coded', { number: event.number ?? event.id });
  if (event.cause === null || event.effect === null) return fail('event-cause-missing');
  const years = event.creditRecord === true ? rules.creditRetentionYears : rules.retentionYears;
  return ok([
    set(event, 'closedAt', doing.now),
    set(event, 'retainUntil', addYears(dayOf(doing.now), years)),
    set(event, 'resolvedFirstTime', (event.reopenedCount ?? 0) === 0),
    ...moveTo(event, 'archived', doing, 'archive'),
  ]);
}

/** The same date some years on; 29 February becomes 28. */
function addYears(day: number, years: number): number {
  const date = fromEpochDay(day);
  const year = date.year + years;
  return toEpochDay(year, date.month, Math.min(date.day, daysInMonth(year, date.month)));
}

function reopen(
  state: EventState,
  event: ServiceEvent,
  command: Extract<EventCommand, { kind: 'reopen' }>,
  doing: Doing,
): Changed {
  return withReason(command.reason, (reason) => {
    const { rules, calendar } = state;
    const lastReview = limitEnd(calendar, event.replyAt ?? doing.now, rules.review);
    if (command.why === 'review' && doing.now > lastReview) {
      return fail('event-review-late', {
        days: rules.review.amount,
        last: { as: 'date', epochDay: dayOf(lastReview) },
      });
    }
    const paused = event.closedAt === null ? 0 : Math.max(0, doing.now - event.closedAt);
    return ok([
      set(event, 'reopenedAt', doing.now),
      set(event, 'reopenedCount', (event.reopenedCount ?? 0) + 1),
      set(event, 'pausedMs', (event.pausedMs ?? 0) + paused),
      ...(['replyAt', 'replyText', 'callBackAt', 'callBackScore', 'customerAgrees', 'callBackWaived'] as const).map(
        (field) => set(event, field, null),
      ),
      set(event, 'closedAt', null),
      set(event, 'retainUntil', null),
      set(event, 'resolvedFirstTime', false),
      set(event, 'statusReason', reason),
      ...moveTo(event, 'reopened', doing, 'reopen', reason),
    ]);
  });
}

function leave(
  event: ServiceEvent,
  status: 'withdrawn' | 'merged',
  doing: Doing,
  action: EventAction,
  reason: string,
): readonly FieldChange[] {
  return [
    set(event, 'statusReason', reason),
    set(event, 'closedAt', doing.now),
    ...moveTo(event, status, doing, action, reason),
  ];
}

function merge(
  state: EventState,
  event: ServiceEvent,
  command: Extract<EventCommand, { kind: 'merge' }>,
  doing: Doing,
): Changed {
  return withReason(command.reason, (reason) => {
    if (command.into === event.id) return fail('event-merge-self');
    const target = state.events.get(command.into);
    if (!target || target.status === 'merged' || target.status === 'withdrawn') return fail('event-merge-target');
    return ok([
      set(event, 'mergedInto', target.id),
      ...leave(event, 'merged', doing, 'merge', reason),
      set(target, 'linkedEvents', [...new Set([...(target.linkedEvents ?? []), event.id])]),
      log(target, doing, 'merge', { after: event.number ?? event.id, note: reason }),
    ]);
  });
}

function link(state: EventState, event: ServiceEvent, other: string, doing: Doing): Changed {
  const target = state.events.get(other);
  if (other === event.id) return fail('event-merge-self');
  if (!target) return fail('event-unknown', { id: other });
  const join = (one: ServiceEvent, two: ServiceEvent): FieldChange[] => [
    set(one, 'linkedEvents', [...new Set([...(one.linkedEvents ?? []), two.id])]),
    log(one, doing, 'link', { after: two.number ?? two.id }),
  ];
  return ok([...join(event, target), ...join(target, event)]);
}
