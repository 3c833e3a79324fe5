import { fleissKappa } from '../../stats/agreement/fleiss-kappa';
import { number, plain, rowsOf, text, textOf, wordsOf } from '../columns';
import type { ArtefactKind, Content, Output, Row } from '../contract';
import { doubtful } from '../finding';

/** Kappa needs cases that equally many people judged, and at least two of them. */
const fewestVoters = 2;

/** Share of the votes that went to the code most people chose; null without votes. */
export function leadingShare({ cells }: Pick<Row, 'cells'>): number | null {
  const ballots = wordsOf(cells, 'ballots');
  if (ballots.length === 0) return null;
  const counts = new Map<string, number>();
  for (const code of ballots) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Math.max(...counts.values()) / ballots.length;
}

export interface VoteKappa {
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly cases: number;
  readonly voters: number;
}

/**
 * Agreement beyond chance of those who voted on the cases, by Fleiss' kappa; null while no case was voted on.
 *
 * Cases with another number of votes than the first one are left out: somebody came or left.
 */
export function voteKappa(rows: readonly Pick<Row, 'cells'>[]): VoteKappa | null {
  const lists = rows.map(({ cells }) => wordsOf(cells, 'ballots')).filter(({ length }) => length >= fewestVoters);
  const voters = lists.at(0)?.length ?? 0;
  const judged = lists.filter(({ length }) => length === voters);
  if (judged.length === 0) return null;
  const codes = [...new Set(judged.flat())];
  const result = fleissKappa(judged.map((list) => codes.map((code) => list.filter((vote) => vote === code).length)));
  const found = { cases: judged.length, voters };
  if (!result.ok) return { ...found, kappa: null, low: null, high: null };
  const { kappa, interval } = result.value;
  return { ...found, kappa, low: interval?.low ?? null, high: interval?.high ?? null };
}

/** Minutes of a workshop: who was there, what was voted and decided. */
export const workshop: ArtefactKind = {
  id: 'workshop',
  phase: 'analyze',
  fields: [plain('date', 'heldOn', true), plain('person', 'facilitator'), number('voters', { min: 2, whole: true })],
  lists: [
    { key: 'attendees', columns: [plain('person', 'name', true), text('role')] },
    {
      key: 'ballotCases',
      columns: [
        text('caseText', { lines: 2, required: true }),
        plain('codes', 'offered'),
        plain('codes', 'ballots'),
        plain('code', 'link'),
      ],
      computed: [
        {
          key: 'leadingShare',
          value: (row) => {
            const value = leadingShare(row);
            return value === null ? null : { as: 'percent', value, digits: 0 };
          },
        },
      ],
    },
    {
      key: 'decisions',
      columns: [text('decision', { required: true }), plain('person', 'owner'), plain('date', 'due')],
    },
  ],

  check(content) {
    return rowsOf(content, 'decisions')
      .filter(({ cells }) => textOf(cells, 'owner') === '')
      .map(({ id }) => doubtful('decisionWithoutOwner', { list: 'decisions', row: id, column: 'owner' }));
  },

  outputs: (content) => voteOutputs(content),
};

function voteOutputs(content: Content): readonly Output[] {
  const decisions: Output = { key: 'decisions', value: rowsOf(content, 'decisions').length };
  const found = voteKappa(rowsOf(content, 'ballotCases'));
  if (!found) return [decisions];
  const decimal = (value: number): Output['value'] => ({ as: 'decimal', value, digits: 3 });
  return [
    {
      key: 'voteKappa',
      value: found.kappa === null ? '–' : decimal(found.kappa),
      note: { code: 'artefacts.outputNote.votes', params: { cases: found.cases, voters: found.voters } },
    },
    decisions,
  ];
}
