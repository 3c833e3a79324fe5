import { fail, type Failure } from '../../kernel/result';
import { measured, type Maybe } from '../descriptive/measured';
import { medianOf } from '../special/sums';
import type { TestFailureCode } from '../tests/failures';

/** Values that belong together; missing ones are left out. */
export interface NamedGroup {
  readonly name: string;
  readonly values: ArrayLike<Maybe>;
}

/** Groups ready to compute with. */
export interface PreparedGroups {
  readonly names: readonly string[];
  /** Measured values less `origin`. */
  readonly samples: readonly Float64Array[];
  /** The median of all: values close together keep their digits, however large they are. */
  readonly origin: number;
  readonly total: number;
}

/** The groups as numbers, or why there are too few of them. */
export function prepareGroups(
  groups: readonly NamedGroup[],
  needed: { readonly groups: number; readonly perGroup: number },
):
  | { readonly ok: true; readonly value: PreparedGroups }
  | { readonly ok: false; readonly failure: Failure<TestFailureCode> } {
  if (groups.length < needed.groups) return fail('groups-too-few', { needed: needed.groups, groups: groups.length });
  const samples = groups.map(({ values }) => measured(values));
  const short = samples.findIndex((sample) => sample.length < needed.perGroup);
  if (short >= 0) {
    return fail('group-too-few-values', {
      group: groups[short].name,
      needed: needed.perGroup,
      n: samples[short].length,
    });
  }
  const total = samples.reduce((sum, sample) => sum + sample.length, 0);
  const all = new Float64Array(total);
  let at = 0;
  for (const sample of samples) {
    all.set(sample, at);
    at += sample.length;
  }
  const origin = medianOf(all);
  return {
    ok: true,
    value: {
      names: groups.map(({ name }) => name),
      samples: samples.map((sample) => sample.map((value) => value - origin)),
      origin,
      total,
    },
  };
}
