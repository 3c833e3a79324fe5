import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figureOr } from '../measure-words';
import { firstOf, figure, fixed, percent, say } from '../phrases';
import { bound } from './chart';
import type { GroupIndex, WeightedIndexOutcome } from './outcome';

const namesShown = 5;

/** The index, what pulls it down, which groups stand out, and whether the scores can carry it. */
export function weightedIndexFindings(outcome: WeightedIndexOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

/** The column whose way to 100 would add most to the index. */
function largestLoss({
  whole,
  parts,
}: WeightedIndexOutcome): { readonly name: PhraseValue; readonly loss: number } | null {
  const losses = whole.parts.flatMap(({ score }, part) =>
    score === null ? [] : [{ name: parts[part].name, loss: parts[part].share * (100 - score) }],
  );
  return losses.reduce<(typeof losses)[number] | null>(
    (most, own) => (most && most.loss >= own.loss ? most : own),
    null,
  );
}

function headline(outcome: WeightedIndexOutcome): Findings['headline'] {
  const { whole, groups } = outcome;
  const loss = largestLoss(outcome);
  const [best, worst] = [first(groups, (a, b) => b - a), first(groups, (a, b) => a - b)];
  return [
    {
      label: say('analyses.weightedIndex.headline.index'),
      value: fixed(whole.index, 1),
      ...(whole.low === null
        ? {}
        : {
            note: say('analyses.weightedIndex.headline.interval', { low: bound(whole.low), high: bound(whole.high) }),
          }),
    },
    ...(loss
      ? [
          {
            label: say('analyses.weightedIndex.headline.loss'),
            value: fixed(loss.loss, 1),
            note: say('analyses.shared.plain', { text: loss.name }),
          },
        ]
      : []),
    ...(best && worst && groups.length > 1
      ? [
          {
            label: say('analyses.weightedIndex.headline.best'),
            value: fixed(best.index, 1),
            note: say('analyses.shared.plain', { text: best.label }),
            drill: best.filters,
          },
          {
            label: say('analyses.weightedIndex.headline.worst'),
            value: fixed(worst.index, 1),
            note: say('analyses.shared.plain', { text: worst.label }),
            drill: worst.filters,
          },
        ]
      : []),
    { label: say('analyses.weightedIndex.headline.n'), value: whole.n, drill: whole.filters },
  ];
}

function first(groups: readonly GroupIndex[], order: (a: number, b: number) => number): GroupIndex | undefined {
  return [...groups].sort((a, b) => order(a.index, b.index))[0];
}

function sentences(outcome: WeightedIndexOutcome): Phrase[] {
  const { whole, groups, parts, timeOrdered } = outcome;
  const said = [
    say('analyses.weightedIndex.finding.index', { index: fixed(whole.index, 1), parts: parts.length, n: whole.n }),
  ];
  const loss = largestLoss(outcome);
  if (loss && parts.length > 1 && loss.loss > 0) {
    said.push(say('analyses.weightedIndex.finding.loss', { name: loss.name, loss: fixed(loss.loss, 1) }));
  }
  if (groups.length < 2) return said;
  const names = (list: readonly GroupIndex[]): PhraseValue =>
    firstOf(
      list.map(({ label }) => label),
      namesShown,
    );
  const worse = groups.filter(({ high }) => high !== null && high < whole.index);
  const better = groups.filter(({ low }) => low !== null && low > whole.index);
  if (better.length > 0) {
    said.push(say('analyses.weightedIndex.finding.better', { n: better.length, names: names(better) }));
  }
  if (worse.length > 0) {
    said.push(say('analyses.weightedIndex.finding.worse', { n: worse.length, names: names(worse) }));
  }
  if (groups.every(({ low }) => low === null)) said.push(say('analyses.weightedIndex.finding.single'));
  else if (better.length + worse.length === 0) {
    said.push(say('analyses.weightedIndex.finding.alike', { n: groups.length }));
  }
  if (timeOrdered) said.push(say('analyses.weightedIndex.finding.time'));
  return said;
}

function reportCard({ parts, coverage, groups, whole }: WeightedIndexOutcome): Check[] {
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.weightedIndex.check.${code}`, params),
  });
  const checks: Check[] = [];
  const { blank, partial, unplaced, undated, empty, rows } = coverage;
  if (blank + partial === 0) checks.push(check('good', 'whole', { n: rows }));
  if (blank > 0) checks.push(check('caution', 'blank', { n: blank }));
  if (partial > 0) {
    checks.push(
      check(partial > whole.n / 5 ? 'bad' : 'caution', 'partial', { n: partial, share: percent(partial / whole.n) }),
    );
  }
  for (const { name, clipped } of parts) {
    if (clipped === 0) continue;
    checks.push(check(clipped > whole.n / 20 ? 'bad' : 'caution', 'clipped', { n: clipped, name }));
  }
  const heavy = parts.find(({ share }) => share > 0.6);
  if (heavy && parts.length > 1)
    checks.push(check('caution', 'heavy', { name: heavy.name, share: percent(heavy.share) }));
  if (unplaced > 0) checks.push(check('caution', 'unplaced', { n: unplaced }));
  if (undated > 0) checks.push(check('caution', 'undated', { n: undated }));
  if (empty.length > 0) {
    checks.push(check('caution', 'empty', { n: empty.length, names: firstOf(empty, namesShown) }));
  }
  const small = groups.filter(({ n, low }) => low !== null && n < 30).length;
  if (small > 0) checks.push(check('caution', 'small', { n: small }));
  checks.push(check('caution', 'weights'));
  return checks;
}

function howComputed({ parts, whole }: WeightedIndexOutcome): Phrase[] {
  return [
    ...parts.map(({ name, worst, best, share }, part) =>
      say('analyses.weightedIndex.how.part', {
        name,
        worst: figure(worst),
        best: figure(best),
        mean: figureOr(whole.parts[part].mean),
        score: bound(whole.parts[part].score),
        share: percent(share),
      }),
    ),
    say('analyses.weightedIndex.how.index', { n: whole.n, index: fixed(whole.index, 2) }),
    ...(whole.low === null
      ? []
      : [say('analyses.weightedIndex.how.interval', { low: bound(whole.low), high: bound(whole.high) })]),
  ];
}
