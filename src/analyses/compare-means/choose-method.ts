import type { ComparedGroup, Maybe, MethodReason } from './outcome';
import type { CompareMeansSpec } from './spec';

/** Which family of tests, and why. */
export interface MethodChoice {
  readonly family: 'welch' | 'equal' | 'ranks';
  readonly reason: MethodReason;
}

const alpha = 0.05;
/** From here on means of a skewed sample are close to normal; many groups need a little more. */
const enough = { fewGroups: 15, manyGroups: 20, from: 10 } as const;
const strongSkew = 2;
const enoughDespiteSkew = 50;

/** The family of tests for independent groups. */
export function chooseForGroups(
  spec: CompareMeansSpec,
  groups: readonly ComparedGroup[],
  leveneP: Maybe,
): MethodChoice {
  if (spec.method !== 'auto') return { family: spec.method, reason: 'chosen' };
  const needed = groups.length >= enough.from ? enough.manyGroups : enough.fewGroups;
  if (groups.some(({ n, normalP }) => n < needed && normalP !== null && normalP < alpha))
    return { family: 'ranks', reason: 'smallNotNormal' };
  if (groups.some(({ n, skewness }) => n < enoughDespiteSkew && Math.abs(skewness ?? 0) > strongSkew))
    return { family: 'ranks', reason: 'strongSkew' };
  if (groups.length === 2) return { family: 'welch', reason: 'welchDefault' };
  if (groups.some(({ sd }) => !(sd > 0))) return { family: 'ranks', reason: 'noSpread' };
  return leveneP !== null && leveneP < alpha
    ? { family: 'welch', reason: 'unequalSpread' }
    : { family: 'equal', reason: 'equalSpread' };
}

/** Whether pairs are compared by their mean difference or by ranks. */
export function chooseForPairs(
  spec: CompareMeansSpec,
  differences: { readonly n: number; readonly normalP: Maybe; readonly skewness: Maybe },
): MethodChoice {
  if (spec.method !== 'auto') return { family: spec.method, reason: 'chosen' };
  const { n, normalP, skewness } = differences;
  const isSmall = n < enough.manyGroups && normalP !== null && normalP < alpha;
  const isSkewed = n < enoughDespiteSkew && Math.abs(skewness ?? 0) > strongSkew;
  return isSmall || isSkewed ? { family: 'ranks', reason: 'pairsNotNormal' } : { family: 'welch', reason: 'pairsFit' };
}
