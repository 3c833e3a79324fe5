import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../scripts/list-files';
import { repository } from './support/sources';

/** What the tests are called, and the scripts that are tests. */
const titles = ['tests', 'scripts']
  .flatMap((folder) => listFiles(join(repository, folder)))
  .filter((file) => /\.(test|spec)\.ts$|damage\.ts$|check-\w+\.ts$/.test(file))
  .flatMap((file) => readFileSync(file, 'utf8').match(/['`][^'`\n]*\b[A-Z]\d\d\b[^'`\n]*['`]/g) ?? [])
  .join('\n');

/** The ids that a text names, ranges such as S03–S09 written out. */
function idsOf(text: string): readonly string[] {
  return [...text.matchAll(/\b([A-Z])(\d\d)(?:–[A-Z](\d\d))?\b/g)].flatMap(([, letter, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => {
      return letter + String(Number(first) + i).padStart(2, '0');
    }),
  );
}

describe('promises', () => {
  it.each(['README.md', 'src/store/README.md'])('name no case in a table of %s that no test names', (path) => {
    const rows = readFileSync(join(repository, path), 'utf8').split('\n');
    const ids = [...new Set(rows.filter((line) => line.startsWith('|')).flatMap(idsOf))];
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id) => !new RegExp(`\\b${id}\\b`).test(titles))).toEqual([]);
  });
});
