import type { Phrase } from '../../kernel/result';
import type { Findings } from '../contract';
import { figure, fixed, list, percent, say, term } from '../phrases';
import { howComputed } from './how-computed';
import type { CapabilityOutcome } from './outcome';
import { reportCard } from './report-card';
import { figureOr, hasLimits, indexOr, verdictOf } from './words';

/** What a capability study says, how far it can be trusted, and how its figures came about. */
export function capabilityFindings(outcome: CapabilityOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function headline(outcome: CapabilityOutcome): Findings['headline'] {
  return [
    ...(hasLimits(outcome) ? limitHeadline(outcome) : centreHeadline(outcome)),
    {
      label: say('analyses.capability.headline.stability'),
      value: term(`analyses.capability.word.${outcome.stability.signals === 0 ? 'stable' : 'unstable'}`),
      note: say('analyses.capability.headline.signals', { n: outcome.stability.signals }),
    },
  ];
}

function centreHeadline({ median, mean, n, filters, unit }: CapabilityOutcome): Findings['headline'] {
  return [
    {
      label: say('analyses.capability.headline.median'),
      value: figure(median),
      ...(unit === null ? {} : { note: say('analyses.shared.plain', { text: term(`analyses.shared.unit.${unit}`) }) }),
    },
    { label: say('analyses.capability.headline.mean'), value: figure(mean) },
    { label: say('analyses.capability.headline.n'), value: n, drill: filters },
  ];
}

function limitHeadline({ beyond, overall, normal, method, n, median }: CapabilityOutcome): Findings['headline'] {
  const total = (beyond?.below.count ?? 0) + (beyond?.above.count ?? 0);
  const side = beyond && (beyond.below.count === 0 ? beyond.above : beyond.above.count === 0 ? beyond.below : null);
  const interval = overall.leastInterval;
  return [
    ...(beyond
      ? [
          {
            label: say('analyses.capability.headline.beyond'),
            value: percent(beyond.share, 2),
            note: say('analyses.capability.headline.beyondNote', {
              n: total,
              of: n,
              low: percent(beyond.low, 2),
              high: percent(beyond.high, 2),
            }),
            ...(total > 0 && side ? { drill: side.filters } : {}),
          },
        ]
      : []),
    {
      label: say('analyses.capability.headline.ppk'),
      value: indexOr(overall.indices.least),
      note: interval
        ? say('analyses.capability.headline.interval', { low: fixed(interval.low, 2), high: fixed(interval.high, 2) })
        : say('analyses.capability.headline.method', { method: term(`analyses.capability.method.${method}`) }),
    },
    method === 'normal'
      ? { label: say('analyses.capability.headline.cpk'), value: indexOr(normal.within.indices.least) }
      : overall.zBench === null
        ? { label: say('analyses.capability.headline.median'), value: figure(median) }
        : { label: say('analyses.capability.headline.z'), value: indexOr(overall.zBench) },
  ];
}

function sentences(outcome: CapabilityOutcome): Phrase[] {
  return [
    ...stabilitySentence(outcome),
    ...beyondSentence(outcome),
    ...indexSentences(outcome),
    ...expectedSentence(outcome),
    ...adviceSentences(outcome),
  ];
}

/** Stability first: an index of a process that wanders says what was, not what will be. */
function stabilitySentence({ stability }: CapabilityOutcome): Phrase[] {
  if (stability.signals === 0) return [say('analyses.capability.finding.stable', { points: stability.points })];
  return [
    say('analyses.capability.finding.unstable', {
      n: stability.signals,
      points: stability.points,
      labels: list(stability.firstSignals, stability.firstSignals.length < stability.signals),
    }),
  ];
}

function beyondSentence({ beyond, n, spec }: CapabilityOutcome): Phrase[] {
  if (!beyond) return [];
  const params = {
    of: n,
    above: beyond.above.count,
    below: beyond.below.count,
    total: beyond.above.count + beyond.below.count,
    upper: figureOr(spec.upperLimit),
    lower: figureOr(spec.lowerLimit),
    share: percent(beyond.share, 2),
    low: percent(beyond.low, 2),
    high: percent(beyond.high, 2),
  };
  if (spec.lowerLimit === null) return [say('analyses.capability.finding.above', params)];
  if (spec.upperLimit === null) return [say('analyses.capability.finding.below', params)];
  return [say('analyses.capability.finding.outside', params)];
}

function indexSentences(outcome: CapabilityOutcome): Phrase[] {
  const { overall, normal, method } = outcome;
  const { least, both } = overall.indices;
  if (least === null) return hasLimits(outcome) ? [] : [noLimits(outcome)];
  const said = [
    say(`analyses.capability.finding.verdict.${verdictOf(least)}`, {
      ppk: fixed(least, 2),
      method: term(`analyses.capability.method.${method}`),
    }),
  ];
  const interval = overall.leastInterval;
  if (interval && verdictOf(interval.low) !== verdictOf(interval.high)) {
    said.push(
      say('analyses.capability.finding.unsure', { low: fixed(interval.low, 2), high: fixed(interval.high, 2) }),
    );
  }
  const within = normal.within.indices.least;
  if (method === 'normal' && within !== null && within - least > 0.2) {
    said.push(say('analyses.capability.finding.drift', { cpk: fixed(within, 2), ppk: fixed(least, 2) }));
  }
  if (both !== null && both - least > 0.2) {
    said.push(say('analyses.capability.finding.offCentre', { pp: fixed(both, 2), ppk: fixed(least, 2) }));
  }
  return said;
}

function noLimits(outcome: CapabilityOutcome): Phrase {
  const { percentiles } = outcome.overall;
  return say('analyses.capability.finding.noLimits', {
    measure: outcome.measureName,
    median: figure(percentiles?.p50 ?? outcome.median),
    max: figure(outcome.max),
  });
}

function expectedSentence({ overall, method }: CapabilityOutcome): Phrase[] {
  const total = overall.expected?.total ?? null;
  if (total === null) return [];
  return [
    say('analyses.capability.finding.expected', {
      ppm: figure(Math.round(total * 10) / 10),
      share: percent(total / 1e6, 2),
      method: term(`analyses.capability.method.${method}`),
    }),
  ];
}

function adviceSentences(outcome: CapabilityOutcome): Phrase[] {
  const { stability, overall } = outcome;
  if (stability.signals > 0) return [say('analyses.capability.finding.nextUnstable')];
  const { least } = overall.indices;
  return least !== null && least < 1.33 ? [say('analyses.capability.finding.nextIncapable')] : [];
}
