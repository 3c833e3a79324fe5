import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { browserTrials, unitTrials, verdict, type BrowserReport, type Trial, type UnitReport } from './trials-report';

/** The tests that have a long version; each says in its name how many cases it ran. */
const files = [
  'tests/property/csv-round-trip.test.ts',
  'tests/property/store-merge-files.test.ts',
  'tests/unit/store/bundle.test.ts',
  'tests/unit/store/vault.test.ts',
];
const pattern = 'B0[127]|C05|X07';

const path = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
/** A new one each time: the tests of a change always take the same. */
const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'trials-'));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<Buffer> {
  return spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, TRIALS: '2', SEED: seed, PATH: path, ...env },
  });
}

/** What a runner wrote; `null` if it ended before it could. */
function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Runs the long versions and prints one line each: what a release is held to, too slow for every change. */
const unitFile = join(folder, 'unit.json');
const unit = run('vitest', [
  ...['run', ...files, '--testNamePattern', pattern, '--testTimeout', '600000'],
  ...['--reporter', 'json', '--outputFile', unitFile],
]);
const unitReport = readReport<UnitReport>(unitFile);
const inUnit: readonly Trial[] = unitReport ? unitTrials(unitReport, new RegExp(pattern)) : [];
for (const { name, state, ms, reasons } of inUnit) {
  process.stdout.write(`${state.padEnd(7)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${name}\n`);
  for (const reason of reasons) process.stderr.write(`${reason}\n`);
}

/** Every property once more, under the new seed, and the false alarms of every rule at every length. */
process.stdout.write(`seed ${seed}\n`);
const drawn = ['tests/property', 'tests/unit/stats/control/false-alarms.test.ts'];
const properties = run('vitest', [
  'run',
  ...drawn,
  '--project',
  'unit',
  '--reporter',
  'dot',
  '--testTimeout',
  '600000',
]);

/** Kills of the browser, damage to its files, a full disk, thirty branches; needs a build. Each line says how many. */
const browserFile = join(folder, 'browser.json');
const browser = run(
  'playwright',
  [
    ...['test', 'durability', 'e2e/files.spec', '--grep', '[SDB][0-9][0-9]', '--project', 'chromium', '--workers', '1'],
    ...['--reporter', 'list,json'],
  ],
  { PLAYWRIGHT_JSON_OUTPUT_FILE: browserFile },
);
const browserReport = readReport<BrowserReport>(browserFile);
const inBrowser = browserReport ? browserTrials(browserReport) : [];

/** Two builds of the same sources are the same bytes. */
const builds = run('tsx', ['scripts/check-reproducible.ts']);

rmSync(folder, { recursive: true });
const { passed, lines } = verdict(
  [...inUnit, ...inBrowser],
  [
    { name: 'vitest', status: unitReport ? unit.status : null },
    { name: `properties, seed ${seed}`, status: properties.status },
    { name: 'playwright', status: browserReport ? browser.status : null },
    { name: 'check-reproducible', status: builds.status },
  ],
);
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
process.exitCode = passed ? 0 : 1;
