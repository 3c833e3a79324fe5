import { moveContributing } from '../domain/coding/contributing';
import { applyCrosswalk, deriveCrosswalk, type Crosswalk } from '../domain/taxonomy/crosswalk';
import type { Taxonomy } from '../domain/taxonomy';
import { editTaxonomy, type TaxonomyEdit } from '../domain/taxonomy/edit';
import { bumpVersion } from '../domain/taxonomy/version';
import { ok, type Failure, type Result } from '../kernel/result';
import type { Change, Json } from '../store/types';
import { contributingFieldPrefix, rowFieldPrefix, toCoding, valueFieldPrefix } from './entries';
import type { Workbench } from './workbench.svelte';

/** The `setting` that names the version in use. */
const chosenField = 'taxonomyId';

/**
 * Applies edits as one new version and uses it. What was coded keeps its version.
 *
 * Fails  as `editTaxonomy`, and as `commit`
 */
export async function saveTaxonomyEdits(
  workbench: Workbench,
  base: Taxonomy,
  edits: readonly TaxonomyEdit[],
): Promise<Result<Taxonomy, Failure>> {
  let next = base;
  for (const edit of edits) {
    const edited = editTaxonomy(next, edit);
    if (!edited.ok) return edited;
    next = edited.value;
  }
  const structural = edits.some(({ kind }) => kind === 'add' || kind === 'retire' || kind === 'move');
  next = { ...next, version: freeVersion(workbench, base.version, structural ? 'minor' : 'patch') };
  const saved = await workbench.commit(
    [
      { kind: 'taxonomy', id: next.version, field: 'taxonomy', value: JSON.parse(JSON.stringify(next)) as Json },
      { kind: 'setting', id: 'workbench', field: chosenField, value: next.version },
    ],
    { code: 'taxonomy', params: { version: next.version } },
  );
  return saved.ok ? ok(next) : saved;
}

/** The next version number that no stored version has: two edits of the same base must not share one. */
function freeVersion(workbench: Workbench, base: string, part: 'minor' | 'patch'): string {
  const taken = new Set(workbench.taxonomies.map((entry) => entry.taxonomy.version));
  let version = bumpVersion(base, part);
  while (taken.has(version)) version = bumpVersion(version, part);
  return version;
}

/** Uses another version for what is coded from now on. */
export function useTaxonomy(workbench: Workbench, id: string): Promise<Result<null, Failure>> {
  return workbench.saveSetting(chosenField, id);
}

/** The crosswalk between two versions: what follows by itself, and over it what a person decided. */
export function crosswalkBetween(workbench: Workbench, from: Taxonomy, to: Taxonomy): Crosswalk {
  const derived = deriveCrosswalk(from, to);
  const record = workbench.record('crosswalk', crosswalkId(from, to));
  return {
    ...derived,
    entries: derived.entries.map((entry) => {
      const decided = record?.fields[entry.from]?.value;
      return typeof decided === 'string' ? { ...entry, to: decided, basis: 'person' as const } : entry;
    }),
  };
}

function crosswalkId(from: Taxonomy, to: Taxonomy): string {
  return `${from.version} ${to.version}`;
}

/** Keeps one decision of a crosswalk. */
export function decideCode(
  workbench: Workbench,
  from: Taxonomy,
  to: Taxonomy,
  oldCode: string,
  newCode: string | null,
): Promise<Result<null, Failure>> {
  return workbench.commit([{ kind: 'crosswalk', id: crosswalkId(from, to), field: oldCode, value: newCode }], {
    code: 'crosswalk',
  });
}

/**
 * Moves the coding of a dataset to another version along the crosswalk. Codes without a counterpart become uncoded,
 * so that they are seen and decided.
 *
 * @returns how many decisions were taken back
 */
export async function migrateCoding(
  workbench: Workbench,
  datasetId: string,
  from: Taxonomy,
  to: Taxonomy,
): Promise<Result<number, Failure>> {
  const record = workbench.record('coding', datasetId);
  const coding = record && toCoding(record);
  if (!coding) return ok(0);
  const move = applyCrosswalk(crosswalkBetween(workbench, from, to));
  const changes: Change[] = [{ kind: 'coding', id: datasetId, field: 'taxonomyVersion', value: to.version }];
  let open = 0;
  const moveAll = (decisions: Readonly<Record<string, string>>, prefix: string): void => {
    for (const [key, code] of Object.entries(decisions)) {
      const next = move(code);
      if (next === code) continue;
      if (next === null) open++;
      changes.push({ kind: 'coding', id: datasetId, field: prefix + key, value: next });
    }
  };
  moveAll(coding.byValue, valueFieldPrefix);
  moveAll(coding.byRow, rowFieldPrefix);
  for (const [row, codes] of Object.entries(coding.contributing)) {
    const moved = moveContributing(codes, move);
    open += moved.open;
    if (moved.codes.join() !== codes.join())
      changes.push({ kind: 'coding', id: datasetId, field: contributingFieldPrefix + row, value: moved.codes });
  }
  const saved = await workbench.commit(changes, { code: 'migrate', params: { version: to.version } });
  return saved.ok ? ok(open) : saved;
}
