import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figure, fixed, list, percent, say } from '../phrases';
import type { ParetoBar, ParetoOutcome } from './outcome';

const namesShown = 5;

/** What a Pareto says, how far it can be trusted, and how its numbers came about. */
export function paretoFindings(outcome: ParetoOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function categoriesOf(outcome: ParetoOutcome): readonly ParetoBar[] {
  return outcome.bars.filter(({ kind }) => kind === 'category');
}

/** More than half of the categories are needed for 80 %: there are no vital few. */
function isFlat({ vitalFew, categories }: ParetoOutcome): boolean {
  return vitalFew !== null && categories >= 5 && vitalFew.count > categories / 2;
}

function headline(outcome: ParetoOutcome): Findings['headline'] {
  const [lead] = categoriesOf(outcome);
  const { totals, vitalFew, uncoded, weightName } = outcome;
  return [
    {
      label:
        weightName === null
          ? say('analyses.pareto.headline.rows')
          : say('analyses.pareto.headline.sum', { column: weightName }),
      value: figure(totals.value),
      ...totalNote(outcome),
    },
    ...(lead
      ? [
          {
            label: say('analyses.pareto.headline.lead'),
            value: lead.name,
            note: say('analyses.pareto.headline.shareNote', { share: percent(lead.share.value) }),
            drill: lead.filters,
          },
        ]
      : []),
    ...(vitalFew && outcome.categories > 1
      ? [
          {
            label: say('analyses.pareto.headline.vital'),
            value: vitalFew.count,
            note: say('analyses.pareto.headline.vitalNote', {
              of: outcome.categories,
              share: percent(vitalFew.shareOfCoded),
            }),
          },
        ]
      : []),
    {
      label: say(outcome.coded ? 'analyses.pareto.headline.uncoded' : 'analyses.pareto.headline.blank'),
      value: percent(uncoded.of === 0 ? 0 : uncoded.rows / uncoded.of),
      note: say('analyses.pareto.headline.uncodedNote', { rows: uncoded.rows, of: uncoded.of }),
    },
  ];
}

/** What the total is made of, where it is not a number of rows. */
function totalNote({ totals, weightName, contributing, spec }: ParetoOutcome): { note?: Phrase } {
  if (weightName === null) return {};
  if (contributing && spec.weight === 'count') {
    return {
      note: say('analyses.pareto.headline.placesNote', {
        rows: contributing.primary,
        links: contributing.contributing,
      }),
    };
  }
  return { note: say('analyses.pareto.headline.rowsNote', { rows: totals.rows }) };
}

function sentences(outcome: ParetoOutcome): Phrase[] {
  const [lead, next] = categoriesOf(outcome);
  if (!lead) return [say('analyses.pareto.finding.nothingCoded', { rows: outcome.totals.rows })];
  const said = [
    say('analyses.pareto.finding.lead', {
      name: lead.name,
      share: percent(lead.share.value),
      low: percent(lead.share.low),
      high: percent(lead.share.high),
    }),
  ];
  if (outcome.leadIsClear === false && next)
    said.push(say('analyses.pareto.finding.leadUnclear', { first: lead.name, second: next.name }));
  if (isFlat(outcome)) {
    said.push(say('analyses.pareto.finding.flat', { n: outcome.vitalFew?.count ?? 0, of: outcome.categories }));
  } else if (outcome.vitalFew && outcome.categories > 1) said.push(vitalFewSentence(outcome, outcome.vitalFew));
  said.push(...contributingSentence(outcome));
  said.push(...comparison(outcome));
  if (!outcome.coded) said.push(say('analyses.pareto.finding.volume', { column: outcome.columnName }));
  return said;
}

function contributingSentence({ contributing, totals }: ParetoOutcome): Phrase[] {
  if (contributing === null) return [];
  if (contributing.contributing === 0) return [say('analyses.pareto.finding.noContributing')];
  return [
    say('analyses.pareto.finding.contributing', {
      links: contributing.contributing,
      total: figure(totals.value),
      rows: totals.rows,
    }),
  ];
}

function vitalFewSentence(outcome: ParetoOutcome, vital: NonNullable<ParetoOutcome['vitalFew']>): Phrase {
  const params = {
    n: vital.count,
    of: outcome.categories,
    share: percent(vital.shareOfCoded),
    all: percent(vital.shareOfAll),
    names: list(vital.names.slice(0, namesShown)),
  };
  const partial = vital.shareOfAll < vital.shareOfCoded - 1e-9;
  if (vital.names.length > namesShown) return say('analyses.pareto.finding.vitalFewMany', params);
  return say(partial ? 'analyses.pareto.finding.vitalFewOfCoded' : 'analyses.pareto.finding.vitalFew', params);
}

/** A difference of shares in percentage points, without its sign. */
function points(fraction: number): PhraseValue {
  return fixed(Math.abs(fraction) * 100, 2);
}

function comparison(outcome: ParetoOutcome): Phrase[] {
  if (!outcome.compareTotals) return [];
  const said = [
    say('analyses.pareto.finding.compareTotals', {
      now: figure(outcome.totals.value),
      before: figure(outcome.compareTotals.value),
    }),
  ];
  const changed = categoriesOf(outcome)
    .flatMap((bar) => (bar.compare ? [{ name: bar.name, difference: bar.compare.difference }] : []))
    .filter(({ difference }) => difference.low > 0 || difference.high < 0)
    .sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
  if (changed.length === 0) return [...said, say('analyses.pareto.finding.noChange')];
  for (const { name, difference } of changed.slice(0, 3)) {
    said.push(
      say(difference.value > 0 ? 'analyses.pareto.finding.shareRose' : 'analyses.pareto.finding.shareFell', {
        name,
        points: points(difference.value),
        low: points(Math.min(Math.abs(difference.low), Math.abs(difference.high))),
        high: points(Math.max(Math.abs(difference.low), Math.abs(difference.high))),
      }),
    );
  }
  return [...said, say('analyses.pareto.finding.manyComparisons', { n: categoriesOf(outcome).length })];
}

function reportCard(outcome: ParetoOutcome): Check[] {
  const checks = [amountCheck(outcome), codingCheck(outcome), concentrationCheck(outcome)];
  const { totals, compareTotals } = outcome;
  if (totals.undated > 0)
    checks.push({ status: 'caution', sentence: say('analyses.pareto.check.undated', { rows: totals.undated }) });
  if (totals.unweighted > 0) {
    checks.push({
      status: 'caution',
      sentence: say('analyses.pareto.check.unweighted', { rows: totals.unweighted, column: outcome.weightName ?? '' }),
    });
  }
  if (compareTotals && compareTotals.rows < 30) {
    checks.push({
      status: 'caution',
      sentence: say('analyses.pareto.check.compareSmall', { rows: compareTotals.rows }),
    });
  }
  return checks.filter((check) => check !== null);
}

function amountCheck({ totals }: ParetoOutcome): Check {
  const status = totals.rows >= 100 ? 'good' : totals.rows >= 30 ? 'caution' : 'bad';
  return { status, sentence: say(`analyses.pareto.check.amount.${status}`, { rows: totals.rows }) };
}

function codingCheck({ uncoded, coded, bars }: ParetoOutcome): Check {
  const share = uncoded.of === 0 ? 0 : uncoded.rows / uncoded.of;
  const lead = bars.find(({ kind }) => kind === 'category');
  const status =
    share > 0.2 || (lead !== undefined && uncoded.rows > lead.rows) ? 'bad' : share > 0.05 ? 'caution' : 'good';
  const kind = coded ? 'coding' : 'blank';
  return {
    status,
    sentence: say(`analyses.pareto.check.${kind}.${status}`, {
      rows: uncoded.rows,
      of: uncoded.of,
      share: percent(share),
    }),
  };
}

function concentrationCheck(outcome: ParetoOutcome): Check | null {
  if (outcome.vitalFew === null || outcome.categories < 5) return null;
  const params = { n: outcome.vitalFew.count, of: outcome.categories };
  return isFlat(outcome)
    ? { status: 'caution', sentence: say('analyses.pareto.check.flat', params) }
    : { status: 'good', sentence: say('analyses.pareto.check.concentrated', params) };
}

function howComputed(outcome: ParetoOutcome): Phrase[] {
  const { bars, totals, spec, weightName } = outcome;
  const [lead] = bars;
  const params = {
    name: lead.name,
    value: figure(lead.value),
    total: figure(totals.value),
    rows: totals.rows,
    share: percent(lead.share.value, 2),
    low: percent(lead.share.low, 2),
    high: percent(lead.share.high, 2),
    column: weightName ?? '',
  };
  return [
    weightName === null ? say('analyses.pareto.how.share', params) : say('analyses.pareto.how.weightedShare', params),
    weightName === null ? say('analyses.pareto.how.wilson', params) : say('analyses.pareto.how.ratio', params),
    ...(outcome.contributing ? [say('analyses.pareto.how.contributing')] : []),
    say('analyses.pareto.how.order'),
    say('analyses.pareto.how.uncoded'),
    ...(outcome.folded > 0
      ? [say('analyses.pareto.how.other', { n: outcome.folded, percent: spec.otherAbove, bars: spec.maxBars })]
      : []),
    say('analyses.pareto.how.vitalFew'),
    ...(outcome.compareTotals ? [say('analyses.pareto.how.difference')] : []),
  ];
}
