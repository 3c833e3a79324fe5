import { describe, expect, it } from 'vitest';
import { emptyEvent, type ServiceEvent } from '../../../../src/domain/events/event';
import { kpiCatalogue, kpiOf, type Kpi } from '../../../../src/domain/kpi/catalogue';
import { computeIndicators, type KpiRecords } from '../../../../src/domain/kpi/computed';
import {
  checkIndicator,
  figureOf,
  parseIndicators,
  readMonth,
  seriesOf,
  type IndicatorValue,
} from '../../../../src/domain/kpi/indicator';
import { parseMix } from '../../../../src/domain/kpi/mix';
import { emptyCoaching } from '../../../../src/domain/monitoring/coaching';
import { emptySelfCheck } from '../../../../src/domain/monitoring/self-check';
import { emptyItem } from '../../../../src/domain/rectification/item';
import { zhCN } from '../../../../src/i18n/zh-CN';
import { emptyState, noon } from '../events/support';

const kpi = (code: string): Kpi => {
  const found = kpiOf(code);
  if (!found) throw new RangeError(`no such indicator: ${code}`);
  return found;
};
const month = 2026 * 12 + 2;

describe('the catalogue', () => {
  it('has a name, a definition, a numerator and a denominator for every indicator, and no others', () => {
    expect(Object.keys(zhCN.kpi.of).sort()).toEqual(kpiCatalogue.map(({ code }) => code).sort());
    expect(new Set(kpiCatalogue.map(({ code }) => code)).size).toBe(kpiCatalogue.length);
  });
});

describe('a value', () => {
  it.each([
    ['answerRate', 943, 1000, 94.3],
    ['handleTime', 5200, 1000, 5.2],
    ['complaintsPerCalls', 235, 100_000, 23.5],
    ['errorRate', 3, 1_000_000, 3],
    ['netPromoter', -20, 100, -20],
  ])('of %s: %d / %d is %d', (code, numerator, denominator, figure) => {
    expect(figureOf(kpi(code), { kpi: code, month, numerator, denominator })).toBeCloseTo(figure, 10);
  });

  it.each([
    ['answerRate', { month: null, numerator: 1, denominator: 2 }, 'kpi-month-missing'],
    ['answerRate', { month, numerator: 94.3, denominator: null }, 'kpi-denominator-missing'],
    ['answerRate', { month, numerator: 1, denominator: 0 }, 'kpi-denominator-not-positive'],
    ['answerRate', { month, numerator: -1, denominator: 2 }, 'kpi-numerator-negative'],
    ['answerRate', { month, numerator: 3, denominator: 2 }, 'kpi-numerator-exceeds'],
  ])('of %s from %o is refused: %s', (code, given, failure) => {
    expect(checkIndicator(kpi(code), given)).toMatchObject({ ok: false, failure: { code: failure } });
  });

  it('may be above 1 where it is a rate, and below 0 where it is a difference', () => {
    expect(checkIndicator(kpi('complaintsPerCalls'), { month, numerator: 3, denominator: 2 }).ok).toBe(true);
    expect(checkIndicator(kpi('netPromoter'), { month, numerator: -3, denominator: 5 }).ok).toBe(true);
  });

  it.each([
    ['2026-03', month],
    ['2026/3', month],
    ['2026年3月', month],
    ['2026-13', null],
    ['03-2026', null],
    ['2026', null],
  ])('%s is month %s', (word, index) => {
    expect(readMonth(word)).toBe(index);
  });
});

describe('a pasted table', () => {
  const find = (word: string): Kpi | undefined => (word === '人工接通率' ? kpi('answerRate') : kpiOf(word));

  it('is read with or without a heading', () => {
    const line = '人工接通率\t2026-03\t943\t1000';
    const values = [{ kpi: 'answerRate', month, numerator: 943, denominator: 1000 }];
    expect(parseIndicators(line, find)).toEqual({ ok: true, value: values });
    expect(parseIndicators(`指标,月份,分子,分母\n${line}\n\n`, find)).toEqual({ ok: true, value: values });
  });

  it.each([
    ['人工接通率,2026-03,94.3%', 'kpi-line-percent'],
    ['人工接通率,2026-03,94.3%,1000', 'kpi-line-percent'],
    ['人工接通率,2026-03,94.3', 'kpi-line-percent'],
    ['没有的指标,2026-03,1,2', 'kpi-line-unknown'],
    ['人工接通率,三月,1,2', 'kpi-line-unreadable'],
    ['人工接通率,2026-03,x,2', 'kpi-line-unreadable'],
    ['人工接通率,2026-03,3,2', 'kpi-line-refused'],
    ['', 'kpi-table-empty'],
  ])('is refused: %s (%s)', (text, code) => {
    expect(parseIndicators(text, find)).toMatchObject({ ok: false, failure: { code } });
  });
});

describe('a series', () => {
  const values = (counts: readonly number[], size: number): readonly IndicatorValue[] =>
    counts.map((numerator, i) => ({ kpi: 'answerRate', month: month + i, numerator, denominator: size }));

  it('keeps gaps as gaps, and leaves other indicators out', () => {
    const own = [...values([90, 91], 100), { kpi: 'answerRate', month: month + 4, numerator: 92, denominator: 100 }];
    const other = { kpi: 'abandonment', month, numerator: 1, denominator: 2 };
    const series = seriesOf(kpi('answerRate'), [...own, other]);
    expect(series.months).toHaveLength(5);
    expect(series.values.map((value) => value?.numerator ?? null)).toEqual([90, 91, null, null, 92]);
    expect(series.data.kind).toBe('p');
    expect(seriesOf(kpi('answerRate'), []).chart).toBeNull();
  });

  it('draws limits after Laney only where months scatter more than counting explains', () => {
    const scattered = values([9000, 9300, 8800, 9400, 9050, 9500, 8900, 9350, 9000, 9450, 8850, 9300], 10_000);
    expect(seriesOf(kpi('answerRate'), scattered).data.kind).toBe('laney-p');
    // Steps of about one standard deviation of a share of 0.9 of 100.
    const calm = values([90, 91, 90, 89, 90, 91, 90, 89, 90, 91, 90, 89], 100);
    expect(seriesOf(kpi('answerRate'), calm).data.kind).toBe('p');
  });

  it('draws no limit beyond what the scale allows, and leaves those within as they are', () => {
    const of = (code: string, averages: readonly number[]) =>
      seriesOf(
        kpi(code),
        averages.map((numerator, i) => ({ kpi: code, month: month + i, numerator, denominator: 1 })),
      ).chart?.main;
    // Mean 95, average moving range 4: limits at 95 ± 2.66 × 4.
    const scores = of('qaScore', [97, 93, 97, 93, 97, 93]);
    expect(scores?.upper).toEqual(Array(6).fill(100));
    expect(scores?.lower[0]).toBeCloseTo(95 - (3 * 4) / 1.128, 1);
    const seconds = of('handleTime', [5, 1, 5, 1, 5, 1]);
    expect(seconds?.lower).toEqual(Array(6).fill(0));
    expect(seconds?.upper[0]).toBeCloseTo(3 + (3 * 4) / 1.128, 1);
  });

  it('draws means as individual values', () => {
    const own = [5200, 5100, 5000].map((numerator, i) => ({
      kpi: 'handleTime',
      month: month + i,
      numerator,
      denominator: 1000,
    }));
    expect(seriesOf(kpi('handleTime'), own).data).toEqual({ kind: 'individuals', values: [5.2, 5.1, 5] });
  });
});

describe('figures that the records give', () => {
  const none: KpiRecords = {
    events: [],
    items: [],
    checks: [],
    trainings: [],
    coachings: [],
    selfChecks: [],
    answers: [],
  };
  const now = noon('2026-06-30');
  const event = (id: string, changes: Partial<ServiceEvent>): ServiceEvent => ({
    ...emptyEvent(id),
    status: 'archived',
    receivedAt: noon('2026-03-02'),
    firstReplyAt: noon('2026-03-06'),
    replyAt: noon('2026-03-06'),
    closedAt: noon('2026-03-10'),
    ...changes,
  });
  const of = (values: readonly IndicatorValue[], code: string) =>
    values.filter((value) => value.kpi === code).map(({ numerator, denominator }) => [numerator, denominator]);

  it('come from the ledger by the month of receipt', () => {
    const values = computeIndicators(
      {
        ...none,
        events: [
          event('a', { callBackScore: 5, resolvedFirstTime: true }),
          event('b', { firstReplyAt: noon('2026-04-20'), replyAt: noon('2026-04-20') }),
          event('c', { status: 'withdrawn' }),
          event('d', { receivedAt: noon('2026-04-01') }),
        ],
      },
      emptyState,
      now,
    );
    expect(of(values, 'onTime')).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(of(values, 'callBackRate')).toEqual([
      [1, 2],
      [0, 1],
    ]);
    expect(of(values, 'firstTime')).toEqual([[1, 1]]);
    // 4 and 49 days from receipt to reply.
    expect(of(values, 'replyDays')[0]).toEqual([53, 2]);
  });

  it('judge an item when its day has gone by, however early it was submitted', () => {
    const due = Math.floor(now / 86_400_000);
    const early = (id: string, originalDue: number) => ({
      ...emptyItem(id),
      status: 'submitted' as const,
      originalDue,
      submittedAt: now - 20 * 86_400_000,
    });
    const values = computeIndicators({ ...none, items: [early('a', due - 1), early('b', due + 3)] }, emptyState, now);
    expect(of(values, 'itemsOnTime')).toEqual([[1, 1]]);
  });

  it('give no mean of days while a case of the month waits for its reply', () => {
    const waiting = event('a', { status: 'handling', firstReplyAt: null, replyAt: null, closedAt: null });
    const values = computeIndicators({ ...none, events: [waiting, event('b', {})] }, emptyState, now);
    expect(of(values, 'replyDays')).toEqual([]);
    expect(of(values, 'onTime')).toEqual([[1, 2]]);
  });

  it('come from items, training and surveys by their days', () => {
    const day = (text: string): number => Math.floor(noon(text) / 86_400_000);
    const item = { ...emptyItem('i'), status: 'closed' as const, originalDue: day('2026-03-20') };
    const answer = { setAside: null, day: day('2026-03-03') };
    const values = computeIndicators(
      {
        ...none,
        items: [
          { ...item, submittedAt: noon('2026-03-20'), closedAt: noon('2026-03-30'), verdict: 'effective' },
          { ...item, submittedAt: noon('2026-03-21'), closedAt: noon('2026-03-30'), verdict: 'partial' },
          { ...item, status: 'cancelled' },
        ],
        trainings: [
          {
            id: 't',
            title: 'x',
            day: day('2026-03-09'),
            outlet: null,
            link: null,
            required: 20,
            trained: 18,
            examined: 18,
            passed: 9,
            note: null,
          },
        ],
        coachings: [
          { ...emptyCoaching('c'), followUp: day('2026-03-10'), followedUp: day('2026-03-10'), outcome: 'improved' },
          { ...emptyCoaching('d'), followUp: day('2026-03-12') },
        ],
        selfChecks: [
          { ...emptySelfCheck('s'), day: day('2026-03-10'), doneDay: day('2026-03-11'), finding: 'clear' },
          { ...emptySelfCheck('t'), day: day('2026-03-10'), doneDay: day('2026-03-09'), finding: 'clear' },
        ],
        answers: [10, 9, 3].map((recommend, i) => ({ ...answer, id: `${i}`, recommend, overall: recommend }) as never),
      },
      emptyState,
      now,
    );
    expect(of(values, 'itemsOnTime')).toEqual([[1, 2]]);
    expect(of(values, 'itemsEffective')).toEqual([[1, 2]]);
    expect(of(values, 'trainingCover')).toEqual([[18, 20]]);
    expect(of(values, 'examPassed')).toEqual([[9, 18]]);
    expect(of(values, 'coachingFollowed')).toEqual([[1, 2]]);
    expect(of(values, 'selfChecksOnTime')).toEqual([[1, 2]]);
    expect(of(values, 'satisfaction')).toEqual([[2, 3]]);
    expect(of(values, 'netPromoter')).toEqual([[1, 3]]);
    expect(computeIndicators(none, emptyState, now)).toEqual([]);
  });
});

describe('parts of a whole', () => {
  it('are whole percents that add up to 100', () => {
    const mix = parseMix('座席,200\n智能专员,50\n后台,50');
    expect(mix).toMatchObject({ ok: true, value: { sum: 300, secondSum: null, shift: null } });
    expect(mix.ok && mix.value.parts.map(({ share }) => share)).toEqual([66.6, 16.7, 16.7]);
  });

  it('are tested against another period', () => {
    // (60 − 50)²/50 four times = 8.
    const mix = parseMix('电话\t60\t40\n网上\t40\t60');
    expect(mix.ok && mix.value.shift?.chiSquared).toBeCloseTo(8, 10);
    expect(mix.ok && mix.value.shift?.pValue).toBeCloseTo(0.004677734981, 10);
  });

  it.each([
    ['', 'kpi-mix-empty'],
    ['电话', 'kpi-mix-unreadable'],
    ['电话,-1', 'kpi-mix-unreadable'],
    ['电话,1.5', 'kpi-mix-unreadable'],
    ['电话,1,2\n网上,3', 'kpi-mix-unreadable'],
  ])('%s is refused (%s)', (text, code) => {
    expect(parseMix(text)).toMatchObject({ ok: false, failure: { code } });
  });
});
