import { describe, expect, it } from 'vitest';
import { createBitmap, getBit, setBit } from '../../../../src/kernel/bitmap';
import { addOutcome, hitRate, hitWindow, type Outcome } from '../../../../src/domain/coding/hit-rate';
import { applyCoding, type CodedValues } from '../../../../src/domain/coding/apply-coding';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';

const source: CodedValues = {
  codes: Uint32Array.from([0, 1, 0, 2, 0, 1]),
  dictionary: ['排队', '态度', '其他'],
  missing: (() => {
    const missing = createBitmap(6);
    setBit(missing, 4);
    return missing;
  })(),
};
const values = new Map([
  ['排队', 'G2.2.1'],
  ['态度', 'G3.2.1'],
]);

function read(level: CodedValues, rows: number): (string | null)[] {
  return Array.from({ length: rows }, (_, row) =>
    getBit(level.missing, row) ? null : level.dictionary[level.codes[row]],
  );
}

describe('applyCoding', () => {
  it('follows the map of values; what is not mapped or missing stays uncoded', () => {
    const coded = applyCoding({ rows: 6, taxonomy: defaultTaxonomy, source, values, overrides: new Map() });
    expect(read(coded.link, 6)).toEqual(['G2.2.1', 'G3.2.1', 'G2.2.1', null, null, 'G3.2.1']);
    expect(read(coded.aspect, 6)).toEqual(['G2.2', 'G3.2', 'G2.2', null, null, 'G3.2']);
    expect(read(coded.category, 6)).toEqual(['G2', 'G3', 'G2', null, null, 'G3']);
    expect([...coded.severity.values]).toEqual([3, 3, 3, 0, 0, 3]);
    expect(coded.coded).toBe(4);
  });

  it('lets a decision about one row win over the value of its source, also to take a code back', () => {
    const overrides = new Map<number, string | null>([
      [0, 'G3.5.2'],
      [1, null],
      [4, 'G1.1.1'],
      [99, 'G1.1.1'],
      [5, 'G9.9.9'],
    ]);
    const coded = applyCoding({ rows: 6, taxonomy: defaultTaxonomy, source, values, overrides });
    expect(read(coded.link, 6)).toEqual(['G3.5.2', null, 'G2.2.1', null, 'G1.1.1', null]);
    expect(coded.severity.values[0]).toBe(5);
  });

  it('passes codes of an older version through the crosswalk', () => {
    const crosswalk = (code: string): string | null => (code === 'G2.2.1' ? 'G2.2.2' : null);
    const coded = applyCoding({ rows: 6, taxonomy: defaultTaxonomy, source, values, overrides: new Map(), crosswalk });
    expect(read(coded.link, 6)).toEqual(['G2.2.2', null, 'G2.2.2', null, null, null]);
  });

  it('codes single rows without a source column', () => {
    const coded = applyCoding({
      rows: 2,
      taxonomy: defaultTaxonomy,
      values: new Map(),
      overrides: new Map([[1, 'G4.2.4']]),
    });
    expect(read(coded.link, 2)).toEqual([null, 'G4.2.4']);
  });
});

describe('hitRate', () => {
  it('counts the last confirmations', () => {
    const suggested = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];
    let outcomes: readonly Outcome[] = [];
    expect(hitRate(outcomes)).toEqual({ count: 0, first: null, among: null });
    for (const code of ['a', 'b', 'x', 'a']) outcomes = addOutcome(outcomes, suggested, code);
    expect(hitRate(outcomes)).toEqual({ count: 4, first: 0.5, among: 0.75 });
    for (let i = 0; i < hitWindow; i++) outcomes = addOutcome(outcomes, suggested, 'x');
    expect(hitRate(outcomes)).toEqual({ count: hitWindow, first: 0, among: 0 });
  });
});
