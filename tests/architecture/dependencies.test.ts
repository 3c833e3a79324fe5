import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../scripts/list-files';
import { repository } from './support/sources';

interface Package {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const { dependencies } = readJson('package.json') as { readonly dependencies: Record<string, string> };
const { packages } = readJson('package-lock.json') as { readonly packages: Record<string, Package> };
const locked = Object.entries(packages).filter(([path]) => path !== '');
/** What ends up in the product or in what builds its code, against tools that only look at it. */
const shipped = locked.filter(([, { dev }]) => !dev);

const free = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'];
/** File by file, which binds nobody who only runs the tools. */
const toolsOnly = ['MPL-2.0'];
/** Says MIT in its files and nothing in its manifest. */
const silent = ['node_modules/jstat'];
const platforms = ['win32-x64', 'darwin-arm64', 'darwin-x64', 'linux-x64-gnu'];

describe('X11 the dependencies', () => {
  it('of the product are few, and each has its reason in CONTRIBUTING', () => {
    const text = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
    const table = text.slice(text.indexOf('| package '), text.indexOf('Svelte is compiled in'));
    const listed = [...table.matchAll(/^\| (\S+) +\|/gm)].map(([, name]) => name).filter((name) => name !== 'package');
    expect(listed.filter((name) => !/^-+$/.test(name ?? '')).sort()).toEqual(Object.keys(dependencies).sort());
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(15);
    expect(shipped.length).toBeLessThanOrEqual(60);
  });

  it('come from the default registry, with a digest each, and from nowhere else', () => {
    const strange = locked.filter(
      ([, { integrity = '', resolved, link, version = '' }]) =>
        link ||
        !/^sha512-[\w+/]{86}==$/.test(integrity) ||
        !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ||
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
  });

  it('have licences that permit this use', () => {
    const allowed = (isShipped: boolean): readonly string[] => (isShipped ? free : [...free, ...toolsOnly]);
    const refused = locked.filter(
      ([path, { license = '', dev = false }]) => !silent.includes(path) && !allowed(!dev).includes(license),
    );
    expect(refused.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('of the product run nothing when they are installed', () => {
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it.each(['@rolldown/binding', 'lightningcss'])('name the binaries of %s for every platform', (name) => {
    const missing = platforms
      .map((platform) => `node_modules/${name}-${platform}`)
      .filter((path) => !Object.keys(packages).some((known) => known.startsWith(path)));
    expect(missing).toEqual([]);
  });
});

/** Forms of keys that must never be committed; split, so that this file does not find itself. */
const secretForms: readonly RegExp[] = [
  new RegExp(['-----BEGIN [A-Z ]*PRIV', 'ATE KEY'].join('')),
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bgithub_pat_\w{60,}\b/,
  /\bglpat-[\w-]{20}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[\w-]{20,}\b/,
  /\bsk-[A-Za-z0-9]{32,}\b/,
  /\bAIza[\w-]{35}\b/,
  /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}\b/,
  /(password|passwd|secret|api_?key|auth_?token)\s*[:=]\s*["'][A-Za-z0-9+/_=-]{20,}["']/i,
  /:\/\/[^\s/:@"'`]+:[^\s/:@"'`]+@[\w.-]+\.[a-z]{2,}/i,
];

describe('X11 the repository', () => {
  const roots = ['.ci', 'docs', 'public', 'scripts', 'src', 'tests', 'README.md', 'CONTRIBUTING.md', 'package.json'];
  const text = /\.(ts|js|svelte|json|md|css|html|svg|txt|csv|webmanifest|py|config|conf|htaccess)$|\/run$/;

  it('holds no secret', () => {
    const found = [...roots, '.npmrc', 'package-lock.json', 'index.html']
      .flatMap((root) => listFiles(join(repository, root)))
      .filter((path) => text.test(path) || path.endsWith('.npmrc'))
      .filter((path) => secretForms.some((form) => form.test(readFileSync(path, 'utf8'))));
    expect(found).toEqual([]);
  });

  it.each([
    ['a key', ['-----BEGIN RSA PRIV', 'ATE KEY-----']],
    ['a token', ['ghp_', 'a'.repeat(36)]],
    ['a password in an address', ['https://user:', 'pass@host.example']],
    ['a password in a setting', ['password = "', 'c'.repeat(24), '"']],
  ])('would be seen to hold %s', (_name, parts) => {
    expect(secretForms.some((form) => form.test(parts.join('')))).toBe(true);
  });
});
