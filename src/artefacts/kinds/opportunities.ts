import { isOn, plain, reference, rowsOf, text } from '../columns';
import type { ArtefactKind, Content } from '../contract';
import { doubtful } from '../finding';

/** More opportunities than this make every process look good. */
const mostOpportunities = 10;

/** Opportunities that count, of one unit. */
export function countOpportunities(content: Content): number {
  return rowsOf(content, 'opportunities').filter(({ cells }) => isOn(cells, 'counted')).length;
}

/** What one unit is and how often it can fail; fixed by its version, or two DPMO cannot be compared. */
export const opportunities: ArtefactKind = {
  id: 'opportunities',
  phase: 'measure',
  fields: [text('unitName', { required: true }), text('version', { required: true }), plain('switch', 'frozen')],
  lists: [
    {
      key: 'opportunities',
      columns: [
        text('opportunity', { required: true }),
        reference('ctq', 'voice.ctqs'),
        text('rationale'),
        plain('switch', 'counted'),
      ],
    },
  ],

  check(content) {
    const n = countOpportunities(content);
    return [
      ...(n > mostOpportunities
        ? [doubtful('tooManyOpportunities', { list: 'opportunities' }, { n, max: mostOpportunities })]
        : []),
      ...(n > 0 && !isOn(content.fields, 'frozen') ? [doubtful('opportunitiesNotFrozen', { field: 'frozen' })] : []),
    ];
  },

  outputs: (content) => [{ key: 'opportunitiesPerUnit', value: countOpportunities(content) }],
};
