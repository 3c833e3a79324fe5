import { actionPriority, riskPriorityNumber, type ActionPriority, type FailureRatings } from '../action-priority';
import { isOn, numberOf, plain, reference, rowsOf, score, text, textOf } from '../columns';
import type { ArtefactKind, Content, Finding, Output, Row } from '../contract';
import { doubtful, wrong } from '../finding';

const keys = {
  before: ['severity', 'occurrence', 'detection'],
  after: ['severityAfter', 'occurrenceAfter', 'detectionAfter'],
} as const;

/** The ratings of a row, before or after the action; null until all three are there. */
export function ratingsOf({ cells }: Row, when: keyof typeof keys): FailureRatings | null {
  const [severity, occurrence, detection] = keys[when].map((key) => numberOf(cells, key));
  return severity === null || occurrence === null || detection === null ? null : { severity, occurrence, detection };
}

/** Action priority of a row; null until it is rated. */
export function priorityOf(row: Row, when: keyof typeof keys): ActionPriority | null {
  const ratings = ratingsOf(row, when);
  return ratings && actionPriority(ratings);
}

function numberFor(row: Row, when: keyof typeof keys): number | null {
  const ratings = ratingsOf(row, when);
  return ratings && riskPriorityNumber(ratings);
}

/** Rows by what must be acted on first: action priority, then severity, then RPN; rows without ratings last. */
export function rankFailures(content: Content): readonly Row[] {
  const weight = (row: Row): readonly number[] => {
    const priority = priorityOf(row, 'before');
    return [
      priority === null ? -1 : 'LMH'.indexOf(priority),
      numberOf(row.cells, 'severity') ?? 0,
      numberFor(row, 'before') ?? 0,
    ];
  };
  return [...rowsOf(content, 'failures')].sort((a, b) => {
    const [first, second] = [weight(a), weight(b)];
    return second[0] - first[0] || second[1] - first[1] || second[2] - first[2];
  });
}

/** Keys of the figures that count the rows of each priority. */
const countKeys = { H: 'priorityH', M: 'priorityM', L: 'priorityL' } as const;

const priorityValue = (when: keyof typeof keys) => (row: Row) => {
  const priority = priorityOf(row, when);
  return priority && ({ as: 'term', key: `artefacts.choice.priority.${priority}` } as const);
};

/** Failure modes and effects, rated 1–10 before and after the action. */
export const fmea: ArtefactKind = {
  id: 'fmea',
  phase: 'analyze',
  fields: [text('scope')],
  lists: [
    {
      key: 'failures',
      title: 'failureMode',
      columns: [
        reference('step', 'processMap.steps', 'sipoc.process'),
        text('failureMode', { required: true }),
        text('failureEffect', { required: true }),
        text('failureCause'),
        reference('cause', 'fishbone.causes'),
        text('prevention'),
        text('detectionControl'),
        score('severity', 1, 10, true),
        score('occurrence', 1, 10, true),
        score('detection', 1, 10, true),
        plain('code', 'link'),
        text('action'),
        plain('person', 'owner'),
        plain('date', 'due'),
        plain('switch', 'designChange'),
        score('severityAfter', 1, 10),
        score('occurrenceAfter', 1, 10),
        score('detectionAfter', 1, 10),
      ],
      computed: [
        { key: 'rpn', value: (row) => numberFor(row, 'before') },
        { key: 'priority', value: priorityValue('before') },
        { key: 'rpnAfter', value: (row) => numberFor(row, 'after') },
        { key: 'priorityAfter', value: priorityValue('after') },
      ],
    },
  ],

  check(content) {
    return rowsOf(content, 'failures').flatMap((row): Finding[] => {
      const at = { list: 'failures', row: row.id };
      const [before, after] = [numberOf(row.cells, 'severity'), numberOf(row.cells, 'severityAfter')];
      const fell = before !== null && after !== null && after < before;
      const isHigh = priorityOf(row, 'before') === 'H';
      return [
        ...(fell && !isOn(row.cells, 'designChange')
          ? [wrong('severityFell', { ...at, column: 'severityAfter' })]
          : []),
        ...(isHigh && textOf(row.cells, 'action') === ''
          ? [doubtful('highWithoutAction', { ...at, column: 'action' })]
          : []),
      ];
    });
  },

  outputs(content) {
    const rows = rowsOf(content, 'failures');
    return (['H', 'M', 'L'] as const).map((priority): Output => {
      const count = (when: keyof typeof keys): number =>
        rows.filter((row) => priorityOf(row, when) === priority).length;
      const after = rows.some((row) => priorityOf(row, 'after') !== null);
      return {
        key: countKeys[priority],
        value: count('before'),
        ...(after ? { note: { code: 'artefacts.outputNote.after', params: { n: count('after') } } } : {}),
      };
    });
  },
};
