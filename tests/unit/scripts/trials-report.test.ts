import { describe, expect, it } from 'vitest';
import { browserTrials, unitTrials, verdict, type BrowserReport } from '../../../scripts/trials-report';

const well = [{ name: 'vitest', status: 0 }];
const test = (fullName: string, status: string) => ({ fullName, status, duration: 5, failureMessages: [] });
const file = (status: string, assertionResults: readonly ReturnType<typeof test>[], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults,
});

describe('the account of the trials', () => {
  it('has what the pattern chose, and what failed though it did not', () => {
    const tests = [test('B01 merges', 'passed'), test('other', 'skipped'), test('a hook', 'failed')];
    const trials = unitTrials({ testResults: [file('failed', tests)] }, /B0[127]/);
    expect(trials.map(({ name, state }) => [name, state])).toEqual([
      ['B01 merges', 'passed'],
      ['a hook', 'failed'],
    ]);
    expect(verdict(trials, well).passed).toBe(false);
  });

  it.each([
    ['does not load', file('failed', [], 'SyntaxError')],
    ['fails outside of its tests', file('failed', [test('B01 merges', 'passed')], 'Unhandled')],
    ['has no trial any more', file('passed', [test('other', 'skipped')])],
  ])('fails with a file that %s', (_, one) => {
    const trials = unitTrials({ testResults: [file('passed', [test('B02 merges', 'passed')]), one] }, /B0[127]/);
    const failed = trials.filter(({ state }) => state === 'failed');
    expect(failed).toEqual([{ name: 'a.test.ts', state: 'failed', ms: 0, reasons: one.message ? [one.message] : [] }]);
    expect(verdict(trials, well).passed).toBe(false);
  });

  it('fails where there was nothing, or a runner ended badly or not at all', () => {
    const trials = unitTrials({ testResults: [file('passed', [test('B01 merges', 'passed')])] }, /B/);
    expect(verdict(trials, well)).toEqual({ passed: true, lines: ['trials passed: 1 passed, 0 failed, 0 not tried'] });
    expect(verdict([], well).passed).toBe(false);
    for (const status of [1, null]) {
      const { passed, lines } = verdict(trials, [...well, { name: 'playwright', status }]);
      expect(passed).toBe(false);
      expect(lines.at(-1)).toContain(`ended badly: playwright (${status})`);
    }
  });

  it('names what was not tried, and why', () => {
    const spec = (title: string, status: string, description?: string) => ({
      title,
      tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [], results: [{ duration: 9 }] }],
    });
    const report: BrowserReport = {
      errors: [],
      suites: [
        {
          title: 'durability.spec.ts',
          specs: [spec('S01 outlives', 'expected')],
          suites: [{ title: 'leveldb', specs: [spec('S11 a full disk', 'skipped', 'only root can mount a disk')] }],
        },
      ],
    };
    const { passed, lines } = verdict(browserTrials(report), well);
    expect(passed).toBe(true);
    expect(lines).toEqual([
      'not tried: durability.spec.ts › leveldb › S11 a full disk: only root can mount a disk',
      'trials passed: 1 passed, 0 failed, 1 not tried',
    ]);
    const broken = browserTrials({ ...report, errors: [{ message: 'no browser' }] });
    expect(verdict(broken, well).passed).toBe(false);
    const flaky = { ...report, suites: [{ title: 'a', specs: [spec('S02', 'flaky')] }] };
    expect(verdict(browserTrials(flaky), well).passed).toBe(false);
  });
});
