import type { Phrase, PhraseValue } from '../../kernel/result';
import type { Check, Findings } from '../contract';
import { alpha } from '../p-value';
import { figure, firstOf, fixed, say } from '../phrases';
import { headlineValue, shown } from '../series-words';
import type { ComparedUnit, FunnelOutcome } from './outcome';
import { toneOf, unitParams } from './words';

const unitsListed = 6;
const namesListed = 10;
/** With fewer units a funnel says little that their intervals do not. */
const fewUnits = 10;
/** Mean squared z above this, and unlikely by chance, is over-dispersion worth a warning. */
const wideDispersion = 1.5;
const unlikely = 0.01;
const fewestExpected = 10;

/** What a funnel plot says, how far it can be trusted, and how its limits came about. */
export function funnelPlotFindings(outcome: FunnelOutcome): Findings {
  return {
    headline: headline(outcome),
    sentences: sentences(outcome),
    reportCard: reportCard(outcome),
    howComputed: howComputed(outcome),
  };
}

/** Whether the units differ by more than chance as a whole. */
export function isOverDispersed({ dispersion, dispersionP }: FunnelOutcome): boolean {
  return (dispersion ?? 0) > wideDispersion && (dispersionP ?? 1) < unlikely;
}

function beyond({ units }: FunnelOutcome, level: number): readonly ComparedUnit[] {
  return units.filter(({ levelsBeyond }) => levelsBeyond === level);
}

/** Units that chance alone puts beyond the inner limits. */
function expectedBeyond({ units }: FunnelOutcome): PhraseValue {
  return { as: 'decimal', value: Math.round(units.length * 0.5) / 10 };
}

function headline(outcome: FunnelOutcome): Findings['headline'] {
  const far = beyond(outcome, 2);
  const concerns = far.filter((unit) => toneOf(outcome, unit) === 'concern').length;
  return [
    {
      label: say('analyses.funnelPlot.headline.beyond'),
      value: far.length,
      note:
        outcome.spec.direction === 'none'
          ? say('analyses.funnelPlot.headline.sides', {
              above: far.filter(({ side }) => side === 'above').length,
              below: far.filter(({ side }) => side === 'below').length,
            })
          : say('analyses.funnelPlot.headline.verdicts', { concerns, good: far.length - concerns }),
    },
    {
      label: say(`analyses.funnelPlot.headline.${outcome.spec.target}`),
      ...headlineValue(outcome.scale, outcome.target),
    },
    { label: say('analyses.funnelPlot.headline.units'), value: outcome.units.length },
    {
      label: say('analyses.funnelPlot.headline.inner'),
      value: beyond(outcome, 1).length,
      note: say('analyses.funnelPlot.headline.expected', {
        expected: expectedBeyond(outcome),
      }),
    },
  ];
}

function sentences(outcome: FunnelOutcome): Phrase[] {
  const { units, spec } = outcome;
  const far = beyond(outcome, 2);
  const near = beyond(outcome, 1);
  const said: Phrase[] = [];
  if (isOverDispersed(outcome)) said.push(say('analyses.funnelPlot.finding.dispersed'));
  said.push(
    far.length === 0
      ? say('analyses.funnelPlot.finding.none', { units: units.length })
      : say('analyses.funnelPlot.finding.some', { units: units.length, n: far.length }),
  );
  said.push(...far.slice(0, unitsListed).map((unit) => unitSentence(outcome, unit)));
  if (far.length > unitsListed) said.push(say('analyses.funnelPlot.finding.more', { n: far.length - unitsListed }));
  if (near.length > 0) {
    said.push(
      say('analyses.funnelPlot.finding.near', {
        n: near.length,
        names: firstOf(
          near.map(({ label }) => label),
          namesListed,
        ),
        expected: expectedBeyond(outcome),
      }),
    );
  }
  const discovered = units.filter(({ adjustedP }) => adjustedP !== null && adjustedP < alpha);
  if (discovered.length > 0) {
    said.push(
      say('analyses.funnelPlot.finding.discovered', {
        n: discovered.length,
        names: firstOf(
          discovered.map(({ label }) => label),
          namesListed,
        ),
      }),
    );
  } else said.push(say('analyses.funnelPlot.finding.undiscovered'));
  said.push(say('analyses.funnelPlot.finding.inside', { n: units.length - far.length - near.length }));
  if (far.length > 0)
    said.push(say(`analyses.funnelPlot.finding.next.${spec.direction === 'none' ? 'none' : 'known'}`));
  return said;
}

function unitSentence(outcome: FunnelOutcome, unit: ComparedUnit): Phrase {
  const kind = outcome.spec.direction === 'none' ? 'plain' : toneOf(outcome, unit) === 'good' ? 'good' : 'concern';
  const side = unit.side === 'below' ? 'below' : 'above';
  return say(`analyses.funnelPlot.unit.${kind}.${side}`, unitParams(outcome, unit));
}

function reportCard(outcome: FunnelOutcome): Check[] {
  const { units, spec, coverage, target } = outcome;
  const check = (status: Check['status'], code: string, params: Record<string, PhraseValue> = {}): Check => ({
    status,
    sentence: say(`analyses.funnelPlot.check.${code}`, params),
  });
  const opposite = spec.kind === 'proportion' ? Math.min(target, 1 - target) : target;
  const small = units.filter(({ size }) => size * opposite < fewestExpected).length;
  const checks: Check[] = [
    units.length < fewUnits
      ? check('caution', 'fewUnits', { units: units.length, needed: fewUnits })
      : check('good', 'units', { units: units.length }),
    ...dispersionCheck(outcome),
  ];
  if (small > 0)
    checks.push(
      check(spec.method === 'normal' ? 'caution' : 'good', spec.method === 'normal' ? 'smallNormal' : 'smallExact', {
        n: small,
        needed: fewestExpected,
      }),
    );
  if (spec.target === 'typed') checks.push(check('caution', 'typedTarget'));
  checks.push(check('caution', 'mix'));
  if (coverage.withoutSize.length > 0) {
    checks.push(
      check('caution', 'withoutSize', {
        n: coverage.withoutSize.length,
        names: firstOf(coverage.withoutSize, namesListed),
      }),
    );
  }
  if (coverage.withoutRows.length > 0) {
    checks.push(
      check('caution', spec.zeroUnits ? 'zeroUnits' : 'unitsLeftOut', {
        n: coverage.withoutRows.length,
        names: firstOf(coverage.withoutRows, namesListed),
      }),
    );
  }
  if (coverage.unplaced > 0) checks.push(check('caution', 'unplaced', { rows: coverage.unplaced }));
  if (coverage.blank > 0) checks.push(check('caution', 'blank', { rows: coverage.blank }));
  return checks;
}

function dispersionCheck(outcome: FunnelOutcome): Check[] {
  const { dispersion, dispersionP } = outcome;
  if (dispersion === null || dispersionP === null) return [];
  const params = { dispersion: figure(dispersion), p: dispersionP < 0.001 ? '< 0.001' : fixed(dispersionP, 3) };
  return isOverDispersed(outcome)
    ? [{ status: 'bad', sentence: say('analyses.funnelPlot.check.dispersed', params) }]
    : [{ status: 'good', sentence: say('analyses.funnelPlot.check.dispersionFits', params) }];
}

function howComputed(outcome: FunnelOutcome): Phrase[] {
  const { pooled, scale, spec, units, target, dispersion } = outcome;
  const largest = units.reduce((most, unit) => (unit.size > most.size ? unit : most), units[0]);
  return [
    say('analyses.funnelPlot.how.pooled', {
      count: figure(pooled.count),
      size: figure(pooled.size),
      pooled: shown(scale, pooled.value),
      per: scale.factor,
    }),
    ...(spec.target === 'typed' ? [say('analyses.funnelPlot.how.typed', { target: shown(scale, target) })] : []),
    say(`analyses.funnelPlot.how.limits.${spec.kind}`, {
      ...unitParams(outcome, largest),
      target: shown(scale, target),
    }),
    say(`analyses.funnelPlot.how.method.${spec.method}`, { needed: fewestExpected }),
    ...(dispersion === null ? [] : [say('analyses.funnelPlot.how.dispersion', { dispersion: figure(dispersion) })]),
  ];
}
