import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventQuery, eventViews, readEventPlace, writeEventPlace } from '../../../src/app/event-query';
import { parseHash, toSearch } from '../../../src/app/routes';
import { toEpochDay } from '../../../src/kernel/dates';

describe('the filter of the ledger in the address', () => {
  it('is what it was, after the address was written and read', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== '');
    const place = fc.record(
      {
        view: fc.constantFrom(...eventViews),
        order: fc.constantFrom('due' as const, 'received' as const, 'severity' as const),
        text: word,
        outlet: word,
        owner: word,
        code: word,
        from: fc.integer({ min: 0, max: 30_000 }),
        to: fc.integer({ min: 0, max: 30_000 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(place, (given) => {
        const { query } = parseHash(`#/events${toSearch(eventQuery(given))}`);
        const read = Object.entries(readEventPlace(query)).filter(([, value]) => value !== undefined);
        expect(Object.fromEntries(read)).toEqual(given);
      }),
    );
  });

  it('leaves out what it cannot read', () => {
    const read = readEventPlace({ view: 'mine', order: 'up', q: ' ', outlet: '', from: '2026-02-30', to: 'gestern' });
    expect(Object.values(read).every((value) => value === undefined)).toBe(true);
    expect(readEventPlace({ from: '2026-04-01' }).from).toBe(toEpochDay(2026, 4, 1));
  });

  it('takes a key away where a filter is lifted, and leaves the others alone', () => {
    expect(writeEventPlace({ outlet: undefined })).toEqual({ outlet: null });
    expect(writeEventPlace({ text: '', from: undefined })).toEqual({ q: null, from: null });
    expect(writeEventPlace({ view: 'all' })).toEqual({ view: 'all' });
  });
});
