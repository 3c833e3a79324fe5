import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Findings } from '../contract';
import { figure, firstOf, say, term } from '../phrases';
import { howComputed } from './how-computed';
import { judge, countJudged, mergeSignals, type SignalGroup } from '../signals';
import type { ControlOutcome } from './outcome';
import { isMostlySignals, reportCard, trialPoints } from './report-card';
import { drillPoint } from './chart';
import { headlineValue } from '../series-words';
import { ruleWords, shown, stageTitle } from './words';

const signalsListed = 6;
const labelsListed = 8;

/** What a control chart says, how far it can be trusted, and how its limits came about. */
export function controlChartFindings(outcome: ControlOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: ControlOutcome): Findings['headline'] {
  const { chart, labels } = outcome;
  const groups = mergeSignals(chart.main.signals);
  const lastIndex = chart.main.values.findLastIndex((value) => value !== null);
  const stage = chart.stages[chart.stages.length - 1];
  const last = chart.main.values[lastIndex];
  const drill = drillPoint(outcome, lastIndex);
  return [
    {
      label: say('analyses.controlChart.headline.verdict'),
      value: term(`analyses.controlChart.word.${groups.length === 0 ? 'stable' : 'unstable'}`),
      note: say('analyses.controlChart.headline.signals', { n: groups.length }),
    },
    ...(stage.center === null
      ? []
      : [
          {
            label: say('analyses.controlChart.headline.center'),
            ...headlineValue(outcome.scale, centerShown(outcome)),
          },
        ]),
    ...(typeof last === 'number'
      ? [
          {
            label: say('analyses.controlChart.headline.last', { label: labels[lastIndex] }),
            ...headlineValue(outcome.scale, last),
            ...(drill ? { drill } : {}),
          },
        ]
      : []),
    {
      label: say('analyses.controlChart.headline.points'),
      value: countJudged(outcome.chart.main.values, outcome.excluded),
      note: say('analyses.controlChart.headline.pointsNote', { rows: outcome.coverage.rows }),
    },
  ];
}

/** The centre line at the end of the chart, in the plotted unit (np: n·p̄). */
function centerShown({ chart }: ControlOutcome): number {
  return chart.main.center.findLast((value) => value !== null) ?? chart.stages[chart.stages.length - 1].center ?? 0;
}

function sentences(outcome: ControlOutcome): Phrase[] {
  const { chart, spec } = outcome;
  const groups = mergeSignals(chart.main.signals);
  const said: Phrase[] = [];
  if (isMostlySignals(outcome)) said.push(say('analyses.controlChart.finding.notCredible'));
  said.push(
    groups.length === 0
      ? stableSentence(countJudged(outcome.chart.main.values, outcome.excluded))
      : say('analyses.controlChart.finding.unstable', { n: groups.length }),
  );
  said.push(...groups.slice(0, signalsListed).map((group) => signalSentence(outcome, group)));
  if (groups.length > signalsListed) {
    said.push(say('analyses.controlChart.finding.moreSignals', { n: groups.length - signalsListed }));
  }
  said.push(...stageChanges(outcome));
  said.push(...suggestPhase(outcome, groups));
  const { movingRange } = chart;
  const ranges = movingRange ? mergeSignals(movingRange.signals) : [];
  if (ranges.length > 0) {
    said.push(
      say('analyses.controlChart.finding.rangeSignals', {
        n: ranges.length,
        labels: labelList(
          outcome,
          ranges.flatMap(({ members }) => members),
        ),
      }),
    );
  }
  if (groups.length > 0) said.push(say(`analyses.controlChart.finding.next.${spec.direction}`));
  return said;
}

function stableSentence(points: number): Phrase {
  const params = { points, needed: trialPoints };
  return say(
    points < trialPoints ? 'analyses.controlChart.finding.stableTrial' : 'analyses.controlChart.finding.stable',
    params,
  );
}

function labelList({ labels }: ControlOutcome, indices: readonly number[]): PhraseValue {
  return firstOf(
    indices.map((index) => labels[index]),
    labelsListed,
  );
}

function signalSentence(outcome: ControlOutcome, { signal, members }: SignalGroup): Phrase {
  const verdict = judge(signal, outcome.spec.direction);
  const params = {
    ...ruleWords(outcome, signal).params,
    rule: term(`analyses.controlChart.ruleShort.${signal.rule}`),
    first: outcome.labels[members[0]],
    last: outcome.labels[members[members.length - 1]],
    count: members.length,
    labels: labelList(outcome, members),
  };
  const neutral = outcome.spec.direction === 'none';
  const kind = neutral ? 'plain' : verdict;
  return members.length === 1
    ? say(`analyses.controlChart.signal.${kind}.one`, { ...params, ...pointNumbers(outcome, members[0]) })
    : say(`analyses.controlChart.signal.${kind}.many`, params);
}

function pointNumbers(outcome: ControlOutcome, index: number): Record<string, PhraseValue> {
  const { main } = outcome.chart;
  const value = main.values[index] ?? 0;
  const isAbove = value > (main.center[index] ?? 0);
  const limit = (isAbove ? main.upper[index] : main.lower[index]) ?? 0;
  return {
    value: shown(outcome, value),
    limit: shown(outcome, limit),
    side: term(`analyses.controlChart.word.${isAbove ? 'upper' : 'lower'}`),
  };
}

/** From stage to stage: what the centre line did. */
function stageChanges(outcome: ControlOutcome): Phrase[] {
  const { chart } = outcome;
  return chart.stages.slice(1).flatMap((stage, i) => {
    const before = chart.stages[i].center;
    const { center } = stage;
    if (before === null || center === null) return [];
    return [
      say('analyses.controlChart.finding.stageChange', {
        name: stageTitle(outcome, i + 1),
        from: shown(outcome, before),
        to: shown(outcome, center),
        change: before === 0 ? figure(center - before) : { as: 'percent', value: center / before - 1, digits: 1 },
      }),
    ];
  });
}

/** A long run that reaches the end of the chart may be a new level; only a person can say so, with a reason. */
function suggestPhase(outcome: ControlOutcome, groups: readonly SignalGroup[]): Phrase[] {
  const lastIndex = outcome.chart.main.values.findLastIndex((value) => value !== null);
  const run = groups.findLast(({ signal, members }) => signal.rule === 'run-one-side' && members.at(-1) === lastIndex);
  if (!run) return [];
  return [
    say('analyses.controlChart.finding.suggestPhase', { label: outcome.labels[run.members[0]], n: run.members.length }),
  ];
}
