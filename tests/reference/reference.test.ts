import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCases, runCase } from '../../src/cli/reference';
import { kindRunners } from '../../src/cli/reference/kinds';

const folders = ['cases', 'own-cases'].map((folder) => join(import.meta.dirname, folder));
const cases = (await Promise.all(folders.map(readCases))).flat();
const computable = cases.filter(({ kind }) => Object.hasOwn(kindRunners, kind));
const missing = [...new Set(cases.map(({ kind }) => kind))].filter((kind) => !Object.hasOwn(kindRunners, kind));

describe('reference cases', () => {
  it.each(computable.map((given) => [given.id, given] as const))('%s', (_id, given) => {
    expect(runCase(given)).toEqual({ differences: [], error: null });
  });

  it.skipIf(missing.length === 0)(`kinds not computed yet: ${missing.join(', ')}`, ({ skip }) => {
    skip();
  });
});
