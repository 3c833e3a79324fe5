import { monthIndexOf } from '../../kernel/dates';
import { dayOf } from '../calendar/calendar';
import type { EventClockwork } from '../events/clocks';
import type { ServiceEvent } from '../events/event';
import { ledgerFigures } from '../events/figures';
import { scoreCheck, type MonitoringCheck } from '../monitoring/check';
import { dueState, keptShare, type Coaching } from '../monitoring/coaching';
import type { SelfCheck } from '../monitoring/self-check';
import type { Training } from '../monitoring/training';
import { countEvents } from '../scorecard/assemble';
import type { RectificationItem } from '../rectification/item';
import { satisfiedOf } from '../survey/answers';
import type { SurveyAnswer } from '../survey/survey';
import type { IndicatorValue } from './indicator';

/** The records from which figures follow that nobody has to type. */
export interface KpiRecords {
  readonly events: readonly ServiceEvent[];
  readonly items: readonly RectificationItem[];
  readonly checks: readonly MonitoringCheck[];
  readonly trainings: readonly Training[];
  readonly coachings: readonly Coaching[];
  readonly selfChecks: readonly SelfCheck[];
  readonly answers: readonly SurveyAnswer[];
}

/**
 * Monthly figures from the records. A case counts in the month in which it was received, an item in that in which it was
 * first due or closed, a coaching in that of its follow-up, everything else in that of its day.
 *
 * Shape  one value per indicator and month that has something to count
 */
export function computeIndicators(
  records: KpiRecords,
  clockwork: EventClockwork,
  now: number,
): readonly IndicatorValue[] {
  const { events, items, checks, trainings, coachings, selfChecks, answers } = records;
  const values: IndicatorValue[] = [];
  const add = (kpi: string, month: number, numerator: number, denominator: number): void => {
    if (denominator > 0) values.push({ kpi, month, numerator, denominator });
  };
  const cases = events.filter(({ status }) => status !== null && status !== 'withdrawn' && status !== 'merged');
  for (const [month, own] of byMonth(cases, ({ receivedAt }) => (receivedAt === null ? null : dayOf(receivedAt)))) {
    const counts = countEvents(own, clockwork, now);
    add('onTime', month, counts.onTime?.cases ?? 0, counts.onTime?.of ?? 0);
    add('firstTime', month, counts.firstTime?.cases ?? 0, counts.firstTime?.of ?? 0);
    add('callBackSatisfied', month, counts.callBack?.cases ?? 0, counts.callBack?.of ?? 0);
    add('reopened', month, counts.reopened?.cases ?? 0, counts.reopened?.of ?? 0);
    const replied = own.filter(({ firstReplyAt }) => firstReplyAt !== null);
    add('callBackRate', month, replied.filter(({ callBackScore }) => callBackScore !== null).length, replied.length);
    // While cases of the month still wait for a reply, the mean of the others would flatter.
    const pending = ledgerFigures(own, clockwork, now).pending;
    if (pending === 0 && replied.length === own.length) {
      const days = replied.map(({ receivedAt, firstReplyAt }) => dayOf(firstReplyAt ?? 0) - dayOf(receivedAt ?? 0));
      add(
        'replyDays',
        month,
        days.reduce((sum, one) => sum + one, 0),
        days.length,
      );
    }
  }
  addItems(items, add, now);
  for (const [month, own] of byMonth(checks, ({ day }) => day)) {
    // A recording that is not judged to the end tells nothing yet, unless of an error that no other item can mend.
    const scored = own
      .filter(({ type }) => type === 'recording')
      .map(scoreCheck)
      .filter(({ score, critical }) => score !== null || critical.length > 0);
    const scores = scored.flatMap(({ score }) => score ?? []);
    add(
      'qaScore',
      month,
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
    );
    add('criticalErrors', month, scored.filter(({ critical }) => critical.length > 0).length, scored.length);
  }
  for (const [month, own] of byMonth(trainings, ({ day }) => day)) {
    const sum = (of: (training: Training) => number | null): number =>
      own.reduce((total, training) => total + (of(training) ?? 0), 0);
    add(
      'trainingCover',
      month,
      sum(({ required, trained }) => required && trained),
      sum(({ required }) => required),
    );
    add(
      'examPassed',
      month,
      sum(({ examined, passed }) => examined && passed),
      sum(({ examined }) => examined),
    );
  }
  const today = dayOf(now);
  for (const [month, own] of byMonth(coachings, ({ followUp }) => followUp)) {
    const { cases, of } = keptShare(own.map(({ followUp, followedUp }) => dueState(followUp, followedUp, today)));
    add('coachingFollowed', month, cases, of);
  }
  for (const [month, own] of byMonth(selfChecks, ({ day }) => day)) {
    const { cases, of } = keptShare(own.map(({ day, doneDay }) => dueState(day, doneDay, today)));
    add('selfChecksOnTime', month, cases, of);
  }
  for (const [month, own] of byMonth(answers, ({ day }) => day)) {
    const satisfied = satisfiedOf(own);
    add('satisfaction', month, satisfied?.cases ?? 0, satisfied?.of ?? 0);
    const scores = own.flatMap(({ recommend }) => recommend ?? []);
    const net = scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length;
    add('netPromoter', month, net, scores.length);
  }
  return values;
}

function addItems(
  items: readonly RectificationItem[],
  add: (kpi: string, month: number, numerator: number, denominator: number) => void,
  now: number,
): void {
  const live = items.filter(({ status }) => status !== null && status !== 'cancelled');
  const today = dayOf(now);
  for (const [month, own] of byMonth(live, ({ originalDue }) => originalDue)) {
    // What was submitted early counts when its day has gone by: until then the late ones of the month are not known.
    const judged = own.filter(({ originalDue }) => today > (originalDue ?? today));
    const kept = judged.filter(
      ({ submittedAt, originalDue }) => submittedAt !== null && dayOf(submittedAt) <= (originalDue ?? 0),
    );
    add('itemsOnTime', month, kept.length, judged.length);
  }
  for (const [month, own] of byMonth(live, ({ closedAt }) => (closedAt === null ? null : dayOf(closedAt)))) {
    add('itemsEffective', month, own.filter(({ verdict }) => verdict === 'effective').length, own.length);
    add('itemsReopened', month, own.filter(({ reopenedCount }) => (reopenedCount ?? 0) > 0).length, own.length);
  }
}

function byMonth<T>(list: readonly T[], dayOfOne: (one: T) => number | null): ReadonlyMap<number, readonly T[]> {
  const months = new Map<number, T[]>();
  for (const one of list) {
    const day = dayOfOne(one);
    if (day === null) continue;
    const month = monthIndexOf(day);
    const own = months.get(month);
    if (own) own.push(one);
    else months.set(month, [one]);
  }
  return months;
}
