import { describe, expect, it } from 'vitest';
import { draftReport } from '../../../src/domain/report/draft';
import { createTranslator } from '../../../src/i18n/translator';
import type { Locale } from '../../../src/i18n/locale';
import { composeDocument, suggestText } from '../../../src/report/compose';
import { diffReports } from '../../../src/report/diff';
import type { ReportDocument } from '../../../src/report/model';
import { event, inputOf, item, outlet } from '../domain/report/support';

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
