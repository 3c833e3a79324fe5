import { describe, expect, it } from 'vitest';
import { migrateCoding } from '../../../src/app/taxonomy-acts';
import type { Workbench } from '../../../src/app/workbench.svelte';
import type { Taxonomy } from '../../../src/domain/taxonomy';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';
import { ok } from '../../../src/kernel/result';
import type { Change, Json, StoredRecord } from '../../../src/store/types';

function retire(replaced: Readonly<Record<string, string | undefined>>): Taxonomy {
  return {
    ...defaultTaxonomy,
    version: '9.0.0',
    links: defaultTaxonomy.links.map((link) => {
      if (!Object.hasOwn(replaced, link.code)) return link;
      const replacedBy = replaced[link.code];
      return { ...link, retired: true, ...(replacedBy === undefined ? {} : { replacedBy }) };
    }),
  };
}

/** What `migrateCoding` writes, by field. */
async function migrated(
  fields: Readonly<Record<string, Json>>,
  to: Taxonomy,
): Promise<{ open: number; written: ReadonlyMap<string, Json> }> {
  const registers = Object.entries(fields).map(([name, value]) => [name, { value, stamp: '0' }] as const);
  const record: StoredRecord = { id: 'd', kind: 'coding', fields: Object.fromEntries(registers) };
  const written: Change[] = [];
  const workbench = {
    record: (kind: string) => (kind === 'coding' ? record : undefined),
    commit: (changes: readonly Change[]) => {
      written.push(...changes);
      return Promise.resolve(ok(null));
    },
  } as unknown as Workbench;
  const moved = await migrateCoding(workbench, 'd', defaultTaxonomy, to);
  if (!moved.ok) throw new Error(moved.failure.code);
  return { open: moved.value, written: new Map(written.map(({ field, value }) => [field, value])) };
}

describe('migrateCoding', () => {
  it('moves primary and contributing links along the crosswalk', async () => {
    const to = retire({ 'G2.1.1': 'G2.2.1', 'G3.2.1': undefined });
    const { open, written } = await migrated(
      {
        'row:1': 'G2.1.1',
        'row:2': 'G3.2.2',
        'contributing:1': ['G1.1.1', 'G2.1.1'],
        'contributing:2': ['G3.2.1', 'G2.1.1'],
        'contributing:3': ['G1.1.1'],
      },
      to,
    );
    expect(open).toBe(1);
    expect(Object.fromEntries(written)).toEqual({
      taxonomyVersion: '9.0.0',
      'row:1': 'G2.2.1',
      'contributing:1': ['G1.1.1', 'G2.2.1'],
      'contributing:2': ['G2.2.1'],
    });
  });
});
