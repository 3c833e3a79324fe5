import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { place, sources, walk } from './support/sources';

/** What the test reads of a node of Svelte's syntax tree. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly start: number;
  readonly tag?: unknown;
  readonly attributes?: readonly Node[];
  readonly value?: unknown;
}

/** Kinds of input in which nothing is typed: a browser has nothing to remember of them. */
const untyped = ['radio', 'checkbox', 'file', 'hidden', 'button', 'submit', 'reset', 'range', 'color', 'image'];

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}

function visitTree(value: unknown, visit: (node: Node) => void): void {
  if (isNode(value)) visit(value);
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) visitTree(child, visit);
}

/** The text of an attribute; null where there is none, or it is worked out and can be anything. */
function textOf(node: Node, name: string): string | null {
  const found = node.attributes?.findLast((one) => one.type === 'Attribute' && one.name === name)?.value;
  const parts = Array.isArray(found) ? (found as readonly Partial<{ data: string }>[]) : [];
  return parts.length === 1 ? (parts[0].data ?? null) : null;
}

/** Whether a later attribute can put another value over it. */
function isSpreadOver(node: Node): boolean {
  const { attributes = [] } = node;
  const at = attributes.findIndex(({ name }) => name === 'autocomplete');
  return attributes.some(({ type }, i) => type === 'SpreadAttribute' && i > at);
}

/** Whether the name of `<svelte:element>` may turn out to be that of a field. */
function canBeField(tag: unknown): boolean {
  const quasis = (tag as { readonly quasis?: readonly { readonly value: { readonly raw: string } }[] }).quasis;
  const begin = typeof tag === 'string' ? tag : (quasis?.[0]?.value.raw ?? '');
  return ['input', 'textarea'].some((name) => name.startsWith(begin));
}

/** The fields of a component in which text is typed, and of them those whose text the browser may remember. */
function findFields(text: string): { readonly typed: readonly number[]; readonly remembered: readonly number[] } {
  const typed: number[] = [];
  const remembered: number[] = [];
  visitTree(parse(text, { modern: true }).fragment, (node) => {
    // Nobody can tell what an element is whose name is worked out.
    if (node.type === 'SvelteElement' && canBeField(node.tag)) remembered.push(node.start);
    if (node.type !== 'RegularElement' || !/^(input|textarea)$/.test(node.name ?? '')) return;
    if (untyped.includes(textOf(node, 'type') ?? 'text')) return;
    typed.push(node.start);
    if (textOf(node, 'autocomplete') !== 'off' || isSpreadOver(node)) remembered.push(node.start);
  });
  return { typed, remembered };
}

describe('C01 what is typed', () => {
  const components = sources.filter(
    ({ path, text }) => path.endsWith('.svelte') && /<(input|textarea|svelte:element)\b/.test(text),
  );

  it('is remembered by no browser: every field of text asks it not to', () => {
    const found = components.map(({ path, text }) => ({ path, text, ...findFields(text) }));
    expect(found.flatMap(({ typed }) => typed).length).toBeGreaterThan(5);
    const places = found.flatMap(({ path, text, remembered }) =>
      remembered.map((start) => `src/${path}:${text.slice(0, start).split('\n').length}`),
    );
    expect(places).toEqual([]);
  });

  it('goes into fields of templates only, where this can be seen', () => {
    const made = sources.flatMap((source) => {
      const places: string[] = [];
      walk(source.tree, (node) => {
        if (!ts.isCallExpression(node) || !/\.createElement(NS)?$/.test(node.expression.getText(source.tree))) return;
        if (node.arguments.some((one) => /^['"`](input|textarea)['"`]$/i.test(one.getText(source.tree))))
          places.push(place(source, node));
      });
      return places;
    });
    expect(made).toEqual([]);
  });

  it.each([
    ['<input />', 1],
    ['<textarea></textarea>', 1],
    ['<input type="search" autocomplete="on" />', 1],
    ['<input {type} autocomplete={off} />', 1],
    ['<input {type} />', 1],
    ['<input autocomplete="off" {...rest} />', 1],
    ['{#if open}<label><textarea rows="3"></textarea></label>{/if}', 1],
    ['{#snippet field()}<p><input type="password" /></p>{/snippet}', 1],
    ['<svelte:element this={tag} />', 1],
    ['<svelte:element this="textarea" />', 1],
    ['<svelte:element this={`h${level}`} />', 0],
    ['<input {...rest} autocomplete="off" />', 0],
    ['<input type="checkbox" />', 0],
    ['<textarea autocomplete="off"></textarea>', 0],
  ])('is looked for in the syntax tree: %s', (template, count) => {
    expect(findFields(template).remembered.length).toBe(count);
  });
});
