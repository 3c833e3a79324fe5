import { describe, expect, it } from 'vitest';
import { sampleSizeSlice } from '../../../src/analyses/sample-size/slice';
import { numeric, tableOf } from '../table/build-table';
import { expectCleanTexts, expectPlainData, textsOf } from './render';
import { failureCodeOf, proposalOf, runnerOf } from './spec-runner';

const none = { rows: 0, columns: [] };
const plan = runnerOf(sampleSizeSlice);
const questions = ['share', 'mean', 'twoShares', 'twoMeans'];

describe('sample size: golden values', () => {
  it.each([
    ['first-contact resolution', 82.5, 89.2, 424],
    ['resolution', 85.3, 91.7, 389],
  ])('%s from %d to %d %% takes %d per period', (_, from, to, n) => {
    const outcome = plan(none, { question: 'twoShares', from, to });
    expect(outcome.plan.n).toBe(n);
    expect(outcome.plan.value).toBeGreaterThanOrEqual(0.8);
  });
  it('takes 80,500 calls to see the complaint rate fall from 23.5 to 17.2 per 10,000', () => {
    const outcome = plan(none, { question: 'twoShares', from: 0.235, to: 0.172 });
    expect(outcome.plan.n / 1000).toBeCloseTo(80.5, 0);
    expect(textsOf(sampleSizeSlice, outcome, 'en').join('\n')).toMatch(/from 0\.235% to 0\.172%/);
  });
  it('takes 385 answers for ±5 points, and 278 of 1,000 customers', () => {
    expect(plan(none, { question: 'share', share: 50, sharePoints: 5 }).plan.n).toBe(385);
    expect(plan(none, { question: 'share', share: 50, sharePoints: 5, population: 1000 }).plan.n).toBe(278);
  });
  it('takes 64 per group for a medium difference of two means', () => {
    expect(plan(none, { question: 'twoMeans', delta: 0.5, sd: 1 }).plan.n).toBe(64);
  });
});

describe('sample size: the curve', () => {
  it.each(questions)('of %s meets its aim at the plan and not before', (question) => {
    const outcome = plan(none, { question, given: 20 });
    const place = outcome.curve.findIndex(({ n }) => n === outcome.plan.n);
    const isPower = question.startsWith('two');
    const aim = isPower ? 0.8 : question === 'share' ? 0.05 : 1;
    const reaches = (value: number): boolean => (isPower ? value >= aim : value <= aim + 1e-12);
    expect(outcome.curve.map(({ value }) => reaches(value))).toEqual(outcome.curve.map((_, i) => i >= place));
    expect(outcome.given?.n).toBe(20);
    expectCleanTexts(sampleSizeSlice, outcome);
    expectPlainData(outcome);
  });
  it('says that a small sample without a difference proves nothing', () => {
    const outcome = plan(none, { question: 'twoShares', from: 82.5, to: 89.2, given: 100 });
    expect(outcome.given?.value).toBeLessThan(0.35);
    expect(textsOf(sampleSizeSlice, outcome, 'zh-CN').join('\n')).toMatch(/每组还差 324 个/);
  });
  it('invites as many more as do not answer', () => {
    const outcome = plan(none, { question: 'share', response: 20 });
    expect(outcome.invited).toBe(1925);
    expectCleanTexts(sampleSizeSlice, outcome);
  });
});

describe('sample size: choices', () => {
  it('refuses what no sample can do', () => {
    const twoShares = { question: 'twoShares', from: 80 };
    expect(failureCodeOf(() => plan(none, { ...twoShares, to: 80 }))).toBe('plan-effect-zero');
    expect(failureCodeOf(() => plan(none, { ...twoShares, to: 100 }))).toBe('share-outside-unit');
    expect(failureCodeOf(() => plan(none, { question: 'mean', sd: 0 }))).toBe('plan-sd-not-positive');
    expect(failureCodeOf(() => plan(none, { question: 'mean', margin: 0 }))).toBe('plan-margin-outside');
    expect(failureCodeOf(() => plan(none, { question: 'twoMeans', sd: 1, delta: 1e-9 }))).toBe('plan-out-of-reach');
    expect(failureCodeOf(() => plan(none, { population: 100, given: 200 }))).toBe('sample-size-above-population');
  });
  it('takes a share and a scatter from the data', () => {
    const table = tableOf(
      numeric('c0', 'boolean', [1, 0, 0, 0], '逾期'),
      numeric('c1', 'number', [1, 2, 3, 6], '天数'),
    );
    expect(proposalOf(sampleSizeSlice, table)).toMatchObject({ share: 25, from: 25, to: 20, sd: 2.16, delta: 1.08 });
    expect(proposalOf(sampleSizeSlice, none)).toMatchObject({ share: 50, sd: 10 });
  });
});
