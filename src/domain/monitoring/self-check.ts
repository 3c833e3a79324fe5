import { daysInMonth, fromEpochDay, toEpochDay } from '../../kernel/dates';
import { emptyEntity, readEntity, type EntityOf, type EntityShape } from '../registers';

export const selfCheckRhythms = ['once', 'weekly', 'monthly', 'quarterly'] as const;
export type SelfCheckRhythm = (typeof selfCheckRhythms)[number];
export const selfCheckFindings = ['clear', 'problem'] as const;

/** Days are epoch days. */
const fields = {
  type: ['selfCheck'],
  /** What is checked. */
  title: 'text',
  /** By when. */
  day: 'number',
  outlet: 'text',
  /** Who checks. */
  person: 'text',
  every: selfCheckRhythms,
  doneDay: 'number',
  finding: selfCheckFindings,
  note: 'text',
} as const;
const lists = {} as const;

export const selfCheckShape = { fields, lists } satisfies EntityShape<typeof fields, typeof lists>;
/** One date of the calendar on which an outlet or a port looks at its own work. */
export type SelfCheck = EntityOf<typeof fields, typeof lists>;

/** The self-check that a record of monitoring says. */
export function readSelfCheck(id: string, registers: Parameters<typeof readEntity>[2]): SelfCheck {
  return readEntity(selfCheckShape, id, registers);
}

/** A self-check of which nothing is known yet. */
export function emptySelfCheck(id: string): SelfCheck {
  return emptyEntity(selfCheckShape, id);
}

/** What is missing or does not fit; codes below `monitoring.problem`. */
export function checkSelfCheck({
  title,
  day,
  every,
  doneDay,
  finding,
  note,
}: Pick<SelfCheck, 'title' | 'day' | 'every' | 'doneDay' | 'finding' | 'note'>): readonly (
  'title' | 'day' | 'every' | 'doneDay' | 'finding' | 'note'
)[] {
  return [
    ...(title === null || title.trim() === '' ? (['title'] as const) : []),
    ...(day === null ? (['day'] as const) : []),
    ...(every === null ? (['every'] as const) : []),
    ...(doneDay === null && finding !== null ? (['doneDay'] as const) : []),
    ...(doneDay !== null && finding === null ? (['finding'] as const) : []),
    // A problem that nobody describes cannot be put right.
    ...(finding === 'problem' && (note === null || note.trim() === '') ? (['note'] as const) : []),
  ];
}

const months: Readonly<Record<'monthly' | 'quarterly', number>> = { monthly: 1, quarterly: 3 };

/**
 * The next date of a rhythm, as epoch day; null where there is none.
 *
 * Formula  weekly: seven days on; else the same day some months on, the last of a month staying the last of a month
 */
export function nextDate(day: number, every: SelfCheckRhythm): number | null {
  if (every === 'once') return null;
  if (every === 'weekly') return day + 7;
  const { year, month, day: dayOfMonth } = fromEpochDay(day);
  const at = year * 12 + (month - 1) + months[every];
  const [nextYear, nextMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const length = daysInMonth(nextYear, nextMonth);
  const isLast = dayOfMonth === daysInMonth(year, month);
  return toEpochDay(nextYear, nextMonth, isLast ? length : Math.min(dayOfMonth, length));
}

/** The date that follows one that was done; null where there is none, or it stands there already. */
export function followingCheck(
  done: SelfCheck,
  all: readonly SelfCheck[],
): Omit<SelfCheck, 'id' | 'doneDay' | 'finding' | 'note'> | null {
  const { title, day, outlet, person, every } = done;
  const next = day === null || every === null ? null : nextDate(day, every);
  const isThere = all.some((one) => one.title === title && one.outlet === outlet && one.day === next);
  return next === null || isThere ? null : { type: 'selfCheck', title, day: next, outlet, person, every };
}
