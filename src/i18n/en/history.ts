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
  editMap: 'Change the process map',
  useOther: 'Use the other value',
  outlets: 'figures of outlets, {quarter}',
  event: 'service event {number}',
  item: 'rectification item “{title}”',
  retry: 'saving again',
  setting: 'setting',
  sample: 'opening the sample project',
  newProject: 'Start the project “{name}”',
  copyProject: 'Copy the project “{name}”',
  archiveProject: 'Archive or restore the project “{name}”',
  editDocument: 'Change a project document',
  deleteDocument: 'Delete a project document',
  gate: 'Gate review',
  placeAnalysis: 'Put the analysis “{name}” into the project',
  link: 'Make a link',
  unlink: 'Remove a link',
} satisfies Shape<typeof zh>;
