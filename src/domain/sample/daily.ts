import { msPerDay, toEpochDay } from '../../kernel/dates';
import { importEvents, importChoices, type ImportRow, type ImportWords } from '../events/import-events';
import type { EventState } from '../events/commands';
import type { ServiceEvent } from '../events/event';
import { judgeEffect } from '../rectification/effect';
import { emptyInput, toEffectData, type EffectInput } from '../rectification/effect-input';
import { applyToItems, decideItem, defaultWatchDays, type ItemCommand } from '../rectification/commands';
import type { RectificationItem, Verdict } from '../rectification/item';
import type { FieldChange } from '../registers';
import { addQuarters, daysOfQuarter, quarterOf, type Quarter } from '../scorecard/quarters';
import type { OutletQuarter } from '../scorecard/scorecard';
import type { Bilingual } from '../taxonomy';
import { sampleFacts } from './facts';
import { generateSample } from './generate';
import { createRandom, type Random } from './random';
import { channels, outlets, products, sourceCategories } from './words';

/** The daily records of the sample: what a ledger, its items and its scorecards look like in use. All invented. */
export interface SampleDaily {
  readonly events: readonly FieldChange[];
  readonly items: readonly FieldChange[];
  readonly quarters: ReadonlyMap<string, readonly OutletQuarter[]>;
}

/** The day after the last of the sample's events. */
const sampleEnd = toEpochDay(2026, 1, 1);
/** Nobody has coded what came in within so many days. */
const uncodedDays = 5;

const groups = {
  main: { zh: '营业部', en: 'Main offices' },
  city: { zh: '城区', en: 'City' },
  outskirts: { zh: '郊区', en: 'Outskirts' },
} as const;
const people = (
  [
    ['王芳', 'Wang Fang'],
    ['李强', 'Li Qiang'],
    ['陈静', 'Chen Jing'],
    ['周伟', 'Zhou Wei'],
    ['吴敏', 'Wu Min'],
  ] as const
).map(([zh, en]): Bilingual => ({ zh, en }));
const sources = ['outlet', 'hotline', 'app', 'app', 'regulator', 'petition'] as const;
const ways = ['counter', 'phone', 'mobile', 'online', 'phone', 'backOffice'] as const;
const businesses = ['debitCard', 'savings', 'creditCard', 'loan', 'settlement', 'wealth', 'agency', 'other'] as const;

/**
 * The daily records of the sample as changes of an empty workbench.
 *
 * Shape  `now` in milliseconds on the wall clock: events are moved by whole weeks and end the day before, and items dated back
 *        from it, so that clocks and board are those of today; `idOf` names the records. Every event and item came about
 *        by the commands that a person would have given.
 */
export function sampleDaily(
  state: Omit<EventState, 'events'>,
  language: 'zh' | 'en',
  now: number,
  idOf: (kind: 'event' | 'item', index: number) => string,
): SampleDaily {
  const random = createRandom(sampleFacts.seed + 2);
  const current = quarterOf(Math.floor(now / msPerDay));
  const quarters = [addQuarters(current, -2), addQuarters(current, -1)];
  const rows = ledgerRows(random, language, now, daysOfQuarter(quarters[0]).from, (index) => idOf('event', index));
  const taken = importEvents(
    { ...state, events: new Map(), escalationOwner: null },
    rows,
    { fileName: '', words: sameWords(state), outlets: new Set(), knownOutletsOnly: false },
    { now, by: people[0][language] },
  );
  const items = sampleItems(language, now, (index) => idOf('item', index), taken.events);
  return { events: taken.changes, items, quarters: sampleQuarters(random, quarters, taken.events, language) };
}

/** The rows are written in the codes of the ledger already. */
function sameWords({ links }: Omit<EventState, 'events'>): ImportWords {
  const own = (words: readonly string[]): Record<string, string> =>
    Object.fromEntries(words.map((word) => [word, word]));
  const choices = Object.entries(importChoices).map(([field, words]) => [field, own(words)]);
  return { ...Object.fromEntries(choices), link: own([...links.keys()]) } as ImportWords;
}

function ledgerRows(
  random: Random,
  language: 'zh' | 'en',
  now: number,
  start: number,
  idOf: (index: number) => string,
): ImportRow[] {
  const { events } = generateSample(language);
  const columns = new Map(events.columns.map(({ key, values }) => [key, values]));
  const at = (key: string, row: number): string | number | null => columns.get(key)?.[row] ?? null;
  const placeOf = (list: readonly Bilingual[], word: unknown): number =>
    list.findIndex((one) => one[language] === word);
  const today = Math.floor(now / msPerDay);
  const shift = Math.ceil((today - sampleEnd) / 7) * 7;
  const rows: ImportRow[] = [];
  for (let row = 0; row < events.rows; row++) {
    const receivedAt = Number(at('received', row)) + shift * msPerDay;
    if (receivedAt < start * msPerDay || receivedAt >= today * msPerDay) continue;
    const isNew = receivedAt >= (today - uncodedDays) * msPerDay;
    const channel = placeOf(channels, at('channel', row));
    const ended = at('closed', row);
    const closed = isNew || ended === null || Number(ended) + shift >= today ? null : ended;
    // The date has no time of day; work ends at half past five.
    const closedAt =
      closed === null ? null : Math.max(receivedAt + 1_800_000, (Number(closed) + shift) * msPerDay + 63_000_000);
    const replyAt = closedAt === null ? null : receivedAt + (closedAt - receivedAt) * 0.8;
    // What the dataset leaves uncoded is coded by the bank's own category: nothing is closed without a link.
    const link = isNew ? null : (at('link', row) ?? linkOf(at('category', row), language));
    const isReached = random.chance(0.92);
    const isResolved = at('resolved', row) === 1;
    const index = rows.length;
    rows.push({
      row: index + 1,
      key: `sample ${String(at('number', row))}`,
      id: idOf(index),
      values: {
        sourceNumber: at('number', row),
        receivedAt,
        source: sources[channel],
        channel: ways[channel],
        business: businesses[placeOf(products, at('product', row))],
        outlet: at('outlet', row),
        segment: at('segment', row),
        title: titleOf(String(at('text', row) ?? '')),
        narrative: at('text', row),
        owner: people[index % people.length][language],
        link,
        ...(channel === 4 ? { regulatorRef: `JG${String(index).padStart(5, '0')}` } : {}),
        status: closedAt === null ? (link === null ? 'accepted' : 'handling') : 'archived',
        // Not after the reply, which it precedes.
        respondedAt: Math.min(replyAt ?? now, receivedAt + 1_800_000 + Math.floor(random.next() * 20 * 3_600_000)),
        verification:
          language === 'zh' ? '已核对记录与录音，情况清楚。' : 'Records and recordings checked; the facts are clear.',
        replyAt,
        replyText: language === 'zh' ? '已向客户说明原因并致歉。' : 'Explained and apologised to the customer.',
        replyMethod: 'phone',
        ...(isReached && isResolved
          ? { callBackAt: closedAt, callBackScore: random.chance(0.8) ? 5 : 4, customerAgrees: true }
          : { callBackWaived: language === 'zh' ? '三次未接通' : 'Not reached in three calls' }),
        closedAt,
        liability: random.chance(0.62) ? 'liable' : 'notLiable',
        redress: at('redress', row),
      },
    });
  }
  return rows;
}

/** The link that a category of the bank stands for most of all. */
function linkOf(category: unknown, language: 'zh' | 'en'): string | null {
  return sourceCategories.find(({ name }) => name[language] === category)?.links[0] ?? null;
}

const longestTitle = 48;

/** The clause that tells cases apart in a list: greetings are shorter. */
function titleOf(text: string): string {
  const clauses = text.split(/[，。；：,.;:]/).slice(0, 2);
  const [title = ''] = clauses.sort((a, b) => b.length - a.length);
  const whole = title.trim();
  if (whole.length <= longestTitle) return whole;
  // Words are not cut in two; Chinese has none to cut.
  return `${whole.slice(0, longestTitle).replace(/ \S*$/, '')}…`;
}

interface Story {
  readonly title: Bilingual;
  readonly links: readonly string[];
  readonly cause: Bilingual;
  readonly metric: Bilingual;
  readonly owner: number;
  readonly verifier: number;
  /** In per cent, lower is better. */
  readonly baseline: number;
  readonly target: number;
  readonly neededN: number;
  /** Days before today at which it was opened and is due. */
  readonly openedAgo: number;
  readonly dueIn: number;
  readonly until:
    'draft' | 'started' | 'blocked' | 'submitted' | 'verifying' | 'closed' | 'returned' | 'reopened' | 'held';
  readonly progress: number;
  /** Cost in yuan, and benefit in yuan a year. */
  readonly money?: readonly [number, number];
  readonly before?: Weeks;
  readonly after?: Weeks;
}

/** Cases of the metric week by week, among equally many a week. */
interface Weeks {
  readonly counts: readonly number[];
  readonly size: number;
}

/** Items in every state, among them one that worked, one that did not, and one that came back. */
const stories: readonly Story[] = [
  {
    title: { zh: '缩短语音菜单并上线回拨', en: 'Shorten the phone menu and offer call-backs' },
    links: ['G2.3.7', 'G2.2.1'],
    cause: { zh: '菜单五层，人工入口在最后', en: 'Five menu levels with the agent at the end' },
    metric: { zh: '20 秒内未接通的比例', en: 'Share not answered within 20 s' },
    owner: 1,
    verifier: 4,
    baseline: 17.5,
    target: 12,
    neededN: 800,
    openedAgo: 190,
    dueIn: -70,
    until: 'closed',
    progress: 100,
    money: [60_000, 185_000],
    before: { counts: [27, 18, 22, 24, 15, 25, 20, 24], size: 125 },
    after: { counts: [15, 11, 17, 10, 14, 9, 18, 14], size: 125 },
  },
  {
    title: { zh: '柜面文明用语培训', en: 'Courtesy training at the counters' },
    links: ['G3.2.1'],
    cause: { zh: '认为员工不熟悉用语规范', en: 'Staff were thought not to know the standard' },
    metric: { zh: '满意度低于 4 分的比例', en: 'Share of ratings below 4' },
    owner: 2,
    verifier: 4,
    baseline: 9.4,
    target: 6,
    neededN: 500,
    openedAgo: 160,
    dueIn: 10,
    until: 'returned',
    progress: 60,
    before: { counts: [8, 5, 4, 9, 6, 3, 7, 6, 8, 5], size: 65 },
    after: { counts: [9, 5, 8, 6, 10, 4, 9, 7], size: 80 },
  },
  {
    title: { zh: '信用卡分期费用一页说明', en: 'One page on the cost of instalments' },
    links: ['G2.3.6'],
    cause: { zh: '费用分散在三处，客户算不出总额', en: 'Fees in three places; nobody can add them up' },
    metric: { zh: '一月内再次来询的比例', en: 'Share asking again within a month' },
    owner: 3,
    verifier: 4,
    baseline: 22,
    target: 15,
    neededN: 300,
    openedAgo: 150,
    dueIn: 14,
    until: 'reopened',
    progress: 40,
    before: { counts: [20, 16, 19, 14, 19], size: 80 },
    after: { counts: [11, 8, 12, 7, 10], size: 80 },
  },
  {
    title: { zh: '自助机具卡钞一小时内响应', en: 'Answer a cash jam within an hour' },
    links: ['G3.3.1'],
    cause: { zh: '维保合同只约定次日到场', en: 'The contract only asks for the next day' },
    metric: { zh: '超过一小时才到场的比例', en: 'Share answered after more than an hour' },
    owner: 1,
    verifier: 0,
    baseline: 48,
    target: 20,
    neededN: 120,
    openedAgo: 80,
    dueIn: -6,
    until: 'started',
    progress: 55,
  },
  {
    title: { zh: '转账到账时间提示', en: 'Say when a transfer arrives' },
    links: ['G3.3.4'],
    cause: { zh: '提示语未区分实时与次日', en: 'The text does not tell instant from next day' },
    metric: { zh: '当日来电询问到账的比例', en: 'Share asking the same day' },
    owner: 2,
    verifier: 0,
    baseline: 14,
    target: 9,
    neededN: 400,
    openedAgo: 60,
    dueIn: 5,
    until: 'blocked',
    progress: 70,
  },
  {
    title: { zh: '账户限额调整网点可办', en: 'Let outlets change account limits' },
    links: ['G2.3.2'],
    cause: { zh: '权限集中在分行，客户要跑两次', en: 'Only the branch may; customers come twice' },
    metric: { zh: '未一次办结的比例', en: 'Share not settled at the first visit' },
    owner: 3,
    verifier: 0,
    baseline: 31,
    target: 18,
    neededN: 200,
    openedAgo: 75,
    dueIn: 3,
    until: 'submitted',
    progress: 100,
  },
  {
    title: { zh: '投诉处理进度主动告知', en: 'Tell customers how their case stands' },
    links: ['G3.8.2'],
    cause: { zh: '没有规定何时告知', en: 'No rule says when to tell' },
    metric: { zh: '处理中再次来询的比例', en: 'Share asking while the case is open' },
    owner: 1,
    verifier: 4,
    baseline: 27,
    target: 18,
    neededN: 250,
    openedAgo: 110,
    dueIn: -20,
    until: 'verifying',
    progress: 100,
    money: [8_000, 52_000],
    before: { counts: [15, 11, 14, 12, 16, 13], size: 50 },
  },
  {
    title: { zh: '贷款材料清单按客户类型区分', en: 'Loan papers by kind of customer' },
    links: ['G2.3.4'],
    cause: { zh: '一张清单用于所有客户', en: 'One list for everybody' },
    metric: { zh: '补材料的比例', en: 'Share sent back for papers' },
    owner: 2,
    verifier: 0,
    baseline: 35,
    target: 22,
    neededN: 200,
    openedAgo: 45,
    dueIn: 40,
    until: 'held',
    progress: 20,
  },
  {
    title: { zh: '节前大额取现预约', en: 'Book large withdrawals before holidays' },
    links: ['G2.2.2'],
    cause: { zh: '库存按平日备付', en: 'Cash is held as on ordinary days' },
    metric: { zh: '等候超过 30 分钟的比例', en: 'Share waiting more than 30 minutes' },
    owner: 4,
    verifier: 0,
    baseline: 19,
    target: 12,
    neededN: 300,
    openedAgo: 8,
    dueIn: 60,
    until: 'draft',
    progress: 0,
  },
];

type Step = readonly [daysAgo: number, by: number, command: ItemCommand];

function sampleItems(
  language: 'zh' | 'en',
  now: number,
  idOf: (index: number) => string,
  events: readonly ServiceEvent[],
): FieldChange[] {
  const changes: FieldChange[] = [];
  let items: ReadonlyMap<string, RectificationItem> = new Map();
  for (const [index, story] of stories.entries()) {
    for (const [daysAgo, by, command] of stepsOf(story, idOf(index), language, now, events)) {
      const doing = { now: now - daysAgo * msPerDay, by: people[by][language] };
      const decided = decideItem({ items, watchDays: defaultWatchDays }, command, doing);
      if (!decided.ok) throw new RangeError(`the sample is told wrongly: ${story.title.en}, ${decided.failure.code}`);
      items = applyToItems(items, decided.value);
      changes.push(...decided.value);
    }
  }
  return changes;
}

function stepsOf(
  story: Story,
  id: string,
  language: 'zh' | 'en',
  now: number,
  events: readonly ServiceEvent[],
): readonly Step[] {
  const { owner, verifier, until, before, after } = story;
  const today = Math.floor(now / msPerDay);
  const shift = shiftOf(story, today);
  const openedAgo = story.openedAgo + shift;
  const told = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const causing = events.filter(({ primaryLink }) => story.links.includes(primaryLink ?? '')).slice(0, 3);
  const create: Step = [
    openedAgo + 5,
    owner,
    {
      kind: 'create',
      id,
      details: {
        title: story.title[language],
        type: 'corrective',
        origin: 'cluster',
        eventIds: causing.map((event) => event.id),
        links: story.links,
        rootCause: story.cause[language],
        owner: people[owner][language],
        // What went back is worked on again, against a day to come.
        due: today + story.dueIn - (until === 'closed' ? shift : 0),
        metric: story.metric[language],
        test: 'share',
        direction: 'lower',
        baselineValue: story.baseline,
        baselineN: before ? totalOf(before)[1] : 400,
        baselineFrom: today - openedAgo - 95,
        baselineTo: today - openedAgo - 5,
        target: story.target,
        neededN: story.neededN,
        ...(story.money ? { cost: story.money[0], benefit: story.money[1], benefitConfirmed: until === 'closed' } : {}),
      },
    },
  ];
  if (until === 'draft') return [create];
  const evidence = {
    kind: 'writtenRecheck',
    name: '',
    digest: '',
    bytes: 0,
    note: told('已按整改措施逐条复查，记录存档。', 'Every measure was checked again; the record is filed.'),
  } as const;
  const started: Step[] = [
    create,
    [openedAgo, owner, { kind: 'open', id }],
    [openedAgo - 1, owner, { kind: 'start', id }],
    [
      shift + Math.floor(story.openedAgo / 2),
      owner,
      { kind: 'setProgress', id, percent: Math.min(story.progress, 90) },
    ],
  ];
  if (until === 'started') return started;
  if (until === 'blocked')
    return [
      ...started,
      [4, owner, { kind: 'addBlocker', id, text: told('等待科技部排期', 'Waiting for the IT schedule') }],
    ];
  if (until === 'held') {
    const reason = told('等待新办法印发', 'Waiting for the new rules');
    return [...started, [6, owner, { kind: 'hold', id, reason, approver: people[4][language] }]];
  }
  const checkedAgo = shift + checkedOf(story);
  const submitted: Step[] = [
    ...started,
    [checkedAgo + 1, owner, { kind: 'addEvidence', id, evidence }],
    [checkedAgo, owner, { kind: 'submit', id }],
  ];
  if (until === 'submitted') return submitted;
  const verifying: Step[] = [
    ...submitted,
    [
      checkedAgo - 1,
      verifier,
      {
        kind: 'beginVerification',
        id,
        verifier: people[verifier][language],
        afterFrom: today - checkedAgo - 30,
      },
    ],
  ];
  if (until === 'verifying') return verifying;
  if (!before || !after) throw new RangeError(`a verdict needs figures: ${story.title.en}`);
  const input: Pick<EffectInput, 'before' | 'after' | 'series'> = {
    before: totalOf(before),
    after: totalOf(after),
    series: [before, after].map(linesOf).join('\n\n'),
  };
  const judged = judge(story, input);
  const effectData = JSON.stringify(input);
  const verdictAgo = shift + verdictOf(story);
  if (until === 'returned') {
    const note = told('数据没有显示改善，请重新分析原因。', 'The data show no improvement; look for the cause again.');
    return [...verifying, [verdictAgo, verifier, { kind: 'sendBack', id, proposed: judged, note, effectData }]];
  }
  const note = told('达到目标，数据支持结论。', 'Target met; the data bear it out.');
  const closed: Step[] = [
    ...verifying,
    [verdictAgo, verifier, { kind: 'close', id, proposed: judged, verdict: judged, note, effectData }],
  ];
  if (until === 'closed') return closed;
  const reason = told('观察期内同类事件回升', 'Such events came back within the watch');
  return [...closed, [Math.max(0, verdictAgo - 10), verifier, { kind: 'reopen', id, reason }]];
}

/** Days before today at which a story was submitted and judged, by its own dates. */
const checkedOf = ({ openedAgo }: Story): number => Math.max(2, Math.floor(openedAgo / 3));
const verdictOf = (story: Story): number => Math.max(1, Math.floor(checkedOf(story) / 2));

/**
 * Days by which a story lies further back than it says: what worked and what did not were judged in the last days of the
 * quarter that is over, so that the report of that quarter tells of both.
 */
function shiftOf(story: Story, today: number): number {
  if (story.until !== 'closed' && story.until !== 'returned') return 0;
  const { before } = daysOfQuarter(addQuarters(quarterOf(today), -1));
  return today - before + 3 - verdictOf(story);
}

function totalOf({ counts, size }: Weeks): readonly [number, number] {
  return [counts.reduce((sum, count) => sum + count, 0), counts.length * size];
}

/** A week per line, as the verifier would have typed it. */
function linesOf({ counts, size }: Weeks): string {
  return counts.map((count) => `${count} ${size}`).join('\n');
}

/** The verdict that the story's own figures give. */
function judge({ title, target, neededN }: Story, input: Partial<EffectInput>): Verdict {
  const data = toEffectData('share', { ...emptyInput, ...input });
  const judged = data && judgeEffect({ test: 'share', direction: 'lower', target, neededN }, data);
  if (!judged?.ok) throw new RangeError(`the sample is told wrongly: ${title.en}`);
  return judged.value.verdict;
}

/** What a ledger does not hold: surveys, waiting times and inspections of each outlet. */
function sampleQuarters(
  random: Random,
  quarters: readonly Quarter[],
  events: readonly ServiceEvent[],
  language: 'zh' | 'en',
): SampleDaily['quarters'] {
  // Good outlets stay good from one quarter to the next.
  const skills = outlets.map(() => random.normal());
  return new Map(
    quarters.map((quarter, index) => [
      quarter,
      outlets.map((outlet, i): OutletQuarter => {
        const name = outlet[language];
        const own = events.filter((event) => event.outlet === name);
        const surveys = random.whole(own.length > 30 ? 60 : 22, own.length > 30 ? 120 : 70);
        const tickets = random.whole(900, 2600);
        const share = (mean: number, spread: number): number =>
          Math.min(0.995, mean + spread * skills[i] + 0.012 * random.normal() + 0.01 * index);
        const cases = (of: number, mean: number, spread: number): { cases: number; of: number } => ({
          cases: Math.round(of * share(mean, spread)),
          of,
        });
        return {
          id: name,
          name,
          group: i === 0 ? groups.main[language] : i % 3 === 0 ? groups.outskirts[language] : groups.city[language],
          satisfaction: cases(surveys, 0.87, 0.03),
          wait: cases(tickets, 0.8, 0.05),
          waitP90: Math.round(140 - 20 * skills[i]) / 10,
          onTime: null,
          firstTime: cases(random.whole(40, 90), 0.89, 0.02),
          callBack: null,
          reopened: null,
          inspections: [{ score: Math.round(1000 * share(0.88, 0.03)) / 10, weight: 1 }],
          severeEvents: 0,
          falsified: false,
        };
      }),
    ]),
  );
}
