import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { alpha, pPhrase } from '../p-value';
import { figure, firstOf, fixed, percent, say, term } from '../phrases';
import { points, signed, signedPercent } from '../signed';
import { howComputed } from './how-computed';
import type { CompareProportionsOutcome, ProportionGroup, ProportionPair } from './outcome';
import { pairNames, relativeEnd, shown } from './words';

const namesShown = 5;

/** Whether shares or rates differ, by how much, how sure that is, and how it came about. */
export function compareProportionsFindings(outcome: CompareProportionsOutcome): Findings {
  return {
    headline: outcome.groups.length === 2 ? twoHeadline(outcome) : manyHeadline(outcome),
    sentences: outcome.groups.length === 2 ? twoSentences(outcome) : manySentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function isClear({ test }: CompareProportionsOutcome): boolean {
  return test.pValue !== null && test.pValue < alpha;
}

/** Percentage points, relative change, failure reduction, interval and n: everything an improvement is judged by. */
function twoHeadline(outcome: CompareProportionsOutcome): Findings['headline'] {
  const { groups, pairs, spec } = outcome;
  const [{ change }] = pairs;
  const value = (group: ProportionGroup): Findings['headline'][number] => ({
    label: say('analyses.compareProportions.headline.group', { name: group.label }),
    value: shown(outcome, group.value),
    note: say('analyses.compareProportions.headline.groupNote', {
      events: figure(group.events),
      size: figure(group.size),
    }),
    ...(group.events > 0 ? { drill: group.filters } : {}),
  });
  return [
    value(groups[0]),
    value(groups[1]),
    ...(spec.kind === 'share' ? shareChange(outcome) : []),
    {
      label: say('analyses.compareProportions.headline.relative'),
      value: change.relative === null ? '–' : signedPercent(change.relative, 2),
      note:
        spec.kind === 'rate'
          ? say('analyses.compareProportions.headline.interval', {
              low: relativeEnd(change.relativeInterval?.low),
              high: relativeEnd(change.relativeInterval?.high),
            })
          : change.failures === null
            ? say('analyses.compareProportions.headline.noFailures')
            : say('analyses.compareProportions.headline.failures', { value: signedPercent(change.failures) }),
    },
  ];
}

function shareChange({ pairs: [{ change }] }: CompareProportionsOutcome): Findings['headline'] {
  return [
    {
      label: say('analyses.compareProportions.headline.points'),
      value: signed(change.difference * 100, 2),
      note: say('analyses.compareProportions.headline.interval', {
        low: signed((change.interval?.low ?? 0) * 100, 2),
        high: signed((change.interval?.high ?? 0) * 100, 2),
      }),
    },
  ];
}

function manyHeadline(outcome: CompareProportionsOutcome): Findings['headline'] {
  const { groups, overall, pairs, test } = outcome;
  const [worst] = outcome.timeOrdered ? extremes(outcome) : groups;
  return [
    {
      label: say('analyses.compareProportions.headline.result'),
      value: term(
        isClear(outcome)
          ? 'analyses.compareProportions.word.clearResult'
          : 'analyses.compareProportions.word.unclearResult',
      ),
      note: say('analyses.compareProportions.headline.p', { p: test.pValue === null ? '–' : pPhrase(test.pValue) }),
    },
    {
      label: say('analyses.compareProportions.headline.overall'),
      value: shown(outcome, overall.value),
      note: say('analyses.compareProportions.headline.groupNote', {
        events: figure(overall.events),
        size: figure(overall.size),
      }),
    },
    {
      label: say('analyses.compareProportions.headline.worst'),
      value: worst.label,
      note: say('analyses.compareProportions.headline.worstNote', { value: shown(outcome, worst.value) }),
      ...(worst.events > 0 ? { drill: worst.filters } : {}),
    },
    {
      label: say(`analyses.compareProportions.headline.${outcome.pairing === 'all' ? 'pairs' : 'rest'}`),
      value: figure(pairs.filter(({ adjustedP }) => adjustedP < alpha).length),
      note: say('analyses.compareProportions.headline.pairsNote', { n: pairs.length }),
    },
  ];
}

/** The worst and the best group. */
function extremes({ groups, spec }: CompareProportionsOutcome): readonly [ProportionGroup, ProportionGroup] {
  const sorted = [...groups].sort((a, b) => b.value - a.value);
  const ends = [sorted[0], sorted[sorted.length - 1]] as const;
  return spec.direction === 'lower' ? ends : [ends[1], ends[0]];
}

function twoSentences(outcome: CompareProportionsOutcome): Phrase[] {
  const { groups, pairs, test, spec } = outcome;
  if (test.used === 'none') return [say('analyses.compareProportions.finding.noVariation')];
  const [{ change, pValue }] = pairs;
  const params = {
    first: groups[0].label,
    second: groups[1].label,
    from: shown(outcome, change.from),
    to: shown(outcome, change.to),
    n1: figure(groups[0].size),
    n2: figure(groups[1].size),
    points: points(change.difference),
    low: change.interval ? signed(change.interval.low * 100, 2) : relativeEnd(change.relativeInterval?.low),
    high: change.interval ? signed(change.interval.high * 100, 2) : relativeEnd(change.relativeInterval?.high),
    relative: change.relative === null ? '–' : signedPercent(change.relative, 2),
    p: pPhrase(pValue),
  };
  const way = !isClear(outcome) ? 'unclear' : change.difference > 0 ? 'higher' : 'lower';
  const said = [say(`analyses.compareProportions.finding.${spec.kind}.${way}`, params)];
  if (change.failures !== null && change.failures !== 0) {
    said.push(
      say(
        change.failures < 0
          ? 'analyses.compareProportions.finding.fewerFailures'
          : 'analyses.compareProportions.finding.moreFailures',
        {
          value: percent(Math.abs(change.failures)),
          relative: params.relative,
        },
      ),
    );
  }
  if (!isClear(outcome)) said.push(say('analyses.compareProportions.finding.notEqual'));
  else {
    const better = change.difference < 0 === (spec.direction === 'lower');
    said.push(say(better ? 'analyses.compareProportions.finding.better' : 'analyses.compareProportions.finding.worse'));
  }
  return said;
}

function manySentences(outcome: CompareProportionsOutcome): Phrase[] {
  const { groups, test } = outcome;
  if (test.used === 'none') return [say('analyses.compareProportions.finding.noVariation')];
  const [worst, best] = extremes(outcome);
  const said = [
    say(
      isClear(outcome)
        ? 'analyses.compareProportions.finding.manyClear'
        : 'analyses.compareProportions.finding.manyUnclear',
      {
        n: groups.length,
        p: test.pValue === null ? '–' : pPhrase(test.pValue),
        worst: worst.label,
        worstValue: shown(outcome, worst.value),
        best: best.label,
        bestValue: shown(outcome, best.value),
      },
    ),
  ];
  const clear = outcome.pairs.filter(({ adjustedP }) => adjustedP < alpha).sort((a, b) => a.pValue - b.pValue);
  if (clear.length === 0)
    return [...said, say('analyses.compareProportions.finding.noPair', { n: outcome.pairs.length })];
  said.push(
    say(`analyses.compareProportions.finding.${outcome.pairing === 'all' ? 'clearPairs' : 'clearRest'}`, {
      n: clear.length,
      of: outcome.pairs.length,
    }),
    ...clear.slice(0, namesShown).map((pair) => pairSentence(outcome, pair)),
    say('analyses.compareProportions.finding.cause'),
  );
  return said;
}

function pairSentence(outcome: CompareProportionsOutcome, pair: ProportionPair): Phrase {
  const { change } = pair;
  return say(
    change.interval ? 'analyses.compareProportions.finding.pair' : 'analyses.compareProportions.finding.ratePair',
    {
      ...pairNames(outcome, pair),
      from: shown(outcome, change.from),
      to: shown(outcome, change.to),
      points: signed(change.difference * 100, 2),
      low: change.interval ? signed(change.interval.low * 100, 2) : relativeEnd(change.relativeInterval?.low),
      high: change.interval ? signed(change.interval.high * 100, 2) : relativeEnd(change.relativeInterval?.high),
      relative: change.relative === null ? '–' : signedPercent(change.relative),
      p: pPhrase(pair.adjustedP),
    },
  );
}

function reportCard(outcome: CompareProportionsOutcome): Check[] {
  const { coverage, spec } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.compareProportions.check.${code}`, params),
  });
  const checks = [...amountChecks(outcome, check)];
  if (spec.kind === 'rate' && spec.denominator === 'rows') checks.push(check('caution', 'rowSize'));
  if (spec.kind === 'rate' && spec.denominator !== 'rows')
    checks.push(check('good', 'exposure', { name: outcome.sizeName }));
  if (coverage.periods === 'overlap') checks.push(check('bad', 'overlap'));
  if (coverage.periods === 'lengths') checks.push(check('caution', 'lengths'));
  if (coverage.blank > 0)
    checks.push(
      check('caution', 'blank', { n: coverage.blank, share: percent(coverage.blank / Math.max(1, coverage.rows)) }),
    );
  if (coverage.unplaced > 0) checks.push(check('caution', 'unplaced', { n: coverage.unplaced }));
  if (coverage.undated > 0) checks.push(check('caution', 'undated', { n: coverage.undated }));
  if (coverage.withoutSize.length > 0) {
    checks.push(
      check('caution', 'withoutSize', {
        n: coverage.withoutSize.length,
        names: firstOf(coverage.withoutSize, namesShown),
      }),
    );
  }
  checks.push(check('caution', spec.by === 'periods' ? 'stability' : 'independence'));
  return checks;
}

function amountChecks(
  { test, groups, overall }: CompareProportionsOutcome,
  check: (status: Check['status'], code: string, params?: Record<string, PhraseValue>) => Check,
): Check[] {
  const least = Math.min(...groups.map(({ size }) => size));
  const checks: Check[] = [];
  if (test.used === 'fisher') checks.push(check('caution', 'exact', { expected: fixed(test.minExpected ?? 0, 1) }));
  else if (test.used === 'pooledZ') checks.push(check('good', 'expected', { expected: figure(test.minExpected ?? 0) }));
  else if (test.used === 'poisson') {
    const status = overall.events >= 20 ? 'good' : 'caution';
    checks.push(check(status, status === 'good' ? 'events' : 'fewEvents', { n: figure(overall.events) }));
  } else if (test.minExpected !== null && test.shareBelowFive !== null) {
    const status =
      test.shareBelowFive > 0.2 || test.minExpected < 1 ? 'bad' : test.minExpected < 5 ? 'caution' : 'good';
    checks.push(
      check(status, `expectedMany.${status}`, {
        expected: fixed(test.minExpected, 1),
        share: percent(test.shareBelowFive, 0),
      }),
    );
  }
  if (least < 30) checks.push(check('caution', 'smallGroup', { n: figure(least) }));
  return checks;
}
