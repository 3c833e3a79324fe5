import { describe, expect, it } from 'vitest';
import { staffingSlice } from '../../../src/analyses/staffing/slice';
import { numeric, tableOf } from '../table/build-table';
import { expectCleanTexts, expectPlainData, optionOf, textsOf } from './render';
import { failureCodeOf, proposalOf, runnerOf } from './spec-runner';

const none = { rows: 0, columns: [] };
const plan = runnerOf(staffingSlice);

describe('staffing: 100 calls per hour of 300 seconds', () => {
  const outcome = plan(none, { arrivals: 100, handling: 300, level: 80, withinSeconds: 20, shrinkage: 30 });
  it('takes 12 agents, as in the worked example', () => {
    expect(outcome.plan.agents).toBe(12);
    expect(outcome.plan.serviceLevel).toBeCloseTo(0.862, 3);
    const eleven = outcome.fewer;
    expect(eleven?.waitProbability).toBeCloseTo(0.2996, 4);
    expect(eleven?.averageWaitSeconds).toBeCloseTo(33.7, 1);
    expect(eleven?.serviceLevel).toBeCloseTo(0.749, 3);
    expect(eleven?.occupancy).toBeCloseTo(0.758, 3);
    // 12 on the phone at 70 % of the time: 17.14, so 18 people.
    expect(outcome.paid).toBe(18);
  });
  it('draws every number of agents that keeps up, with the plan marked', () => {
    expect(outcome.curve[0].agents).toBe(9);
    expect(outcome.curve.every(({ isStable }) => isStable)).toBe(true);
    const levels = outcome.curve.map(({ serviceLevel }) => serviceLevel);
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    expect(JSON.stringify(optionOf(staffingSlice, outcome))).toContain('"symbolSize":13');
    expect(textsOf(staffingSlice, outcome, 'zh-CN').join('\n')).toMatch(/少一名（11 名）时，服务水平降到 74\.9%/);
  });
  it('speaks both languages and is plain data', () => {
    expectCleanTexts(staffingSlice, outcome);
    expectPlainData(outcome);
  });
});

describe('staffing: choices', () => {
  it('adds agents until nobody is too busy', () => {
    const outcome = plan(none, { arrivals: 100, handling: 300, mostOccupied: 60 });
    expect(outcome.plan.agents).toBe(14);
    expect(outcome.forLevel).toBe(12);
    expect(outcome.plan.occupancy).toBeLessThanOrEqual(0.6);
    expectCleanTexts(staffingSlice, outcome);
  });
  it('stands no calls, one call and very many', () => {
    for (const arrivals of [0, 1, 50_000]) {
      const outcome = plan(none, { arrivals });
      expect(outcome.curve.length).toBeLessThanOrEqual(61);
      expect(outcome.curve.some(({ agents }) => agents === outcome.plan.agents)).toBe(true);
      expectCleanTexts(staffingSlice, outcome);
      expectPlainData(outcome);
    }
  });
  it('refuses what no number of agents reaches', () => {
    expect(failureCodeOf(() => plan(none, { arrivals: 1_000_000, handling: 86_400 }))).toBe('queue-out-of-reach');
    expect(failureCodeOf(() => plan(none, { arrivals: -1 }))).toBe('spec-invalid');
  });
  it('needs no data, and takes the mean handling time where there is one', () => {
    expect(proposalOf(staffingSlice, none)).toMatchObject({
      arrivals: 100,
      handling: 300,
      level: 80,
      withinSeconds: 20,
    });
    const calls = tableOf(numeric('c0', 'duration', [200, null, 260], '通话时长'));
    expect(proposalOf(staffingSlice, calls)).toMatchObject({ handling: 230 });
  });
});
