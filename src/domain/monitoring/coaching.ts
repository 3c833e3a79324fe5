import { emptyEntity, readEntity, type EntityOf, type EntityShape } from '../registers';
import { meanScore, type MonitoringCheck } from './check';
import type { Maybe } from '../../stats/descriptive/measured';

export const coachingOutcomes = ['improved', 'unchanged', 'worse'] as const;

/** Days are epoch days. */
const fields = {
  type: ['coaching'],
  /** What was talked about. */
  title: 'text',
  day: 'number',
  outlet: 'text',
  /** The recording or case that gave the reason. */
  sample: 'text',
  person: 'text',
  /** Who coached. */
  scorer: 'text',
  /** What was agreed. */
  note: 'text',
  followUp: 'number',
  followedUp: 'number',
  outcome: coachingOutcomes,
} as const;
const lists = {} as const;

export const coachingShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
/** A talk about somebody's work, with the day on which its outcome is to be looked at. */
export type Coaching = EntityOf<typeof fields, typeof lists>;

/** The coaching that a record of monitoring says. */
export function readCoaching(id: string, registers: Parameters<typeof readEntity>[2]): Coaching {
  return readEntity(coachingShape, id, registers);
}

/** A coaching of which nothing is known yet. */
export function emptyCoaching(id: string): Coaching {
  return emptyEntity(coachingShape, id);
}

/** What is missing or does not fit; codes below `monitoring.problem`. */
export function checkCoaching({
  title,
  person,
  day,
  followUp,
  followedUp,
  outcome,
}: Pick<Coaching, 'title' | 'person' | 'day' | 'followUp' | 'followedUp' | 'outcome'>): readonly (
  'title' | 'person' | 'day' | 'followUp' | 'followedUp' | 'outcome'
)[] {
  const isBefore = (later: number | null): boolean => later !== null && day !== null && later < day;
  return [
    ...(title === null || title.trim() === '' ? (['title'] as const) : []),
    ...(person === null || person.trim() === '' ? (['person'] as const) : []),
    ...(day === null ? (['day'] as const) : []),
    ...(followUp === null || isBefore(followUp) ? (['followUp'] as const) : []),
    ...(isBefore(followedUp) || (followedUp === null && outcome !== null) ? (['followedUp'] as const) : []),
    ...(followedUp !== null && outcome === null ? (['outcome'] as const) : []),
  ];
}

/** Where something that was to be done by a day stands. */
export type DueState = 'none' | 'due' | 'overdue' | 'kept' | 'late';

/** How a deed stands against its day, both epoch days; the day itself is still in time. */
export function dueState(due: number | null, done: number | null, today: number): DueState {
  if (due === null) return 'none';
  if (done !== null) return done <= due ? 'kept' : 'late';
  return today > due ? 'overdue' : 'due';
}

/** Deeds done by their day among those of which that is known: done, or overdue. */
export function keptShare(states: readonly DueState[]): { readonly cases: number; readonly of: number } {
  const cases = states.filter((state) => state === 'kept').length;
  return { cases, of: cases + states.filter((state) => state === 'late' || state === 'overdue').length };
}

/** Mean score of recordings, 0–100. */
export interface PersonScores {
  readonly n: number;
  readonly mean: Maybe;
}

/**
 * The recordings of the person up to the day of a coaching, and after it. No verdict: so few are rarely proof.
 *
 * Shape  recordings that are scored to the end; null where there are none
 */
export function scoresAround(
  { person, day }: Pick<Coaching, 'person' | 'day'>,
  checks: readonly MonitoringCheck[],
): { readonly before: PersonScores; readonly after: PersonScores } {
  const own = checks.filter(
    (check) => check.type === 'recording' && check.day !== null && person !== null && check.person === person,
  );
  const scoresOf = (list: readonly MonitoringCheck[]): PersonScores => {
    const scored = list.filter((check) => meanScore([check]) !== null);
    return { n: scored.length, mean: meanScore(scored) };
  };
  const isBefore = (check: MonitoringCheck): boolean => day === null || (check.day ?? 0) <= day;
  return { before: scoresOf(own.filter(isBefore)), after: scoresOf(own.filter((check) => !isBefore(check))) };
}
