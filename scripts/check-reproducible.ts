import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { listFiles } from './list-files.ts';

/** Builds both products twice and compares every file: the same sources give the same bytes (case X12). */
async function digestsOf(configFile: string): Promise<ReadonlyMap<string, string>> {
  const outDir = mkdtempSync(join(tmpdir(), 'workbench-build-'));
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
    return new Map(
      listFiles(outDir).map((file) => [
        relative(outDir, file).replaceAll('\\', '/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
    );
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

let differences = 0;
for (const configFile of ['vite.config.ts', 'vite.portable.config.ts']) {
  const first = await digestsOf(configFile);
  const second = await digestsOf(configFile);
  const changed = [...new Set([...first.keys(), ...second.keys()])].filter(
    (name) => first.get(name) !== second.get(name),
  );
  changed.forEach((name) => process.stderr.write(`${configFile}: differs between two builds: ${name}\n`));
  differences += changed.length;
  process.stdout.write(`X12 ${configFile}: ${first.size} files, ${changed.length} differ\n`);
}
process.exitCode = differences > 0 ? 1 : 0;
