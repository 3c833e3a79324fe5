import { describe, expect, it } from 'vitest';
import { ledgerFigures } from '../../../../src/domain/events/figures';
import { importEvents, type ImportOptions, type ImportRow } from '../../../../src/domain/events/import-events';
import { breachesOf } from '../../../../src/domain/events/invariants';
import { applyToEvents } from '../../../../src/domain/events/commands';
import { emptyState, noon } from './support';

const doing = { now: noon('2026-06-01'), by: '李强' };
const options: ImportOptions = {
  fileName: '台账.xlsx',
  words: {
    source: { 热线: 'hotline', 监管: 'regulator' },
    channel: { 柜面: 'counter' },
    business: { 借记卡: 'debitCard' },
    status: {
      已归档: 'archived',
      处理中: 'handling',
      待回访: 'callBack',
      撤诉: 'withdrawn',
      已合并: 'merged',
      重开: 'reopened',
    },
    link: { 排队时间长: 'G2.2.1', 资金被盗: 'G3.5.2', 旧类: 'G9.9.9' },
  },
  outlets: new Set(),
  knownOutletsOnly: false,
};
const base = {
  sourceNumber: 'T1',
  receivedAt: noon('2026-03-02'),
  source: '热线',
  outlet: 'A01',
  narrative: '上午九点取号，前面三十多人，排队等了两个多小时才办上。',
  channel: '柜面',
  business: '借记卡',
  owner: '王芳',
  link: '排队时间长',
};
const closed = {
  ...base,
  status: '已归档',
  verification: '属实',
  replyAt: noon('2026-03-10'),
  replyText: '已致歉',
  callBackScore: 4,
  customerAgrees: true,
  closedAt: noon('2026-03-12'),
};
const row = (values: ImportRow['values'], at = 2): ImportRow => ({ row: at, key: `k${at}`, id: `e${at}`, values });
const take = (values: ImportRow['values'], more: Partial<ImportOptions> = {}): ReturnType<typeof importEvents> =>
  importEvents(emptyState, [row(values)], { ...options, ...more }, doing);

describe('taking in a ledger', () => {
  it('takes the key of the customer, where there is one', () => {
    const keyed = { ...row(closed), customerKey: 'abcdefgh-key' };
    expect(importEvents(emptyState, [keyed], options, doing).events[0].customerKey).toBe('abcdefgh-key');
    expect(take(closed).events[0].customerKey).toBeNull();
  });

  it('leads a closed case to the archive at the moments of the file', () => {
    const { events, remarks, leftOut } = take(closed);
    expect([remarks, leftOut]).toEqual([[], []]);
    expect(events[0]).toMatchObject({
      status: 'archived',
      number: 'A01-2026-0001',
      sourceNumber: 'T1',
      importKey: 'k2',
      primaryLink: 'G2.2.1',
      severity: 3,
      owner: '王芳',
      replyAt: noon('2026-03-10'),
      callBackScore: 4,
      closedAt: noon('2026-03-12'),
      createdAt: doing.now,
      createdBy: '李强',
      respondedAt: null,
    });
    expect(events[0].title).toBe(base.narrative.slice(0, 24));
    expect(events[0].log.at(-1)).toMatchObject({ action: 'import', after: '台账.xlsx', note: '2' });
    expect(breachesOf(events[0], emptyState.rules)).toEqual([]);
    const figures = ledgerFigures(events, emptyState, doing.now);
    expect(figures.onTime).toMatchObject({ cases: 1, of: 1 });
  });

  it.each([
    ['no facts', { verification: '' }, 'verifying', 'event-verification-missing'],
    ['no link', { link: '旧类' }, 'verifying', 'event-not-coded'],
    ['no reply', { replyAt: null }, 'handling', 'event-reply-outside'],
    ['no call-back', { callBackScore: null }, 'callBack', 'event-call-back-missing'],
    ['an objection', { customerAgrees: false }, 'callBack', 'event-objection-open'],
    ['no closing date', { closedAt: null }, 'callBack', 'ledger-no-close-date'],
    ['a closing before the reply', { closedAt: noon('2026-03-05') }, 'callBack', 'ledger-closed-before-reply'],
  ])('stops where a guard stops it, and says why: %s', (_, change, status, code) => {
    const { events, remarks } = take({ ...closed, ...change });
    expect(events[0].status).toBe(status);
    expect(breachesOf(events[0], emptyState.rules)).toEqual([]);
    const held = remarks.find((one) => one.code === 'ledgerStatusHeld');
    expect(held?.params.why).toMatchObject({ key: `failure.${code}` });
  });

  it('takes a reason for missing call-backs instead', () => {
    const { events } = take({ ...closed, callBackScore: null, callBackWaived: '原系统无回访记录' });
    expect(events[0]).toMatchObject({ status: 'archived', callBackWaived: '原系统无回访记录' });
  });

  it('leaves rows out with the reason, and counts every row once', () => {
    const rows = [
      row(base, 2),
      row({ ...base, sourceNumber: 'T2', source: '小道消息' }, 3),
      row({ ...base, sourceNumber: 'T3', owner: null }, 4),
      row({ ...base, sourceNumber: 'T4', receivedAt: null }, 5),
      row({ ...base, sourceNumber: 'T5', status: '已合并' }, 6),
      row({ ...base, sourceNumber: 'T1' }, 7),
      row({ ...base, sourceNumber: 'T6', receivedAt: noon('2026-07-01') }, 8),
    ];
    const { events, leftOut, known } = importEvents(emptyState, rows, options, doing);
    expect(leftOut.map(({ row: at, failure }) => [at, failure.code])).toEqual([
      [3, 'ledger-word-unknown'],
      [4, 'event-field-missing'],
      [5, 'event-field-missing'],
      [6, 'ledger-row-merged'],
      [7, 'ledger-number-twice'],
      [8, 'event-received-later'],
    ]);
    expect(events.length + leftOut.length + known.length).toBe(rows.length);
  });

  it('knows rows that it took in before, by their number or as a whole', () => {
    const first = importEvents(emptyState, [row(base, 2), row({ ...base, sourceNumber: null }, 3)], options, doing);
    const state = { ...emptyState, events: applyToEvents(emptyState.events, first.changes) };
    const again = importEvents(
      state,
      [
        { ...row(base, 9), id: 'x' },
        { ...row({ ...base, sourceNumber: null }, 3), id: 'y' },
        { ...row({ ...base, sourceNumber: 'T9' }, 4), id: 'z' },
      ],
      options,
      doing,
    );
    expect(again.known).toEqual([9, 3]);
    expect(again.events.map(({ number }) => number)).toEqual(['A01-2026-0003']);
  });

  it('gives an open severe case to the head, and leaves a closed one to whoever handled it', () => {
    expect(take({ ...base, link: '资金被盗' }).events[0].owner).toBe('中心主任');
    expect(take({ ...closed, link: '资金被盗' }).events[0].owner).toBe('王芳');
  });

  it('shows outlets and words that it does not know, and leaves strange outlets out on request', () => {
    const strange = { outlets: new Set(['B02']) };
    expect(take(base, strange).remarks).toMatchObject([
      { code: 'ledgerOutletUnknown', params: { outlet: 'A01' }, row: 2 },
    ]);
    expect(take(base, { ...strange, knownOutletsOnly: true }).leftOut).toMatchObject([
      { failure: { code: 'ledger-outlet-unknown' } },
    ]);
    const { remarks, events } = take({ ...base, status: '在办', severity: 9 });
    expect(remarks.map(({ code }) => code)).toEqual(['ledgerWordUnknown', 'ledgerWordUnknown']);
    expect(events[0]).toMatchObject({ status: 'accepted', severity: 3 });
  });

  it('takes in a withdrawn case with its reason', () => {
    expect(
      take({ ...base, status: '撤诉', statusReason: '客户和解', closedAt: noon('2026-03-05') }).events[0],
    ).toMatchObject({
      status: 'withdrawn',
      closedAt: noon('2026-03-05'),
    });
    expect(take({ ...base, status: '撤诉' }).events[0].status).toBe('accepted');
  });

  it('numbers the events of an outlet one after the other', () => {
    const rows = Array.from({ length: 600 }, (_, i) =>
      row({ ...closed, sourceNumber: `N${i}`, outlet: `A${i % 20}` }, i),
    );
    const { events } = importEvents(emptyState, rows, options, doing);
    expect(new Set(events.map(({ number }) => number)).size).toBe(600);
    expect(events.at(-1)?.number).toBe('A19-2026-0030');
  });
});
