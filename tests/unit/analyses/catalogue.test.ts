import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SpecField } from '../../../src/analyses/contract';
import { slices } from '../../../src/analyses/registry';
import { en } from '../../../src/i18n/en';
import { zhCN } from '../../../src/i18n/zh-CN';

const root = join(import.meta.dirname, '../../../src');

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

function lookUp(catalogue: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined),
      catalogue,
    );
}

function keysOf(node: unknown, prefix = ''): string[] {
  if (typeof node !== 'object' || node === null) return [prefix];
  return Object.entries(node).flatMap(([key, value]) => keysOf(value, prefix === '' ? key : `${prefix}.${key}`));
}

function choicesOf(id: string, field: SpecField): string[] {
  return field.input === 'choice' ? field.choices.map((choice) => `analyses.${id}.choice.${field.key}.${choice}`) : [];
}

const sources = [...sourcesIn('analyses'), ...sourcesIn('table')].join('\n');

describe.each([
  ['zh-CN', zhCN],
  ['en', en],
])('catalogue %s', (_, catalogue) => {
  it('has every sentence that the analyses say', () => {
    const codes = [...sources.matchAll(/'(analyses\.[\w.-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => typeof lookUp(catalogue, code) !== 'string')).toEqual([]);
  });
  it('has a message for every failure', () => {
    const codes = [...sources.matchAll(/\bfail\(\s*'([\w-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => typeof lookUp(catalogue, `failure.${code}`) !== 'string')).toEqual([]);
  });
  it('names every option of every analysis, with help and choices', () => {
    const missing = slices.flatMap(({ id, schema }) =>
      schema.fields.flatMap((field) => [
        `analyses.${id}.name`,
        `analyses.${id}.purpose`,
        `analyses.${id}.field.${field.key}`,
        `analyses.${id}.help.${field.key}`,
        ...choicesOf(id, field),
        ...(field.input === 'lines'
          ? field.cells.flatMap((cell) => [`analyses.${id}.cell.${cell.key}`, ...choicesOf(id, cell)])
          : []),
      ]),
    );
    expect(missing.filter((key) => typeof lookUp(catalogue, key) !== 'string')).toEqual([]);
  });
});

describe('both catalogues', () => {
  it('use the same places in the same sentences', () => {
    const places = (text: unknown): string[] =>
      [...new Set([...String(text).matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
    const keys = [
      ...keysOf(zhCN.analyses, 'analyses'),
      ...keysOf(zhCN.failure, 'failure').filter((key) => /pareto|control|dpmo|choose|analysis/.test(key)),
    ];
    for (const key of keys) expect([key, places(lookUp(en, key))]).toEqual([key, places(lookUp(zhCN, key))]);
  });
  it('have no sentence that nothing says', () => {
    const built = [...sources.matchAll(/`(analyses\.[^`]*?)\$\{/g)].map(([, start]) => start);
    const form = slices.flatMap(({ id }) =>
      ['name', 'purpose', 'field', 'cell', 'help', 'choice'].map((part) => `analyses.${id}.${part}`),
    );
    const unused = keysOf(zhCN.analyses, 'analyses').filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !built.some((start) => key.startsWith(start)) &&
        !form.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
