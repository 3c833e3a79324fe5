import { chinaCalendar } from '../../../../src/domain/calendar/china';
import { clockPresets } from '../../../../src/domain/calendar/regimes';
import {
  applyToEvents,
  decideEvent,
  type Doing,
  type EventCommand,
  type EventDetails,
  type EventState,
} from '../../../../src/domain/events/commands';
import type { ServiceEvent } from '../../../../src/domain/events/event';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { msPerDay, toEpochDay } from '../../../../src/kernel/dates';

/** Noon of a date. */
export function noon(text: string): number {
  const [year, month, day] = text.split('-').map(Number);
  return toEpochDay(year, month, day) * msPerDay + msPerDay / 2;
}

export const emptyState: EventState = {
  events: new Map(),
  links: new Map(defaultTaxonomy.links.map((link) => [link.code, link])),
  taxonomyVersion: defaultTaxonomy.version,
  rules: clockPresets[0],
  calendar: chinaCalendar,
  escalationOwner: '中心主任',
};

export const intake: EventDetails = {
  receivedAt: noon('2026-03-02'),
  source: 'hotline',
  outlet: 'A01',
  title: '排队时间长',
  narrative: '上午九点取号，前面三十多人，排队等了两个多小时才办上。',
  channel: 'counter',
  business: 'debitCard',
  owner: '王芳',
};

/** Runs commands one after the other; the last failure code, or the state. */
export function run(
  state: EventState,
  steps: readonly (readonly [EventCommand, Doing])[],
): { readonly state: EventState; readonly codes: readonly (string | null)[] } {
  const codes: (string | null)[] = [];
  let current = state;
  for (const [command, doing] of steps) {
    const decided = decideEvent(current, command, doing);
    codes.push(decided.ok ? null : decided.failure.code);
    if (decided.ok) current = { ...current, events: applyToEvents(current.events, decided.value) };
  }
  return { state: current, codes };
}

/** The code of the guard that forbids an act, or null. */
export function refusal(state: EventState, command: EventCommand, doing: Doing): string | null {
  const decided = decideEvent(state, command, doing);
  return decided.ok ? null : decided.failure.code;
}

export function only(state: EventState, id = 'e'): ServiceEvent {
  const event = state.events.get(id);
  if (!event) throw new Error(`no event: ${id}`);
  return event;
}

const coding = { primary: 'G2.2.1' };

/** An event led to a status by the shortest way. */
export function eventIn(
  status: 'accepted' | 'verifying' | 'handling' | 'callBack' | 'archived' | 'reopened',
  details: EventDetails = {},
): EventState {
  const at = (date: string): Doing => ({ now: noon(date), by: '李强' });
  const steps: (readonly [EventCommand, Doing])[] = [
    [{ kind: 'register', id: 'e', details: { ...intake, ...details }, coding }, at('2026-03-02')],
    [{ kind: 'accept', id: 'e' }, at('2026-03-03')],
    [{ kind: 'recordFacts', id: 'e', verification: '属实' }, at('2026-03-04')],
    [{ kind: 'reply', id: 'e', at: noon('2026-03-10'), text: '已致歉', method: 'phone' }, at('2026-03-10')],
    [{ kind: 'callBack', id: 'e', outcome: 'reached', score: 5, agrees: true }, at('2026-03-11')],
    [{ kind: 'archive', id: 'e' }, at('2026-03-12')],
    [{ kind: 'reopen', id: 'e', why: 'review', reason: '客户申请复核' }, at('2026-03-20')],
  ];
  const count = { accepted: 1, verifying: 2, handling: 3, callBack: 4, archived: 6, reopened: 7 }[status];
  const done = run(emptyState, steps.slice(0, count));
  if (done.codes.some((code) => code !== null)) throw new Error(done.codes.join());
  return done.state;
}
