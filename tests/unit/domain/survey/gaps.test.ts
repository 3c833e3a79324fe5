import { describe, expect, it } from 'vitest';
import { dimensionScores, surveyGaps } from '../../../../src/domain/survey/gaps';
import { surveyItems } from '../../../../src/domain/survey/instrument';
import { emptySurvey, type Ratings, type Survey, type SurveyAnswer } from '../../../../src/domain/survey/survey';
import { runView, specOfView, toAnswerTable } from '../../../../src/app/survey-results';
import type { ServqualOutcome } from '../../../../src/analyses/servqual/outcome';

const gap: Survey = { ...emptySurvey('s'), title: '二季度', mode: 'gap', quarter: '2026-Q2' };
const all = (rating: number, more: Ratings = {}): Ratings => ({
  ...Object.fromEntries(surveyItems.map((item) => [item, rating])),
  ...more,
});
const sheet = (id: string, perceptions: Ratings, expectations: Ratings): SurveyAnswer => ({
  id,
  survey: 's',
  perceptions,
  expectations,
  importance: {},
  overall: null,
  recommend: null,
  complained: null,
  outlet: 'A01',
  channel: null,
  ageBand: null,
  day: null,
  seconds: null,
  setAside: null,
  source: 'typed',
});
// Reliability (q5–q9) is seen 1, 2 and 3 below what is expected; all else as expected.
const reliability = (rating: number): Ratings =>
  Object.fromEntries(['q5', 'q6', 'q7', 'q8', 'q9'].map((q) => [q, rating]));
const sheets = [5, 4, 3].map((seen, i) => sheet(`a${i}`, all(6, reliability(seen)), all(6)));

/** The 97.5 % point of Student's t with two degrees of freedom, which has a closed form. */
const studentOfTwo = 0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025));

describe('the gaps of a survey', () => {
  // By hand: gaps −1, −2, −3: mean −2, s = 1, t(0.975; 2) in closed form, half width t/√3.
  it('have the interval of Student', () => {
    const found = surveyGaps(gap, sheets)?.dimensions.find(({ dimension }) => dimension === 'reliability');
    const half = studentOfTwo / Math.sqrt(3);
    expect(found).toMatchObject({ n: 3, perception: 4, expectation: 6, value: -2 });
    expect(found?.interval?.low).toBeCloseTo(-2 - half, 10);
    expect(found?.interval?.high).toBeCloseTo(-2 + half, 10);
    // Equal weights: a fifth of −2.
    expect(surveyGaps(gap, sheets)?.overall?.value).toBeCloseTo(-0.4, 12);
  });

  it('are perceptions where no expectations were asked', () => {
    const found = surveyGaps({ ...gap, mode: 'performance' }, sheets);
    expect(found?.hasExpectations).toBe(false);
    expect(found?.dimensions.find(({ dimension }) => dimension === 'reliability')).toMatchObject({
      value: 4,
      perception: 4,
      expectation: null,
    });
  });

  it('are those that the page of the survey shows', () => {
    const uneven = sheets.map((one, i) => ({
      ...one,
      importance: { tangibles: 10 + i, reliability: 40, responsiveness: 20, assurance: 20 - i, empathy: 10 },
    }));
    const names = { perceived: String, expected: String, other: String, channel: String, ageBand: String };
    const run = runView('dimensions', toAnswerTable(gap, uneven, names), specOfView('dimensions', gap, uneven));
    const page = run.ok ? (run.value as ServqualOutcome) : null;
    const here = surveyGaps(gap, uneven);
    expect(here?.dimensions.map(({ value }) => value)).toEqual(page?.dimensions.map((own) => own.gap?.mean));
    expect(here?.overall?.value).toBe(page?.overall.gap?.mean);
  });

  it('are none without answers', () => {
    expect(surveyGaps(gap, [])).toBeNull();
    expect(surveyGaps(gap, [sheet('a', {}, {})])).toBeNull();
  });
});

describe('what one sheet says of a dimension', () => {
  it('is the mean of its items where at least half were answered', () => {
    const three = sheet('a', { q5: 7, q6: 6, q7: 5 }, all(6));
    expect(dimensionScores(gap, three)).toMatchObject({ reliability: 0, tangibles: null });
    expect(dimensionScores(gap, sheet('a', { q5: 7, q6: 6 }, all(6))).reliability).toBeNull();
  });

  it('counts in the mean of the survey exactly where it is known', () => {
    const some = [...sheets, sheet('b', { q5: 1, q6: 1 }, all(7)), sheet('c', { q1: 2, q2: 2 }, all(7))];
    for (const { dimension, n } of surveyGaps(gap, some)?.dimensions ?? []) {
      expect(some.filter((one) => dimensionScores(gap, one)[dimension] !== null)).toHaveLength(n);
    }
  });
});
