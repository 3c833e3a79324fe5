import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runBench, type Bench } from '../tests/support/bench.ts';
import { listFiles } from './list-files.ts';

/** `npm run bench -- import pareto`: the benchmarks whose file name contains a word; without words all. */
const words = process.argv.slice(2);
const folder = resolve('tests/bench');
const files = (existsSync(folder) ? listFiles(folder) : []).filter(
  (file) => file.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => basename(file).includes(word))),
);

let broken = 0;
for (const file of files) {
  const { default: found } = (await import(pathToFileURL(file).href)) as { default: Bench | readonly Bench[] };
  for (const definition of [found].flat()) {
    for (const line of await runBench(definition)) {
      process.stdout.write(`${JSON.stringify(line)}\n`);
      if (!line.kept) broken++;
    }
  }
}
process.stderr.write(`${files.length} benchmark files, ${broken} limits broken\n`);
process.exitCode = broken > 0 ? 1 : 0;
