import type { Shape } from '../shape';
import type { failureQuality as zh } from '../zh-CN/failure-quality';

export const failureQuality = {
  'calendar-line-unreadable':
    'Line {line} of the holiday table cannot be read: “{text}”. Write one day or range per line, then “off” or “work”, such as 2026-10-01~2026-10-07 off.',
  'calendar-empty': 'The holiday table has no dates. The calendar has not changed.',
  'event-unknown':
    'The ledger has no such event ({id}); it may just have been deleted. Go back to the list and choose again.',
  'event-exists': 'The event {id} is already registered; it was not saved twice.',
  'event-field-missing': '“{field}” is not filled in. Everything marked ★ is needed at intake.',
  'event-value-invalid': '“{field}” holds something that is not allowed. Choose or enter it again.',
  'event-received-later': 'The event is said to be received later than now. Check date and time.',
  'event-wrong-status': 'Event {number} is “{status}”; this step is possible only in: {allowed}.',
  'event-closed': 'Event {number} is closed and cannot be changed. Reopen it first if there is something new.',
  'event-owner-complained-about':
    '{name} is the person complained about and may not handle the case. Choose another owner.',
  'event-code-unknown': 'The taxonomy has no link {code} in use. Choose again.',
  'event-codes-too-many': 'An event has at most 2 contributing links; there are {count}.',
  'event-code-twice': 'A link cannot be primary and contributing at once.',
  'event-not-coded': 'Event {number} has no primary link yet. Code it first.',
  'event-no-owner': 'There is no owner yet. Name one first.',
  'event-verification-missing': 'Write down what the verification found before the handling begins.',
  'event-reason-missing': 'Give the reason. It stays in the record.',
  'event-already-complex': 'The event is already marked as complex.',
  'event-no-complex-limit': 'The limits in force know no complex cases. They can be changed in the settings of limits.',
  'event-already-extended': 'The event has been extended once and cannot be extended again.',
  'event-no-extension': 'The limits in force allow no extension. They can be changed in the settings of limits.',
  'event-not-complex': 'Only a complex case can be extended. Mark it as complex first.',
  'event-extension-late':
    'The limit has passed and cannot be extended any more. Reply as soon as possible; the case counts as late.',
  'event-approver-missing': 'An extension needs the approval of a senior. Name the approver.',
  'event-approver-is-owner': '{name} is the owner and cannot approve their own extension.',
  'event-notice-missing': 'The customer must be told of an extension. Give the date of the notice.',
  'event-reply-missing': 'Write down what was replied.',
  'event-reply-outside': 'The reply must lie after receipt (or reopening) and not after now.',
  'event-score-missing':
    'A call-back that was answered needs the customer’s score ({low} to {high}) and whether they agree.',
  'event-call-back-missing':
    'The call-back is not done: {made} of {needed} unanswered calls were made. Call again, or waive it with a reason.',
  'event-cause-missing': 'Complaint cause and quality effect are needed before archiving. Complete the coding.',
  'event-objection-open':
    'The customer does not agree, so the case cannot be archived. Reopen it and go on, or call again.',
  'event-review-late':
    'A review has to be asked for within {days} {days|day|days} after the reply; that ended on {last}. If it has happened again, reopen it as a recurrence.',
  'event-merge-self': 'An event cannot be merged with or linked to itself.',
  'event-merge-target': 'The event to merge into does not exist, or was withdrawn or merged. Choose again.',
  'ledger-row-merged': 'The old ledger merged this row into another; it was not taken in by itself.',
  'ledger-number-twice': 'The source number {number} stands in the file twice; only its first row was taken in.',
  'ledger-word-unknown': '“{text}” in “{field}” has no meaning yet. Say what it means under “Values”.',
  'ledger-outlet-unknown': 'The outlet “{outlet}” is not known; as you chose, it was left out.',
  'ledger-no-close-date': 'Without the date of archiving it cannot be archived.',
  'ledger-closed-before-reply': 'It was archived before the reply. Check the dates.',
  'item-unknown':
    'There is no such rectification item ({id}); it may just have been deleted. Go back to the list and choose again.',
  'item-exists': 'The item {id} exists already; it was not saved twice.',
  'item-title-missing': 'Give the item a title.',
  'item-value-invalid': '“{field}” holds something that is not allowed. Choose or enter it again.',
  'item-field-missing': '“{field}” is needed before the item can be opened.',
  'item-cause-missing': 'Give the root cause, or the decision behind it, before the item is opened.',
  'item-plan-missing':
    'The verification plan must stand before the item is opened; “{field}” is missing. A test chosen afterwards proves nothing.',
  'item-plan-locked': '“{field}” was fixed when the item was opened and cannot be changed.',
  'item-target-side': 'The target {target} is no better than the baseline {baseline}. Check target and direction.',
  'item-dates-reversed': 'The due date lies before the start. Check the dates.',
  'item-due-locked':
    'The due date of an open item is not simply changed. Extend it instead: the original date is kept.',
  'item-wrong-status': '“{title}” is “{status}”; this step is possible only in: {allowed}.',
  'item-closed': '“{title}” is over and cannot be changed. Reopen it if the problem comes back.',
  'item-milestones-open': '{count} {count|milestone is|milestones are} not done yet, so the item cannot be submitted.',
  'item-milestone-unknown': 'There is no such milestone; it may just have been deleted.',
  'item-milestone-missing': 'Say what the milestone is.',
  'item-evidence-missing':
    'At least one piece of evidence of this round is needed: a file, a photo, a screenshot or a written re-check.',
  'item-evidence-empty': 'The evidence is empty. Choose a file, or write down the re-check.',
  'item-blocker-unknown': 'There is no such blocker; it may just have been deleted.',
  'item-extension-not-later': 'The new due date must be later than the present one.',
  'item-verifier-missing': 'Name the verifier.',
  'item-verifier-is-owner': '{name} is the owner and cannot verify their own work. Choose another verifier.',
  'item-after-too-early': 'The period after the change cannot begin before the work did.',
  'item-not-the-verifier':
    'Only the verifier ({name}) can give the verdict. Change the person using the workbench first.',
  'item-note-missing': 'Write down what the verifier found.',
  'item-verdict-missing': 'There is no verdict computed from data yet. Enter the data before and after first.',
  'item-verdict-not-good':
    'The data do not support this verdict, so the item cannot be closed. Send it back, or verify again with enough data.',
  'item-reason-missing': 'Give the reason. It stays in the record.',
  'item-approver-missing': 'Name who approved it.',
  'item-watch-over': 'The watch ended on {last}, so the item cannot be reopened. Raise a new one.',
  'effect-test-differs':
    'The data are of another kind than the test chosen when the item was opened. Give the data that the plan asks for.',
  'effect-counts-invalid':
    'The data cannot be used: counts must be whole, not below 0 and not above their total, and totals above 0.',
  'effect-not-computable': 'Nothing varies in the data, or there are too few of them to test.',
  'person-unknown': 'Fill in “Person at work” at the top of the page first: records are signed.',
  'file-gone': 'This file is not on this computer; merge the workbench file that brings it.',
  'file-damaged': 'The file does not match its digest {digest} and was not handed out. Add it again from its source.',
  'evidence-too-large':
    'The file is larger than {megabytes} MB and was not kept. Make it smaller, or write a re-check.',
  'outlet-line-unreadable':
    'Line {line} cannot be read: “{text}”. Check the order of the columns, that counts do not exceed their totals, and that scores are at most 100.',
  'outlet-table-empty': 'There are no figures. Paste the table first.',
} satisfies Shape<typeof zh>;
