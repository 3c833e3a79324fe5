import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../../../../src/ingest/convert';
import { defaultPlan } from '../../../../src/ingest/default-plan';
import { inspectFile, type OpenedFile } from '../../../../src/ingest/inspect-file';
import type { ColumnPlan, Conversion, ImportPlan, InspectOptions, Issue } from '../../../../src/ingest/types';
import type { Failure, Result } from '../../../../src/kernel/result';

export const hostileDir = fileURLToPath(new URL('../../../fixtures/hostile/', import.meta.url));

/** Bytes of a file of the hostile corpus. */
export function hostileBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(hostileDir, name)));
}

/** The value of a result that must be a success. */
export function unwrap<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

export interface Imported extends Conversion {
  readonly opened: OpenedFile;
}

export interface ImportChoices {
  readonly options?: InspectOptions;
  /** Changes to the proposed plan; masking is off here unless asked for. */
  readonly plan?: Partial<ImportPlan>;
  readonly columns?: Readonly<Record<string, Partial<ColumnPlan>>>;
}

/** Inspects and converts bytes as the wizard would, with every proposal accepted. */
export async function importBytes(bytes: Uint8Array, choices: ImportChoices = {}): Promise<Imported> {
  const opened = unwrap(await inspectFile(bytes, 'file.csv', choices.options));
  const proposed = defaultPlan(opened.inspection, choices.options);
  const columns = proposed.columns.map((column) => ({ ...column, ...choices.columns?.[column.name] }));
  const conversion = unwrap(await convert(opened, { ...proposed, mask: false, columns, ...choices.plan }));
  return { ...conversion, opened };
}

/** Imports a file of the hostile corpus. */
export function importHostile(name: string, choices: ImportChoices = {}): Promise<Imported> {
  return importBytes(hostileBytes(name), choices);
}

/** Imports text written in UTF-8. */
export function importText(text: string, choices: ImportChoices = {}): Promise<Imported> {
  return importBytes(new TextEncoder().encode(text), choices);
}

/** Why a file of the hostile corpus is refused. */
export async function refusalOf(bytes: Uint8Array, options: InspectOptions = {}): Promise<Failure> {
  const opened = await inspectFile(bytes, 'file.csv', options);
  if (opened.ok) throw new Error('expected a refusal, but the file was read');
  return opened.failure;
}

/** Issues with a code. */
export function issuesOf(issues: readonly Issue[], code: string): readonly Issue[] {
  return issues.filter((issue) => issue.code === code);
}
