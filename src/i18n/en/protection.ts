import type { Shape } from '../shape';
import type { protection as zh } from '../zh-CN/protection';

export const protection = {
  title: 'Passphrase',
  offText: 'Not set. Whoever can use this browser on this computer can read the data.',
  onText: 'Set. The data are stored encrypted, and the workbench asks for the passphrase when it opens.',
  notPossible: 'Browsers offer no encryption at this address. Open the workbench through https or on this computer.',
  autoLock:
    'Locks after 10 minutes without anybody, or 5 with the page hidden. What was typed is saved first; other tabs lock too.',
  set: 'Set a passphrase',
  setTitle: 'Set a passphrase',
  setLead:
    'All records, data rows and snapshots on this computer will be encrypted. The page then opens again and asks for the passphrase once.',
  change: 'Change it',
  changed: 'The passphrase was changed.',
  changeLead:
    'The data need not be encrypted again, and the old passphrase stops working at once. Backup files keep their own.',
  turnOff: 'Do without',
  turnOffLead: 'Everything will be stored unencrypted: whoever can use this browser can read it.',
  lockNow: 'Lock now',
  current: 'Passphrase so far',
  passphrase: 'New passphrase',
  passphraseHelp: 'Four or more words that have nothing to do with each other. Capital letters and spaces count.',
  again: 'New passphrase again',
  differs: 'The two passphrases differ.',
  strength: {
    short: 'Too easy to guess: make it longer.',
    fair: 'Will do.',
    good: 'Long enough.',
  },
  noWayBack:
    'Without the passphrase the data can never be opened again: there is no back door, and neither an administrator nor the makers can help. Save a backup file first, and keep the passphrase as your organisation prescribes.',
  understood: 'I understand: without the passphrase the data are lost.',
  working: 'Everything is being written again; please leave the page open',
  limitsTitle: 'What a passphrase does not protect',
  limits: {
    screen: 'An unlocked computer that nobody watches: who sits at it sees everything.',
    before: 'What was on the disk before it was set: traces may stay until they are overwritten.',
    files:
      'Backup files, also one that is kept up to date, downloaded tables, prints and the original files: they lie elsewhere. A backup file can have a passphrase of its own.',
    facts:
      'Ids, numbers, sizes and times of records, the name of this copy, and settings such as language, look and the name of who works here: these are not encrypted.',
    machine: 'A computer that malware or somebody else controls.',
  },
  wipe: 'Remove all data',
  wipeLead:
    'Removes everything of the workbench from this browser: records, data rows, snapshots, passphrase and settings, in all tabs. This cannot be undone.',
  wipeConfirm: 'Remove everything in this browser for good.',
  wipeFailed: 'Something could not be removed. Close the other tabs of the workbench and try again.',
  unlockTitle: 'The data are locked',
  unlockText: 'Enter the passphrase. The data are decrypted on this computer only.',
  unlockField: 'Passphrase',
  unlock: 'Unlock',
  forgotten: 'Forgotten',
  forgottenText:
    'Without the passphrase these data cannot be opened. You can remove everything, start anew, and restore from a backup file.',
  offerTitle: 'Set a passphrase first',
  offerText:
    'The workbench was opened from a file, so the browser stores its data in a place that other local pages may read. With a passphrase the data are stored encrypted.',
  offerLater: 'Not now',
} satisfies Shape<typeof zh>;
