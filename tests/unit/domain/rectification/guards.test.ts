import { describe, expect, it } from 'vitest';
import type { ItemCommand } from '../../../../src/domain/rectification/commands';
import { hindranceOf, lockOf, mayDoItem, statusesFor, type ItemAct } from '../../../../src/domain/rectification/guards';
import { editableItemFields, itemStatuses } from '../../../../src/domain/rectification/item';
import { by, day, itemIn, only, refusal } from './support';

const acts = Object.keys(statusesFor) as ItemAct[];
const date = '2026-06-01';
const closedCodes = ['item-closed', 'item-plan-locked', 'item-due-locked'];

describe('what may be done to an item', () => {
  it.each(itemStatuses)('is in "%s" what the guard lets pass', (status) => {
    const state = itemIn(status);
    for (const act of acts) {
      // Whatever else is missing is refused under another code.
      const code = refusal(
        state,
        {
          kind: act,
          id: 'i',
          reason: '',
          verifier: '',
          title: '',
          text: '',
          evidence: { kind: 'file', name: '', digest: '', note: '' },
        } as unknown as ItemCommand,
        by('王芳', date),
      );
      expect([act, code === 'item-wrong-status']).toEqual([act, !mayDoItem(only(state), act, day(date))]);
    }
  });
  it.each(itemStatuses)('is written in "%s" where no lock is', (status) => {
    const state = itemIn(status);
    for (const field of editableItemFields) {
      const code = refusal(state, { kind: 'edit', id: 'i', details: { [field]: null } }, by('王芳', date));
      const isSame = only(state)[field] === null;
      if (!isSame)
        expect([field, closedCodes.includes(code ?? '')]).toEqual([field, lockOf(only(state), field) !== null]);
    }
  });
  it('counts by the links and outlets with which it was opened, where the ledger is what is counted', () => {
    const item = only(itemIn('inProgress'));
    const locks = (details: Partial<typeof item>) =>
      (['links', 'outlets'] as const).map((field) => lockOf({ ...item, ...details }, field));
    expect(locks({ test: 'rate', links: ['G2.2.1'] })).toEqual(['plan', 'plan']);
    expect(locks({ test: 'share', links: ['G2.2.1'] })).toEqual([null, null]);
    expect(locks({ test: 'rate', links: [] })).toEqual([null, null]);
    expect(locks({ test: 'rate', links: ['G2.2.1'], openedAt: null })).toEqual([null, null]);
  });
  it('ends with the watch: nothing but the benefit is left, and no way back', () => {
    const item = only(itemIn('closed'));
    const last = item.watchUntil ?? 0;
    expect([last, last + 1].map((today) => mayDoItem(item, 'reopen', today))).toEqual([true, false]);
    expect([last, last + 1].map((today) => hindranceOf(item, today))).toEqual(['closed', 'watchOver']);
    expect(editableItemFields.filter((field) => lockOf(item, field) === null)).toEqual(['benefit', 'benefitConfirmed']);
    expect(editableItemFields.filter((field) => lockOf(only(itemIn('cancelled')), field) === null)).toEqual([]);
  });
});
