import { describe, expect, it } from 'vitest';
import { decisionClock, decisionDue, responseClock } from '../../../../src/domain/events/clocks';
import { breachesOf } from '../../../../src/domain/events/invariants';
import type { EventCommand } from '../../../../src/domain/events/commands';
import { formatIsoDate, formatIsoDateTime, msPerDay, toEpochDay } from '../../../../src/kernel/dates';
import { emptyState, eventIn, intake, noon, only, refusal, run } from './support';

const by = { now: noon('2026-03-05'), by: '李强' };
const statuses = ['accepted', 'verifying', 'handling', 'callBack', 'archived', 'reopened'] as const;

describe('taking an event in', () => {
  it('gives it a number of its outlet and year', () => {
    const { state } = run(emptyState, [
      [{ kind: 'register', id: 'a', details: intake }, by],
      [{ kind: 'register', id: 'b', details: intake }, by],
      [{ kind: 'register', id: 'c', details: { ...intake, outlet: 'B02' } }, by],
    ]);
    expect([...state.events.values()].map(({ number }) => number)).toEqual([
      'A01-2026-0001',
      'A01-2026-0002',
      'B02-2026-0001',
    ]);
  });

  it.each(['receivedAt', 'source', 'outlet', 'title', 'narrative', 'channel', 'business', 'owner'] as const)(
    'requires %s',
    (field) => {
      const details = { ...intake, [field]: field === 'receivedAt' ? null : ' ' };
      expect(refusal(emptyState, { kind: 'register', id: 'e', details }, by)).toBe('event-field-missing');
    },
  );

  it.each([
    [{ receivedAt: noon('2026-03-06') }, 'event-received-later'],
    [{ source: 'rumour' as never }, 'event-value-invalid'],
    [{ amount: -1 }, 'event-value-invalid'],
    [{ severity: 6 }, 'event-value-invalid'],
    [{ complainedAbout: '王 芳' }, 'event-owner-complained-about'],
  ])('refuses %o', (details, code) => {
    expect(refusal(emptyState, { kind: 'register', id: 'e', details: { ...intake, ...details } }, by)).toBe(code);
  });

  it('refuses an id that is taken', () => {
    expect(refusal(eventIn('accepted'), { kind: 'register', id: 'e', details: intake }, by)).toBe('event-exists');
  });

  it.each<[string, Pick<Extract<EventCommand, { kind: 'register' }>, 'coding'> & { details?: object }]>([
    ['given by the person', { details: { severity: 5 } }],
    ['given with the link', { coding: { primary: 'G2.2.1', severity: 5 } }],
    ['that of the link alone', { coding: { primary: 'G3.5.2' } }],
    ['given by the person, on a link of less', { details: { severity: 5 }, coding: { primary: 'G2.2.1' } }],
  ])('gives an event of severity 5 (%s) to the head of the centre and notes the hand-off', (_, { details, coding }) => {
    const command: EventCommand = { kind: 'register', id: 'e', details: { ...intake, ...details } };
    const { state } = run(emptyState, [[coding ? { ...command, coding } : command, by]]);
    expect(only(state)).toMatchObject({
      owner: '中心主任',
      severity: 5,
      handOff: [{ from: '王芳', to: '中心主任' }],
    });
  });

  it('hands an open event on when its coding makes it severe, once, and says so', () => {
    const coded: EventCommand = { kind: 'code', id: 'e', coding: { primary: 'G3.5.2' } };
    const { state } = run(eventIn('accepted'), [[coded, by]]);
    expect(only(state)).toMatchObject({ owner: '中心主任', severity: 5, handOff: [{ from: '王芳', to: '中心主任' }] });
    expect(only(state).log.filter(({ action }) => action === 'handOff')).toMatchObject([
      { field: 'owner', before: '王芳', after: '中心主任' },
    ]);
    const passedOn = run(state, [
      [{ kind: 'handOff', id: 'e', to: '李强', reason: '专人办理' }, by],
      [{ kind: 'code', id: 'e', coding: { primary: 'G3.5.2', cause: '99' } }, by],
    ]);
    expect(passedOn.codes).toEqual([null, null]);
    expect(only(passedOn.state).owner).toBe('李强');
  });

  it('never hands a severe event to the person complained about, nor one that is over to anybody', () => {
    const about = { ...intake, complainedAbout: '中心主任' };
    const { state, codes } = run(emptyState, [
      [{ kind: 'register', id: 'e', details: about, coding: { primary: 'G3.5.2' } }, by],
    ]);
    expect(codes).toEqual([null]);
    expect(only(state)).toMatchObject({ owner: '王芳', severity: 5, handOff: [] });
    const archived = run(eventIn('archived'), [
      [
        { kind: 'code', id: 'e', coding: { primary: 'G3.5.2' } },
        { now: noon('2026-03-15'), by: '李强' },
      ],
    ]);
    expect(only(archived.state)).toMatchObject({ owner: '王芳', severity: 5 });
  });
});

describe('the status flow', () => {
  const allowed: Record<string, readonly string[]> = {
    accept: ['accepted', 'reopened'],
    recordFacts: ['verifying'],
    reply: ['handling'],
    callBack: ['callBack'],
    waiveCallBack: ['callBack'],
    archive: ['callBack'],
    reopen: ['callBack', 'archived'],
    withdraw: ['accepted', 'verifying', 'handling', 'callBack', 'reopened'],
    merge: ['accepted', 'verifying', 'handling', 'callBack', 'reopened'],
    handOff: ['accepted', 'verifying', 'handling', 'callBack', 'reopened'],
    markComplex: ['accepted', 'verifying', 'handling', 'reopened'],
    extend: ['accepted', 'verifying', 'handling', 'reopened'],
    respond: ['accepted', 'verifying', 'handling', 'callBack', 'reopened'],
  };
  const commands: readonly EventCommand[] = [
    { kind: 'accept', id: 'e' },
    { kind: 'recordFacts', id: 'e', verification: '属实' },
    { kind: 'reply', id: 'e', at: noon('2026-03-21'), text: '答复', method: 'phone' },
    { kind: 'callBack', id: 'e', outcome: 'unreached' },
    { kind: 'waiveCallBack', id: 'e', reason: '客户拒绝回访' },
    { kind: 'archive', id: 'e' },
    { kind: 'reopen', id: 'e', why: 'objection', reason: '不认可' },
    { kind: 'withdraw', id: 'e', reason: '客户撤回' },
    { kind: 'merge', id: 'e', into: 'x', reason: '重复' },
    { kind: 'handOff', id: 'e', to: '赵敏', reason: '属信用卡中心' },
    { kind: 'markComplex', id: 'e', reason: '涉及多部门' },
    { kind: 'extend', id: 'e', approver: '分管行长', noticeDay: 1, reason: '待鉴定' },
    { kind: 'respond', id: 'e' },
  ];
  const cases = commands.flatMap((command) => statuses.map((status) => [command.kind, status, command] as const));

  it.each(cases)('lets %s begin in the right statuses only: %s', (kind, status, command) => {
    const code = refusal(eventIn(status), command, { now: noon('2026-03-21'), by: '李强' });
    if (allowed[kind].includes(status)) expect(code).not.toBe('event-wrong-status');
    else expect(code).toBe('event-wrong-status');
  });

  it('knows no event that is not there', () => {
    expect(refusal(emptyState, { kind: 'accept', id: 'e' }, by)).toBe('event-unknown');
  });

  it('leads from receipt to the archive', () => {
    const state = eventIn('archived');
    expect(only(state)).toMatchObject({
      status: 'archived',
      resolvedFirstTime: true,
      cause: 'C01',
      effect: 'experienced',
    });
    expect(formatIsoDate(only(state).retainUntil ?? 0)).toBe('2029-03-12');
    expect(only(state).log.map(({ action }) => action)).toEqual([
      'register',
      'code',
      'accept',
      'recordFacts',
      'reply',
      'callBack',
      'archive',
    ]);
    expect(breachesOf(only(state), state.rules)).toEqual([]);
  });
});

describe('the guards', () => {
  it('keep a person from handling a complaint about themselves', () => {
    const state = eventIn('accepted', { complainedAbout: '赵敏' });
    expect(refusal(state, { kind: 'handOff', id: 'e', to: '赵敏', reason: '转办' }, by)).toBe(
      'event-owner-complained-about',
    );
    const later = run(eventIn('accepted'), [[{ kind: 'edit', id: 'e', details: { complainedAbout: '王芳' } }, by]]);
    expect(later.codes).toEqual(['event-owner-complained-about']);
  });

  it('want facts and a link before the handling', () => {
    const { state } = run(emptyState, [
      [{ kind: 'register', id: 'e', details: intake }, by],
      [{ kind: 'accept', id: 'e' }, by],
    ]);
    expect(refusal(state, { kind: 'recordFacts', id: 'e', verification: ' ' }, by)).toBe('event-verification-missing');
    expect(refusal(state, { kind: 'recordFacts', id: 'e', verification: '属实' }, by)).toBe('event-not-coded');
  });

  it.each([
    [{ primary: 'G9.9.9' }, 'event-code-unknown'],
    [{ primary: 'G2.2.1', contributing: ['G1.1.1', 'G1.1.2', 'G1.1.3'] }, 'event-codes-too-many'],
    [{ primary: 'G2.2.1', contributing: ['G2.2.1'] }, 'event-code-twice'],
    [{ primary: 'G2.2.1', severity: 0 }, 'event-value-invalid'],
  ])('refuse the coding %o', (coding, code) => {
    expect(refusal(eventIn('accepted'), { kind: 'code', id: 'e', coding }, by)).toBe(code);
  });

  it('want a reply between receipt and now', () => {
    const state = eventIn('handling');
    const reply = (at: string, text = '已退费'): EventCommand => ({
      kind: 'reply',
      id: 'e',
      at: noon(at),
      text,
      method: 'phone',
    });
    expect(refusal(state, reply('2026-03-01'), by)).toBe('event-reply-outside');
    expect(refusal(state, reply('2026-03-06'), by)).toBe('event-reply-outside');
    expect(refusal(state, reply('2026-03-05', ' '), by)).toBe('event-reply-missing');
    expect(refusal(state, reply('2026-03-05'), by)).toBeNull();
  });

  it('let a case be archived after three calls that nobody answered, not after two', () => {
    const call: EventCommand = { kind: 'callBack', id: 'e', outcome: 'unreached' };
    const at = (hour: number): typeof by => ({ now: noon('2026-03-11') + hour * 3_600_000, by: '李强' });
    const steps = [0, 1, 2].map((hour) => [call, at(hour)] as const);
    expect(refusal(run(eventIn('callBack'), steps.slice(0, 2)).state, { kind: 'archive', id: 'e' }, at(3))).toBe(
      'event-call-back-missing',
    );
    expect(refusal(run(eventIn('callBack'), steps).state, { kind: 'archive', id: 'e' }, at(3))).toBeNull();
  });

  it('keep a case open while the customer objects', () => {
    const { state } = run(eventIn('callBack'), [
      [
        { kind: 'callBack', id: 'e', outcome: 'reached', score: 1, agrees: false },
        { now: noon('2026-03-11'), by: '李强' },
      ],
    ]);
    expect(refusal(state, { kind: 'archive', id: 'e' }, { now: noon('2026-03-12'), by: '李强' })).toBe(
      'event-objection-open',
    );
  });

  it.each([undefined, 0, 6, 2.5])('want a score of 1 to 5, not %s', (score) => {
    const command: EventCommand = {
      kind: 'callBack',
      id: 'e',
      outcome: 'reached',
      agrees: true,
      ...(score === undefined ? {} : { score }),
    };
    expect(refusal(eventIn('callBack'), command, { now: noon('2026-03-11'), by: '李强' })).toBe('event-score-missing');
  });

  it('take a review within 30 days after the reply only', () => {
    const review: EventCommand = { kind: 'reopen', id: 'e', why: 'review', reason: '申请复核' };
    expect(refusal(eventIn('archived'), review, { now: noon('2026-04-09'), by: '李强' })).toBeNull();
    expect(refusal(eventIn('archived'), review, { now: noon('2026-04-10'), by: '李强' })).toBe('event-review-late');
    expect(
      refusal(eventIn('archived'), { ...review, why: 'recurrence' }, { now: noon('2026-06-01'), by: '李强' }),
    ).toBeNull();
  });

  it('want a reason wherever a case leaves its way', () => {
    expect(refusal(eventIn('accepted'), { kind: 'withdraw', id: 'e', reason: ' ' }, by)).toBe('event-reason-missing');
    expect(refusal(eventIn('accepted'), { kind: 'merge', id: 'e', into: 'x', reason: '' }, by)).toBe(
      'event-reason-missing',
    );
    expect(refusal(eventIn('archived'), { kind: 'reopen', id: 'e', why: 'objection', reason: '' }, by)).toBe(
      'event-reason-missing',
    );
    expect(refusal(eventIn('accepted'), { kind: 'handOff', id: 'e', to: '赵敏', reason: '' }, by)).toBe(
      'event-reason-missing',
    );
  });

  it('merge into another open or archived event, and link both', () => {
    const { state, codes } = run(eventIn('accepted'), [
      [{ kind: 'register', id: 'x', details: intake }, by],
      [{ kind: 'merge', id: 'e', into: 'e', reason: '重复' }, by],
      [{ kind: 'merge', id: 'e', into: 'nobody', reason: '重复' }, by],
      [{ kind: 'merge', id: 'e', into: 'x', reason: '重复' }, by],
      [{ kind: 'merge', id: 'x', into: 'e', reason: '重复' }, by],
    ]);
    expect(codes).toEqual([null, 'event-merge-self', 'event-merge-target', null, 'event-merge-target']);
    expect(only(state)).toMatchObject({ status: 'merged', mergedInto: 'x' });
    expect(only(state, 'x').linkedEvents).toEqual(['e']);
  });

  it('close the archive to edits, except for what a case teaches', () => {
    const state = eventIn('archived');
    expect(refusal(state, { kind: 'edit', id: 'e', details: { title: '改' } }, by)).toBe('event-closed');
    expect(refusal(state, { kind: 'edit', id: 'e', details: { isCase: true, lesson: '高峰加窗' } }, by)).toBeNull();
  });

  it('note every corrected field with its old and new value', () => {
    const { state } = run(eventIn('accepted'), [
      [{ kind: 'edit', id: 'e', details: { title: '等候过长', outlet: 'A02' } }, by],
    ]);
    expect(only(state).log.filter(({ action }) => action === 'edit')).toMatchObject([
      { field: 'title', before: '排队时间长', after: '等候过长', by: '李强' },
      { field: 'outlet', before: 'A01', after: 'A02' },
    ]);
  });
});

describe('the clocks', () => {
  const due = (state: ReturnType<typeof eventIn>): string => formatIsoDateTime(decisionDue(only(state), state) ?? 0);
  const complex: EventCommand = { kind: 'markComplex', id: 'e', reason: '涉及多部门' };
  const extend: EventCommand = {
    kind: 'extend',
    id: 'e',
    approver: '分管行长',
    noticeDay: toEpochDay(2026, 3, 20),
    reason: '待鉴定',
  };
  const at = (date: string): typeof by => ({ now: noon(date), by: '李强' });

  it('give 15 natural days, 30 to a complex case, and 30 more with approval', () => {
    const state = eventIn('handling');
    expect(due(state)).toBe('2026-03-17 23:59:59');
    const second = run(state, [[complex, at('2026-03-10')]]).state;
    expect(due(second)).toBe('2026-04-01 23:59:59');
    const third = run(second, [[extend, at('2026-03-20')]]).state;
    expect(due(third)).toBe('2026-05-01 23:59:59');
    expect(only(third).extension.map(({ kind, approver }) => [kind, approver])).toEqual([
      ['complex', null],
      ['extension', '分管行长'],
    ]);
  });

  it('give more time only in order, in time, with approval and notice', () => {
    const state = eventIn('handling');
    expect(refusal(state, extend, at('2026-03-10'))).toBe('event-not-complex');
    expect(refusal(state, complex, at('2026-03-18'))).toBe('event-extension-late');
    const second = run(state, [[complex, at('2026-03-10')]]).state;
    expect(refusal(second, complex, at('2026-03-11'))).toBe('event-already-complex');
    expect(refusal(second, { ...extend, approver: ' ' }, at('2026-03-20'))).toBe('event-approver-missing');
    expect(refusal(second, { ...extend, approver: '王芳' }, at('2026-03-20'))).toBe('event-approver-is-owner');
    expect(refusal(second, { ...extend, noticeDay: null }, at('2026-03-20'))).toBe('event-notice-missing');
    expect(refusal(second, extend, at('2026-04-02'))).toBe('event-extension-late');
    const third = run(second, [[extend, at('2026-03-20')]]).state;
    expect(refusal(third, extend, at('2026-03-21'))).toBe('event-already-extended');
  });

  it('know regimes without complex cases or extensions', () => {
    const rules = { ...emptyState.rules, complexDecision: null, extension: null };
    expect(refusal({ ...eventIn('handling'), rules }, complex, at('2026-03-10'))).toBe('event-no-complex-limit');
    expect(refusal({ ...eventIn('handling'), rules }, extend, at('2026-03-10'))).toBe('event-no-extension');
  });

  it('stop in the archive and go on after a reopening', () => {
    const state = eventIn('reopened');
    // Archived from 12 to 20 March: eight days that do not count.
    expect(only(state).pausedMs).toBe(8 * msPerDay);
    expect(due(state)).toBe('2026-03-25 23:59:59');
    expect(only(state)).toMatchObject({
      reopenedCount: 1,
      replyAt: null,
      firstReplyAt: noon('2026-03-10'),
      closedAt: null,
    });
  });

  it('want a first response within 24 hours, of severe cases within 4', () => {
    const state = eventIn('accepted');
    const mild = responseClock(only(state), state, noon('2026-03-02'));
    expect(formatIsoDateTime(mild?.dueAt ?? 0)).toBe('2026-03-03 12:00:00');
    const severe = eventIn('accepted', { severity: 4 });
    const coded = run(severe, [[{ kind: 'code', id: 'e', coding: { primary: 'G3.2.2' } }, by]]).state;
    expect(responseClock(only(coded), coded, noon('2026-03-03'))).toMatchObject({ state: 'overdue' });
  });

  it('are kept by a reply in time and late after it', () => {
    const state = eventIn('callBack');
    expect(decisionClock(only(state), state, noon('2026-05-01'))?.state).toBe('kept');
    const open = eventIn('handling');
    expect(decisionClock(only(open), open, noon('2026-03-17'))?.state).toBe('running');
    expect(decisionClock(only(open), open, noon('2026-03-18'))?.state).toBe('overdue');
  });
});
