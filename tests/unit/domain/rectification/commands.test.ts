import { describe, expect, it } from 'vitest';
import { decideItem, type ItemCommand } from '../../../../src/domain/rectification/commands';
import { itemBreachesOf } from '../../../../src/domain/rectification/invariants';
import { itemStatuses, planFields } from '../../../../src/domain/rectification/item';
import { by, day, details, emptyItems, evidence, itemIn, only, refusal, run } from './support';

const later = by('赵敏', '2026-05-21');

describe('the status flow', () => {
  const allowed: Record<string, readonly string[]> = {
    open: ['draft'],
    start: ['open'],
    setProgress: ['inProgress', 'returned', 'reopened'],
    submit: ['inProgress', 'returned', 'reopened'],
    beginVerification: ['submitted'],
    close: ['verifying'],
    sendBack: ['verifying'],
    hold: ['draft', 'open', 'inProgress', 'submitted', 'verifying', 'returned', 'reopened'],
    resume: ['onHold'],
    cancel: ['draft', 'open', 'inProgress', 'submitted', 'verifying', 'returned', 'reopened', 'onHold'],
    reopen: ['closed'],
    extend: ['open', 'inProgress', 'returned', 'reopened'],
    addBlocker: ['open', 'inProgress', 'returned', 'reopened'],
  };
  const commands: readonly ItemCommand[] = [
    { kind: 'open', id: 'i' },
    { kind: 'start', id: 'i' },
    { kind: 'setProgress', id: 'i', percent: 50 },
    { kind: 'submit', id: 'i' },
    { kind: 'beginVerification', id: 'i', verifier: '赵敏', afterFrom: day('2026-05-21') },
    { kind: 'close', id: 'i', proposed: 'effective', verdict: 'effective', note: '达标', effectData: '{}' },
    { kind: 'sendBack', id: 'i', proposed: 'noChange', note: '未达', effectData: '{}' },
    { kind: 'hold', id: 'i', reason: '等系统', approver: '行长' },
    { kind: 'resume', id: 'i' },
    { kind: 'cancel', id: 'i', reason: '不再需要', approver: '行长' },
    { kind: 'reopen', id: 'i', reason: '再次超限' },
    { kind: 'extend', id: 'i', due: day('2026-06-30'), approver: '行长', reason: '采购延迟' },
    { kind: 'addBlocker', id: 'i', text: '系统排期' },
  ];
  const cases = commands.flatMap((command) => itemStatuses.map((status) => [command.kind, status, command] as const));

  it.each(cases)('lets %s begin in the right statuses only: %s', (kind, status, command) => {
    const code = refusal(itemIn(status), command, later);
    if (allowed[kind].includes(status)) expect(code).not.toBe('item-wrong-status');
    else expect(code).toBe('item-wrong-status');
  });

  it('leads from a draft to the closing, and back within the watch', () => {
    expect(only(itemIn('closed'))).toMatchObject({
      verdict: 'effective',
      watchUntil: day('2026-04-25') + 90,
      originalDue: day('2026-04-01'),
      progress: 100,
    });
    expect(only(itemIn('reopened'))).toMatchObject({ verdict: null, closedAt: null, reopenedCount: 1, verifier: null });
    for (const status of itemStatuses) expect(itemBreachesOf(only(itemIn(status)))).toEqual([]);
  });

  it('goes on after a hold where it was', () => {
    expect(only(run(itemIn('onHold'), [[{ kind: 'resume', id: 'i' }, later]]).state).status).toBe('inProgress');
  });
});

describe('the guard of opening', () => {
  const openWith = (changes: Partial<typeof details>): string | null => {
    const { state } = run(emptyItems, [[{ kind: 'create', id: 'i', details: { ...details, ...changes } }, later]]);
    return refusal(state, { kind: 'open', id: 'i' }, later);
  };

  it.each([
    [{ owner: null }, 'item-field-missing'],
    [{ due: null }, 'item-field-missing'],
    [{ rootCause: null }, 'item-cause-missing'],
    [{ metric: null }, 'item-plan-missing'],
    [{ test: null }, 'item-plan-missing'],
    [{ direction: null }, 'item-plan-missing'],
    [{ baselineValue: null }, 'item-plan-missing'],
    [{ target: null }, 'item-plan-missing'],
    [{ neededN: null }, 'item-plan-missing'],
    [{ target: 75 }, 'item-target-side'],
    [{ direction: 'lower' as const }, 'item-target-side'],
    [{ rootCause: null, decisionRef: '例会 3 号决议' }, null],
    [{}, null],
  ])('refuses %o', (changes, code) => {
    expect(openWith(changes)).toBe(code);
  });

  it.each(planFields)('locks %s from then on', (field) => {
    const value = field === 'direction' ? 'lower' : field === 'test' ? 'rate' : field === 'metric' ? '别的' : 1;
    expect(refusal(itemIn('open'), { kind: 'edit', id: 'i', details: { [field]: value } }, later)).toBe(
      'item-plan-locked',
    );
    const draft = decideItem(itemIn('draft'), { kind: 'edit', id: 'i', details: { [field]: value } }, later);
    expect(draft.ok).toBe(true);
  });

  it('locks the due date too: it moves by extension, and the first one stays', () => {
    expect(refusal(itemIn('open'), { kind: 'edit', id: 'i', details: { due: day('2026-06-01') } }, later)).toBe(
      'item-due-locked',
    );
    const { state } = run(itemIn('open'), [
      [{ kind: 'extend', id: 'i', due: day('2026-05-01'), approver: '行长', reason: '采购' }, by('王芳', '2026-03-28')],
    ]);
    expect(only(state)).toMatchObject({ due: day('2026-05-01'), originalDue: day('2026-04-01') });
    expect(
      refusal(state, { kind: 'extend', id: 'i', due: day('2026-05-01'), approver: '行长', reason: '再延' }, later),
    ).toBe('item-extension-not-later');
    expect(
      refusal(state, { kind: 'extend', id: 'i', due: day('2026-06-01'), approver: ' ', reason: '再延' }, later),
    ).toBe('item-approver-missing');
  });
});

describe('the other guards', () => {
  it('want a title, words of the lists, and dates in order', () => {
    const create = (changes: object): string | null =>
      refusal(emptyItems, { kind: 'create', id: 'i', details: { ...details, ...changes } }, later);
    expect(create({ title: ' ' })).toBe('item-title-missing');
    expect(create({ test: 'feeling' })).toBe('item-value-invalid');
    expect(create({ status: 'closed' })).toBe('item-value-invalid');
    expect(create({ cost: -1 })).toBe('item-value-invalid');
    expect(create({ due: day('2026-01-01') })).toBe('item-dates-reversed');
    expect(refusal(itemIn('draft'), { kind: 'create', id: 'i', details }, later)).toBe('item-exists');
  });

  it('want every milestone done and evidence before the submission', () => {
    const { state, codes } = run(itemIn('inProgress'), [
      [{ kind: 'submit', id: 'i' }, by('王芳', '2026-03-10')],
      [{ kind: 'addMilestone', id: 'i', title: '排班试行', due: null }, by('王芳', '2026-03-10')],
      [{ kind: 'addEvidence', id: 'i', evidence }, by('王芳', '2026-03-11')],
      [{ kind: 'submit', id: 'i' }, by('王芳', '2026-03-12')],
    ]);
    expect(codes).toEqual(['item-evidence-missing', null, null, 'item-milestones-open']);
    const { id } = only(state).milestone[0];
    const done = run(state, [
      [{ kind: 'setMilestone', id: 'i', milestone: id, done: true }, by('王芳', '2026-03-13')],
      [{ kind: 'submit', id: 'i' }, by('王芳', '2026-03-13')],
    ]);
    expect(done.codes).toEqual([null, null]);
  });

  it.each([
    [{ ...evidence, digest: 'abc' }],
    [{ ...evidence, name: ' ' }],
    [{ ...evidence, kind: 'writtenRecheck' as const, digest: '', note: ' ' }],
  ])('take no empty evidence', (bad) => {
    expect(refusal(itemIn('inProgress'), { kind: 'addEvidence', id: 'i', evidence: bad }, later)).toBe(
      'item-evidence-empty',
    );
  });

  it('take a written re-check as evidence', () => {
    const written = { kind: 'writtenRecheck' as const, name: '', digest: '', bytes: 0, note: '科技部书面回复已修复' };
    expect(refusal(itemIn('inProgress'), { kind: 'addEvidence', id: 'i', evidence: written }, later)).toBeNull();
  });

  it('want new evidence after a return', () => {
    const state = itemIn('returned');
    expect(refusal(state, { kind: 'submit', id: 'i' }, later)).toBe('item-evidence-missing');
    const again = run(state, [[{ kind: 'addEvidence', id: 'i', evidence }, later]]).state;
    expect(refusal(again, { kind: 'submit', id: 'i' }, later)).toBeNull();
  });

  it('want a verifier who is not the owner', () => {
    const begin = (verifier: string, from: string): ItemCommand => ({
      kind: 'beginVerification',
      id: 'i',
      verifier,
      afterFrom: day(from),
    });
    expect(refusal(itemIn('submitted'), begin('', '2026-03-21'), later)).toBe('item-verifier-missing');
    expect(refusal(itemIn('submitted'), begin(' 王芳', '2026-03-21'), later)).toBe('item-verifier-is-owner');
    expect(refusal(itemIn('submitted'), begin('赵敏', '2026-03-01'), later)).toBe('item-after-too-early');
    expect(refusal(itemIn('verifying'), { kind: 'edit', id: 'i', details: { owner: '赵敏' } }, later)).toBe(
      'item-verifier-is-owner',
    );
  });

  it.each([
    ['noChange', 'effective'],
    ['worse', 'partial'],
    ['insufficient', 'effective'],
    ['partial', 'effective'],
    ['effective', 'noChange'],
  ] as const)('let nobody close on %s as %s', (proposed, verdict) => {
    const close: ItemCommand = { kind: 'close', id: 'i', proposed, verdict, note: '达标', effectData: '{}' };
    expect(refusal(itemIn('verifying'), close, later)).toBe('item-verdict-not-good');
  });

  it('let only the verifier close, with a note and with data', () => {
    const close = {
      kind: 'close',
      id: 'i',
      proposed: 'effective',
      verdict: 'effective',
      note: '达标',
      effectData: '{}',
    } as const;
    expect(refusal(itemIn('verifying'), close, by('王芳', '2026-05-01'))).toBe('item-not-the-verifier');
    expect(refusal(itemIn('verifying'), { ...close, note: ' ' }, later)).toBe('item-note-missing');
    expect(refusal(itemIn('verifying'), { ...close, effectData: '' }, later)).toBe('item-verdict-missing');
    expect(refusal(itemIn('verifying'), { ...close, verdict: 'partial' }, later)).toBeNull();
  });

  it('want a reason and an approver for a hold and a cancellation', () => {
    expect(refusal(itemIn('open'), { kind: 'hold', id: 'i', reason: '', approver: '行长' }, later)).toBe(
      'item-reason-missing',
    );
    expect(refusal(itemIn('open'), { kind: 'cancel', id: 'i', reason: '撤', approver: ' ' }, later)).toBe(
      'item-approver-missing',
    );
  });

  it('reopen within the watch only', () => {
    const reopen: ItemCommand = { kind: 'reopen', id: 'i', reason: '复发' };
    expect(refusal(itemIn('closed'), reopen, by('赵敏', '2026-07-24'))).toBeNull();
    expect(refusal(itemIn('closed'), reopen, by('赵敏', '2026-07-25'))).toBe('item-watch-over');
  });

  it('close the record, except for the benefit that finance confirms', () => {
    expect(refusal(itemIn('closed'), { kind: 'edit', id: 'i', details: { title: '改' } }, later)).toBe('item-closed');
    expect(
      refusal(itemIn('closed'), { kind: 'edit', id: 'i', details: { benefitConfirmed: true, benefit: 9 } }, later),
    ).toBeNull();
  });
});
