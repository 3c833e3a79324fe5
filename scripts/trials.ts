import { spawnSync } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** The tests that have a long version; each says in its name how many cases it ran. */
const files = [
  'tests/property/csv-round-trip.test.ts',
  'tests/property/store-merge-files.test.ts',
  'tests/unit/store/bundle.test.ts',
  'tests/unit/store/vault.test.ts',
];

const path = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
const shell = process.platform === 'win32';

/** Runs the long versions and prints one line each: what a release is held to, too slow for every change. */
const run = spawnSync(
  'vitest',
  ['run', ...files, '--testNamePattern', 'B0[127]|C05|X07', '--reporter', 'json', '--testTimeout', '600000'],
  {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    shell,
    env: { ...process.env, TRIALS: '2', PATH: path },
  },
);

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly duration?: number | null;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as Report;
const results = report.testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'passed' || status === 'failed');
for (const { fullName, status, duration, failureMessages = [] } of results) {
  process.stdout.write(`${status.padEnd(6)} ${((duration ?? 0) / 1000).toFixed(1).padStart(6)} s  ${fullName}\n`);
  for (const message of failureMessages) process.stderr.write(`${message}\n`);
}

/** Kills of the browser, damage to its files, a full disk, thirty branches; needs a build. Each line says how many. */
const browsers = spawnSync(
  'playwright',
  ['test', 'durability', 'e2e/files.spec', '--grep', '[SDB][0-9][0-9]', '--project', 'chromium', '--workers', '1'],
  {
    stdio: 'inherit',
    shell,
    env: { ...process.env, TRIALS: '2', PATH: path },
  },
);

/** Two builds of the same sources are the same bytes. */
const builds = spawnSync('tsx', ['scripts/check-reproducible.ts'], {
  stdio: 'inherit',
  shell,
  env: { ...process.env, PATH: path },
});
const isWhole = browsers.status === 0 && builds.status === 0;
const passed = results.length > 0 && results.every(({ status }) => status === 'passed') && isWhole;
process.exitCode = passed ? 0 : 1;
