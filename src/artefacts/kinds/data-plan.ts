import { sampleSizeForMargin } from '../../stats/sampling/margin';
import { choice, number, numberOf, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Finding, Row } from '../contract';
import { doubtful, wrong } from '../finding';

const confidence = 0.95;

/**
 * Sample size that estimates the measure within its margin at 95 %; null while the plan does not say enough.
 *
 * Units  `margin` and `expected` of a share in percent; of a mean, both in the unit of the measure and `expected` is the
 *        standard deviation
 */
export function neededSample({ cells }: Row): number | null {
  const expected = numberOf(cells, 'expected');
  const margin = numberOf(cells, 'margin');
  if (expected === null || margin === null) return null;
  const isShare = ['proportion', 'ordinal'].includes(textOf(cells, 'dataType'));
  const plan = sampleSizeForMargin(
    isShare
      ? { of: 'share', share: expected / 100, margin: margin / 100, confidence }
      : { of: 'mean', sd: expected, margin, confidence },
  );
  return plan.ok ? plan.value.n : null;
}

/** What is measured, how it is defined, and how it is collected. */
export const dataPlan: ArtefactKind = {
  id: 'dataPlan',
  phase: 'measure',
  fields: [],
  lists: [
    {
      key: 'measures',
      columns: [
        text('measure', { required: true }),
        reference('ctq', 'voice.ctqs'),
        choice('dataType', 'dataType', ['continuous', 'count', 'proportion', 'ordinal', 'time'], true),
        text('unitName'),
        text('numerator'),
        text('denominator'),
        text('definition', { lines: 2, required: true }),
        text('startRule'),
        text('stopRule'),
        text('exclusions'),
        text('example'),
        text('counterExample'),
        text('source', { required: true }),
        text('stratifiers'),
        choice('sampling', 'sampling', ['all', 'random', 'systematic', 'subgroup'], true),
        number('expected', { min: 0 }),
        number('margin', { min: 0 }),
        number('sampleSize', { min: 1, whole: true }),
        text('frequency'),
        plain('person', 'collector'),
        plain('date', 'collectFrom'),
        plain('date', 'collectTo'),
      ],
      computed: [{ key: 'neededSample', value: neededSample }],
    },
  ],

  check(content) {
    return rowsOf(content, 'measures').flatMap((row) => [...checkDefinition(row), ...checkSample(row)]);
  },
};

function checkDefinition({ id, cells }: Row): readonly Finding[] {
  const at = (column: string): Finding['at'] => ({ list: 'measures', row: id, column });
  const found = (['startRule', 'stopRule', 'exclusions'] as const)
    .filter((key) => textOf(cells, key) === '')
    .map((key) => doubtful('definitionIncomplete', at(key), { cell: { as: 'term', key: `artefacts.label.${key}` } }));
  if (!['count', 'proportion'].includes(textOf(cells, 'dataType'))) return found;
  const missing = (['numerator', 'denominator'] as const).filter((key) => textOf(cells, key) === '');
  return [
    ...found,
    ...missing.map((key) =>
      wrong('shareWithoutParts', at(key), { cell: { as: 'term', key: `artefacts.label.${key}` } }),
    ),
  ];
}

function checkSample(row: Row): readonly Finding[] {
  const { id, cells } = row;
  const found: Finding[] = [];
  const [n, needed] = [numberOf(cells, 'sampleSize'), neededSample(row)];
  if (n !== null && needed !== null && n < needed)
    found.push(doubtful('sampleTooSmall', { list: 'measures', row: id, column: 'sampleSize' }, { n, needed }));
  const [from, to] = [numberOf(cells, 'collectFrom'), numberOf(cells, 'collectTo')];
  if (from !== null && to !== null && to < from)
    found.push(
      wrong(
        'endBeforeStart',
        { list: 'measures', row: id, column: 'collectTo' },
        { start: { as: 'date', epochDay: from } },
      ),
    );
  return found;
}
