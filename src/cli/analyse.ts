import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import * as v from 'valibot';
import type { AnalysisSlice } from '../analyses/contract';
import { list } from '../analyses/phrases';
import { sliceById, slices } from '../analyses/registry';
import { applyCoding, type CodedValues } from '../domain/coding/apply-coding';
import { defaultTaxonomy } from '../domain/taxonomy/default-taxonomy';
import { indexTaxonomy } from '../domain/taxonomy/index-of';
import { createTranslator } from '../i18n/translator';
import { convert } from '../ingest/convert';
import { defaultPlan } from '../ingest/default-plan';
import { inspectFile } from '../ingest/inspect-file';
import type { ColumnPlan, ImportPlan, InspectOptions } from '../ingest/types';
import { fail, ok, type Failure, type Phrase, type Result } from '../kernel/result';
import type { Column, Table } from '../table/column';
import { parseArguments } from './arguments';
import { resolveSpec } from './resolve-spec';

const refused = 2;
const english = createTranslator('en');

/** The file given with `--spec`; src/analyses/README.md describes it. */
const requestSchema = v.object({
  analysis: v.string(),
  spec: v.optional(v.record(v.string(), v.unknown()), {}),
  second: v.optional(v.string()),
  coding: v.optional(v.object({ column: v.string(), map: v.record(v.string(), v.string()) })),
  /** Corrections of what ingest proposes, by header. */
  columns: v.optional(
    v.record(v.string(), v.object({ type: v.optional(v.string()), reading: v.optional(v.looseObject({})) })),
    {},
  ),
  inspect: v.optional(v.looseObject({}), {}),
  /** Turns a cross-table into a list; off, because a spec names the columns as the file has them. */
  unpivot: v.optional(v.boolean(), false),
});
type Request = v.InferOutput<typeof requestSchema>;

interface Imported {
  readonly table: Table;
  readonly plan: ImportPlan;
}

const noData = { table: { rows: 0, columns: [] }, plan: { columns: [] } };

/**
 * `engine analyse [FILE] --spec SPEC.json`: one analysis as one JSON object on standard output; planners need no file.
 */
export async function analyse(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, ['spec']);
  const specFile = parsed.options.get('spec');
  if (parsed.words.length > 1 || parsed.mistakes.length > 0 || specFile === undefined) {
    process.stderr.write('usage: engine analyse [FILE] --spec SPEC.json\n');
    return refused;
  }
  const result = await analyseFile(parsed.words.at(0) ?? null, specFile);
  if (result.ok) print(result.value);
  else print({ failure: { ...result.failure, message: english.phrase(result.failure, 'failure') } });
  return result.ok ? 0 : refused;
}

async function analyseFile(file: string | null, specFile: string): Promise<Result<unknown, Failure>> {
  const request = await readRequest(specFile);
  if (!request.ok) return request;
  const { analysis, spec, second, coding } = request.value;
  const slice = sliceById(analysis.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  if (!slice) return fail('analysis-unknown', { analysis, known: list(slices.map(({ id }) => id)) });
  if (file === null && !slice.withoutData) return fail('analysis-needs-file', { analysis });
  const first = file === null ? ok(noData) : await importFile(file, request.value);
  if (!first.ok) return first;
  const other = second === undefined ? null : await importFile(resolve(dirname(specFile), second), null);
  if (other && !other.ok) return other;
  const table = coding ? withCoding(first.value.table, coding) : ok(first.value.table);
  if (!table.ok) return table;
  const tables = {
    first: table.value,
    plan: first.value.plan.columns,
    ...(other ? { second: other.value.table } : {}),
  };
  return runSlice(slice, spec, tables);
}

function runSlice(
  slice: AnalysisSlice<unknown, unknown>,
  raw: Readonly<Record<string, unknown>>,
  tables: { readonly first: Table; readonly second?: Table; readonly plan: readonly ColumnPlan[] },
): Result<unknown, Failure> {
  const { first, second } = tables;
  const input = { table: first, codes: indexTaxonomy(defaultTaxonomy), ...(second ? { second } : {}) };
  const proposed = slice.defaults(input);
  const base: unknown = proposed.ok ? proposed.value : {};
  const spec = slice.parse(Object.assign({}, base, resolveSpec(slice, raw, tables)));
  if (!spec.ok) return spec;
  const outcome = slice.run(input, spec.value);
  if (!outcome.ok) return outcome;
  const { headline, ...findings } = slice.findings(outcome.value);
  const said = headline.map((item) => ({ ...item, text: english.value(item.value) }));
  return ok({
    analysis: slice.id,
    outcome: outcome.value,
    rows: withText(slice.rows(outcome.value)),
    findings: withText({ headline: said, ...findings }),
  });
}

async function readRequest(specFile: string): Promise<Result<Request, Failure>> {
  const bytes = await readBytes(specFile);
  if (!bytes) return fail('file-unreadable', { file: basename(specFile) });
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return fail('spec-not-json', { file: basename(specFile) });
  }
  const parsed = v.safeParse(requestSchema, raw);
  return parsed.success ? ok(parsed.output) : fail('spec-invalid', { key: v.getDotPath(parsed.issues[0]) ?? '' });
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

/** A file as a table, read as proposed except where the request corrects it. */
async function importFile(file: string, request: Request | null): Promise<Result<Imported, Failure>> {
  const bytes = await readBytes(file);
  if (!bytes) return fail('file-unreadable', { file: basename(file) });
  const options = (request?.inspect ?? {}) as InspectOptions;
  const opened = await inspectFile(bytes, basename(file), options);
  if (!opened.ok) return opened;
  const proposed = defaultPlan(opened.value.inspection, options);
  const plan = {
    ...proposed,
    columns: proposed.columns.map((column) => corrected(column, request)),
    unpivot: request?.unpivot === true ? opened.value.inspection.unpivot : null,
  };
  const converted = await convert(opened.value, plan);
  return converted.ok ? ok({ table: converted.value.table, plan }) : converted;
}

function corrected(column: ColumnPlan, request: Request | null): ColumnPlan {
  if (!request || !Object.hasOwn(request.columns, column.name)) return column;
  const { type, reading } = request.columns[column.name];
  return {
    ...column,
    include: true,
    type: (type ?? column.type) as ColumnPlan['type'],
    reading: { ...column.reading, ...reading },
  };
}

/** The table with the coded levels that follow from mapping the values of one column to links. */
function withCoding(table: Table, { column, map }: NonNullable<Request['coding']>): Result<Table, Failure> {
  const source = table.columns.find(({ name, id }) => name === column || id === column);
  if (!source) return fail('column-unknown', { column });
  if (source.layout !== 'dictionary') return fail('pareto-column-not-words', { column: source.name });
  const coded = applyCoding({
    rows: table.rows,
    taxonomy: defaultTaxonomy,
    source,
    values: new Map(Object.entries(map)),
    overrides: new Map(),
  });
  const level = (id: string, values: CodedValues): Column => ({
    id,
    name: id,
    layout: 'dictionary',
    type: 'category',
    ...values,
  });
  return ok({
    rows: table.rows,
    columns: [
      ...table.columns,
      level('category', coded.category),
      level('aspect', coded.aspect),
      level('link', coded.link),
      { id: 'severity', name: 'severity', layout: 'numeric', type: 'number', ...coded.severity },
    ],
  });
}

/** The same data with the English text beside each coded sentence. */
function withText(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withText);
  if (typeof node !== 'object' || node === null) return node;
  if (isPhrase(node)) return { ...node, text: english.phrase(node) };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withText(value)]));
}

function isPhrase(node: object): node is Phrase {
  return 'code' in node && typeof node.code === 'string' && 'params' in node && typeof node.params === 'object';
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
