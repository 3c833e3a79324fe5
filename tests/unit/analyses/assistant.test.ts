import { describe, expect, it } from 'vitest';
import { arrangements, goals, measures, propose, unmetNeeds } from '../../../src/analyses/assistant';
import { sliceById } from '../../../src/analyses/registry';
import { createTranslator } from '../../../src/i18n/translator';

const all = goals.flatMap((goal) =>
  measures.flatMap((measure) => arrangements.map((arrangement) => ({ goal, measure, arrangement }))),
);

describe('the assistant', () => {
  it.each(all)('proposes a tool for $goal, $measure, $arrangement and says why in both languages', (answers) => {
    const proposals = propose(answers.goal, answers.measure, answers.arrangement);
    expect(proposals.length).toBeGreaterThan(0);
    for (const { slice, why, spec } of proposals) {
      expect(sliceById(slice)?.id, slice).toBe(slice);
      expect(sliceById(slice)?.parse({ column: 'c0', ...spec }).ok, slice).not.toBe(undefined);
      for (const locale of ['zh-CN', 'en'] as const) {
        const text = createTranslator(locale).phrase({ code: `assistant.why.${why}`, params: {} });
        expect(text).not.toContain('assistant.');
      }
    }
  });

  it('proposes the chart of the textbook for each kind of data over time', () => {
    const first = (measure: (typeof measures)[number]): unknown => propose('stability', measure, 'time')[0].spec.chart;
    expect([first('share'), first('event'), first('number')]).toEqual(['p', 'u', 'i']);
    expect(propose('stability', 'event', 'rare')[0].slice).toBe('rareEvents');
  });

  it('answers what to plan for without any data', () => {
    const proposals = propose('planning', 'event', 'time');
    expect(proposals.map(({ slice }) => slice)).toEqual(['sampleSize', 'staffing']);
    expect(proposals.flatMap((proposal) => unmetNeeds(proposal, { rows: 0, columns: [] }))).toEqual([]);
  });

  it('names what the data lack', () => {
    const proposal = propose('stability', 'number', 'time')[0];
    expect(unmetNeeds(proposal, { rows: 12, columns: [{ type: 'text' }] })).toEqual(['date', 'number', 'rows']);
    expect(unmetNeeds(proposal, { rows: 400, columns: [{ type: 'date' }, { type: 'number' }] })).toEqual([]);
  });
});
