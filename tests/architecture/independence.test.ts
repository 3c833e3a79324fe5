import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../scripts/list-files';
import { repository, sources } from './support/sources';

const roots = [
  '.ci',
  'docs',
  'public',
  'scripts',
  'src',
  'tests',
  ...[
    'README.md',
    'CONTRIBUTING.md',
    'LICENSE',
    'index.html',
    'package.json',
    'package-lock.json',
    '.npmrc',
    '.gitignore',
  ],
  ...['vite.config.ts', 'vitest.config.ts', 'playwright.config.ts', 'eslint.config.js', 'svelte.config.js'],
];

const textFile = /\.(ts|js|svelte|json|md|css|html|svg|txt|csv|webmanifest|npmrc|gitignore|py|R|sh)$|\/(run|LICENSE)$/;
const files = roots
  .map((root) => join(repository, root))
  .filter(existsSync)
  .flatMap(listFiles)
  .filter((file) => textFile.test(file))
  .map((file) => ({ path: relative(repository, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));

/** Put together at run time, so that this file does not find itself. */
const outside = ['..', 'shared'].join('/');
const machinePaths = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'root', 'home', 'Users'].join('|')})/\\w`);

function mentions(pattern: string | RegExp, { text }: { readonly text: string }): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

describe('the repository', () => {
  it('names the folder beside it only in the CI script', () => {
    const strays = files.filter((file) => file.path !== '.ci/run' && mentions(outside, file));
    expect(strays.map(({ path }) => path)).toEqual([]);
  });

  it('names no path of one machine', () => {
    expect(files.filter((file) => mentions(machinePaths, file)).map(({ path }) => path)).toEqual([]);
  });

  it('locks every package with a digest and without the address of a registry', () => {
    const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
  });

  it('pins every dependency exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(repository, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, range]) => !/^\d+\.\d+\.\d+$/.test(range),
    );
    expect(loose).toEqual([]);
  });
});

describe('the sources', () => {
  const forbidden: readonly (readonly [string, RegExp])[] = [
    ['raw markup', /\{@html\b/],
    ['innerHTML', /\.(innerHTML|outerHTML|srcdoc)\b|insertAdjacentHTML|document\.write/],
    ['eval', /(^|[^.\w])eval\s*\(|new Function\b|setTimeout\(\s*['"`]/],
    [
      'an address of the network',
      /\b(fetch|sendBeacon)\s*\(\s*['"`]https?:|new (WebSocket|EventSource|XMLHttpRequest)\b/,
    ],
    ['an unfinished thought', /\b(TODO|FIXME|XXX)\b/],
    ['a console', /\bconsole\.(log|debug|info)\b/],
  ];

  it.each(forbidden)('contain no %s', (_name, pattern) => {
    expect(sources.filter((source) => mentions(pattern, source)).map(({ path }) => path)).toEqual([]);
  });
});
