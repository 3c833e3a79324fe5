import { ok, type Failure, type Result } from '../../kernel/result';
import { cohenKappa, type KappaWeights } from '../../stats/agreement/cohen-kappa';
import { fleissKappa } from '../../stats/agreement/fleiss-kappa';
import { clopperPearsonInterval } from '../../stats/proportions/clopper-pearson';
import type { Filter } from '../../table/filter';
import type { Agreement, CategoryAgreement } from './outcome';

/** Rows as a condition. */
export function rowsFilter(rows: readonly number[]): readonly Filter[] {
  return [{ op: 'rows', rows }];
}

/** How often all lists agree, with the exact interval; without kappa. */
export function shareAgreement(lists: readonly (readonly number[])[], rows: readonly number[]): Agreement {
  const apart = rows.filter((_, i) => lists.some((list) => list[i] !== lists[0][i]));
  const n = rows.length;
  const agreed = n - apart.length;
  const exact = clopperPearsonInterval({ successes: agreed, trials: n });
  return {
    n,
    agreed,
    share: agreed / n,
    interval: exact.ok ? { low: exact.value.low, high: exact.value.high } : { low: 0, high: 1 },
    kappa: null,
    kappaInterval: null,
    disagreements: rowsFilter(apart),
  };
}

/** Two lists with Cohen's kappa. */
export function pairAgreement(
  first: readonly number[],
  second: readonly number[],
  rows: readonly number[],
  { size, weights }: { readonly size: number; readonly weights: KappaWeights },
): Result<Agreement, Failure> {
  const table = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  first.forEach((category, i) => table[category][second[i]]++);
  const made = cohenKappa(table, weights);
  if (!made.ok) return made;
  const { kappa, interval } = made.value;
  return ok({ ...shareAgreement([first, second], rows), kappa, kappaInterval: interval });
}

/** All lists with Fleiss' kappa, also category by category. */
export function groupAgreement(
  lists: readonly (readonly number[])[],
  rows: readonly number[],
  size: number,
): Result<
  {
    readonly whole: Agreement;
    readonly pValue: number | null;
    readonly categories: readonly Omit<CategoryAgreement, 'label'>[];
  },
  Failure
> {
  const counts = rows.map((_, i) => {
    const row = new Array<number>(size).fill(0);
    for (const list of lists) row[list[i]]++;
    return row;
  });
  const made = fleissKappa(counts);
  if (!made.ok) return made;
  const { kappa, interval, pValue, perCategory } = made.value;
  return ok({
    whole: { ...shareAgreement(lists, rows), kappa, kappaInterval: interval },
    pValue,
    categories: perCategory.map(({ proportion, kappa: own }) => ({ share: proportion, kappa: own })),
  });
}
