import { describe, expect, it } from 'vitest';
import type { EventState } from '../../src/domain/events/commands';
import { eventIn, intake, noon, only, run } from '../unit/domain/events/support';
import EventParts from './support/EventParts.svelte';
import { setup } from './support/setup';

const by = (date: string) => ({ now: noon(date), by: '李强' });

function left(how: 'withdraw' | 'merge'): EventState {
  const second = run(eventIn('handling'), [
    [{ kind: 'register', id: 'f', details: { ...intake, receivedAt: noon('2026-03-05') } }, by('2026-03-05')],
  ]).state;
  const done = run(second, [
    [
      how === 'merge' ? { kind: how, id: 'e', into: 'f', reason: '同一件' } : { kind: how, id: 'e', reason: '误会' },
      by('2026-03-06'),
    ],
  ]);
  expect(done.codes).toEqual([null]);
  return done.state;
}

function show(state: EventState) {
  const quality = { doEvent: () => Promise.reject(new Error('not asked')), today: 20_575, now: noon('2026-05-01') };
  const { target } = setup(EventParts, { event: only(state), quality });
  const open = (selector: string): string[] =>
    [...target.querySelectorAll<HTMLInputElement>(selector)]
      .filter((control) => !control.disabled)
      .map((control) => (control.labels?.[0]?.textContent ?? control.textContent).trim().replace(/\s+/g, ' '));
  return {
    steps: open('[data-part=steps] button'),
    fields: open('dialog :is(input, select, textarea)'),
  };
}

describe('the page of a service event', () => {
  it('lets an archived event be reopened and its archive number be added, and nothing else be corrected', () => {
    const { steps, fields } = show(eventIn('archived'));
    expect(steps).toEqual(['Reopen']);
    expect(fields).toEqual([expect.stringMatching(/^Archive number/)]);
  });
  it.each(['withdraw', 'merge'] as const)('offers no step after "%s", and only the archive number', (how) => {
    const { steps, fields } = show(left(how));
    expect(steps).toEqual([]);
    expect(fields).toEqual([expect.stringMatching(/^Archive number/)]);
  });
  it('leaves everything open on an event that is handled', () => {
    const { steps, fields } = show(eventIn('handling'));
    expect(steps).toEqual(['Reply', 'Hand off', 'Mark as complex', 'Extend', 'Withdraw']);
    expect(fields.length).toBeGreaterThan(18);
  });
});
