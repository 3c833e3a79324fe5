import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagsOf, importanceOf, satisfiedOf } from '../../../../src/domain/survey/answers';
import { surveyDimensions, surveyItems, toFive } from '../../../../src/domain/survey/instrument';
import {
  checkSurvey,
  emptySurvey,
  itemsOf,
  readAnswer,
  readSurvey,
  type Ratings,
  type SurveyAnswer,
} from '../../../../src/domain/survey/survey';
import { meanScores } from '../../../../src/domain/survey/weakest';
import { defaultTaxonomy } from '../../../../src/domain/taxonomy/default-taxonomy';

const all = (rate: (index: number) => number): Ratings =>
  Object.fromEntries(surveyItems.map((item, index) => [item, rate(index)]));

const sheet = (changes: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  id: 'a',
  survey: 's',
  perceptions: all((i) => 1 + (i % 7)),
  expectations: {},
  importance: {},
  overall: null,
  recommend: null,
  complained: null,
  outlet: '城东支行',
  channel: null,
  ageBand: null,
  day: 20_000,
  seconds: 300,
  setAside: null,
  source: 'typed',
  ...changes,
});
const of = { items: surveyItems, mode: 'performance' } as const;

describe('the instrument', () => {
  it('has 22 items in the five dimensions, 4, 5, 4, 4 and 5 of them', () => {
    expect(surveyItems).toHaveLength(22);
    expect(surveyDimensions.map(({ items }) => items.length)).toEqual([4, 5, 4, 4, 5]);
    expect(new Set(surveyItems).size).toBe(22);
  });

  it('uses the dimension codes that taxonomy links carry', () => {
    const carried = new Set(defaultTaxonomy.links.map(({ servqual }) => servqual));
    expect(surveyDimensions.filter(({ code }) => !carried.has(code))).toEqual([]);
  });

  it.each([
    [1, 1],
    [2, 1],
    [6, 3],
    [7, 4],
    [10, 5],
  ])('%i of 10 is %i of 5', (ten, five) => {
    expect(toFive(ten)).toBe(five);
  });
});

describe('quality flags', () => {
  it('leave a careful sheet alone', () => {
    expect(flagsOf(sheet(), of)).toEqual([]);
  });

  it.each([
    [{ perceptions: all(() => 4) }, ['straight']],
    [{ seconds: 59 }, ['fast']],
    [{ seconds: 60 }, []],
    [{ seconds: null }, []],
  ])('%o → %o', (changes, flags) => {
    expect(flagsOf(sheet(changes), of)).toEqual(flags);
  });

  it('call a sheet sparse when more than a fifth is left out', () => {
    const answered = (n: number): Ratings =>
      Object.fromEntries(surveyItems.slice(0, n).map((item, i) => [item, 1 + (i % 7)]));
    // 22 questions: 4 left out are 18.2 %, 5 are 22.7 %.
    expect(flagsOf(sheet({ perceptions: answered(18) }), of)).toEqual([]);
    expect(flagsOf(sheet({ perceptions: answered(17) }), of)).toEqual(['sparse']);
  });

  it('ask both halves of a gap survey', () => {
    const gap = { items: surveyItems, mode: 'gap' } as const;
    const flat = all(() => 4);
    expect(flagsOf(sheet({ perceptions: flat, expectations: all(() => 7) }), gap)).toEqual(['straight']);
    expect(flagsOf(sheet({ perceptions: flat, expectations: all((i) => 1 + (i % 7)) }), gap)).toEqual([]);
    expect(flagsOf(sheet(), gap)).toEqual(['sparse']);
  });
});

describe('what answers add up to', () => {
  it('counts 7 to 10 of 10 as satisfied', () => {
    const rated = [10, 7, 6, 1, null].map((overall) => sheet({ overall }));
    expect(satisfiedOf(rated)).toEqual({ cases: 2, of: 4 });
    expect(satisfiedOf([sheet()])).toBeNull();
  });

  it('brings importance to 100 and takes equal parts where nobody said', () => {
    const points = { tangibles: 10, reliability: 50, responsiveness: 20, assurance: 10, empathy: 10 };
    const doubled = Object.fromEntries(
      Object.entries(points).map(([key, value]) => [key, value * 2 > 100 ? 100 : value]),
    );
    expect(importanceOf([sheet({ importance: points }), sheet({ importance: doubled })])).toEqual(points);
    expect(importanceOf([sheet({ importance: { tangibles: 100 } })])).toEqual({
      tangibles: 20,
      reliability: 20,
      responsiveness: 20,
      assurance: 20,
      empathy: 20,
    });
  });

  it('puts the weakest dimension first', () => {
    const low = sheet({ perceptions: { ...all(() => 6), q10: 1, q11: 1, q12: 1, q13: 1 } });
    expect(meanScores([low], of)[0]).toEqual({ dimension: 'responsiveness', mean: 1 });
    const gap = { items: surveyItems, mode: 'gap' } as const;
    const expecting = sheet({
      perceptions: all(() => 5),
      expectations: { ...all(() => 5), q1: 7, q2: 7, q3: 7, q4: 7 },
    });
    expect(meanScores([expecting], gap)[0]).toEqual({ dimension: 'tangibles', mean: -2 });
    expect(meanScores([], of)).toEqual([]);
  });
});

describe('records of a survey', () => {
  const register = (value: unknown) => ({ value });

  it('ask all items unless some were chosen, in the order of the questionnaire', () => {
    expect(itemsOf(emptySurvey('s'))).toEqual(surveyItems);
    expect(itemsOf({ items: ['q7', 'q2', 'q99'] })).toEqual(['q2', 'q7']);
  });

  it('are opened only with a title, a form and a quarter', () => {
    expect(checkSurvey(emptySurvey('s'))).toEqual(['title', 'mode', 'quarter']);
    const whole = readSurvey('s', {
      title: register('x'),
      mode: register('gap'),
      quarter: register('2026-Q4'),
      'column.p.q1': register({ column: 'c3' }),
    });
    expect(checkSurvey(whole)).toEqual([]);
    expect(whole.column).toEqual([{ id: 'p.q1', column: 'c3' }]);
  });

  it('keep no rating that is not on its scale, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (perceptions, overall, recommend) => {
        const read = readAnswer('a', {
          survey: register('s'),
          perceptions: register(perceptions),
          overall: register(overall),
          recommend: register(recommend),
        });
        for (const rating of Object.values(read?.perceptions ?? {})) {
          expect(Number.isInteger(rating) && rating >= 1 && rating <= 7).toBe(true);
        }
        expect(read?.overall === null || (read?.overall ?? 0) >= 1).toBe(true);
        expect(read?.recommend === null || (read?.recommend ?? -1) >= 0).toBe(true);
      }),
    );
    expect(readAnswer('a', {})).toBeNull();
    expect(readAnswer('a', { survey: register('s'), perceptions: register({ q1: 8, q2: 7 }) })?.perceptions).toEqual({
      q2: 7,
    });
  });
});
