import { createRandom } from '../../src/domain/sample/random.ts';
import { createBitmap } from '../../src/kernel/bitmap.ts';
import { applyFilters } from '../../src/table/apply-filters.ts';
import type { DictionaryColumn, NumericColumn, Table } from '../../src/table/column.ts';
import { countBy, groupByWord } from '../../src/table/group.ts';
import { bench } from '../support/bench.ts';

const rows = 1_000_000;
const categories = 57;
const days = 730;

function makeTable(): { readonly table: Table; readonly link: DictionaryColumn; readonly day: NumericColumn } {
  const random = createRandom(1);
  const missing = createBitmap(rows);
  const link: DictionaryColumn = {
    layout: 'dictionary',
    type: 'category',
    id: 'c0',
    name: 'link',
    codes: Uint32Array.from({ length: rows }, () => Math.floor(random.next() * categories)),
    dictionary: Array.from({ length: categories }, (_, i) => `G${i}`),
    missing,
  };
  const day: NumericColumn = {
    layout: 'numeric',
    type: 'date',
    id: 'c1',
    name: 'day',
    values: Float64Array.from({ length: rows }, () => Math.floor(random.next() * days)),
    missing,
  };
  return { table: { rows, columns: [link, day] }, link, day };
}

const { table, link, day } = makeTable();
const from = 100;
const before = 465;

/** The least that any program must do: one loop over plain arrays. */
function plainLoop(): Uint32Array {
  const counts = new Uint32Array(categories);
  for (let row = 0; row < rows; row++) {
    if (day.values[row] >= from && day.values[row] < before) counts[link.codes[row]]++;
  }
  return counts;
}

function filterAndGroup(): ArrayLike<number> {
  const chosen = applyFilters(table, [{ op: 'range', column: 'c1', from, before }]);
  if (!chosen.ok) throw new RangeError(`the filter failed: ${chosen.failure.code}`);
  return countBy(groupByWord(link), chosen.value);
}

const wanted = plainLoop();
const counted = filterAndGroup();
wanted.forEach((count, code) => {
  if (counted[code] !== count) throw new RangeError(`counted differently: ${code}`);
});

export default bench({
  name: `filter and group ${rows.toLocaleString('en')} rows`,
  rounds: 15,
  contestants: { 'plain loop': plainLoop, 'table layer': filterAndGroup },
});
