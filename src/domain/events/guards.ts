/** What may still be done to a service event: the one place that the guards and the screens both ask. */

import type { EventCommand } from './commands';
import { archiveFields, eventStatuses, isOpen, type EditableField, type EventStatus, type ServiceEvent } from './event';

/** Acts that depend on the status of the event; what `edit` may write is decided field by field. */
export type EventAct = Exclude<EventCommand['kind'], 'register' | 'edit'>;

const undecided: readonly EventStatus[] = ['accepted', 'verifying', 'handling', 'reopened'];
const open: readonly EventStatus[] = [...undecided, 'callBack'];

/** The statuses in which an act may begin. */
export const statusesFor: Readonly<Record<EventAct, readonly EventStatus[]>> = {
  // The archive is coded anew when the taxonomy changes.
  code: [...open, 'archived'],
  handOff: open,
  respond: open,
  accept: ['accepted', 'reopened'],
  recordFacts: ['verifying'],
  markComplex: undecided,
  extend: undecided,
  reply: ['handling'],
  callBack: ['callBack'],
  waiveCallBack: ['callBack'],
  archive: ['callBack'],
  reopen: ['callBack', 'archived'],
  withdraw: open,
  merge: open,
  link: eventStatuses,
};

/**
 * Whether an act may begin on an event. What the act itself has to bring (a reason, a reply) is not looked at: the
 * guard says what of it is missing.
 */
export function mayDoEvent({ status }: ServiceEvent, act: EventAct): boolean {
  return status !== null && statusesFor[act].includes(status);
}

/** Whether a field may be corrected: any while the event is open, later only what its archive teaches. */
export function isFieldOpen(event: ServiceEvent, field: EditableField): boolean {
  return isOpen(event) || archiveFields.has(field);
}
