import { msPerDay } from '../../kernel/dates';
import { dayOf } from '../calendar/calendar';
import { shareOf, type CountedShare } from '../events/figures';
import { kaplanMeier, type SurvivalQuantile } from '../../stats/survival/kaplan-meier';
import { isLive, type RectificationItem } from './item';
import { overdueDays, ragOf, type Rag } from './rag';

/** The figures of all items for those who lead. */
export interface Portfolio {
  readonly total: number;
  readonly live: number;
  readonly rag: Readonly<Record<Rag, number>>;
  readonly overdue: number;
  /** Overdue against the first due date; extensions do not hide it. */
  readonly overdueOriginal: number;
  /** Submitted by the first due date, among items of which that is known. */
  readonly onTime: CountedShare;
  /** Closed with the verdict "effective", among items with a verdict of the verifier. */
  readonly effective: CountedShare;
  readonly reopened: CountedShare;
  /** Days from opening to closing, open items counted as long as they were seen (Kaplan-Meier). */
  readonly cycleDays: SurvivalQuantile | null;
  /** Yuan per year: of items closed as effective and confirmed, and of all others that are not cancelled. */
  readonly benefitConfirmed: number;
  readonly benefitExpected: number;
  readonly cost: number;
  readonly perLink: readonly { readonly code: string; readonly items: number }[];
}

/** The figures of a portfolio at a moment; cancelled items count in none of them. */
export function portfolioOf(all: Iterable<RectificationItem>, now: number): Portfolio {
  const items = [...all].filter(({ status }) => status !== null && status !== 'cancelled');
  const rag: Record<Rag, number> = { red: 0, amber: 0, green: 0, blue: 0, grey: 0 };
  const links = new Map<string, number>();
  let [overdue, overdueOriginal, kept, judged, confirmed, expected, cost] = [0, 0, 0, 0, 0, 0, 0];
  for (const item of items) {
    if (isLive(item)) {
      rag[ragOf(item, now).rag]++;
      const days = overdueDays(item, now);
      if (days.current > 0) overdue++;
      if (days.original > 0) overdueOriginal++;
    }
    if (item.originalDue !== null) {
      if (item.submittedAt !== null) {
        judged++;
        if (dayOf(item.submittedAt) <= item.originalDue) kept++;
      } else if (dayOf(now) > item.originalDue) judged++;
    }
    cost += item.cost ?? 0;
    const isProven = item.status === 'closed' && item.verdict === 'effective' && item.benefitConfirmed === true;
    if (isProven) confirmed += item.benefit ?? 0;
    else expected += item.benefit ?? 0;
    for (const code of item.links ?? []) links.set(code, (links.get(code) ?? 0) + 1);
  }
  const withVerdict = items.filter(({ verdict }) => verdict !== null);
  const everClosed = items.filter(
    ({ log, status }) => status === 'closed' || log.some(({ action }) => action === 'close'),
  );
  return {
    total: items.length,
    live: items.filter(isLive).length,
    rag,
    overdue,
    overdueOriginal,
    onTime: shareOf(kept, judged),
    effective: shareOf(
      withVerdict.filter(({ status, verdict }) => status === 'closed' && verdict === 'effective').length,
      withVerdict.length,
    ),
    reopened: shareOf(everClosed.filter(({ reopenedCount }) => (reopenedCount ?? 0) > 0).length, everClosed.length),
    cycleDays: cycleOf(items, now),
    benefitConfirmed: confirmed,
    benefitExpected: expected,
    cost,
    perLink: [...links].map(([code, count]) => ({ code, items: count })).sort((a, b) => b.items - a.items),
  };
}

function cycleOf(items: readonly RectificationItem[], now: number): SurvivalQuantile | null {
  const durations = items.flatMap(({ openedAt, closedAt }) =>
    openedAt === null
      ? []
      : [{ time: Math.max(0, ((closedAt ?? now) - openedAt) / msPerDay), isClosed: closedAt !== null }],
  );
  const curve = durations.length > 0 ? kaplanMeier(durations) : null;
  return curve?.ok ? curve.value.median : null;
}
