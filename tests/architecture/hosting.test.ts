import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerPolicy, metaPolicy, securityHeaders } from '../../scripts/security-headers';
import { repository } from './support/sources';

const read = (name: string): string => readFileSync(join(repository, 'docs/hosting', name), 'utf8');

/** Header → value, as a file for a server sets them. */
function headersIn(text: string, line: RegExp): Record<string, string> {
  return Object.fromEntries([...text.matchAll(line)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

describe('the files for servers', () => {
  it.each([
    ['nginx.conf', /^add_header (\S+) "([^"]*)" always;$/gm],
    ['apache.htaccess', /^Header always set (\S+) "([^"]*)"$/gm],
    ['web.config', /<add name="([^"]*)" value="([^"]*)" \/>/g],
  ] as const)('%s sends the headers that the own server sends', (name, line) => {
    const { 'Cache-Control': _caching, ...headers } = headersIn(read(name), line);
    expect(headers).toEqual(securityHeaders);
  });

  it('has one policy for the page and for the headers, but for what a page cannot say', () => {
    expect(headerPolicy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
  });
});
