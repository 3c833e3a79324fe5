import type { Shape } from '../shape';
import type { failureApp as zh } from '../zh-CN/failure-app';

export const failureApp = {
  cancelled: 'Cancelled.',
  'language-not-loaded':
    'The words of this language could not be loaded, so the language stays as it was. Check the connection and switch again, or reload the page.',
  'worker-crashed':
    'The computation stopped unexpectedly ({message}). What is stored has not changed; please try again.',
  'reader-silent':
    'Reading this file got nowhere for {minutes} minutes, so it was ended. Nothing was stored, and what was stored before has not changed. Save the file again in the program it comes from, as CSV if it can, or import a smaller part of it.',
  'no-file-in-hand': 'The file is no longer in memory. Please choose it again.',
  'import-overtaken':
    'Another tab has just stored {n} rows of this file, so nothing was stored here. See the note on repeated rows below and choose whether to store only new rows or all of them.',
  'file-unreadable':
    'The browser cannot read this file: it may have been moved or renamed, or another program holds it. Please choose it again.',
  'copy-not-written':
    'The copy “{file}” was not written ({reason}): it may have been moved, be in use by another program, or the disk is full. The previous copy is unchanged; choose another file, or save a backup first.',
  'not-read-back':
    'Nothing was stored: what was read back for column “{column}” is not what was written, so the disk may be failing. Save a backup, have the disk checked, then import again.',
  'act-not-read-back':
    'What was read back after the last change is not what was written: the disk or the browser may be failing. Save a backup, then open the browser again and compare.',
  'save-unanswered':
    'The browser has given no answer to the last save for 20 seconds: the disk may be full or failing. Leave this page open, copy what you have just typed, and free some space; saving goes on as soon as the disk answers.',
  'name-missing': 'Please enter a name.',
  'column-unknown': 'The dataset has no such column; it may belong to other data. Please choose the column again.',
  'gate-name-missing': 'Enter the name of the reviewer.',
  'gate-not-met': 'Some criteria are not met: complete them first, or pass with exceptions and say why.',
  'gate-reason-missing': 'Passing with exceptions needs a reason.',
  'gate-comment-missing': 'Say what is to be completed.',
  'project-unknown': 'There is no such project; it may have been deleted.',
  'ends-not-joined': 'These two cannot be linked: choose neighbours along link, step, cause, action, stage, effect.',
} satisfies Shape<typeof zh>;
