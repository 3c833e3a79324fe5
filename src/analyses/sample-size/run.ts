import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { marginForSampleSize, sampleSizeForMargin, type EstimatePlan } from '../../stats/sampling/margin';
import { powerOfT, sampleSizeForT } from '../../stats/sampling/power-t';
import { powerOfZ, sampleSizeForZ } from '../../stats/sampling/power-z';
import type { AnalysisInput } from '../contract';
import type { PlannedSize, SampleSizeOutcome } from './outcome';
import type { SampleSizeSpec } from './spec';

const curvePoints = 40;

/** A question → the smallest sample that answers it, and what more or fewer would do. */
export function runSampleSize(_: AnalysisInput, spec: SampleSizeSpec): Result<SampleSizeOutcome, Failure> {
  const plan = planOf(spec);
  const needed = plan.needed();
  if (!needed.ok) return needed;
  const { raw, n } = needed.value;
  const given = spec.given === null ? null : Math.max(plan.least, Math.floor(spec.given));
  const { population } = spec;
  const most = plan.groups === 1 && population !== null ? Math.floor(population) : Infinity;
  if (given !== null && given > most) return fail('sample-size-above-population', { n: given, population: most });
  const curve: PlannedSize[] = [];
  for (const size of sizesAround(n, given, plan.least, most)) {
    const here = plan.achieved(size);
    if (!here.ok) return here;
    curve.push({ n: size, value: here.value });
  }
  const at = (size: number): PlannedSize => curve.find((point) => point.n === size) ?? curve[0];
  return ok({
    spec,
    groups: plan.groups,
    raw,
    plan: at(n),
    given: given === null ? null : at(given),
    invited: Math.ceil((n * plan.groups) / (spec.response / 100) - 1e-9),
    curve,
  });
}

interface Plan {
  readonly groups: 1 | 2;
  readonly least: number;
  needed(): Result<{ readonly raw: number; readonly n: number }, Failure>;
  achieved(n: number): Result<number, Failure>;
}

function planOf(spec: SampleSizeSpec): Plan {
  const { question, population, sides, sd } = spec;
  const power = spec.power / 100;
  const alpha = spec.alpha / 100;
  if (question === 'twoShares') {
    const test = { of: 'share', from: spec.from / 100, to: spec.to / 100, samples: 2, alpha, sides } as const;
    return {
      groups: 2,
      least: 2,
      needed: () => sampleSizeForZ(test, power),
      achieved: (n) => powerOfZ(test, n),
    };
  }
  if (question === 'twoMeans') {
    const test = { test: 'two-sample', delta: spec.delta, sd, alpha, sides } as const;
    return { groups: 2, least: 2, needed: () => sampleSizeForT(test, power), achieved: (n) => powerOfT(test, n) };
  }
  const common = { confidence: Number(spec.confidence) / 100, population };
  const estimate: EstimatePlan =
    question === 'share' ? { ...common, of: 'share', share: spec.share / 100 } : { ...common, of: 'mean', sd };
  const margin = question === 'share' ? spec.sharePoints / 100 : spec.margin;
  return {
    groups: 1,
    least: 1,
    needed: () => sampleSizeForMargin({ ...estimate, margin }),
    achieved: (n) => marginForSampleSize(estimate, n),
  };
}

/** Sizes from few to well beyond the plan, with the plan and the sample at hand among them. */
function sizesAround(n: number, given: number | null, least: number, most: number): number[] {
  const last = Math.min(most, Math.ceil(Math.max(n, given ?? 0) * 2) + 10);
  const first = Math.max(least, Math.min(Math.floor(n / 10), last));
  const sizes = new Set([n, ...(given === null ? [] : [given])]);
  for (let i = 0; i <= curvePoints; i++) sizes.add(Math.round(first + ((last - first) * i) / curvePoints));
  return [...sizes].sort((a, b) => a - b);
}
