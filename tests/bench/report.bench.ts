import { chinaCalendar } from '../../src/domain/calendar/china';
import { clockPresets } from '../../src/domain/calendar/regimes';
import { emptyEvent, type ServiceEvent } from '../../src/domain/events/event';
import { ledgerFigures } from '../../src/domain/events/figures';
import { emptyItem, type RectificationItem } from '../../src/domain/rectification/item';
import { noAnalyses } from '../../src/domain/report/analysis-source';
import { draftReport, type ReportInput } from '../../src/domain/report/draft';
import { createRandom } from '../../src/domain/sample/random';
import { defaultRules, type OutletQuarter } from '../../src/domain/scorecard/scorecard';
import { defaultTaxonomy } from '../../src/domain/taxonomy/default-taxonomy';
import { createTranslator } from '../../src/i18n/translator';
import { msPerDay, toEpochDay } from '../../src/kernel/dates';
import { composeDocument } from '../../src/report/compose';
import { bench } from '../support/bench';

const random = createRandom(20_261_122);
const first = toEpochDay(2025, 1, 1);
const clockwork = { rules: clockPresets[0], calendar: chinaCalendar };
const now = toEpochDay(2026, 10, 8) * msPerDay;

/** 50 000 events over seven quarters. */
const events: readonly ServiceEvent[] = Array.from({ length: 50_000 }, (_, i) => {
  const link = random.pick(defaultTaxonomy.links);
  const receivedAt = (first + (i % 640)) * msPerDay;
  const repliedAt = random.chance(0.95) ? receivedAt + (i % 20) * msPerDay : null;
  return {
    ...emptyEvent(`e${i}`),
    number: `A${i}`,
    status: repliedAt === null ? 'handling' : 'archived',
    receivedAt,
    source: random.pick(['hotline', 'outlet', 'app', 'regulator'] as const),
    channel: random.pick(['counter', 'mobile', 'phone'] as const),
    business: random.pick(['debitCard', 'loan', 'creditCard', 'wealth'] as const),
    outlet: `O${i % 200}`,
    title: 'x',
    narrative: 'y',
    primaryLink: link.code,
    severity: link.severity,
    effect: link.effect,
    phase: link.phase,
    office: link.office,
    cause: link.cause,
    firstReplyAt: repliedAt,
    replyAt: repliedAt,
    closedAt: repliedAt,
  };
});

const items: readonly RectificationItem[] = Array.from({ length: 1_000 }, (_, i) => ({
  ...emptyItem(`i${i}`),
  title: `i${i}`,
  status: i % 3 === 0 ? 'closed' : 'inProgress',
  verdict: i % 3 === 0 ? 'effective' : null,
  due: first + 500 + (i % 300),
  start: first + 400,
}));

const outlets: readonly OutletQuarter[] = Array.from({ length: 200 }, (_, i) => ({
  id: `O${i}`,
  name: `O${i}`,
  group: String(i % 4),
  satisfaction: { cases: 150 + (i % 40), of: 200 },
  wait: { cases: 70 + (i % 25), of: 100 },
  waitP90: null,
  onTime: { cases: 18, of: 20 },
  firstTime: { cases: 17, of: 20 },
  callBack: { cases: 17, of: 20 },
  reopened: { cases: 1, of: 20 },
  inspections: [{ score: 80 + (i % 15), weight: 1 }],
  severeEvents: 0,
  falsified: false,
}));

const input: ReportInput = {
  quarter: '2026-Q3',
  now,
  events,
  clockwork,
  items,
  outlets,
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
};
const translator = createTranslator('zh-CN');

/** A quarterly report of 50 000 events, 1 000 items and 200 outlets has to be drafted within ten seconds. */
export default bench({
  name: 'report draft, 50 000 events',
  rounds: 3,
  contestants: {
    // What the page of events computes of the same ledger with every change.
    'ledger figures': () => void ledgerFigures(events, clockwork, now),
    'draft and words': () => {
      const draft = draftReport(input);
      composeDocument(draft, {
        translator,
        title: '',
        subtitle: '',
        headingOf: (id) => id,
        textOf: () => null,
        nothing: '–',
        pictures: {},
        facts: [],
        nameOf: () => undefined,
      });
    },
  },
});
