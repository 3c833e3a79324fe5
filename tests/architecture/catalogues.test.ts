import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { placeholders, sentences } from './support/catalogues';
import { place, sources as allSources, walk, type Source } from './support/sources';

const chinese = sentences['zh-CN'];
const english = sentences.en;
const sources = allSources.filter(({ path }) => !path.startsWith('i18n/zh-CN/') && !path.startsWith('i18n/en/'));

/** Every word that a source says outside its comments: string literals, and the text of Svelte markup. */
function collectLiterals(): { readonly words: Set<string>; readonly patterns: RegExp[] } {
  const words = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    walk(source.tree, (node) => {
      if (ts.isStringLiteralLike(node)) words.add(node.text);
      if (ts.isTemplateExpression(node)) patterns.push(...patternOf(node));
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) words.add(node.name.text);
    });
    if (source.path.endsWith('.svelte')) {
      for (const [, word] of source.text.matchAll(/['"`]([\w.-]+)['"`]/g)) if (word) words.add(word);
      for (const [, template] of source.text.matchAll(/`([\w.-]*\$\{[^`]*)`/g))
        if (template) patterns.push(...loose(template));
    }
  }
  return { words, patterns };
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `failure.${code}` matches every key that begins so; a template that says nothing fixed matches nothing. */
function patternOf(node: ts.TemplateExpression): RegExp[] {
  const fixed = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return toPattern(fixed);
}

function loose(template: string): RegExp[] {
  return toPattern(template.split(/\$\{[^}]*\}/));
}

function toPattern(fixed: readonly string[]): RegExp[] {
  const [head = ''] = fixed;
  return /^[a-z][\w.-]*\.$/i.test(head) ? [new RegExp(`^${fixed.map(escape).join('.+')}$`)] : [];
}

/** A key counts as used if the sources say it, or say an end of it that a scope is put before. */
function isUsed(key: string, { words, patterns }: ReturnType<typeof collectLiterals>): boolean {
  const parts = key.split('.');
  const ends = parts.map((_, index) => parts.slice(index).join('.'));
  return ends.some((end) => words.has(end)) || patterns.some((pattern) => pattern.test(key));
}

/** The codes that a source can fail with: `fail('code', …)` and the words inside `Failure<…>`. */
function failureCodes(source: Source): { readonly code: string; readonly at: string }[] {
  const found: { code: string; at: string }[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node && ts.isStringLiteralLike(node)) found.push({ code: node.text, at: place(source, node) });
  };
  walk(source.tree, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'fail') {
      const [code] = node.arguments;
      if (code && ts.isConditionalExpression(code)) [code.whenTrue, code.whenFalse].forEach(add);
      else add(code);
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Failure')
      node.typeArguments?.forEach((argument) => walk(argument, add));
  });
  return found;
}

/** Keys that a phrase names as the value of a placeholder: `{ as: 'term', key: '…' }`. */
function termKeys(source: Source): { readonly code: string; readonly at: string }[] {
  const found: { code: string; at: string }[] = [];
  walk(source.tree, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const property = (name: string): ts.Expression | undefined =>
      node.properties.filter(ts.isPropertyAssignment).find((entry) => entry.name.getText() === name)?.initializer;
    const [as, key] = [property('as'), property('key')];
    if (as && key && as.getText() === `'term'` && ts.isStringLiteralLike(key))
      found.push({ code: key.text, at: place(source, key) });
  });
  return found;
}

describe('the catalogues', () => {
  it('hold the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('name the same placeholders in both languages', () => {
    const different = [...chinese].filter(
      ([key, sentence]) => placeholders(sentence).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it.each(['zh-CN', 'en'] as const)('have no empty or untrimmed sentence in %s', (locale) => {
    const odd = [...sentences[locale]].filter(([, sentence]) => sentence.trim() === '' || sentence.trim() !== sentence);
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it('have no broken placeholder', () => {
    const broken = Object.values(sentences).flatMap((catalogue) =>
      [...catalogue].filter(([, sentence]) => /[{}]/.test(sentence.replace(/\{\w+(\|[^{}|]*\|[^{}|]*)?\}/g, ''))),
    );
    expect(broken).toEqual([]);
  });

  it('are written in their own language', () => {
    // A sentence may name a few Chinese words that files are searched for.
    const isForeign = (sentence: string): boolean =>
      (sentence.match(/\p{Script=Han}/gu) ?? []).length * 4 > (sentence.match(/\p{L}/gu) ?? []).length;
    expect([...english].filter(([, sentence]) => isForeign(sentence))).toEqual([]);
    expect([...chinese].filter(([, sentence]) => /[A-Za-z]+( [A-Za-z]+){4,}/.test(sentence))).toEqual([]);
  });

  it('have no sentence that nobody says', () => {
    const literals = collectLiterals();
    expect([...chinese.keys()].filter((key) => !isUsed(key, literals))).toEqual([]);
  });

  it('have a sentence for every failure', () => {
    const silent = sources.flatMap(failureCodes).filter(({ code }) => !chinese.has(`failure.${code}`));
    expect(silent.map(({ code, at }) => `${at} ${code}`)).toEqual([]);
  });

  it('have every term that a phrase names', () => {
    const silent = sources.flatMap(termKeys).filter(({ code }) => !chinese.has(code));
    expect(silent.map(({ code, at }) => `${at} ${code}`)).toEqual([]);
  });
});

describe('the reader of placeholders', () => {
  it('knows plain and plural ones', () => {
    expect(placeholders('{b} of {n|row|rows}, {b}')).toEqual(['b', 'n']);
  });
});
