import { describe, expect, it } from 'vitest';
import { isHeldBack, mappingChanges, readHeldBack, usedValues } from '../../../src/app/held-back';
import type { Json, StoredRecord } from '../../../src/store/types';

function record(kind: StoredRecord['kind'], id: string, values: Readonly<Record<string, Json>>): StoredRecord {
  const fields = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value, stamp: 's' }]));
  return { id, kind, fields };
}

const records = [
  record('event', 'a', { primaryLink: 'Z9', contributing: ['G1.1.1', 'Z9'], outlet: 'X01', title: 'Z9' }),
  record('event', 'b', { primaryLink: null, contributing: [], outlet: 'A01' }),
  record('coding', 'd', { column: 'Z9', 'value:X01': 'Z9', 'row:7': 'G1.1.1' }),
  record('project', 'p', { outlet: 'X01', primaryLink: 'Z9' }),
];

describe('what is held back', () => {
  it('is read from the settings, without codes that have become known and without rubbish', () => {
    const stored = { codes: ['Z9', 'G1.1.1', 7], outlets: ['X01'] };
    expect(readHeldBack(stored, new Set(['G1.1.1']))).toEqual({ codes: ['Z9'], outlets: ['X01'] });
    for (const rubbish of [undefined, null, 'x', 3, [], { codes: 'Z9' }]) {
      expect(readHeldBack(rubbish, new Set())).toEqual({ codes: [], outlets: [] });
    }
  });

  it('is found in events and codings only, each value once', () => {
    const used = usedValues(records);
    expect([...used.codes]).toEqual(['Z9', 'G1.1.1']);
    expect([...used.outlets]).toEqual(['X01', 'A01']);
  });

  it('leaves out events by their main code or their outlet', () => {
    const held = { codes: ['Z9'], outlets: ['X01'] };
    expect(isHeldBack({ primaryLink: 'Z9', outlet: 'A01' }, held)).toBe(true);
    expect(isHeldBack({ primaryLink: null, outlet: 'X01' }, held)).toBe(true);
    expect(isHeldBack({ primaryLink: 'G1.1.1', outlet: null }, held)).toBe(false);
  });

  it('is mapped wherever it stands, and nowhere else', () => {
    expect(mappingChanges(records, 'codes', 'Z9', 'G2.2.1')).toEqual([
      { kind: 'event', id: 'a', field: 'primaryLink', value: 'G2.2.1' },
      { kind: 'event', id: 'a', field: 'contributing', value: ['G1.1.1', 'G2.2.1'] },
      { kind: 'coding', id: 'd', field: 'value:X01', value: 'G2.2.1' },
    ]);
    expect(mappingChanges(records, 'outlets', 'X01', 'A01')).toEqual([
      { kind: 'event', id: 'a', field: 'outlet', value: 'A01' },
    ]);
  });
});
