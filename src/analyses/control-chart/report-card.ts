import type { PhraseValue } from '../../kernel/result';
import type { Check } from '../contract';
import { figure, firstOf, percent, say } from '../phrases';
import { countJudged, signalsByPoint } from '../signals';
import type { ControlOutcome } from './outcome';
import { stageTitle } from './words';

/** Limits from fewer points are trial limits. */
export const trialPoints = 12;
/** The normal limits of counts need about so many expected events per point. */
const fewestExpected = 5;
const labelsListed = 6;

/** Is the data fit for this chart: amount, denominators, scatter, completeness. */
export function reportCard(outcome: ControlOutcome): Check[] {
  return [
    amountCheck(outcome),
    ...stageChecks(outcome),
    ...credibilityCheck(outcome),
    ...dispersionCheck(outcome),
    ...expectedCheck(outcome),
    ...exposureCheck(outcome),
    ...coverageChecks(outcome),
    ...choiceChecks(outcome),
  ];
}

/** More than half of the points signal: the limits describe something else than this process. */
export function isMostlySignals(outcome: ControlOutcome): boolean {
  const judged = countJudged(outcome.chart.main.values, outcome.excluded);
  return judged >= 8 && signalsByPoint(outcome.chart.main).size > judged / 2;
}

function caution(code: string, params: Record<string, PhraseValue> = {}): Check {
  return { status: 'caution', sentence: say(`analyses.controlChart.check.${code}`, params) };
}

function amountCheck(outcome: ControlOutcome): Check {
  const points = countJudged(outcome.chart.main.values, outcome.excluded);
  if (points < trialPoints) return caution('trial', { points, needed: trialPoints });
  return { status: 'good', sentence: say('analyses.controlChart.check.enough', { points }) };
}

function stageChecks(outcome: ControlOutcome): Check[] {
  const { chart, stages } = outcome;
  if (stages.length < 2 && !chart.stages[0].baseline) return [];
  return chart.stages.flatMap(({ pointsUsed }, i) =>
    pointsUsed < trialPoints
      ? [caution('stageShort', { name: stageTitle(outcome, i), points: pointsUsed, needed: trialPoints })]
      : [],
  );
}

function credibilityCheck(outcome: ControlOutcome): Check[] {
  if (!isMostlySignals(outcome)) return [];
  return [
    {
      status: 'bad',
      sentence: say('analyses.controlChart.check.notCredible', {
        points: signalsByPoint(outcome.chart.main).size,
        of: countJudged(outcome.chart.main.values, outcome.excluded),
      }),
    },
  ];
}

function dispersionCheck({ dispersion, spec, chart }: ControlOutcome): Check[] {
  if (!dispersion) return [];
  const { ratio, ratioUpper, sigmaZ, suggestion } = dispersion;
  if (spec.laney && (spec.chart === 'p' || spec.chart === 'u')) {
    const widening = chart.stages[chart.stages.length - 1].sigmaZ;
    if (widening === null) return [];
    return widening < 1
      ? [caution('laneyNarrows', { sigmaZ: figure(widening) })]
      : [{ status: 'good', sentence: say('analyses.controlChart.check.laneyOn', { sigmaZ: figure(widening) }) }];
  }
  if (suggestion === 'laney' && ratio !== null && ratioUpper !== null) {
    const params = { ratio: percent(ratio, 0), upper: percent(ratioUpper, 0), sigmaZ: figure(sigmaZ ?? 0) };
    // Below its bound the middle half is lawful: then jumps between neighbours, or single points, make the scatter.
    if (ratio <= ratioUpper) return [caution('overdispersedJumps', params)];
    const offers = spec.chart === 'p' || spec.chart === 'u';
    return [
      {
        status: 'bad',
        sentence: say(`analyses.controlChart.check.${offers ? 'overdispersed' : 'overdispersedCount'}`, params),
      },
    ];
  }
  if (suggestion === 'narrower-than-expected' && ratio !== null)
    return [caution('underdispersed', { ratio: percent(ratio, 0) })];
  if (suggestion === 'none' && ratio !== null) {
    return [
      { status: 'good', sentence: say('analyses.controlChart.check.dispersionFits', { ratio: percent(ratio, 0) }) },
    ];
  }
  return [];
}

function expectedCheck({ sizes, chart, spec, labels }: ControlOutcome): Check[] {
  if (spec.chart === 'i') return [];
  const expected = labels.map((_, i) => {
    const center = chart.main.center[i];
    // A gap has a centre line, but nothing is expected of it.
    if (center === null || chart.main.values[i] === null) return null;
    return spec.chart === 'c' || spec.chart === 'np' ? center : center * (sizes?.[i] ?? 0);
  });
  const present = expected.filter((value) => value !== null);
  if (present.length === 0) return [];
  const few = present.filter((value) => value < fewestExpected).length;
  if (few === 0)
    return [
      {
        status: 'good',
        sentence: say('analyses.controlChart.check.expectedEnough', { least: figure(Math.min(...present)) }),
      },
    ];
  return [
    caution('expectedSmall', {
      n: few,
      of: present.length,
      least: figure(Math.min(...present)),
      needed: fewestExpected,
    }),
  ];
}

function exposureCheck({ spec }: ControlOutcome): Check[] {
  return spec.chart === 'c' ? [caution('noExposure')] : [];
}

function coverageChecks({ coverage, labels, spec, source }: ControlOutcome): Check[] {
  const names = (indices: readonly number[]): PhraseValue =>
    firstOf(
      indices.map((index) => labels[index]),
      labelsListed,
    );
  const checks: Check[] = [];
  if (coverage.empty.length > 0) {
    const code = spec.emptyPeriods === 'zero' && spec.chart !== 'p' && spec.chart !== 'np' ? 'emptyZero' : 'emptyGap';
    checks.push(caution(code, { n: coverage.empty.length, labels: names(coverage.empty) }));
  }
  if (coverage.withoutSize.length > 0) {
    checks.push(caution('withoutSize', { n: coverage.withoutSize.length, labels: names(coverage.withoutSize) }));
  }
  const { partialFirst, partialLast } = coverage;
  if (partialFirst)
    checks.push(
      caution('partialFirst', { label: labels[partialFirst.index], day: { as: 'date', epochDay: partialFirst.day } }),
    );
  if (partialLast)
    checks.push(
      caution('partialLast', { label: labels[partialLast.index], day: { as: 'date', epochDay: partialLast.day } }),
    );
  if (coverage.unplaced > 0) checks.push(caution('unplaced', { rows: coverage.unplaced }));
  if (coverage.blank > 0) checks.push(caution('blank', { rows: coverage.blank }));
  if (source.kind === 'word') checks.push(caution('notInTime'));
  return checks;
}

function choiceChecks({ unmatched, excluded, stages }: ControlOutcome): Check[] {
  const checks: Check[] = [];
  if (unmatched.length > 0) checks.push(caution('unmatched', { labels: firstOf(unmatched, labelsListed) }));
  const unexplained = excluded.filter(({ reason }) => reason.trim() === '').length;
  if (unexplained > 0) checks.push(caution('exclusionWithoutReason', { n: unexplained }));
  else if (excluded.length > 0) checks.push(caution('excluded', { n: excluded.length }));
  if (stages.some(({ name, reason }) => name !== null && reason.trim() === ''))
    checks.push(caution('phaseWithoutReason'));
  return checks;
}
