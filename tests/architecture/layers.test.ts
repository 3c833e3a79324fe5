import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycles } from './support/find-cycles';
import { layerOf, layers, packageOf, packageOwners } from './support/layers';
import { importsOf, sourceFolder, sources, type Import } from './support/sources';

const imports = sources.flatMap(importsOf);
const assets = /\.(css|json|svg|csv|txt)$/;
const inside = imports.filter(
  (edge): edge is Import & { readonly target: string } => edge.target !== undefined && !assets.test(edge.target),
);
const show = (edge: Import): string => `src/${edge.from} -> ${edge.specifier}`;

function isPermitted(edge: Import & { readonly target: string }): boolean {
  const from = layerOf(edge.from);
  const to = layerOf(edge.target);
  if (from === to) return true;
  const permission = layers[from]?.[to];
  if (permission === undefined) return false;
  if (permission === 'all' || edge.kind === 'type') return true;
  const below = edge.target.slice(to.length + 1);
  return Array.isArray(permission) && permission.some((begin: string) => below.startsWith(begin));
}

/** An import of the index of a folder by a file within it: the file would wait for itself. */
function isOwnBarrel(edge: Import & { readonly target: string }): boolean {
  const barrel = /^(.*\/)index\.ts$/.exec(edge.target)?.[1];
  return barrel !== undefined && edge.from.startsWith(barrel) && edge.kind !== 'type';
}

describe('the layers', () => {
  it('finds imports at all', () => {
    expect(inside.length).toBeGreaterThan(10);
  });

  it('has every folder of src in the table', () => {
    const folders = readdirSync(sourceFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const unknown = folders.map(({ name }) => name).filter((name) => name !== 'styles' && !(name in layers));
    expect(unknown).toEqual([]);
  });

  it('imports only what the table permits', () => {
    expect(inside.filter((edge) => !isPermitted(edge)).map(show)).toEqual([]);
  });

  it('resolves every relative import', () => {
    const known = new Set(sources.map(({ path }) => path));
    const lost = inside.filter(({ target }) => !known.has(target) && !target.endsWith('.d.ts'));
    expect(lost.map(show)).toEqual([]);
  });

  it('never goes through the index of its own folder', () => {
    expect(inside.filter(isOwnBarrel).map(show)).toEqual([]);
  });

  it('writes relative imports without an extension, except for Svelte and data files', () => {
    expect(
      inside
        .filter(({ specifier }) => /\.(ts|js|mjs)$/.test(specifier) && !specifier.endsWith('.svelte.js'))
        .filter((edge) => edge.kind !== 'lazy')
        .map(show),
    ).toEqual([]);
  });

  it('has no cycle of value imports', () => {
    const edges = inside.filter(({ kind }) => kind === 'value').map(({ from, target }) => [from, target] as const);
    expect(findCycles(edges)).toEqual([]);
  });

  it('uses each package only where it is at home', () => {
    const strays = imports
      .filter(({ target }) => target === undefined)
      .filter(({ from, specifier }) => !packageOwners[packageOf(specifier)]?.includes(layerOf(from)));
    expect(strays.map(show)).toEqual([]);
  });
});

describe('the finder of cycles', () => {
  it('names a cycle and leaves chains alone', () => {
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['c', 'd'],
    ] as const;
    expect(findCycles(edges)).toEqual([['b', 'c']]);
  });

  it('names a file that imports itself', () => {
    expect(findCycles([['a', 'a']])).toEqual([['a']]);
  });
});
