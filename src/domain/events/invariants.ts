import type { ClockRules } from '../calendar/regimes';
import { currentAttempts, isSamePerson } from './commands';
import { intakeFields, type EventStatus, type ServiceEvent } from './event';

export const eventBreaches = [
  'intake-incomplete',
  'owner-complained-about',
  'facts-missing',
  'not-coded',
  'reply-missing',
  'call-back-missing',
  'objection-open',
  'close-date',
  'retention-missing',
  'merge-target-missing',
] as const;
/** What an event in its status may not lack. No command leads there; a merge of two people's edits can. */
export type EventBreach = (typeof eventBreaches)[number];

const afterFacts: ReadonlySet<EventStatus | null> = new Set(['handling', 'callBack', 'archived']);
const afterReply: ReadonlySet<EventStatus | null> = new Set(['callBack', 'archived']);

/** The guards that an event in its present status does not satisfy, in the order of the flow. */
export function breachesOf(event: ServiceEvent, rules: ClockRules): readonly EventBreach[] {
  const { status } = event;
  const found: EventBreach[] = [];
  const check = (holds: boolean, breach: EventBreach): void => {
    if (!holds) found.push(breach);
  };
  check(status !== null && intakeFields.every((field) => event[field] !== null), 'intake-incomplete');
  check(!isSamePerson(event.owner, event.complainedAbout), 'owner-complained-about');
  if (afterFacts.has(status)) {
    check(event.verification !== null, 'facts-missing');
    check(event.primaryLink !== null, 'not-coded');
  }
  if (afterReply.has(status)) check(event.replyAt !== null && event.replyText !== null, 'reply-missing');
  if (status === 'archived') {
    const unreached = currentAttempts(event).filter(({ outcome }) => outcome === 'unreached').length;
    const isCalled = event.callBackAt !== null || event.callBackWaived !== null || unreached >= rules.callBackAttempts;
    check(isCalled, 'call-back-missing');
    check(event.customerAgrees !== false, 'objection-open');
    check(event.cause !== null && event.effect !== null && event.retainUntil !== null, 'retention-missing');
  }
  const isOver = status === 'archived' || status === 'withdrawn' || status === 'merged';
  check(isOver === (event.closedAt !== null), 'close-date');
  check(status !== 'merged' || event.mergedInto !== null, 'merge-target-missing');
  return found;
}
