/** What goes into a workbench file, as a person chooses it, and what is looked for in those of others. */

import { createMasker } from '../ingest/mask/create-masker';
import type { ExportRequest } from '../store/bundle/export-bundle';
import { bundleExtension, type BundlePurpose } from '../store/bundle/format';
import type { StoredRecord } from '../store/types';
import { buildInfo } from './build-info';
import type { CopyAge } from './workbench.svelte';
import { toTaxonomyEntry, type TaxonomyEntry } from './entries';
import { usedValues } from './held-back';
import { localMidnight } from './today';

export interface CopyChoice {
  readonly purpose: BundlePurpose;
  /** Epoch day; only what changed since. */
  readonly since: number | null;
  /** full: everything · screened: without fields that look personal · records: without data rows. */
  readonly level: 'full' | 'screened' | 'records';
  readonly passphrase: string;
}

/** The choice as the store understands it; a backup always holds everything. */
export function toRequest({ purpose, since, level, passphrase }: CopyChoice, taxonomy: string): ExportRequest {
  const mask = createMasker({ column: '', type: 'text' });
  const isBackup = purpose === 'backup';
  return {
    purpose,
    kinds: null,
    since: isBackup || since === null ? null : localMidnight(since),
    rows: isBackup || level !== 'records',
    looksPersonal: !isBackup && level === 'screened' ? (text) => mask(text).hits.length > 0 : null,
    passphrase: passphrase === '' ? null : passphrase,
    app: { version: buildInfo.version, build: buildInfo.hash },
    taxonomy,
  };
}

/** The name of a file, with its writer and the local time, so that files sort by age. */
export function copyName(deviceName: string, purpose: BundlePurpose, createdAt: number): string {
  const local = createdAt - new Date(createdAt).getTimezoneOffset() * 60_000;
  const at = new Date(local).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `${deviceName === '' ? 'workbench' : deviceName}-${purpose}-${at}${bundleExtension}`;
}

/** Codes that neither a version of the taxonomy here has nor one that the records bring. */
export function unknownCodes(
  records: readonly StoredRecord[],
  taxonomies: readonly TaxonomyEntry[],
): readonly string[] {
  const brought = records.flatMap((record) => (record.kind === 'taxonomy' ? (toTaxonomyEntry(record) ?? []) : []));
  const known = knownCodes([...taxonomies, ...brought]);
  return [...usedValues(records).codes].filter((code) => !known.has(code));
}

/** The codes of all versions of the taxonomy that are here. */
export function knownCodes(taxonomies: readonly TaxonomyEntry[]): ReadonlySet<string> {
  return new Set(taxonomies.flatMap(({ taxonomy }) => taxonomy.links.map(({ code }) => code)));
}

const reminderDays = 7;
const reminderActs = 200;
/** Before the first copy there is nothing to fall back on. */
const firstReminderActs = 50;

/** Whether it is time for a new backup file: after 7 days or 200 acts, and after 50 where there is none yet. */
export function isCopyDue({ at, acts }: CopyAge, now: number): boolean {
  if (acts <= 0) return false;
  return at === null ? acts >= firstReminderActs : acts >= reminderActs || now - at >= reminderDays * 86_400_000;
}
