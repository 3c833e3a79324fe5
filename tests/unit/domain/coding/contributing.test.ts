import { describe, expect, it } from 'vitest';
import { applyCoding, type CodedValues } from '../../../../src/domain/coding/apply-coding';
import { applyContributing, moveContributing, toggleContributing } from '../../../../src/domain/coding/contributing';
import { defaultTaxonomy as taxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { getBit } from '../../../../src/kernel/bitmap';

function read({ missing, dictionary, codes }: CodedValues): (string | null)[] {
  return Array.from(codes, (code, row) => (getBit(missing, row) ? null : dictionary[code]));
}

const overrides = new Map([
  [0, 'G2.2.1'],
  [1, 'G3.2.1'],
  [3, 'G3.5.2'],
]);
const { link: primary } = applyCoding({ rows: 4, taxonomy, values: new Map(), overrides });

function contributing(entries: readonly (readonly [number, readonly string[]])[]): (string | null)[][] {
  return applyContributing({ taxonomy, primary, contributing: new Map(entries) }).map(({ link }) => read(link));
}

describe('applyContributing', () => {
  it('gives each row a first and a second contributing link and the levels above', () => {
    const [first, second] = applyContributing({
      taxonomy,
      primary,
      contributing: new Map([
        [0, ['G2.1.1', 'G3.2.3']],
        [3, ['G4.2.2']],
      ]),
    });
    expect(read(first.link)).toEqual(['G2.1.1', null, null, 'G4.2.2']);
    expect(read(second.link)).toEqual(['G3.2.3', null, null, null]);
    expect(read(first.aspect)).toEqual(['G2.1', null, null, 'G4.2']);
    expect(read(second.category)).toEqual(['G3', null, null, null]);
  });

  it('leaves out the primary link, repetitions, unknown codes and what is too many', () => {
    expect(contributing([[0, ['G2.2.1', 'G9.9.9', 'G1.1.1', 'G1.1.1', 'G1.1.2', 'G1.1.3']]])).toEqual([
      ['G1.1.1', null, null, null],
      ['G1.1.2', null, null, null],
    ]);
  });

  it('counts nothing for a row without a primary link, or beyond the table', () => {
    const none = [null, null, null, null];
    expect(
      contributing([
        [2, ['G1.1.1']],
        [-1, ['G1.1.1']],
        [9, ['G1.1.1']],
      ]),
    ).toEqual([none, none]);
  });

  it('passes codes of an older version through the crosswalk, and drops one that becomes the primary', () => {
    const crosswalk = (code: string): string | null => (code === 'G1.1.1' ? 'G2.2.1' : code === 'G1.1.2' ? null : code);
    const [first, second] = applyContributing({
      taxonomy,
      primary,
      crosswalk,
      contributing: new Map([
        [0, ['G1.1.1', 'G1.1.3']],
        [1, ['G1.1.2', 'G1.1.1']],
      ]),
    });
    expect(read(first.link)).toEqual(['G1.1.3', 'G2.2.1', null, null]);
    expect(read(second.link)).toEqual([null, null, null, null]);
  });
});

describe('toggleContributing', () => {
  it('adds, takes away, and lets a third one replace the second', () => {
    expect(toggleContributing([], 'a')).toEqual(['a']);
    expect(toggleContributing(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggleContributing(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggleContributing(['a', 'b'], 'c')).toEqual(['a', 'c']);
  });
});

describe('moveContributing', () => {
  it('follows the crosswalk, joins links that became one, and counts those that are left without', () => {
    const crosswalk = (code: string): string | null => ({ a: 'x', b: 'x', c: 'c' })[code] ?? null;
    expect(moveContributing(['a', 'b'], crosswalk)).toEqual({ codes: ['x'], open: 0 });
    expect(moveContributing(['c', 'gone'], crosswalk)).toEqual({ codes: ['c'], open: 1 });
  });
});
