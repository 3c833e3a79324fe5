import { msPerDay } from '../../kernel/dates';
import { dayOf } from '../calendar/calendar';
import type { Maybe } from '../../stats/descriptive/measured';
import { wilsonInterval } from '../../stats/proportions/wilson';
import type { Interval } from '../../stats/proportions/interval';
import { kaplanMeier, type SurvivalQuantile } from '../../stats/survival/kaplan-meier';
import { ageBuckets, ageInDays, bucketOf, decisionDue, type AgeBucket, type EventClockwork } from './clocks';
import { isOpen, type ServiceEvent } from './event';

/** A share with the cases it is made of. */
export interface CountedShare {
  readonly cases: number;
  readonly of: number;
  /** Null where there are no cases to judge. */
  readonly share: Maybe;
  /** Wilson, 95 %. */
  readonly interval: Interval | null;
}

export interface LedgerFigures {
  readonly total: number;
  readonly open: number;
  readonly overdue: number;
  readonly ages: Readonly<Record<AgeBucket, number>>;
  /**
   * First reply within the limit, among cases of which that is known: replied to, or past the limit without a reply.
   * A case that still has time is neither.
   */
  readonly onTime: CountedShare;
  /** Open cases that still have time, and therefore are not judged. */
  readonly pending: number;
  /** Days from receipt to the first reply, open cases counted as long as they were seen (Kaplan-Meier). */
  readonly replyDays: { readonly median: SurvivalQuantile; readonly p90: SurvivalQuantile } | null;
  /** Share of archived cases reopened within so many days (Kaplan-Meier), not of those watched for so long only. */
  readonly reopened: { readonly cases: number; readonly of: number; readonly share: Maybe; readonly days: number };
  /** Cases whose customer had another one on the same link within 90 days before. */
  readonly repeats: CountedShare;
  readonly uncoded: number;
  readonly severe: number;
}

const repeatDays = 90;
const reopenDays = 30;

/** The figures of a ledger at a moment. Withdrawn and merged cases are no cases. */
export function ledgerFigures(events: Iterable<ServiceEvent>, clockwork: EventClockwork, now: number): LedgerFigures {
  const cases = [...events].filter(({ status }) => status !== null && status !== 'withdrawn' && status !== 'merged');
  const ages = Object.fromEntries(ageBuckets.map((bucket) => [bucket, 0])) as Record<AgeBucket, number>;
  let [open, overdue, kept, judged, pending, uncoded, severe] = [0, 0, 0, 0, 0, 0, 0];
  for (const event of cases) {
    if (event.primaryLink === null) uncoded++;
    if ((event.severity ?? 0) >= 4) severe++;
    if (isOpen(event)) {
      open++;
      ages[bucketOf(ageInDays(event, now) ?? 0)]++;
    }
    const due = decisionDue(event, clockwork);
    if (due === null) continue;
    // A reopening shifts the limit of the second reply; the first was due without it.
    const firstDue = due - (event.pausedMs ?? 0);
    if (isOpen(event) && event.replyAt === null && now > due) overdue++;
    if (event.firstReplyAt !== null) {
      judged++;
      if (event.firstReplyAt <= firstDue) kept++;
    } else if (now > firstDue) judged++;
    else pending++;
  }
  return {
    total: cases.length,
    open,
    overdue,
    ages,
    onTime: shareOf(kept, judged),
    pending,
    replyDays: replyTimes(cases, now),
    reopened: reopenings(cases, now),
    repeats: repeatShare(cases),
    uncoded,
    severe,
  };
}

/** A share with its Wilson interval; of nothing, there is none. */
export function shareOf(cases: number, of: number): CountedShare {
  if (of === 0) return { cases, of, share: null, interval: null };
  const interval = wilsonInterval({ successes: cases, trials: of });
  return { cases, of, share: cases / of, interval: interval.ok ? interval.value : null };
}

function replyTimes(cases: readonly ServiceEvent[], now: number): LedgerFigures['replyDays'] {
  const durations = cases.flatMap(({ receivedAt, firstReplyAt }) =>
    receivedAt === null
      ? []
      : [
          {
            time: Math.max(0, dayOf(firstReplyAt ?? now) - dayOf(receivedAt)),
            isClosed: firstReplyAt !== null,
          },
        ],
  );
  const curve = durations.length > 0 ? kaplanMeier(durations) : null;
  return curve?.ok ? { median: curve.value.median, p90: curve.value.quantile(0.9) } : null;
}

/** Archived cases, watched from their (first) closing to their first reopening or to now. */
function reopenings(cases: readonly ServiceEvent[], now: number): LedgerFigures['reopened'] {
  const durations = cases.flatMap((event) => {
    const closings = event.log.filter(({ action }) => action === 'archive');
    const first = closings[0]?.at ?? event.closedAt;
    if (first === null || first === undefined) return [];
    const again = event.log.find(({ action, at }) => action === 'reopen' && (at ?? 0) >= first);
    return [{ time: ((again?.at ?? now) - first) / msPerDay, isClosed: again !== undefined }];
  });
  const reopened = durations.filter(({ isClosed }) => isClosed).length;
  const of = durations.length;
  const curve =
    of > 0 ? kaplanMeier(durations.map(({ time, ...rest }) => ({ time: Math.max(0, time), ...rest }))) : null;
  if (!curve?.ok) return { cases: reopened, of, share: null, days: reopenDays };
  const last = curve.value.steps.filter(({ time }) => time <= reopenDays).at(-1);
  return { cases: reopened, of, share: last ? 1 - last.open : 0, days: reopenDays };
}

function repeatShare(cases: readonly ServiceEvent[]): CountedShare {
  const groups = new Map<string, number[]>();
  for (const { customerKey, primaryLink, receivedAt } of cases) {
    if (customerKey === null || primaryLink === null || receivedAt === null) continue;
    const key = `${primaryLink} ${customerKey}`;
    const days = groups.get(key) ?? [];
    days.push(dayOf(receivedAt));
    groups.set(key, days);
  }
  let [of, repeats] = [0, 0];
  for (const days of groups.values()) {
    days.sort((a, b) => a - b);
    of += days.length;
    repeats += days.filter((day, i) => i > 0 && day - days[i - 1] <= repeatDays).length;
  }
  return shareOf(repeats, of);
}
