/** A service event of the ledger, from receipt to archive. */

import { emptyEntity, logSchema, readEntity, type EntityOf, type EntityShape } from '../registers';

export const eventStatuses = [
  'accepted',
  'verifying',
  'handling',
  'callBack',
  'archived',
  'reopened',
  'withdrawn',
  'merged',
] as const;
export type EventStatus = (typeof eventStatuses)[number];

/** Statuses in which somebody still has to do something. */
export const openStatuses: ReadonlySet<EventStatus> = new Set([
  'accepted',
  'verifying',
  'handling',
  'callBack',
  'reopened',
]);

export const eventSources = ['outlet', 'hotline', 'app', 'regulator', 'petition', 'media', 'internal'] as const;
export const eventChannels = [
  'counter',
  'lobby',
  'selfService',
  'phone',
  'mobile',
  'online',
  'thirdParty',
  'backOffice',
] as const;
export const businessTypes = [
  'debitCard',
  'creditCard',
  'loan',
  'settlement',
  'collection',
  'forex',
  'savings',
  'agency',
  'otherIntermediary',
  'personalInformation',
  'preciousMetal',
  'currency',
  'wealth',
  'treasury',
  'other',
] as const;
export const liabilities = ['liable', 'notLiable', 'notUpheld'] as const;
export const effects = ['expected', 'experienced', 'both'] as const;
export const servicePhases = ['pre', 'in', 'after'] as const;
export const offices = ['front', 'middle', 'back'] as const;
export const replyMethods = ['phone', 'letter', 'message', 'visit'] as const;
export const reopenReasons = ['objection', 'review', 'recurrence'] as const;
export const eventActions = [
  'register',
  'edit',
  'code',
  'handOff',
  'respond',
  'accept',
  'recordFacts',
  'extend',
  'reply',
  'callBack',
  'waiveCallBack',
  'archive',
  'reopen',
  'withdraw',
  'merge',
  'link',
  'import',
] as const;
export type EventAction = (typeof eventActions)[number];

/** Moments are milliseconds on the wall clock, days are epoch days. */
const fields = {
  number: 'text',
  /** What another system calls it. */
  sourceNumber: 'text',
  /** Tells a row of a file that was imported before; equal rows of one file have different ones. */
  importKey: 'text',
  status: eventStatuses,
  receivedAt: 'number',
  source: eventSources,
  regulatorRef: 'text',
  outlet: 'text',
  device: 'text',
  /** Salted digest, so that repeats link without the value. */
  customerKey: 'text',
  segment: 'text',
  specialGroup: 'text',
  contact: 'text',
  title: 'text',
  narrative: 'text',
  demand: 'text',
  amount: 'number',
  channel: eventChannels,
  business: businessTypes,
  product: 'text',
  /** Who is complained about: may not handle the case. */
  complainedAbout: 'text',
  primaryLink: 'text',
  contributing: 'texts',
  /** Codes suggested when it was coded, best first, to keep score of the suggestions. */
  suggested: 'texts',
  severity: 'number',
  effect: effects,
  phase: servicePhases,
  office: offices,
  cause: 'text',
  liability: liabilities,
  coder: 'text',
  codedAt: 'number',
  taxonomyVersion: 'text',
  owner: 'text',
  department: 'text',
  respondedAt: 'number',
  verification: 'text',
  rootCause: 'text',
  measure: 'text',
  redress: 'number',
  complex: 'switch',
  replyAt: 'number',
  firstReplyAt: 'number',
  replyText: 'text',
  replyMethod: replyMethods,
  callBackAt: 'number',
  callBackBy: 'text',
  callBackScore: 'number',
  customerAgrees: 'switch',
  callBackWaived: 'text',
  resolvedFirstTime: 'switch',
  closedAt: 'number',
  archiveNo: 'text',
  retainUntil: 'number',
  creditRecord: 'switch',
  reopenedAt: 'number',
  reopenedCount: 'number',
  /** Milliseconds for which it lay in the archive before it was reopened. */
  pausedMs: 'number',
  statusReason: 'text',
  mergedInto: 'text',
  linkedEvents: 'texts',
  itemIds: 'texts',
  isCase: 'switch',
  lesson: 'text',
  improvementIdea: 'text',
  createdBy: 'text',
  createdAt: 'number',
} as const;

const lists = {
  handOff: { at: 'number', by: 'text', from: 'text', to: 'text', department: 'text', reason: 'text' },
  attempt: { at: 'number', by: 'text', outcome: ['reached', 'unreached'], note: 'text' },
  extension: {
    at: 'number',
    by: 'text',
    kind: ['complex', 'extension'],
    approver: 'text',
    noticeDay: 'number',
    reason: 'text',
  },
  log: logSchema(eventActions),
} as const;

export const eventShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type ServiceEvent = EntityOf<typeof fields, typeof lists>;
export type EventField = keyof typeof fields;

/** What must be known when an event is taken in. */
export const intakeFields = [
  'receivedAt',
  'source',
  'outlet',
  'title',
  'narrative',
  'channel',
  'business',
  'owner',
] as const satisfies readonly EventField[];

/** What may be corrected at any time before the archive; everything else changes through its own command. */
export const editableFields = [
  'receivedAt',
  'source',
  'regulatorRef',
  'outlet',
  'segment',
  'specialGroup',
  'contact',
  'customerKey',
  'title',
  'narrative',
  'demand',
  'amount',
  'channel',
  'business',
  'product',
  'complainedAbout',
  'rootCause',
  'measure',
  'redress',
  'creditRecord',
  'liability',
  'isCase',
  'lesson',
  'improvementIdea',
  'archiveNo',
] as const satisfies readonly EventField[];
export type EditableField = (typeof editableFields)[number];

/** Fields that stay open to change after the archive: what a case teaches. */
export const archiveFields: ReadonlySet<EditableField> = new Set(['isCase', 'lesson', 'improvementIdea', 'archiveNo']);

/** Whether somebody still has to do something. */
export function isOpen({ status }: ServiceEvent): boolean {
  return status !== null && openStatuses.has(status);
}

/** The event that a record says. */
export function readEvent(id: string, registers: Parameters<typeof readEntity>[2]): ServiceEvent {
  return readEntity(eventShape, id, registers);
}

/** An event of which nothing is known yet. */
export function emptyEvent(id: string): ServiceEvent {
  return emptyEntity(eventShape, id);
}
