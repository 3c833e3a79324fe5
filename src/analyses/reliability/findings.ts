import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { firstOf, fixed, percent, say } from '../phrases';
import type { ItemFigures, ReliabilityOutcome } from './outcome';
import { bandOf, coefficient, leastAlpha, turnedItems, weakItems } from './words';

const namesShown = 5;

/** Whether the questions may be added up, which of them do not belong, and whether the sheets can be trusted. */
export function reliabilityFindings(outcome: ReliabilityOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: ReliabilityOutcome): Findings['headline'] {
  const { alpha, low, high, n, items, quality, filters } = outcome;
  const answered = items.filter(({ itemRest }) => itemRest !== null);
  const weakest = answered.reduce<ItemFigures | null>(
    (least, item) => (least === null || (item.itemRest ?? 0) < (least.itemRest ?? 0) ? item : least),
    null,
  );
  return [
    {
      label: say('analyses.reliability.headline.alpha'),
      value: coefficient(alpha),
      note: say('analyses.reliability.headline.interval', { low: coefficient(low), high: coefficient(high) }),
    },
    {
      label: say('analyses.reliability.headline.band'),
      value: { as: 'term', key: `analyses.reliability.band.${bandOf(outcome)}` },
    },
    {
      label: say('analyses.reliability.headline.n'),
      value: n,
      note: say('analyses.reliability.headline.respondents', { n: quality.respondents }),
      drill: filters,
    },
    {
      label: say('analyses.reliability.headline.weakest'),
      value: coefficient(weakest?.itemRest ?? null, 2),
      ...(weakest ? { note: say('analyses.shared.plain', { text: weakest.name }), drill: weakest.filters } : {}),
    },
  ];
}

function sentences(outcome: ReliabilityOutcome): Phrase[] {
  const { alpha, low, high, items, n } = outcome;
  const said = [
    say(`analyses.reliability.finding.${bandOf(outcome)}`, {
      alpha: coefficient(alpha),
      low: coefficient(low),
      high: coefficient(high),
      items: items.length,
      n,
    }),
  ];
  const turned = turnedItems(outcome);
  if (turned.length > 0) said.push(say('analyses.reliability.finding.turn', { names: names(turned) }));
  const weak = weakItems(outcome).filter(({ itemRest }) => (itemRest ?? 0) >= 0);
  if (weak.length > 0) {
    said.push(say('analyses.reliability.finding.weak', { n: weak.length, names: names(weak) }));
  }
  const better = items.filter(
    ({ alphaIfDropped }) => alpha !== null && alphaIfDropped !== null && alphaIfDropped > alpha + 0.01,
  );
  if (better.length > 0) {
    const best = better.reduce((most, item) => ((item.alphaIfDropped ?? 0) > (most.alphaIfDropped ?? 0) ? item : most));
    said.push(say('analyses.reliability.finding.better', { name: best.name, alpha: coefficient(best.alphaIfDropped) }));
  } else if (alpha !== null && alpha >= leastAlpha) said.push(say('analyses.reliability.finding.keep'));
  return said;
}

function names(items: readonly ItemFigures[]): PhraseValue {
  return firstOf(
    items.map(({ name }) => name),
    namesShown,
  );
}

function reportCard({ n, quality, items, undated, low }: ReliabilityOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.reliability.check.${code}`, params),
  });
  const amount = n >= 100 ? 'good' : n >= 30 ? 'caution' : 'bad';
  const checks = [check(amount, `amount.${amount}`, { n })];
  const incomplete = quality.respondents - quality.complete;
  if (incomplete > 0) {
    const share = incomplete / quality.respondents;
    checks.push(
      check(share > 0.2 ? 'bad' : 'caution', 'incomplete', {
        n: incomplete,
        share: percent(share),
        sparse: quality.sparse,
      }),
    );
  } else checks.push(check('good', 'whole'));
  if (quality.blank > 0) checks.push(check('caution', 'blank', { n: quality.blank }));
  if (quality.straight > 0) {
    const share = quality.straight / quality.respondents;
    checks.push(check(share > 0.1 ? 'bad' : 'caution', 'straight', { n: quality.straight, share: percent(share) }));
  }
  const constant = items.filter(({ sd }) => sd === 0);
  if (constant.length > 0) checks.push(check('bad', 'constant', { names: names(constant) }));
  if (low !== null && low < leastAlpha) checks.push(check('caution', 'low', { low: fixed(low, 3) }));
  if (items.length > 10) checks.push(check('caution', 'many', { n: items.length }));
  if (undated > 0) checks.push(check('caution', 'undated', { n: undated }));
  checks.push(check('caution', 'meaning'));
  return checks;
}

function howComputed(outcome: ReliabilityOutcome): Phrase[] {
  const { alpha, low, high, items, n, itemVariance, totalVariance, standardizedAlpha } = outcome;
  const k = items.length;
  return [
    say('analyses.reliability.how.alpha', {
      k,
      less: k - 1,
      parts: fixed(itemVariance, 4),
      total: fixed(totalVariance, 4),
      alpha: coefficient(alpha, 4),
    }),
    say('analyses.reliability.how.interval', {
      low: coefficient(low, 4),
      high: coefficient(high, 4),
      df1: n - 1,
      df2: (n - 1) * (k - 1),
    }),
    say('analyses.reliability.how.standardized', { alpha: coefficient(standardizedAlpha, 4) }),
    say('analyses.reliability.how.items'),
  ];
}
