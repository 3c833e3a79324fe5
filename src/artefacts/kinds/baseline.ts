import type { PhraseValue } from '../../kernel/result';
import { defectRates } from '../../stats/yield/dpmo';
import { number, numberOf, plain, rowsOf, text } from '../columns';
import type { ArtefactKind, CellValue, Finding, Output } from '../contract';
import { wrong } from '../finding';

type Cells = Readonly<Record<string, CellValue>>;

/** Defect rates of counts in cells; null while one is missing or they contradict each other. */
function ratesOf(cells: Cells, opportunitiesPerUnit: number | null): ReturnType<typeof defectRates> | null {
  const defects = numberOf(cells, 'defectCount');
  const units = numberOf(cells, 'unitCount');
  if (defects === null || units === null || opportunitiesPerUnit === null) return null;
  return defectRates({ defects, units, opportunitiesPerUnit });
}

const rate = (value: number): PhraseValue => ({ as: 'decimal', value, digits: 1 });
const level = (value: number): PhraseValue => ({ as: 'decimal', value, digits: 2 });

/**
 * Baseline: first whether the process is stable, then how good it is.
 *
 * The figures of the analyses it names are shown with it and never repeated in it; counts are for what was counted by hand.
 */
export const baseline: ArtefactKind = {
  id: 'baseline',
  phase: 'measure',
  fields: [
    plain('analysis', 'stabilityAnalysis', true),
    text('specialCauses', { lines: 2 }),
    plain('analysis', 'levelAnalysis'),
    plain('date', 'windowFrom'),
    plain('date', 'windowTo'),
    number('defectCount', { min: 0 }),
    number('unitCount', { min: 0 }),
    number('opportunityCount', { min: 1 }),
  ],
  lists: [
    {
      key: 'strata',
      columns: [text('name', { required: true }), number('defectCount', { min: 0 }), number('unitCount', { min: 0 })],
      computed: [
        {
          key: 'dpmo',
          value: (row, { fields }) => {
            const rates = ratesOf(row.cells, numberOf(fields, 'opportunityCount'));
            return rates?.ok ? rate(rates.value.dpmo) : null;
          },
        },
      ],
    },
  ],

  check(content) {
    const { fields } = content;
    const found: Finding[] = [];
    const [from, to] = [numberOf(fields, 'windowFrom'), numberOf(fields, 'windowTo')];
    if (from !== null && to !== null && to < from)
      found.push(wrong('endBeforeStart', { field: 'windowTo' }, { start: { as: 'date', epochDay: from } }));
    const perUnit = numberOf(fields, 'opportunityCount');
    const whole = ratesOf(fields, perUnit);
    if (whole && !whole.ok) found.push(wrong('countsImpossible', { field: 'defectCount' }));
    for (const { id, cells } of rowsOf(content, 'strata')) {
      const rates = ratesOf(cells, perUnit);
      if (rates && !rates.ok) found.push(wrong('countsImpossible', { list: 'strata', row: id, column: 'defectCount' }));
    }
    return found;
  },

  outputs({ fields }) {
    const rates = ratesOf(fields, numberOf(fields, 'opportunityCount'));
    if (!rates?.ok) return [];
    const { dpu, dpmo, sigmaShortTerm, interval } = rates.value;
    const outputs: Output[] = [
      { key: 'dpu', value: { as: 'decimal', value: dpu, digits: 4 } },
      {
        key: 'dpmo',
        value: rate(dpmo),
        note: {
          code: 'artefacts.outputNote.interval',
          params: { low: rate(interval.dpmoLow), high: rate(interval.dpmoHigh) },
        },
      },
    ];
    if (sigmaShortTerm !== null && interval.sigmaLow !== null && interval.sigmaHigh !== null) {
      outputs.push({
        key: 'sigma',
        value: level(sigmaShortTerm),
        note: {
          code: 'artefacts.outputNote.interval',
          params: { low: level(interval.sigmaLow), high: level(interval.sigmaHigh) },
        },
      });
    } else if (interval.sigmaLow !== null) {
      // Without a defect no level can be named, only what it is at least.
      outputs.push({ key: 'sigmaAtLeast', value: level(interval.sigmaLow) });
    }
    return outputs;
  },
};
