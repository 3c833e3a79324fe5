import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { firstOf, fixed, percent, say, list } from '../phrases';
import type { DimensionGap, ServqualOutcome } from './outcome';
import { scaleEnds } from './run';
import { dimensionName, kindOf, mean, priorities, scoreFigure, shownOf } from './words';

const namesShown = 5;
const leastAlpha = 0.7;
const fewest = 30;

/** How far the service falls short, where first, and whether the answers can carry it. */
export function servqualFindings(outcome: ServqualOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function weakest(outcome: ServqualOutcome): DimensionGap | undefined {
  const value = (own: DimensionGap): number => shownOf(outcome, own).mean ?? Infinity;
  return [...outcome.dimensions].sort((a, b) => value(a) - value(b))[0];
}

function headline(outcome: ServqualOutcome): Findings['headline'] {
  const { overall, quality } = outcome;
  const kind = kindOf(outcome);
  const whole = shownOf(outcome, overall);
  const worst = weakest(outcome);
  const [first] = priorities(outcome);
  return [
    {
      label: say(`analyses.servqual.headline.${kind}`),
      value: scoreFigure(outcome, whole.mean),
      note: say('analyses.servqual.headline.interval', {
        low: scoreFigure(outcome, whole.interval?.low),
        high: scoreFigure(outcome, whole.interval?.high),
      }),
    },
    ...(worst
      ? [
          {
            label: say('analyses.servqual.headline.weakest'),
            value: scoreFigure(outcome, shownOf(outcome, worst).mean),
            note: say('analyses.shared.plain', { text: dimensionName(worst.dimension) }),
          },
        ]
      : []),
    ...(first
      ? [
          {
            label: say('analyses.servqual.headline.first'),
            value: fixed(first.priority ?? 0, 2),
            note: say('analyses.shared.plain', { text: first.name }),
            drill: first.filters,
          },
        ]
      : []),
    {
      label: say('analyses.servqual.headline.n'),
      value: quality.respondents,
      note: say('analyses.servqual.headline.complete', { n: quality.complete }),
    },
  ];
}

function sentences(outcome: ServqualOutcome): Phrase[] {
  const { overall, items, hasExpectations, dimensions } = outcome;
  const kind = kindOf(outcome);
  const whole = shownOf(outcome, overall);
  const said = [
    say(`analyses.servqual.finding.${kind}`, {
      value: scoreFigure(outcome, whole.mean),
      low: scoreFigure(outcome, whole.interval?.low),
      high: scoreFigure(outcome, whole.interval?.high),
      perception: mean(overall.perception),
      expectation: mean(overall.expectation),
    }),
  ];
  const worst = weakest(outcome);
  if (worst && dimensions.length > 1) {
    said.push(
      say(`analyses.servqual.finding.${kind}Weakest`, {
        dimension: dimensionName(worst.dimension),
        value: scoreFigure(outcome, shownOf(outcome, worst).mean),
        weight: percent(worst.weight, 0),
      }),
    );
  }
  if (hasExpectations) {
    const short = items.filter(({ gap }) => gap?.interval && gap.interval.high < 0).length;
    const above = items.filter(({ gap }) => gap?.interval && gap.interval.low > 0).length;
    said.push(say('analyses.servqual.finding.clear', { n: items.length, short, above }));
  }
  const first = priorities(outcome);
  said.push(
    first.length > 0
      ? say('analyses.servqual.finding.first', {
          n: first.length,
          names: firstOf(
            first.map(({ name }) => name),
            namesShown,
          ),
        })
      : say('analyses.servqual.finding.nothingFirst'),
  );
  return said;
}

function reportCard(outcome: ServqualOutcome): Check[] {
  const { quality, outside, dimensions, hasExpectations, undated, items, spec } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.servqual.check.${code}`, params),
  });
  const least = Math.min(...items.map((item) => shownOf(outcome, item).n));
  const amount = least >= 100 ? 'good' : least >= fewest ? 'caution' : 'bad';
  const checks = [check(amount, `amount.${amount}`, { n: least })];
  if (!hasExpectations) checks.push(check('caution', 'performanceOnly'));
  const loose = dimensions.filter(({ alpha }) => alpha !== null && alpha < leastAlpha);
  if (loose.length > 0) {
    checks.push(check('caution', 'alpha', { names: list(loose.map(({ dimension }) => dimensionName(dimension))) }));
  } else if (dimensions.some(({ alpha }) => alpha !== null)) checks.push(check('good', 'consistent'));
  if (quality.sparse > 0) {
    const share = percent(quality.sparse / quality.respondents);
    checks.push(check('caution', 'sparse', { n: quality.sparse, share }));
  }
  if (quality.straight > 0) {
    const share = quality.straight / quality.respondents;
    checks.push(check(share > 0.1 ? 'bad' : 'caution', 'straight', { n: quality.straight, share: percent(share) }));
  }
  if (outside > 0) checks.push(check('bad', 'outside', { n: outside, ...scaleEnds[spec.scale] }));
  if (quality.blank > 0) checks.push(check('caution', 'blank', { n: quality.blank }));
  if (undated > 0) checks.push(check('caution', 'undated', { n: undated }));
  if (new Set(dimensions.map(({ weight }) => weight)).size === 1 && dimensions.length > 1) {
    checks.push(check('caution', 'equalWeights'));
  }
  checks.push(check('caution', 'many', { n: items.length }));
  return checks;
}

function howComputed(outcome: ServqualOutcome): Phrase[] {
  const { dimensions, overall, cross, hasExpectations, spec } = outcome;
  const kind = kindOf(outcome);
  return [
    say(`analyses.servqual.how.${kind}`),
    say('analyses.servqual.how.overall', {
      parts: list(dimensions.map(({ dimension }) => dimensionName(dimension))),
      weights: list(dimensions.map(({ weight }) => percent(weight, 0))),
      value: scoreFigure(outcome, shownOf(outcome, overall).mean),
    }),
    say('analyses.servqual.how.interval', { n: shownOf(outcome, overall).n }),
    say(`analyses.servqual.how.matrix.${hasExpectations ? 'expected' : 'weighted'}`, {
      performance: fixed(cross.performance, 2),
      importance: fixed(cross.importance, 2),
    }),
    say(`analyses.servqual.how.cross.${spec.cross}`),
  ];
}
