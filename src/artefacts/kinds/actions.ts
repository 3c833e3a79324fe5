import { scheduleLight, type Rag } from '../../domain/rectification/rag';
import { choice, numberOf, plain, reference, rowsOf, score, text, textOf } from '../columns';
import type { ArtefactKind, Finding, ProjectView, Row } from '../contract';
import { doubtful, wrong } from '../finding';

export const actionStates = [
  'draft',
  'open',
  'running',
  'submitted',
  'verifying',
  'closed',
  'returned',
  'onHold',
  'cancelled',
] as const;

export type ActionLight = Rag;

/**
 * Red, amber or green of an action on a day; blue awaits verification, grey is not under way.
 *
 * Formula  that of a rectification item; extended = the due day was moved
 */
export function actionLight({ cells }: Row, today: number): ActionLight {
  const state = textOf(cells, 'actionState');
  if (['submitted', 'verifying'].includes(state)) return 'blue';
  if (['', 'draft', 'onHold', 'cancelled'].includes(state)) return 'grey';
  if (state === 'closed') return 'green';
  const due = numberOf(cells, 'due');
  if (due === null) return 'grey';
  const original = numberOf(cells, 'originalDue');
  const start = numberOf(cells, 'startOn') ?? today;
  const progress = numberOf(cells, 'progress') ?? 0;
  const isExtended = original !== null && due > original;
  return scheduleLight({ start, due, progress, isBlocked: false, isExtended }, today).rag;
}

/** Actions: what is done about which cause, by whom, until when, and how its effect will be judged. */
export const actions: ArtefactKind = {
  id: 'actions',
  phase: 'improve',
  fields: [],
  lists: [
    {
      key: 'items',
      columns: [
        text('action', { required: true }),
        choice('actionType', 'actionType', ['corrective', 'preventive', 'quickWin']),
        reference('cause', 'fishbone.causes'),
        reference('solution', 'solutions.options'),
        reference('failure', 'fmea.failures'),
        plain('codes', 'codes'),
        plain('person', 'owner', true),
        text('department'),
        plain('date', 'startOn'),
        plain('date', 'due', true),
        plain('date', 'originalDue'),
        text('extensionReason'),
        score('progress', 0, 100),
        choice('actionState', 'actionState', actionStates, true),
        text('measure'),
        text('plannedTest'),
        text('proof'),
        plain('person', 'verifier'),
        plain('analysis', 'effectAnalysis'),
      ],
      computed: [
        {
          key: 'light',
          value: (row: Row, _content, project: ProjectView) => ({
            as: 'term',
            key: `artefacts.choice.light.${actionLight(row, project.today)}`,
          }),
        },
      ],
    },
  ],

  check(content, { today }) {
    return rowsOf(content, 'items').flatMap((row) => checkAction(row, today));
  },
};

function checkAction({ id, cells }: Row, today: number): readonly Finding[] {
  const at = (column: string): Finding['at'] => ({ list: 'items', row: id, column });
  const found: Finding[] = [];
  const state = textOf(cells, 'actionState');
  const isUnderWay = !['', 'draft', 'cancelled'].includes(state);
  if (isUnderWay && ['cause', 'solution', 'failure'].every((key) => textOf(cells, key) === ''))
    found.push(doubtful('actionWithoutCause', at('cause')));
  const [start, due] = [numberOf(cells, 'startOn'), numberOf(cells, 'due')];
  if (start !== null && due !== null && due < start)
    found.push(wrong('endBeforeStart', at('due'), { start: { as: 'date', epochDay: start } }));
  if (due !== null && due < today && isUnderWay && !['submitted', 'verifying', 'closed'].includes(state))
    found.push(doubtful('actionOverdue', at('due'), { n: today - due }));
  const original = numberOf(cells, 'originalDue');
  if (original !== null && due !== null && due > original && textOf(cells, 'extensionReason') === '')
    found.push(doubtful('extensionUnexplained', at('extensionReason')));
  const [owner, verifier] = [textOf(cells, 'owner'), textOf(cells, 'verifier')];
  if (verifier !== '' && verifier === owner) found.push(wrong('verifierIsOwner', at('verifier')));
  if (state === 'closed' && textOf(cells, 'effectAnalysis') === '' && textOf(cells, 'proof') === '')
    found.push(doubtful('closedWithoutEvidence', at('effectAnalysis')));
  return found;
}
