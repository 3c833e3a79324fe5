import { choice, number, numberOf, plain, text, textOf } from '../columns';
import type { ArtefactKind, Finding } from '../contract';
import { doubtful } from '../finding';

const needed = { items: 20, raters: 2, trials: 2 } as const;

/** Agreement of those who code complaints or score calls; the figures come from the analysis it names. */
export const coderAgreement: ArtefactKind = {
  id: 'coderAgreement',
  phase: 'measure',
  fields: [
    plain('analysis', 'agreementAnalysis'),
    number('items', { min: 1, whole: true }),
    number('raters', { min: 1, whole: true }),
    number('trials', { min: 1, whole: true }),
    plain('switch', 'blind'),
    plain('switch', 'standard'),
    choice('agreementVerdict', 'agreementVerdict', ['passed', 'limited', 'failed']),
    text('limitation', { lines: 2 }),
  ],
  lists: [
    {
      key: 'definitions',
      columns: [
        plain('code', 'link', true),
        text('change', { required: true }),
        plain('person', 'owner'),
        plain('date', 'due'),
      ],
    },
  ],

  check({ fields }) {
    const found: Finding[] = [];
    for (const key of ['items', 'raters', 'trials'] as const) {
      const n = numberOf(fields, key);
      if (n !== null && n < needed[key])
        found.push(doubtful('studyTooSmall', { field: key }, { n, needed: needed[key] }));
    }
    const verdict = textOf(fields, 'agreementVerdict');
    if (verdict !== '' && textOf(fields, 'agreementAnalysis') === '')
      found.push(doubtful('verdictWithoutAnalysis', { field: 'agreementAnalysis' }));
    if (verdict === 'limited' && textOf(fields, 'limitation') === '')
      found.push(doubtful('limitationUnsaid', { field: 'limitation' }));
    return found;
  },

  outputs({ fields }) {
    const counts = (['items', 'raters', 'trials'] as const).map((key) => numberOf(fields, key));
    return counts.some((n) => n === null)
      ? []
      : [{ key: 'ratings', value: counts.reduce<number>((product, n) => product * (n ?? 0), 1) }];
  },
};
