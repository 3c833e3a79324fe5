import type { Shape } from '../shape';
import type { failureStore as zh } from '../zh-CN/failure-store';

export const failureStore = {
  'storage-full':
    'The disk or the browser’s storage is full, so this was not saved. Export a backup, delete datasets that are no longer needed, and try again; what was saved before is unchanged.',
  'storage-blocked': 'Another tab is holding the data. Close the other tabs of this workbench, then reload this page.',
  'storage-newer':
    'The data on this computer were written by a newer version. To keep them safe, this page writes nothing more. Reload to use the new version.',
  'storage-failed':
    'The browser could not read or write the data ({reason}), so this was not saved. Try again; if it keeps failing, export a backup first and then restart the browser.',
  'upgrade-failed': 'The browser reported an error during the upgrade ({reason}); all of it was taken back.',
  'upgrade-full':
    'The disk or the browser’s storage has too little room for the upgrade; all of it was taken back. Free some space on the disk first.',
  'storage-unavailable':
    'The browser does not allow this page to save data. Leave private browsing, or ask your administrator to allow storage for this site.',
  'storage-lost':
    'The browser has deleted the data of this workbench, so this page can no longer save. Do not close it: copy what is not saved yet, then reload and restore from a backup file.',
  'block-missing':
    'The stored block of column “{column}”, rows {firstRow} to {lastRow}, is missing, so nothing can be calculated from it. Restore the dataset from a backup file, or import the original file again.',
  'block-damaged':
    'The stored block of column “{column}”, rows {firstRow} to {lastRow}, is damaged (its checksum does not match), so nothing can be calculated from it. Restore the dataset from a backup file, or import the original file again.',
  'restore-unreadable':
    'None of the snapshots in this browser ({n}) can be read. Nothing was restored and nothing has changed. Open a backup file; without one, close the browser, open it again and try once more.',
  'restore-clock':
    'The changes in the snapshot bear times more than a year ahead of this computer’s clock, so nothing was restored. Set the date and time of the computer, reload the page and restore again.',
  'profile-locked':
    'The data are sealed and this page does not have the passphrase. Reload the page and enter the passphrase.',
  'record-changed':
    'A sealed record was changed or moved outside the workbench and cannot be opened. Restore it from a backup file; everything else is as it was.',
  'passphrase-wrong': 'This is not the passphrase. Capital letters and spaces count; please try again.',
  'dataset-unknown': 'This dataset cannot be found; it may have been deleted. Choose another one on the Data page.',
} satisfies Shape<typeof zh>;
