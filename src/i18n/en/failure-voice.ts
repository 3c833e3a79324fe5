import type { Shape } from '../shape';
import type { failureVoice as zh } from '../zh-CN/failure-voice';

export const failureVoice = {
  'scoring-rules-broken': 'The rules were not saved: {problem}.',
  'scoring-quarter-settled':
    'The results of {quarter} are settled; a new version cannot begin there. Choose the last, this or the next quarter.',
  'scoring-note-missing': 'Say why the rules are changed: the reason stays with the version.',
  'outlet-reason-missing': 'Say why the data are held to be falsified.',
  'survey-incomplete': 'The survey cannot be opened yet: {fields} missing.',
  'survey-answer-empty': 'Not a single question was answered; the sheet was not saved.',
  'survey-outlet-missing': 'Give the outlet: the sheet counts for its satisfaction.',
  'survey-aside-missing': 'Say why the sheet is left out of the results.',
  'readiness-blocked': 'Not allowed to go live: {items} failed. Mend and test again.',
  'readiness-open': 'Not allowed to go live yet: {items} not checked.',
  'record-incomplete': 'Not saved: fill in {fields}.',
  'record-counts-wrong': 'Not saved: {fields} cannot be more than the number before it.',
  'kpi-month-missing': 'Give the month, such as 2026-03.',
  'kpi-denominator-missing':
    'A percentage alone is not enough: give numerator and denominator, or nothing can be checked and no limits computed.',
  'kpi-denominator-not-positive': 'The denominator must be above 0; it is {denominator}.',
  'kpi-numerator-negative': 'The numerator must not be negative; it is {numerator}.',
  'kpi-numerator-exceeds':
    'The numerator {numerator} is more than the denominator {denominator}: a share cannot exceed 100 %.',
  'kpi-line-percent':
    'Line {line}, “{text}”, has only a percentage or a single number. Give numerator and denominator in two columns; a bare percentage is refused.',
  'kpi-line-unknown': 'Line {line}: “{text}” is no indicator that is entered by hand. Use the names of the list below.',
  'kpi-line-unreadable':
    'Line {line} cannot be read: “{text}”. Each line is indicator, month (such as 2026-03), numerator, denominator.',
  'kpi-line-refused': 'Line {line}, “{text}”, was not imported. {why}',
  'kpi-mix-unreadable':
    'Line {line} cannot be read: a name and whole numbers not below 0 are wanted, as many on each line.',
  'kpi-mix-empty': 'Paste names and counts of the parts first.',
  'kpi-table-empty': 'There are no figures to import. Paste a table first.',
} satisfies Shape<typeof zh>;
