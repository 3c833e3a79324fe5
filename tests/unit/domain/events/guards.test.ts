import { describe, expect, it } from 'vitest';
import type { EventCommand } from '../../../../src/domain/events/commands';
import { archiveFields, editableFields } from '../../../../src/domain/events/event';
import { isFieldOpen, mayDoEvent, statusesFor, type EventAct } from '../../../../src/domain/events/guards';
import { eventIn, noon, only, refusal } from './support';

const statuses = ['accepted', 'verifying', 'handling', 'callBack', 'archived', 'reopened'] as const;
const acts = Object.keys(statusesFor) as EventAct[];
const doing = { now: noon('2026-04-01'), by: '李强' };

describe('what may be done to a service event', () => {
  it.each(statuses)('is in "%s" what the guard lets pass', (status) => {
    const state = eventIn(status);
    for (const act of acts) {
      const asked = { kind: act, id: 'e', coding: { primary: '' }, reason: '', to: '', text: '', verification: '' };
      const code = refusal(state, asked as unknown as EventCommand, doing) ?? '';
      const isShut = ['event-wrong-status', 'event-closed'].includes(code);
      expect([act, isShut]).toEqual([act, !mayDoEvent(only(state), act)]);
    }
  });
  it.each(['handling', 'archived'] as const)('is corrected in "%s" where a field is open', (status) => {
    const state = eventIn(status, { demand: '道歉', product: '借记卡', segment: '个人', amount: 5 });
    for (const field of editableFields.filter((name) => only(state)[name] !== null)) {
      const code = refusal(state, { kind: 'edit', id: 'e', details: { [field]: null } }, doing);
      expect([field, code === 'event-closed']).toEqual([field, !isFieldOpen(only(state), field)]);
    }
  });
  it('is, after a withdrawal or a merger, what the archive teaches', () => {
    for (const status of ['withdrawn', 'merged'] as const) {
      const event = { ...only(eventIn('handling')), status };
      expect(editableFields.filter((field) => isFieldOpen(event, field))).toEqual(
        editableFields.filter((field) => archiveFields.has(field)),
      );
      expect(acts.filter((act) => mayDoEvent(event, act))).toEqual(['link']);
    }
  });
});
