import type { Phrase } from '../../kernel/result';
import type { Findings } from '../contract';
import { pPhrase } from '../p-value';
import { figure, fixed, percent, say, term } from '../phrases';
import { signedPercent } from '../signed';
import { howComputed } from './how-computed';
import type { BeforeAfterOutcome, Side } from './outcome';
import { reportCard } from './report-card';
import { outcomeTarget, wayOf } from './verdict';
import { intervalEnds, shown, signedShown } from './words';

/** Whether a metric changed, by how much, how sure that is, and how it came about. */
export function beforeAfterFindings(outcome: BeforeAfterOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: BeforeAfterOutcome): Findings['headline'] {
  return [
    {
      label: say('analyses.beforeAfter.headline.verdict'),
      value: term(`analyses.beforeAfter.verdict.${outcome.verdict}`),
      note: say('analyses.beforeAfter.headline.verdictNote'),
    },
    sideHeadline(outcome, 'before', outcome.before),
    sideHeadline(outcome, 'after', outcome.after),
    changeHeadline(outcome),
    effectHeadline(outcome),
  ];
}

function sideHeadline(outcome: BeforeAfterOutcome, key: 'before' | 'after', side: Side): Findings['headline'][number] {
  return {
    label: say(`analyses.beforeAfter.word.${key}`),
    value: shown(outcome, side.value),
    note:
      side.events === null
        ? say('analyses.beforeAfter.headline.nNote', { n: figure(side.size) })
        : say('analyses.beforeAfter.headline.countNote', { events: figure(side.events), size: figure(side.size) }),
    ...(side.events === 0 ? {} : { drill: side.filters }),
  };
}

function changeHeadline(outcome: BeforeAfterOutcome): Findings['headline'][number] {
  const { controlled, change, spec } = outcome;
  if (controlled) {
    return {
      label: say(`analyses.beforeAfter.headline.controlled.${spec.metric}`),
      value: signedShown(outcome, controlled.estimate),
      note: say('analyses.beforeAfter.headline.interval', {
        low: signedShown(outcome, controlled.interval.low),
        high: signedShown(outcome, controlled.interval.high),
      }),
    };
  }
  const isRate = spec.metric === 'rate';
  return {
    label: say(`analyses.beforeAfter.headline.change.${spec.metric}`),
    value: isRate ? relativeText(outcome) : signedShown(outcome, change.difference),
    note: say('analyses.beforeAfter.headline.interval', intervalEnds(outcome)),
  };
}

function relativeText({ change }: BeforeAfterOutcome): string {
  return change.relative === null ? '–' : signedPercent(change.relative, 2);
}

/** The second way to put it: relative change with fewer failures, Hedges g, or the difference of rates. */
function effectHeadline(outcome: BeforeAfterOutcome): Findings['headline'][number] {
  const { change, spec } = outcome;
  if (spec.metric === 'mean') {
    return {
      label: say('analyses.beforeAfter.headline.hedgesG'),
      value: change.hedgesG === null ? '–' : fixed(change.hedgesG, 3),
      note: say('analyses.beforeAfter.headline.relativeNote', { value: relativeText(outcome) }),
    };
  }
  if (spec.metric === 'rate') {
    return {
      label: say('analyses.beforeAfter.headline.difference'),
      value: signedShown(outcome, change.difference),
      note: say('analyses.beforeAfter.headline.p', { p: pPhrase(change.pValue) }),
    };
  }
  return {
    label: say('analyses.beforeAfter.headline.relative'),
    value: relativeText(outcome),
    note:
      change.failures === null
        ? say('analyses.beforeAfter.headline.noFailures')
        : say('analyses.beforeAfter.headline.failures', { value: signedPercent(change.failures) }),
  };
}

function sentences(outcome: BeforeAfterOutcome): Phrase[] {
  return [
    changeSentence(outcome),
    ...detailSentence(outcome),
    ...controlSentence(outcome),
    ...targetSentence(outcome),
    say(`analyses.beforeAfter.reason.${outcome.reason}`, {
      verdict: term(`analyses.beforeAfter.verdict.${outcome.verdict}`),
    }),
    say('analyses.beforeAfter.finding.decide'),
  ];
}

function changeSentence(outcome: BeforeAfterOutcome): Phrase {
  const { before, after, change, spec } = outcome;
  const way = wayOf(spec, change.interval ?? change.relativeInterval);
  const isUp = change.difference > 0;
  return say(`analyses.beforeAfter.finding.${spec.metric}.${way === 'open' ? 'open' : isUp ? 'higher' : 'lower'}`, {
    before: shown(outcome, before.value),
    after: shown(outcome, after.value),
    n1: figure(before.size),
    n2: figure(after.size),
    difference: signedShown(outcome, change.difference),
    relative: relativeText(outcome),
    ...intervalEnds(outcome),
    p: pPhrase(change.pValue),
  });
}

function detailSentence({ change, spec }: BeforeAfterOutcome): Phrase[] {
  if (spec.metric === 'mean' && change.hedgesG !== null && change.relative !== null) {
    return [
      say('analyses.beforeAfter.finding.effect', {
        relative: signedPercent(change.relative),
        g: fixed(change.hedgesG, 2),
      }),
    ];
  }
  if (spec.metric !== 'share' || change.failures === null || change.failures === 0) return [];
  return [
    say(
      change.failures < 0 ? 'analyses.beforeAfter.finding.fewerFailures' : 'analyses.beforeAfter.finding.moreFailures',
      {
        value: percent(Math.abs(change.failures)),
        relative: change.relative === null ? '–' : signedPercent(change.relative, 2),
      },
    ),
  ];
}

function controlSentence(outcome: BeforeAfterOutcome): Phrase[] {
  const { controlled, control } = outcome;
  if (!controlled || !control) return [];
  const isClear = controlled.interval.low > 0 || controlled.interval.high < 0;
  return [
    say(
      `analyses.beforeAfter.finding.controlled.${outcome.spec.metric === 'share' ? 'points' : 'plain'}.${isClear ? 'clear' : 'open'}`,
      {
        name: control.name,
        before: shown(outcome, control.before.value),
        after: shown(outcome, control.after.value),
        estimate: signedShown(outcome, controlled.estimate),
        low: signedShown(outcome, controlled.interval.low),
        high: signedShown(outcome, controlled.interval.high),
        p: controlled.pValue === null ? '–' : pPhrase(controlled.pValue),
      },
    ),
  ];
}

function targetSentence(outcome: BeforeAfterOutcome): Phrase[] {
  const target = outcomeTarget(outcome);
  if (target === null) return [];
  const sign = outcome.spec.direction === 'lower' ? -1 : 1;
  const isReached = sign * (outcome.after.value - target) >= 0;
  return [
    say(isReached ? 'analyses.beforeAfter.finding.targetReached' : 'analyses.beforeAfter.finding.targetMissed', {
      after: shown(outcome, outcome.after.value),
      target: shown(outcome, target),
    }),
  ];
}
