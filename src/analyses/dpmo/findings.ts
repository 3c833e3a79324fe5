import type { Phrase, PhraseValue } from '../../kernel/result';
import type { DefectRates } from '../../stats/yield/dpmo';
import type { Check, Findings } from '../contract';
import { figure, firstOf, fixed, percent, say, term } from '../phrases';
import type { DpmoGroup, DpmoOutcome } from './outcome';
import { dpmoDigits } from './words';

const namesShown = 5;

/** What a sigma level says, how far it can be trusted, and how it came about. */
export function dpmoFindings(outcome: DpmoOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

function bounds({ interval }: DefectRates): { low: PhraseValue; high: PhraseValue } {
  return {
    low: fixed(interval.dpmoLow, dpmoDigits(interval.dpmoLow)),
    high: fixed(interval.dpmoHigh, dpmoDigits(interval.dpmoHigh)),
  };
}

/** The level as a headline: its number, or the bound on it. */
function sigmaValue({ sigmaShortTerm, interval }: DefectRates): PhraseValue {
  if (sigmaShortTerm !== null) return fixed(sigmaShortTerm, 2);
  return interval.sigmaLow === null ? term('analyses.dpmo.word.notComputable') : `≥ ${interval.sigmaLow.toFixed(2)}`;
}

function headline(outcome: DpmoOutcome): Findings['headline'] {
  const { overall, spec } = outcome;
  const drill = overall.defects > 0 ? { drill: outcome.filters } : {};
  const isZero = overall.interval.kind === 'upper-bound';
  return [
    {
      label: say('analyses.dpmo.headline.dpmo'),
      value: fixed(overall.dpmo, dpmoDigits(overall.dpmo)),
      note: say(isZero ? 'analyses.dpmo.headline.atMost' : 'analyses.dpmo.headline.interval', bounds(overall)),
    },
    { label: say('analyses.dpmo.headline.sigma'), value: sigmaValue(overall), ...sigmaNote(overall, spec.shift) },
    {
      label: say('analyses.dpmo.headline.yield'),
      value: percent(overall.throughputYield, 2),
      note: say('analyses.dpmo.headline.yieldNote'),
    },
    {
      label: say('analyses.dpmo.headline.defects'),
      value: figure(overall.defects),
      note: say('analyses.dpmo.headline.unitsNote', {
        units: figure(overall.units),
        opportunities: spec.opportunities,
      }),
      ...drill,
    },
  ];
}

function sigmaNote(overall: DefectRates, shifted: boolean): { note?: Phrase } {
  if (overall.sigmaLongTerm === null) {
    const { sigmaLow } = overall.interval;
    if (sigmaLow === null) return {};
    return {
      note: say(shifted ? 'analyses.dpmo.headline.sigmaBoundShifted' : 'analyses.dpmo.headline.sigmaBound', {
        value: fixed(sigmaLow, 2),
      }),
    };
  }
  const z = fixed(overall.sigmaLongTerm, 4);
  return { note: say(shifted ? 'analyses.dpmo.headline.sigmaShifted' : 'analyses.dpmo.headline.sigmaPlain', { z }) };
}

function sentences(outcome: DpmoOutcome): Phrase[] {
  const { overall, spec } = outcome;
  const params = {
    defects: overall.defects,
    units: figure(overall.units),
    opportunities: spec.opportunities,
    total: figure(overall.totalOpportunities),
    dpmo: fixed(overall.dpmo, dpmoDigits(overall.dpmo)),
    ...bounds(overall),
  };
  const zero = overall.interval.kind === 'upper-bound';
  return [
    say(zero ? 'analyses.dpmo.finding.zero' : 'analyses.dpmo.finding.rate', params),
    ...sigmaSentence(overall, spec.shift),
    ...(zero
      ? []
      : [say('analyses.dpmo.finding.yield', { yield: percent(overall.throughputYield, 2), dpu: figure(overall.dpu) })]),
    ...groupSentences(outcome),
  ];
}

function sigmaSentence(overall: DefectRates, shifted: boolean): Phrase[] {
  const { sigmaLongTerm, sigmaShortTerm, interval } = overall;
  if (sigmaLongTerm === null || sigmaShortTerm === null) {
    if (interval.kind !== 'upper-bound' || interval.sigmaLow === null) return [say('analyses.dpmo.finding.noSigma')];
    return [
      say(shifted ? 'analyses.dpmo.finding.sigmaBoundShifted' : 'analyses.dpmo.finding.sigmaBound', {
        low: fixed(interval.sigmaLow, 2),
      }),
    ];
  }
  return [
    say(shifted ? 'analyses.dpmo.finding.sigmaShifted' : 'analyses.dpmo.finding.sigma', {
      z: fixed(sigmaLongTerm, 4),
      sigma: fixed(sigmaShortTerm, 4),
      low: interval.sigmaLow === null ? '–' : fixed(interval.sigmaLow, 3),
      high: interval.sigmaHigh === null ? '–' : fixed(interval.sigmaHigh, 3),
    }),
  ];
}

function groupSentences({ groups, overall }: DpmoOutcome): Phrase[] {
  if (groups.length === 0) return [];
  const names = (of: readonly DpmoGroup[]): PhraseValue =>
    firstOf(
      of.map(({ label }) => label),
      namesShown,
    );
  const above = groups.filter(({ against }) => against === 'above');
  const below = groups.filter(({ against }) => against === 'below');
  const said: Phrase[] = [];
  if (above.length > 0)
    said.push(
      say('analyses.dpmo.finding.above', { n: above.length, names: names(above), dpmo: fixed(overall.dpmo, 0) }),
    );
  if (below.length > 0) said.push(say('analyses.dpmo.finding.below', { n: below.length, names: names(below) }));
  if (above.length + below.length === 0) said.push(say('analyses.dpmo.finding.alike'));
  else said.push(say('analyses.dpmo.finding.manyGroups', { n: groups.length }));
  return said;
}

function reportCard(outcome: DpmoOutcome): Check[] {
  const { coverage, spec, overall } = outcome;
  const caution = (code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status: 'caution',
    sentence: say(`analyses.dpmo.check.${code}`, params),
  });
  const checks: Check[] = [amountCheck(overall)];
  if (spec.units === 'number') checks.push(caution('typedUnits', { units: figure(overall.units) }));
  else if (spec.units === 'rows') checks.push(caution('rowUnits'));
  else checks.push({ status: 'good', sentence: say('analyses.dpmo.check.measuredUnits', { name: outcome.unitName }) });
  checks.push(caution('stability'));
  if (spec.opportunities > 1) checks.push(caution('opportunities', { n: figure(spec.opportunities) }));
  if (coverage.mismatch)
    checks.push({ status: 'bad', sentence: say('analyses.dpmo.check.mismatch', spanParams(coverage.mismatch)) });
  if (coverage.blank > 0)
    checks.push(caution(spec.defects === 'coded' ? 'uncoded' : 'blank', { rows: coverage.blank }));
  if (coverage.unplaced > 0) checks.push(caution('unplaced', { rows: coverage.unplaced }));
  if (coverage.withoutUnits.length > 0) {
    checks.push(
      caution('withoutUnits', {
        n: coverage.withoutUnits.length,
        names: firstOf(coverage.withoutUnits, namesShown),
      }),
    );
  }
  return checks;
}

function amountCheck({ defects }: DefectRates): Check {
  if (defects === 0) return { status: 'caution', sentence: say('analyses.dpmo.check.noDefects') };
  const status = defects >= 30 ? 'good' : defects >= 5 ? 'caution' : 'bad';
  return { status, sentence: say(`analyses.dpmo.check.amount.${status}`, { defects }) };
}

function spanParams({ defects, units }: NonNullable<DpmoOutcome['coverage']['mismatch']>): Record<string, PhraseValue> {
  const day = (epochDay: number): PhraseValue => ({ as: 'date', epochDay });
  return {
    firstDefect: day(defects.first),
    lastDefect: day(defects.last),
    firstUnit: day(units.first),
    lastUnit: day(units.last),
  };
}

function howComputed(outcome: DpmoOutcome): Phrase[] {
  const { overall, spec } = outcome;
  const params = {
    defects: figure(overall.defects),
    units: figure(overall.units),
    opportunities: figure(spec.opportunities),
    total: figure(overall.totalOpportunities),
    dpu: fixed(overall.dpu, 7),
    dpo: fixed(overall.dpo, 8),
    dpmo: fixed(overall.dpmo, 2),
    throughput: percent(overall.throughputYield, 3),
    low: fixed(overall.interval.dpmoLow, 1),
    high: fixed(overall.interval.dpmoHigh, 1),
    z: overall.sigmaLongTerm === null ? '–' : fixed(overall.sigmaLongTerm, 4),
    sigma: overall.sigmaShortTerm === null ? '–' : fixed(overall.sigmaShortTerm, 4),
    shift: fixed(overall.shift, 1),
  };
  const zero = overall.interval.kind === 'upper-bound';
  return [
    say('analyses.dpmo.how.dpu', params),
    say('analyses.dpmo.how.dpmo', params),
    say('analyses.dpmo.how.yield', params),
    ...(overall.sigmaLongTerm === null ? [] : [say('analyses.dpmo.how.z', params)]),
    ...(overall.sigmaLongTerm === null || !spec.shift ? [] : [say('analyses.dpmo.how.shift', params)]),
    say(zero ? 'analyses.dpmo.how.bound' : 'analyses.dpmo.how.interval', params),
    ...(outcome.groups.length > 0 ? [say('analyses.dpmo.how.groups')] : []),
  ];
}
