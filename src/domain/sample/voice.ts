import { fromEpochDay, monthIndexOf, msPerDay, toEpochDay } from '../../kernel/dates';
import { isBusinessDay } from '../calendar/calendar';
import { chinaCalendar } from '../calendar/china';
import type { Coaching } from '../monitoring/coaching';
import { nextDate, type SelfCheck, type SelfCheckRhythm } from '../monitoring/self-check';
import { criteria, type MonitoringType } from '../monitoring/criteria';
import type { Verdict } from '../monitoring/check';
import type { Plain } from '../registers';
import { addQuarters, daysOfQuarter, quarterOf, type Quarter } from '../scorecard/quarters';
import { surveyDimensions, surveyItems } from '../survey/instrument';
import type { Bilingual } from '../taxonomy';
import { sampleFacts } from './facts';
import { createRandom, type Random } from './random';
import { outlets } from './words';

export type VoiceKind = 'survey' | 'surveyAnswer' | 'monitoring' | 'training' | 'standardAnswer' | 'indicator';

/** A register of a record of the sample. */
export interface VoiceChange {
  readonly kind: VoiceKind;
  readonly id: string;
  readonly field: string;
  readonly value: Plain;
}

type Values = Readonly<Record<string, Plain>>;

/** Records of monitoring are numbered on from here by their kind. */
const coachingFrom = 1000;
const selfCheckFrom = 2000;

const monthCount = 24;
/** In the last six months the first-contact project had its effect. */
const changedFrom = 18;
const sheets = 180;
/** A survey begins a week into its quarter; so many sheets come back a day. */
const surveyAfter = 7;
const sheetsADay = 3;

/** Mean ratings by dimension: perceived and expected. Responsiveness falls short most. */
const means: Readonly<Record<string, readonly [number, number]>> = {
  tangibles: [5.9, 6.0],
  reliability: [5.4, 6.3],
  responsiveness: [4.6, 6.2],
  assurance: [5.8, 6.1],
  empathy: [5.1, 5.7],
};

const words = {
  visit: { zh: '办理借记卡挂失补卡', en: 'Replacing a lost debit card' },
  walk: { zh: '发薪日高峰巡检', en: 'Walk on pay-day' },
  recording: { zh: '催收电话抽样', en: 'Sample of collection calls' },
  hotline: { zh: '热线录音抽样', en: 'Sample of hotline calls' },
  release: { zh: '手机银行语音导航新版', en: 'New voice menu of the app' },
} satisfies Readonly<Record<string, Bilingual>>;
const ordinals: readonly Bilingual[] = [
  { zh: '一', en: 'first' },
  { zh: '二', en: 'second' },
  { zh: '三', en: 'third' },
  { zh: '四', en: 'fourth' },
];
const scorers: readonly Bilingual[] = [
  { zh: '王芳', en: 'Wang Fang' },
  { zh: '赵敏', en: 'Zhao Min' },
];
const trainings: readonly (readonly [Bilingual, string, readonly [number, number, number, number]])[] = [
  [{ zh: '首次联系即解决', en: 'Resolve at first contact' }, 'G3.3.3', [186, 179, 179, 171]],
  [{ zh: '收费告知话术', en: 'How to tell fees' }, 'G4.2.1', [420, 377, 350, 318]],
  [{ zh: '等候疏导', en: 'Managing queues' }, 'G2.2.1', [96, 96, 96, 90]],
];
const answers: readonly (readonly [string, Bilingual, Bilingual])[] = [
  [
    'A-001',
    { zh: '账户管理费如何减免？', en: 'How can the account fee be waived?' },
    {
      zh: '每位客户可指定一个账户免收，凭身份证件在柜面或手机银行办理。',
      en: 'Each customer may name one account free of charge, at the counter or in the app.',
    },
  ],
  [
    'A-002',
    { zh: '卡片被吞怎么办？', en: 'The machine kept my card' },
    {
      zh: '请先挂失，三个工作日内凭身份证件到机具所属网点领取。',
      en: 'Block the card first, then collect it within three working days at the outlet of the machine.',
    },
  ],
  [
    'A-003',
    { zh: '投诉多久答复？', en: 'How long does a complaint take?' },
    {
      zh: '自受理之日起十五日内答复，情况复杂的告知延长时间。',
      en: 'Within fifteen days of receipt; in complex cases you are told of an extension.',
    },
  ],
];

interface Talk {
  readonly person: Bilingual;
  readonly title: Bilingual;
  readonly agreed: Bilingual;
  /** Days before today. */
  readonly ago: number;
  readonly outcome: Coaching['outcome'];
  /** Days that the second look came after its day; null where nobody has looked again. */
  readonly late: number | null;
  /** The criterion that was missed, and in how many recordings before and after. */
  readonly missed: readonly [criterion: string, before: number, after: number];
}

/** One talk helped, one did not, one is overdue for its second look and one is not due yet. */
const talks: readonly Talk[] = [
  {
    person: { zh: '林晓', en: 'Lin Xiao' },
    title: { zh: '听完客户诉求再答复', en: 'Hear the customer out first' },
    agreed: {
      zh: '先复述客户的问题，确认后再答复。',
      en: 'Say the question back and have it confirmed before answering.',
    },
    ago: 45,
    outcome: 'improved',
    late: 0,
    missed: ['listening', 4, 0],
  },
  {
    person: { zh: '孙悦', en: 'Sun Yue' },
    title: { zh: '结束前复述要点', en: 'Sum up before closing' },
    agreed: { zh: '每通电话结束前复述一次约定。', en: 'Repeat what was agreed at the end of each call.' },
    ago: 40,
    outcome: 'unchanged',
    late: 3,
    missed: ['closing', 3, 3],
  },
  {
    person: { zh: '何佳', en: 'He Jia' },
    title: { zh: '催收通话的语气', en: 'Tone of collection calls' },
    agreed: { zh: '客户情绪激动时先安抚，不催促。', en: 'Calm an upset customer first; do not press.' },
    ago: 20,
    outcome: null,
    late: null,
    missed: ['courtesy', 3, 2],
  },
  {
    person: { zh: '郑凯', en: 'Zheng Kai' },
    title: { zh: '开场自报工号', en: 'Give the agent number at the start' },
    agreed: { zh: '接通后先问候并报工号。', en: 'Greet and give the number before anything else.' },
    ago: 5,
    outcome: null,
    late: null,
    missed: ['greeting', 2, 1],
  },
];
const secondLookAfter = 14;
const recordingsASide = 5;

interface Round {
  readonly title: Bilingual;
  readonly person: Bilingual;
  readonly outlet: number | null;
  readonly every: SelfCheckRhythm;
  /** Days from today to the first date. */
  readonly first: number;
  /** Dates that were kept: days late, and the problem where one was found. */
  readonly done: readonly { readonly late: number; readonly problem?: Bilingual }[];
}

const rounds: readonly Round[] = [
  {
    title: { zh: '电话端口自查', en: 'Self-check of the phone line' },
    person: talks[0].person,
    outlet: null,
    every: 'weekly',
    first: -16,
    done: [
      { late: 0 },
      {
        late: 1,
        problem: {
          zh: '节假日语音提示过期，已更换。',
          en: 'The holiday message was out of date; replaced.',
        },
      },
    ],
  },
  {
    title: { zh: '手机银行端口返查', en: 'Back-check of the app' },
    person: talks[1].person,
    outlet: null,
    every: 'monthly',
    first: -55,
    done: [{ late: 0 }, { late: -1 }],
  },
  {
    title: { zh: '厅堂服务自查', en: 'Self-check of the banking hall' },
    person: { zh: '王芳', en: 'Wang Fang' },
    outlet: 0,
    every: 'monthly',
    first: -20,
    done: [
      {
        late: 0,
        problem: { zh: '叫号机缺纸未登记，已补登记。', en: 'Paper shortage was not logged; logged afterwards.' },
      },
    ],
  },
  {
    title: { zh: '网上银行端口自查', en: 'Self-check of online banking' },
    person: talks[2].person,
    outlet: null,
    every: 'quarterly',
    first: 9,
    done: [],
  },
];

/**
 * Surveys, monitoring and indicators of the sample as changes of an empty workbench. All invented; the figures take the
 * shapes of the source papers, with real counts behind them.
 *
 * Shape  `now` in milliseconds on the wall clock. Coachings and self-checks are dated from it, so that what is due is due
 *        today. One survey is over and belongs to the quarter before, with its checks and trainings; one is under way.
 *        Indicators end with the last month that is over
 */
export function sampleVoice(
  language: 'zh' | 'en',
  now: number,
  idOf: (kind: VoiceKind, index: number) => string,
): readonly VoiceChange[] {
  const random = createRandom(sampleFacts.seed + 3);
  const changes: VoiceChange[] = [];
  const add = (kind: VoiceKind, id: string, values: Values): void => {
    for (const [field, value] of Object.entries(values)) changes.push({ kind, id, field, value });
  };
  const pick = (text: Bilingual): string => text[language];
  const names = outlets.map(pick);

  const today = Math.floor(now / msPerDay);
  const current = quarterOf(today);
  const last = addQuarters(current, -1);
  const addSurvey = (index: number, quarter: Quarter, from: Random, isOnline: boolean): void => {
    const start = daysOfQuarter(quarter).from;
    const days = Array.from({ length: sheets }, (_, i) => start + surveyAfter + Math.floor(i / sheetsADay));
    const back = days.filter((day) => day < today);
    const survey = idOf('survey', index);
    add('survey', survey, {
      title: pick(surveyTitle(start, isOnline)),
      quarter,
      mode: 'gap',
      status: back.length < sheets ? 'open' : 'closed',
      askImportance: true,
      outlets: isOnline ? [] : names,
      createdAt: start * msPerDay,
    });
    for (const [i, day] of back.entries()) {
      const given = { survey, ...sheet(from, names, i), day };
      // Whom an outlet did not serve speaks of none: a few sheets would else stand for its quarter.
      const own = isOnline ? { ...given, outlet: null, channel: 'mobile' } : given;
      add('surveyAnswer', idOf('surveyAnswer', index * sheets + i), own);
    }
  };
  addSurvey(0, last, random, false);
  addSurvey(1, current, createRandom(sampleFacts.seed + 5), true);

  const check = checkAdder(add, idOf);
  addChecks(check, { random, names, pick, start: daysOfQuarter(last).from });
  addTalks(add, check, { today, pick, idOf });
  addRounds(add, { today, names, pick, idOf });
  trainings.forEach(([title, link, [required, trained, examined, passed]], i) =>
    add('training', idOf('training', i), {
      title: pick(title),
      link,
      day: dayOfMonth(daysOfQuarter(last).from, i - 1, 12),
      required,
      trained,
      examined,
      passed,
    }),
  );
  answers.forEach(([number, question, answer], i) =>
    add('standardAnswer', idOf('standardAnswer', i), {
      number,
      question: pick(question),
      answer: pick(answer),
      state: 'inUse',
      reviewDay: daysOfQuarter(addQuarters(current, 1)).before - 1,
    }),
  );
  for (const value of indicators(random, monthIndexOf(today) - monthCount))
    add('indicator', `${value.kpi} ${monthName(value.month)}`, { ...value });
  return changes;
}

function surveyTitle(start: number, isOnline: boolean): Bilingual {
  const { year, month } = fromEpochDay(start);
  const ordinal = ordinals[Math.floor((month - 1) / 3)];
  return {
    zh: `${year} 年第${ordinal.zh}季度${isOnline ? '手机银行' : ''}客户满意度调查`,
    en: `${isOnline ? 'App survey' : 'Customer survey'}, ${ordinal.en} quarter ${year}`,
  };
}

/** A day of the month that lies so many months after the first day of another; 1 to 28. */
function dayOfMonth(start: number, months: number, day: number): number {
  const { year, month } = fromEpochDay(start);
  const index = year * 12 + month - 1 + months;
  return toEpochDay(Math.floor(index / 12), (index % 12) + 1, day);
}

function sheet(random: Random, names: readonly string[], index: number): Values {
  const mood = 0.7 * random.normal();
  const rate = (mean: number): number => Math.min(7, Math.max(1, Math.round(mean + mood + 0.9 * random.normal())));
  const half = (side: 0 | 1): Values =>
    Object.fromEntries(
      surveyDimensions.flatMap(({ key, items }) => items.map((item) => [item, rate(means[key][side])] as const)),
    );
  // One in twenty answers without reading.
  const isCareless = index % 20 === 7;
  const flat = Object.fromEntries(surveyItems.map((item) => [item, 4]));
  const overall = Math.min(10, Math.max(1, Math.round(7.4 + 1.6 * mood + random.normal())));
  return {
    perceptions: isCareless ? flat : half(0),
    expectations: isCareless ? flat : half(1),
    importance: { tangibles: 11, reliability: 32, responsiveness: 24, assurance: 19, empathy: 14 },
    overall,
    recommend: Math.min(10, Math.max(0, Math.round(overall + random.normal()))),
    complained: random.chance(0.06),
    outlet: names[index % names.length],
    channel: random.pick(['counter', 'counter', 'lobby', 'selfService', 'mobile']),
    ageBand: random.pick(['under25', '25-34', '35-44', '45-59', '60up']),
    seconds: isCareless ? 38 : Math.round(240 + 60 * random.normal()),
  };
}

type Add = (kind: VoiceKind, id: string, values: Values) => void;
type IdOf = (kind: VoiceKind, index: number) => string;
type Pick = (text: Bilingual) => string;
type AddCheck = (type: MonitoringType, values: Values, verdictOf: (id: string, critical: boolean) => Verdict) => void;

function checkAdder(add: Add, idOf: IdOf): AddCheck {
  let count = 0;
  return (type, values, verdictOf) => {
    const results = criteria[type].map(
      ({ id, critical }) => [`result.${id}`, { verdict: verdictOf(id, critical === true) }] as const,
    );
    add('monitoring', idOf('monitoring', count++), { type, ...values, ...Object.fromEntries(results) });
  };
}

/** Talks with agents, and recordings of theirs up to the talk and after it. */
function addTalks(
  add: Add,
  check: AddCheck,
  { today, pick, idOf }: { readonly today: number; readonly pick: Pick; readonly idOf: IdOf },
): void {
  const random = createRandom(sampleFacts.seed + 4);
  let recording = 100;
  for (const [index, { person, title, agreed, ago, outcome, late, missed }] of talks.entries()) {
    const day = today - ago;
    const [criterion, before, after] = missed;
    const score = (on: number, isMissed: boolean): void => {
      const values = {
        title: pick(words.hotline),
        day: on,
        sample: `LY-${String(recording++).padStart(4, '0')}`,
        person: pick(person),
        scorer: pick(scorers[1]),
      };
      check('recording', values, (id, critical) =>
        id === criterion && isMissed ? 'not' : !critical && random.chance(0.12) ? 'partly' : 'met',
      );
    };
    const first = recording;
    for (let i = 0; i < recordingsASide; i++) score(day - 2 * (recordingsASide - i), i < before);
    for (let i = 0; i < recordingsASide && day + 2 * (i + 1) < today; i++) score(day + 2 * (i + 1), i < after);
    add('monitoring', idOf('monitoring', coachingFrom + index), {
      type: 'coaching',
      title: pick(title),
      day,
      sample: `LY-${String(first).padStart(4, '0')}`,
      person: pick(person),
      scorer: pick(scorers[1]),
      note: pick(agreed),
      followUp: day + secondLookAfter,
      ...(late === null ? {} : { followedUp: day + secondLookAfter + late, outcome }),
    });
  }
}

/** The working day nearest to a day in one direction, the day itself included. */
function workDayFrom(day: number, step: 1 | -1): number {
  let at = day;
  while (!isBusinessDay(chinaCalendar, at)) at += step;
  return at;
}

/** How far a rhythm may be moved before a date of it falls on a closed day after all: around a long holiday. */
const widestShift = 35;

/** Dates of a rhythm, the last of them still to be done, and when the others were done. */
interface Dates {
  readonly days: readonly number[];
  readonly doneDays: readonly number[];
}

function datesFrom(start: number, { every, done }: Round): Dates {
  const days = [start];
  for (let i = 0; i < done.length; i++) days.push(nextDate(days[i], every) ?? days[i]);
  return { days, doneDays: done.map(({ late }, i) => workDayFrom(days[i] + late, late < 0 ? -1 : 1)) };
}

/**
 * The dates of a rhythm, moved as little as makes all of them working days. What is due stays due, what is overdue stays
 * overdue, and nothing is done in the future.
 */
function datesOf(round: Round, today: number): Dates {
  const start = today + round.first;
  const usual = datesFrom(start, round);
  const isOverdue = ({ days }: Dates): boolean => (days.at(-1) ?? today) < today;
  const fits = (dates: Dates): boolean =>
    isOverdue(dates) === isOverdue(usual) &&
    dates.doneDays.every((day) => day <= today) &&
    dates.days.every((day) => isBusinessDay(chinaCalendar, day));
  for (let width = 0; width <= widestShift; width++) {
    const found = [start - width, start + width].map((day) => datesFrom(day, round)).find(fits);
    if (found) return found;
  }
  return usual;
}

/** Dates that were kept, each followed by the next of its rhythm; the last is still to be done. */
function addRounds(
  add: Add,
  {
    today,
    names,
    pick,
    idOf,
  }: { readonly today: number; readonly names: readonly string[]; readonly pick: Pick; readonly idOf: IdOf },
): void {
  let count = selfCheckFrom;
  for (const round of rounds) {
    const { title, person, outlet, every, done } = round;
    const own = { title: pick(title), person: pick(person), outlet: outlet === null ? null : names[outlet], every };
    const { days, doneDays } = datesOf(round, today);
    const put = (day: number, more: Partial<Omit<SelfCheck, 'id'>>): void =>
      add('monitoring', idOf('monitoring', count++), { type: 'selfCheck', ...own, day, ...more });
    for (const [i, { problem }] of done.entries()) {
      put(days[i], {
        doneDay: doneDays[i],
        ...(problem ? { finding: 'problem', note: pick(problem) } : { finding: 'clear' }),
      });
    }
    put(days[done.length], {});
  }
}

function addChecks(
  check: AddCheck,
  of: {
    readonly random: Random;
    readonly names: readonly string[];
    readonly pick: Pick;
    /** The first day of their quarter. */
    readonly start: number;
  },
): void {
  const { random, names, pick, start } = of;
  const usual = (_: string, critical: boolean): Verdict =>
    random.chance(critical ? 0.97 : 0.8) ? 'met' : random.chance(0.7) && !critical ? 'partly' : 'not';
  for (let sample = 0; sample < 12; sample++) {
    const seen = new Map(criteria.recording.map(({ id, critical }) => [id, usual(id, critical === true)]));
    scorers.forEach((scorer, second) =>
      check(
        'recording',
        {
          title: pick(words.recording),
          day: dayOfMonth(start, sample % 3, 5 + sample),
          outlet: names[sample],
          sample: `LY-${String(sample + 1).padStart(4, '0')}`,
          scorer: pick(scorer),
        },
        // The second scorer sees most of it the same way.
        (id) => (second === 1 && random.chance(0.08) ? 'partly' : (seen.get(id) ?? 'met')),
      ),
    );
  }
  for (let visit = 0; visit < 10; visit++) {
    const values = {
      day: dayOfMonth(start, visit % 3, 10 + visit),
      outlet: names[visit],
      scorer: pick(scorers[1]),
    };
    check('mystery', { title: pick(words.visit), ...values }, usual);
    if (visit % 2 === 0) check('onSite', { title: pick(words.walk), ...values }, usual);
  }
  const release = { title: pick(words.release), day: dayOfMonth(start, 2, 20), scorer: pick(scorers[0]) };
  check('readiness', release, (id) => (id === 'script' ? 'not' : 'met'));
}

/** Two years of months; first contact and complaints change where the project took hold. */
function indicators(
  random: Random,
  monthsFrom: number,
): readonly {
  readonly kpi: string;
  readonly month: number;
  readonly numerator: number;
  readonly denominator: number;
}[] {
  const scatter = (n: number, p: number): number =>
    Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * random.normal())));
  return Array.from({ length: monthCount }, (_, i) => {
    const month = monthsFrom + i;
    const calls = Math.round(21_000 + 900 * random.normal());
    const answered = scatter(calls, 0.938);
    const issues = Math.round(answered * 0.6);
    const isAfter = i >= changedFrom;
    return [
      { kpi: 'answerRate', month, numerator: answered, denominator: calls },
      { kpi: 'firstContact', month, numerator: scatter(issues, isAfter ? 0.892 : 0.825), denominator: issues },
      { kpi: 'complaintsPerCalls', month, numerator: scatter(calls, isAfter ? 0.00172 : 0.00235), denominator: calls },
      {
        kpi: 'handleTime',
        month,
        numerator: Math.round(answered * ((isAfter ? 4.3 : 5.2) + 0.06 * random.normal())),
        denominator: answered,
      },
    ];
  }).flat();
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
