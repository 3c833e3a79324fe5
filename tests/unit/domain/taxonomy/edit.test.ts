import { describe, expect, it } from 'vitest';
import type { Taxonomy } from '../../../../src/domain/taxonomy';
import {
  applyCrosswalk,
  decideCrosswalk,
  deriveCrosswalk,
  openEntries,
} from '../../../../src/domain/taxonomy/crosswalk';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { editTaxonomy, type TaxonomyEdit } from '../../../../src/domain/taxonomy/edit';
import { indexTaxonomy } from '../../../../src/domain/taxonomy/index-of';
import { parseTaxonomy } from '../../../../src/domain/taxonomy/parse';
import { compareVersions } from '../../../../src/domain/taxonomy/version';

function edited(taxonomy: Taxonomy, ...edits: TaxonomyEdit[]): Taxonomy {
  for (const edit of edits) {
    const result = editTaxonomy(taxonomy, edit);
    if (!result.ok) throw new Error(result.failure.code);
    taxonomy = result.value;
  }
  return taxonomy;
}

function refusal(edit: TaxonomyEdit, taxonomy = defaultTaxonomy): string | null {
  const result = editTaxonomy(taxonomy, edit);
  return result.ok ? null : result.failure.code;
}

const atm = { zh: '自助机具排队', en: 'Queues at machines' };
const added: TaxonomyEdit = { kind: 'add', aspect: 'G2.2', link: { name: atm, definition: atm, severity: 2 } };

describe('editTaxonomy', () => {
  it('makes a patch version of wording and leaves the old version as it was', () => {
    const next = edited(defaultTaxonomy, { kind: 'rename', code: 'G2.2.1', name: { zh: '等候时限', en: 'Waiting' } });
    expect(next.version).toBe('1.0.1');
    expect(indexTaxonomy(next).name('G2.2.1')).toEqual({ zh: '等候时限', en: 'Waiting' });
    expect(indexTaxonomy(defaultTaxonomy).name('G2.2.1')?.zh).toBe('等候与接通时限');
  });

  it('edits categories and aspects too', () => {
    const next = edited(defaultTaxonomy, { kind: 'define', code: 'G3', definition: { zh: '新', en: 'new' } });
    expect(next.categories[2].definition).toEqual({ zh: '新', en: 'new' });
  });

  it('adds a link at the end of its aspect in a minor version', () => {
    const next = edited(defaultTaxonomy, added);
    expect(next.version).toBe('1.1.0');
    expect(indexTaxonomy(next).children('G2.2')).toEqual(['G2.2.1', 'G2.2.2', 'G2.2.3']);
    expect(indexTaxonomy(next).link('G2.2.3')).toMatchObject({ category: 'G2', effect: 'experienced', severity: 2 });
    expect(parseTaxonomy(next).ok).toBe(true);
  });

  it('never gives a retired code to another link', () => {
    const next = edited(defaultTaxonomy, added, { kind: 'retire', code: 'G2.2.3' }, added);
    expect(indexTaxonomy(next).children('G2.2')).toEqual(['G2.2.1', 'G2.2.2', 'G2.2.4']);
    expect(indexTaxonomy(next).name('G2.2.3')).toEqual(atm);
    expect(next.version).toBe('1.3.0');
  });

  it('refuses what would make coding undecided', () => {
    expect(refusal({ kind: 'rename', code: 'G9', name: atm })).toBe('taxonomy-code-unknown');
    expect(refusal({ kind: 'rename', code: 'G2.2.1', name: { zh: ' ', en: 'x' } })).toBe('taxonomy-name-empty');
    expect(refusal({ kind: 'rename', code: 'G2.2.1', name: { zh: '柜面服务态度', en: 'x' } })).toBe(
      'taxonomy-name-taken',
    );
    expect(refusal({ kind: 'define', code: 'G2.2.1', definition: { zh: '', en: '' } })).toBe(
      'taxonomy-definition-empty',
    );
    expect(refusal({ kind: 'severity', code: 'G2.2.1', severity: 2.5 })).toBe('taxonomy-severity-range');
    expect(refusal({ kind: 'severity', code: 'G2.2', severity: 2 })).toBe('taxonomy-not-a-link');
    expect(refusal({ kind: 'keywords', code: 'G2.2.1', keywords: ['vip'] })).toBe('taxonomy-keyword-taken');
    expect(refusal({ kind: 'retire', code: 'G2.2.1', replacedBy: 'G2' })).toBe('taxonomy-not-a-link');
    const retired = edited(defaultTaxonomy, { kind: 'retire', code: 'G2.2.1' });
    expect(refusal({ kind: 'severity', code: 'G2.2.1', severity: 1 }, retired)).toBe('taxonomy-retired');
    expect(
      refusal({ kind: 'retire', code: 'G1.1.1' }, { ...defaultTaxonomy, links: defaultTaxonomy.links.slice(0, 1) }),
    ).toBe('taxonomy-last-link');
  });

  it('moves a link under a new code and points the old one to it', () => {
    const next = edited(defaultTaxonomy, { kind: 'move', code: 'G2.3.7', aspect: 'G3.3' });
    expect(indexTaxonomy(next).link('G3.3.6')?.name.en).toBe('IVR menu design');
    expect(indexTaxonomy(next).link('G2.3.7')).toMatchObject({ retired: true, replacedBy: 'G3.3.6' });
  });
});

describe('crosswalk', () => {
  it('follows replacements over several versions and leaves the rest to a person', () => {
    const next = edited(
      defaultTaxonomy,
      { kind: 'move', code: 'G2.3.7', aspect: 'G3.3' },
      { kind: 'retire', code: 'G3.3.6', replacedBy: 'G3.3.3' },
      { kind: 'retire', code: 'G1.2.1' },
    );
    const crosswalk = deriveCrosswalk(defaultTaxonomy, next);
    const apply = applyCrosswalk(crosswalk);
    expect(apply('G2.2.1')).toBe('G2.2.1');
    expect(apply('G2.3.7')).toBe('G3.3.3');
    expect(apply('G1.2.1')).toBeNull();
    expect(apply('never')).toBeNull();
    expect(openEntries(crosswalk)).toEqual(['G1.2.1']);
    const decided = decideCrosswalk(crosswalk, 'G1.2.1', 'G1.2.2');
    expect(applyCrosswalk(decided)('G1.2.1')).toBe('G1.2.2');
    expect(openEntries(decided)).toEqual([]);
  });

  it('does not end in a circle', () => {
    const circle = {
      ...defaultTaxonomy,
      links: defaultTaxonomy.links.map((l) =>
        l.code === 'G1.1.1' ? { ...l, retired: true, replacedBy: 'G1.1.1' } : l,
      ),
    };
    expect(applyCrosswalk(deriveCrosswalk(defaultTaxonomy, circle))('G1.1.1')).toBeNull();
  });

  it('matches another taxonomy by names only', () => {
    const own = {
      ...defaultTaxonomy,
      id: 'own',
      links: [
        { ...defaultTaxonomy.links[5], code: 'G1.1.1' },
        { ...defaultTaxonomy.links[0], name: { zh: '其它', en: 'x' } },
      ],
    };
    expect(deriveCrosswalk(own, defaultTaxonomy).entries).toEqual([
      { from: 'G1.1.1', to: 'G1.2.2', basis: 'name' },
      { from: 'G1.1.1', to: null, basis: 'open' },
    ]);
  });

  it('orders versions by number', () => {
    expect(['1.10.0', '1.2.0', '1.2.1'].sort(compareVersions)).toEqual(['1.2.0', '1.2.1', '1.10.0']);
  });
});
