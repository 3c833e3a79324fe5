import type { Shape } from '../shape';
import type { failureFiles as zh } from '../zh-CN/failure-files';

export const failureFiles = {
  'bundle-unknown': 'This is not a workbench file (.dmaic). Tables of data are imported on the Data page.',
  'bundle-damaged':
    'The file is incomplete or was changed ({part}): its checksum does not match, and nothing was taken from it. Send it again, or have it exported again.',
  'bundle-newer': 'A newer version wrote this file (format {version}). Update the workbench first, then open it.',
  'bundle-too-large':
    'The file is larger than {limit} MB, which the workbench does not open. Narrow the scope of the export, or export in several parts.',
  'bundle-content':
    'The content of the file is not of the right shape, at {path}. Nothing was taken from it; have it exported again by the workbench.',
  'bundle-passphrase-needed': 'This file is sealed with a passphrase. Enter it.',
  'bundle-passphrase-wrong':
    'The passphrase is wrong, or the head of the file was changed. Capital letters and spaces count.',
  'bundle-clock':
    'The clock of “{from}” is badly wrong (before 2020, or more than a year ahead), so its times cannot be trusted and nothing was taken from the file. Correct that clock and export again.',
  'crypto-unavailable':
    'The browser offers no encryption at this address. Open the workbench through https or from this computer, or set no passphrase.',
  'merge-outdated': 'Something was saved after the preview. Preview again, then merge.',
  'merge-unknown': 'There is no merge to take back: it was taken back already, or is too old to be kept.',
} satisfies Shape<typeof zh>;
