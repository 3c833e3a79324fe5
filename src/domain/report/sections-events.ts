/** Sections one to four of the report: what the ledger says. */

import { pPhrase } from '../../kernel/p-phrase';
import { msPerDay } from '../../kernel/dates';
import type { PhraseValue } from '../../kernel/result';
import { dayOf } from '../calendar/calendar';
import { ageBuckets } from '../events/clocks';
import { eventStatuses, openStatuses, type ServiceEvent } from '../events/event';
import { ledgerFigures, shareOf } from '../events/figures';
import { paretoTable } from '../../stats/pareto/pareto-table';
import { rateInterval } from '../../stats/rates/poisson-rate';
import { defectRates } from '../../stats/yield/dpmo';
import { complaintCauses, offices, qualityEffects, servicePhases } from '../taxonomy/scales';
import { rateChange, shareMovement } from './compare';
import type { DraftBlock, DraftCase, DraftSection, Part, Sentence, TableRow } from './draft-types';
import { casesIn, itemsWhere, selectRows, type CaseRow, type OutletRow } from './rows';
import { analysisBlocks, documentBlocks, surveyBlocks } from './sections-sources';
import type { Period, ReportSetting } from './setting';
import { both, column, decimal, noName, percent, say, term } from './words';

/** Section one: how many, compared with before, from where, of what kind, how old. */
export function overviewSection(setting: ReportSetting): DraftSection {
  const { counting, windows } = setting;
  const total = counting.figure('overview.total', casesIn(windows.current));
  const comparisons = (['previous', 'lastYear'] as const).map((other) => comparison(setting, other));
  const liable = counting.share(
    'overview.liable',
    casesIn(windows.current, { liability: 'liable' }),
    casesIn(windows.current, { liabilityKnown: true }),
  );
  const severe = counting.figure('overview.severe', casesIn(windows.current, { severe: true }));
  const first = say('total', {
    quarter: setting.name,
    n: total,
    perDay: decimal(counting.of(casesIn(windows.current)) / setting.exposure.current, 2),
    severe,
  });
  return {
    id: 'overview',
    blocks: [
      { kind: 'sentences', sentences: [first, ...comparisons] },
      comparisonTable(setting),
      monthPicture(setting),
      ...(['source', 'channel', 'business', 'cause'] as const).map((field) => breakdown(setting, field)),
      {
        kind: 'sentences',
        sentences: [
          liable.counted.of === 0
            ? say('liable-none')
            : say('liable', {
                share: liable.figure,
                low: percent(liable.counted.interval?.low ?? null),
                high: percent(liable.counted.interval?.high ?? null),
                n: liable.counted.of,
              }),
        ],
      },
      ageTable(setting),
    ],
    suggestion: [mainLink(setting), onTimeSentence(setting)],
  };
}

/** A count of an earlier quarter; a dash where nothing was recorded. */
function earlier(
  { counting, recorded }: ReportSetting,
  which: 'previous' | 'lastYear',
  id: string,
  query: ReturnType<typeof casesIn>,
): Part {
  return recorded[which] ? counting.figure(`${id}.${which}`, query) : '–';
}

function comparison(setting: ReportSetting, other: 'previous' | 'lastYear'): Sentence {
  const { counting, windows, exposure } = setting;
  const count = counting.of(casesIn(windows[other]));
  const change = rateChange(
    { events: count, exposure: exposure[other] },
    { events: counting.of(casesIn(windows.current)), exposure: exposure.current },
  );
  const name = term(`report.${other}`);
  if (!change || !setting.recorded[other]) return say('against-none', { other: name });
  return say(`against-${change.direction}`, {
    other: name,
    m: counting.figure(`overview.${other}`, casesIn(windows[other])),
    ratio: counting.value(
      `overview.${other}.ratio`,
      decimal(change.ratio, 2),
      casesIn(windows.current),
      casesIn(windows[other]),
    ),
    low: decimal(change.low, 2),
    high: decimal(change.high, 2),
    p: pPhrase(change.pValue),
  });
}

function comparisonTable(setting: ReportSetting): DraftBlock {
  const { counting, windows, exposure, per } = setting;
  const rows = (['current', 'previous', 'lastYear'] as const).map((which): TableRow => {
    const query = casesIn(windows[which]);
    const events = counting.of(query);
    const interval = rateInterval({ events, exposure: exposure[which] });
    const shown = (value: number): PhraseValue => decimal(value * per, 2);
    if (!setting.recorded[which]) {
      return { strong: false, cells: [setting.names[which], '–', exposure[which], '–', '–', '–'] };
    }
    return {
      strong: which === 'current',
      cells: [
        setting.names[which],
        counting.figure(`overview.compare.${which}`, query),
        exposure[which],
        counting.value(`overview.compare.${which}.rate`, shown(events / exposure[which]), query),
        interval.ok ? shown(interval.value.low) : '–',
        interval.ok ? shown(interval.value.high) : '–',
      ],
    };
  });
  return {
    kind: 'table',
    id: setting.hasVolumes ? 'compareVolumes' : 'compareDays',
    columns: [
      column('period', false),
      column('events'),
      column(setting.hasVolumes ? 'volume' : 'days'),
      column(setting.hasVolumes ? 'per10k' : 'perDay'),
      column('low'),
      column('high'),
    ],
    rows,
  };
}

/** Events by month, the quarter in colour and the year before it in grey. */
function monthPicture({ counting, windows, monthOf }: ReportSetting): DraftBlock {
  const last = monthOf(windows.current.to);
  const counts = new Map<number, number>();
  for (const row of counting.rows.events) {
    if (row.day === null || !row.counted || row.day > windows.current.to) continue;
    const month = monthOf(row.day);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const first = monthOf(windows.current.from);
  const months = Array.from({ length: 15 }, (_, i) => last - 14 + i).filter(
    (month) => month >= Math.min(first, ...counts.keys()),
  );
  return {
    kind: 'picture',
    id: 'months',
    picture: {
      form: 'bars',
      cumulative: null,
      bars: months.map((monthIndex) => ({
        label: { as: 'month', monthIndex },
        value: counts.get(monthIndex) ?? 0,
        muted: monthIndex < first,
      })),
    },
  };
}

type Breakdown = 'source' | 'channel' | 'business' | 'cause';

function nameOf(field: Breakdown, code: string | null): PhraseValue {
  if (code === null) return noName;
  if (field !== 'cause') return term(`events.${field}.${code}`);
  return both(complaintCauses.find((cause) => cause.code === code)?.name, code);
}

function breakdown(setting: ReportSetting, field: Breakdown): DraftBlock {
  const { counting, windows } = setting;
  const codes = new Set(
    (['current', 'previous', 'lastYear'] as const).flatMap((which) =>
      (selectRows(counting.rows, casesIn(windows[which])) as readonly CaseRow[]).map((row) => row[field]),
    ),
  );
  const total = counting.of(casesIn(windows.current));
  const query = (which: Period, code: string | null) => casesIn(windows[which], { [field]: code });
  const before = (which: 'previous' | 'lastYear', code: string | null): Part =>
    earlier(setting, which, `overview.${field}.${code ?? 'none'}`, query(which, code));
  const rows = [...codes]
    .map((code) => ({ code, n: counting.of(query('current', code)) }))
    .sort((a, b) => b.n - a.n || String(a.code).localeCompare(String(b.code)))
    .map(({ code, n }): TableRow => ({
      cells: [
        nameOf(field, code),
        counting.figure(`overview.${field}.${code ?? 'none'}`, query('current', code)),
        percent(total > 0 ? n / total : null),
        before('previous', code),
        before('lastYear', code),
      ],
    }));
  return {
    kind: 'table',
    id: field,
    columns: [column('name', false), column('events'), column('share'), column('previous'), column('lastYear')],
    rows,
  };
}

function ageTable({ counting }: ReportSetting): DraftBlock {
  return {
    kind: 'table',
    id: 'ages',
    columns: [column('age', false), column('openEvents')],
    rows: ageBuckets.map((age) => ({
      cells: [term(`report.age.${age}`), counting.figure(`overview.age.${age}`, casesIn(null, { open: true, age }))],
    })),
  };
}

function mainLink({ counting, windows, index }: ReportSetting): Sentence {
  const rows = selectRows(counting.rows, casesIn(windows.current)) as readonly CaseRow[];
  const [top] = paretoTable(countBy(rows, 'aspect')).rows;
  if (!top || top.count === 0) return say('main-none');
  const query = casesIn(windows.current, { aspect: top.category });
  return say('main', {
    name: both(index.name(top.category), top.category),
    n: counting.figure('overview.main', query),
    share: percent(rows.length > 0 ? top.count / rows.length : null),
  });
}

/** The few aspects that make up most of the events. */
function vitalFew({ counting, windows, index }: ReportSetting): Sentence {
  const rows = selectRows(counting.rows, casesIn(windows.current)) as readonly CaseRow[];
  const table = paretoTable(countBy(rows, 'aspect'));
  const few = table.rows.slice(0, table.vitalFew);
  if (few.length === 0) return say('main-none');
  return say('vital', {
    k: few.length,
    all: table.rows.length,
    share: percent((few[few.length - 1].cumulativePercent ?? 0) / 100),
    names: {
      as: 'list',
      items: few.slice(0, mostVital).map(({ category }) => both(index.name(category), category)),
      ...(few.length > mostVital ? { open: true } : {}),
    },
  });
}

/** What has to be seen to next. */
function asked({ counting }: ReportSetting): Sentence {
  const [late, red] = [casesIn(null, { overdue: true }), itemsWhere({ live: true, rag: 'red' })];
  if (counting.of(late) + counting.of(red) === 0) return say('ask-none');
  return say('ask', { n: counting.of(late), m: counting.of(red) });
}

function countBy(rows: readonly CaseRow[], level: Level): { readonly category: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const code = row[level];
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([category, count]) => ({ category, count }));
}

const levels = ['category', 'aspect', 'link'] as const;
type Level = (typeof levels)[number];

/** Section two: where the gaps lie, whose expectation or experience, which outlets stand out, how capable. */
export function analysisSection(setting: ReportSetting): DraftSection {
  const { counting, windows } = setting;
  const uncoded = counting.share(
    'analysis.uncoded',
    casesIn(windows.current, { link: null }),
    casesIn(windows.current),
  );
  const movement = movementOf(setting, 'aspect');
  const moved = movement.movers.filter(({ direction }) => direction !== 'same');
  const movers: readonly Sentence[] =
    movement.overallP === null
      ? [say('movers-unknown')]
      : moved.length === 0
        ? [say('movers-none', { p: pPhrase(movement.overallP) })]
        : moved.map(({ code, current, previous, pValue, direction }) =>
            say(`mover-${direction}`, {
              name: both(setting.index.name(code), code),
              n: counting.value(`analysis.mover.${code}`, current, casesIn(windows.current, { aspect: code })),
              m: counting.value(
                `analysis.mover.${code}.previous`,
                previous,
                casesIn(windows.previous, { aspect: code }),
              ),
              p: pPhrase(pValue ?? 1),
            }),
          );
  return {
    id: 'analysis',
    blocks: [
      {
        kind: 'sentences',
        sentences: [
          say('coded', {
            uncoded: uncoded.figure,
            n: uncoded.counted.of,
            versions: { as: 'list', items: [...setting.taxonomyVersions] },
          }),
        ],
      },
      ...levels.map((level) => paretoBlock(setting, level)),
      ...paretoPicture(setting),
      { kind: 'sentences', sentences: movers },
      effectTable(setting),
      phaseTable(setting),
      ...outletBlocks(setting),
      {
        kind: 'sentences',
        sentences: [...sigmaSentences(setting), say(setting.hasAgreement ? 'agreement-see' : 'agreement-none')],
      },
      ...analysisBlocks(setting),
      { kind: 'sentences', sentences: [surveySentence(setting)] },
      ...surveyBlocks(setting),
    ],
    suggestion: [vitalFew(setting)],
  };
}

function movementOf({ counting, windows }: ReportSetting, level: Level): ReturnType<typeof shareMovement> {
  const counts = (which: 'current' | 'previous'): ReadonlyMap<string, number> =>
    new Map(
      countBy(selectRows(counting.rows, casesIn(windows[which])) as readonly CaseRow[], level).map(
        ({ category, count }) => [category, count],
      ),
    );
  return shareMovement(counts('current'), counts('previous'));
}

function paretoBlock(setting: ReportSetting, level: Level): DraftBlock {
  const { counting, windows, index } = setting;
  const rows = selectRows(counting.rows, casesIn(windows.current)) as readonly CaseRow[];
  const table = paretoTable(countBy(rows, level));
  return {
    kind: 'table',
    id: level,
    columns: [column('name', false), column('events'), column('share'), column('cumulative'), column('previous')],
    rows: table.rows.map(({ category, percent: share, cumulativePercent }, i) => ({
      strong: i < table.vitalFew,
      cells: [
        both(index.name(category), category),
        counting.figure(`analysis.${level}.${category}`, casesIn(windows.current, { [level]: category })),
        percent(share === null ? null : share / 100),
        percent(cumulativePercent === null ? null : cumulativePercent / 100),
        earlier(setting, 'previous', `analysis.${level}.${category}`, casesIn(windows.previous, { [level]: category })),
      ],
    })),
  };
}

function paretoPicture({ counting, windows, index }: ReportSetting): readonly DraftBlock[] {
  const rows = selectRows(counting.rows, casesIn(windows.current)) as readonly CaseRow[];
  const table = paretoTable(countBy(rows, 'aspect'));
  if (table.rows.length === 0) return [];
  return [
    {
      kind: 'picture',
      id: 'pareto',
      picture: {
        form: 'bars',
        bars: table.rows.map(({ category, count }) => ({
          label: both(index.name(category), category),
          value: count,
          muted: false,
        })),
        cumulative: table.rows.map(({ cumulativePercent }) => (cumulativePercent ?? 0) / 100),
      },
    },
  ];
}

function effectTable(setting: ReportSetting): DraftBlock {
  const { counting, windows } = setting;
  return {
    kind: 'table',
    id: 'effects',
    columns: [column('name', false), column('events'), column('previous')],
    rows: qualityEffects.map(({ code, name }) => ({
      cells: [
        { as: 'bilingual', ...name },
        counting.figure(`analysis.effect.${code}`, casesIn(windows.current, { effect: code })),
        earlier(setting, 'previous', `analysis.effect.${code}`, casesIn(windows.previous, { effect: code })),
      ],
    })),
  };
}

function phaseTable({ counting, windows }: ReportSetting): DraftBlock {
  return {
    kind: 'table',
    id: 'phases',
    columns: [column('phase', false), ...offices.map(({ code }) => column(code))],
    rows: servicePhases.map(({ code: phase, name }) => ({
      cells: [
        { as: 'bilingual', ...name },
        ...offices.map(({ code: office }) =>
          counting.figure(`analysis.phase.${phase}.${office}`, casesIn(windows.current, { phase, office })),
        ),
      ],
    })),
  };
}

/** Larger tables show the first and the last of the ranking, and those beyond the funnel. */
const mostOutlets = 40;
const ends = 10;

function outletBlocks({ counting, funnel }: ReportSetting): readonly DraftBlock[] {
  const { outlets } = counting.rows;
  if (outlets.length === 0) return [{ kind: 'sentences', sentences: [say('outlets-none')] }];
  const sorted = [...outlets].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.name < b.name ? -1 : 1));
  const ranked = sorted.filter(({ ranked: isRanked }) => isRanked);
  const kept = new Set([
    ...ranked.slice(0, ends),
    ...ranked.slice(-ends),
    ...sorted.filter((one) => one.funnelLevel > 1),
  ]);
  const shown = sorted.length <= mostOutlets ? sorted : sorted.filter((outlet) => kept.has(outlet));
  const level = ({ funnelLevel, funnelSide }: OutletRow): PhraseValue =>
    term(funnelLevel === 0 ? 'outlets.level.inside' : `outlets.level.${funnelSide}`);
  return [
    {
      kind: 'sentences',
      sentences: [
        say('outlets', {
          n: counting.figure('analysis.outlets', { of: 'outlets', where: {} }),
          ranked: counting.figure('analysis.outlets.ranked', { of: 'outlets', where: { ranked: true } }),
          below: counting.figure('analysis.outlets.below', {
            of: 'outlets',
            where: { funnelLevel: 2, funnelSide: 'below' },
          }),
          above: counting.figure('analysis.outlets.above', {
            of: 'outlets',
            where: { funnelLevel: 2, funnelSide: 'above' },
          }),
        }),
      ],
    },
    {
      kind: 'table',
      id: shown.length < sorted.length ? 'outletsSome' : 'outlets',
      columns: [
        column('outlet', false),
        column('group', false),
        column('rank'),
        column('total'),
        column('grade', false),
        column('level', false),
      ],
      rows: shown.map((outlet) => ({
        cells: [
          outlet.name,
          outlet.group,
          outlet.rank ?? '–',
          counting.value(`analysis.outlet.${outlet.id}`, outlet.total === null ? '–' : decimal(outlet.total, 2), {
            of: 'outlets',
            where: { id: outlet.id },
          }),
          outlet.grade ?? '–',
          level(outlet),
        ],
      })),
    },
    ...(funnel ? [{ kind: 'picture' as const, id: 'funnel', picture: funnel }] : []),
  ];
}

function surveySentence({ survey }: ReportSetting): Sentence {
  if (survey === null || survey.answers === 0) return say('survey-none');
  const { cases, of } = survey.satisfied ?? { cases: 0, of: 0 };
  const { share, interval } = shareOf(cases, of);
  if (interval === null) return say('survey-answers', { n: survey.answers });
  return say('survey', {
    n: survey.answers,
    share: percent(share),
    low: percent(interval.low),
    high: percent(interval.high),
  });
}

/** First replies as opportunities: late or overdue ones are the defects. */
function sigmaSentences({ counting, windows }: ReportSetting): readonly Sentence[] {
  const judged = casesIn(windows.current, { judged: true });
  const kept = casesIn(windows.current, { reply: 'kept' });
  const units = counting.of(judged);
  const rates = defectRates({ defects: units - counting.of(kept), units, opportunitiesPerUnit: 1 });
  if (!rates.ok) return [say('sigma-none')];
  const { dpmo, interval, sigmaShortTerm } = rates.value;
  const common = { n: counting.figure('analysis.judged', judged), high: decimal(interval.dpmoHigh, 0) };
  if (sigmaShortTerm === null || dpmo === 0) {
    return [say('sigma-bound', { ...common, level: interval.sigmaLow === null ? '–' : decimal(interval.sigmaLow, 2) })];
  }
  return [
    say('sigma', {
      ...common,
      dpmo: counting.value('analysis.dpmo', decimal(dpmo, 0), judged, kept),
      low: decimal(interval.dpmoLow, 0),
      sigma: counting.value('analysis.sigma', decimal(sigmaShortTerm, 2), judged, kept),
      sigmaLow: interval.sigmaLow === null ? '–' : decimal(interval.sigmaLow, 2),
      sigmaHigh: interval.sigmaHigh === null ? '–' : decimal(interval.sigmaHigh, 2),
    }),
  ];
}

const mostCases = 5;
const mostVital = 4;

/** Section three: the cases of the library first, then the most severe, then the dearest. */
export function dissectionSection(setting: ReportSetting): DraftSection {
  const { from, to } = setting.windows.current;
  const chosen = [...setting.events]
    .filter(
      ({ receivedAt, status }) =>
        receivedAt !== null &&
        dayOf(receivedAt) >= from &&
        dayOf(receivedAt) <= to &&
        status !== 'withdrawn' &&
        status !== 'merged',
    )
    .sort(
      (a, b) =>
        Number(b.isCase ?? false) - Number(a.isCase ?? false) ||
        (b.severity ?? 0) - (a.severity ?? 0) ||
        (b.redress ?? b.amount ?? 0) - (a.redress ?? a.amount ?? 0) ||
        (a.receivedAt ?? 0) - (b.receivedAt ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, mostCases)
    .filter(({ isCase, severity }) => isCase === true || (severity ?? 0) >= 3);
  return {
    id: 'dissection',
    blocks:
      chosen.length === 0
        ? [{ kind: 'sentences', sentences: [say('cases-none')] }]
        : chosen.flatMap((event): readonly DraftBlock[] => [
            { kind: 'case', case: toCase(event, setting) },
            ...documentBlocks(setting, event),
          ]),
    suggestion: [say(chosen.length === 0 ? 'cases-none' : 'lessons')],
  };
}

function toCase(event: ServiceEvent, { mask, index }: ReportSetting): DraftCase {
  const facts: { code: string; value: PhraseValue }[] = [];
  const add = (code: string, value: PhraseValue | null): void => {
    if (value !== null && value !== '') facts.push({ code, value });
  };
  const text = (value: string | null): string | null => (value === null ? null : mask(value));
  add('receivedAt', event.receivedAt === null ? null : { as: 'date', epochDay: dayOf(event.receivedAt) });
  add('outlet', event.outlet);
  add('business', event.business === null ? null : term(`events.business.${event.business}`));
  add('primaryLink', event.primaryLink === null ? null : both(index.name(event.primaryLink), event.primaryLink));
  add('severity', event.severity);
  add('status', event.status === null ? null : term(`events.status.${event.status}`));
  add('rootCause', text(event.rootCause));
  add('measure', text(event.measure));
  add('redress', event.redress);
  add('lesson', text(event.lesson));
  return {
    id: event.id,
    number: event.number ?? '',
    title: mask(event.title ?? ''),
    narrative: text(event.narrative),
    facts,
    timeline: event.log.flatMap(({ at, action, by }) =>
      at === null || action === null || action === 'edit' || action === 'code'
        ? []
        : [{ day: Math.floor(at / msPerDay), action, by: mask(by ?? '') }],
    ),
  };
}

/** Section four: where the cases of the quarter stand, what is late, what came back. */
export function trackingSection(setting: ReportSetting): DraftSection {
  const { counting, windows } = setting;
  const overdue = casesIn(null, { overdue: true });
  const reopened = counting.share(
    'tracking.reopened',
    casesIn(windows.current, { reopened: true }),
    casesIn(windows.current),
  );
  const figures = ledgerFigures(setting.eventsIn(windows.current), setting.clockwork, setting.asOf);
  const replies = casesIn(windows.current);
  const [median, p90] = [figures.replyDays?.median.time ?? null, figures.replyDays?.p90.time ?? null];
  const stands: readonly Sentence[] = [
    onTimeSentence(setting),
    median === null
      ? say('reply-none')
      : say('reply', {
          median: counting.value('tracking.median', median, replies),
          p90: p90 === null ? '–' : counting.value('tracking.p90', p90, replies),
        }),
    say('open', {
      open: counting.figure('tracking.open', casesIn(null, { open: true })),
      overdue: counting.figure('tracking.overdue', overdue),
      regulator: counting.figure('tracking.regulator', casesIn(windows.current, { regulator: true })),
    }),
    say('reopened', {
      n: counting.figure('tracking.reopenedCases', casesIn(windows.current, { reopened: true })),
      share: reopened.figure,
    }),
  ];
  const late = (selectRows(counting.rows, overdue) as readonly CaseRow[])
    .toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0) || (a.number < b.number ? -1 : 1))
    .slice(0, 20);
  return {
    id: 'tracking',
    blocks: [
      { kind: 'sentences', sentences: stands },
      statusTable(setting),
      ...(late.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              id: 'overdue',
              columns: [
                column('number', false),
                column('outlet', false),
                column('received', false),
                column('severity'),
              ],
              rows: late.map((row) => ({
                cells: [
                  counting.value(`tracking.overdue.${row.id}`, row.number, { of: 'events', where: { id: row.id } }),
                  row.outlet ?? '–',
                  row.day === null ? '–' : ({ as: 'date', epochDay: row.day } as const),
                  row.severity ?? '–',
                ],
              })),
            },
          ]),
    ],
    suggestion: [asked(setting)],
  };
}

function onTimeSentence({ counting, windows }: ReportSetting): Sentence {
  const onTime = counting.share(
    'tracking.onTime',
    casesIn(windows.current, { reply: 'kept' }),
    casesIn(windows.current, { judged: true }),
  );
  if (onTime.counted.interval === null) return say('on-time-none');
  return say('on-time', {
    share: onTime.figure,
    low: percent(onTime.counted.interval.low),
    high: percent(onTime.counted.interval.high),
    n: onTime.counted.of,
  });
}

function statusTable({ counting, windows }: ReportSetting): DraftBlock {
  const { from, to } = windows.current;
  return {
    kind: 'table',
    id: 'statuses',
    columns: [column('status', false), column('events'), column('stillOpen', false)],
    rows: eventStatuses.map((status) => ({
      cells: [
        term(`events.status.${status}`),
        counting.figure(`tracking.status.${status}`, { of: 'events', from, to, where: { status } }),
        openStatuses.has(status) ? term('report.yes') : '–',
      ],
    })),
  };
}
