import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  emptyCheck,
  goLive,
  inspectionsOf,
  meanScore,
  readinessOf,
  scoreCheck,
  type MonitoringCheck,
  type Verdict,
} from '../../../../src/domain/monitoring/check';
import { criteria, type MonitoringType } from '../../../../src/domain/monitoring/criteria';
import { needsReview, readStandardAnswer } from '../../../../src/domain/monitoring/standard-answer';
import { checkTraining, readTraining } from '../../../../src/domain/monitoring/training';

const check = (
  type: MonitoringType,
  verdictOf: Verdict | ((id: string) => Verdict | null),
  changes: Partial<MonitoringCheck> = {},
): MonitoringCheck => ({
  ...emptyCheck('c'),
  type,
  result: criteria[type].map(({ id }) => ({
    id,
    verdict: typeof verdictOf === 'string' ? verdictOf : verdictOf(id),
    note: null,
  })),
  ...changes,
});

describe('a score', () => {
  it('has weights of 100 where something is scored', () => {
    for (const type of ['recording', 'mystery', 'onSite'] as const) {
      expect(criteria[type].reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    }
  });

  it.each([
    ['all met', 'met', 100, []],
    ['all partly', 'partly', 50, []],
    ['nothing applies', 'na', null, []],
    ['greeting missed', (id: string) => (id === 'greeting' ? 'not' : 'met'), 90, []],
    // Of the 90 that are left, 15 half: (75 + 7.5)/90.
    ['one left out', (id: string) => (id === 'greeting' ? 'na' : id === 'listening' ? 'partly' : 'met'), 91.6667, []],
    ['identity not checked', (id: string) => (id === 'identity' ? 'not' : 'met'), 0, ['identity']],
    ['one not judged', (id: string) => (id === 'closing' ? null : 'met'), null, []],
  ] as const)('of a recording, %s', (_, verdictOf, score, critical) => {
    const scored = scoreCheck(check('recording', verdictOf));
    if (score === null) expect(scored.score).toBeNull();
    else expect(scored.score).toBeCloseTo(score, 3);
    expect(scored.critical).toEqual(critical);
  });

  it('weighs each kind of inspection the same for the scorecard', () => {
    const many = [
      ...Array.from({ length: 4 }, () => check('recording', 'met')),
      check('mystery', 'partly'),
      check('readiness', 'met'),
    ];
    const inspections = inspectionsOf(many);
    expect(inspections).toHaveLength(5);
    const sum = inspections.reduce((total, { weight }) => total + weight, 0);
    const mean = inspections.reduce((total, { score, weight }) => total + score * weight, 0) / sum;
    expect(mean).toBeCloseTo(75, 12);
    expect(meanScore([check('recording', 'met'), check('recording', 'partly')])).toBe(75);
    expect(meanScore([])).toBeNull();
  });
});

describe('readiness to go live', () => {
  it('is blocked by one item, whatever the others say', () => {
    const blocked = check('readiness', (id) => (id === 'load' ? 'not' : 'met'));
    expect(readinessOf(blocked)).toMatchObject({ state: 'blocked', failed: ['load'] });
    expect(goLive(blocked)).toMatchObject({ ok: false, failure: { code: 'readiness-blocked' } });
  });

  it('is open while an item was not looked at, and given when all are passed or do not apply', () => {
    const open = check('readiness', (id) => (id === 'script' ? null : 'met'));
    expect(goLive(open)).toMatchObject({ ok: false, failure: { code: 'readiness-open' } });
    const ready = check('readiness', (id) => (id === 'load' ? 'na' : 'met'));
    expect(readinessOf(ready).state).toBe('ready');
    expect(goLive(ready)).toEqual({ ok: true, value: null });
    expect(readinessOf({ ...ready, liveDay: 20_000 }).state).toBe('live');
    expect(readinessOf({ ...open, liveDay: 20_000 }).state).toBe('open');
  });
});

describe('agreement between scorers', () => {
  it('compares verdicts on the samples that both scored', () => {
    const scored = (sample: string, scorer: string, verdict: Verdict): MonitoringCheck =>
      check('recording', verdict, { sample, scorer });
    const checks = [
      ...['1', '2', '3', '4'].flatMap((sample) => [scored(sample, '王芳', 'met'), scored(sample, '赵敏', 'met')]),
      ...['5', '6', '7'].flatMap((sample) => [scored(sample, '王芳', 'partly'), scored(sample, '赵敏', 'partly')]),
      scored('8', '王芳', 'met'),
      scored('8', '赵敏', 'partly'),
      scored('9', '王芳', 'met'),
    ];
    const [pair, ...rest] = agreementOf(checks, 'recording');
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({ first: '王芳', second: '赵敏' });
    expect(pair.kappa.n).toBe(8);
    expect(pair.kappa.percentAgreement).toBe(7 / 8);
    // Margins 5/3 and 4/4: expected (5·4 + 3·4)/64 = 0.5, kappa (0.875 − 0.5)/0.5.
    expect(pair.kappa.kappa).toBeCloseTo(0.75, 12);
    expect(pair.meanDifference).toBeCloseTo(50 / 8, 12);
  });
});

describe('training and standard answers', () => {
  it.each([
    [{ title: '回避制度', day: 1, required: 10, trained: 9, examined: 8, passed: 7 }, []],
    [{ title: ' ', day: null, required: null, trained: null, examined: null, passed: null }, ['title', 'day']],
    [{ title: 'x', day: 1, required: 10, trained: 11, examined: 12, passed: 13 }, ['trained', 'examined', 'passed']],
  ])('%o is wrong in %o', (training, problems) => {
    expect(checkTraining(training)).toEqual(problems);
  });

  it('are read from their registers', () => {
    expect(readTraining('t', { title: { value: 'x' }, passed: { value: 3 } })).toMatchObject({ title: 'x', passed: 3 });
    const answer = readStandardAnswer('s', { state: { value: 'inUse' }, reviewDay: { value: 100 } });
    expect([needsReview(answer, 101), needsReview(answer, 100)]).toEqual([true, false]);
  });
});
