import type { Phrase } from '../../kernel/result';
import { pPhrase } from '../p-value';
import { figure, fixed, say, term } from '../phrases';
import type { CapabilityOutcome } from './outcome';
import { figureOr, hasLimits, indexOr } from './words';

/** The formulas of a capability study with its own numbers in them. */
export function howComputed(outcome: CapabilityOutcome): Phrase[] {
  return [
    ...choice(outcome),
    ...(outcome.method === 'normal' ? normalTexts(outcome) : modelTexts(outcome)),
    ...(outcome.beyond ? [say('analyses.capability.how.observed')] : []),
    say(`analyses.capability.how.${outcome.stability.kind}`, { points: outcome.stability.points }),
  ];
}

function choice({ isAutomatic, method, normality }: CapabilityOutcome): Phrase[] {
  if (!isAutomatic) return [];
  if (!normality) return [say('analyses.capability.how.autoUntested')];
  return [
    say('analyses.capability.how.auto', {
      method: term(`analyses.capability.method.${method}`),
      a: fixed(normality.aSquared, 3),
      p: pPhrase(normality.pValue),
    }),
  ];
}

function normalTexts(outcome: CapabilityOutcome): Phrase[] {
  const { normal, mean, sd, n, spec, overall } = outcome;
  const { within } = normal;
  const said = [
    say(
      outcome.stability.kind !== 'means'
        ? 'analyses.capability.how.withinRanges'
        : 'analyses.capability.how.withinPooled',
      { sigma: figureOr(within.sigma) },
    ),
    say('analyses.capability.how.overall', { n, sd: figure(sd) }),
  ];
  if (!hasLimits(outcome)) return said;
  const params = {
    mean: figure(mean),
    lower: figureOr(spec.lowerLimit),
    upper: figureOr(spec.upperLimit),
    sd: figure(sd),
    sigma: figureOr(within.sigma),
    pp: indexOr(overall.indices.both),
    ppk: indexOr(overall.indices.least),
    cpk: indexOr(within.indices.least),
  };
  if (spec.lowerLimit !== null && spec.upperLimit !== null) {
    said.push(say('analyses.capability.how.pp', params), say('analyses.capability.how.ppkBoth', params));
  } else said.push(say(`analyses.capability.how.${spec.lowerLimit === null ? 'ppkUpper' : 'ppkLower'}`, params));
  const interval = overall.leastInterval;
  if (interval) {
    said.push(
      say('analyses.capability.how.interval', {
        low: fixed(interval.low, 3),
        high: fixed(interval.high, 3),
        df: n - 1,
      }),
    );
  }
  said.push(say('analyses.capability.how.zBench', { z: indexOr(overall.zBench) }));
  if (normal.cpm !== null) said.push(say('analyses.capability.how.cpm', { cpm: fixed(normal.cpm, 3) }));
  return said;
}

function modelTexts(outcome: CapabilityOutcome): Phrase[] {
  const { method, overall, spec } = outcome;
  const { percentiles } = overall;
  const said = [...parameterText(outcome)];
  if (!hasLimits(outcome)) return said;
  const params = {
    ppk: indexOr(overall.indices.least),
    upper: figureOr(spec.upperLimit),
    lower: figureOr(spec.lowerLimit),
    p00135: figureOr(percentiles?.p00135 ?? null),
    p50: figureOr(percentiles?.p50 ?? null),
    p99865: figureOr(percentiles?.p99865 ?? null),
  };
  if (method === 'boxCox') said.push(say('analyses.capability.how.boxCoxIndex', params));
  else if (spec.lowerLimit === null) said.push(say('analyses.capability.how.isoUpper', params));
  else if (spec.upperLimit === null) said.push(say('analyses.capability.how.isoLower', params));
  else said.push(say('analyses.capability.how.isoBoth', params));
  said.push(say('analyses.capability.how.noInterval'));
  if (overall.zBench !== null) said.push(say('analyses.capability.how.zBench', { z: fixed(overall.zBench, 2) }));
  return said;
}

function parameterText({ method, overall, n }: CapabilityOutcome): Phrase[] {
  const p = overall.parameters;
  switch (method) {
    case 'logNormal':
      return [say('analyses.capability.how.logNormal', { mean: figure(p['meanLog']), sd: figure(p['sdLog']) })];
    case 'weibull':
      return [say('analyses.capability.how.weibull', { shape: figure(p['shape']), scale: figure(p['scale']) })];
    case 'boxCox':
      return [
        say('analyses.capability.how.boxCox', {
          lambda: fixed(p['lambda'], 1),
          estimate: fixed(p['estimate'], 3),
          mean: figure(p['mean']),
          sd: figureOr(p['sd'] ?? null),
        }),
      ];
    default:
      return [say('analyses.capability.how.percentile', { n })];
  }
}
