import type { Shape } from '../shape';
import type { start as zh } from '../zh-CN/start';

export const start = {
  wiped: {
    title: 'The data of last time are gone',
    text: 'This browser held data and is empty now. Browsing data may have been cleared, or a policy of your organisation removed them.',
  },
  partial: { title: 'Some of the data are missing', text: 'What is listed here is missing; everything else is sound.' },
  newer: {
    title: 'The data were written by a newer version',
    text: 'To keep them safe this older version writes nothing. Reload the page to get the new version.',
  },
  locked: { title: 'The data on this computer cannot be opened', text: 'Nothing has been changed.' },
  lostCount: '{kind}: {n}',
  savedAt: 'Last saved: {when}',
  dataset: 'Dataset “{name}” lacks {n} {n|block|blocks}',
  kind: {
    analysis: 'Analyses',
    artefact: 'Artefacts',
    coding: 'Codings',
    crosswalk: 'Crosswalks',
    dataset: 'Datasets',
    link: 'Links',
    mapping: 'Import settings',
    project: 'Projects',
    setting: 'Settings',
    taxonomy: 'Taxonomy versions',
  },
  snapshot: 'Snapshot in this browser: {when}, {n} {n|record|records}.',
  restore: 'Restore from the snapshot',
  restoring: 'Restoring',
  openFile: 'Open a backup file',
  keep: 'Understood, go on with what is here',
  reload: 'Reload the page',
  look: 'Open read-only',
  outdated: 'Another tab has moved to a newer version. Please reload this page.',
  deleted: 'The data were deleted in another tab. Please reload this page.',
  lost: 'The connection to the data on this computer was lost. Please reload this page.',
  update: 'A new version is ready.',
  updateNow: 'Update and reload',
  offlineReady: 'Ready to work offline.',
} satisfies Shape<typeof zh>;
