import { readEntity, type EntityOf, type EntityShape } from '../registers';

export const answerStates = ['draft', 'inUse', 'retired'] as const;

const fields = {
  number: 'text',
  topic: 'text',
  question: 'text',
  answer: 'text',
  /** Taxonomy link that it prevents. */
  link: 'text',
  owner: 'text',
  /** Epoch day by which somebody has to look at it again. */
  reviewDay: 'number',
  state: answerStates,
} as const;
const lists = {} as const;

export const standardAnswerShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type StandardAnswer = EntityOf<typeof fields, typeof lists>;

/** The standard answer that a record says. */
export function readStandardAnswer(id: string, registers: Parameters<typeof readEntity>[2]): StandardAnswer {
  return readEntity(standardAnswerShape, id, registers);
}

/** Whether its review is overdue: in use, and its day is past. */
export function needsReview({ state, reviewDay }: StandardAnswer, today: number): boolean {
  return state === 'inUse' && reviewDay !== null && reviewDay < today;
}
