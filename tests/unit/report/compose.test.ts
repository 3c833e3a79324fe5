import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { namesOf } from '../../../src/app/report-acts';
import { draftReport } from '../../../src/domain/report/draft';
import { emptySurvey, type SurveyAnswer } from '../../../src/domain/survey/survey';
import { createTranslator } from '../../../src/i18n/translator';
import type { Locale } from '../../../src/i18n/locale';
import { figureAnnex } from '../../../src/report/annex';
import { toDocx } from '../../../src/report/docx';
import { toHtml } from '../../../src/report/html';
import { composeDocument, suggestText } from '../../../src/report/compose';
import { diffReports } from '../../../src/report/diff';
import type { ReportDocument } from '../../../src/report/model';
import { event, inputOf, item, noon, outlet } from '../domain/report/support';

const events = [
  ...Array.from({ length: 8 }, () => event('2026-05-04', '2026-05-10', { liability: 'liable' })),
  event('2026-06-04', null, { severity: 5, primaryLink: 'G3.1.1', source: 'regulator' }),
  ...Array.from({ length: 5 }, () => event('2026-02-04', '2026-02-10')),
];

function compose(
  locale: Locale,
  more: Parameters<typeof inputOf>[1] = {},
  texts: Record<string, string> = {},
): ReportDocument {
  const translator = createTranslator(locale);
  const draft = draftReport(
    inputOf(events, { items: [item('i1', { due: 20_000 })], outlets: [outlet('A01', 90, 100)], ...more }),
  );
  return composeDocument(draft, {
    translator,
    title: 'T',
    subtitle: '2026-Q2',
    headingOf: (id) => id,
    textOf: (id) => ({ label: id, text: texts[id] ?? '' }),
    nothing: '–',
    pictures: { months: { svg: '<svg/>', width: 1, height: 1 } },
    facts: [],
    nameOf: () => undefined,
  });
}

const textOf = ({ blocks, origins }: ReportDocument): string => JSON.stringify([blocks, origins]);

/** A quarter in which everything that a report can quote is there. */
const full = {
  items: [
    item('i1', { due: 20_000, project: 'p', eventIds: ['typical'] }),
    ...(['share', 'rate'] as const).map((test) =>
      item(`effect-${test}`, {
        status: 'closed',
        verdict: 'effective',
        test,
        metric: 'A',
        effectData: JSON.stringify({
          before: [20, 100],
          after: [5, 100],
          per: 30,
          series: test === 'rate' ? '2 7\n2 7\n\n1 7\n0 7' : '',
        }),
        log: [
          {
            id: 'c',
            at: noon('2026-05-20'),
            by: null,
            action: 'close',
            field: null,
            before: null,
            after: null,
            note: null,
          },
        ],
      }),
    ),
  ],
  projects: [{ id: 'p', name: 'P', phase: null, health: 'green', leader: '', benefit: null }],
  documents: [
    {
      project: 'p',
      name: 'P',
      failurePoints: [{ step: 'S', lane: 'L', failure: 'F', links: ['G2.2.1'] }],
      chains: [{ problem: 'X', whys: [{ why: 'W', proof: '' }], rootCause: 'R', link: 'G2.2.1' }],
    },
  ],
  waves: (['gap', 'performance'] as const).map((mode) => ({
    survey: { ...emptySurvey(mode), title: mode, mode, quarter: '2026-Q2' },
    answers: ['a', 'b'].map((id, at): SurveyAnswer => ({
      id: `${mode}-${id}`,
      survey: mode,
      perceptions: { q5: 3 + at, q6: 4, q7: 4, q8: 4, q9: 4, q1: 5, q2: 5 },
      expectations: { q5: 6, q6: 6, q7: 6, q8: 6, q9: 6, q1: 5, q2: 5 },
      importance: {},
      overall: 9,
      recommend: null,
      complained: null,
      outlet: 'A01',
      channel: null,
      ageBand: null,
      day: null,
      seconds: null,
      setAside: null,
      source: 'typed',
    })),
  })),
  analyses: {
    paretos: [
      {
        source: { id: 'x', name: 'N', slice: 'pareto', dataset: 'D', datasetId: 'd', saved: true, rows: 5 },
        columnName: { as: 'term', key: 'analyses.shared.coded.aspect' } as const,
        vitalFew: 1,
        bars: [
          {
            key: 'A',
            name: 'A',
            rows: 5,
            value: 5,
            share: { value: 1, low: 0.5, high: 1 },
            cumulative: 1,
            muted: false,
            filters: [],
          },
        ],
        scope: [],
      },
    ],
    rates: [
      {
        source: { id: 'y', name: 'M', slice: 'dpmo', dataset: 'D', datasetId: 'd', saved: true, rows: 5 },
        defects: 1,
        opportunities: 5,
        dpmo: { value: 200_000, low: 5_000, high: 700_000 },
        sigma: 2.34,
        filters: [],
        scope: [],
      },
    ],
    leftOut: 1,
  },
} satisfies Parameters<typeof inputOf>[1];
const fullEvents = [...events, event('2026-05-04', '2026-05-10', { id: 'typical', isCase: true })];
const fullPictures = ['servqual-gap', 'servqual-performance', 'pareto-x', 'effect-effect-share', 'effect-effect-rate'];

describe('the words of a report that quotes everything', () => {
  const made = (['zh-CN', 'en'] as const).map((locale) => {
    const translator = createTranslator(locale);
    const draft = draftReport(inputOf(fullEvents, full));
    return composeDocument(draft, {
      translator,
      title: 'T',
      subtitle: '2026-Q2',
      headingOf: (id) => id,
      textOf: () => null,
      nothing: '–',
      pictures: Object.fromEntries(fullPictures.map((id) => [id, { svg: '<svg/>', width: 1, height: 1 }])),
      facts: [],
      nameOf: namesOf(inputOf(fullEvents, full)),
    });
  });
  const [chinese, english] = made;

  it.each(made)('are all there in $language', (document) => {
    const text = textOf(document);
    expect(
      text.match(/\b(report|events|rectification|outlets|artefacts|surveys|analyses)\.[a-z]+\.[\w.-]+/gi),
    ).toBeNull();
    expect(text.match(/\{\w+\}/g)).toBeNull();
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    const shown = document.blocks.flatMap((block) => (block.kind === 'picture' ? [block.id] : []));
    expect(shown.toSorted()).toEqual(fullPictures.toSorted());
  });

  it('are of one language, with the same figures', () => {
    expect(textOf(english).replace(/排队时间长|上午取号，等了两个小时。|整改 [\w-]+|王芳/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
    expect(Object.keys(english.origins)).toEqual(Object.keys(chinese.origins));
  });

  it('stand in the DOCX, the page and the list of figures', () => {
    const pages = [toHtml(chinese), strFromU8(unzipSync(toDocx(chinese, {}))['word/document.xml'])];
    for (const page of pages) {
      for (const said of ['5 个为什么', '流程失效点', '感知－期望', '200,000', '上控制限', '帕累托图'])
        expect(page).toContain(said);
    }
    const lines = figureAnnex(chinese).rows.map(([, value, origin]) => `${String(value)} ${String(origin)}`);
    expect(lines).toContain('5 导入数据的分析 · 名称为“M” · 本季度的全部数据行');
    expect(lines).toContain('1 导入数据的分析 · 名称为“M” · 本季度计入该数的数据行');
    expect(lines).toContain('-2.10 有效答卷 · 调查为“gap” · 已答可靠性');
  });
});

describe('the words of a report', () => {
  it.each(['zh-CN', 'en'] as const)('are all there in %s', (locale) => {
    const text = textOf(compose(locale));
    // A key without a sentence is shown as the key; a place without a value in braces.
    expect(text.match(/\b(report|events|rectification|outlets|artefacts)\.[a-z]+\.[\w.-]+/g)).toBeNull();
    expect(text.match(/\{\w+\}/g)).toBeNull();
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('are of one language', () => {
    expect(textOf(compose('en')).replace(/排队时间长|上午取号，等了两个小时。|整改 i1|城区|王芳/g, '')).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('say the same numbers in both languages', () => {
    const values = (document: ReportDocument): readonly unknown[] =>
      Object.entries(document.origins).map(([id, { rows, queries }]) => [id, rows, queries]);
    expect(values(compose('en'))).toEqual(values(compose('zh-CN')));
  });

  it('make every shown figure lead to its origin', () => {
    const document = compose('zh-CN');
    const shown = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs : block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [],
    );
    const figures = shown.flatMap(({ figure, text }) => (figure === undefined ? [] : [{ figure, text }]));
    expect(figures.length).toBeGreaterThan(80);
    for (const { figure, text } of figures) expect(document.origins[figure].value).toBe(text);
  });

  it('begin the text of a section', () => {
    const draft = draftReport(inputOf(events));
    const [overview] = draft.sections;
    expect(suggestText(overview.suggestion, createTranslator('zh-CN'))).toContain('占 88.9%');
    expect(suggestText(overview.suggestion, createTranslator('en'))).toContain('The most frequent aspect is');
  });
});

describe('what changed between versions', () => {
  it('names texts and figures', () => {
    const before = compose('zh-CN', {}, { overview: '旧' });
    const after = compose('zh-CN', { items: [] }, { overview: '新' });
    const changes = diffReports(before, after);
    expect(changes[0]).toEqual({ kind: 'text', id: 'overview', label: 'overview', before: '旧', after: '新' });
    const live = changes.find(({ id }) => id === 'improvement.live');
    expect(live).toMatchObject({ kind: 'figure', before: '1', after: '0' });
    expect(live?.label).toContain('整改项');
    expect(diffReports(after, after)).toEqual([]);
  });

  it('names what came and what went', () => {
    const before = compose('zh-CN');
    const { [Object.keys(before.origins)[0]]: gone, ...origins } = before.origins;
    const changes = diffReports(before, { ...before, origins });
    expect(changes).toEqual([expect.objectContaining({ kind: 'figure', before: gone.value, after: null })]);
    expect(diffReports({ ...before, origins }, before)).toEqual([
      expect.objectContaining({ before: null, after: gone.value }),
    ]);
  });
});
