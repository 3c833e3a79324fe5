import { describe, expect, it } from 'vitest';
import { findMergeDuplicates } from '../../../src/app/merge-duplicates';
import type { Json } from '../../../src/store/types';
import { exportFrom, mergeInto, openComputer, read, succeed, type Computer } from '../store/support/bundles';
import { change } from '../store/support/open';

const values: Readonly<Record<string, Json>> = {
  status: 'accepted',
  receivedAt: Date.UTC(2026, 2, 2, 9),
  outlet: 'A01',
  primaryLink: 'G2.2.1',
  narrative: '上午九点取号，前面三十多人，排队等了两个多小时才办上。',
};

async function register({ store }: Computer, id: string): Promise<void> {
  const changes = Object.entries(values).map(([field, value]) => change('event', id, field, value));
  succeed(await store.commit(changes, { code: 'event' }));
}

describe('duplicates after a merge', () => {
  it('are events that two computers registered, whoever edited them since', async () => {
    const [a, b] = [await openComputer({ replica: 'aaa' }), await openComputer({ replica: 'bbb' })];
    await register(a, 'one');
    await register(b, 'two');
    await register(b, 'three');
    expect(succeed(await findMergeDuplicates(b.store))).toEqual([]);
    await mergeInto(a, [await read((await exportFrom(b)).bytes)]);
    succeed(await a.store.commit([change('event', 'two', 'title', 'edited here')], { code: 'event' }));
    const found = succeed(await findMergeDuplicates(a.store));
    const pairs = found.map(({ first, second }) => [first, second].sort());
    expect(pairs.sort()).toEqual([
      ['one', 'three'],
      ['one', 'two'],
    ]);
  });
});
