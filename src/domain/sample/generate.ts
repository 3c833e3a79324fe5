import { daysInMonth, msPerDay, toEpochDay } from '../../kernel/dates';
import type { Bilingual, TaxonomyLink } from '../taxonomy';
import { defaultTaxonomy } from '../taxonomy/default-taxonomy';
import { sampleCores } from './cores';
import { linkShares, sampleFacts as facts } from './facts';
import { createRandom, type Random } from './random';
import {
  channels,
  channelWeights,
  closings,
  openings,
  outlets,
  products,
  productWeights,
  segments,
  segmentWeights,
  sourceCategories,
} from './words';

type ColumnType = 'number' | 'date' | 'datetime' | 'month' | 'boolean' | 'category' | 'text' | 'identifier';

export interface SampleColumn {
  /** Stable name for those who refer to the column: `received`, `calls`, …. */
  readonly key: string;
  readonly name: Bilingual;
  readonly type: ColumnType;
  /** In the encoding of the table's column types (epoch day, wall-clock milliseconds, month index, 1 and 0); null = missing. */
  readonly values: readonly (string | number | null)[];
}

export interface SampleDataset {
  readonly key: 'events' | 'volumes';
  readonly name: Bilingual;
  readonly rows: number;
  readonly columns: readonly SampleColumn[];
}

/** Everything in it is invented. */
export interface SampleProject {
  readonly name: Bilingual;
  readonly events: SampleDataset;
  /** Month × outlet: the denominators. */
  readonly volumes: SampleDataset;
}

interface Volume {
  readonly month: number;
  readonly outlet: number;
  readonly calls: number;
  readonly transactions: number;
  readonly accounts: number;
}

interface Event {
  readonly receivedMs: number;
  readonly outlet: number;
  readonly month: number;
  readonly link: TaxonomyLink;
}

/**
 * The sample project: two years of service events in 30 outlets and their volumes. The same on every call; `language`
 * chooses the words in the cells, never the numbers.
 */
export function generateSample(language: 'zh' | 'en' = 'zh'): SampleProject {
  const random = createRandom(facts.seed);
  const volumes = makeVolumes(random);
  const events = makeEvents(random, volumes);
  return {
    name: { zh: '示例：某银行服务事件（虚构）', en: 'Sample: service events of a bank (invented)' },
    events: eventDataset(createRandom(facts.seed + 1), events, language),
    volumes: volumeDataset(volumes, language),
  };
}

function makeVolumes(random: Random): readonly Volume[] {
  const sizes = outlets.map((_, i) => (i === 0 ? 2.2 : 0.6 + 0.8 * random.next()));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const volumes: Volume[] = [];
  for (let m = 0; m < facts.months; m++) {
    // The Spring Festival, the end of a year and a slow growth move the volumes, not the rates.
    const season = 1 + 0.06 * Math.sin((2 * Math.PI * (m % 12)) / 12) + (m % 12 === 1 ? -0.12 : 0) + 0.002 * m;
    sizes.forEach((size, outlet) => {
      const calls = Math.round((size / total) * 118_000 * season * (1 + 0.03 * random.normal()));
      const transactions = Math.round(calls * (3.4 + 0.3 * random.normal()));
      const accounts = Math.round((size / total) * 420_000 * (1 + 0.004 * m));
      volumes.push({ month: facts.firstMonth + m, outlet, calls, transactions, accounts });
    });
  }
  return volumes;
}

function makeEvents(random: Random, volumes: readonly Volume[]): readonly Event[] {
  const { links } = defaultTaxonomy;
  const named = Object.values(linkShares).reduce((sum, share) => sum + share, 0);
  const rest = (1 - named) / (links.length - Object.keys(linkShares).length);
  const before = links.map((link) => linkShares[link.code] ?? rest);
  const remaining: Readonly<Record<string, number>> = facts.improvement.remaining;
  const after = links.map((link, i) => before[i] * (remaining[link.code] ?? 1));
  const events: Event[] = [];
  for (const { month, outlet, calls } of volumes) {
    const improved = month >= facts.improvement.firstMonth;
    const rate = (improved ? facts.ratePer10k.after : facts.ratePer10k.before) / 10_000;
    for (let i = random.poisson(rate * calls); i > 0; i--) {
      const link = links[random.weighted(improved ? after : before)];
      events.push({ month, outlet, link, receivedMs: someTime(random, month, 1) });
    }
    if (month === facts.specialCause.month) {
      for (let i = random.poisson(facts.specialCause.extraEvents / outlets.length); i > 0; i--) {
        const code = facts.specialCause.links[random.weighted([5, 3, 2, 1])];
        const link = links.find((l) => l.code === code) ?? links[0];
        events.push({ month, outlet, link, receivedMs: someTime(random, month, 7) });
      }
    }
  }
  return events.sort((a, b) => a.receivedMs - b.receivedMs);
}

/** A moment in office hours, from day `firstDay` of the month on. */
function someTime(random: Random, month: number, firstDay: number): number {
  const year = Math.floor(month / 12);
  const monthOfYear = (month % 12) + 1;
  const day = random.whole(firstDay, daysInMonth(year, monthOfYear));
  const minutes = Math.floor(8.5 * 60 + random.next() * 10 * 60);
  return toEpochDay(year, monthOfYear, day) * msPerDay + minutes * 60_000;
}

interface Handling {
  readonly due: number;
  readonly closed: number | null;
  readonly hours: number | null;
  readonly onTime: 0 | 1 | null;
  readonly resolved: 0 | 1 | null;
  readonly first: 0 | 1 | null;
  readonly reopened: 0 | 1 | null;
  readonly redress: number | null;
}

function handle(random: Random, { month, receivedMs, link }: Event): Handling {
  const phase = month >= facts.improvement.firstMonth ? 'after' : 'before';
  const special = month === facts.specialCause.month;
  const allowed = link.severity >= 5 ? 30 : 15;
  const received = Math.floor(receivedMs / msPerDay);
  const due = received + allowed;
  const late = random.chance(special ? facts.specialCause.lateShare : facts.late[phase]);
  const usual = Math.exp(Math.log(phase === 'after' ? 40 : 58) + 0.75 * random.normal());
  const hours = late ? allowed * 24 + 24 + random.next() * 240 : Math.min(Math.max(0.5, usual), allowed * 24 - 24);
  const first = random.chance(facts.resolvedFirst[phase]);
  const later = (facts.resolved[phase] - facts.resolvedFirst[phase]) / (1 - facts.resolvedFirst[phase]);
  const resolved = first || random.chance(later);
  const reopened = random.chance(facts.reopened[phase]);
  const redressed = random.chance(link.severity >= 4 ? 0.35 : 0.08);
  const redress = Math.round(Math.exp(4.2 + 0.9 * random.normal()) * 100) / 100;
  const closedMs = receivedMs + hours * 3_600_000;
  const lastDay = toEpochDay(2025, 12, 31);
  if (closedMs / msPerDay >= lastDay + 1) {
    // Still open on the day of the extract: late only if the due date has passed.
    return {
      due,
      closed: null,
      hours: null,
      onTime: due < lastDay ? 0 : null,
      resolved: null,
      first: null,
      reopened: null,
      redress: null,
    };
  }
  return {
    due,
    closed: Math.floor(closedMs / msPerDay),
    hours: Math.round(hours * 10) / 10,
    onTime: late ? 0 : 1,
    resolved: resolved ? 1 : 0,
    first: first ? 1 : 0,
    reopened: reopened ? 1 : 0,
    redress: redressed ? redress : null,
  };
}

function eventDataset(random: Random, events: readonly Event[], language: 'zh' | 'en'): SampleDataset {
  const categoryOf = new Map(sourceCategories.flatMap((c) => c.links.map((code) => [code, c.name[language]])));
  const other = language === 'zh' ? '其他' : 'Other';
  const pick = (words: readonly Bilingual[], weights: readonly number[]): string =>
    words[random.weighted(weights)][language];
  const rows = events.map((event, i) => {
    const year = Math.floor(event.month / 12);
    const outletNo = String(event.outlet + 1).padStart(2, '0');
    return {
      number: `YC${outletNo}-${year}-${String(i + 1).padStart(6, '0')}`,
      channel: pick(channels, channelWeights),
      product: pick(products, productWeights),
      segment: pick(segments, segmentWeights),
      category: random.chance(0.03) ? other : (categoryOf.get(event.link.code) ?? other),
      text: describe(random, event.link, language),
      link: random.chance(facts.uncoded) ? null : event.link.code,
      handling: handle(random, event),
      event,
    };
  });
  const column = (
    key: string,
    zh: string,
    en: string,
    type: ColumnType,
    value: (row: (typeof rows)[number]) => string | number | null,
  ): SampleColumn => ({ key, name: { zh, en }, type, values: rows.map(value) });
  return {
    key: 'events',
    name: { zh: '服务事件（虚构）', en: 'Service events (invented)' },
    rows: rows.length,
    columns: [
      column('number', '事件编号', 'Event no.', 'identifier', (r) => r.number),
      column('received', '受理时间', 'Received', 'datetime', (r) => r.event.receivedMs),
      column('outlet', '机构', 'Outlet', 'category', (r) => outlets[r.event.outlet][language]),
      column('channel', '受理渠道', 'Channel', 'category', (r) => r.channel),
      column('product', '业务类别', 'Business type', 'category', (r) => r.product),
      column('segment', '客户类型', 'Customer segment', 'category', (r) => r.segment),
      column('category', '行内分类', 'Bank’s category', 'category', (r) => r.category),
      column('text', '事件内容', 'Narrative', 'text', (r) => r.text),
      column('link', '环节代码', 'Link code', 'category', (r) => r.link),
      column('severity', '严重度', 'Severity', 'number', (r) => (r.link === null ? null : r.event.link.severity)),
      column('hours', '处理时长（小时）', 'Handling time (hours)', 'number', (r) => r.handling.hours),
      column('due', '应办结日期', 'Due', 'date', (r) => r.handling.due),
      column('closed', '办结日期', 'Closed', 'date', (r) => r.handling.closed),
      column('onTime', '按时办结', 'On time', 'boolean', (r) => r.handling.onTime),
      column('resolved', '是否解决', 'Resolved', 'boolean', (r) => r.handling.resolved),
      column('first', '首次解决', 'Resolved first time', 'boolean', (r) => r.handling.first),
      column('reopened', '是否重开', 'Reopened', 'boolean', (r) => r.handling.reopened),
      column('redress', '补偿金额（元）', 'Redress (yuan)', 'number', (r) => r.handling.redress),
    ],
  };
}

function describe(random: Random, link: TaxonomyLink, language: 'zh' | 'en'): string {
  // Both languages draw the same numbers, so that nothing else changes with the language.
  const opening = random.pick(openings)[language];
  const core = random.pick(sampleCores[link.code] ?? link.examples);
  const closing = random.pick(closings)[language];
  return opening + (language === 'zh' ? core : (link.exampleEn ?? link.definition.en)) + closing;
}

function volumeDataset(volumes: readonly Volume[], language: 'zh' | 'en'): SampleDataset {
  const column = (key: keyof Volume, zh: string, en: string, type: ColumnType): SampleColumn => ({
    key,
    name: { zh, en },
    type,
    values: volumes.map((v) => (key === 'outlet' ? outlets[v.outlet][language] : v[key])),
  });
  return {
    key: 'volumes',
    name: { zh: '业务量（虚构）', en: 'Volumes (invented)' },
    rows: volumes.length,
    columns: [
      column('month', '月份', 'Month', 'month'),
      column('outlet', '机构', 'Outlet', 'category'),
      column('transactions', '交易笔数', 'Transactions', 'number'),
      column('calls', '来电量', 'Calls', 'number'),
      column('accounts', '账户数', 'Accounts', 'number'),
    ],
  };
}
