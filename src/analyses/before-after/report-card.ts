import type { PhraseValue } from '../../kernel/result';
import type { Check } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { figure, firstOf, percent, say, term } from '../phrases';
import type { BeforeAfterOutcome } from './outcome';
import { filledPeriods, signedShown } from './words';

const leastPoints = 3;
const labelsListed = 8;

/** What a comparison of before and after takes for granted, and whether these data agree. */
export function reportCard(outcome: BeforeAfterOutcome): Check[] {
  return [
    ...dateChecks(outcome),
    amountCheck(outcome),
    ...trendChecks(outcome),
    ...coverageChecks(outcome),
    ...confounding(outcome),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.beforeAfter.check.${code}`, params) };
}

function dateChecks({ isAssumed, changeDay, coverage }: BeforeAfterOutcome): Check[] {
  const checks: Check[] = [];
  if (isAssumed) checks.push(check('bad', 'assumed', { day: { as: 'date', epochDay: changeDay } }));
  if (coverage.inGap > 0) checks.push(check('good', 'gap', { n: coverage.inGap }));
  return checks;
}

function amountCheck({ before, after, spec }: BeforeAfterOutcome): Check {
  if (spec.metric === 'mean') {
    const n = Math.min(before.size, after.size);
    const status = n >= 30 ? 'good' : n >= 10 ? 'caution' : 'bad';
    return check(status, `values.${status}`, { n: figure(n) });
  }
  const rest = (size: number, events: number): number => (spec.metric === 'share' ? size - events : Infinity);
  const least = Math.min(...[before, after].map(({ size, events }) => Math.min(events ?? 0, rest(size, events ?? 0))));
  const status = least >= 10 ? 'good' : least >= 3 ? 'caution' : 'bad';
  return check(status, `counts.${status}`, { n: figure(least) });
}

function trendChecks(outcome: BeforeAfterOutcome): Check[] {
  const { trend, preTrend } = outcome;
  const before = filledPeriods(outcome, trend.before);
  const after = filledPeriods(outcome, trend.after);
  const unit = term(`analyses.beforeAfter.choice.unit.${trend.unit === 'year' ? 'quarter' : trend.unit}`);
  const checks = [
    Math.min(before, after) < leastPoints
      ? check('caution', 'short', { before, after, unit })
      : check('good', 'long', { before, after, unit }),
  ];
  if (preTrend) {
    const params = { slope: signedShown(outcome, preTrend.perPoint), unit, p: pPhrase(preTrend.pValue), n: preTrend.n };
    checks.push(preTrend.pValue < alpha ? check('bad', 'preTrend', params) : check('good', 'noPreTrend', params));
  } else checks.push(check('caution', 'unknownPreTrend'));
  const empty = trend.points.filter(({ treated }) => treated === null).map(({ label }) => label);
  if (empty.length > 0) {
    checks.push(check('caution', 'emptyPeriods', { n: empty.length, labels: firstOf(empty, labelsListed) }));
  }
  return checks;
}

function coverageChecks({ before, after, coverage, spec, metricName, sizeName }: BeforeAfterOutcome): Check[] {
  const checks: Check[] = [];
  const blank = before.blank + after.blank;
  if (blank > 0) {
    checks.push(
      check('caution', 'blank', { n: blank, share: percent(blank / Math.max(1, coverage.rows)), name: metricName }),
    );
  }
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.noArm > 0) checks.push(check('caution', 'noArm', { n: coverage.noArm }));
  if (spec.metric === 'rate') {
    checks.push(
      spec.denominator === 'days' ? check('caution', 'perDay') : check('good', 'exposure', { name: sizeName ?? '' }),
    );
  }
  return checks;
}

function confounding({ control, coverage }: BeforeAfterOutcome): Check[] {
  return [
    control ? check('caution', 'parallel', { name: control.name }) : check('caution', 'noControl'),
    ...(coverage.seasons ? [check('caution', 'seasons')] : []),
    check('caution', 'stability'),
  ];
}
