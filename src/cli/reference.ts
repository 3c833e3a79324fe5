import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gradeCase, type Difference, type ReferenceCase } from './reference/grade';
import { kindRunners } from './reference/kinds';

/** Why a case failed: where it differs, or what stopped it. Empty when it passed. */
export interface CaseVerdict {
  readonly differences: readonly Difference[];
  readonly error: string | null;
}

/** Computes one case and compares. */
export function runCase(given: ReferenceCase): CaseVerdict {
  const runner = Object.hasOwn(kindRunners, given.kind) ? kindRunners[given.kind] : undefined;
  if (!runner) return { differences: [], error: `unknown kind ${given.kind}` };
  try {
    return { differences: gradeCase(given, runner(given.input ?? {}, given.params ?? {})), error: null };
  } catch (error) {
    if (given.expected['error'] === true) return { differences: [], error: null };
    return { differences: [], error: error instanceof Error ? error.message : String(error) };
  }
}

/** The cases of a folder, by name. */
export async function readCases(dir: string): Promise<ReferenceCase[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(dir, name), 'utf8')) as ReferenceCase));
}

/**
 * Runs every reference case of a folder through the engine.
 *
 * Prints one line for each case that fails and, last, `N passed, N failed`. Returns the exit code: 1 if any failed.
 */
export async function runReference(dir: string): Promise<number> {
  let failed = 0;
  const cases = await readCases(dir);
  for (const given of cases) {
    const { differences, error } = runCase(given);
    if (error === null && differences.length === 0) continue;
    failed++;
    process.stdout.write(`${given.id}: ${error ?? describe(differences)}\n`);
  }
  process.stdout.write(`${cases.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

function describe(differences: readonly Difference[]): string {
  const [{ path, expected, got }] = differences;
  const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : '';
  return `${path} expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}${more}`;
}
