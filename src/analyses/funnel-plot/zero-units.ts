import type { Table } from '../../table/column';
import { findDictionary } from '../../table/find-column';
import type { Subgroups } from '../subgroups';

/** Units that the second dataset names and no selected row does: their best news is that nothing happened there. */
export function unitsWithoutRows(
  second: Table | undefined,
  key: string | null,
  { labels }: Subgroups,
): readonly string[] {
  const names = second && key !== null ? findDictionary(second, key) : undefined;
  if (!names) return [];
  const known = new Set(labels);
  return names.dictionary.filter((name) => !known.has(name));
}

/** The subgroups with units added that have no rows. */
export function withUnits(subgroups: Subgroups, names: readonly string[]): Subgroups {
  const { groups, source } = subgroups;
  if (source.kind !== 'word' || names.length === 0) return subgroups;
  return {
    ...subgroups,
    groups: { size: groups.size + names.length, of: groups.of },
    labels: [...subgroups.labels, ...names],
    source: { ...source, values: [...source.values, ...names] },
    rows: [...subgroups.rows, ...names.map(() => 0)],
  };
}
