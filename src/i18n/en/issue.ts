import { issueValues } from './issue-values';
import { issueWorkbook } from './issue-workbook';
import type { Shape } from '../shape';
import type { issue as zh } from '../zh-CN/issue';

export const issue = {
  ...issueValues,
  ...issueWorkbook,
  encodingUncertain:
    'The file does not say how its text is encoded. {encoding} fits best, but not well: check the words in the preview and choose another encoding if they look wrong.',
  mixedEncodings:
    'From row {row} on, {n} {n|row is|rows are} not in {encoding}: two files with different encodings may have been joined. These cells were read as {other}; please check the words. No row is lost.',
  undecodableBytes:
    'Row {row}, column {column} holds bytes that are not {encoding}; they are shown as “�”. Check the cell, or read the file with another encoding.',
  nulRemoved: '{n} NUL {n|byte was|bytes were} removed from the file.',
  separatorHint: 'Row 1 is Excel’s note about the separator (sep=), not data; it was skipped.',
  titleRows:
    '{n} {n|row|rows} above the header {n|is a title or group heading|are titles or group headings} (row {rows}), not data.',
  unitsRow: 'Row {row} only holds units; it is not data.',
  blankRows: '{n} blank {n|row was|rows were} skipped (from row {rows}).',
  headerLooksLikeData:
    'Row {row} looks like data rather than a header. The file was read as having no header, and names were made up for its columns. If it is the header, set the header row to {row}.',
  headerDoubtful:
    'Row {row} was taken as the header, but part of it looks like data. If the file has no header, set the header row to “none”.',
  emptyHeader: 'Column {column} has no name; it is called “{name}” for now. Its data are kept.',
  duplicateHeader: 'The name “{header}” occurs more than once; column {column} is now called “{name}”.',
  shortRow: 'Row {row} has only {cells} {cells|cell|cells}; the missing ones are blank.',
  extraCells:
    'Row {row} has {n} more {n|cell|cells} than the header ({text}); what is beyond the header was not imported. Check the row for a stray separator.',
  textAfterQuote:
    'Row {row}, column {column} has text after its closing quote; the text was kept. Please check the cell.',
  totalRows:
    '{n} {n|row is a total|rows are totals} (row {rows}); left out by default, so that nothing is counted twice.',
  noteRows: '{n} {n|row|rows} of notes below the table (row {rows}); left out by default.',
  totalColumn: 'Column “{name}” seems to add up other columns; left out by default, so that nothing is counted twice.',
  crossTable:
    'This is a cross-table: {n} column names are periods ({names}). Better turn them into two columns, “{period}” and “{value}”, one row per cell, without the totals; otherwise do not add these columns to a total.',
  unpivoted:
    'The cross-table became the columns “{period}” and “{value}”: {rows} {rows|row|rows} × {columns} {columns|column|columns} = {filled} {filled|row|rows}.',
  unpivotedWithGaps:
    'The cross-table became the columns “{period}” and “{value}”: {rows} {rows|row|rows} × {columns} {columns|column|columns} = {cells} cells, {empty} of them empty, so {filled} {filled|row|rows}; an empty cell is not taken for 0.',
  noDataRows: 'There is a header but no row of data. Check the file, or choose another header row.',
  otherSheets: 'Sheet “{sheet}” was read; {n} other {n|sheet was|sheets were} not: {names}.',
  looksPersonal:
    'Column “{name}” seems to hold personal data ({kind}). It will be masked on import; leave the column out if you do not need it.',
  ledgerWordUnknown: '“{text}” in “{field}” has no meaning; this row is taken in without it.',
  ledgerCodeUnknown: '“{text}” is no link in use and is mapped to none; this row is taken in uncoded.',
  ledgerOutletUnknown: 'The outlet “{outlet}” is not known. Check its name.',
  ledgerReopened: 'It was reopened there; what came before is not in the file, so it begins again as accepted.',
  ledgerStatusHeld: 'Its status is “{status}”, but it can be taken in only up to “{reached}”: {why}',
  moreInRows: '{n} more of the same kind, in {n|row|rows} {rows}.',
  moreOfTheSame: '{n} more of the same kind, not listed one by one.',
} satisfies Shape<typeof zh>;
