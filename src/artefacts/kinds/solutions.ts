import { isOn, number, numberOf, plain, reference, rowsOf, score, text } from '../columns';
import type { ArtefactKind, Content, Finding, Output, Row } from '../contract';
import { doubtful, wrong } from '../finding';

/** How far each weight is moved to see whether the choice holds. */
const swing = 0.2;
const fullWeight = 100;

type Weights = ReadonlyMap<string, number>;

function weightsOf(content: Content): Weights {
  return new Map(rowsOf(content, 'criteria').map(({ id, cells }) => [id, numberOf(cells, 'weight') ?? 0]));
}

function scoreWith({ cells }: Row, weights: Weights): number | null {
  let sum = 0;
  let total = 0;
  for (const [criterion, weight] of weights) {
    const value = numberOf(cells, criterion);
    if (value === null) return null;
    sum += weight * value;
    total += weight;
  }
  return total > 0 ? sum / total : null;
}

/** Weighted mean of an option's scores, Σw·s/Σw; null until every criterion is scored. */
export function optionScore(row: Row, content: Content): number | null {
  return scoreWith(row, weightsOf(content));
}

interface Ranked {
  readonly row: Row;
  readonly score: number;
}

function rankWith(content: Content, weights: Weights): readonly Ranked[] {
  return rowsOf(content, 'options')
    .filter(({ cells }) => !isOn(cells, 'failsMust'))
    .flatMap((row): Ranked[] => {
      const value = scoreWith(row, weights);
      return value === null ? [] : [{ row, score: value }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Options that pass every must-have and are fully scored, the best first. */
export function rankOptions(content: Content): readonly Ranked[] {
  return rankWith(content, weightsOf(content));
}

/** What comes first when one weight is moved. */
export interface WeightSwing {
  readonly criterion: string;
  /** −0.2 or +0.2 of the weight. */
  readonly change: number;
  readonly winner: string;
  /** Another option than with the weights as they are. */
  readonly flips: boolean;
}

/**
 * The winner with each weight moved by 20 % alone, down and up; the others keep their ratio to each other.
 *
 * A winner by no more than rounding is a tie, and a tie that another option may win counts as a change. Empty while no
 * option is fully scored.
 */
export function swingWeights(content: Content): readonly WeightSwing[] {
  const weights = weightsOf(content);
  const [best] = rankWith(content, weights);
  if (!best) return [];
  return [...weights].flatMap(([criterion, weight]) =>
    [-swing, swing].map((change): WeightSwing => {
      const [first] = rankWith(content, new Map([...weights, [criterion, weight * (1 + change)]]));
      const winner = first.row.id;
      return { criterion, change, winner, flips: winner !== best.row.id };
    }),
  );
}

/** The swings that put another option first. */
export function findRankFlips(content: Content): readonly WeightSwing[] {
  return swingWeights(content).filter(({ flips }) => flips);
}

/** Options scored 1–5 (or 1-3-9) against weighted criteria, with effort and impact 1–5. */
export const solutions: ArtefactKind = {
  id: 'solutions',
  phase: 'improve',
  fields: [],
  lists: [
    {
      key: 'criteria',
      columns: [text('criterion', { required: true }), number('weight', { min: 0, max: 100, required: true })],
    },
    {
      key: 'options',
      columns: [
        text('option', { required: true }),
        reference('cause', 'fishbone.causes'),
        plain('switch', 'isBaseline'),
        plain('switch', 'failsMust'),
        score('effort', 1, 5),
        score('impact', 1, 5),
        plain('switch', 'chosen'),
      ],
      crossed: { list: 'criteria', min: 1, max: 9 },
      computed: [
        {
          key: 'weighted',
          value: (row, content) => {
            const value = optionScore(row, content);
            return value === null ? null : { as: 'decimal', value, digits: 2 };
          },
        },
      ],
    },
  ],

  check(content) {
    const found: Finding[] = [];
    const criteria = rowsOf(content, 'criteria');
    const sum = [...weightsOf(content).values()].reduce((total, weight) => total + weight, 0);
    if (criteria.length > 0 && Math.abs(sum - fullWeight) > 1e-9)
      found.push(wrong('weightsNotFull', { list: 'criteria' }, { sum, full: fullWeight }));
    const options = rowsOf(content, 'options');
    if (options.length === 1) found.push(doubtful('oneOptionOnly', { list: 'options' }));
    for (const row of options) {
      const at = { list: 'options', row: row.id };
      if (isOn(row.cells, 'chosen') && isOn(row.cells, 'failsMust'))
        found.push(wrong('chosenFailsMust', { ...at, column: 'chosen' }));
      const missing = criteria.find(({ id }) => numberOf(row.cells, id) === null);
      if (missing) found.push(doubtful('scoreMissing', { ...at, column: missing.id }));
    }
    return found;
  },

  outputs(content) {
    const [best] = rankOptions(content);
    if (!best) return [];
    const flips = findRankFlips(content);
    const name = best.row.cells['option'];
    const outputs: Output[] = [
      {
        key: 'bestOption',
        value: typeof name === 'string' ? name : '',
        note: {
          code: 'artefacts.outputNote.score',
          params: { score: { as: 'decimal', value: best.score, digits: 2 } },
        },
      },
      { key: 'rankFlips', value: flips.length },
    ];
    return outputs;
  },
};
