import { ok } from '../../kernel/result';
import { applyFilters } from '../../table/apply-filters';
import { columnsOfFilter } from '../../table/filter';
import { findColumn } from '../../table/find-column';
import { sliceRows } from '../../table/slice-rows';
import { readCoded } from '../read-coded';
import { mostFrequent } from '../most-frequent';
import type { DatasetCache } from '../dataset-cache';
import type { CodingRef, JobHandlers } from '../protocol';

type DatasetJobs = Pick<JobHandlers, 'rows' | 'values'>;

/** Looking at stored rows and values. */
export function createDatasetJobs(openCache: () => Promise<DatasetCache>): DatasetJobs {
  return {
    rows: async ({ dataset, filters, offset, limit, sort, taxonomy }) => {
      const shown = [...dataset.columns.map((column) => column.id), ...linkColumns(dataset.coding)];
      const needed = new Set([...shown, ...filters.flatMap(columnsOfFilter), ...(sort ? [sort.column] : [])]);
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

/** The columns that show how a row is coded; those of contributing links only where there are any. */
function linkColumns(coding: CodingRef | null): readonly string[] {
  if (coding === null) return [];
  return Object.keys(coding.contributing).length > 0 ? ['link', 'link2', 'link3'] : ['link'];
}
