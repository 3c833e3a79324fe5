import type { IconName } from './icons';

/** What stands on a day of a calendar. */
export interface CalendarEntry {
  readonly id: string;
  /** Epoch day. */
  readonly day: number;
  readonly text: string;
  /** The whole of it, where the line is cut off. */
  readonly title: string;
  /** How it stands, in a word that is read out: the mark shows it, and colour only repeats it. */
  readonly state?: string;
  readonly icon?: IconName;
  readonly tone?: 'good' | 'concern' | 'bad';
  /** Of less weight than the others. */
  readonly faint?: boolean;
  /** Where it leads; without it, the calendar is asked to open it. */
  readonly href?: string;
}
