import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { keywordRule } from '../../src/domain/coding/keyword-rule';
import { place, repository, sources, walk, type Source } from './support/sources';

/** Calls of a method or function, with where they stand and their source. */
function calls(name: RegExp): { readonly source: Source; readonly node: ts.CallExpression }[] {
  return sources.flatMap((source) => {
    const found: { source: Source; node: ts.CallExpression }[] = [];
    walk(source.tree, (node) => {
      if (ts.isCallExpression(node) && name.test(node.expression.getText(source.tree))) found.push({ source, node });
    });
    return found;
  });
}

describe('X03 the drawing library', () => {
  it('gets every option through the one function that hardens it', () => {
    const given = calls(/\.setOption$/);
    expect(given.length).toBeGreaterThan(0);
    const unhardened = given.filter(({ source }) => !/hardenOption\(option\)/.test(source.tree.text));
    expect(unhardened.map(({ source, node }) => place(source, node))).toEqual([]);
    expect(new Set(given.map(({ source }) => source.path.split('/')[0]))).toEqual(new Set(['charts']));
  });

  it('is asked for no HTML, no links, no tool box and no view of the data', () => {
    const banned = /^(link|sublink|toolbox|dataView|extraCssText|className)$/;
    const found = sources
      .filter(({ path }) => /^(charts|analyses)\//.test(path))
      .flatMap((source) => {
        const places: string[] = [];
        walk(source.tree, (node) => {
          if (!ts.isPropertyAssignment(node)) return;
          const name = node.name.getText(source.tree);
          const isHtml = name === 'renderMode' && !/richText/.test(node.initializer.getText(source.tree));
          const isOption = source.path.endsWith('-option.ts');
          if (isHtml || (isOption && banned.test(name))) places.push(place(source, node));
        });
        return places;
      });
    expect(found).toEqual([]);
  });
});

describe('X07 tables for spreadsheets', () => {
  it('are written in one place, which guards their cells', () => {
    const others = sources.filter(({ path }) => !/^ui\/(export-csv|save-file)\.ts$/.test(path));
    const files = others.filter(({ text }) => /\.(csv|tsv)`/.test(text));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter(({ text }) => !/\btoCsv\(/.test(text)).map(({ path }) => path)).toEqual([]);
    const pasted = others.filter(({ text }) => /clipboard\.write/.test(text));
    expect(pasted.filter(({ text }) => !/\btoTsv\(/.test(text)).map(({ path }) => path)).toEqual([]);
    expect(others.filter(({ text }) => /text\/csv|unparse\(/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('I16 what a person writes', () => {
  it('is looked for as it stands, never as a pattern', () => {
    // The first three put constants of their own together; the last lets nothing but letters in.
    const known = [
      'ingest/period-names.ts',
      'ingest/values/parse-clock.ts',
      'ingest/mask/detect-address.ts',
      'domain/coding/suggest.ts',
    ];
    const found = sources.filter(({ text }) => /\bRegExp\(/.test(text)).map(({ path }) => path);
    expect(found.filter((path) => !known.includes(path))).toEqual([]);
    const taxonomy = [{ code: 'X', keywords: ['(a+)+$', '.*'], keywordsEn: ['^(a+)+$'] }] as unknown as Parameters<
      typeof keywordRule
    >[0];
    const find = keywordRule(taxonomy);
    expect(find('a'.repeat(50_000) + '!')).toEqual([]);
    expect(find('x (a+)+$ y')).toMatchObject([{ code: 'X', keyword: '(a+)+$' }]);
  });
});

describe('X13 text never becomes markup or code', () => {
  const dangerous: readonly [string, RegExp][] = [
    ['markup in a component', /\{@html\b/],
    ['markup from text', /\.(innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML\(|document\.write(ln)?\(/],
    ['code from text', /(?<![\w.])eval\(|\bnew Function\(|setTimeout\(\s*['"`]/],
    ['an address that is code', /javascript:/i],
    ['a window that can reach back', /target=["']_blank["'](?![^>]*rel=["'][^"']*noopener)/],
  ];

  it.each(dangerous)('has no %s anywhere in the sources', (_, pattern) => {
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is refused by the linter, as errors', async () => {
    const eslint = new ESLint({ cwd: repository });
    const rulesOf = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
      const config = (await eslint.calculateConfigForFile(path)) as Linter.Config;
      return config.rules ?? {};
    };
    const isError = (rule: unknown): boolean => [2, 'error'].includes((Array.isArray(rule) ? rule[0] : rule) as number);
    const component = await rulesOf('src/ui/Button.svelte');
    const plain = await rulesOf('src/kernel/text.ts');
    for (const rule of ['svelte/no-at-html-tags', 'svelte/no-target-blank'])
      expect(isError(component[rule])).toBe(true);
    for (const rules of [component, plain])
      for (const rule of ['no-eval', 'no-implied-eval', 'no-new-func', 'no-script-url', 'no-restricted-syntax']) {
        expect(isError(rules[rule]), rule).toBe(true);
      }
    expect(JSON.stringify(plain['no-restricted-syntax'])).toContain('innerHTML|outerHTML|srcdoc');
    expect(JSON.stringify(component['no-restricted-syntax'])).toContain('innerHTML|outerHTML|srcdoc');
  });
});
