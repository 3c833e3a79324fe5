import { choice, isOn, number, plain, reference, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, Row } from '../contract';
import { doubtful } from '../finding';
import { probability, testOf, usualAlpha } from '../test-family';

/** Bones of each set; a cause stands on one of them. */
export const boneSets = {
  sixM: ['people', 'machine', 'material', 'method', 'environment', 'measurement'],
  sides: ['process', 'staff', 'system'],
  areas: ['process', 'performance', 'training', 'technology'],
} as const;

export type BoneSet = keyof typeof boneSets;

/** The bones in use; those of the six M while nothing was chosen. */
export function bonesOf({ fields }: Content): readonly string[] {
  const chosen = textOf(fields, 'boneSet');
  return Object.hasOwn(boneSets, chosen) ? boneSets[chosen as BoneSet] : boneSets.sixM;
}

const everyBone = [...new Set(Object.values(boneSets).flat())];

/** Whether a cause is supported by data: an analysis or a test. */
export function hasEvidence({ cells }: Row): boolean {
  return textOf(cells, 'evidence') !== '' || textOf(cells, 'test') !== '';
}

/** Causes of one effect, with votes, evidence, and which of them were proven. `contribution` in percent. */
export const fishbone: ArtefactKind = {
  id: 'fishbone',
  phase: 'analyze',
  fields: [text('effect', { required: true }), choice('boneSet', 'boneSet', Object.keys(boneSets))],
  lists: [
    {
      key: 'causes',
      columns: [
        text('cause', { required: true }),
        choice('bone', 'bone', everyBone, true),
        reference('parentCause', 'fishbone.causes'),
        number('votes', { min: 0, whole: true }),
        plain('code', 'link'),
        reference('step', 'processMap.steps'),
        text('mechanism'),
        plain('analysis', 'evidence'),
        reference('test', 'testCards.tests'),
        plain('switch', 'verified'),
        plain('switch', 'retained'),
        number('contribution', { min: 0, max: 100 }),
      ],
      computed: [
        {
          key: 'pValueHolm',
          value: (row, _, project) => {
            const test = testOf(row, project);
            return test ? probability(test.adjustedP) : null;
          },
        },
      ],
    },
  ],

  check(content, project) {
    const bones = bonesOf(content);
    return rowsOf(content, 'causes').flatMap((row): Finding[] => {
      const at = { list: 'causes', row: row.id };
      const bone = textOf(row.cells, 'bone');
      const test = isOn(row.cells, 'verified') ? testOf(row, project) : undefined;
      return [
        ...(test && test.adjustedP >= usualAlpha
          ? [doubtful('verifiedAboveAlpha', { ...at, column: 'verified' }, { p: probability(test.adjustedP) })]
          : []),
        ...(isOn(row.cells, 'verified') && !hasEvidence(row)
          ? [doubtful('verifiedWithoutEvidence', { ...at, column: 'evidence' })]
          : []),
        ...(bone !== '' && !bones.includes(bone) ? [doubtful('boneOfOtherSet', { ...at, column: 'bone' })] : []),
        ...(textOf(row.cells, 'parentCause') === row.id
          ? [doubtful('ownParent', { ...at, column: 'parentCause' })]
          : []),
      ];
    });
  },

  outputs(content) {
    const causes = rowsOf(content, 'causes');
    return [
      { key: 'causes', value: causes.length },
      { key: 'causesVerified', value: causes.filter(({ cells }) => isOn(cells, 'verified')).length },
      { key: 'causesRetained', value: causes.filter(({ cells }) => isOn(cells, 'retained')).length },
    ];
  },
};
