import { describe, expect, it } from 'vitest';
import { duplicatesAcross } from '../../../../src/domain/events/duplicates';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { customerKeyer, newCustomerSecret } from '../../../../src/kernel/customer-key';
import { noon } from './support';

const text = '上午九点取号，前面三十多人，排队等了两个多小时才办上，要求增开窗口。';

/** Events whose ids begin with the copy that registered them. */
function event(id: string, more: Partial<ServiceEvent> = {}): ServiceEvent {
  return {
    ...emptyEvent(id),
    status: 'accepted',
    receivedAt: noon('2026-03-02'),
    outlet: 'A01',
    primaryLink: 'G2.2.1',
    narrative: text,
    ...more,
  };
}

const pairsIn = (...events: readonly ServiceEvent[]): readonly string[] =>
  duplicatesAcross(events, (id) => (id.startsWith('?') ? null : id[0])).map(
    ({ first, second }) => `${first}+${second}`,
  );

describe('duplicatesAcross', () => {
  it('pairs what two copies registered of one day, outlet and link in much the same words, the earlier first', () => {
    const later = event('a1', { receivedAt: noon('2026-03-02') + 3_600_000, narrative: `${text}请回电。` });
    expect(pairsIn(later, event('b1'))).toEqual(['b1+a1']);
  });

  it.each([
    ['another day', { receivedAt: noon('2026-03-03') }],
    ['another outlet', { outlet: 'A02' }],
    ['another link', { primaryLink: 'G2.2.2' }],
    ['another text', { narrative: '自助机吞卡，大堂经理不在，打电话也没有人接，希望尽快处理。' }],
    ['no text', { narrative: null }],
    ['merged already', { status: 'merged' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['no day', { receivedAt: null }],
  ] as const)('leaves out: %s', (_why, more) => {
    expect(pairsIn(event('a1'), event('b1', more))).toEqual([]);
  });

  it('leaves out what one copy registered twice, and what nobody knows who registered', () => {
    expect(pairsIn(event('a1'), event('a2'))).toEqual([]);
    expect(pairsIn(event('a1'), event('?1'))).toEqual([]);
    expect(pairsIn(event('a1'), event('a2'), event('b1'))).toEqual(['a1+b1', 'a2+b1']);
  });

  it('leaves out two customers, unless their keys cannot be compared', () => {
    const [own, other] = [customerKeyer('5ac3'.repeat(16)), customerKeyer(newCustomerSecret())];
    const one = event('a1', { customerKey: own('13800138000') });
    expect(pairsIn(one, event('b1', { customerKey: own('13900139000') }))).toEqual([]);
    expect(pairsIn(one, event('b1', { customerKey: own('13800138000') }))).toHaveLength(1);
    expect(pairsIn(one, event('b1', { customerKey: other('13800138000') }))).toHaveLength(1);
  });
});
