import { describe, expect, it } from 'vitest';
import { documentsOfCase, type ProjectDocuments } from '../../../../src/domain/report/case-documents';
import { draftReport } from '../../../../src/domain/report/draft';
import {
  isFigure,
  type DraftBlock,
  type Part,
  type PictureData,
  type ReportDraft,
} from '../../../../src/domain/report/draft-types';
import { effectPhases } from '../../../../src/domain/report/effect-figures';
import { selectRows } from '../../../../src/domain/report/rows';
import { emptyInput } from '../../../../src/domain/rectification/effect-input';
import { surveyItems } from '../../../../src/domain/survey/instrument';
import { emptySurvey, type SurveyAnswer } from '../../../../src/domain/survey/survey';
import { dayOfDate, event, inputOf, item, noon } from './support';

const blocksOf = (draft: ReportDraft): readonly DraftBlock[] => draft.sections.flatMap(({ blocks }) => blocks);

function table(draft: ReportDraft, id: string): readonly (readonly (Part | null)[])[] {
  const found = blocksOf(draft).find((block) => block.kind === 'table' && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found.rows.map(({ cells }) => cells);
}

function picture<Form extends PictureData['form']>(
  draft: ReportDraft,
  id: string,
  form: Form,
): Extract<PictureData, { readonly form: Form }> {
  const found = blocksOf(draft).find((block) => block.kind === 'picture' && block.id === id);
  if (found?.kind !== 'picture' || found.picture.form !== form) throw new Error(`no picture ${id}`);
  return found.picture as Extract<PictureData, { readonly form: Form }>;
}

/** Values of parts, numbers without their form. */
function plain(parts: readonly (Part | null)[]): readonly unknown[] {
  return parts.map((part) => {
    const value = isFigure(part) ? part.value : part;
    return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  });
}

/** How many rows lie behind a part, query by query. */
function behind(draft: ReportDraft, part: Part | null): readonly number[] {
  return isFigure(part) ? part.queries.map((query) => selectRows(draft.rows, query).length) : [];
}

/** The 97.5 % point of Student's t with two degrees of freedom, which has a closed form. */
const studentOfTwo = 0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025));

describe('a survey of the quarter', () => {
  const survey = { ...emptySurvey('s'), title: '二季度调查', mode: 'gap' as const, quarter: '2026-Q2' };
  const answers = [5, 4, 3].map((seen, i): SurveyAnswer => ({
    id: `a${i}`,
    survey: 's',
    perceptions: Object.fromEntries(surveyItems.map((q) => [q, ['q5', 'q6', 'q7', 'q8', 'q9'].includes(q) ? seen : 6])),
    expectations: Object.fromEntries(surveyItems.map((q) => [q, 6])),
    importance: {},
    overall: null,
    recommend: null,
    complained: null,
    outlet: 'A01',
    channel: null,
    ageBand: null,
    day: dayOfDate('2026-05-04'),
    seconds: null,
    setAside: null,
    source: 'typed',
  }));
  const draft = draftReport(inputOf([], { waves: [{ survey, answers }] }));

  it('shows the gap of every dimension, as a table and as dots', () => {
    const reliability = table(draft, 'servqual-s')[1];
    expect(plain(reliability).slice(1, 5)).toEqual([3, 4, 6, -2]);
    const half = studentOfTwo / Math.sqrt(3);
    expect(plain(reliability)[5]).toBeCloseTo(-2 - half, 10);
    const { marks, reference } = picture(draft, 'servqual-s', 'intervals');
    expect(marks.map(({ value }) => value)).toEqual([0, -2, 0, 0, 0]);
    expect(marks[1].high).toBeCloseTo(-2 + half, 10);
    expect(reference.value).toBe(0);
  });

  it('leads from a gap to the sheets that it is the mean of', () => {
    const reliability = table(draft, 'servqual-s')[1];
    expect(behind(draft, reliability[1])).toEqual([3]);
    expect(behind(draft, reliability[4])).toEqual([3]);
    expect(draft.rows.answers.map((row) => row.reliability)).toEqual([-1, -2, -3]);
  });

  it('says nothing where there was none', () => {
    expect(
      blocksOf(draftReport(inputOf([]))).some((block) => block.kind === 'picture' && /servqual/.test(block.id)),
    ).toBe(false);
  });
});

describe('analyses of imported data', () => {
  const source = (id: string, slice: string) => ({
    id,
    name: `分析 ${id}`,
    slice,
    dataset: '投诉.csv',
    datasetId: 'd',
    saved: true,
    rows: 50,
  });
  const draft = draftReport(
    inputOf([], {
      analyses: {
        paretos: [
          {
            source: source('p', 'pareto'),
            columnName: '类别',
            vitalFew: 1,
            bars: [
              {
                key: 'A',
                name: 'A',
                rows: 40,
                value: 40,
                share: { value: 0.8, low: 0.67, high: 0.89 },
                cumulative: 0.8,
                muted: false,
                filters: [{ column: 'kind', op: 'in', values: ['A'] }],
              },
              {
                key: '',
                name: '–',
                rows: 10,
                value: 10,
                share: { value: 0.2, low: 0.11, high: 0.33 },
                cumulative: 1,
                muted: true,
                filters: [{ column: 'kind', op: 'missing' }],
              },
            ],
            scope: [],
          },
        ],
        rates: [
          {
            source: source('r', 'dpmo'),
            defects: 5,
            opportunities: 1000,
            dpmo: { value: 5000, low: 1623.5, high: 11668.3 },
            sigma: 4.0758,
            filters: [{ column: 'late', op: 'equals', values: [1] }],
            scope: [],
          },
        ],
        leftOut: 2,
      },
    }),
  );

  it('stand beside the ledger, each figure with its analysis', () => {
    expect(plain(table(draft, 'pareto-p')[0])).toEqual(['A', 40, 0.8, 0.67, 0.89, 0.8]);
    expect(picture(draft, 'pareto-p', 'bars').cumulative).toEqual([0.8, 1]);
    const rate = table(draft, 'sourceRates')[0];
    expect(plain(rate)).toEqual(['分析 r', '投诉.csv', 5, 1000, 5000, 1623.5, 11668.3, 4.0758]);
    expect(behind(draft, rate[4])).toEqual([1, 1]);
  });

  it('lead from each figure to the rows of the dataset that it counts', () => {
    const cuts = (part: Part | null) =>
      isFigure(part) ? part.queries.map(({ cut }) => [cut?.which, cut?.filters]) : null;
    const [, count, share] = table(draft, 'pareto-p')[1];
    const blank = ['part', [{ column: 'kind', op: 'missing' }]];
    expect(cuts(count)).toEqual([blank]);
    expect(cuts(share)).toEqual([blank, ['whole', []]]);
    const [, , defects, opportunities] = table(draft, 'sourceRates')[0];
    expect(cuts(defects)).toEqual([['part', [{ column: 'late', op: 'equals', values: [1] }]]]);
    expect(cuts(opportunities)).toEqual([['whole', []]]);
  });

  it('say how many are not quoted', () => {
    const codes = blocksOf(draft).flatMap((block) => (block.kind === 'sentences' ? block.sentences : []));
    expect(codes.find(({ code }) => code === 'analyses-left')?.parts).toEqual({ n: 2 });
    expect(codes.some(({ code }) => code === 'analyses-none')).toBe(false);
  });
});

describe('the documents behind a case', () => {
  const documents = (project: string, link: string, text: string): ProjectDocuments => ({
    project,
    name: `项目 ${project}`,
    failurePoints: [{ step: '叫号', lane: '前台', failure: text, links: link === '' ? [] : [link] }],
    chains: [{ problem: text, whys: [{ why: '窗口少', proof: '排班表' }], rootCause: '排班未按客流', link }],
  });
  const one = { id: 'e', primaryLink: 'G2.2.1', itemIds: null };
  const mine = [item('i', { eventIds: ['e'], project: 'p1' })];
  const found = (list: readonly ProjectDocuments[], items = mine) => {
    const { failurePoints, chain } = documentsOfCase(one, items, list);
    return [failurePoints.map(({ project }) => project), chain?.project ?? null];
  };

  it('are those of its own project on its link, then those without a link, then others on exactly its link', () => {
    const [exact, unlinked, other] = [
      documents('p1', 'G2.2.1', '甲'),
      documents('p1', '', '乙'),
      documents('p2', 'G2.2.1', '丙'),
    ];
    expect(found([other, exact])).toEqual([['p1'], 'p1']);
    expect(found([other, unlinked])).toEqual([['p1'], 'p1']);
    expect(found([other], [])).toEqual([['p2'], 'p2']);
    expect(found([{ ...unlinked, project: 'p2' }])).toEqual([[], null]);
    expect(found([documents('p1', 'G3.1.1', '丁')])).toEqual([[], null]);
  });

  it('follow the case, masked, with the project behind them', () => {
    const typical = event('2026-05-04', null, { id: 'e', isCase: true });
    const draft = draftReport(
      inputOf([typical], {
        items: mine,
        documents: [documents('p1', 'G2.2.1', '张三未被叫到')],
        projects: [{ id: 'p1', name: '项目 p1', phase: null, health: 'green', leader: '', benefit: null }],
        mask: (text) => text.replace('张三', '张*'),
      }),
    );
    const at = blocksOf(draft).findIndex(({ kind }) => kind === 'case');
    const points = blocksOf(draft)[at + 1];
    if (points.kind !== 'points') throw new Error(points.kind);
    expect(points.points.map(({ code }) => code)).toEqual(['failure-point-lane', 'whys', 'why-proof', 'why-root']);
    expect(JSON.stringify(points)).toContain('张*未被叫到');
    expect(JSON.stringify(points)).not.toContain('张三');
    expect(behind(draft, points.points[3].parts['root'])).toEqual([1]);
  });
});

describe('the control chart behind a verdict', () => {
  const log = [
    {
      id: 'c',
      at: noon('2026-05-25'),
      by: '赵敏',
      action: 'close' as const,
      field: 'status',
      before: null,
      after: null,
      note: null,
    },
  ];
  const closed = { status: 'closed' as const, verdict: 'effective' as const, log };

  // p̄ 0.2 and 0.1 of 100 each; UCL 0.2 + 3·√(0.2·0.8/100) = 0.32, LCL 0.08; after: 0.19 and 0.01.
  it('has the limits of each phase alone', () => {
    const series = `${'20 100\n'.repeat(5)}\n${'10 100\n'.repeat(4)}20 100`;
    const after = { ...emptyInput, series, before: [100, 500], after: [60, 500] };
    const share = item('s', { ...closed, test: 'share', effectData: JSON.stringify(after) });
    const chart = effectPhases(share, [], dayOfDate('2026-05-25'));
    expect(chart).toMatchObject({ source: 'period', changeAt: 5, signals: [], days: null });
    const [before, later] = chart?.phases ?? [];
    expect([before.center, before.low, before.high].map((value) => value?.toFixed(6))).toEqual([
      '20.000000',
      '8.000000',
      '32.000000',
    ]);
    // p̄ = 60/500.
    const half = 300 * Math.sqrt((0.12 * 0.88) / 100);
    expect(later.center).toBeCloseTo(12, 10);
    expect(later.high).toBeCloseTo(12 + half, 10);
    expect(later.low).toBeCloseTo(12 - half, 10);
  });

  const rate = item('r', {
    ...closed,
    test: 'rate',
    links: ['G2.2.1'],
    outlets: ['A01'],
    metric: '排队投诉',
    effectData: JSON.stringify({ ...emptyInput, per: 30, before: [28, 28], after: [8, 28] }),
    // Four whole weeks and two days before; the two days are left over.
    baselineFrom: dayOfDate('2026-03-03'),
    baselineTo: dayOfDate('2026-04-01'),
    afterFrom: dayOfDate('2026-04-27'),
  });
  const ledger = [
    event('2026-03-04', null),
    ...[5, 12, 19, 26].flatMap((day) =>
      Array.from({ length: 7 }, () => event(`2026-03-${String(day).padStart(2, '0')}`, null)),
    ),
    ...['2026-04-27', '2026-05-04', '2026-05-11', '2026-05-18'].flatMap((day) => [event(day, null), event(day, null)]),
    event('2026-05-25', null),
    event('2026-05-05', null, { outlet: 'B02' }),
    event('2026-05-05', null, { primaryLink: 'G3.1.1' }),
  ];

  it('counts the ledger by whole weeks up to the verdict', () => {
    const chart = effectPhases(rate, ledger, dayOfDate('2026-05-25'));
    expect(chart?.labels[0]).toBe(dayOfDate('2026-03-05'));
    // 7 and 2 a week are 30 and 8.571428 in thirty days.
    expect(chart?.values.map((value) => Math.round(100 * (value ?? 0)) / 100)).toEqual([
      30, 30, 30, 30, 8.57, 8.57, 8.57, 8.57,
    ]);
    expect(chart?.phases[1].center).toBeCloseTo((30 * 2) / 7, 10);
    // u chart: ū ± 3√(ū/n), ū = 1 a day, n = 7.
    expect(chart?.phases[0].high).toBeCloseTo(30 * (1 + 3 / Math.sqrt(7)), 10);
    expect(chart?.days).toEqual({ from: dayOfDate('2026-03-05'), to: dayOfDate('2026-05-24') });
  });

  it('stands in the report, leading to the events of both phases', () => {
    const draft = draftReport(inputOf(ledger, { items: [rate] }));
    const [before, after] = table(draft, 'effect-r');
    expect(plain(before)[1]).toBe(4);
    expect(plain(after)[2]).toBeCloseTo(8.571428571, 8);
    expect(behind(draft, before[2])).toEqual([36]);
    expect(picture(draft, 'effect-r', 'phases')).toMatchObject({ changeAt: 4, signals: [] });
  });

  it('gives way to both levels with their intervals where there is no series', () => {
    const share = item('s', {
      ...closed,
      test: 'share',
      direction: 'higher',
      target: 88,
      effectData: JSON.stringify({ ...emptyInput, before: [825, 1000], after: [892, 1000] }),
    });
    const { marks, reference } = picture(draftReport(inputOf([], { items: [share] })), 'effect-s', 'intervals');
    expect(marks.map(({ value }) => value)).toEqual([82.5, 89.2]);
    expect(marks.map(({ tone }) => tone)).toEqual(['plain', 'good']);
    expect(reference.value).toBe(88);
  });

  it('is none where a phase is too short, or nothing is known', () => {
    expect(effectPhases({ ...rate, afterFrom: dayOfDate('2026-05-10') }, ledger, dayOfDate('2026-05-25'))).toBeNull();
    expect(effectPhases(item('x'), [], 0)).toBeNull();
    const draft = draftReport(inputOf(ledger, { items: [{ ...rate, log: [] }] }));
    expect(blocksOf(draft).some((block) => block.kind === 'picture' && block.id === 'effect-r')).toBe(false);
  });
});
