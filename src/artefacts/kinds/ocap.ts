import { choice, number, plain, rowsOf, text, textOf } from '../columns';
import type { ArtefactKind, Content } from '../contract';
import { doubtful } from '../finding';

/** Rules of the control chart that are on unless somebody switches them off. */
export const rulesInForce = ['beyondLimits', 'nineOneSide', 'sixTrend', 'twoOfThree'] as const;
const triggers = [...rulesInForce, 'other'] as const;

/** Rules in force that no branch answers. */
export function unansweredRules(content: Content): readonly string[] {
  const answered = new Set(rowsOf(content, 'branches').map(({ cells }) => textOf(cells, 'trigger')));
  return rulesInForce.filter((rule) => !answered.has(rule));
}

/** Out-of-control action plan: what to check and to do at each kind of signal. */
export const ocap: ArtefactKind = {
  id: 'ocap',
  phase: 'control',
  fields: [plain('analysis', 'chart')],
  lists: [
    {
      key: 'branches',
      title: 'checkQuestion',
      columns: [
        choice('trigger', 'trigger', triggers, true),
        number('responseHours', { min: 0, required: true }),
        text('checkQuestion', { required: true }),
        text('ifYes', { required: true }),
        text('ifNo'),
        plain('person', 'escalation'),
        text('closureRecord'),
      ],
    },
  ],

  check(content) {
    if (rowsOf(content, 'branches').length === 0) return [];
    return unansweredRules(content).map((rule) =>
      doubtful(
        'ruleWithoutBranch',
        { list: 'branches' },
        { rule: { as: 'term', key: `artefacts.choice.trigger.${rule}` } },
      ),
    );
  },
};
