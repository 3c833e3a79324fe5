/** Reading specs that were stored, linked or written by hand. */

import * as v from 'valibot';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Filter } from '../table/filter';

const id = v.string();
const numbers = v.array(v.number());
const words = v.array(v.string());
const bound = v.nullable(v.number());

const filterSchema: v.GenericSchema<unknown, Filter> = v.variant('op', [
  v.object({ column: id, op: v.picklist(['in', 'notIn']), values: words }),
  v.object({ column: id, op: v.literal('range'), from: bound, before: bound }),
  v.object({ column: id, op: v.literal('equals'), values: numbers }),
  v.object({ column: id, op: v.picklist(['missing', 'present']) }),
  v.object({ column: id, op: v.literal('contains'), text: v.string() }),
  v.object({ op: v.literal('rows'), rows: numbers }),
]);

const count = v.pipe(v.number(), v.finite());

/** Building blocks of spec schemas; a key that is absent takes the value given here. */
export const specParts = {
  column: v.optional(v.nullable(id), null),
  filters: v.optional(v.array(filterSchema), []),
  values: v.optional(words, []),
  days: v.optional(v.nullable(v.object({ from: bound, before: bound })), null),
  phases: v.optional(v.array(v.object({ label: id, name: v.string(), reason: v.string() })), []),
  exclusions: v.optional(v.array(v.object({ label: id, reason: v.string() })), []),
  number: (fallback: number) => v.optional(count, fallback),
  numberOrNone: v.optional(v.nullable(count), null),
  flag: (fallback: boolean) => v.optional(v.boolean(), fallback),
  choice: <const T extends readonly [string, ...string[]]>(choices: T, fallback: T[number]) =>
    v.optional(v.picklist(choices), fallback as never),
} as const;

/**
 * A spec from unknown data: unknown keys are dropped, absent ones take their default.
 *
 * Fails  spec-invalid with the name of the first wrong key
 */
export function readSpec<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): Result<T, Failure<'spec-invalid'>> {
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return ok(parsed.output);
  return fail('spec-invalid', { key: v.getDotPath(parsed.issues[0]) ?? '' });
}
