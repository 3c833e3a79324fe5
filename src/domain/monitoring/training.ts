import { readEntity, type EntityOf, type EntityShape } from '../registers';

const fields = {
  title: 'text',
  /** Epoch day. */
  day: 'number',
  outlet: 'text',
  /** Taxonomy link that it is to mend. */
  link: 'text',
  /** People who had to attend, and who did; who sat the exam, and who passed it. */
  required: 'number',
  trained: 'number',
  examined: 'number',
  passed: 'number',
  note: 'text',
} as const;
const lists = {} as const;

export const trainingShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
export type Training = EntityOf<typeof fields, typeof lists>;

/** The training that a record says. */
export function readTraining(id: string, registers: Parameters<typeof readEntity>[2]): Training {
  return readEntity(trainingShape, id, registers);
}

/** What does not fit together; codes below `monitoring.problem`. */
export function checkTraining({
  title,
  day,
  required,
  trained,
  examined,
  passed,
}: Pick<Training, 'title' | 'day' | 'required' | 'trained' | 'examined' | 'passed'>): readonly (
  'title' | 'day' | 'trained' | 'examined' | 'passed'
)[] {
  const exceeds = (part: number | null, whole: number | null): boolean => part !== null && part > (whole ?? part);
  return [
    ...(title === null || title.trim() === '' ? (['title'] as const) : []),
    ...(day === null ? (['day'] as const) : []),
    ...(exceeds(trained, required) ? (['trained'] as const) : []),
    ...(exceeds(examined, trained) ? (['examined'] as const) : []),
    ...(exceeds(passed, examined) ? (['passed'] as const) : []),
  ];
}
