import type { PhraseValue } from '../../kernel/result';
import type { Check } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { firstOf, fixed, percent, say } from '../phrases';
import type { CompareMeansOutcome, ComparedGroup } from './outcome';
import { isByRanks } from './words';

const namesShown = 5;

/** What the chosen test assumes, and whether these data agree. */
export function reportCard(outcome: CompareMeansOutcome): Check[] {
  return [
    sizeCheck(outcome),
    ...(outcome.design === 'pairs' ? pairChecks(outcome) : groupChecks(outcome)),
    ...coverageChecks(outcome),
    check('caution', 'independence'),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.compareMeans.check.${code}`, params) };
}

function sizeCheck({ groups, design }: CompareMeansOutcome): Check {
  const least = Math.min(...groups.map(({ n }) => n));
  const status = least >= 20 ? 'good' : least >= 8 ? 'caution' : 'bad';
  return check(status, `${design === 'pairs' ? 'pairs' : 'size'}.${status}`, { n: least });
}

function names(groups: readonly ComparedGroup[]): PhraseValue {
  return firstOf(
    groups.map(({ label }) => label),
    namesShown,
  );
}

function groupChecks(outcome: CompareMeansOutcome): Check[] {
  const { groups } = outcome;
  const checks: Check[] = [];
  const skewed = groups.filter(({ normalP }) => normalP !== null && normalP < alpha);
  if (isByRanks(outcome)) checks.push(check('good', 'ranksAssumption'));
  else if (skewed.length === 0) checks.push(check('good', 'normal'));
  else {
    const areLarge = skewed.every(({ n, skewness }) => n >= 50 || (n >= 15 && Math.abs(skewness ?? 0) <= 2));
    checks.push(
      check(areLarge ? 'good' : 'caution', areLarge ? 'notNormalLarge' : 'notNormal', {
        n: skewed.length,
        names: names(skewed),
      }),
    );
  }
  checks.push(...spreadCheck(outcome));
  const outlying = groups.filter(({ box }) => box.outlierCount > 0);
  if (outlying.length > 0) {
    const count = outlying.reduce((sum, { box }) => sum + box.outlierCount, 0);
    checks.push(check('caution', 'outliers', { n: count, groups: outlying.length }));
  }
  return checks;
}

function spreadCheck({ spread, method, groups }: CompareMeansOutcome): Check[] {
  if (!spread || spread.leveneP === null || spread.leveneF === null) return [];
  const sds = groups.map(({ sd }) => sd).filter((sd) => sd > 0);
  const params = {
    f: fixed(spread.leveneF, 3),
    p: pPhrase(spread.leveneP),
    ratio: fixed(sds.length > 0 ? Math.max(...sds) / Math.min(...sds) : 1, 2),
  };
  if (spread.leveneP >= alpha) return [check('good', 'equalSpread', params)];
  const assumed = method.used === 'pooledT' || method.used === 'anova';
  if (assumed) return [check('bad', 'unequalSpreadAssumed', params)];
  const ranks = method.used === 'mannWhitney' || method.used === 'kruskalWallis';
  return [check(ranks ? 'caution' : 'good', ranks ? 'unequalSpreadRanks' : 'unequalSpread', params)];
}

function pairChecks({ differences, method, coverage }: CompareMeansOutcome): Check[] {
  const checks: Check[] = [];
  if (differences && method.used === 'pairedT' && differences.normalP !== null) {
    const isNormal = differences.normalP >= alpha;
    const params = { p: pPhrase(differences.normalP), n: differences.n };
    checks.push(
      isNormal
        ? check('good', 'differencesNormal', params)
        : check(
            differences.n >= 50 ? 'good' : 'caution',
            differences.n >= 50 ? 'differencesLarge' : 'differencesNotNormal',
            params,
          ),
    );
  }
  if (coverage.incomplete > 0)
    checks.push(
      check('caution', 'incomplete', { n: coverage.incomplete, share: percent(coverage.incomplete / coverage.rows) }),
    );
  return checks;
}

function coverageChecks({ coverage }: CompareMeansOutcome): Check[] {
  const checks: Check[] = [];
  if (coverage.missing > 0)
    checks.push(check('caution', 'missing', { n: coverage.missing, share: percent(coverage.missing / coverage.rows) }));
  if (coverage.unplaced > 0) checks.push(check('caution', 'unplaced', { n: coverage.unplaced }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.small.length > 0) {
    checks.push(check('caution', 'small', { n: coverage.small.length, names: firstOf(coverage.small, namesShown) }));
  }
  return checks;
}
