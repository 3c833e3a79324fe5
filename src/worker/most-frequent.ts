import { getBit } from '../kernel/bitmap';
import { valueText } from '../table/cell-text';
import type { Column } from '../table/column';
import { countBy, groupByWord } from '../table/group';
import type { ValueCount } from './protocol';

/** Values of a column with how often each occurs, most frequent first. Missing cells are not values. */
export function mostFrequent(column: Column, rows: number, limit: number): readonly ValueCount[] {
  const counts: ValueCount[] = [];
  if (column.layout === 'dictionary') {
    const groups = groupByWord(column);
    const sizes = countBy(groups, null);
    column.dictionary.forEach((value, code) => {
      if (sizes[code] > 0) counts.push({ value, count: sizes[code] });
    });
  } else {
    const sizes = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      if (getBit(column.missing, row)) continue;
      const value = column.values[row];
      sizes.set(value, (sizes.get(value) ?? 0) + 1);
    }
    for (const [value, count] of sizes) counts.push({ value: valueText(value, column.type), count });
  }
  return counts.sort((a, b) => b.count - a.count).slice(0, limit);
}
