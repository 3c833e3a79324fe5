import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { place, sources as allSources, walk, type Source } from './support/sources';

/** Sources that hold words of the data, not sentences of the product: what files say, and the terms of the trade. */
const wordLists = [
  /^ingest\//,
  /^domain\/coding\//,
  /^domain\/.*(taxonomy|words|keywords|terms|segment|suggest|stop|negation|synonym|lexicon|sample|default).*\.ts$/,
  /^sample\//,
  /^i18n\//,
];

const sources = allSources.filter(({ path }) => !path.startsWith('i18n/'));
const han = /\p{Script=Han}|[，。；：！？、「」《》]/u;
const isWordList = (source: Source): boolean => wordLists.some((pattern) => pattern.test(source.path));

/** String literals and the fixed parts of templates; regular expressions that look for words are not among them. */
function literals(source: Source): { readonly text: string; readonly node: ts.Node }[] {
  const found: { text: string; node: ts.Node }[] = [];
  walk(source.tree, (node) => {
    if (ts.isStringLiteralLike(node)) found.push({ text: node.text, node });
    if (ts.isTemplateExpression(node))
      [node.head, ...node.templateSpans.map((span) => span.literal)].forEach((part) =>
        found.push({ text: part.text, node: part }),
      );
  });
  return found;
}

/** The message of an error that only a developer can cause is not for the reader of a screen. */
function isDeveloperMessage(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at && !ts.isStatement(at); at = at.parent) {
    if (ts.isNewExpression(at) && /Error$/.test(at.expression.getText())) return true;
  }
  return false;
}

/** Three plain words in a row that begin like a sentence. */
const prose = /(^|[^\w-])[A-Z][a-z']+( [a-z][a-z']*){2,}/;

const spokenAttributes = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'summary',
  'caption',
]);
/** Names and signs that are the same in every language. */
const universal = new Set([
  'CSV',
  'XLSX',
  'TSV',
  'DPMO',
  'DPU',
  'DPO',
  'UCL',
  'LCL',
  'CL',
  'Ctrl',
  'Esc',
  'English',
  '中文',
  '简体中文',
]);

function spokenWords(text: string): string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !universal.has(word));
}

/** Fixed text that a Svelte file would show without asking the catalogue. */
function markupText(source: Source): string[] {
  const found: string[] = [];
  const report = (text: string, start: number): void => {
    const line = source.text.slice(0, start).split('\n').length;
    if (spokenWords(text).length > 0) found.push(`src/${source.path}:${line} ${text.trim()}`);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    const node = value as AST.BaseNode & Record<string, unknown>;
    if (node.type === 'Text') report((node as unknown as AST.Text).data, node.start);
    else if (node.type === 'Attribute') {
      const attribute = node as unknown as AST.Attribute;
      if (spokenAttributes.has(attribute.name)) visit(attribute.value);
    } else if (!['Script', 'StyleSheet', 'Comment', 'StyleDirective'].includes(node.type)) {
      Object.entries(node)
        .filter(([key]) => key !== 'parent' && key !== 'loc')
        .forEach(([, child]) => visit(child));
    }
  };
  visit(parse(source.text, { modern: true }).fragment);
  return found;
}

describe('visible text', () => {
  it('is Chinese only in the catalogues and in the lists of words that files are searched for', () => {
    const strays = sources
      .filter((source) => !isWordList(source))
      .flatMap((source) =>
        literals(source)
          .filter(({ text }) => han.test(text))
          .map(({ text, node }) => `${place(source, node)} ${text}`),
      );
    expect(strays).toEqual([]);
  });

  it('is no English prose in a source', () => {
    const strays = sources
      .filter((source) => !isWordList(source) && !/^(cli|service-worker)\//.test(source.path))
      .flatMap((source) =>
        literals(source)
          .filter(({ text, node }) => prose.test(text) && !isDeveloperMessage(node))
          .map(({ text, node }) => `${place(source, node)} ${text}`),
      );
    expect(strays).toEqual([]);
  });

  it('of a component comes from the catalogues', () => {
    expect(sources.filter(({ path }) => path.endsWith('.svelte')).flatMap(markupText)).toEqual([]);
  });
});

describe('the reader of markup', () => {
  const read = (text: string): string[] =>
    markupText({ path: 'x.svelte', text, tree: ts.createSourceFile('x.ts', '', ts.ScriptTarget.Latest) });

  it('finds text and spoken attributes', () => {
    expect(read('<p>Hello</p>')).toHaveLength(1);
    expect(read('{#if true}<button title="Close it">x</button>{/if}')).toHaveLength(1);
  });

  it('leaves expressions, classes and signs alone', () => {
    expect(read(`<p class="wide box" style:width="{width}rem">{t('home.title')} · 3σ %</p>`)).toEqual([]);
  });
});
