import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, places, tools } from '../../../src/app/navigation';
import { hrefTo, parseHash, routes, type RouteName } from '../../../src/app/routes';

describe('parseHash', () => {
  it.each([
    ['', 'home', {}],
    ['#', 'home', {}],
    ['#/', 'home', {}],
    ['#/data', 'data', {}],
    ['#/data/', 'data', {}],
    ['#/data/import', 'import', {}],
    ['#/data/Ab3', 'dataset', { id: 'Ab3' }],
    ['#/data/Ab3/coding', 'coding', { id: 'Ab3' }],
    ['#/analyse/new/pareto', 'newAnalysis', { slice: 'pareto' }],
    ['#/taxonomy/A1.02', 'taxonomyNode', { code: 'A1.02' }],
    ['#/taxonomy/%E5%B7%AE%E8%B7%9D', 'taxonomyNode', { code: '差距' }],
  ])('reads %s', (hash, name, params) => {
    expect(parseHash(hash)).toEqual({ name, params, query: {} });
  });

  it.each(['#/nowhere', '#/data/a/b/c', '#/data/%E0%A4%A', '#/settings/x'])('knows that %s is no place', (hash) => {
    expect(parseHash(hash).name).toBeNull();
  });

  it('reads what stands behind the question mark, further ones included', () => {
    expect(parseHash('#/data/x?tab=columns&q=a%3Fb?c').query).toEqual({ tab: 'columns', q: 'a?b?c' });
  });

  it('takes no harm from names of the language itself', () => {
    const { params, query } = parseHash('#/data/__proto__?constructor=1');
    expect(params.id).toBe('__proto__');
    expect(query.constructor).toBe('1');
    expect(({} as { constructor: unknown }).constructor).toBe(Object);
  });

  it('X01 stands for half of a character with a sign, and for a whole one with itself', () => {
    expect(hrefTo('outlet', { id: '城\ud83d东\udca9' })).toBe(`#/outlets/${encodeURIComponent('城\uFFFD东\uFFFD')}`);
    expect(parseHash(hrefTo('outlet', { id: '💩' })).params).toEqual({ id: '💩' });
  });

  it('is the way back from hrefTo, for any id and query', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, fc.dictionary(text, fc.string({ unit: 'grapheme' })), (id, query) => {
        // `import` is a place of its own below `/data`.
        fc.pre(id !== 'import');
        expect(parseHash(hrefTo('dataset', { id }, query))).toEqual({
          name: 'dataset',
          params: { id },
          query: { ...query },
        });
      }),
    );
  });
});

describe('the rail', () => {
  it('has an entry for every place', () => {
    const orphans = (Object.keys(routes) as RouteName[]).filter((name) => entryOf(name) === undefined);
    expect(orphans).toEqual([]);
  });

  it('leads where it says', () => {
    for (const entry of [...places, ...tools]) expect(parseHash(entry.href).name).toBe(entry.route);
  });
});
