import type { Phrase } from '../../kernel/result';
import type { Findings } from '../contract';
import { figureOr } from '../measure-words';
import { alpha, pPhrase } from '../p-value';
import { figure, say, term } from '../phrases';
import { howComputed } from './how-computed';
import type { CompareMeansOutcome, ComparedPair } from './outcome';
import { reportCard } from './report-card';
import { effectFigure, effectWord, isByRanks } from './words';

const pairsNamed = 5;

/** Whether groups differ, by how much, how sure that is, and how it came about. */
export function compareMeansFindings(outcome: CompareMeansOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function isClear({ pValue }: { readonly pValue: number | null }): boolean {
  return pValue !== null && pValue < alpha;
}

function headline(outcome: CompareMeansOutcome): Findings['headline'] {
  const { test, effect, method, groups, pairs } = outcome;
  const [pair] = pairs;
  return [
    {
      label: say('analyses.compareMeans.headline.result'),
      value: term(
        isClear(test) ? 'analyses.compareMeans.word.clearResult' : 'analyses.compareMeans.word.unclearResult',
      ),
      note: say('analyses.compareMeans.headline.p', { p: test.pValue === null ? '–' : pPhrase(test.pValue) }),
    },
    groups.length === 2
      ? {
          label: say(
            isByRanks(outcome)
              ? 'analyses.compareMeans.headline.medianDifference'
              : 'analyses.compareMeans.headline.difference',
          ),
          value: figure(pair.difference),
          note: pair.interval
            ? say('analyses.compareMeans.headline.interval', {
                low: figure(pair.interval.low),
                high: figure(pair.interval.high),
              })
            : say('analyses.compareMeans.headline.noInterval'),
        }
      : {
          label: say('analyses.compareMeans.headline.pairs'),
          value: figure(pairs.filter(isClear).length),
          note: say('analyses.compareMeans.headline.pairsNote', { n: pairs.length }),
        },
    ...(effect
      ? [
          {
            label: say(`analyses.compareMeans.effect.${effect.kind}`),
            value: effectFigure(effect),
            note: say('analyses.compareMeans.headline.effectNote', { word: effectWord(effect) }),
          },
        ]
      : []),
    {
      label: say('analyses.compareMeans.headline.method'),
      value: term(`analyses.compareMeans.method.${method.used}`),
      note: say('analyses.compareMeans.headline.methodNote', { n: outcome.total }),
    },
  ];
}

function sentences(outcome: CompareMeansOutcome): Phrase[] {
  const said = outcome.groups.length === 2 ? [twoSentence(outcome)] : manySentences(outcome);
  if (outcome.effect) {
    said.push(
      say(`analyses.compareMeans.finding.effect.${outcome.effect.kind}`, {
        value: effectFigure(outcome.effect),
        word: effectWord(outcome.effect),
        first: outcome.groups[0].label,
        second: outcome.groups[1].label,
      }),
    );
  }
  said.push(
    say(`analyses.compareMeans.reason.${outcome.method.reason}`, {
      method: term(`analyses.compareMeans.method.${outcome.method.used}`),
    }),
  );
  if (!isClear(outcome.test)) said.push(say('analyses.compareMeans.finding.notEqual'));
  else if (outcome.design === 'groups') said.push(say('analyses.compareMeans.finding.cause'));
  return said;
}

/** Two groups, or two columns: which is higher and by how much. */
function twoSentence(outcome: CompareMeansOutcome): Phrase {
  const { groups, pairs, test, total } = outcome;
  const [pair] = pairs;
  const ranks = isByRanks(outcome);
  const params = {
    measure: outcome.measureName,
    first: groups[0].label,
    second: groups[1].label,
    firstValue: figure(ranks ? groups[0].median : groups[0].mean),
    secondValue: figure(ranks ? groups[1].median : groups[1].mean),
    difference: figure(Math.abs(pair.difference)),
    low: figureOr(pair.interval?.low ?? null),
    high: figureOr(pair.interval?.high ?? null),
    p: test.pValue === null ? '–' : pPhrase(test.pValue),
    n: total,
  };
  const kind = ranks ? 'Ranks' : '';
  if (!isClear(test)) return say(`analyses.compareMeans.finding.unclear${kind}`, params);
  return say(`analyses.compareMeans.finding.${pair.difference >= 0 ? 'higher' : 'lower'}${kind}`, params);
}

function manySentences(outcome: CompareMeansOutcome): Phrase[] {
  const { groups, pairs, test } = outcome;
  const ranks = isByRanks(outcome);
  const value = (index: number): number => (ranks ? groups[index].median : groups[index].mean);
  const order = groups.map((_, index) => index).sort((a, b) => value(b) - value(a));
  const [highest] = order;
  const lowest = order[order.length - 1];
  const said = [
    say(isClear(test) ? 'analyses.compareMeans.finding.manyClear' : 'analyses.compareMeans.finding.manyUnclear', {
      n: groups.length,
      p: test.pValue === null ? '–' : pPhrase(test.pValue),
      statistic: term(ranks ? 'analyses.compareMeans.word.medians' : 'analyses.compareMeans.word.means'),
      highest: groups[highest].label,
      high: figure(value(highest)),
      lowest: groups[lowest].label,
      low: figure(value(lowest)),
    }),
  ];
  const clear = pairs.filter(isClear).sort((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1));
  if (clear.length > 0) said.push(...pairSentences(outcome, clear));
  else said.push(say('analyses.compareMeans.finding.noPair', { n: pairs.length }));
  return said;
}

function pairSentences({ groups, pairs }: CompareMeansOutcome, clear: readonly ComparedPair[]): Phrase[] {
  return [
    say('analyses.compareMeans.finding.clearPairs', { n: clear.length, of: pairs.length }),
    ...clear.slice(0, pairsNamed).map(({ a, b, difference, interval, pValue }) => {
      const [high, low] = difference >= 0 ? [a, b] : [b, a];
      const ends = interval && [Math.abs(interval.low), Math.abs(interval.high)].sort((x, y) => x - y);
      return say(ends ? 'analyses.compareMeans.finding.pair' : 'analyses.compareMeans.finding.rankPair', {
        higher: groups[high].label,
        lower: groups[low].label,
        difference: figure(Math.abs(difference)),
        low: figureOr(ends?.[0] ?? null),
        high: figureOr(ends?.[1] ?? null),
        p: pPhrase(pValue ?? 1),
      });
    }),
  ];
}
