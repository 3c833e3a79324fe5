import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figureOr } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, firstOf, fixed, percent, say, term } from '../phrases';
import type { FactorEffect, MainEffectsOutcome } from './outcome';
import { enoughValues } from './run';

const namesShown = 5;
const steadyValues = 30;
/** A factor that leaves less than a fifth of the variation was hardly recorded apart from the measure. */
const derivedShare = 0.8;

/** Which factor goes with the largest differences, how sure that is, and what the picture cannot tell. */
export function mainEffectsFindings(outcome: MainEffectsOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

type Ranged = FactorEffect & { readonly range: NonNullable<FactorEffect['range']> };

function ranged({ factors }: MainEffectsOutcome): Ranged[] {
  return factors.filter((factor): factor is Ranged => factor.range !== null);
}

function isClear({ test }: FactorEffect): boolean {
  return test !== null && test.adjustedP < alpha;
}

/** The measure with its unit, inside a sentence. */
function measureIn({ measureName, unit }: MainEffectsOutcome): PhraseValue {
  if (unit === null) return measureName;
  return term('analyses.shared.inUnit', { measure: measureName, unit: term(`analyses.shared.unit.${unit}`) });
}

function headline(outcome: MainEffectsOutcome): Findings['headline'] {
  const { factors, grandMean, total } = outcome;
  const largest = ranged(outcome).at(0);
  return [
    ...(largest
      ? [
          {
            label: say('analyses.mainEffects.headline.largest'),
            value: largest.name,
            note: say('analyses.mainEffects.headline.largestNote', { range: figure(largest.range.size) }),
          },
        ]
      : []),
    {
      label: say('analyses.mainEffects.headline.clear'),
      value: figure(factors.filter(isClear).length),
      note: say('analyses.mainEffects.headline.clearNote', { n: factors.length }),
    },
    {
      label: say('analyses.mainEffects.headline.grandMean'),
      value: figure(grandMean),
      note: say('analyses.mainEffects.headline.grandMeanNote', { n: total }),
    },
  ];
}

function sentences(outcome: MainEffectsOutcome): Phrase[] {
  const withRange = ranged(outcome);
  const without = outcome.factors.filter(({ range }) => range === null);
  return [
    ...(withRange.length > 1
      ? [
          say('analyses.mainEffects.finding.order', {
            measure: measureIn(outcome),
            factors: {
              as: 'list',
              items: withRange.map(({ name, range }) =>
                term('analyses.mainEffects.word.factorRange', { factor: name, range: figure(range.size) }),
              ),
            },
          }),
        ]
      : []),
    ...withRange.map((factor) => factorSentence(outcome, factor)),
    ...(without.length > 0
      ? [
          say('analyses.mainEffects.finding.tooFew', {
            names: firstOf(
              without.map(({ name }) => name),
              namesShown,
            ),
            enough: enoughValues,
          }),
        ]
      : []),
    say(outcome.factors.some(isClear) ? 'analyses.mainEffects.finding.next' : 'analyses.mainEffects.finding.nextNone'),
  ];
}

function factorSentence(outcome: MainEffectsOutcome, { name, levels, range, test }: Ranged): Phrase {
  const highest = levels[range.highest];
  const lowest = levels[range.lowest];
  const kind = test === null ? 'untested' : test.adjustedP < alpha ? 'clear' : 'unclear';
  return say(`analyses.mainEffects.finding.factor.${kind}`, {
    factor: name,
    measure: measureIn(outcome),
    highest: highest.label,
    high: figure(highest.mean),
    lowest: lowest.label,
    low: figure(lowest.mean),
    range: figure(range.size),
    ...(test === null ? {} : { p: pPhrase(test.adjustedP), share: percent(test.omegaSquared) }),
  });
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.mainEffects.check.${code}`, params) };
}

function reportCard(outcome: MainEffectsOutcome): Check[] {
  const { factors, coverage } = outcome;
  const checks = sizeChecks(factors);
  const counts = factors.map(({ levels }) => levels.length);
  if (Math.max(...counts) >= 2 * Math.min(...counts))
    checks.push(check('caution', 'levels', { least: Math.min(...counts), most: Math.max(...counts) }));
  for (const { name, test } of factors)
    if (test !== null && test.omegaSquared >= derivedShare)
      checks.push(check('caution', 'derived', { factor: name, share: percent(test.omegaSquared) }));
  checks.push(check('caution', factors.length > 1 ? 'confounded' : 'alone'));
  if (coverage.missing > 0)
    checks.push(check('caution', 'missing', { n: coverage.missing, share: percent(coverage.missing / coverage.rows) }));
  for (const { name, unplaced } of factors)
    if (unplaced > 0) checks.push(check('caution', 'unplaced', { factor: name, n: unplaced }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  checks.push(check('caution', 'stable'));
  return checks;
}

function sizeChecks(factors: readonly FactorEffect[]): Check[] {
  const all = factors.flatMap(({ name, levels }) => levels.map(({ label, n }) => ({ factor: name, label, n })));
  const named = (kept: typeof all): PhraseValue =>
    firstOf(
      kept.map(({ factor, label, n }) => term('analyses.mainEffects.word.levelOf', { factor, level: label, n })),
      namesShown,
    );
  const few = all.filter(({ n }) => n < enoughValues);
  const some = all.filter(({ n }) => n >= enoughValues && n < steadyValues);
  if (few.length + some.length === 0) return [check('good', 'enough', { n: Math.min(...all.map(({ n }) => n)) })];
  return [
    ...(few.length > 0 ? [check('bad', 'few', { n: few.length, names: named(few), enough: enoughValues })] : []),
    ...(some.length > 0
      ? [check('caution', 'some', { n: some.length, names: named(some), steady: steadyValues })]
      : []),
  ];
}

function howComputed(outcome: MainEffectsOutcome): Phrase[] {
  const { factors, grandMean, total } = outcome;
  const largest = ranged(outcome).at(0);
  return [
    say('analyses.mainEffects.how.grandMean', { n: total, mean: figure(grandMean) }),
    ...(largest ? largestSteps(largest) : []),
    ...factors.flatMap(({ name, test }) =>
      test === null
        ? []
        : [
            say(`analyses.mainEffects.how.${test.method}`, {
              factor: name,
              f: test.f === null ? '–' : fixed(test.f, 4),
              df1: figure(test.df1),
              df2: figure(test.df2),
              p: pPhrase(test.pValue),
              adjusted: pPhrase(test.adjustedP),
              share: percent(test.omegaSquared),
            }),
          ],
    ),
    say('analyses.mainEffects.how.correction', { enough: enoughValues }),
  ];
}

function largestSteps({ name, levels, range }: Ranged): Phrase[] {
  const highest = levels[range.highest];
  const lowest = levels[range.lowest];
  return [
    say('analyses.mainEffects.how.interval', {
      factor: name,
      level: highest.label,
      mean: figure(highest.mean),
      sd: figureOr(highest.sd),
      n: highest.n,
      df: highest.n - 1,
      low: figureOr(highest.interval?.low ?? null),
      high: figureOr(highest.interval?.high ?? null),
    }),
    say('analyses.mainEffects.how.range', {
      factor: name,
      high: figure(highest.mean),
      low: figure(lowest.mean),
      range: figure(range.size),
    }),
  ];
}
