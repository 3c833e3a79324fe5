import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figureOr } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, firstOf, fixed, percent, say } from '../phrases';
import { howComputed } from './how-computed';
import type { BeyondFigures, SampleFigures, SummaryOutcome } from './outcome';
import { quantileOf } from './words';

const namesShown = 5;
/** From here on tests of normality find departures that do not matter. */
const largeSample = 1000;

/** What a distribution looks like, how far the figures can be trusted, and how they came about. */
export function summaryFindings(outcome: SummaryOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: SummaryOutcome): Findings['headline'] {
  const { summary, beyond, filters } = outcome.whole;
  const interval = summary.meanInterval;
  const p90 = quantileOf(outcome, summary, 0.9);
  return [
    {
      label: say('analyses.summary.headline.mean'),
      value: figureOr(summary.mean),
      ...(interval
        ? {
            note: say('analyses.summary.headline.interval', { low: figure(interval.low), high: figure(interval.high) }),
          }
        : {}),
    },
    {
      label: say('analyses.summary.headline.median'),
      value: figureOr(summary.median),
      note: say('analyses.summary.headline.p90', { value: figureOr(p90) }),
    },
    {
      label: say('analyses.summary.headline.sd'),
      value: figureOr(summary.sd),
      note: say('analyses.summary.headline.range', { low: figureOr(summary.min), high: figureOr(summary.max) }),
    },
    beyond
      ? beyondHeadline(beyond)
      : { label: say('analyses.summary.headline.n'), value: figure(summary.n), drill: filters },
  ];
}

function beyondHeadline(beyond: BeyondFigures): Findings['headline'][number] {
  const total = beyond.below + beyond.above;
  const drill = beyond.above > 0 && beyond.below === 0 ? beyond.filters.above : beyond.filters.below;
  return {
    label: say('analyses.summary.headline.beyond'),
    value: percent(beyond.share, 2),
    note: say('analyses.summary.headline.beyondNote', {
      n: total,
      low: percent(beyond.low, 2),
      high: percent(beyond.high, 2),
    }),
    ...(total > 0 && (beyond.above === 0 || beyond.below === 0) ? { drill } : {}),
  };
}

function sentences(outcome: SummaryOutcome): Phrase[] {
  const { summary, beyond, box } = outcome.whole;
  const q = (p: number): PhraseValue => figureOr(quantileOf(outcome, summary, p));
  const said = [
    say('analyses.summary.finding.centre', {
      n: summary.n,
      mean: figureOr(summary.mean),
      median: figureOr(summary.median),
      q1: q(0.25),
      q3: q(0.75),
      p90: q(0.9),
    }),
    ...shapeSentence(outcome),
    ...normalitySentence(outcome),
  ];
  if (beyond) {
    said.push(
      say('analyses.summary.finding.beyond', {
        n: beyond.below + beyond.above,
        of: summary.n,
        share: percent(beyond.share, 2),
        low: percent(beyond.low, 2),
        high: percent(beyond.high, 2),
      }),
    );
  }
  if (box && box.outlierCount > 0) said.push(say('analyses.summary.finding.outliers', { n: box.outlierCount }));
  return [...said, ...groupSentences(outcome.groups)];
}

function shapeSentence({ whole }: SummaryOutcome): Phrase[] {
  const skew = whole.summary.skewness.adjusted;
  if (skew === null || whole.summary.n < 8) return [];
  const params = { skew: fixed(skew, 2) };
  if (skew >= 1) return [say('analyses.summary.finding.rightSkewed', params)];
  return [say(skew <= -1 ? 'analyses.summary.finding.leftSkewed' : 'analyses.summary.finding.symmetric', params)];
}

function normalitySentence({ normality, logNormality, whole }: SummaryOutcome): Phrase[] {
  if (!normality) return [];
  const params = {
    a: fixed(normality.andersonDarling.aSquared, 3),
    p: pPhrase(normality.andersonDarling.pValue),
    n: whole.summary.n,
  };
  if (normality.andersonDarling.pValue >= alpha) return [say('analyses.summary.finding.normal', params)];
  const better =
    logNormality !== null && logNormality.andersonDarling.aSquared < normality.andersonDarling.aSquared / 2;
  const said = [
    say(
      normality.n > largeSample ? 'analyses.summary.finding.notNormalLarge' : 'analyses.summary.finding.notNormal',
      params,
    ),
  ];
  if (better) {
    said.push(
      say(
        logNormality.andersonDarling.pValue >= alpha
          ? 'analyses.summary.finding.logNormalFits'
          : 'analyses.summary.finding.logNormalCloser',
        { a: fixed(logNormality.andersonDarling.aSquared, 3), p: pPhrase(logNormality.andersonDarling.pValue) },
      ),
    );
  }
  return said;
}

function groupSentences(groups: readonly SampleFigures[]): Phrase[] {
  if (groups.length < 2) return [];
  const byMedian = [...groups].sort((a, b) => (b.summary.median ?? 0) - (a.summary.median ?? 0));
  const [highest] = byMedian;
  const lowest = byMedian[byMedian.length - 1];
  return [
    say('analyses.summary.finding.groups', {
      n: groups.length,
      highest: highest.label,
      high: figureOr(highest.summary.median),
      lowest: lowest.label,
      low: figureOr(lowest.summary.median),
    }),
  ];
}

function reportCard(outcome: SummaryOutcome): Check[] {
  const { whole, coverage, groups, distinct } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.summary.check.${code}`, params),
  });
  const { n } = whole.summary;
  const checks = [
    check(n >= 30 ? 'good' : n >= 10 ? 'caution' : 'bad', `amount.${n >= 30 ? 'good' : n >= 10 ? 'caution' : 'bad'}`, {
      n,
    }),
  ];
  if (whole.missing > 0) {
    const share = whole.missing / coverage.rows;
    checks.push(check(share > 0.2 ? 'bad' : 'caution', 'missing', { n: whole.missing, share: percent(share) }));
  }
  checks.push(...normalityCheck(outcome), ...orderCheck(outcome));
  if (n >= 20 && distinct <= 10) checks.push(check('caution', 'discrete', { distinct, n }));
  if (outcome.logRefused) checks.push(check('caution', 'logRefused'));
  if (coverage.unplaced > 0) checks.push(check('caution', 'unplaced', { n: coverage.unplaced }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.empty.length > 0) {
    checks.push(check('caution', 'empty', { n: coverage.empty.length, names: firstOf(coverage.empty, namesShown) }));
  }
  const small = groups.filter(({ summary }) => summary.n < 10);
  if (small.length > 0) {
    checks.push(
      check('caution', 'smallGroups', {
        n: small.length,
        names: firstOf(
          small.map(({ label }) => label),
          namesShown,
        ),
      }),
    );
  }
  return checks;
}

function normalityCheck({ normality, normalityFailure }: SummaryOutcome): Check[] {
  if (!normality)
    return normalityFailure ? [{ status: 'caution', sentence: say('analyses.summary.check.noNormality') }] : [];
  const { aSquared, pValue } = normality.andersonDarling;
  const params = { a: fixed(aSquared, 3), p: pPhrase(pValue) };
  if (pValue >= alpha) return [{ status: 'good', sentence: say('analyses.summary.check.normal', params) }];
  return [{ status: 'caution', sentence: say('analyses.summary.check.notNormal', params) }];
}

/** Values that follow one another closely say less than their number. */
function orderCheck({ autocorrelation, whole }: SummaryOutcome): Check[] {
  if (!autocorrelation || whole.summary.n < 20) return [];
  const { value, byTime } = autocorrelation;
  const bound = 2 / Math.sqrt(whole.summary.n);
  const params = { r: fixed(value, 3), bound: fixed(bound, 3) };
  if (Math.abs(value) <= bound)
    return [
      {
        status: 'good',
        sentence: say(byTime ? 'analyses.summary.check.independent' : 'analyses.summary.check.independentRows', params),
      },
    ];
  return [
    {
      status: 'caution',
      sentence: say(byTime ? 'analyses.summary.check.dependent' : 'analyses.summary.check.dependentRows', params),
    },
  ];
}
