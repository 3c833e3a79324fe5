import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { firstOf, fixed, percent, say } from '../phrases';
import type { RatingFigures, SatisfactionOutcome } from './outcome';
import { ratingScales } from './scale';
import { kindOf, ratingFigure } from './words';

const namesShown = 5;

/** The score with its uncertainty, which groups stand out, and whether the answers can carry it. */
export function satisfactionFindings(outcome: SatisfactionOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: SatisfactionOutcome): Findings['headline'] {
  const { whole, answers, spec } = outcome;
  const kind = kindOf(outcome);
  const { negativeTo } = ratingScales[spec.scale];
  const unhappy = answers.filter(({ score }) => score <= negativeTo);
  const [example] = unhappy;
  const scores = unhappy.map(({ score }) => score);
  return [
    {
      label: say(`analyses.satisfaction.headline.${kind}`),
      value: ratingFigure(outcome, whole.value),
      note: say('analyses.satisfaction.headline.interval', {
        low: ratingFigure(outcome, whole.low),
        high: ratingFigure(outcome, whole.high),
      }),
    },
    {
      label: say('analyses.satisfaction.headline.mean'),
      value: fixed(whole.mean, 2),
      note:
        whole.meanLow === null || whole.meanHigh === null
          ? say('analyses.satisfaction.headline.n', { n: whole.n })
          : say('analyses.satisfaction.headline.interval', {
              low: fixed(whole.meanLow, 2),
              high: fixed(whole.meanHigh, 2),
            }),
    },
    {
      label: say(`analyses.satisfaction.headline.${kind}Negative`),
      value: percent(whole.negative / whole.n),
      note: say('analyses.satisfaction.headline.answers', { n: whole.negative }),
      ...(whole.negative > 0
        ? {
            drill: example.filters.map((filter) =>
              filter.op === 'equals' && filter === example.filters.at(-1) ? { ...filter, values: scores } : filter,
            ),
          }
        : {}),
    },
    { label: say('analyses.satisfaction.headline.valid'), value: whole.n, drill: whole.filters },
  ];
}

function sentences(outcome: SatisfactionOutcome): Phrase[] {
  const { whole, groups, timeOrdered } = outcome;
  const kind = kindOf(outcome);
  const said = [
    say(`analyses.satisfaction.finding.${kind}`, {
      n: whole.n,
      value: ratingFigure(outcome, whole.value),
      low: ratingFigure(outcome, whole.low),
      high: ratingFigure(outcome, whole.high),
      positive: percent(whole.positive / whole.n),
      negative: percent(whole.negative / whole.n),
    }),
  ];
  if (groups.length < 2) return said;
  const better = groups.filter(({ low }) => low > whole.value);
  const worse = groups.filter(({ high }) => high < whole.value);
  const names = (list: readonly RatingFigures[]): PhraseValue =>
    firstOf(
      list.map(({ label }) => label),
      namesShown,
    );
  if (better.length > 0)
    said.push(say('analyses.satisfaction.finding.better', { n: better.length, names: names(better) }));
  if (worse.length > 0) said.push(say('analyses.satisfaction.finding.worse', { n: worse.length, names: names(worse) }));
  if (better.length + worse.length === 0) said.push(say('analyses.satisfaction.finding.alike', { n: groups.length }));
  else said.push(say('analyses.satisfaction.finding.chance', { n: groups.length }));
  if (timeOrdered) said.push(say('analyses.satisfaction.finding.time'));
  return said;
}

function reportCard({ whole, coverage, groups, spec, answers }: SatisfactionOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.satisfaction.check.${code}`, params),
  });
  const amount = whole.n >= 100 ? 'good' : whole.n >= 30 ? 'caution' : 'bad';
  const checks = [check(amount, `amount.${amount}`, { n: whole.n })];
  if (coverage.missing > 0) {
    const share = coverage.missing / coverage.rows;
    checks.push(check(share > 0.5 ? 'bad' : 'caution', 'missing', { n: coverage.missing, share: percent(share) }));
  }
  if (coverage.outside > 0) {
    const { low, high } = ratingScales[spec.scale];
    checks.push(check('bad', 'outside', { n: coverage.outside, low, high }));
  }
  const top = answers[answers.length - 1];
  if (whole.n >= 30 && top.count / whole.n > 0.9) {
    checks.push(check('caution', 'ceiling', { share: percent(top.count / whole.n), score: top.score }));
  }
  if (coverage.unplaced > 0) checks.push(check('caution', 'unplaced', { n: coverage.unplaced }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.empty.length > 0) {
    checks.push(check('caution', 'empty', { n: coverage.empty.length, names: firstOf(coverage.empty, namesShown) }));
  }
  const small = groups.filter(({ n }) => n < 30).length;
  if (small > 0) checks.push(check('caution', 'smallGroups', { n: small }));
  checks.push(check('caution', 'sampling'));
  return checks;
}

function howComputed(outcome: SatisfactionOutcome): Phrase[] {
  const { whole, spec } = outcome;
  const { positiveFrom, negativeTo, low, high } = ratingScales[spec.scale];
  const params = {
    n: whole.n,
    positive: whole.positive,
    negative: whole.negative,
    value: ratingFigure(outcome, whole.value),
    low: ratingFigure(outcome, whole.low),
    high: ratingFigure(outcome, whole.high),
  };
  return [
    say(`analyses.satisfaction.how.${kindOf(outcome)}`, params),
    spec.scale === 'nps'
      ? say('analyses.satisfaction.how.npsInterval', params)
      : say('analyses.satisfaction.how.csatInterval', { ...params, from: positiveFrom, to: negativeTo }),
    say('analyses.satisfaction.how.mean', {
      mean: fixed(whole.mean, 3),
      n: whole.n,
      score: fixed((100 * (whole.mean - low)) / (high - low), 1),
      low,
      span: high - low,
    }),
  ];
}
