import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../../src/domain/process-map/compare';
import { mapOf } from './support';

describe('compareMaps', () => {
  it('X01 names what was added, removed and changed, whatever the ids are', () => {
    const ids = ['__proto__', 'constructor', 'toString', 's1'];
    const steps = (name: string): Record<string, { name: string }> =>
      Object.fromEntries(ids.map((id) => [id, { name }]));
    const today = { map: mapOf({ ...steps('a'), old: {} }, []), totals: null };
    const future = { map: mapOf({ ...steps('b'), new: {} }, []), totals: null };
    const { added, removed, changed } = compareMaps(today, future);
    expect([added, removed]).toEqual([['new'], ['old']]);
    expect(Object.entries(changed).sort()).toEqual(ids.map((id) => [id, ['name']]).sort());
  });
});
