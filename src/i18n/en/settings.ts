import type { Shape } from '../shape';
import type { settings as zh } from '../zh-CN/settings';

export const settings = {
  title: 'Settings',
  lead: 'These choices are kept in this browser only.',
  display: 'Display',
  language: 'Language',
  theme: 'Appearance',
  workshop: 'Workshop mode',
  workshopHelp: 'Text grows to 20 pixels, for a projector and readers at a distance.',
  storage: 'Storage',
  used: 'Space used',
  usedOf: '{used}; the browser allows up to {quota}',
  unknown: 'The browser does not say',
  persistence: 'How it is kept',
  persisted: 'Registered for keeping: the browser will not clear it by itself.',
  notPersisted:
    'Not registered for keeping: the browser may clear the data when the disk runs short. Keep the original files.',
  askPersist: 'Ask to keep it',
  persistRefused: 'The browser did not agree yet. Try again after more use, or install the workbench as an app.',
  datasets: 'Datasets',
  datasetsCount: '{n} {n|dataset|datasets}, {rows} rows in all',
  analyses: 'Analyses',
  analysesCount: '{n} {n|analysis|analyses}',
  clearNote: 'Clearing “site data” in the browser deletes everything here and cannot be undone.',
  offline: 'Working offline',
  offlineReady: 'The whole program is stored on this computer and works without a network.',
  offlineNot: 'The program is not stored on this computer yet and may not open without a network.',
  about: 'About',
  version: 'Version',
  build: 'Build fingerprint',
  buildHelp:
    'The same sources always give the same fingerprint, so it can be used to check that the program was not changed.',
  megabytes: '{n} MB',
  gigabytes: '{n} GB',
} satisfies Shape<typeof zh>;
