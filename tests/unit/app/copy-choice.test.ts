import { describe, expect, it } from 'vitest';
import { copyName, isCopyDue, toRequest, unknownCodes } from '../../../src/app/copy-choice';
import { defaultTaxonomy } from '../../../src/domain/taxonomy/default-taxonomy';
import type { Json, StoredRecord } from '../../../src/store/types';

const day = 86_400_000;

describe('the reminder of a backup', () => {
  it('comes after 7 days or 200 acts, after 50 where there is none yet, and never without an act', () => {
    const now = 100 * day;
    expect(isCopyDue({ at: now - 6 * day, acts: 199 }, now)).toBe(false);
    expect(isCopyDue({ at: now - 7 * day, acts: 1 }, now)).toBe(true);
    expect(isCopyDue({ at: now, acts: 200 }, now)).toBe(true);
    expect(isCopyDue({ at: null, acts: 49 }, now)).toBe(false);
    expect(isCopyDue({ at: null, acts: 50 }, now)).toBe(true);
    expect(isCopyDue({ at: 0, acts: 0 }, now)).toBe(false);
  });
});

describe('what a person chooses', () => {
  it('is everything for a backup, whatever was chosen for a hand-over', () => {
    const choice = { purpose: 'backup', since: 10, level: 'records', passphrase: '' } as const;
    expect(toRequest(choice, 'T')).toMatchObject({ since: null, rows: true, looksPersonal: null, passphrase: null });
  });

  it('begins at midnight of this computer', () => {
    const choice = { purpose: 'hand-over', since: 20_000, level: 'screened', passphrase: 'x' } as const;
    const request = toRequest(choice, 'T');
    expect(new Date(request.since ?? 0).getHours()).toBe(0);
    expect(request.looksPersonal?.('请回电13800138000')).toBe(true);
    expect(request.looksPersonal?.('排队时间长')).toBe(false);
  });

  it('gives a file a name that sorts by age', () => {
    expect(copyName('城关支行', 'hand-over', Date.UTC(2026, 5, 1, 4, 5))).toBe(
      '城关支行-hand-over-20260601-1205.dmaic',
    );
  });
});

describe('codes', () => {
  const coding = (code: string): StoredRecord => ({
    id: 'd',
    kind: 'coding',
    fields: { 'value:x': { value: code, stamp: '' }, 'row:1': { value: null, stamp: '' } },
  });
  const taxonomies = [{ id: 't', taxonomy: defaultTaxonomy }];

  it('are told when no version of the taxonomy has them', () => {
    expect(unknownCodes([coding('Z9-9')], taxonomies)).toEqual(['Z9-9']);
    expect(unknownCodes([coding(defaultTaxonomy.links[0].code)], taxonomies)).toEqual([]);
  });

  it('are known if the version that a file brings has them, and no others', () => {
    const [link] = defaultTaxonomy.links;
    const own = { ...defaultTaxonomy, version: 'own', links: [{ ...link, code: 'Z9-9' }] };
    const brought: StoredRecord = {
      id: 't2',
      kind: 'taxonomy',
      fields: { taxonomy: { value: JSON.parse(JSON.stringify(own)) as Json, stamp: '' } },
    };
    expect(unknownCodes([coding('Z9-9'), brought], taxonomies)).toEqual([]);
    expect(unknownCodes([coding('Z9-8'), brought], taxonomies)).toEqual(['Z9-8']);
    expect(unknownCodes([coding('Z9-8'), { id: 't', kind: 'taxonomy', fields: {} }], taxonomies)).toEqual(['Z9-8']);
  });
});
