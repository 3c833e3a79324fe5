import { ok } from '../../kernel/result';
import { applyFilters } from '../../table/apply-filters';
import type { Filter } from '../../table/filter';
import { findColumn } from '../../table/find-column';
import { sliceRows } from '../../table/slice-rows';
import { readCoded } from '../read-coded';
import { mostFrequent } from '../most-frequent';
import type { DatasetCache } from '../dataset-cache';
import type { JobHandlers } from '../protocol';

type DatasetJobs = Pick<JobHandlers, 'rows' | 'values'>;

/** Looking at stored rows and values. */
export function createDatasetJobs(openCache: () => Promise<DatasetCache>): DatasetJobs {
  return {
    rows: async ({ dataset, filters, offset, limit, sort, taxonomy }) => {
      const shown = [...dataset.columns.map((column) => column.id), ...(dataset.coding ? ['link'] : [])];
      const needed = new Set([...shown, ...filters.flatMap(columnOf), ...(sort ? [sort.column] : [])]);
      const table = await readCoded(await openCache(), dataset, [...needed], taxonomy);
      if (!table.ok) return table;
      const rows = applyFilters(table.value, filters);
      if (!rows.ok) return rows;
      const page = sliceRows(table.value, rows.value, { offset, limit, sort: sort ?? undefined, columns: shown });
      return ok({
        total: page.total,
        columns: shown.flatMap((id) => {
          const column = findColumn(table.value, id);
          return column ? [{ id, name: column.name, type: column.type }] : [];
        }),
        rows: page.rows.map((row, i) => ({ row, cells: page.cells[i] })),
      });
    },

    values: async ({ dataset, column, limit, taxonomy }) => {
      const table = await readCoded(await openCache(), dataset, [column], taxonomy);
      if (!table.ok) return table;
      const found = findColumn(table.value, column);
      return ok(found ? mostFrequent(found, table.value.rows, limit) : []);
    },
  };
}

function columnOf(filter: Filter): readonly string[] {
  return 'column' in filter ? [filter.column] : [];
}
