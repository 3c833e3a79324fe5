import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../src/cli/reference';
import { kindRunners } from '../../src/cli/reference/kinds';

const folders = ['cases', 'own-cases'].map((folder) => join(import.meta.dirname, '../reference', folder));
const cases = (await Promise.all(folders.map(readCases))).flat();
/** Distributions answer NaN outside their domain by contract; constants have none. */
const kinds = [...new Set(cases.map(({ kind }) => kind))].filter((k) => k !== 'distribution' && k !== 'constants');

/** What a careless file holds in place of a measurement; up to 1e60, so that fourth powers are still numbers. */
const awkward = fc.constantFrom<number | null>(null, 0, 1, -1, 0.5, 1e15, 1e15 + 1, -1e15, 5e-324, 1e-200, 1e60, -1e60);

/** A copy of a case in which some of the numbers are others; `pick` says for each number whether and which. */
function mutate(node: unknown, pick: () => number | null | undefined): unknown {
  if (Array.isArray(node)) {
    return node.map((item: unknown) => {
      const other = typeof item === 'number' || item === null ? pick() : undefined;
      return other === undefined ? mutate(item, pick) : other;
    });
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, mutate(item, pick)]));
}

function findNotFinite(result: unknown, path = ''): string | null {
  if (typeof result === 'number') return Number.isFinite(result) ? null : `${path} = ${result}`;
  if (typeof result !== 'object' || result === null) return null;
  for (const [name, inner] of Object.entries(result)) {
    const found = findNotFinite(inner, `${path}.${name}`);
    if (found) return found;
  }
  return null;
}

describe.each(kinds)('%s', (kind) => {
  // Cases of thousands of numbers say no more than those of dozens.
  const short = cases.filter((given) => given.kind === kind && JSON.stringify(given.input ?? {}).length < 4000);

  it('never gives a number that is none, whatever stands in the data', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...short),
        fc.array(awkward, { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 1, max: 30 }),
        (given, others, every) => {
          let count = 0;
          const input = mutate(given.input ?? {}, () => (++count % every === 0 ? others[count % 9] : undefined));
          let result: unknown;
          try {
            result = kindRunners[kind](input as Record<string, unknown>, given.params ?? {});
          } catch (error) {
            // A coded refusal, or a case that no longer is one; nothing that ran into the weeds.
            expect(error).not.toBeInstanceOf(TypeError);
            return;
          }
          expect(findNotFinite(result)).toBeNull();
        },
      ),
      { numRuns: Number(process.env['TRIALS'] ?? 1) > 1 ? 3_000 : 150 },
    );
  });
});
