import type { Filter } from '../../table/filter';
import type { PerMillion } from '../../stats/capability/types';
import type { TableTwin, TwinCell } from '../contract';
import { say, term } from '../phrases';
import type { CapabilityOutcome } from './outcome';
import { hasLimits } from './words';

type Maybe = number | null;
type Interval = { readonly low: number; readonly high: number } | null;
type Row = TableTwin['rows'][number];

/** Every figure of the study, one a line, with its interval where one is known. */
export function capabilityRows(outcome: CapabilityOutcome): TableTwin {
  const { measureName, unit } = outcome;
  return {
    caption: say(unit === null ? 'analyses.capability.table.caption' : 'analyses.capability.table.captionInUnit', {
      measure: measureName,
      unit: unit === null ? '' : term(`analyses.shared.unit.${unit}`),
    }),
    columns: [
      { key: 'figure', label: say('analyses.capability.table.figure'), format: 'text' },
      { key: 'value', label: say('analyses.capability.table.value'), format: 'number' },
      { key: 'low', label: say('analyses.capability.table.low'), format: 'number' },
      { key: 'high', label: say('analyses.capability.table.high'), format: 'number' },
    ],
    rows: [...sampleRows(outcome), ...(hasLimits(outcome) ? [...indexRows(outcome), ...millionRows(outcome)] : [])],
  };
}

function row(key: string, value: Maybe, interval: Interval = null, drill?: readonly Filter[]): Row {
  const cells: TwinCell[] = [
    { phrase: say(`analyses.capability.table.${key}`) },
    value,
    interval?.low ?? null,
    interval?.high ?? null,
  ];
  return drill ? { cells, drill } : { cells };
}

function sampleRows({ n, mean, median, sd, min, max, normal, overall, filters }: CapabilityOutcome): Row[] {
  const { percentiles } = overall;
  return [
    row('n', n, null, filters),
    row('mean', mean),
    row('median', median),
    row('min', min),
    row('max', max),
    row('sdOverall', sd),
    row('sdWithin', normal.within.sigma),
    ...(percentiles
      ? [row('p00135', percentiles.p00135), row('p50', percentiles.p50), row('p99865', percentiles.p99865)]
      : []),
  ];
}

function indexRows({ method, spec, overall, normal }: CapabilityOutcome): Row[] {
  const { indices } = overall;
  const hasBoth = spec.lowerLimit !== null && spec.upperLimit !== null;
  const { within } = normal;
  return [
    ...(method === 'normal'
      ? [
          ...(hasBoth ? [row('cp', within.indices.both, within.bothInterval)] : []),
          row('cpk', within.indices.least, within.leastInterval),
        ]
      : []),
    ...(hasBoth
      ? [row('pp', indices.both, overall.bothInterval), row('ppl', indices.lower), row('ppu', indices.upper)]
      : []),
    row('ppk', indices.least, overall.leastInterval),
    ...(method === 'normal' && hasBoth && spec.target !== null ? [row('cpm', normal.cpm)] : []),
    row('z', overall.zBench),
    ...(method === 'normal' ? [row('zWithin', within.zBench)] : []),
  ];
}

function millionRows({ beyond, normal, overall, method, n }: CapabilityOutcome): Row[] {
  const { observed } = normal;
  const perMillion = ({ low, high }: { low: number; high: number }): Interval => ({ low: low * 1e6, high: high * 1e6 });
  const sides: readonly (keyof PerMillion)[] = ['below', 'above', 'total'];
  const expected = overall.expected;
  const drillOf = (side: keyof PerMillion): readonly Filter[] | undefined =>
    beyond && side !== 'total' && beyond[side].count > 0 ? beyond[side].filters : undefined;
  return [
    ...sides.map((side) =>
      row(
        `observed.${side}`,
        observed[side],
        side === 'total' && beyond && n > 0 ? perMillion(beyond) : null,
        drillOf(side),
      ),
    ),
    ...(expected ? sides.map((side) => row(`expected.${side}`, expected[side])) : []),
    ...(method === 'normal' ? [row('expected.within', normal.within.perMillion.total)] : []),
  ];
}
