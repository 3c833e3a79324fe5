import type { PhraseValue } from '../../kernel/result';
import type { DefectRates } from '../../stats/yield/dpmo';
import type { TableTwin, TwinCell, TwinColumn } from '../contract';
import { plain, say } from '../phrases';
import { columnsBy } from '../twin-columns';
import type { DpmoGroup, DpmoOutcome } from './outcome';
import { sigmaPhrase } from './words';

/** One line per group, and the total; without groups, the total alone. */
export function dpmoRows(outcome: DpmoOutcome): TableTwin {
  const grouped = outcome.groups.length > 0;
  return {
    caption: say(grouped ? 'analyses.dpmo.table.captionGroups' : 'analyses.dpmo.table.caption', {
      n: outcome.groups.length,
      opportunities: outcome.spec.opportunities,
    }),
    columns: columns(outcome),
    rows: [
      ...outcome.groups.map((group) => ({
        cells: [nameCell(group.label), ...groupCells(outcome, group)],
        ...(group.defects > 0 ? { drill: group.filters } : {}),
        ...(group.against === 'above' ? { emphasis: 'signal' as const } : {}),
      })),
      {
        cells: [
          { phrase: say(grouped ? 'analyses.dpmo.table.total' : 'analyses.dpmo.table.whole') },
          ...rateCells(outcome, outcome.overall),
        ],
        ...(outcome.overall.defects > 0 ? { drill: outcome.filters } : {}),
        emphasis: 'total' as const,
      },
    ],
  };
}

function columns({ groupName, timeOrdered, spec }: DpmoOutcome): TwinColumn[] {
  const column = columnsBy((key) => `analyses.dpmo.table.${key}`);
  return [
    {
      key: 'group',
      label: groupName === null ? say(`analyses.dpmo.table.${timeOrdered ? 'period' : 'scope'}`) : plain(groupName),
      format: 'text',
    },
    column('defects', 'count', 2),
    column('units', 'count', 2),
    column('totalOpportunities', 'count', 0),
    column('dpu', 'number', 5),
    column('dpo', 'number', 6),
    column('dpmo', 'ppm'),
    column('low', 'ppm'),
    column('high', 'ppm'),
    column('opportunityYield', 'percent', 3),
    column('throughputYield', 'percent', 3),
    column('sigmaLongTerm', 'number', 3),
    ...(spec.shift ? [column('sigmaShortTerm', 'number', 3)] : []),
  ];
}

function groupCells(outcome: DpmoOutcome, group: DpmoGroup): TwinCell[] {
  if (group.rates) return rateCells(outcome, group.rates);
  return [
    group.defects,
    group.units,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    ...(outcome.spec.shift ? [null] : []),
  ];
}

function rateCells({ spec }: DpmoOutcome, rates: DefectRates): TwinCell[] {
  // Without defects the level is a bound: words, not a number that someone might average.
  const bound = { phrase: sigmaPhrase(rates, 3) };
  return [
    rates.defects,
    rates.units,
    rates.totalOpportunities,
    rates.dpu,
    rates.dpo,
    rates.dpmo,
    rates.interval.dpmoLow,
    rates.interval.dpmoHigh,
    rates.opportunityYield,
    rates.throughputYield,
    rates.sigmaLongTerm ?? (spec.shift ? null : bound),
    ...(spec.shift ? [rates.sigmaShortTerm ?? bound] : []),
  ];
}

function nameCell(label: PhraseValue): TwinCell {
  return typeof label === 'string' ? label : { phrase: plain(label) };
}
