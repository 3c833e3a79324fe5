import type { Shape } from '../shape';
import type { history as zh } from '../zh-CN/history';

/** What undo and redo say they will take back or do again. */
export const history = {
  import: 'import of “{name}”',
  saveAnalysis: 'saving analysis “{name}”',
  rename: 'renaming to “{name}”',
  delete: 'deletion of “{name}”',
  codeRow: 'coding one row',
  contributing: 'change of contributing links',
  codingColumn: 'choice of coding column',
  mapValues: 'mapping of categories',
  taxonomy: 'taxonomy edit (version {version})',
  crosswalk: 'saving the crosswalk',
  migrate: 'move to taxonomy version {version}',
  setting: 'setting',
  sample: 'opening the sample project',
} satisfies Shape<typeof zh>;
