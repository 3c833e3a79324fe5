import { fail, ok, type Failure, type PhraseValue, type Result } from '../../kernel/result';
import { wilsonInterval } from '../../stats/proportions/wilson';
import type { Interval } from '../../stats/proportions/interval';
import { rateInterval } from '../../stats/rates/poisson-rate';
import type { AnalysisInput } from '../contract';
import { roundRate } from '../display';
import { countGroups, type RawGroup } from './count-groups';
import type { CompareProportionsOutcome, ProportionGroup } from './outcome';
import type { CompareProportionsSpec } from './spec';
import { comparePairs, testAll } from './test-groups';

/** Compares shares or rates between groups or periods. */
export function runCompareProportions(
  input: AnalysisInput,
  spec: CompareProportionsSpec,
): Result<CompareProportionsOutcome, Failure> {
  if (spec.kind === 'share' && spec.numerator === 'rows') return fail('numerator-is-denominator');
  const counted = countGroups(input, spec);
  if (!counted.ok) return counted;
  const { groups: raw, coverage, ...named } = counted.value;
  const usable = raw.filter(hasSize);
  const wrong = checkCounts(usable, spec);
  if (wrong) return wrong;
  if (usable.length < 2) return fail('proportions-too-few-groups', { groups: usable.length });
  const events = usable.reduce((sum, group) => sum + group.events, 0);
  const size = usable.reduce((sum, group) => sum + group.size, 0);
  const overall = { events, size, value: events / size, interval: intervalOf(spec, { events, size }) };
  const groups = usable.map((group) => measureGroup(spec, group, overall.value));
  if (!named.timeOrdered) groups.sort(worstFirst(spec));
  const pairs = comparePairs(spec, groups, overall);
  if (!pairs.ok) return pairs;
  return ok({
    spec,
    ...named,
    groups,
    overall,
    per: spec.kind === 'share' ? 1 : (spec.per ?? roundRate([overall.value])),
    test: testAll(spec, groups),
    ...pairs.value,
    coverage: {
      ...coverage,
      withoutSize: raw.filter((group) => !hasSize(group)).map(({ label }): PhraseValue => label),
    },
  });
}

type Sized = RawGroup & { readonly size: number };

function hasSize(group: RawGroup): group is Sized {
  return group.size !== null && group.size > 0;
}

/** Counts that no comparison can be made of. */
function checkCounts(
  groups: readonly Sized[],
  { kind }: CompareProportionsSpec,
): { readonly ok: false; readonly failure: Failure } | null {
  const broken = groups.find(({ events }) => !(Number.isInteger(events) && events >= 0));
  if (broken) return fail('proportions-count-invalid', { label: broken.label, count: broken.events });
  if (kind === 'rate') return null;
  const uneven = groups.find(({ size }) => !Number.isInteger(size));
  if (uneven) return fail('proportions-count-invalid', { label: uneven.label, count: uneven.size });
  const above = groups.find(({ events, size }) => events > size);
  return above ? fail('proportions-exceed-size', { label: above.label, events: above.events, size: above.size }) : null;
}

function measureGroup(spec: CompareProportionsSpec, group: Sized, overall: number): ProportionGroup {
  const interval = intervalOf(spec, group);
  return {
    ...group,
    value: group.events / group.size,
    interval,
    against: interval.low > overall ? 'above' : interval.high < overall ? 'below' : 'within',
  };
}

/** Wilson's interval of a share, Garwood's of a rate. */
function intervalOf(
  { kind }: CompareProportionsSpec,
  { events, size }: { readonly events: number; readonly size: number },
): Interval {
  const made =
    kind === 'share' ? wilsonInterval({ successes: events, trials: size }) : rateInterval({ events, exposure: size });
  // Counts were checked before: only sizes near the end of the doubles come here without an interval.
  return made.ok ? made.value : { low: 0, high: 1 };
}

function worstFirst({ direction }: CompareProportionsSpec): (a: ProportionGroup, b: ProportionGroup) => number {
  const sign = direction === 'lower' ? 1 : -1;
  return (a, b) => sign * (b.value - a.value);
}
