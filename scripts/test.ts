import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Of the step's output, the lines to say again at the very end. */
  readonly summary?: RegExp;
  /** A step without whose success this one has nothing to look at. */
  readonly needs?: string;
}

/** Everything CI checks, in the order in which a mistake is cheapest to find. */
const steps: readonly Step[] = [
  { name: 'format', command: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  { name: 'lint', command: 'eslint', args: ['.', '--max-warnings', '0'] },
  {
    name: 'types',
    command: 'svelte-check',
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'types-core', command: 'tsc', args: ['-p', 'tsconfig.core.json'] },
  { name: 'types-worker', command: 'tsc', args: ['-p', 'tsconfig.worker.json'] },
  { name: 'types-service-worker', command: 'tsc', args: ['-p', 'src/service-worker/tsconfig.json'] },
  { name: 'unit', command: 'vitest', args: ['run'], summary: /^\s*(Test Files|Tests)\s+\d/ },
  { name: 'build', command: 'vite', args: ['build'] },
  { name: 'size', command: 'tsx', args: ['scripts/check-size.ts'], needs: 'build' },
  {
    name: 'browser',
    command: 'playwright',
    args: ['test'],
    needs: 'build',
    summary: /^\s+\d+ (passed|failed|skipped|flaky|interrupted|did not run)/,
  },
];

interface Outcome {
  readonly step: Step;
  readonly state: 'passed' | 'FAILED' | 'not run';
  readonly seconds: number;
  readonly summary: readonly string[];
}

function run(step: Step): Promise<Outcome> {
  const started = performance.now();
  const summary: string[] = [];
  process.stdout.write(`\n=== ${step.name}: ${step.command} ${step.args.join(' ')}\n`);
  return new Promise((done) => {
    const child = spawn(step.command, step.args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
      },
    });
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      summary.push(...lines.filter((line) => step.summary?.test(line)));
    });
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      done({ step, state: code === 0 ? 'passed' : 'FAILED', seconds, summary });
    });
  });
}

/** Runs every step even after a failure, so that one run tells everything; the sum-up comes last. */
async function runAll(chosen: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of chosen) {
    const needed = outcomes.find((outcome) => outcome.step.name === step.needs);
    if (needed && needed.state !== 'passed') outcomes.push({ step, state: 'not run', seconds: 0, summary: [] });
    else outcomes.push(await run(step));
  }
  return outcomes;
}

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new RangeError(`no such step: ${unknown.join(', ')}`);

const outcomes = await runAll(steps.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
process.stdout.write('\n=== summary\n');
for (const { step, state, seconds } of outcomes)
  process.stdout.write(`${state.padEnd(8)} ${step.name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s\n`);
for (const line of outcomes.flatMap((outcome) => outcome.summary)) process.stdout.write(`${line}\n`);
process.exitCode = outcomes.every(({ state }) => state === 'passed') ? 0 : 1;
