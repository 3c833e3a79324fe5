import { describe, expect, it } from 'vitest';
import { LiveRecords } from '../../../src/store/live-records';
import type { RecordKind, StoredRecord } from '../../../src/store/types';

function record(kind: RecordKind, id: string, stamp: string, lost: readonly string[] = []): StoredRecord {
  const name = { value: `${kind} ${id}`, stamp };
  const base = { kind, id, fields: { name } };
  return lost.length === 0 ? base : { ...base, lost: { name: lost.map((old) => ({ value: old, stamp: old })) } };
}

function watch(kinds: readonly RecordKind[]): { live: LiveRecords; shown: (readonly StoredRecord[])[] } {
  const shown: (readonly StoredRecord[])[] = [];
  return { live: new LiveRecords(kinds, (records) => shown.push(records)), shown };
}

const a = record('coding', 'a', '1');
const b = record('dataset', 'b', '2');
const d = record('dataset', 'd', '3');

describe('LiveRecords', () => {
  it('puts what was written where reading would find it, and does not show it twice', () => {
    const { live, shown } = watch(['coding', 'dataset']);
    live.receive([a, b, d]);
    const c = record('dataset', 'c', '4');
    const newer = record('coding', 'a', '5');
    live.take([c, newer]);
    expect(shown.at(-1)).toEqual([newer, b, c, d]);
    live.receive(structuredClone([newer, b, c, d]));
    expect(shown).toHaveLength(2);
  });

  it('shows what another tab or a merge changed: a stamp, a value that lost, a record more or less', () => {
    const { live, shown } = watch(['dataset']);
    const steps = [[b, d], [record('dataset', 'b', '9'), d], [record('dataset', 'b', '9', ['old']), d], [d], []];
    for (const records of steps) live.receive(records);
    expect(shown).toEqual(steps);
  });

  it('shows a field that is gone', () => {
    const { live, shown } = watch(['dataset']);
    live.receive([{ ...b, fields: { ...b.fields, old: { value: 1, stamp: '1' } } }]);
    live.receive([b]);
    expect(shown).toHaveLength(2);
  });

  it('waits for the first reading, and leaves other kinds alone', () => {
    const { live, shown } = watch(['dataset']);
    live.take([b]);
    expect(shown).toEqual([]);
    live.receive([d]);
    live.take([a]);
    expect(shown).toEqual([[d]]);
  });
});
