import { clockPresets } from '../../../../src/domain/calendar/regimes';
import { chinaCalendar } from '../../../../src/domain/calendar/china';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { emptyItem, type RectificationItem } from '../../../../src/domain/rectification/item';
import { noAnalyses } from '../../../../src/domain/report/analysis-source';
import type { ReportInput } from '../../../../src/domain/report/draft';
import { defaultRules, type OutletQuarter } from '../../../../src/domain/scorecard/scorecard';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';
import { msPerDay, toEpochDay } from '../../../../src/kernel/dates';

/** Noon of a date such as `2026-05-04`, on the wall clock. */
export function noon(date: string): number {
  return dayOfDate(date) * msPerDay + msPerDay / 2;
}

export function dayOfDate(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return toEpochDay(year, month, day);
}

let next = 0;

/** An event received on a date, replied to on another; null = not yet. */
export function event(received: string, replied: string | null, details: Partial<ServiceEvent> = {}): ServiceEvent {
  next++;
  return {
    ...emptyEvent(`e${next}`),
    number: `A01-2026-${String(next).padStart(4, '0')}`,
    status: replied === null ? 'handling' : 'archived',
    receivedAt: noon(received),
    source: 'hotline',
    outlet: 'A01',
    title: '排队时间长',
    narrative: '上午取号，等了两个小时。',
    channel: 'counter',
    business: 'debitCard',
    primaryLink: 'G2.2.1',
    severity: 3,
    effect: 'experienced',
    phase: 'in',
    office: 'front',
    cause: 'C01',
    taxonomyVersion: '1.0.0',
    replyAt: replied === null ? null : noon(replied),
    firstReplyAt: replied === null ? null : noon(replied),
    closedAt: replied === null ? null : noon(replied),
    ...details,
  };
}

export function item(id: string, details: Partial<RectificationItem> = {}): RectificationItem {
  return { ...emptyItem(id), title: `整改 ${id}`, status: 'inProgress', owner: '王芳', ...details };
}

export function outlet(name: string, satisfied: number, surveys: number): OutletQuarter {
  return {
    id: name,
    name,
    group: '城区',
    satisfaction: { cases: satisfied, of: surveys },
    wait: { cases: 80, of: 100 },
    waitP90: null,
    onTime: { cases: 19, of: 20 },
    firstTime: { cases: 18, of: 20 },
    callBack: { cases: 18, of: 20 },
    reopened: { cases: 1, of: 20 },
    inspections: [{ score: 88, weight: 1 }],
    severeEvents: 0,
    falsified: false,
  };
}

/** Everything that a report of the second quarter of 2026 is drafted from, seen a fortnight after its end. */
export function inputOf(events: readonly ServiceEvent[], more: Partial<ReportInput> = {}): ReportInput {
  return {
    quarter: '2026-Q2',
    now: noon('2026-07-15'),
    events,
    clockwork: { rules: clockPresets[0], calendar: chinaCalendar },
    items: [],
    outlets: [],
    rules: defaultRules,
    projects: [],
    taxonomy: defaultTaxonomy,
    volumes: null,
    survey: null,
    waves: [],
    analyses: noAnalyses,
    documents: [],
    hasAgreement: false,
    mask: (text) => text,
    ...more,
  };
}
