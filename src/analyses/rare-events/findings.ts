import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { figure, fixed, percent, say, term } from '../phrases';
import { amountChecks, choiceChecks } from '../series-checks';
import { signalSentences, stageChangeSentences } from '../series-signals';
import { headlineValue, shown, stageTitle } from '../series-words';
import { countJudged, mergeSignals } from '../signals';
import { drillEvent } from './chart';
import type { RareEventsOutcome } from './outcome';
import { judgedGaps, zeroRunsOf } from './words';

/** Below so many opportunities between events, a p chart by period serves better. */
const rareFrom = 9;
/** A Weibull shape outside this is no exponential law; judged from so many gaps on. */
const shapes = { low: 0.7, high: 1.4, from: 20 };
/** More zeros than this among times: dates are too coarse for the events. */
const mostZeros = 0.2;

/** What a rare event chart says, how far it can be trusted, and how its limits came about. */
export function rareEventsFindings(outcome: RareEventsOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: RareEventsOutcome): Findings['headline'] {
  const { chart, labels, scale, events, coverage, open } = outcome;
  const signals = mergeSignals(chart.main.signals).length + zeroRunsOf(outcome).length;
  const stage = chart.stages[chart.stages.length - 1];
  const lastIndex = chart.main.values.findLastIndex((value) => value !== null);
  const last = chart.main.values[lastIndex];
  const drill = drillEvent(outcome, lastIndex);
  return [
    {
      label: say('analyses.rareEvents.headline.verdict'),
      value: term(`analyses.controlChart.word.${signals === 0 ? 'stable' : 'unstable'}`),
      note: say('analyses.series.headline.signals', { n: signals }),
    },
    ...(stage.center === null
      ? []
      : [{ label: say('analyses.rareEvents.headline.center'), ...headlineValue(scale, stage.center) }]),
    ...(typeof last === 'number' && open === null
      ? [
          {
            label: say('analyses.rareEvents.headline.last', { label: labels[lastIndex] }),
            ...headlineValue(scale, last),
            ...(drill ? { drill } : {}),
          },
        ]
      : []),
    ...(open === null ? [] : [{ label: say('analyses.rareEvents.headline.open'), ...headlineValue(scale, open) }]),
    {
      label: say('analyses.rareEvents.headline.events'),
      value: events,
      note: say('analyses.series.headline.fromRows', { rows: coverage.rows }),
    },
  ];
}

function sentences(outcome: RareEventsOutcome): Phrase[] {
  const { chart, stages, scale } = outcome;
  const zeroRuns = zeroRunsOf(outcome);
  return [
    ...signalSentences(
      judgedGaps(outcome),
      zeroRuns.map((run) => zeroRunSentence(outcome, run)),
    ),
    ...openSentence(outcome),
    ...stageChangeSentences(
      chart.stages.map(({ center }) => center),
      stages,
      scale,
    ),
    ...(mergeSignals(chart.main.signals).length > 0 ? [say('analyses.rareEvents.finding.reading')] : []),
  ];
}

function zeroRunSentence({ labels }: RareEventsOutcome, run: readonly number[]): Phrase {
  return say('analyses.rareEvents.finding.zeroRun', {
    first: labels[run[0]],
    last: labels[run[run.length - 1]],
    n: run.length,
  });
}

/** The time since the last event is not over: it can be good news, never bad. */
function openSentence({ open, chart, scale, spec }: RareEventsOutcome): Phrase[] {
  const { upper, center } = chart.stages[chart.stages.length - 1];
  if (open === null || upper === null || center === null) return [];
  const isBeyond = open > upper;
  const code = isBeyond ? (spec.direction === 'higher' ? 'openGood' : 'openBeyond') : 'open';
  return [
    say(`analyses.rareEvents.finding.${code}.${spec.chart}`, {
      open: shown(scale, open),
      upper: shown(scale, upper),
      unit: term(`analyses.series.unit.${scale.unit ?? 'day'}`),
    }),
  ];
}

function check(status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status, sentence: say(`analyses.rareEvents.check.${code}`, params) };
}

function reportCard(outcome: RareEventsOutcome): Check[] {
  const { chart, stages, excluded, coverage, dated, spec } = outcome;
  return [
    ...amountChecks(countJudged(chart.main.values, excluded), chart.stages, stages),
    ...(spec.chart === 'g' ? countChecks(outcome) : timeChecks(outcome)),
    ...(dated === 'no' ? [check('caution', 'fileOrder')] : []),
    ...(coverage.undated > 0 ? [check('caution', 'undated', { rows: coverage.undated })] : []),
    ...(coverage.blank > 0 ? [check('caution', 'blank', { rows: coverage.blank })] : []),
    ...choiceChecks(outcome),
  ];
}

function countChecks({ chart, spec }: RareEventsOutcome): Check[] {
  const { mean } = chart.stages[chart.stages.length - 1];
  const checks: Check[] = [];
  if (mean !== null) {
    checks.push(
      mean < rareFrom
        ? check('caution', 'notRare', { mean: figure(mean) })
        : check('good', 'rare', { mean: figure(mean), share: percent(1 / (mean + 1), 1) }),
    );
  }
  if (spec.countMethod === 'moments') checks.push(check('caution', 'moments'));
  return checks;
}

function timeChecks({ chart, spec, shape, dated }: RareEventsOutcome): Check[] {
  const present = chart.main.values.filter((value) => value !== null);
  const zeros = present.filter((value) => value === 0).length;
  const checks: Check[] = [];
  if (zeros > mostZeros * present.length) checks.push(check('bad', 'manyZeros', { n: zeros, of: present.length }));
  else if (zeros > 0 && dated === 'day') checks.push(check('caution', 'sameDay', { n: zeros }));
  if (shape !== null && present.length >= shapes.from && spec.timeMethod === 'exponential') {
    const fits = shape >= shapes.low && shape <= shapes.high;
    checks.push(
      fits
        ? check('good', 'exponential', { shape: fixed(shape, 2) })
        : check('caution', shape < 1 ? 'bunched' : 'spaced', { shape: fixed(shape, 2) }),
    );
  }
  checks.push(check('caution', 'noExposure'));
  return checks;
}

function howComputed(outcome: RareEventsOutcome): Phrase[] {
  const { chart, spec, excluded } = outcome;
  const method = spec.chart === 'g' ? spec.countMethod : spec.timeMethod;
  return [
    say(`analyses.rareEvents.how.gap.${spec.from === 'column' ? 'column' : spec.chart}`),
    ...lineFormulas(outcome, method),
    ...(spec.chart === 'g'
      ? chart.stages
          .slice(-1)
          .flatMap(({ zeroRunLength }) =>
            zeroRunLength === null ? [] : [say('analyses.rareEvents.how.zeroRun', { n: zeroRunLength })],
          )
      : []),
    say('analyses.rareEvents.how.rules', { set: term(`analyses.rareEvents.choice.rules.${spec.rules}`) }),
    say('analyses.series.how.gaps'),
    ...(chart.stages.some(({ baseline }) => baseline !== null) ? [say('analyses.series.how.baseline')] : []),
    ...(excluded.length > 0 ? [say('analyses.series.how.excluded')] : []),
  ];
}

function lineFormulas({ chart, stages, scale, spec }: RareEventsOutcome, method: string): Phrase[] {
  return chart.stages.flatMap((stage, i) => {
    const { center, upper, lower, mean } = stage;
    if (center === null || upper === null || lower === null) return [];
    return [
      say(`analyses.rareEvents.how.lines.${method}`, {
        name: stageTitle(stages, i),
        points: stage.pointsUsed,
        mean: shown(scale, mean ?? 0),
        center: shown(scale, center),
        upper: shown(scale, upper),
        lower: shown(scale, lower),
        k: fixed(spec.limitWidth, 1),
      }),
    ];
  });
}
