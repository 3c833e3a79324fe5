import { ok, type Failure, type PhraseParams, type Result } from '../../kernel/result';
import { writeRegisters, type FieldChange, type Plain } from '../registers';
import { countNumbers, decideEvent, type Doing, type EventCommand, type EventState } from './commands';
import {
  businessTypes,
  emptyEvent,
  eventChannels,
  eventShape,
  eventSources,
  eventStatuses,
  liabilities,
  replyMethods,
  type EventStatus,
  type ServiceEvent,
} from './event';

/** How a column of a ledger is read: `moment` in milliseconds on the wall clock. */
export type ImportKind = 'text' | 'moment' | 'number' | 'choice' | 'switch' | 'link';

/** What a column of a ledger may mean, in the order in which it is asked. */
export const importFields = {
  sourceNumber: 'text',
  receivedAt: 'moment',
  source: 'choice',
  outlet: 'text',
  title: 'text',
  narrative: 'text',
  channel: 'choice',
  business: 'choice',
  owner: 'text',
  department: 'text',
  link: 'link',
  severity: 'number',
  status: 'choice',
  respondedAt: 'moment',
  verification: 'text',
  replyAt: 'moment',
  replyText: 'text',
  replyMethod: 'choice',
  callBackAt: 'moment',
  callBackScore: 'number',
  customerAgrees: 'switch',
  callBackWaived: 'text',
  closedAt: 'moment',
  statusReason: 'text',
  demand: 'text',
  amount: 'number',
  product: 'text',
  complainedAbout: 'text',
  contact: 'text',
  segment: 'text',
  specialGroup: 'text',
  regulatorRef: 'text',
  liability: 'choice',
  rootCause: 'text',
  measure: 'text',
  redress: 'number',
  archiveNo: 'text',
} as const satisfies Readonly<Record<string, ImportKind>>;
export type ImportField = keyof typeof importFields;

/** Words that a choice may have. */
export const importChoices = {
  source: eventSources,
  channel: eventChannels,
  business: businessTypes,
  status: eventStatuses,
  replyMethod: replyMethods,
  liability: liabilities,
} as const satisfies Partial<Record<ImportField, readonly string[]>>;
export type ImportChoice = keyof typeof importChoices;

/** A row of a file in the words of the file. */
export interface ImportRow {
  /** Row of the file, from 1. */
  readonly row: number;
  /** Equal for the same row of another file. */
  readonly key: string;
  readonly id: string;
  /** The key of the customer, never a number; null = not known. */
  readonly customerKey?: string | null;
  readonly values: Readonly<Partial<Record<ImportField, string | number | boolean | null>>>;
}

/** What words of the file mean: field → word → code; a word that is not here means nothing. */
export type ImportWords = Readonly<Partial<Record<ImportField, Readonly<Record<string, string>>>>>;

/** A row that is not taken in, and why. */
export interface LeftOut {
  readonly row: number;
  readonly text: string;
  readonly failure: Failure;
}

/** Something about a row that is taken in. */
export interface ImportRemark {
  readonly severity: 'info' | 'warning';
  readonly code: string;
  readonly params: PhraseParams;
  readonly row: number;
}

export interface ImportOutcome {
  readonly changes: readonly FieldChange[];
  readonly events: readonly ServiceEvent[];
  /** Rows that the ledger holds already. */
  readonly known: readonly number[];
  readonly leftOut: readonly LeftOut[];
  readonly remarks: readonly ImportRemark[];
}

export interface ImportOptions {
  readonly fileName: string;
  readonly words: ImportWords;
  /** Outlets that are known; empty = none is, and therefore none is strange. */
  readonly outlets: ReadonlySet<string>;
  /** Whether rows of outlets that are not known are left out. */
  readonly knownOutletsOnly: boolean;
}

export type ImportFailureCode =
  | 'ledger-row-merged'
  | 'ledger-number-twice'
  | 'ledger-word-unknown'
  | 'ledger-outlet-unknown'
  | 'ledger-no-close-date'
  | 'ledger-closed-before-reply';

const detailTexts = [
  'outlet',
  'narrative',
  'owner',
  'department',
  'demand',
  'product',
  'complainedAbout',
  'contact',
  'segment',
  'specialGroup',
  'regulatorRef',
  'rootCause',
  'measure',
  'archiveNo',
] as const;
const detailChoices = ['source', 'channel', 'business', 'liability'] as const;
const required: ReadonlySet<ImportField> = new Set(['source', 'channel', 'business']);
/** As much of a narrative as makes a title where the file has none. */
const titleLength = 24;

/**
 * Takes in the rows of a ledger kept elsewhere: each row is led through the commands to the status that it has there, at
 * the moments that it names, so that none reaches a state that the guards forbid. Where a guard stops it, it stays in
 * the status reached, and a remark says why. Every row is an event, known already, or left out with a reason.
 */
export function importEvents(
  state: EventState,
  rows: readonly ImportRow[],
  options: ImportOptions,
  doing: Doing,
): ImportOutcome {
  const importer = new LedgerImporter(state, options, doing);
  for (const row of rows) importer.take(row);
  return importer.outcome();
}

/** `importEvents` row by row, for a page that must not stand still meanwhile. */
export class LedgerImporter {
  readonly #state: EventState;
  readonly #options: ImportOptions;
  readonly #doing: Doing;
  readonly #numbers: ReturnType<typeof countNumbers>;
  readonly #keys = new Set<string>();
  readonly #sourceNumbers = new Set<string>();
  readonly #inFile = new Set<string>();
  readonly #changes: FieldChange[] = [];
  readonly #events: ServiceEvent[] = [];
  readonly #known: number[] = [];
  readonly #leftOut: LeftOut[] = [];
  readonly #remarks: ImportRemark[] = [];

  constructor(state: EventState, options: ImportOptions, doing: Doing) {
    this.#numbers = countNumbers(state.events.values());
    this.#state = { ...state, lastNumber: this.#numbers.last };
    this.#options = options;
    this.#doing = doing;
    for (const { importKey, sourceNumber } of state.events.values()) {
      if (importKey !== null) this.#keys.add(importKey);
      if (sourceNumber !== null) this.#sourceNumbers.add(sourceNumber);
    }
  }

  take(row: ImportRow): void {
    const number = textOf(row, 'sourceNumber');
    if (this.#keys.has(row.key) || (number !== null && this.#sourceNumbers.has(number))) {
      this.#known.push(row.row);
      return;
    }
    const isTwice = number !== null && this.#inFile.has(number);
    const taken = isTwice
      ? refused('ledger-number-twice', { number })
      : takeRow(this.#state, row, this.#options, this.#doing);
    if (!taken.ok) {
      const text = textOf(row, 'title') ?? textOf(row, 'narrative') ?? '';
      this.#leftOut.push({ row: row.row, text, failure: taken.failure });
      return;
    }
    if (number !== null) this.#inFile.add(number);
    const { event, changes, remarks } = taken.value;
    this.#numbers.note(event.number);
    for (const change of changes) this.#changes.push(change);
    this.#events.push(event);
    this.#remarks.push(...remarks);
  }

  outcome(): ImportOutcome {
    return {
      changes: this.#changes,
      events: this.#events,
      known: this.#known,
      leftOut: this.#leftOut,
      remarks: this.#remarks,
    };
  }
}

interface TakenRow {
  readonly changes: readonly FieldChange[];
  readonly event: ServiceEvent;
  readonly remarks: readonly ImportRemark[];
}

function textOf({ values }: ImportRow, field: ImportField): string | null {
  const value = values[field];
  const text = value === null || value === undefined ? '' : String(value).trim();
  return text === '' ? null : text;
}

function numberOf({ values }: ImportRow, field: ImportField): number | null {
  const value = values[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function takeRow(state: EventState, row: ImportRow, options: ImportOptions, doing: Doing): Result<TakenRow> {
  const remarks: ImportRemark[] = [];
  const remark = (severity: ImportRemark['severity'], code: string, params: PhraseParams): void => {
    remarks.push({ severity, code, params, row: row.row });
  };
  const word = (field: ImportField): string | null => {
    const text = textOf(row, field);
    return text === null ? null : (options.words[field]?.[text] ?? null);
  };
  const details: Record<string, unknown> = { receivedAt: numberOf(row, 'receivedAt') };
  for (const field of detailTexts) details[field] = textOf(row, field);
  for (const field of detailChoices) {
    details[field] = word(field);
    const text = textOf(row, field);
    if (text === null || details[field] !== null) continue;
    const params: PhraseParams = { field: { as: 'term', key: `events.field.${field}` }, text };
    if (required.has(field)) return refused('ledger-word-unknown', params);
    remark('warning', 'ledgerWordUnknown', params);
  }
  details.title = textOf(row, 'title') ?? textOf(row, 'narrative')?.slice(0, titleLength) ?? null;
  for (const field of ['amount', 'redress'] as const) details[field] = numberOf(row, field);
  if (row.customerKey) details.customerKey = row.customerKey;
  const outlet = textOf(row, 'outlet');
  if (outlet !== null && options.outlets.size > 0 && !options.outlets.has(outlet)) {
    if (options.knownOutletsOnly) return refused('ledger-outlet-unknown', { outlet });
    remark('warning', 'ledgerOutletUnknown', { outlet });
  }
  const status = statusOf(row, word('status'), remark);
  if (!status.ok) return status;
  const code = word('link');
  const isCoded = code !== null && state.links.has(code);
  if (!isCoded && textOf(row, 'link') !== null)
    remark('warning', 'ledgerCodeUnknown', { text: textOf(row, 'link') ?? '' });
  const severity = severityOf(row, remark);
  if (severity !== null) details.severity = severity;
  // Who handled a case that is over is history: nobody takes it now.
  const isOver = status.value === 'archived' || status.value === 'withdrawn';
  const replay = new Replay(isOver ? { ...state, escalationOwner: null } : state, doing);
  const start = Math.min(doing.now, numberOf(row, 'receivedAt') ?? doing.now);
  const coding = isCoded ? { coding: { primary: code } } : {};
  const registered = replay.do({ kind: 'register', id: row.id, details: details, ...coding }, start);
  if (registered) return { ok: false, failure: registered };
  lead(replay, row, status.value, word, remark);
  const { now, by } = doing;
  replay.write({
    createdAt: now,
    sourceNumber: textOf(row, 'sourceNumber'),
    importKey: row.key,
    // The moment at which somebody took it up is not known unless the file says so.
    respondedAt: numberOf(row, 'respondedAt'),
    'log.import': { at: now, by, action: 'import', after: options.fileName, note: String(row.row) },
  });
  return ok({ changes: replay.changes, event: replay.event(row.id), remarks });
}

function refused(code: ImportFailureCode, params: PhraseParams): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, params } };
}

type Remark = (severity: ImportRemark['severity'], code: string, params: PhraseParams) => void;

function statusOf(row: ImportRow, word: string | null, remark: Remark): Result<EventStatus> {
  const text = textOf(row, 'status');
  if (text === null) return ok('accepted');
  if (word === null) {
    remark('warning', 'ledgerWordUnknown', { field: { as: 'term', key: 'events.field.status' }, text });
    return ok('accepted');
  }
  return word === 'merged' ? refused('ledger-row-merged', {}) : ok(word as EventStatus);
}

function severityOf(row: ImportRow, remark: Remark): number | null {
  const text = textOf(row, 'severity');
  if (text === null) return null;
  const value = numberOf(row, 'severity') ?? Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 5) return value;
  remark('warning', 'ledgerWordUnknown', { field: { as: 'term', key: 'events.field.severity' }, text });
  return null;
}

/** Leads a registered event to its status, as far as the guards let it. */
function lead(
  replay: Replay,
  row: ImportRow,
  status: EventStatus,
  word: (field: ImportField) => string | null,
  remark: Remark,
): void {
  const { id } = row;
  if (status === 'reopened') remark('warning', 'ledgerReopened', {});
  const steps: (readonly [EventCommand, number | null])[] = [];
  const replyAt = numberOf(row, 'replyAt');
  if (status === 'withdrawn')
    steps.push([{ kind: 'withdraw', id, reason: textOf(row, 'statusReason') ?? '' }, numberOf(row, 'closedAt')]);
  const order: readonly EventStatus[] = ['accepted', 'verifying', 'handling', 'callBack', 'archived'];
  const rank = order.indexOf(status);
  if (rank >= 1) steps.push([{ kind: 'accept', id }, numberOf(row, 'respondedAt')]);
  if (rank >= 2) steps.push([{ kind: 'recordFacts', id, verification: textOf(row, 'verification') ?? '' }, null]);
  if (rank >= 3) {
    const method = (word('replyMethod') ?? 'phone') as (typeof replyMethods)[number];
    steps.push([
      { kind: 'reply', id, at: replyAt ?? Number.NaN, text: textOf(row, 'replyText') ?? '', method },
      replyAt,
    ]);
    steps.push(...callBackSteps(row));
  }
  if (rank >= 4) steps.push([{ kind: 'archive', id }, numberOf(row, 'closedAt') ?? Number.NaN]);
  for (const [command, at] of steps) {
    const failure = Number.isNaN(at)
      ? noCloseDate
      : replay.isBefore(command, at)
        ? closedTooEarly
        : replay.do(command, at);
    if (failure === null) continue;
    remark('warning', 'ledgerStatusHeld', {
      status: { as: 'term', key: `events.status.${status}` },
      reached: { as: 'term', key: `events.status.${replay.event(id).status ?? 'accepted'}` },
      why: { as: 'term', key: `failure.${failure.code}`, params: failure.params },
    });
    return;
  }
}

const noCloseDate: Failure<ImportFailureCode> = { code: 'ledger-no-close-date', params: {} };
const closedTooEarly: Failure<ImportFailureCode> = { code: 'ledger-closed-before-reply', params: {} };

function callBackSteps(row: ImportRow): readonly (readonly [EventCommand, number | null])[] {
  const { id } = row;
  const score = numberOf(row, 'callBackScore') ?? (Number(textOf(row, 'callBackScore') ?? Number.NaN) || null);
  const agrees = row.values.customerAgrees;
  if (score !== null && typeof agrees === 'boolean') {
    return [[{ kind: 'callBack', id, outcome: 'reached', score, agrees }, numberOf(row, 'callBackAt')]];
  }
  const reason = textOf(row, 'callBackWaived');
  return reason === null ? [] : [[{ kind: 'waiveCallBack', id, reason }, null]];
}

/** One event and the commands done on it, each at a moment no earlier than the last. */
class Replay {
  readonly #state: EventState;
  readonly #doing: Doing;
  readonly changes: FieldChange[] = [];
  #events: ReadonlyMap<string, ServiceEvent> = new Map();
  #id = '';
  #now = -Infinity;

  constructor(state: EventState, doing: Doing) {
    this.#state = state;
    this.#doing = doing;
  }

  /** Does a command at a moment, or at that of the last one; the guard that forbids it, or null. */
  do(command: EventCommand, at: number | null): Failure | null {
    const now = Math.min(this.#doing.now, Math.max(this.#now, at ?? this.#now));
    const decided = decideEvent({ ...this.#state, events: this.#events }, command, { now, by: this.#doing.by });
    if (!decided.ok) return decided.failure;
    this.#now = now;
    this.#id = command.id;
    this.#write(decided.value);
    return null;
  }

  /** Whether a file says that a case was closed before what led there. */
  isBefore({ kind }: EventCommand, at: number | null): boolean {
    return kind === 'archive' && at !== null && at < this.#now;
  }

  /** Writes registers past the commands. */
  write(values: Readonly<Record<string, Plain>>): void {
    this.#write(Object.entries(values).map(([field, value]) => ({ id: this.#id, field, value })));
  }

  event(id: string): ServiceEvent {
    return this.#events.get(id) ?? emptyEvent(id);
  }

  #write(changes: readonly FieldChange[]): void {
    for (const change of changes) this.changes.push(change);
    const next = new Map([[this.#id, writeRegisters(eventShape, this.event(this.#id), changes)]]);
    this.#events = next;
  }
}
