import { describe, expect, it } from 'vitest';
import { dpmoSlice } from '../../../src/analyses/dpmo/slice';
import { paretoSlice } from '../../../src/analyses/pareto/slice';
import { drawPictures } from '../../../src/app/report-pictures';
import {
  documentsOf,
  planAnalyses,
  toParetoSource,
  toRateSource,
  wavesOf,
  type PlannedAnalysis,
} from '../../../src/app/report-sources';
import type { AnalysisEntry, CodingEntry, DatasetEntry } from '../../../src/app/entries';
import type { PictureData } from '../../../src/domain/report/draft-types';
import { emptySurvey, type SurveyAnswer } from '../../../src/domain/survey/survey';
import { createTranslator } from '../../../src/i18n/translator';
import { toEpochDay } from '../../../src/kernel/dates';
import type { Json } from '../../../src/store/types';
import { applyFilters } from '../../../src/table/apply-filters';
import type { Filter } from '../../../src/table/filter';
import { countRows } from '../../../src/table/rows';
import { numeric, tableOf, words } from '../table/build-table';

const quarter = { from: toEpochDay(2026, 4, 1), before: toEpochDay(2026, 7, 1) };
const dataset = (id: string, types: readonly string[] = ['date', 'category']): DatasetEntry => ({
  id,
  name: `${id}.csv`,
  manifest: {
    rows: 10,
    columns: types.map((type) => ({ id: type, name: type, type })),
  } as unknown as DatasetEntry['manifest'],
});
const analysis = (id: string, slice: string, spec: Json, datasetId = 'd'): AnalysisEntry => ({
  id,
  name: id,
  slice,
  datasetId,
  secondId: null,
  spec,
  createdAt: 0,
  project: null,
  phase: null,
});
const coding = (datasetId: string, byRow: Record<string, string>): CodingEntry => ({
  datasetId,
  column: null,
  byValue: {},
  byRow,
  contributing: {},
  textColumn: null,
  taxonomyVersion: null,
});
const plan = (analyses: readonly AnalysisEntry[], coded: Record<string, string> = {}, datasets = [dataset('d')]) =>
  planAnalyses({ datasets, analyses, codings: (id) => coding(id, coded) }, quarter);
const periods = (runs: readonly PlannedAnalysis[]) => runs.map(({ row, spec }) => [row.id, spec.period]);

describe('the analyses that a quarter quotes', () => {
  const pareto = { column: 'category', dateColumn: 'date' };
  const cut = (from: number | null, before: number | null) => ({ ...pareto, period: { from, before } });

  it('are narrowed to it, by their own period too', () => {
    const may = toEpochDay(2026, 5, 1);
    const found = plan([
      analysis('whole', 'pareto', pareto),
      analysis('since', 'pareto', cut(may, null)),
      analysis('before', 'pareto', cut(null, quarter.from)),
      analysis('chart', 'controlChart', {}),
    ]);
    expect(periods(found.runs)).toEqual([
      ['whole', quarter],
      ['since', { from: may, before: quarter.before }],
    ]);
    expect(found.leftOut).toBe(0);
  });

  it('are left out and counted where they cannot be narrowed', () => {
    const rate = { defects: 'values', countedColumn: 'category', countedValues: ['迟'], dateColumn: 'date' };
    const within = { from: quarter.from, before: toEpochDay(2026, 5, 1) };
    const found = plan([
      analysis('undated', 'pareto', { column: 'category' }),
      analysis('rows', 'dpmo', rate),
      analysis('fixed', 'dpmo', { ...rate, units: 'number', unitCount: 500 }),
      analysis('fits', 'dpmo', { ...rate, units: 'number', unitCount: 500, period: within }),
    ]);
    expect(periods(found.runs)).toEqual([
      ['rows', quarter],
      ['fits', within],
    ]);
    expect(found.leftOut).toBe(2);
  });

  it('are the usual Pareto of a dataset that was coded and has none', () => {
    const coded = { '1': 'G2.2.1' };
    const found = plan([], coded);
    expect(found.runs.map(({ row, spec }) => [row.id, row.saved, spec])).toMatchObject([
      ['d', false, { column: 'aspect', dateColumn: 'date', period: quarter }],
    ]);
    expect(plan([], {}).runs).toEqual([]);
    expect(plan([], coded, [dataset('d', ['category'])]).runs).toEqual([]);
    expect(plan([analysis('own', 'pareto', pareto)], coded).runs.map(({ row }) => row.id)).toEqual(['own']);
  });
});

describe('a quoted analysis', () => {
  const april = (day: number) => toEpochDay(2026, 4, day);
  const data = tableOf(
    words('kind', ['排队', '排队', '排队', '态度', null, '排队']),
    numeric('day', 'date', [april(1), april(2), april(3), april(4), april(5), toEpochDay(2026, 3, 31)]),
  );
  const codes = { name: () => undefined, order: () => 0, parent: () => undefined, severity: () => undefined };
  const row = { id: 'a', name: 'A', slice: 'pareto', dataset: 'D', datasetId: 'd', saved: true };

  it('has the bars of its rows in the quarter', () => {
    const spec = paretoSlice.parse({ column: 'kind', dateColumn: 'day', period: quarter });
    const run = spec.ok ? paretoSlice.run({ table: data, codes }, spec.value) : spec;
    if (!run.ok) throw new Error(run.failure.code);
    const { source, bars, scope } = toParetoSource(row, run.value);
    expect(source.rows).toBe(5);
    const count = (filters: readonly object[]) => {
      const rows = applyFilters(data, filters as readonly Filter[]);
      return rows.ok ? countRows(rows.value, data.rows) : null;
    };
    // The rows of the quarter, and those of each bar within it.
    expect([scope, ...bars.map(({ filters }) => filters)].map(count)).toEqual([5, 3, 1, 1]);
    expect(bars.map(({ key, rows, share, muted }) => [key, rows, share.value, muted])).toEqual([
      ['排队', 3, 0.6, false],
      ['态度', 1, 0.2, false],
      ['', 1, 0.2, true],
    ]);
  });

  it('has the rate of its rows in the quarter', () => {
    const spec = dpmoSlice.parse({
      countedColumn: 'kind',
      countedValues: ['态度'],
      dateColumn: 'day',
      period: quarter,
    });
    const run = spec.ok ? dpmoSlice.run({ table: data, codes }, spec.value) : spec;
    if (!run.ok) throw new Error(run.failure.code);
    const { defects, opportunities, dpmo } = toRateSource(row, run.value);
    // The blank row cannot say whether it is a defect.
    expect([defects, opportunities, dpmo.value]).toEqual([1, 4, 250_000]);
  });
});

it('waves are the valid sheets of the quarter, by survey', () => {
  const survey = { ...emptySurvey('s'), quarter: '2026-Q2' };
  const sheet = (id: string, more: Partial<SurveyAnswer>): SurveyAnswer =>
    ({ id, survey: 's', day: null, setAside: null, ...more }) as SurveyAnswer;
  const sheets = [
    sheet('of the survey', {}),
    sheet('of its day', { day: quarter.from }),
    sheet('of another day', { day: quarter.before }),
    sheet('set aside', { setAside: '直线作答' }),
    sheet('of another survey', { survey: 't' }),
  ];
  const waves = wavesOf([survey, emptySurvey('t')], sheets, '2026-Q2');
  expect(waves.map(({ survey: of, answers }) => [of.id, answers.map(({ id }) => id)])).toEqual([
    ['s', ['of the survey', 'of its day']],
  ]);
});

it('documents give their failure points and chains', () => {
  const projects = [
    { id: 'p', name: 'P', archived: false },
    { id: 'old', name: 'O', archived: true },
  ];
  const map = {
    fields: {},
    lists: {
      lanes: [{ id: 'l', cells: { name: '前台', laneKind: 'front' } }],
      steps: [
        { id: 's', cells: { name: '叫号', lane: 'l', failurePoint: '过号不再叫', link: 'G2.2.1' } },
        { id: 't', cells: { name: '受理', lane: 'l', failurePoint: '', link: '' } },
      ],
    },
  };
  const whys = {
    fields: { problem: '过号', rootCause: '无规则', link: 'G2.2.1' },
    lists: { whys: [{ id: 'w', cells: { why: '没有人叫', proof: '录像' } }] },
  };
  const artefacts = ['p', 'old'].flatMap((project) => [
    { project, kind: 'processMap', content: map },
    { project, kind: 'fiveWhys', content: whys },
  ]);
  expect(documentsOf(projects, artefacts)).toEqual([
    {
      project: 'p',
      name: 'P',
      failurePoints: [{ step: '叫号', lane: '前台', failure: '过号不再叫', links: ['G2.2.1'] }],
      chains: [{ problem: '过号', whys: [{ why: '没有人叫', proof: '录像' }], rootCause: '无规则', link: 'G2.2.1' }],
    },
  ]);
});

it('intervals and phases are drawn, names and limits included', async () => {
  const intervals: PictureData = {
    form: 'intervals',
    layout: 'lying',
    marks: [{ label: '可靠性', value: -1.2, low: -1.5, high: -0.9, tone: 'concern' }],
    reference: { name: '符合期望', value: 0 },
    valueName: '差距',
    fromZero: false,
  };
  const phases: PictureData = {
    form: 'phases',
    labels: [1, 2, 3, 4],
    values: [3, 4, 1, 9],
    center: [3.5, 3.5, 2, 2],
    upper: [5, 5, 4, 4],
    lower: [2, 2, 0, 0],
    signals: [3],
    changeAt: 2,
    valueName: '件数',
  };
  const drawn = await drawPictures(
    [
      { kind: 'picture', id: 'a', picture: intervals },
      { kind: 'picture', id: 'b', picture: phases },
    ],
    createTranslator('zh-CN'),
  );
  for (const said of ['可靠性', '符合期望', '差距']) expect(drawn['a'].svg).toContain(said);
  for (const said of ['整改前', '整改后', '上限 4.00', '中心 2.00']) expect(drawn['b'].svg).toContain(said);
});
