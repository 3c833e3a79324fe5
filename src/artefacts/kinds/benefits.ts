import { choice, isOn, number, numberOf, plain, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content, Output, ProjectView, Row } from '../contract';
import { doubtful } from '../finding';
import { artefactsOf } from '../project';

/** Yearly amount in yuan: as entered, or count × saving per unit; null while neither is there. */
export function yearlyAmount({ cells }: Row): number | null {
  const entered = numberOf(cells, 'amountPerYear');
  if (entered !== null) return entered;
  const [count, saving] = [numberOf(cells, 'countPerYear'), numberOf(cells, 'savingPerUnit')];
  return count === null || saving === null ? null : count * saving;
}

/** Sum over entries of a type; only audited ones where asked. */
export function sumBenefits(content: Content, type: 'hard' | 'soft', onlyAudited = false): number {
  return rowsOf(content, 'entries')
    .filter(({ cells }) => textOf(cells, 'benefitType') === type && (!onlyAudited || isOn(cells, 'audited')))
    .reduce((sum, row) => sum + (yearlyAmount(row) ?? 0), 0);
}

/** Hard benefit in yuan per year that the charter promised; null while it promises none. */
export function estimatedBenefit(project: ProjectView): number | null {
  return artefactsOf(project, 'charter')
    .map(({ content }) => numberOf(content.fields, 'benefitHard'))
    .reduce((first, estimate) => first ?? estimate, null);
}

/** Ledger of benefits in yuan per year. */
export const benefits: ArtefactKind = {
  id: 'benefits',
  phase: 'control',
  fields: [],
  lists: [
    {
      key: 'entries',
      columns: [
        text('item', { required: true }),
        choice('benefitType', 'benefitType', ['hard', 'soft'], true),
        number('countPerYear', { min: 0 }),
        number('savingPerUnit'),
        number('amountPerYear'),
        text('method'),
        plain('analysis', 'evidence'),
        plain('person', 'financePerson'),
        plain('switch', 'audited'),
      ],
      computed: [{ key: 'yearly', value: yearlyAmount }],
    },
  ],

  check(content) {
    return rowsOf(content, 'entries')
      .filter(({ cells }) => textOf(cells, 'benefitType') === 'hard' && isOn(cells, 'audited'))
      .filter(({ cells }) => textOf(cells, 'financePerson') === '')
      .map(({ id }) => doubtful('auditedByNobody', { list: 'entries', row: id, column: 'financePerson' }));
  },

  outputs(content, project) {
    const hard = sumBenefits(content, 'hard');
    const estimate = estimatedBenefit(project);
    return [
      { key: 'hardPerYear', value: hard },
      { key: 'hardAudited', value: sumBenefits(content, 'hard', true) },
      { key: 'softPerYear', value: sumBenefits(content, 'soft') },
      ...(estimate === null || estimate <= 0
        ? []
        : [{ key: 'hardOfEstimate', value: { as: 'percent', value: hard / estimate, digits: 0 } } satisfies Output]),
    ];
  },
};
