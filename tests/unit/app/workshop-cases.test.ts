import { describe, expect, it } from 'vitest';
import { disputedCases, pastedCases } from '../../../src/app/workshop-cases';
import { readEvent } from '../../../src/domain/events/event';

const event = (id: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
  readEvent(id, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, stamp: '' }])));

describe('cases to be judged together', () => {
  it('are those coded against the suggestion, then those not coded', () => {
    const events = [
      event('agreed', { narrative: '排队', primaryLink: 'G2.2.1', suggested: ['G2.2.1'] }),
      event('open', { narrative: '菜单' }),
      event('disputed', { narrative: '等太久', primaryLink: 'G2.3.7', suggested: ['G2.2.1', 'G2.3.7'] }),
      event('silent', { primaryLink: 'G2.3.7', suggested: ['G2.2.1'] }),
    ];
    expect(disputedCases(events).map(({ event: id, code }) => [id, code])).toEqual([
      ['disputed', 'G2.3.7'],
      ['open', null],
    ]);
  });

  it('are masked line by line, at most ten', () => {
    const [first] = pastedCases('客户手机 13800138000 来电\n');
    expect(first.text).not.toContain('13800138000');
    expect(pastedCases(Array.from({ length: 14 }, (_, i) => `第 ${i} 件`).join('\n'))).toHaveLength(10);
    expect(pastedCases('\n  \n')).toEqual([]);
  });
});
