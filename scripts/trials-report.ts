/** What the runners of the trials reported, as one account: nothing that failed or was left out goes unsaid. */

export interface Trial {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** Why it failed or was skipped. */
  readonly reasons: readonly string[];
}

/** Of Vitest's JSON report, what is read here. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file could not be loaded. */
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration?: number | null;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Of Playwright's JSON report, what is read here. */
export interface BrowserReport {
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly BrowserSuite[];
}

interface BrowserSuite {
  readonly title: string;
  readonly suites?: readonly BrowserSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      /** expected · unexpected · flaky · skipped */
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
}

/**
 * The trials among the tests of Vitest; those that the pattern leaves out are none. A file that fails to load, or has
 * no trial, is a trial that failed.
 */
export function unitTrials({ testResults }: UnitReport, pattern: RegExp): readonly Trial[] {
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const trials = assertionResults
      .filter(({ fullName, status: own }) => pattern.test(fullName) || own === 'failed')
      .map(({ fullName, status: own, duration, failureMessages }): Trial => {
        const state = own === 'passed' || own === 'failed' ? own : 'skipped';
        return { name: fullName, state, ms: duration ?? 0, reasons: failureMessages ?? [] };
      });
    const isMissing = trials.length === 0 || (status === 'failed' && trials.every(({ state }) => state !== 'failed'));
    return isMissing ? [...trials, { name, state: 'failed', ms: 0, reasons: message === '' ? [] : [message] }] : trials;
  });
}

/** The trials of Playwright; what it reports outside of any test is a trial that failed. */
export function browserTrials({ errors, suites }: BrowserReport): readonly Trial[] {
  const outside = errors.map(({ message = '' }): Trial => {
    return { name: 'playwright', state: 'failed', ms: 0, reasons: message === '' ? [] : [message] };
  });
  return [...outside, ...suites.flatMap((suite) => suiteTrials(suite, []))];
}

function suiteTrials({ title, suites = [], specs }: BrowserSuite, above: readonly string[]): readonly Trial[] {
  const path = title === '' ? above : [...above, title];
  const own = specs.flatMap((spec) =>
    spec.tests.map(({ status, annotations, results }): Trial => {
      const state = status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
      const reasons = annotations.flatMap(({ type, description }) => (type === 'skip' && description) || []);
      const ms = results.reduce((sum, { duration }) => sum + duration, 0);
      return { name: [...path, spec.title].join(' › '), state, ms, reasons: state === 'skipped' ? reasons : [] };
    }),
  );
  return [...own, ...suites.flatMap((suite) => suiteTrials(suite, path))];
}

/** How a runner ended: `null` = it was killed, or could not be started. */
export interface Ended {
  readonly name: string;
  readonly status: number | null;
}

/**
 * Whether the run counts as passed, and its last lines: what was skipped and why, then the sum. It passes if there are
 * trials, none failed, and every runner ended well.
 */
export function verdict(
  trials: readonly Trial[],
  runners: readonly Ended[],
): { readonly passed: boolean; readonly lines: readonly string[] } {
  const count = (state: Trial['state']): number => trials.filter((trial) => trial.state === state).length;
  const skipped = trials.filter(({ state }) => state === 'skipped');
  const broken = runners.filter(({ status }) => status !== 0).map(({ name, status }) => `${name} (${status})`);
  const passed = count('passed') > 0 && count('failed') === 0 && broken.length === 0;
  return {
    passed,
    lines: [
      ...skipped.map(({ name, reasons }) => `not tried: ${[name, ...reasons].join(': ')}`),
      [
        `trials ${passed ? 'passed' : 'FAILED'}: ${count('passed')} passed`,
        `${count('failed')} failed`,
        `${skipped.length} not tried`,
        ...(broken.length > 0 ? [`ended badly: ${broken.join(', ')}`] : []),
      ].join(', '),
    ],
  };
}
