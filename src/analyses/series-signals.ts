/** Signals of a panel with limits as sentences, marks and cells: charts of a series say them alike. */

import type { Phrase, PhraseValue } from '../kernel/result';
import type { ChartPanel, Maybe, RuleSpec, Signal } from '../stats/control/types';
import type { TwinCell } from './contract';
import type { DisplayScale } from './display';
import { figure, list, plain, say, term } from './phrases';
import { trialPoints } from './series-checks';
import { labelList, ruleWords, shown, stageTitle } from './series-words';
import { countJudged, judge, mergeSignals, signalsByPoint, type Direction, type SignalGroup } from './signals';
import type { Placement, StageName } from './stages';

const signalsListed = 6;
const othersListed = 3;
/** Fewer points that all signal are no verdict on the limits. */
const fewestForCredibility = 8;

/** A panel with what is needed to speak of its signals. */
export interface JudgedPanel {
  readonly panel: ChartPanel;
  readonly labels: readonly string[];
  readonly scale: DisplayScale;
  readonly direction: Direction;
  readonly rules: readonly RuleSpec[];
  readonly k: number;
  readonly excluded: Placement['excluded'];
}

/** The verdict, then each signal, then what to do. `others` are signals that no rule of the panel tells of. */
export function signalSentences(judged: JudgedPanel, others: readonly Phrase[] = []): Phrase[] {
  const groups = mergeSignals(judged.panel.signals);
  const points = countJudged(judged.panel.values, judged.excluded);
  if (groups.length + others.length === 0) {
    const code = points < trialPoints ? 'stableTrial' : 'stable';
    return [say(`analyses.controlChart.finding.${code}`, { points, needed: trialPoints })];
  }
  const rest = Math.max(0, groups.length - signalsListed) + Math.max(0, others.length - othersListed);
  return [
    say('analyses.controlChart.finding.unstable', { n: groups.length + others.length }),
    ...groups.slice(0, signalsListed).map((group) => signalSentence(judged, group)),
    ...others.slice(0, othersListed),
    ...(rest > 0 ? [say('analyses.controlChart.finding.moreSignals', { n: rest })] : []),
    say(`analyses.controlChart.finding.next.${judged.direction}`),
  ];
}

function signalSentence(judged: JudgedPanel, { signal, members }: SignalGroup): Phrase {
  const { labels, direction, rules, k } = judged;
  const kind = direction === 'none' ? 'plain' : judge(signal, direction);
  const params = {
    ...ruleWords(rules, k, signal).params,
    rule: term(`analyses.controlChart.ruleShort.${signal.rule}`),
    first: labels[members[0]],
    last: labels[members[members.length - 1]],
    count: members.length,
    labels: labelList(labels, members),
  };
  return members.length === 1
    ? say(`analyses.controlChart.signal.${kind}.one`, { ...params, ...pointNumbers(judged, members[0]) })
    : say(`analyses.controlChart.signal.${kind}.many`, params);
}

function pointNumbers({ panel, scale }: JudgedPanel, index: number): Record<string, PhraseValue> {
  const value = panel.values[index] ?? 0;
  const isAbove = value > (panel.center[index] ?? 0);
  const limit = (isAbove ? panel.upper[index] : panel.lower[index]) ?? 0;
  return {
    value: shown(scale, value),
    limit: shown(scale, limit),
    side: term(`analyses.series.word.${isAbove ? 'upper' : 'lower'}`),
  };
}

/** From stage to stage: what the centre line did. */
export function stageChangeSentences(
  centers: readonly Maybe[],
  names: readonly StageName[],
  scale: DisplayScale,
): Phrase[] {
  return centers.slice(1).flatMap((center, i) => {
    const before = centers[i];
    if (before === null || center === null) return [];
    return [
      say('analyses.controlChart.finding.stageChange', {
        name: stageTitle(names, i + 1),
        from: shown(scale, before),
        to: shown(scale, center),
        change:
          before === 0
            ? figure((center - before) * scale.factor)
            : { as: 'percent', value: center / before - 1, digits: 1 },
      }),
    ];
  });
}

/** The rules broken at each point, in words. */
export function rulesAt({
  panel,
  rules,
  k,
}: Pick<JudgedPanel, 'panel' | 'rules' | 'k'>): ReadonlyMap<number, readonly Phrase[]> {
  const found = new Map<number, readonly Phrase[]>();
  for (const [index, signals] of signalsByPoint(panel)) {
    found.set(
      index,
      mergeSignals(signals).map(({ signal }) => ruleWords(rules, k, signal)),
    );
  }
  return found;
}

/** What a table says about a point: left out and why, or the rules broken. */
export function noteCell(
  signals: readonly Pick<Signal, 'rule'>[],
  words: readonly Phrase[],
  reason: string | undefined,
): TwinCell {
  if (reason !== undefined) return { phrase: say('analyses.series.table.excluded', { reason }) };
  if (words.length === 0) return '';
  if (words.length === 1) return { phrase: words[0] };
  const rules = [...new Set(signals.map(({ rule }) => rule))];
  return { phrase: plain(list(rules.map((rule) => term(`analyses.controlChart.ruleShort.${rule}`)))) };
}

/** More than half of the points signal: the limits describe something else than this process. */
export function isMostlySignals({ panel, excluded }: Pick<JudgedPanel, 'panel' | 'excluded'>): boolean {
  const points = countJudged(panel.values, excluded);
  return points >= fewestForCredibility && signalsByPoint(panel).size > points / 2;
}
