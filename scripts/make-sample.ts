/**
 * Writes the sample project as CSV files, for those who want to look at it with other tools. The app itself generates
 * it when it is opened.
 *
 * Usage: npx tsx scripts/make-sample.ts FOLDER [zh|en]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample, type SampleColumn, type SampleDataset } from '../src/domain/sample/generate';
import { formatIsoDate, formatIsoDateTime, formatIsoMonth } from '../src/kernel/dates';

const [folder, language = 'zh'] = process.argv.slice(2);
if (folder === undefined || (language !== 'zh' && language !== 'en')) {
  process.stderr.write('usage: make-sample FOLDER [zh|en]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const sample = generateSample(language);
for (const dataset of [sample.events, sample.volumes]) {
  const path = join(folder, `sample-${dataset.key}.csv`);
  writeFileSync(path, `\uFEFF${toCsv(dataset, language)}`);
  process.stdout.write(`${path}: ${dataset.rows} rows\n`);
}

function toCsv(dataset: SampleDataset, words: 'zh' | 'en'): string {
  const lines = [dataset.columns.map((column) => quote(column.name[words])).join(',')];
  for (let row = 0; row < dataset.rows; row++)
    lines.push(dataset.columns.map((column) => quote(cell(column, row, words))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cell({ type, values }: SampleColumn, row: number, words: 'zh' | 'en'): string {
  const value = values[row];
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (type === 'date') return formatIsoDate(value);
  if (type === 'datetime') return formatIsoDateTime(value);
  if (type === 'month') return formatIsoMonth(value);
  if (type === 'boolean') return words === 'zh' ? (value === 1 ? '是' : '否') : value === 1 ? 'yes' : 'no';
  return String(value);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
