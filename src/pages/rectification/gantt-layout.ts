import { fromEpochDay, monthIndexOf, toEpochDay } from '../../kernel/dates';
import type { RectificationItem } from '../../domain/rectification/item';

/** A month on the scale; places in px from the left. */
export interface GanttMonth {
  readonly index: number;
  readonly at: number;
  readonly width: number;
  readonly isLabelled: boolean;
}

export interface GanttBar {
  readonly item: RectificationItem;
  readonly from: number;
  readonly to: number;
  /** Where the work stands on its way from start to due. */
  readonly done: number;
  /** The first due day, if it was moved. */
  readonly original: number | null;
  readonly milestones: readonly { readonly id: string; readonly at: number; readonly isDone: boolean }[];
}

export interface GanttLayout {
  readonly months: readonly GanttMonth[];
  readonly bars: readonly GanttBar[];
  readonly today: number;
}

const monthOf = (index: number): number => toEpochDay(Math.floor(index / 12), (index % 12) + 1, 1);
/** Narrower months are named every third only. */
const narrow = 46;

/** Bars of items on a scale of whole months; items without any day have none. */
export function layoutGantt(items: readonly RectificationItem[], today: number, width: number): GanttLayout {
  const dated = items.flatMap((item) => {
    const start = item.start ?? item.due;
    const end = item.due ?? item.start;
    return start === null || end === null ? [] : [{ item, start: Math.min(start, end), end: Math.max(start, end) }];
  });
  const days = dated.flatMap(({ item, start, end }) => [
    start,
    end,
    ...(item.originalDue === null ? [] : [item.originalDue]),
    ...item.milestone.flatMap(({ due }) => (due === null ? [] : [due])),
  ]);
  const first = monthIndexOf(days.reduce((least, day) => Math.min(least, day), today));
  const last = monthIndexOf(days.reduce((most, day) => Math.max(most, day), today)) + 1;
  const from = monthOf(first);
  const scale = width / Math.max(1, monthOf(last) - from);
  const place = (day: number): number => (day - from) * scale;
  const each = width / (last - first);
  return {
    today: place(today + 0.5),
    months: Array.from({ length: last - first }, (_, i) => ({
      index: first + i,
      at: place(monthOf(first + i)),
      width: place(monthOf(first + i + 1)) - place(monthOf(first + i)),
      isLabelled: each >= narrow || fromEpochDay(monthOf(first + i)).month % 3 === 1,
    })),
    bars: dated.map(({ item, start, end }) => {
      const [left, right] = [place(start), Math.max(place(end + 1), place(start) + 3)];
      return {
        item,
        from: left,
        to: right,
        done: left + ((right - left) * (item.progress ?? 0)) / 100,
        original: item.originalDue !== null && item.originalDue !== item.due ? place(item.originalDue + 1) : null,
        milestones: item.milestone.flatMap(({ id, due, doneAt }) =>
          due === null ? [] : [{ id, at: place(due + 0.5), isDone: doneAt !== null }],
        ),
      };
    }),
  };
}
