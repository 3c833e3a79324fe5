import type { Shape } from '../shape';
import type { failureApp as zh } from '../zh-CN/failure-app';

export const failureApp = {
  cancelled: 'Cancelled.',
  'worker-crashed':
    'The computation stopped unexpectedly ({message}). What is stored has not changed; please try again.',
  'no-file-in-hand': 'The file is no longer in memory. Please choose it again.',
  'file-unreadable':
    'The browser cannot read this file: it may have been moved or renamed, or another program holds it. Please choose it again.',
  'name-missing': 'Please enter a name.',
  'column-unknown': 'The dataset has no such column; it may belong to other data. Please choose the column again.',
} satisfies Shape<typeof zh>;
