import type { Fields } from './kind';

/** A case as stored. */
export interface ReferenceCase {
  readonly id: string;
  readonly kind: string;
  readonly input?: Fields;
  readonly params?: Fields;
  readonly expected: Fields;
  readonly tolerance: Partial<Tolerance> & { readonly fields?: Readonly<Record<string, Partial<Tolerance>>> };
}

interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

/** Where a result differs from its case. */
export interface Difference {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Fields that are graded only where the engine offers them. */
const optionalFields = new Set(['extra', 'alternates']);

/**
 * The differences between a result and what its case expects.
 *
 * A number passes within abs + rel·|expected|; null and ±Infinity pass with anything that is not a finite number;
 * everything else must be equal. The longest matching path in `tolerance.fields` wins; indices are no part of a path.
 */
export function gradeCase(given: ReferenceCase, got: unknown): Difference[] {
  if (given.expected['error'] === true) {
    return hasFiniteNumber(got) ? [{ path: 'error', expected: 'a refusal', got }] : [];
  }
  const differences: Difference[] = [];
  compare(
    given.expected,
    got,
    '',
    false,
    (path, expected, actual) => {
      differences.push({ path, expected, got: actual });
    },
    (path) => toleranceAt(given.tolerance, path),
  );
  return differences;
}

type Report = (path: string, expected: unknown, got: unknown) => void;

function compare(
  expected: unknown,
  got: unknown,
  path: string,
  isOptional: boolean,
  report: Report,
  tolerance: (path: string) => Tolerance,
): void {
  if (isOptional && got === undefined) return;
  if (expected === null || expected === 'Infinity' || expected === '-Infinity') {
    if (hasFiniteNumber(got)) report(path, expected, got);
  } else if (typeof expected === 'number') {
    const { rel, abs } = tolerance(path);
    const isClose = typeof got === 'number' && Math.abs(got - expected) <= abs + rel * Math.abs(expected);
    if (!isClose) report(path, expected, got);
  } else if (Array.isArray(expected)) {
    if (!isList(got) || got.length !== expected.length) report(path, expected, got);
    else expected.forEach((item, i) => compare(item, got[i], path, isOptional, report, tolerance));
  } else if (typeof expected === 'object') {
    for (const [name, item] of Object.entries(expected)) {
      const inner = path === '' ? name : `${path}.${name}`;
      const value = isRecord(got) ? got[name] : undefined;
      compare(item, value, inner, isOptional || optionalFields.has(name), report, tolerance);
    }
  } else if (got !== expected) {
    report(path, expected, got);
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function hasFiniteNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isList(value)) return Array.from(value).some(hasFiniteNumber);
  return isRecord(value) && Object.values(value).some(hasFiniteNumber);
}

function toleranceAt(tolerance: ReferenceCase['tolerance'], path: string): Tolerance {
  let found: Partial<Tolerance> = {};
  let longest = -1;
  for (const [prefix, own] of Object.entries(tolerance.fields ?? {})) {
    const matches = path === prefix || path.startsWith(`${prefix}.`);
    if (matches && prefix.length > longest) {
      longest = prefix.length;
      found = own;
    }
  }
  return { rel: found.rel ?? tolerance.rel ?? 0, abs: found.abs ?? tolerance.abs ?? 0 };
}
