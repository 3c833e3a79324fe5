import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createTranslator } from '../i18n/translator';
import { inspectFile, type OpenedFile } from '../ingest/inspect-file';
import type { EncodingName, InspectOptions, Issue } from '../ingest/types';
import type { Failure } from '../kernel/result';
import { parseArguments } from './arguments';
import { describeColumn } from './describe-column';

const refused = 2;
const encodings: ReadonlyMap<string, EncodingName> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['big5', 'big5'],
  ['euc-kr', 'euc-kr'],
  ['cp949', 'euc-kr'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
]);
const delimiterNames: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
]);

/** `engine inspect FILE …`: what ingest makes of a file, as one JSON object on standard output. */
export async function inspect(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, ['sheet', 'encoding', 'header', 'delimiter']);
  const options = toOptions(parsed.options);
  if (parsed.words.length !== 1 || parsed.mistakes.length > 0 || !options) {
    process.stderr.write('usage: engine inspect FILE [--sheet S] [--encoding E] [--header N] [--delimiter D]\n');
    return refused;
  }
  const [file] = parsed.words;
  const bytes = await readBytes(file);
  if (!bytes) return refuse({ code: 'file-unreadable', params: { file: basename(file) } });
  const opened = await inspectFile(bytes, basename(file), options);
  if (!opened.ok) return refuse(opened.failure);
  print(toReport(opened.value));
  return 0;
}

function toOptions(given: ReadonlyMap<string, string>): InspectOptions | null {
  const encoding = given.get('encoding');
  const header = given.get('header');
  const sheet = given.get('sheet');
  const delimiter = given.get('delimiter');
  const known = encoding === undefined ? undefined : encodings.get(encoding.toLowerCase());
  if (encoding !== undefined && !known) return null;
  if (header !== undefined && !/^\d+$/.test(header)) return null;
  return {
    ...(known && { encoding: known }),
    ...(header !== undefined && { headerRow: Number(header) }),
    ...(sheet !== undefined && { sheet }),
    ...(delimiter !== undefined && { delimiter: delimiterNames.get(delimiter) ?? delimiter }),
  };
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

function toReport({ inspection, raw, reads, dataRows }: OpenedFile): unknown {
  const { format, encoding, delimiter, headerRow, rows, columns, issues } = inspection;
  return {
    format,
    encoding,
    delimiter,
    headerRow,
    rows,
    columns: columns.map(({ name }, index) => describeColumn(name, raw.columns[index], reads[index], dataRows)),
    issues: issues.map(toPlainIssue),
  };
}

function toPlainIssue({ severity, code, row, column, params }: Issue): unknown {
  return { severity, code, row: row ?? null, column: column ?? null, params };
}

function refuse(failure: Failure): number {
  const { code, params } = failure;
  print({ failure: { code, params, message: createTranslator('en').phrase(failure, 'failure') } });
  return refused;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
