import type { Json } from './types';

const maxDepth = 64;

/**
 * A copy of a value that can be stored, taken at once so that later changes to the original cannot slip in.
 *
 * Keys without a value (`undefined`) are left out, as JSON does. What only a mistake of the program can cause throws:
 * a number that is not finite, `undefined` as a value or in a list, a proxy (reactive state must be snapshotted
 * first), a date, a map, a function, a key that could reach a prototype.
 */
export function toStoredJson(value: unknown, where: string): Json {
  check(value, where, 0);
  try {
    return withoutUndefined(structuredClone(value as Json));
  } catch {
    throw new RangeError(`a stored value must be plain data, not a proxy: ${where}`);
  }
}

function withoutUndefined(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(withoutUndefined);
  const entries = Object.entries(value) as [string, Json | undefined][];
  return Object.fromEntries(
    entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, withoutUndefined(item)]])),
  );
}

/** Whether a name may be a key: one of these would reach the prototype of the object that holds it. */
export function isSafeKey(key: string): boolean {
  return key !== '__proto__' && key !== 'constructor' && key !== 'prototype';
}

/** Whether two values are the same, key order aside. */
export function isSameJson(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => isSameJson(item, b[i]));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}

/** The value as text in which the order of keys plays no part. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function check(value: unknown, where: string, depth: number): void {
  if (depth > maxDepth) throw new RangeError(`a stored value may be nested ${maxDepth} deep: ${where}`);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`a stored number must be finite: ${where} = ${value}`);
      return;
    case 'object':
      if (value !== null) checkObject(value, where, depth);
      return;
    default:
      throw new RangeError(`a stored value must be plain data: ${where} is ${typeof value}`);
  }
}

function checkObject(value: object, where: string, depth: number): void {
  if (Array.isArray(value)) {
    // By index, because forEach would step over holes, which are not data either.
    for (let i = 0; i < value.length; i++) check(value[i], `${where}[${i}]`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new RangeError(`a stored value must be a plain object: ${where}`);
  }
  for (const [key, item] of Object.entries(value)) {
    if (!isSafeKey(key)) throw new RangeError(`a stored key must not name a prototype: ${where}.${key}`);
    if (item !== undefined) check(item, `${where}.${key}`, depth + 1);
  }
}
