/** The measured values of each group, with what the group is called and which rows it holds. */

import type { PhraseValue } from '../kernel/result';
import { valuesBy } from '../table/aggregate';
import type { ColumnType } from '../table/column';
import type { Filter } from '../table/filter';
import { isCoded } from './column-name';
import type { CodeNames } from './contract';
import type { Measure } from './measure';
import { term } from './phrases';
import { labelOf, pointFilters, type PointSource } from './point-source';
import type { Scope } from './scope';
import type { Subgroups } from './subgroups';

/** Types of columns whose values can name groups. */
export const groupTypes = ['category', 'text', 'identifier', 'boolean'] as const satisfies readonly ColumnType[];

/** One group of measured values. */
export interface ValueGroup {
  readonly label: PhraseValue;
  /** In the shown unit, in row order, without missing ones. */
  readonly values: Float64Array;
  /** Rows of the group whose cell has no value. */
  readonly missing: number;
  /** The rows behind the values. */
  readonly filters: readonly Filter[];
}

/** The measure divided into groups. */
export function valueGroups(codes: CodeNames, scope: Scope, subgroups: Subgroups, measure: Measure): ValueGroup[] {
  const lists = valuesBy(subgroups.groups, measure.column, scope.rows);
  return lists.map((stored, index) => ({
    label: groupLabel(codes, subgroups.source, index),
    values: measure.size === 1 ? Float64Array.from(stored) : stored.map((value) => value / measure.size),
    missing: subgroups.rows[index] - stored.length,
    filters: [
      ...scope.filters,
      ...pointFilters(subgroups.source, index),
      { column: measure.column.id, op: 'present' as const },
    ],
  }));
}

/** What a group is called on screen: a taxonomy code by its name, yes and no by their words. */
export function groupLabel(codes: CodeNames, source: PointSource, index: number): PhraseValue {
  const label = labelOf(source, index);
  if (source.kind === 'number' && source.type === 'boolean')
    return term(source.values[index] === 1 ? 'analyses.shared.yes' : 'analyses.shared.no');
  if (source.kind !== 'word' || !isCoded(source.column)) return label;
  const name = codes.name(label);
  return name ? { as: 'bilingual', zh: name.zh, en: name.en } : label;
}
