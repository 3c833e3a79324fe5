import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../src/i18n/translator';

const root = fileURLToPath(new URL('../../../src/ingest/', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(root + name, 'utf8'))
  .join('\n');

function codes(pattern: RegExp): string[] {
  return [...new Set([...sources.matchAll(pattern)].map(([, code]) => code))];
}

const failures = [
  ...codes(/\bfail\('([\w-]+)'/g),
  'too-many-columns',
  'cell-too-long',
  'quote-not-closed',
  'too-many-quote-errors',
];
const issues = [
  ...codes(/\bnote\('(\w+)'/g),
  'otherSheets',
  'totalRows',
  'noteRows',
  'headerLooksLikeData',
  'headerDoubtful',
];

describe.each(['zh-CN', 'en'] as const)('messages of ingest in %s', (locale) => {
  const translator = createTranslator(locale);

  it.each(failures)('failure %s has a sentence', (code) => {
    expect(translator.phrase({ code, params: {} }, 'failure')).not.toBe(`failure.${code}`);
  });

  it.each(issues)('issue %s has a sentence', (code) => {
    expect(translator.phrase({ code, params: {} }, 'issue')).not.toBe(`issue.${code}`);
  });

  it.each(codes(/kind: '(\w+)', at:/g))('file kind %s has a name', (kind) => {
    expect(translator.phrase({ code: kind, params: {} }, 'failure.fileKind')).not.toContain('.');
  });
});
