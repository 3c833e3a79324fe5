import type { Shape } from '../shape';
import type { failureReport as zh } from '../zh-CN/failure-report';

export const failureReport = {
  'report-unknown':
    'There is no such report ({id}); it may just have been deleted. Go back to the list and choose again.',
  'report-exists':
    '{quarter} has a report in this language already. Open it from the list; an issued one can be corrected by a new version.',
  'report-quarter-invalid': '“{quarter}” is not a quarter. Write it like 2026-Q3.',
  'report-issued': 'Version {version} is issued and cannot be changed. Make a correction instead.',
  'report-not-issued': 'The report is not issued yet: edit it, it needs no correction.',
  'report-corrected': 'There is a correction already (version {version}). Edit that one.',
  'report-note-missing': 'Say what is corrected and why before the correction is issued.',
  'snapshot-unreadable': 'The frozen content cannot be read; it may be damaged. Restore it from a backup file.',
  'meeting-unknown':
    'There is no such meeting ({id}); it may just have been deleted. Go back to the list and choose again.',
  'meeting-exists': 'The meeting exists already; it was not saved twice.',
  'meeting-closed': 'The minutes are final and cannot be changed.',
  'meeting-not-held': 'Hold the meeting and freeze the evidence before the minutes are finished.',
  'meeting-already-held': 'The evidence is frozen already; it is not frozen twice.',
  'meeting-dates-reversed': 'The period begins after its end. Check the dates.',
  'meeting-attendees-missing': 'Name the attendees before the minutes are finished.',
  'meeting-topic-unknown': 'There is no such topic; it may just have been removed.',
  'meeting-topic-missing': 'Write down the topic.',
  'meeting-decision-missing': '“{title}” has no decision yet, so no item can be raised. Write the decision first.',
  'meeting-owner-missing': 'The decision on “{title}” has no owner. Name one, or make it “for the record”.',
  'meeting-topic-raised': 'An item was raised from this topic; it can be neither removed nor raised again.',
} satisfies Shape<typeof zh>;
