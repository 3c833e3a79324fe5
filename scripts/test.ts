import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Of the step's output, the lines to say again at the very end. */
  readonly summary?: RegExp;
  /** Of the output of a step that failed, the lines that say why, for who reads the end first; else its last lines. */
  readonly reason?: RegExp;
  /** A step without whose success this one has nothing to look at. */
  readonly needs?: string;
}

/** What reads the sources, in the order in which a mistake is cheapest to find. */
const readingSteps: readonly Step[] = [
  { name: 'format', command: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  {
    name: 'types',
    command: 'svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'types-core', command: 'tsc', args: ['-p', 'tsconfig.core.json'] },
  { name: 'types-worker', command: 'tsc', args: ['-p', 'tsconfig.worker.json'] },
  { name: 'types-service-worker', command: 'tsc', args: ['-p', 'src/service-worker/tsconfig.json'] },
  { name: 'lint-others', command: 'eslint', args: ['.', '--ignore-pattern', 'src/**/*.ts', '--max-warnings', '0'] },
];

const runningSteps: readonly Step[] = [
  {
    name: 'unit',
    command: 'vitest',
    args: ['run'],
    summary: /^\s*(Test Files|Tests)\s+\d/,
    reason: /^ FAIL |^\w*Error: |^\s+[-+] |^Seed/,
  },
  { name: 'build', command: 'vite', args: ['build'] },
  { name: 'build-portable', command: 'vite', args: ['build', '-c', 'vite.portable.config.ts'] },
  { name: 'size', command: 'tsx', args: ['scripts/check-size.ts'], needs: 'build' },
  // Reads the sources too; half of it is in the other lane, so that both end at about the same time.
  { name: 'lint', command: 'eslint', args: ['src/**/*.ts', '--max-warnings', '0'] },
];

const browserSteps: readonly Step[] = [
  {
    name: 'browser',
    command: 'playwright',
    args: ['test'],
    needs: 'build',
    summary: /^\s+\d+ (passed|failed|skipped|flaky|interrupted|did not run)/,
    reason: /^ +(\d+\) |\w*Error: |Test timeout|(Locator|Expected|Received).*: | {4}[-+] {2}|> +\d+ \|)/,
  },
];

/**
 * Everything CI checks. The lanes of a stage run side by side, which two cores allow; the browser has the machine to
 * itself, because a page that is kept waiting looks like a page that is broken.
 */
const stages: readonly (readonly (readonly Step[])[])[] = [[readingSteps, runningSteps], [browserSteps]];

interface Outcome {
  readonly step: Step;
  readonly state: 'passed' | 'FAILED' | 'not run';
  readonly seconds: number;
  readonly summary: readonly string[];
  /** Empty for a step that passed. */
  readonly reasons: readonly string[];
}

/** Lines of reasons of one step; the whole is in its output. */
const maximalReasons = 30;

/** Runs a step; `isAlone` says its output as it comes, otherwise whole at its end, so that two steps do not mix. */
function run(step: Step, isAlone: boolean): Promise<Outcome> {
  const started = performance.now();
  const title = `\n=== ${step.name}: ${step.command} ${step.args.join(' ')}\n`;
  const output: string[] = [];
  if (isAlone) process.stdout.write(title);
  return new Promise((done) => {
    const child = spawn(step.command, step.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output.push(text);
        if (isAlone) process.stdout.write(text);
      });
    child.on('close', (code) => {
      const text = output.join('');
      if (!isAlone) process.stdout.write(title + text);
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      done({
        step,
        state: code === 0 ? 'passed' : 'FAILED',
        seconds: (performance.now() - started) / 1000,
        summary: lines.filter((line) => step.summary?.test(line)),
        reasons: code === 0 ? [] : reasonsIn(lines, step.reason),
      });
    });
  });
}

function reasonsIn(lines: readonly string[], pattern: RegExp | undefined): readonly string[] {
  const found = lines.filter((line) => pattern?.test(line));
  return found.length > 0 ? found.slice(0, maximalReasons) : lines.slice(-maximalReasons);
}

/** Runs every step even after a failure, so that one run tells everything. */
async function runLane(lane: readonly Step[], isAlone: boolean, before: readonly Outcome[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of lane) {
    const needed = [...before, ...outcomes].find((outcome) => outcome.step.name === step.needs);
    if (needed && needed.state !== 'passed')
      outcomes.push({ step, state: 'not run', seconds: 0, summary: [], reasons: [] });
    else outcomes.push(await run(step, isAlone));
  }
  return outcomes;
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !stages.flat(2).some((step) => step.name === name));
if (unknown.length > 0) throw new RangeError(`no such step: ${unknown.join(', ')}`);

const isChosen = ({ name }: Step): boolean => positionals.length === 0 || positionals.includes(name);
const outcomes: Outcome[] = [];
for (const stage of stages) {
  const lanes = stage.map((lane) => lane.filter(isChosen)).filter((lane) => lane.length > 0);
  const ended = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1, outcomes)));
  outcomes.push(...ended.flat());
}
process.stdout.write('\n=== summary\n');
for (const { step, state, seconds } of outcomes)
  process.stdout.write(`${state.padEnd(8)} ${step.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s\n`);
for (const line of outcomes.flatMap((outcome) => outcome.reasons)) process.stdout.write(`${line}\n`);
// The runners' own closing lines, once more where nobody has to look for them.
for (const line of outcomes.flatMap((outcome) => outcome.summary)) process.stdout.write(`${line}\n`);
process.exitCode = outcomes.every(({ state }) => state === 'passed') ? 0 : 1;
