import { describe, expect, it } from 'vitest';
import type { CodeNames } from '../../../../src/analyses/contract';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { indexTaxonomy } from '../../../../src/domain/taxonomy/index-of';
import { parseTaxonomy } from '../../../../src/domain/taxonomy/parse';
import {
  complaintCauses,
  offices,
  qualityEffects,
  servicePhases,
  serviceSides,
  servqualDimensions,
  severityScale,
} from '../../../../src/domain/taxonomy/scales';

const { categories, aspects, links } = defaultTaxonomy;
const counts = (values: readonly (string | number | undefined)[]): Record<string, number> => {
  const result: Record<string, number> = {};
  for (const value of values) result[String(value)] = (result[String(value)] ?? 0) + 1;
  return result;
};

describe('the shipped taxonomy', () => {
  it('has 4 categories, 17 aspects, 57 links under 78 codes', () => {
    expect([categories.length, aspects.length, links.length]).toEqual([4, 17, 57]);
    expect(new Set([...categories, ...aspects, ...links].map((n) => n.code)).size).toBe(78);
    expect(parseTaxonomy(structuredClone(defaultTaxonomy))).toEqual({ ok: true, value: defaultTaxonomy });
  });

  it('is distributed as specified', () => {
    expect(counts(links.map((l) => l.category))).toEqual({ G1: 8, G2: 13, G3: 27, G4: 9 });
    expect(counts(links.map((l) => l.effect))).toEqual({ both: 13, expected: 4, experienced: 40 });
    expect(counts(links.map((l) => l.severity))).toEqual({ 1: 1, 2: 14, 3: 26, 4: 12, 5: 4 });
    expect(counts(links.map((l) => l.servqual))).toEqual({ ASS: 13, EMP: 10, REL: 17, RES: 15, TAN: 2 });
    expect(counts(links.map((l) => l.phase))).toEqual({ after: 14, in: 34, pre: 9 });
    expect(counts(links.map((l) => l.office))).toEqual({ back: 9, front: 23, middle: 25 });
    expect(counts(links.map((l) => l.side))).toEqual({ process: 34, staff: 14, system: 9 });
    expect(counts(links.map((l) => l.aspect))).toEqual({
      'G1.1': 4,
      'G1.2': 2,
      'G1.3': 2,
      'G2.1': 2,
      'G2.2': 2,
      'G2.3': 7,
      'G2.4': 2,
      'G3.1': 3,
      'G3.2': 5,
      'G3.3': 5,
      'G3.4': 2,
      'G3.5': 4,
      'G3.6': 2,
      'G3.7': 2,
      'G3.8': 4,
      'G4.1': 5,
      'G4.2': 4,
    });
  });

  it('has 15 Chinese keywords per link and every keyword leads to one link', () => {
    expect(links.every((l) => l.keywords.length === 15)).toBe(true);
    expect(new Set(links.flatMap((l) => l.keywords)).size).toBe(855);
    const english = links.flatMap((l) => l.keywordsEn ?? []);
    expect(new Set(english).size).toBe(english.length);
  });

  it('says everything in both languages', () => {
    for (const link of links) {
      expect(link.examples).toHaveLength(2);
      expect(link.exampleEn).toMatch(/^[A-Z].*[.?]$/);
    }
    const english = [
      ...[...categories, ...aspects, ...links].flatMap((n) => [n.name.en, n.definition.en]),
      ...categories.map((c) => c.owner.en),
      ...aspects.flatMap((a) => [a.question.en, a.signal?.en ?? '']),
    ];
    expect(english.filter((text) => text === '' || /[\u4e00-\u9fff]/.test(text))).toEqual([]);
    const chinese = [...categories, ...aspects, ...links].flatMap((n) => [n.name.zh, n.definition.zh]);
    expect(chinese.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('uses only codes that its scales name', () => {
    const codes = (scale: readonly { code: string | number }[]): (string | number | undefined)[] =>
      scale.map((s) => s.code);
    for (const link of links) {
      expect(codes(severityScale)).toContain(link.severity);
      expect(codes(qualityEffects)).toContain(link.effect);
      expect(codes(servicePhases)).toContain(link.phase);
      expect(codes(offices)).toContain(link.office);
      expect(codes(serviceSides)).toContain(link.side);
      for (const dimension of [link.servqual, link.servqualSecondary])
        expect([undefined, ...codes(servqualDimensions)]).toContain(dimension);
      for (const cause of [link.cause, link.causeAlternative])
        expect([undefined, ...codes(complaintCauses)]).toContain(cause);
    }
  });
});

describe('indexTaxonomy', () => {
  const index = indexTaxonomy(defaultTaxonomy);

  it('finds names, parents, children, paths and severities', () => {
    const names: CodeNames = index;
    expect(names.name('G2.3.7')).toEqual({ zh: '电话语音导航设计', en: 'IVR menu design' });
    expect(names.parent('G2.3.7')).toBe('G2.3');
    expect(names.parent('G2')).toBeUndefined();
    expect(names.severity('G3.5.2')).toBe(5);
    expect(names.severity('G3.5')).toBeUndefined();
    expect(index.children()).toEqual(['G1', 'G2', 'G3', 'G4']);
    expect(index.children('G3.8')).toEqual(['G3.8.1', 'G3.8.2', 'G3.8.3', 'G3.8.4']);
    expect(index.path('G2.3.7')).toEqual(['G2', 'G2.3', 'G2.3.7']);
    expect(index.path('X9')).toEqual([]);
  });

  it('orders parents before children and unknown codes last', () => {
    const codes = ['G4.2.4', 'nothing', 'G1.1.1', 'G1', 'G1.1'];
    expect([...codes].sort((a, b) => index.order(a) - index.order(b))).toEqual([
      'G1',
      'G1.1',
      'G1.1.1',
      'G4.2.4',
      'nothing',
    ]);
  });

  it('names the reserved code of uncoded rows', () => {
    expect(index.name('U0')).toEqual({ zh: '未分类', en: 'Uncoded' });
    expect(index.find('U0')).toBeUndefined();
  });
});

describe('parseTaxonomy', () => {
  const broken = (change: (copy: Record<string, never>) => void): unknown => {
    const copy = structuredClone(defaultTaxonomy) as unknown as Record<string, never>;
    change(copy);
    return copy;
  };
  it.each([
    ['/', 'text'],
    ['/version', broken((t) => Object.assign(t, { version: '1' }))],
    ['/links', broken((t) => Object.assign(t, { links: [] }))],
    ['/links/3/severity', broken((t) => Object.assign(t.links[3], { severity: 9 }))],
    ['/links/1/code', broken((t) => Object.assign(t.links[1], { code: 'G1.1.1' }))],
    ['/links/2/aspect', broken((t) => Object.assign(t.links[2], { aspect: 'G9.9' }))],
    ['/aspects/0/name', broken((t) => Object.assign(t.aspects[0], { name: { zh: '有' } }))],
  ])('names the place of the fault: %s', (path, raw) => {
    expect(parseTaxonomy(raw)).toEqual({ ok: false, failure: { code: 'taxonomy-damaged', params: { path } } });
  });
});
