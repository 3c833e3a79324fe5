import type { Phrase, PhraseValue } from '../../kernel/result';
import type { RunChartStage } from '../../stats/control/run-chart';
import type { Check, Findings } from '../contract';
import { figure, say, term } from '../phrases';
import { choiceChecks, coverageChecks } from '../series-checks';
import { drillPlotted, headlineValue, shown, stageTitle } from '../series-words';
import { judge } from '../signals';
import type { RunOutcome } from './outcome';
import { longRunOf, signallingStages } from './runs';

/** Below this, nothing is claimed. */
const fewestUseful = 10;

/** What a run chart says, how far it can be trusted, and how it came about. */
export function runChartFindings(outcome: RunOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: RunOutcome): Findings['headline'] {
  const { chart, labels, scale, spec, coverage } = outcome;
  const stage = chart.stages[chart.stages.length - 1];
  const lastIndex = chart.values.findLastIndex((value) => value !== null);
  const last = chart.values[lastIndex];
  const drill = drillPlotted(outcome, lastIndex);
  const verdict = signallingStages(outcome) > 0 ? 'changed' : chart.stages.some(isTested) ? 'chance' : 'tooFew';
  return [
    {
      label: say('analyses.runChart.headline.verdict'),
      value: term(`analyses.runChart.word.${verdict}`),
      note: say('analyses.runChart.headline.runs', { run: stage.longestRun, crossings: stage.crossings }),
    },
    ...(stage.center === null
      ? []
      : [
          {
            label: say(`analyses.runChart.choice.center.${spec.center}`),
            ...headlineValue(scale, stage.center),
          },
        ]),
    ...(typeof last === 'number'
      ? [
          {
            label: say('analyses.series.headline.last', { label: labels[lastIndex] }),
            ...headlineValue(scale, last),
            ...(drill ? { drill } : {}),
          },
        ]
      : []),
    {
      label: say('analyses.runChart.headline.useful'),
      value: chart.stages.reduce((sum, { usefulPoints }) => sum + usefulPoints, 0),
      note: say('analyses.series.headline.fromRows', { rows: coverage.rows }),
    },
  ];
}

function isTested({ signal }: RunChartStage): boolean {
  return signal !== 'too-few-points';
}

function sentences(outcome: RunOutcome): Phrase[] {
  const { chart, spec } = outcome;
  const said = chart.stages.flatMap((stage, i) => stageSentences(outcome, stage, i));
  said.push(...stageChanges(outcome));
  if (signallingStages(outcome) > 0) {
    said.push(say('analyses.runChart.finding.next'));
  } else if (chart.stages.every(isTested)) {
    said.push(say('analyses.runChart.finding.leaveAlone'));
  }
  if (spec.direction === 'none' && signallingStages(outcome) > 0) {
    said.push(say('analyses.runChart.finding.chooseDirection'));
  }
  return said;
}

function stageSentences(outcome: RunOutcome, stage: RunChartStage, index: number): Phrase[] {
  const { labels, spec } = outcome;
  const params: Record<string, PhraseValue> = {
    name: stageTitle(outcome.stages, index),
    center: term(`analyses.runChart.word.${spec.center}`),
    run: stage.longestRun,
    crossings: stage.crossings,
    mostRun: stage.longestRunLimit ?? 0,
    fewest: stage.fewestCrossingsLimit ?? 0,
    useful: stage.usefulPoints,
    needed: fewestUseful,
  };
  if (!isTested(stage)) return [say('analyses.runChart.finding.tooFew', params)];
  const run = longRunOf(outcome, stage);
  const said: Phrase[] = [];
  if (run) {
    const kind = spec.direction === 'none' ? 'plain' : judge(run, spec.direction);
    said.push(
      say(`analyses.runChart.finding.shift.${kind}`, {
        ...params,
        first: labels[run.members[0]],
        last: labels[run.members[run.members.length - 1]],
        side: term(`analyses.runChart.word.${run.side}`),
      }),
    );
  }
  if (stage.signal === 'few-crossings' || stage.signal === 'both') {
    said.push(say('analyses.runChart.finding.fewCrossings', params));
  }
  return said.length > 0 ? said : [say('analyses.runChart.finding.chance', params)];
}

/** From stage to stage: what the centre line did. */
function stageChanges({ chart, stages, scale }: RunOutcome): Phrase[] {
  return chart.stages.slice(1).flatMap((stage, i) => {
    const before = chart.stages[i].center;
    if (before === null || stage.center === null) return [];
    return [
      say('analyses.runChart.finding.stageChange', {
        name: stageTitle(stages, i + 1),
        from: shown(scale, before),
        to: shown(scale, stage.center),
        change:
          before === 0
            ? figure(stage.center * scale.factor)
            : { as: 'percent', value: stage.center / before - 1, digits: 1 },
      }),
    ];
  });
}

function reportCard(outcome: RunOutcome): Check[] {
  const { chart, spec, coverage, labels, source } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue>): Check => ({
    status,
    sentence: say(`analyses.runChart.check.${code}`, params),
  });
  const few = chart.stages.flatMap((stage, i) =>
    isTested(stage)
      ? []
      : [
          check('bad', 'tooFew', {
            name: stageTitle(outcome.stages, i),
            useful: stage.usefulPoints,
            needed: fewestUseful,
          }),
        ],
  );
  const useful = chart.stages.reduce((sum, { usefulPoints }) => sum + usefulPoints, 0);
  const measured = chart.values.filter((value) => value !== null).length - outcome.excluded.length;
  return [
    ...(few.length > 0 ? few : [check('good', 'enough', { useful })]),
    ...(useful * 2 < measured ? [check('caution', 'onLine', { points: measured - useful, of: measured })] : []),
    ...(spec.center === 'mean' ? [check('caution', 'mean', {})] : []),
    ...(spec.plot === 'count' ? [check('caution', 'noExposure', {})] : []),
    ...coverageChecks(coverage, labels, source, spec.plot === 'share' ? 'gap' : spec.emptyPeriods),
    ...choiceChecks(outcome),
  ];
}

function howComputed(outcome: RunOutcome): Phrase[] {
  const { chart, stages, labels, scale, spec, excluded } = outcome;
  return [
    ...chart.stages.flatMap((stage, i) => {
      if (stage.center === null) return [];
      const range = stage.baseline ?? stage;
      const params = {
        name: stageTitle(stages, i),
        first: labels[range.start],
        last: labels[range.end - 1],
        center: shown(scale, stage.center),
        useful: stage.usefulPoints,
        mostRun: stage.longestRunLimit ?? 0,
        fewest: stage.fewestCrossingsLimit ?? 0,
        run: stage.longestRun,
        crossings: stage.crossings,
      };
      return [
        say(`analyses.runChart.how.${spec.center}`, params),
        ...(isTested(stage) ? [say('analyses.runChart.how.tests', params)] : []),
      ];
    }),
    say('analyses.runChart.how.onLine'),
    say('analyses.series.how.gaps'),
    ...(chart.stages.some(({ baseline }) => baseline !== null) ? [say('analyses.series.how.baseline')] : []),
    ...(excluded.length > 0 ? [say('analyses.series.how.excluded')] : []),
  ];
}
