import type { Phrase, PhraseValue } from '../../kernel/result';
import { testNormality } from '../../stats/normality/test-normality';
import type { Check, Findings } from '../contract';
import { figure, fixed, say, term } from '../phrases';
import { amountChecks, choiceChecks, coverageChecks, independenceCheck } from '../series-checks';
import { stageChangeSentences } from '../series-signals';
import { drillPlotted, headlineValue, shown, stageTitle } from '../series-words';
import { countJudged, judge } from '../signals';
import type { ShiftSignal, TimeWeightedOutcome } from './outcome';

const shiftsListed = 6;
/** A weight above this remembers too little for the average to be near normal. */
const heavyWeight = 0.3;
const unlikely = 0.01;

/** What an EWMA or CUSUM chart says, how far it can be trusted, and how it came about. */
export function timeWeightedFindings(outcome: TimeWeightedOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: TimeWeightedOutcome): Findings['headline'] {
  const { values, labels, scale, shifts, targets } = outcome;
  const last = targets[targets.length - 1];
  const lastIndex = values.findLastIndex((value) => value !== null);
  const average = outcome.ewma?.panel.values[lastIndex] ?? null;
  const drill = drillPlotted(outcome, lastIndex);
  return [
    {
      label: say('analyses.timeWeighted.headline.verdict'),
      value: term(`analyses.timeWeighted.word.${shifts.length === 0 ? 'noShift' : 'shift'}`),
      note: say('analyses.series.headline.signals', { n: shifts.length }),
    },
    ...(last.target === null
      ? []
      : [{ label: say('analyses.timeWeighted.headline.target'), ...headlineValue(scale, last.target) }]),
    ...(last.sigma === null
      ? []
      : [{ label: say('analyses.timeWeighted.headline.sigma'), ...headlineValue(scale, last.sigma) }]),
    ...(average === null
      ? sumHeadline(outcome, lastIndex)
      : [
          {
            label: say('analyses.timeWeighted.headline.average', { label: labels[lastIndex] }),
            ...headlineValue(scale, average),
            ...(drill ? { drill } : {}),
          },
        ]),
  ];
}

function sumHeadline({ cusum, labels, spec }: TimeWeightedOutcome, index: number): Findings['headline'] {
  const [upper, lower] = [cusum?.upper.sums[index] ?? null, cusum?.lower.sums[index] ?? null];
  if (upper === null || lower === null) return [];
  return [
    {
      label: say('analyses.timeWeighted.headline.sums', { label: labels[index] }),
      value: fixed(Math.max(upper, lower), 2),
      note: say('analyses.timeWeighted.headline.sumsNote', {
        upper: fixed(upper, 2),
        lower: fixed(lower, 2),
        h: spec.h,
      }),
    },
  ];
}

function sentences(outcome: TimeWeightedOutcome): Phrase[] {
  const { shifts, targets, stages, scale, spec } = outcome;
  const rest = shifts.length - shiftsListed;
  return [
    say(
      shifts.length === 0 ? `analyses.timeWeighted.finding.none.${spec.chart}` : 'analyses.timeWeighted.finding.some',
      { n: shifts.length },
    ),
    ...shifts.slice(0, shiftsListed).map((shift) => shiftSentence(outcome, shift)),
    ...(rest > 0 ? [say('analyses.timeWeighted.finding.more', { n: rest })] : []),
    ...(spec.target === 'typed' && spec.targetValue !== null
      ? []
      : stageChangeSentences(
          targets.map(({ target }) => target),
          stages,
          scale,
        )),
    ...(shifts.length > 0 ? [say('analyses.timeWeighted.finding.next')] : []),
    ...(shifts.length > 0 && spec.direction === 'none' ? [say('analyses.timeWeighted.finding.chooseDirection')] : []),
  ];
}

function shiftSentence({ spec, labels, values }: TimeWeightedOutcome, shift: ShiftSignal): Phrase {
  const kind = spec.direction === 'none' ? 'plain' : judge(shift, spec.direction);
  const params: Record<string, PhraseValue> = {
    kind: term(`analyses.timeWeighted.verdict.${kind}`),
    first: labels[shift.first],
    last: labels[shift.last],
    side: term(`analyses.timeWeighted.word.${shift.side}`),
    n: values.slice(shift.first, shift.last + 1).filter((value) => value !== null).length,
  };
  return shift.began === null
    ? say('analyses.timeWeighted.finding.ewma', params)
    : say('analyses.timeWeighted.finding.cusum', { ...params, began: labels[shift.began], h: spec.h });
}

function reportCard(outcome: TimeWeightedOutcome): Check[] {
  const { values, targets, stages, excluded, spec, coverage, labels, source } = outcome;
  const left = new Set(excluded.map(({ index }) => index));
  const used = targets.map(({ start, end, baseline }) => {
    const range = baseline ?? { start, end };
    const inside = values
      .slice(range.start, range.end)
      .filter((value, i) => value !== null && !left.has(range.start + i));
    return { pointsUsed: inside.length };
  });
  const residuals = values.map((value, i) => {
    const stage = targets.find(({ start, end }) => i >= start && i < end);
    return value === null || left.has(i) || !stage || stage.target === null ? null : value - stage.target;
  });
  const isTyped = spec.target === 'typed' && spec.targetValue !== null && spec.sigmaValue !== null;
  return [
    ...(isTyped ? [check('caution', 'typed')] : amountChecks(countJudged(values, excluded), used, stages)),
    ...(spec.target === 'baseline' && spec.baseline === 'all' ? [check('caution', 'ownBaseline')] : []),
    ...independenceCheck(residuals),
    ...normalityCheck(outcome, residuals),
    ...unequalCheck(outcome),
    ...(spec.plot === 'count' ? [check('caution', 'noExposure')] : []),
    ...coverageChecks(coverage, labels, source, spec.plot === 'share' ? 'gap' : spec.emptyPeriods),
    ...choiceChecks(outcome),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.timeWeighted.check.${code}`, params) };
}

/** A small weight forgives skewed points; CUSUM and a large weight do not. */
function normalityCheck({ spec }: TimeWeightedOutcome, residuals: readonly (number | null)[]): Check[] {
  const tests = testNormality(residuals);
  const pValue = tests.ok ? tests.value.andersonDarling?.pValue : undefined;
  if (typeof pValue !== 'number') return [];
  const params = { p: pValue < 0.001 ? '< 0.001' : fixed(pValue, 3) };
  if (pValue >= unlikely) return [check('good', 'normal', params)];
  const forgives = spec.chart === 'ewma' && spec.lambda <= heavyWeight;
  return [check(forgives ? 'good' : 'caution', forgives ? 'skewedForgiven' : 'skewed', params)];
}

/** Shares and rates of unequal sizes do not scatter alike. */
function unequalCheck({ sizes }: TimeWeightedOutcome): Check[] {
  const present = (sizes ?? []).filter((size) => size !== null && size > 0).map(Number);
  if (present.length === 0) return [];
  const least = present.reduce((low, size) => Math.min(low, size), Infinity);
  const most = present.reduce((high, size) => Math.max(high, size), 0);
  return most > 2 * least ? [check('caution', 'unequal', { least: figure(least), most: figure(most) })] : [];
}

function howComputed(outcome: TimeWeightedOutcome): Phrase[] {
  const { targets, stages, labels, scale, spec, excluded } = outcome;
  return [
    ...targets.flatMap((stage, i) => {
      if (stage.target === null || stage.sigma === null) return [];
      const range = stage.baseline ?? stage;
      const typed = spec.target === 'typed';
      return [
        say(`analyses.timeWeighted.how.${typed ? 'typed' : 'estimated'}`, {
          name: stageTitle(stages, i),
          target: shown(scale, stage.target),
          sigma: shown(scale, stage.sigma),
          first: labels[range.start],
          last: labels[range.end - 1],
        }),
      ];
    }),
    ...(outcome.ewma ? ewmaFormulas(outcome) : cusumFormulas(outcome)),
    say('analyses.timeWeighted.how.missing'),
    ...(targets.some(({ baseline }) => baseline !== null) ? [say('analyses.series.how.baseline')] : []),
    ...(excluded.length > 0 ? [say('analyses.series.how.excluded')] : []),
  ];
}

function ewmaFormulas({ ewma, labels, scale, spec }: TimeWeightedOutcome): Phrase[] {
  if (!ewma) return [];
  const { panel } = ewma;
  const index = panel.upper.findLastIndex((limit) => limit !== null);
  const at = [panel.values, panel.lower, panel.upper].map((line) => line[index] ?? null);
  const [value, lower, upper] = at.map((number) => (number === null ? null : shown(scale, number)));
  if (value === null || lower === null || upper === null) return [];
  const params = { lambda: fixed(spec.lambda, 2), rest: fixed(1 - spec.lambda, 2), width: fixed(spec.width, 2) };
  return [
    say('analyses.timeWeighted.how.ewma', { ...params, label: labels[index], value }),
    say(`analyses.timeWeighted.how.limits.${spec.limits}`, { ...params, label: labels[index], lower, upper }),
  ];
}

function cusumFormulas({ cusum, spec }: TimeWeightedOutcome): Phrase[] {
  if (!cusum) return [];
  return [
    say('analyses.timeWeighted.how.cusum', { k: fixed(cusum.k, 2), h: fixed(cusum.h, 2) }),
    ...(spec.fastStart ? [say('analyses.timeWeighted.how.fastStart', { start: fixed(cusum.h / 2, 2) })] : []),
  ];
}
