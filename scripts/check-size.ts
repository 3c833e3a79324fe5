import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { locales } from '../src/i18n/locale.ts';
import { reportPath, type BuildReport } from './build/offline.ts';

/** Keeps the first screen small: it loads before anything is clicked, on old laptops. */
const budgets = { initialScript: 340_000, initialStyle: 60_000 };
/** Too heavy for the first screen: fetched when the first chart is drawn. */
const alwaysLazy = ['echarts', 'zrender'];

const report = JSON.parse(readFileSync(reportPath, 'utf8')) as BuildReport;
const gzippedFile = (file: string): number => gzipSync(readFileSync(join('dist', file))).byteLength;
const gzipped = (extension: string): number =>
  report.initial.filter((file) => file.endsWith(extension)).reduce((sum, file) => sum + gzippedFile(file), 0);
/** One language is read at a time. */
const catalogue = Math.max(...report.catalogues.map(gzippedFile));

const findings: string[] = [];
if (report.catalogues.length !== locales.length || report.catalogues.some((file) => report.initial.includes(file)))
  findings.push(`each language has a file of its own, fetched when it is read: ${report.catalogues.join(', ')}`);
for (const [name, budget, size] of [
  ['initial scripts', budgets.initialScript, gzipped('.js') + catalogue],
  ['initial styles', budgets.initialStyle, gzipped('.css')],
] as const) {
  process.stdout.write(`${name}: ${(size / 1000).toFixed(1)} kB gzipped of ${budget / 1000} kB\n`);
  if (size > budget) findings.push(`${name} outgrew the budget: ${size} bytes`);
}
for (const file of report.initial) {
  for (const name of alwaysLazy.filter((heavy) => report.packages[file]?.includes(heavy)))
    findings.push(`${name} is loaded with the first screen: ${file}`);
}
findings.forEach((finding) => process.stderr.write(`${finding}\n`));
process.exitCode = findings.length > 0 ? 1 : 0;
