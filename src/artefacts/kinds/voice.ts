import { number, numberOf, plain, reference, rowsOf, score, text, textOf } from '../columns';
import type { ArtefactKind, Finding, Row } from '../contract';
import { doubtful, wrong } from '../finding';

/** Whether a critical characteristic can be measured: a unit and a limit, or a rule that says what a defect is. */
export function isMeasurable({ cells }: Row): boolean {
  const limits = ['lsl', 'usl', 'targetValue'].some((key) => numberOf(cells, key) !== null);
  return textOf(cells, 'defectRule') !== '' || (textOf(cells, 'unitName') !== '' && limits);
}

/** Voice of the customer: verbatims → needs → drivers → critical characteristics. */
export const voice: ArtefactKind = {
  id: 'voice',
  phase: 'define',
  fields: [],
  lists: [
    {
      key: 'needs',
      columns: [text('need', { required: true }), text('segment')],
      computed: [
        {
          key: 'verbatimCount',
          value: (row, content) =>
            rowsOf(content, 'verbatims').filter(({ cells }) => textOf(cells, 'need') === row.id).length,
        },
      ],
    },
    {
      key: 'verbatims',
      columns: [
        text('quote', { lines: 2, required: true }),
        text('source'),
        reference('need', 'voice.needs'),
        plain('code', 'link'),
      ],
    },
    {
      key: 'ctqs',
      columns: [
        text('characteristic', { required: true }),
        reference('need', 'voice.needs'),
        text('driver'),
        text('unitName'),
        number('lsl'),
        number('usl'),
        number('targetValue'),
        text('defectRule'),
        text('opportunity'),
        score('importance', 1, 5),
      ],
    },
  ],

  check(content) {
    return rowsOf(content, 'ctqs').flatMap((row): Finding[] => {
      const [lsl, usl] = [numberOf(row.cells, 'lsl'), numberOf(row.cells, 'usl')];
      const at = { list: 'ctqs', row: row.id };
      return [
        ...(isMeasurable(row) ? [] : [doubtful('ctqNotMeasurable', { ...at, column: 'defectRule' })]),
        ...(lsl !== null && usl !== null && lsl >= usl ? [wrong('limitsCrossed', { ...at, column: 'usl' })] : []),
      ];
    });
  },

  outputs(content) {
    const ctqs = rowsOf(content, 'ctqs');
    return ctqs.length === 0
      ? []
      : [
          { key: 'ctqs', value: ctqs.length },
          { key: 'ctqsMeasurable', value: ctqs.filter(isMeasurable).length },
        ];
  },
};
